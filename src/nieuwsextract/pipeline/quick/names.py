"""The entities that spaCy's transitions give, without walking through them token by token.

Outside an entity the state of the recogniser is the token alone: what it would do there is computed for all
tokens at once. Inside an entity the only choice is between going on and ending it: that is computed for all
entities that could begin, one token further at each step.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]
#: Document-wide token numbers: first token, one after the last, label.
Found = tuple[int, int, str]

#: Tokens; what is longer is left to spaCy, so that time stays linear whatever the model says.
LONGEST = 40
_FEATURES = 3  # the token, the entity's first token, the token before


class Actions(NamedTuple):
    """The columns of the model's scores, by what they do, all in the order of ``labels``."""

    begin: list[int]
    inside: list[int]
    last: list[int]
    unit: list[int]
    out: int
    labels: list[str]


def actions_of(moves: Any) -> Actions | None:
    """What each action does, or None when they are not the usual ones of entities."""
    places = {moves.get_class_name(number): number for number in range(moves.n_moves)}
    labels = sorted(name[2:] for name in places if name.startswith("B-"))
    columns = [[places.get(f"{kind}-{label}", -1) for label in labels] for kind in "BILU"]
    others = set(places.values()) - {number for column in columns for number in column}
    if not labels or any(-1 in column for column in columns) or others - {places.get("O"), places.get("U-")}:
        return None
    begin, inside, last, unit = columns
    return Actions(begin, inside, last, unit, places["O"], labels) if "O" in places else None


def is_known(model: Any) -> bool:
    """Whether the layers are those that the computation below follows."""
    if not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return False
    lower = model.get_ref("lower")
    features, pieces = lower.get_dim("nF"), lower.get_dim("nP")
    return bool(lower.name == "precomputable_affine" and features == _FEATURES and pieces > 1)


class Reader:
    """The scores of one batch of documents that have no entities yet."""

    def __init__(self, model: Any, actions: Actions, docs: Sequence[Doc]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        sums = lower.predict(model.get_ref("tok2vec").predict(docs))
        self._blank, self._sums = sums[0], sums[1:]
        self._bias: Floats = lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._upper_bias: Floats = upper.get_param("b")
        self._gemm, self._actions = model.ops.gemm, actions
        self._space, self._cut = _boundaries(docs)

    def find(self) -> list[Found] | None:
        """The entities of all documents in order, or None when one is too long."""
        starts, kinds, single = self._look_outside()
        ends = np.where(single, starts + 1, 0)
        if not self._look_inside(starts, kinds, ends):
            return None
        found, free = [], 0
        for start, end, kind in zip(starts.tolist(), ends.tolist(), kinds.tolist(), strict=True):
            if start >= free:
                found.append((start, end, self._actions.labels[kind]))
                free = end
        return found

    def _look_outside(self) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
        """Where an entity would begin, its label's number, and whether it is one token."""
        act = self._actions
        number = len(act.labels)
        hidden = _largest(self._sums[:, 0] + self._blank[1] + self._blank[2] + self._bias)
        columns = [act.out, *act.unit, *act.begin]
        scores = self._gemm(hidden, self._weights[columns], trans2=True) + self._upper_bias[columns]
        scores[self._space, 1:] = -np.inf
        scores[self._cut, 1 + number :] = -np.inf
        best = scores.argmax(axis=1)
        starts = best.nonzero()[0]
        best = best[starts] - 1
        return starts, best % number, best < number

    def _look_inside(self, starts: Any, kinds: Any, ends: Any) -> bool:
        """Fill in the ends that are 0."""
        act = self._actions
        inside, last = np.array(act.inside), np.array(act.last)
        weights = self._weights[inside] - self._weights[last]
        bias = self._upper_bias[inside] - self._upper_bias[last]
        open_ = (ends == 0).nonzero()[0]
        for step in range(1, LONGEST):
            if not len(open_):
                return True
            first, here, kind = starts[open_], starts[open_] + step, kinds[open_]
            sums = self._sums[here, 0] + self._sums[first, 1] + self._sums[here - 1, 2] + self._bias
            goes_on = np.einsum("ij,ij->i", _largest(sums), weights[kind]) + bias[kind] >= 0
            goes_on &= ~self._cut[here]
            ends[open_[~goes_on]] = here[~goes_on] + 1
            open_ = open_[goes_on]
        return not len(open_)


def _largest(sums: Floats) -> Floats:
    """Over the pieces, which lie last; NumPy's own maximum is slow along so short an axis."""
    best = sums[..., 0]
    for piece in range(1, sums.shape[-1]):
        best = np.maximum(best, sums[..., piece])
    return best


def _boundaries(docs: Sequence[Doc]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tokens that are white space; tokens after which a sentence or the document ends."""
    rows = [doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs]
    space = np.concatenate([row[:, 0] for row in rows]) != 0
    cut = np.concatenate([np.append(row[1:, 1] == 1, True)[: len(row)] for row in rows])
    return space, cut
