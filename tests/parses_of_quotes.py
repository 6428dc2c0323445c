"""Writes the parses of the quote tests: the rules' examples and the cases, parsed by a model.

Run it when they change: ``python tests/parses_of_quotes.py [MODEL]``; what has a parse keeps it.
"""

import sys

import spacy
from parses_of_rules import sentences, write
from quote_cases import CASES
from quote_complaints import COMPLAINTS
from quote_speaker_cases import SPEAKERS

from nieuwsextract.shipped import model_path

KINDS = ("cue", "attribution", "cue_noun", "cue_block")


if __name__ == "__main__":
    nlp = spacy.load(sys.argv[1] if len(sys.argv) > 1 else model_path())
    write("quotes_rules", sentences(*KINDS), nlp)
    write("quotes", [text for text, _ in CASES.values()], nlp)
    for name, cases in (("quotes_complaints", COMPLAINTS), ("quotes_speakers", SPEAKERS)):
        write(name, [" ".join(paragraphs) for paragraphs, _ in cases.values()], nlp)
