"""The same parses and entities as spaCy's own loop over transitions gives, in a fraction of its time.

spaCy runs that loop without the interpreter lock, but the checks that it makes at every step for every
possible action take the lock back and let it go again, which costs more than the checks. Here the steps are
taken from Python, many documents at once, and the lock is kept. Entities need no steps: see ``names.py``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.util import minibatch
from thinc.api import set_dropout_rate

from nieuwsextract.pipeline.quick.names import Reader, actions_of, is_known

#: Tokens of the documents that take their steps together: some 25 MB of the parser's sums.
_TOGETHER = 6000


class _KeepsLock:
    """Overrides the loop; everything else, such as beam search and training, is spaCy's."""

    def pipe(self: Any, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Process a stream in order, documents of about one length together."""
        handle = self.get_error_handler()
        for batch in minibatch(docs, size=batch_size):  # type: ignore[no-untyped-call]
            try:
                for group in _groups(batch):
                    self.set_annotations(group, self.predict(group))
            except Exception as error:
                handle(self.name, self, batch, error)
            else:
                yield from batch

    def greedy_parse(self: Any, docs: Sequence[Doc], drop: float = 0.0) -> list[Any]:
        """Final states, one a document, in their order."""
        self._ensure_labels_are_added(docs)
        set_dropout_rate(self.model, drop)
        batch: list[Any] = self.moves.init_batch(docs)
        steps = self.model.predict(docs)
        score = _scorer(self.model, steps)
        unfinished = [state for state in batch if not state.is_final()]
        while unfinished:
            unfinished = self.transition_states(unfinished, score(unfinished))
        steps.clear_memory()
        return batch


def _groups(batch: Iterable[Doc]) -> Iterator[list[Doc]]:
    group: list[Doc] = []
    tokens = 0
    for doc in sorted(batch, key=len):
        if group and tokens + len(doc) > _TOGETHER:
            yield group
            group, tokens = [], 0
        group.append(doc)
        tokens += len(doc)
    if group:
        yield group


def _scorer(model: Any, steps: Any) -> Callable[[list[Any]], Any]:
    """States → scores of the actions: the model's own function, without what only training needs."""
    if not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        whole: Callable[[list[Any]], Any] = steps.predict
        return whole
    upper = model.get_ref("upper")
    weights, bias, gemm = upper.get_param("W"), upper.get_param("b"), upper.ops.gemm

    def score(states: list[Any]) -> Any:
        scores = gemm(steps.state2vec.predict(steps.get_token_ids(states)), weights, trans2=True)
        scores += bias
        return scores

    return score


class _Parser(_KeepsLock, DependencyParser):  # type: ignore[misc]
    pass


class _Entities(_KeepsLock, EntityRecognizer):  # type: ignore[misc]
    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """A document's entities as (first token, one after the last, label), or final states like spaCy's."""
        docs = [docs] if isinstance(docs, Doc) else docs
        actions = actions_of(self.moves)
        untouched = not any(doc.to_array(["ENT_IOB"]).any() for doc in docs)
        if actions is not None and untouched and self.cfg["beam_width"] == 1 and is_known(self.model):
            found = Reader(self.model, actions, docs).find() if any(map(len, docs)) else []
            if found is not None:
                return _divide(found, docs)
        return super().predict(docs)  # type: ignore[no-any-return]

    def set_annotations(self, docs: Sequence[Doc], found: list[Any]) -> None:
        for doc, entities in zip(docs, found, strict=True):
            if isinstance(entities, list):
                doc.set_ents([Span(doc, start, end, label) for start, end, label in entities])
            else:
                super().set_annotations([doc], [entities])


def _divide(found: list[tuple[int, int, str]], docs: Sequence[Doc]) -> list[list[tuple[int, int, str]]]:
    rest = iter([*found, None])
    entity = next(rest)
    divided = []
    for doc, end in zip(docs, accumulate(map(len, docs)), strict=True):
        begin = end - len(doc)
        own = []
        while entity is not None and entity[0] < end:
            own.append((entity[0] - begin, entity[1] - begin, entity[2]))
            entity = next(rest)
        divided.append(own)
    return divided


_QUICK: dict[type, type] = {DependencyParser: _Parser, EntityRecognizer: _Entities}


def take_quick_steps(nlp: Language) -> None:
    """Exchange parser and entity recogniser for their quick kind, in place.

    Weights and settings are shared with the old ones. The config of the pipeline stays as it is, so that a
    pipeline saved to disk needs nothing of ours to load.
    """
    components: list[tuple[str, Any]] = nlp._components
    for index, (name, pipe) in enumerate(components):
        quick = _QUICK.get(type(pipe))
        if quick is not None and pipe.cfg["beam_width"] == 1:
            components[index] = (name, _like(pipe, quick))


def _like(pipe: Any, quick: type) -> Any:
    made = quick(pipe.vocab, pipe.model, name=pipe.name, moves=pipe.moves, scorer=pipe.scorer)
    made.cfg.update(pipe.cfg)
    return made
