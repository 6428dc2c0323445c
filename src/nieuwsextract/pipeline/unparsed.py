"""Docs without a parse, and with one that has no end: rules may ask them too.

Where spaCy's tokenizer joins or divides special cases (``:)``), it leaves the edges of the tokens' subtrees
as they were. In a doc that no parser has seen, a question for a token's children then reads beyond the doc's
memory. A parser, on the other hand, makes one sentence of ten thousand words when a text is a list or no
language: every question about it would take time in proportion to its length, and its depth.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.words import renew_words

#: Tokens: what is longer is no sentence, and is cut.
MAX_SENTENCE = 250


def make_askable(doc: Doc) -> None:
    """Repair the edges of an unparsed doc, cut a parsed one's endless sentences; all else stays as it is."""
    if not doc.has_annotation("DEP"):
        _repair_edges(doc)
    elif _has_endless_sentence(doc):
        _cut_sentences(doc)
    renew_words(doc)


def _has_endless_sentence(doc: Doc) -> bool:
    starts = np.flatnonzero(doc.to_array("SENT_START") == 1)
    return int(np.diff(starts, prepend=0, append=len(doc)).max()) > MAX_SENTENCE


def _repair_edges(doc: Doc) -> None:
    """Sentence starts stay."""
    starts = [token.is_sent_start for token in doc]
    every: Any = np.zeros((len(doc), 2), dtype="uint64")
    every[:, 1] = doc.vocab.strings.add("dep")
    # Only with a relation does spaCy set the edges anew; then the relation goes again.
    doc.from_array(["HEAD", "DEP"], every)
    none: Any = np.zeros((len(doc), 1), dtype="uint64")
    doc.from_array(["DEP"], none)
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start


def _cut_sentences(doc: Doc) -> None:
    parse: Any = doc.to_array(["HEAD", "DEP"])
    heads: Any = parse[:, 0].astype("int64")
    root = doc.vocab.strings.add("ROOT")
    for start, end in (piece for sentence in doc.sents for piece in _pieces(sentence)):
        targets = heads[start:end] + np.arange(start, end)
        loose = np.flatnonzero((targets < start) | (targets >= end) | (heads[start:end] == 0)) + start
        heads[loose] = loose[0] - loose
        parse[loose[0], 1] = root
    parse[:, 0] = heads.astype("uint64")
    doc.from_array(["HEAD", "DEP"], parse)


def _pieces(sentence: Span) -> Iterator[tuple[int, int]]:
    """Tokens of pieces short enough, cut after punctuation where there is some in the second half."""
    doc, start = sentence.doc, sentence.start
    while sentence.end - start > MAX_SENTENCE:
        last = start + MAX_SENTENCE
        end = next((at for at in range(last, start + MAX_SENTENCE // 2, -1) if doc[at - 1].is_punct), last)
        yield start, end
        start = end
    yield start, sentence.end
