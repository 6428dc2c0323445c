"""Reasons: rules that looked, applied or not; paths to who takes part. Absent unless asked for."""

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from nieuwsextract import extract, load
from nieuwsextract.cli import app
from nieuwsextract.evaluation.rule_check import explain
from nieuwsextract.records import ArticleRecord, Explanation

LAVROV = (ROOT / "samples" / "articles" / "lavrov.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.fixture(scope="module")
def explained(nlp):
    return extract(LAVROV, nlp=nlp, explain=True)


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        pytest.param("De minister zei niets over zijn vertrek.", "quotes/zeggen\tno\tzei\tblocked by zegt-niets", id="blocked-cue"),
        pytest.param("De dode hoek is gevaarlijk.", "events/die-dode\tno\tdode\tblocked by dood-figuurlijk", id="blocked-trigger"),
        pytest.param("Hij sprak over Ajax.", "quotes/tegenspreken\tno\tsprak\tits other words are missing, or another particle stands with it", id="no-particle"),
    ],
)  # fmt: skip
def test_a_rule_that_did_not_apply_says_why(nlp, sentence, line):
    assert line in explain(nlp, sentence), "\n".join(explain(nlp, sentence))


def test_a_rule_that_applied_says_what_it_made(nlp):
    lines = explain(nlp, "„Wij gaan door”, zei Lavrov.")
    assert "quotes/zeggen\tapplied\tzei … Wij gaan door\tdirect quote" in lines
    assert not any(line.startswith("quotes/zeggen\tno") for line in lines)


def test_every_quote_and_event_is_explained(explained):
    for item in explained.quotes + explained.events:
        assert item.explanation is not None
        assert item.rule not in {rejected.rule for rejected in item.explanation.rejected}
    assert any("source" in quote.explanation.paths for quote in explained.quotes)
    assert any("actor 1" in event.explanation.paths for event in explained.events)
    assert any(event.explanation.rejected for event in explained.events)


def test_an_explained_record_is_valid_and_otherwise_the_same(nlp, explained):
    again = ArticleRecord.model_validate_json(explained.model_dump_json())
    assert again == explained
    plain = extract(LAVROV, nlp=nlp)
    assert all(item.explanation is None for item in plain.quotes + plain.events)
    without = {
        layer: [item.model_copy(update={"explanation": None}) for item in getattr(explained, layer)]
        for layer in ("quotes", "events")
    }
    assert explained.model_copy(update=without) == plain


def test_any_parse_can_be_explained(untrained_nlp):
    record = extract(LAVROV, nlp=untrained_nlp, explain=True)
    assert all(isinstance(item.explanation, Explanation) for item in record.quotes + record.events)
    assert extract("", nlp=untrained_nlp, explain=True).quotes == []


def test_the_command_line_explains_when_asked():
    result = CliRunner().invoke(app, ["extract", str(ROOT / "samples/articles/lavrov.txt"), "--explain"])
    assert '"explanation":{"words":' in result.stdout
