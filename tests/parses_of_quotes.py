"""Writes the parses of the quote tests: the rules' examples and the cases, parsed by a model.

Run it when they change: ``python tests/parses_of_quotes.py [MODEL]``; what has a parse keeps it.
"""

import re
import sys

import spacy
from parses_of_rules import write
from quote_cases import CASES

from nieuwsextract.rules import load_rules
from nieuwsextract.shipped import model_path

KINDS = ("cue", "attribution", "cue_noun", "cue_block")
TAG = re.compile(r"</?[a-z]+>")


def rule_sentences():
    """Every example and counter-example once, without its tags, in the order of the files."""
    rules = load_rules()
    found = [rule for kind in KINDS for rule in rules.rules[kind].values()]
    texts = (text for rule in found for text in (*rule.examples, *rule.counterexamples))
    return list(dict.fromkeys(TAG.sub("", text) for text in texts))


if __name__ == "__main__":
    nlp = spacy.load(sys.argv[1] if len(sys.argv) > 1 else model_path())
    write("quotes_rules", rule_sentences(), nlp)
    write("quotes", [text for text, _ in CASES.values()], nlp)
