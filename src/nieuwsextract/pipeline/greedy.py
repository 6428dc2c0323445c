"""The same parses and entities as spaCy's own loop over transitions gives, in about half its time.

spaCy runs that loop without the interpreter lock, but the checks that it makes at every step for every
possible action take the lock back and let it go again, which costs more than the checks. Here the steps are
taken from Python, all documents of a batch at once, and the lock is kept.
"""

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from thinc.api import set_dropout_rate


class _KeepsLock:
    """Overrides the loop; everything else, such as beam search and training, is spaCy's."""

    def greedy_parse(self: Any, docs: Sequence[Doc], drop: float = 0.0) -> list[Any]:
        """Final states, one a document, in their order."""
        self._ensure_labels_are_added(docs)
        set_dropout_rate(self.model, drop)
        batch: list[Any] = self.moves.init_batch(docs)
        steps = self.model.predict(docs)
        unfinished = [state for state in batch if not state.is_final()]
        while unfinished:
            unfinished = self.transition_states(unfinished, steps.predict(unfinished))
        steps.clear_memory()
        return batch


class _Parser(_KeepsLock, DependencyParser):  # type: ignore[misc]
    pass


class _Entities(_KeepsLock, EntityRecognizer):  # type: ignore[misc]
    pass


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
