"""The event rules hold on their own examples, parsed once by the shipped model (tests/parses_of_rules.py)."""

import re
from collections import Counter
from typing import get_args

import pytest
from parses import read_parses

from nieuwsextract.kinds import EventType
from nieuwsextract.pipeline.events import Events
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.events import BlockRule, CameoRule, EventTypeRule, PloverRule, TriggerRule

RULES = load_rules()
TRIGGERS = RULES.of("trigger", TriggerRule)
PARSES = read_parses("events_rules.conllu")
EVENTS = Events(None, [])
MARKED = re.compile(r"<trigger>(.*?)</trigger>")
TAG = re.compile(r"</?trigger>")


def events_of(example):
    doc = PARSES.get(TAG.sub("", example))
    assert doc is not None, "not parsed yet: run tests/parses_of_rules.py"
    return doc.text, EVENTS.find(doc.copy())


def words_of(text, note):
    return {word for start, end in note["trigger"] for word in text[start:end].split()}


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule.id, text, id=rule.id) for rule in TRIGGERS for text in rule.examples],
)
def test_example(rule, example):
    text, notes = events_of(example)
    made = [note for note in notes if note["rule"] == f"events/{rule}"]
    marked = {word for words in MARKED.findall(example) for word in words.split()}
    assert any(marked <= words_of(text, note) for note in made)


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule.id, text, id=rule.id) for rule in TRIGGERS for text in rule.counterexamples],
)
def test_counterexample(rule, example):
    _, notes = events_of(example)
    assert f"events/{rule}" not in {note["rule"] for note in notes}


@pytest.mark.parametrize(
    "example",
    [pytest.param(text, id=rule.id) for rule in RULES.of("block", BlockRule) for text in rule.examples],
)
def test_blocked(example):
    text, notes = events_of(example)
    assert MARKED.findall(example)
    assert not set(MARKED.findall(example)) & {word for note in notes for word in words_of(text, note)}


def test_every_rule_has_an_example():
    assert [rule.id for rule in TRIGGERS if not rule.examples] == []


def test_no_type_without_words():
    entries = Counter()
    for rule in TRIGGERS:
        entries[rule.event] += len(rule.verbs) + len(rule.nouns) + len(rule.words)
    assert set(entries) == set(get_args(get_args(EventType)[0])) | set(get_args(get_args(EventType)[1]))
    assert min(entries.values()) >= 12
    assert entries.total() >= 900


def test_codes_exist():
    plover = {rule.id: rule for rule in RULES.of("plover", PloverRule)}
    cameo = {rule.id for rule in RULES.of("cameo", CameoRule)}
    types = {rule.id: rule for rule in RULES.of("eventtype", EventTypeRule)}
    assert {kind.plover for kind in types.values()} - {None} == set(plover)
    for rule in TRIGGERS:
        kind = types[rule.event]
        assert rule.cameo is None or rule.cameo in cameo, rule.id
        assert rule.mode is None or rule.mode in plover[kind.plover].modes, rule.id


def test_classes_exist():
    known = set(RULES.rules["nounclass"])
    for rule in (*TRIGGERS, *RULES.of("block", BlockRule)):
        asked = {*rule.subject, *rule.object, *rule.about, *rule.predicate, *rule.topic}
        asked |= {*rule.subject_not, *rule.object_not, *rule.about_not, *rule.topic_not}
        assert asked <= known, (rule.id, asked - known)
