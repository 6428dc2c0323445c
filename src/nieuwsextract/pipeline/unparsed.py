"""Docs without a parse: rules may ask them too, and get no answer instead of a crash.

Where spaCy's tokenizer joins or divides special cases (``:)``), it leaves the edges of the tokens' subtrees
as they were. In a doc that no parser has seen, a question for a token's children then reads beyond the doc's
memory.
"""

from typing import Any

import numpy as np
from spacy.tokens import Doc


def make_askable(doc: Doc) -> None:
    """Repair the edges of an unparsed doc; sentence starts stay, a parsed doc stays as it is."""
    if doc.has_annotation("DEP") or not len(doc):
        return
    starts = [token.is_sent_start for token in doc]
    every: Any = np.zeros((len(doc), 2), dtype="uint64")
    every[:, 1] = doc.vocab.strings.add("dep")
    # Only with a relation does spaCy set the edges anew; then the relation goes again.
    doc.from_array(["HEAD", "DEP"], every)
    none: Any = np.zeros((len(doc), 1), dtype="uint64")
    doc.from_array(["DEP"], none)
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start
