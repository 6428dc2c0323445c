"""The quality gate: the shipped pipeline on committed gold, against floors that only rise."""

import json

import pytest
from gate import floors

BASE = json.loads(floors.BASELINE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measured():
    return floors.measure()


def test_the_floors_belong_to_this_gold():
    assert BASE["gold_sha256"] == floors.hash_of_gold(), (
        "the gold changed: set the floors anew, with a reason"
    )


def test_there_are_floors_for_every_layer():
    names = " ".join(BASE["floors"])
    assert all(layer in names for layer in ("entities", "quotes", "event triggers", "times"))


@pytest.mark.parametrize("name", sorted(BASE["floors"]))
def test_no_score_falls_below_its_floor(measured, name):
    assert not floors.fallen(measured, {name: BASE["floors"][name]})


def test_a_fallen_score_is_noticed():
    assert floors.fallen({"a": 0.5, "b": 0.8}, {"a": 0.6, "b": 0.8, "c": 0.1}) == {
        "a": (0.6, 0.5),
        "c": (0.1, None),
    }
