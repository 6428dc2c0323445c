"""The committed trees of the annotated articles and modern sentences, by the text they belong to."""

import hashlib
import json
import lzma
from pathlib import Path

from sample import Sample
from spacy.tokens import Doc


def key(doc: Doc) -> str:
    """What a text is known by: changed text or other tokens have another."""
    return hashlib.sha256("\0".join(token.text for token in doc).encode()).hexdigest()[:16]


def read(path: Path) -> dict[str, tuple[list[int], list[str]]]:
    """Heads (distances in tokens, 0 for a root) and labels by the key of their text."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    return {line["text"]: (line["heads"], line["deps"].split(" ")) for line in lines}


def with_trees(docs: list[Doc], trees: dict[str, tuple[list[int], list[str]]]) -> list[Sample]:
    """Samples of those documents that have a tree, with nothing else to learn."""
    samples = []
    for doc in docs:
        if found := trees.get(key(doc)):
            sample = Sample.of(doc)
            sample.heads = [index + step for index, step in enumerate(found[0])]
            sample.deps = list(found[1])
            for token in doc:
                if token.is_space and token.i:  # as in the treebanks
                    sample.heads[token.i], sample.deps[token.i] = token.i - 1, "dep"
            sample.tags = sample.pos = sample.morphs = sample.lemmas = [""] * len(doc)
            samples.append(sample)
    return samples
