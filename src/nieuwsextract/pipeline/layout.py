"""``nieuws_layout``: the article's blocks on the Doc, and sentences that never cross them."""

from typing import Any

import numpy as np
from spacy.tokens import Doc

from nieuwsextract.pipeline.notes import LayoutNote
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules import Rules, load_rules
from nieuwsextract.structure import Structure, read_structure


class Layout:
    """Reads headline, paragraphs and datelines: ``WENEN (ANP) - Het overleg begint.`` has two blocks.

    Reads the text and ``doc._.nieuws_article``; leaves ``doc._.nieuws_layout`` and sentence starts, so it
    stands before the parser.
    """

    def __init__(self, rules: Rules) -> None:
        self.rules = load_rules(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Store the layout on the doc."""
        structure = read_structure(words_of(doc).text, self.rules, doc._.nieuws_article.get("headline"))
        note: LayoutNote = {
            "blocks": [{"kind": b.kind, "start": b.start, "end": b.end} for b in structure.blocks],
            "metadata": structure.metadata,
        }
        doc._.nieuws_layout = note
        if not doc.has_annotation("DEP"):
            _mark_sentence_starts(doc, structure)
        return doc


def _mark_sentence_starts(doc: Doc, structure: Structure) -> None:
    """The parser keeps what stands here: a block begins a sentence, white space never does.

    Written all at once: a token that is told so looks through the whole doc first.
    """
    if not len(doc):
        return
    marks = doc.to_array(["SENT_START"]).astype(np.int64)
    starts = iter([block.start for block in structure.blocks])
    start = next(starts, None)
    for at, (place, is_space) in enumerate(doc.to_array(["IDX", "IS_SPACE"]).tolist()):
        if start is not None and place >= start and not is_space:
            marks[at] = 1
            start = next(starts, None)
        elif is_space and at > 0:
            marks[at] = -1
    written: Any = marks.astype(np.uint64)
    doc.from_array(["SENT_START"], written)
