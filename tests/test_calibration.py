"""Confidences: monotone in the score, fitted to what proved right, and the fit gives it back."""

import random

import pytest

from nieuwsextract.evaluation.calibration import fit_curve, fit_shifts, write_calibration
from nieuwsextract.evaluation.reliability import Judged, bin_up, expected_error
from nieuwsextract.pipeline.confidence import Confidence
from nieuwsextract.rules import load_rules


def made(count, worth, kind="say", layer="quotes"):
    """Items of random scores, right as often as ``worth`` of the score says."""
    draw = random.Random(3)  # noqa: S311
    scores = [draw.choice([0.5, 0.6, 0.7, 0.8, 0.9]) for _ in range(count)]
    return [Judged(layer, kind, score, draw.random() < worth(score)) for score in scores]


@pytest.mark.parametrize("layer", ["quotes", "events"])
def test_the_shipped_confidence_never_falls_as_the_score_rises(layer):
    confidence = Confidence(load_rules(), layer)
    for kind in (None, "", *confidence.curve.shifts):
        values = [confidence.of(score / 100, kind) for score in range(101)]
        assert values == sorted(values)
        assert all(0 < value < 1 for value in values)


def test_without_a_calibration_the_score_stays(tmp_path):
    (tmp_path / "a.toml").write_text('[[calibration]]\nid = "quotes"\nenabled = false\n', encoding="utf-8")
    confidence = Confidence(load_rules([tmp_path]), "quotes")
    assert confidence.of(0.6, "say") == 0.6
    assert Confidence(load_rules(), "quotes").of(None, "say") is None


def test_the_curve_gives_back_what_was_right():
    scores, right = fit_curve(made(2000, lambda score: score - 0.3))
    assert right == sorted(right)
    assert [round(score, 1) for score in scores] == [0.5, 0.6, 0.7, 0.8, 0.9]
    assert all(abs(share - (score - 0.3)) < 0.06 for score, share in zip(scores, right, strict=True))


def test_a_score_that_says_nothing_becomes_one_share():
    _, right = fit_curve(made(2000, lambda score: 1.2 - score))
    assert max(right) - min(right) < 0.05


def test_a_kind_that_is_worse_is_shifted_down_and_a_rare_one_not_at_all():
    items = (
        made(400, lambda score: 0.9) + made(60, lambda score: 0.4, "ask") + made(5, lambda score: 0.0, "warn")
    )
    shifts = fit_shifts(items, *fit_curve(items))
    assert shifts["ask"] < -1
    assert "warn" not in shifts


def test_the_written_file_is_a_rule_file_that_calibrates(tmp_path):
    items = made(1000, lambda score: score - 0.3)
    (tmp_path / "confidence.toml").write_text(write_calibration(items), encoding="utf-8")
    confidence = Confidence(load_rules([tmp_path]), "quotes")
    after = [Judged(i.layer, i.kind, confidence.of(i.confidence, i.kind), i.is_right) for i in items]
    assert expected_error(bin_up(items), "quotes") > 0.2
    assert expected_error(bin_up(after), "quotes") < 0.04
