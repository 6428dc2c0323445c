"""The same token vectors as spaCy's small encoders give, in about a third of their time.

What is saved: words met before are not embedded again (``vectors.py``); the layers are fused, work on pieces
that stay in the processor's cache, and store features × tokens, so that every sum and maximum runs along
memory; bias comes in with the matrix product. Rounding differs in the last digits.
"""

import re
from collections.abc import Callable, Sequence
from operator import is_
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from nieuwsextract.pipeline.quick.vectors import BLANK, Floats, Keys, Places, WordVectors

#: Tokens that go through a layer together: input and output of the product fit in the second-level cache.
_PIECE = 512
_TURNED = 64
#: LayerNorm's, so that nothing is divided by zero.
_EPSILON = 1e-8

_BLOCK = r"residual\(expand_window>>maxout>>layernorm>>dropout\)"
#: MultiHashEmbed without static vectors, then MaxoutWindowEncoder.
_ENCODER = re.compile(
    r"extract_features>>list2ragged>>with_array\((ints-getitem>>hashembed\|?)+\)"
    r">>with_array\(maxout>>layernorm>>dropout\)>>ragged2list"
    rf">>with_array\({_BLOCK}(>>{_BLOCK})*\)"
)


def encode_quickly(nlp: Language) -> None:
    """Give every encoder of the known architecture the quick forward pass, in place.

    Names, weights and layers stay, so that a saved pipeline is spaCy's own. Training, and whatever is built
    otherwise, is left alone.
    """
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if _ENCODER.fullmatch(node.name):
                node._func = QuickEncoder(node._func)


class _Layer(NamedTuple):
    """One window of maxout with its norm; ``weights`` is pieces · width × window · width + 1 (the bias)."""

    weights: Floats
    scale: Floats
    shift: Floats
    reach: int


class _Prepared(NamedTuple):
    made_from: list[Any]
    words: WordVectors
    layers: list[_Layer]
    gemm: Callable[..., Any]


class QuickEncoder:
    """The forward function of an encoder's node; ``trained`` is the one that it had."""

    def __init__(self, trained: Callable[..., Any]) -> None:
        self._trained = trained
        self._prepared: _Prepared | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies, and workers that are not forked, start with an empty table."""
        return QuickEncoder, (self._trained,)

    def __call__(self, model: Any, docs: Sequence[Doc], is_train: bool) -> tuple[Any, Any]:
        """Token vectors of each document (tokens × width), and how to learn from them."""
        if is_train:
            self.forget()  # weights are going to change in place
            learnt: tuple[Any, Any] = self._trained(model, docs, is_train)
            return learnt
        prepared = self._prepare(model)
        columns = model.layers[0].layers[0].attrs["columns"]
        attributes: Any = [doc.to_array(columns).reshape(len(doc), len(columns)) for doc in docs]
        pad: int = model.layers[1].attrs["pad"]
        return _encode(attributes, prepared, pad) if attributes else [], _no_gradient

    def forget(self) -> None:
        """Begin again with an empty table."""
        self._prepared = None

    def _prepare(self, model: Any) -> _Prepared:
        """The weights as they are used here; made anew when the model has been given others."""
        now = [node.get_param(name) for node in model.walk() for name in node.param_names]
        if self._prepared is None or not all(map(is_, now, self._prepared.made_from)):
            embed, windows = model.layers
            layers = [_layer_of(block) for block in _blocks(windows)]
            self._prepared = _Prepared(now, WordVectors(embed), layers, model.ops.gemm)
        return self._prepared


def _no_gradient(_: Any) -> list[Any]:
    return []


def _blocks(windows: Any) -> list[Any]:
    inner = windows.layers[0]
    return [inner] if re.fullmatch(_BLOCK, inner.name) else inner.layers


def _layer_of(block: Any) -> _Layer:
    window, maxout, norm, _ = _flat(block.layers[0])
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    width, pieces, inputs = weights.shape
    rows = weights.transpose(1, 0, 2).reshape(pieces * width, inputs)
    columns = [rows, bias.T.reshape(pieces * width, 1)]
    scale, shift = (norm.get_param(name).reshape(width, 1) for name in ("G", "b"))
    return _Layer(np.hstack(columns).astype(np.float32), scale, shift, window.attrs["window_size"])


def _flat(chain: Any) -> list[Any]:
    return [leaf for layer in chain.layers for leaf in (_flat(layer) if layer.layers else [layer])]


def _encode(attributes: list[Keys], prepared: _Prepared, pad: int) -> list[Floats]:
    """All documents in one row, with blanks between them that are at least as wide as the layers see."""
    starts, places = _place(attributes, prepared, pad)
    known = _gather(prepared.words.table, places)
    other = np.zeros_like(known)
    for layer in prepared.layers:
        _apply(layer, known, other, prepared.gemm)
        known, other = other, known
    lengths = map(len, attributes)
    return [np.ascontiguousarray(known[:, a : a + n].T) for a, n in zip(starts, lengths, strict=True)]


def _place(attributes: list[Keys], prepared: _Prepared, pad: int) -> tuple[list[int], Places]:
    """Where each document begins, and what stands at each place; the outermost blanks stay blank."""
    edge = max(layer.reach for layer in prepared.layers)
    starts = []
    end = edge + pad
    for rows in attributes:
        starts.append(end)
        end += len(rows) + pad
    found = prepared.words.places_of(np.concatenate(attributes))
    places = np.full(end + edge, BLANK, dtype=np.intp)
    done = 0
    for start, rows in zip(starts, attributes, strict=True):
        places[start : start + len(rows)] = found[done : done + len(rows)]
        done += len(rows)
    return starts, places


def _gather(table: Floats, places: Places) -> Floats:
    """Vectors as columns, turned in blocks: turning all at once misses the cache at every step."""
    turned = np.empty((table.shape[1], len(places)), dtype=np.float32)
    for begin in range(0, len(places), _TURNED):
        turned[:, begin : begin + _TURNED] = table.take(places[begin : begin + _TURNED], axis=0).T
    return turned


def _apply(layer: _Layer, before: Floats, after: Floats, gemm: Callable[..., Any]) -> None:
    """One residual layer over all places but the edges."""
    width, total = before.shape
    edge = layer.reach
    seen, scores = _buffers(layer, _PIECE)
    for begin in range(edge, total - edge, _PIECE):
        size = min(_PIECE, total - edge - begin)
        if size < _PIECE:
            seen, scores = _buffers(layer, size)
        for number in range(2 * edge + 1):
            first = begin + number - edge
            seen[number * width : (number + 1) * width] = before[:, first : first + size]
        gemm(layer.weights, seen, out=scores)
        best = _normalised(scores, layer, width)
        np.add(best, before[:, begin : begin + size], out=after[:, begin : begin + size])


def _buffers(layer: _Layer, size: int) -> tuple[Floats, Floats]:
    """Input and output of the product; the input's last row stays one: it brings the bias."""
    outputs, inputs = layer.weights.shape
    return np.ones((inputs, size), np.float32), np.empty((outputs, size), np.float32)


def _normalised(scores: Floats, layer: _Layer, width: int) -> Floats:
    """The largest of each feature's pieces, then LayerNorm over the features; uses up ``scores``."""
    best = scores[:width]
    for piece in range(width, len(scores), width):
        np.maximum(best, scores[piece : piece + width], out=best)
    best -= np.add.reduce(best, axis=0) / np.float32(width)
    spare = scores[width : 2 * width] if len(scores) > width else np.empty_like(best)
    variance = np.add.reduce(np.multiply(best, best, out=spare), axis=0) / np.float32(width)
    best *= (variance + np.float32(_EPSILON)) ** np.float32(-0.5)
    best *= layer.scale
    best += layer.shift
    return best
