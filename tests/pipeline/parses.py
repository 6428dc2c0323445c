"""Parsed sentences from CoNLL-U files, so that tests of rules need no trained model."""

import re
from pathlib import Path

import spacy
from spacy.tokens import Doc

NLP = spacy.blank("nl")
FOLDER = Path(__file__).parent.parent / "parses"


def read_parses(name):
    """{doc_id: Doc} of a file; entities stand as ``NER=B-…`` in the last column."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    blocks = re.split(r"^# doc_id = ", text, flags=re.M)[1:]
    return {block.partition("\n")[0]: _to_doc(block) for block in blocks}


def _to_doc(block):
    rows = [line.split("\t") for line in block.splitlines()[1:] if line and line[0] != "#"]
    starts, first = [], 0
    for number, row in enumerate(rows):
        first = number if row[0] == "1" else first
        starts.append(first)
    return Doc(
        NLP.vocab,
        words=[row[1] for row in rows],
        spaces=["SpaceAfter=No" not in row[9] for row in rows],
        lemmas=["" if row[2] == "_" else row[2] for row in rows],
        pos=["" if row[3] == "_" else row[3] for row in rows],
        morphs=["" if row[5] == "_" else row[5] for row in rows],
        heads=[n if row[6] == "0" else starts[n] + int(row[6]) - 1 for n, row in enumerate(rows)],
        deps=[row[7] for row in rows],
        sent_starts=[number == start for number, start in enumerate(starts)],
        ents=[match[1] if (match := re.search(r"NER=([^|]+)", row[9])) else "O" for row in rows],
    )
