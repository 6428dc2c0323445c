"""Documents out of sentences: paragraphs, headlines, several paragraphs."""

import random
from collections.abc import Iterator

from augment import late_start
from sample import Sample

#: The treebank cuts a sentence after these, newspapers do not: nothing follows them in a document.
GOES_ON = {":", ";"}
#: Corpora whose documents are whole articles already.
ARTICLES = {"synthetic", "annotated"}


def compose(sentences: list[Sample], rng: random.Random, most: int) -> Iterator[Sample]:
    """Joins neighbouring sentences to paragraphs, some to several paragraphs, some under a headline."""
    at = 0
    while at < len(sentences):
        number = rng.randint(1, most)
        document = sentences[at].copy()
        parts = sentences[at : at + number]
        number = next(
            (index + 1 for index, part in enumerate(parts) if part.words[-1] in GOES_ON), len(parts)
        )
        headline = len(document) < 14 and rng.random() < 0.3
        last = len(document) - 1
        if headline and document.words[-1] == "." and last > 2 and last not in document.heads:
            document.drop_last()
        for index, sentence in enumerate(sentences[at + 1 : at + number]):
            after = "\n\n" if headline and not index else rng.choice([" "] * 5 + ["\n\n", "\n"])
            document.join(sentence, after)
        at += number
        yield document


def whole(name: str, samples: list[Sample], rng: random.Random, most: int) -> list[Sample]:
    if name == "modern":
        samples = rng.sample(samples, len(samples))
    if name in ARTICLES:
        return samples
    return list(compose([late_start(one, rng) if rng.random() < 0.2 else one for one in samples], rng, most))


def weighted(documents: list[Sample], weight: float, rng: random.Random) -> list[Sample]:
    part = rng.sample(documents, int(len(documents) * (weight % 1)))
    return documents * int(weight) + part
