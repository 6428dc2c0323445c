"""Reasons: rules that looked, applied or not; paths to who takes part. Absent unless asked for."""

import pytest
from typer.testing import CliRunner
from untrained import ROOT

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
        pytest.param("Per ongeluk viel de vaas.", "events/accident-ongeluk\tno\tongeluk\tblocked by per-ongeluk", id="blocked-trigger"),
        pytest.param("Hij sprak over Ajax.", "quotes/tegenspreken\tno\tsprak\tits other words are missing, or another particle stands with it", id="no-particle"),
        pytest.param("De bouw verloopt volgens plan, volgens Jansen.", "quotes/volgens\tno\tvolgens\tblocked by volgens-plan", id="blocked-phrase"),
        pytest.param("Het verzoek kwam te laat.", "quotes/het-verzoek-om\tno\tverzoek\tnothing here that it introduces", id="noun-without-a-clause"),
        pytest.param("Zij las het boek ‘De avonden’ uit.", "quotes/marks\tno\tDe avonden\tthe words before it bring in a title or nickname", id="title"),
        pytest.param("De ‘vrienden’ van Jansen zwegen.", "quotes/marks\tno\tvrienden\tnothing says that somebody said it: no cue, colon or turn", id="scare-quotes"),
        pytest.param("Hij ging naar huis.", "mentions/hij\tno\tHij\tnobody named before it fits", id="pronoun"),
        pytest.param("Zij gingen naar huis.", "mentions/zij\tno\tZij\tseveral are meant, or the verb does not say whether it is one", id="plural-pronoun"),
        pytest.param("Morgen gaat de school open.", "dates/grammar\tno\tMorgen\thas no value without a publication date: morgen = day", id="date"),
        pytest.param("Frans Bauer zong.", "countries/FR\tno\tFrans\tanother thing here: PERSON", id="country"),
    ],
)  # fmt: skip
def test_a_rule_that_did_not_apply_says_why(nlp, sentence, line):
    assert line in explain(nlp, sentence), "\n".join(explain(nlp, sentence))


def test_a_rule_that_applied_says_what_it_made(nlp):
    lines = explain(nlp, "„Wij gaan door”, zei Lavrov.")
    assert "quotes/zeggen\tapplied\tzei … Wij gaan door\tdirect quote" in lines
    assert not any(line.startswith("quotes/zeggen\tno") for line in lines)


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        pytest.param("Jan Smit sprak met Piet Kok. Hij ging weg.", "antecedent of Hij\tno\tPiet Kok\tless likely: ", id="antecedent"),
        pytest.param("Minister Jan Smit sprak met Els Kok. „Ik ga”, zei de minister.", "speaker of Ik ga\tno\tEls Kok\tis nowhere called 'minister'", id="speaker"),
        pytest.param("Noord-Korea vuurde gisteren in Parijs een raket af.", "participant of vuurde\tno\tParijs\tbehind 'in', which brings in no participant of mobilize-raket", id="participant"),
    ],
)  # fmt: skip
def test_people_who_were_passed_over_are_told(nlp, sentence, line):
    found = explain(nlp, sentence)
    assert any(each.startswith(line) for each in found), "\n".join(found)


def test_the_kill_list_says_what_it_left_out_and_what_not():
    nlp = load(rules=[ROOT / "samples" / "rules"])
    gone = explain(nlp, "De kok zette de kom Chili op tafel.")
    assert "entities/chili-op-tafel\tapplied\tChili\tleaves out this GPE" in gone
    assert "countries/CL\tno\tChili\tleft out by a rule that drops names" in gone
    unmet = "its conditions do not hold: pattern: before lemma bord or kom or pan or portie"
    assert f"entities/chili-op-tafel\tno\tChili\t{unmet}" in explain(nlp, "De kok vertrok naar Chili.")


def test_every_item_is_explained(explained):
    for entity in explained.entities:
        assert entity.explanation.words == entity.mentions[0].span.text
        assert ("country" in entity.explanation.paths) is (entity.country is not None)
    assert all(time.explanation.words == time.span.text for time in explained.times)
    for quote in explained.quotes:
        assert quote.explanation.paths["speaker"]
        assert quote.explanation.evidence
    assert any(item.explanation.candidates for item in explained.quotes + explained.entities)
    by = {entity.name: entity.explanation.paths.get("country") for entity in explained.entities}
    assert by["Noord-Korea"] == "name: 'Noord-Korea' by countries/KP"


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
    layers = ("entities", "times", "quotes", "events")
    assert all(item.explanation is None for layer in layers for item in getattr(plain, layer))
    without = {
        layer: [item.model_copy(update={"explanation": None}) for item in getattr(explained, layer)]
        for layer in layers
    }
    assert explained.model_copy(update=without) == plain


def test_any_parse_can_be_explained(untrained_nlp):
    record = extract(LAVROV, nlp=untrained_nlp, explain=True)
    assert all(isinstance(item.explanation, Explanation) for item in record.quotes + record.events)
    assert extract("", nlp=untrained_nlp, explain=True).quotes == []


def test_the_command_line_explains_when_asked():
    result = CliRunner().invoke(app, ["extract", str(ROOT / "samples/articles/lavrov.txt"), "--explain"])
    assert '"explanation":{"words":' in result.stdout
