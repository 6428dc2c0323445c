"""Confidences: read from signs, monotone in each, fitted to what proved right, and the fit gives it back."""

import random

import pytest

from nieuwsextract import extract, load
from nieuwsextract.evaluation.calibration import claim_unseen, cross_validate, fit, write_calibration
from nieuwsextract.evaluation.reliability import Judged, area_under_curve, bin_up, expected_error
from nieuwsextract.pipeline.confidence import Confidence, chance, log_odds
from nieuwsextract.rules import load_rules

LAYERS = ["quotes", "speakers", "events"]


def made(count, worth, layer="quotes"):
    """Items with some of three signs, in articles of five, right as often as ``worth`` of the signs says."""
    draw = random.Random(3)
    items = []
    for number in range(count):
        signs = {name: 1.0 for name in ("a", "b", "noise") if draw.random() < 0.5}
        items.append(Judged(layer, f"x{number // 5}", 0.5, draw.random() < worth(signs), signs))
    return items


def by_a_and_b(signs):
    return 0.5 + 0.4 * ("a" in signs) - 0.3 * ("b" in signs)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_shipped_confidence_rises_and_falls_with_its_signs(layer):
    confidence = Confidence(load_rules(), layer)
    without = confidence.of({})
    assert confidence.model.weights
    for name, weight in confidence.model.weights.items():
        values = [confidence.of({name: amount / 10}) for amount in range(11)]
        assert values == sorted(values, reverse=weight < 0)
        assert values[0] == without
        assert all(0 < value < 1 for value in values)


def test_nothing_is_certain():
    confidence = Confidence(load_rules(), "quotes")
    assert confidence.of({"score": 1000.0}) == 0.99
    assert confidence.of({"score": -1000.0}) == 0.01


def test_without_a_calibration_the_finder_s_score_stays(tmp_path):
    (tmp_path / "a.toml").write_text('[[calibration]]\nid = "quotes"\nenabled = false\n', encoding="utf-8")
    confidence = Confidence(load_rules([tmp_path]), "quotes")
    assert confidence.of({"score": log_odds(0.6), "direct": 1.0}) == 0.6
    assert confidence.of({}) is None


def test_log_odds_and_back():
    assert [chance(log_odds(share)) for share in (0.1, 0.5, 0.9)] == pytest.approx([0.1, 0.5, 0.9])


def test_the_fit_gives_back_what_was_right():
    model = fit(made(4000, by_a_and_b))
    for signs in ({"a": 1}, {"b": 1}, {"a": 1, "b": 1}, {}):
        assert model.of(signs) == pytest.approx(by_a_and_b(signs), abs=0.06)
    assert abs(model.weights.get("noise", 0.0)) < 0.2


def test_a_rare_sign_has_no_weight():
    items = made(200, by_a_and_b) + [Judged("quotes", "y", 0.5, False, {"rare": 1.0})] * 14
    assert "rare" not in fit(items).weights


@pytest.mark.parametrize("right", [True, False], ids=["all-right", "all-wrong"])
def test_items_that_are_all_alike_are_near_certain_and_no_more(right):
    model = fit([Judged("quotes", f"x{n}", 0.5, right, {"a": 1.0}) for n in range(50)])
    assert 0 < model.of({"a": 1}) < 1
    assert (model.of({"a": 1}) > 0.9) is right


def test_claims_are_made_by_models_that_have_not_seen_the_article():
    """Signs that name the article tell everything about it, and nothing about another one."""
    items = []
    for number in range(10):
        signs = {f"article {number}": 1.0}
        items += [Judged("quotes", f"x{number}", 0.5, number % 2 == 0, signs)] * 20
    seen, unseen = fit(items), claim_unseen(items)
    assert area_under_curve([Judged("", "", seen.of(i.signs), i.is_right) for i in items]) == 1
    assert area_under_curve(unseen) <= 0.5
    assert cross_validate(items).auc <= 0.5


@pytest.mark.parametrize(
    ("ranked", "auc"),
    [
        pytest.param([(0.1, False), (0.2, False), (0.3, True)], 1.0, id="in-order"),
        pytest.param([(0.1, True), (0.2, False)], 0.0, id="the-wrong-way"),
        pytest.param([(0.5, True), (0.5, False)], 0.5, id="ties"),
        pytest.param([(0.1, False), (0.2, True), (0.3, False), (0.4, True)], 0.75, id="three-of-four"),
        pytest.param([(0.1, True)], 0.5, id="nothing-wrong"),
    ],
)
def test_area_under_curve(ranked, auc):
    assert area_under_curve([Judged("quotes", "x", value, right) for value, right in ranked]) == auc


def test_the_written_file_is_a_rule_file_that_calibrates(tmp_path):
    items = made(1000, by_a_and_b)
    written = write_calibration(items)
    (tmp_path / "confidence.toml").write_text(written, encoding="utf-8")
    assert 'note = "1000 items of 200 articles; on articles left out of the fit: AUC 0.7' in written
    confidence = Confidence(load_rules([tmp_path]), "quotes")
    after = [Judged(i.layer, i.article, confidence.of(i.signs), i.is_right) for i in items]
    assert expected_error(bin_up(items), "quotes") > 0.04
    assert expected_error(bin_up(after), "quotes") < 0.03
    shares = [each.precision for each in bin_up(after) if each.count > 50]
    assert shares == sorted(shares)


def test_quotes_speakers_and_events_have_confidences_read_from_their_signs():
    nlp = load()
    record = extract(
        "„Wij gaan door”, zei minister Anna de Wit. De politie arresteerde vijf mensen.",
        nlp=nlp,
        explain=True,
    )
    quote, event = record.quotes[0], record.events[0]
    layers = {layer: Confidence(load_rules(), layer) for layer in LAYERS}
    signs = quote.explanation.evidence
    of_speaker = {
        name.removeprefix("speaker: "): value for name, value in signs.items() if name.startswith("speaker: ")
    }
    assert quote.confidence == layers["quotes"].of(signs)
    assert quote.speaker.confidence == layers["speakers"].of(of_speaker)
    assert of_speaker["via name"] == 1
    assert event.confidence == layers["events"].of(event.explanation.evidence)
