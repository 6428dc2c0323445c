"""Trees for text that has none, by vote: `python scripts/vote.py CORPUS OUT TEACHER…` (see MODEL_CARD.md).

Several parsers read the annotated articles and modern sentences; the tree that most of their arcs make is
kept (maximum spanning tree), the sentences begin where most of them begin one.
"""

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy
import registered  # noqa: F401
import spacy
from silver import key
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from ufal.chu_liu_edmonds import chu_liu_edmonds

PARTS = ("modern", "annotated")


def parsed(nlp: Language, doc: Doc) -> Doc:
    doc = Doc(
        nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc]
    )
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def starts(readings: list[Doc]) -> list[int]:
    """Tokens that begin a sentence for most teachers; the first always."""
    votes = Counter(token.i for doc in readings for token in doc if token.is_sent_start)
    return sorted({0} | {index for index, number in votes.items() if 2 * number > len(readings)})


def tree(readings: list[Doc], start: int, end: int) -> tuple[list[int], list[str]]:
    """Heads (tokens of the document; a root is its own) and labels from `start` to `end` (exclusive)."""
    size = end - start + 1
    votes = numpy.full((size, size), -50.0)
    labels: dict[tuple[int, int], Counter[str]] = {}
    for doc in readings:
        for token in doc[start:end]:
            inside = start <= token.head.i < end and token.head.i != token.i
            arc = (token.i - start + 1, token.head.i - start + 1 if inside else 0)
            votes[arc] = max(votes[arc], 0) + 1
            labels.setdefault(arc, Counter())["ROOT" if not arc[1] else token.dep_] += 1
    votes[1:, 0] -= 25  # one root, unless a tree needs more
    numpy.fill_diagonal(votes, numpy.nan)
    votes[0] = numpy.nan
    heads, _ = chu_liu_edmonds(votes)
    pairs = [(index, head) for index, head in enumerate(heads) if index]
    return (
        [start + (head or index) - 1 for index, head in pairs],
        [labels[pair].most_common(1)[0][0] if pair in labels else "dep" for pair in pairs],
    )


def voted(readings: list[Doc]) -> tuple[list[int], list[str]]:
    heads, deps = [], []
    bounds = starts(readings)
    for start, end in zip(bounds, [*bounds[1:], len(readings[0])], strict=True):
        more = tree(readings, start, end)
        heads += more[0]
        deps += more[1]
    return heads, deps


def layer(corpus: Path, teachers: list[Language]) -> Iterator[dict]:
    for name in PARTS:
        for doc in DocBin().from_disk(corpus / f"{name}.spacy").get_docs(teachers[0].vocab):
            heads, deps = voted([parsed(nlp, doc) for nlp in teachers])
            steps = [head - index for index, head in enumerate(heads)]
            yield {"text": key(doc), "heads": steps, "deps": " ".join(deps)}


def main(corpus: Path, out: Path, *teachers: Path) -> None:
    with lzma.open(out, "wt", encoding="utf-8") as file:
        for line in layer(corpus, [spacy.load(path) for path in teachers]):
            file.write(json.dumps(line, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
