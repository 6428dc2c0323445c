"""Scores of events: what counts as found."""

import pytest

from nieuwsextract.evaluation.events import is_same_phrase, score_events
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.records import ArticleRecord, hash_text

TEXT = "De politie heeft drie mannen opgepakt. De minister treedt af."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def event(number, kind, words, **more):
    return {
        "id": f"v{number}", "event_type": kind, "trigger": [span(part) for part in words], "polarity": "pos",
        "modality": "asserted", "position": "body", "rule": "events/x", **more,
    }  # fmt: skip


def record(*events):
    return ArticleRecord.model_validate({
        "schema_version": 1, "id": "a", "article": {}, "text": TEXT, "text_sha256": hash_text(TEXT),
        "events": list(events),
        "produced_by": {
            "nieuwsextract": "0", "schema_version": 1, "model": "m", "model_version": "0", "rules": "r",
        },
    })  # fmt: skip


def gold(**more):
    arrest = {**span("opgepakt"), "type": "COERCE", "actor": "De politie", "recipient": "drie mannen", **more}
    resignation = {**span("treedt"), "type": "RESIGN", "actor": "De minister"}
    return GoldArticle.model_validate({"id": "a", "text": TEXT, "events": [arrest, resignation]})


ARREST = event(
    1, "COERCE", ["opgepakt"], actors=[{"span": span("politie")}], recipients=[{"span": span("drie mannen")}]
)
RESIGNATION = event(2, "RESIGN", ["treedt", "af"])


def triple(counts):
    return counts.right, counts.found, counts.wanted


def test_all_right():
    scores = score_events(gold(), record(ARREST, RESIGNATION))
    assert triple(scores["event triggers, typed"]) == (2, 2, 2)
    assert triple(scores["event actors"]) == (1, 1, 2)
    assert triple(scores["event recipients"]) == (1, 1, 1)
    assert triple(scores["event RESIGN"]) == (1, 1, 1)


def test_a_wrong_type_counts_untyped_only():
    scores = score_events(gold(), record(event(1, "ASSAULT", ["opgepakt"])))
    assert triple(scores["event triggers, untyped"]) == (1, 1, 2)
    assert triple(scores["event triggers, typed"]) == (0, 1, 2)


def test_status_is_scored_on_typed_matches():
    scores = score_events(gold(polarity="neg", modality="possible"), record(ARREST))
    assert triple(scores["event polarity"]) == (0, 1, 1)
    assert triple(scores["event modality"]) == (0, 1, 1)


def test_no_gold_no_scores():
    assert score_events(GoldArticle(id="a", text=TEXT), record(ARREST)) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("De politie", "politie", True),
        ("130 mensen", "zeker 130 mensen", True),
        ("Wout Pinkster", "Advocaat Wout Pinkster", True),
        ("de minister", "de agent", False),
        ("hij", "zij", False),
    ],
)
def test_same_phrase(one, other, same):
    assert is_same_phrase(one, other) is same
