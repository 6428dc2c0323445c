"""The quote rules hold on their own examples, parsed once by the shipped model."""

import re

import pytest
from parses import read_parses
from parses_of_rules import TAG

from nieuwsextract.pipeline.quotes import Quotes
from nieuwsextract.rules import load_rules

RULES = load_rules()
PARSES = read_parses("quotes_rules.conllu")
QUOTES = Quotes(None, [])
CUE = re.compile(r"<cue>(.*?)</cue>")


def rules_fired(example):
    doc = PARSES.get(TAG.sub("", example))
    assert doc is not None, "not parsed yet: run tests/parses_of_quotes.py"
    notes = QUOTES(doc.copy())._.nieuws_quotes
    return {
        note["rule"]: {word for start, end in note["cue"] for word in doc.text[start:end].split()}
        for note in notes
    }


def examples(kind, field):
    return [
        pytest.param(rule.id, text, id=f"{rule.id}-{number}")
        for rule in RULES.rules[kind].values()
        for number, text in enumerate(getattr(rule, field))
    ]


@pytest.mark.parametrize(
    ("rule", "example"),
    [*examples("cue", "examples"), *examples("attribution", "examples"), *examples("cue_noun", "examples")],
)
def test_example(rule, example):
    fired = rules_fired(example)
    marked = {word for words in CUE.findall(example) for word in words.split()}
    assert f"quotes/{rule}" in fired
    assert fired[f"quotes/{rule}"] & marked


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        *examples("cue", "counterexamples"),
        *examples("attribution", "counterexamples"),
        *examples("cue_noun", "counterexamples"),
    ],
)
def test_counterexample(rule, example):
    assert f"quotes/{rule}" not in rules_fired(example)


@pytest.mark.parametrize(("rule", "example"), examples("cue_block", "examples"))
def test_block(rule, example):
    blocked = RULES.rules["cue_block"][rule].cue
    assert f"quotes/{blocked}" not in rules_fired(example)


def test_lexicon_is_large_and_exemplified():
    cues = RULES.rules["cue"].values()
    assert sum(bool(rule.examples) for rule in cues) >= 220
