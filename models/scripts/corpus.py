"""The training corpus: documents composed anew in every epoch from sentences and articles."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from augment import capitals, no_accents, other_marks, spread_scores, swap_names
from compose import ARTICLES, compose, weighted, whole
from names import Names
from sample import Sample
from silver import read as read_trees
from silver import with_trees
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example


def load(path: Path, nlp: Language) -> list[Sample]:
    return [Sample.of(doc) for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]


def vary(sample: Sample, names: Names | None, rng: random.Random, swap: float) -> Sample:
    if names and rng.random() < swap:
        sample = swap_names(sample, names, rng, 0.5)
    if names and rng.random() < 0.4:
        sample = spread_scores(sample)
    if rng.random() < 0.5:
        other_marks(sample, rng)
    if rng.random() < 0.04:
        no_accents(sample)
    if rng.random() < 0.015 and len(sample) < 60:
        capitals(sample)
    return sample


@spacy.registry.readers("nieuws.syntax.v1")
def syntax_corpus(
    path: Path, silver: Path, seed: int, most: int, weights: dict[str, float]
) -> Callable[[Language], Iterator[Example]]:
    """Tags, lemmas and trees of the treebank, trees by vote of the other corpora.

    `weights` is how often an epoch shows each on average.
    """
    epochs = iter(range(10**6))
    cache: dict[str, list[Sample]] = {}

    def read(nlp: Language) -> Iterator[Example]:
        if not cache:
            trees = read_trees(Path(silver))
            for name in weights:
                docs = list(DocBin().from_disk(Path(path) / f"{name}.spacy").get_docs(nlp.vocab))
                cache[name] = list(map(Sample.of, docs)) if name == "treebank" else with_trees(docs, trees)
        rng = random.Random(seed * 1000 + next(epochs))
        documents: list[Sample] = []
        for name, samples in cache.items():
            composed = samples if name in ARTICLES else list(compose(samples, rng, most))
            documents += weighted(composed, weights[name], rng)
        rng.shuffle(documents)
        for document in documents:
            yield vary(document.copy(), None, rng, 0).example(nlp.vocab)

    return read


@spacy.registry.readers("nieuws.entities.v1")
def entity_corpus(
    path: Path, seed: int, most: int, swap: float, weights: dict[str, float]
) -> Callable[[Language], Iterator[Example]]:
    """Entities of all corpora; `weights` is how often an epoch shows each on average."""
    epochs = iter(range(10**6))
    cache: dict[str, list[Sample]] = {}
    lists: list[Names] = []

    def read(nlp: Language) -> Iterator[Example]:
        if not cache:
            cache.update({name: load(Path(path) / f"{name}.spacy", nlp) for name in weights})
            lists.append(Names(sample for samples in cache.values() for sample in samples))
        rng = random.Random(seed * 1000 + next(epochs))
        documents: list[Sample] = []
        for name, samples in cache.items():
            documents += weighted(whole(name, samples, rng, most), weights[name], rng)
        rng.shuffle(documents)
        for document in documents:
            yield vary(document.copy(), lists[0], rng, swap).example(nlp.vocab)

    return read
