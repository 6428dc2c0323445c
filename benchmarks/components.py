"""How much of the time each component of a running pipeline takes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch


class _Watched:
    """Stands in the place of a component, and counts its CPU seconds but not those of the ones before it."""

    def __init__(self, inner: Any, name: str, seconds: dict[str, float]) -> None:
        self.inner, self._name, self._seconds = inner, name, seconds

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def __call__(self, doc: Doc) -> Doc:
        begun = time.process_time()
        done = self.inner(doc)
        self._seconds[self._name] += time.process_time() - begun
        return done

    def pipe(self, docs: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Process a stream: what comes from before is waited for first."""
        for batch in minibatch(docs, batch_size):
            begun = time.process_time()
            done = self._together(batch, batch_size)
            self._seconds[self._name] += time.process_time() - begun
            yield from done

    def _together(self, docs: list[Doc], batch_size: int) -> list[Doc]:
        if hasattr(self.inner, "pipe"):
            return list(self.inner.pipe(docs, batch_size=batch_size))
        return [self.inner(doc) for doc in docs]


def watch(nlp: Language) -> dict[str, float]:
    """From now on, add up the CPU seconds of each component in what is returned; in the pipeline's order."""
    seconds = {"tokenizer": 0.0} | dict.fromkeys(nlp.pipe_names, 0.0)
    nlp.tokenizer = _Watched(nlp.tokenizer, "tokenizer", seconds)
    nlp._components = [(name, _Watched(pipe, name, seconds)) for name, pipe in nlp._components]
    return seconds
