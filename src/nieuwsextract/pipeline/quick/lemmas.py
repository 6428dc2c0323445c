"""The same lemmas as spaCy's edit tree lemmatizer gives; a tree is applied to a word once."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.tokens import Doc

#: A tree and a word (its number in the string store).
Pair = tuple[int, int]


class _Lemmas(EditTreeLemmatizer):
    """For the usual settings: the best tree, or the word where it does not fit; training is spaCy's."""

    def _scores2guesses_top_k_equals_1(self, docs: Sequence[Doc], scores: Sequence[Any]) -> list[Any]:
        """Lemmas instead of trees: numbers in the string store."""
        labels = np.array(self.cfg["labels"], dtype=np.int64)
        pairs = [
            list(zip(labels[rows.argmax(axis=1)].tolist(), doc.to_array(["ORTH"]).tolist(), strict=True))
            for doc, rows in zip(docs, scores, strict=True)
        ]
        lemmas = {pair: self._lemma_of(pair) for pair in set().union(*pairs)}
        return [np.array([lemmas[pair] for pair in of_doc], dtype=np.uint64) for of_doc in pairs]

    def _lemma_of(self, pair: Pair) -> int:
        tree, word = pair
        strings = self.vocab.strings
        lemma = self.trees.apply(tree, strings[word])
        return word if lemma is None else strings.add(lemma)

    def set_annotations(self, docs: Iterable[Doc], batch_lemmas: Sequence[Any]) -> None:
        for doc, lemmas in zip(docs, batch_lemmas, strict=True):
            if len(doc):
                before: Any = doc.to_array(["LEMMA"])
                found = lemmas if self.overwrite else np.where(before == 0, lemmas, before)
                doc.from_array(["LEMMA"], found)


def lemmatise_quickly(nlp: Language) -> None:
    """Exchange lemmatizers of edit trees for the quick kind, in place; what is saved stays spaCy's own."""
    components: list[tuple[str, Any]] = nlp._components
    for index, (name, pipe) in enumerate(components):
        if type(pipe) is EditTreeLemmatizer and pipe.top_k == 1 and pipe.backoff == "orth":
            components[index] = (name, _like(pipe))


def _like(pipe: Any) -> Any:
    made = _Lemmas(
        pipe.vocab,
        pipe.model,
        pipe.name,
        backoff=pipe.backoff,
        min_tree_freq=pipe.min_tree_freq,
        overwrite=pipe.overwrite,
        top_k=pipe.top_k,
        scorer=pipe.scorer,
    )
    made.trees, made.tree2label, made.cfg = pipe.trees, pipe.tree2label, pipe.cfg
    return made
