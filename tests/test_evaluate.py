"""`evaluate`: gold as JSON lines or inline XML; errors in context, comparison, reliability."""

import json

import pytest
from typer.testing import CliRunner
from untrained import ROOT

from nieuwsextract import extract
from nieuwsextract.cli import app
from nieuwsextract.errors import ReadError
from nieuwsextract.evaluation.comparison import compare, read_report
from nieuwsextract.evaluation.errors import list_errors
from nieuwsextract.evaluation.gold import GoldArticle, read_gold
from nieuwsextract.evaluation.reliability import Judged, bin_up, expected_error
from nieuwsextract.writing.jsonl import to_json

XML = """<articles>
  <article id="a1" date="2017-12-02">
    <title><entity label="PERSON">Lavrov</entity>: geen paniek</title>
    <p>„<quote id="1" type="direct" speaker="Lavrov">Ik kom</quote>”, <cue quote="1">zegt</cue>
       <source quote="1">de minister</source>, „<quote id="1">maar niet <time type="DATE" value="2017-12-02">vandaag</time></quote>”.
       Hij <event type="CONSULT" actor="Hij" modality="future">bezoekt</event> <entity label="GPE">Wenen</entity>.</p>
  </article>
</articles>
"""


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path):
    return next(read_gold(write(tmp_path / "gold.xml", XML)))


def read(article, span):
    return article.text[span[0] : span[1]]


def test_xml_gives_text_and_date(article):
    assert article.text == (
        "Lavrov: geen paniek\n\n„Ik kom”, zegt de minister, „maar niet vandaag”. Hij bezoekt Wenen."
    )
    assert (article.id, article.date) == ("a1", "2017-12-02")


def test_xml_gives_entities_events_and_times(article):
    assert [(article.text[e.start : e.end], e.label) for e in article.entities] == [
        ("Lavrov", "PERSON"), ("Wenen", "GPE"),
    ]  # fmt: skip
    (event,) = article.events
    assert (article.text[event.start : event.end], event.type, event.actor, event.modality) == (
        "bezoekt", "CONSULT", "Hij", "future",
    )  # fmt: skip
    assert [(article.text[t.start : t.end], t.value) for t in article.times] == [("vandaag", "2017-12-02")]


def test_xml_joins_the_pieces_of_a_quote(article):
    (quote,) = article.quotes
    assert [read(article, span) for span in quote.content] == ["Ik kom", "maar niet vandaag"]
    assert [read(article, span) for span in quote.cue] == ["zegt"]
    assert read(article, quote.source) == "de minister"
    assert (quote.type, quote.speaker) == ("direct", "Lavrov")


def test_a_layer_that_no_article_has_is_not_annotated(tmp_path):
    path = write(tmp_path / "g.xml", '<articles><article id="a"><p>Niets.</p></article></articles>')
    assert next(read_gold(path)).entities is None
    path = write(path, '<articles layers="entities"><article id="a"><p>Niets.</p></article></articles>')
    assert next(read_gold(path)).entities == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        pytest.param("<p><b>x</b></p>", "article a: <b> is none of: entity", id="unknown-element"),
        pytest.param("x<lijst>y</lijst>", "article a: <lijst> stands outside <title> and <p>", id="unknown-block"),
        pytest.param('<p><cue quote="1">zegt</cue></p>', 'there is no <quote id="1">', id="cue-of-nothing"),
        pytest.param("<p><cue>zegt</cue></p>", "a cue or source quote=", id="cue-without-quote"),
        pytest.param('<p><entity label="ORG"> </entity>x</p>', "<entity> is empty", id="empty"),
        pytest.param("<p><entity>x</entity></p>", "entities.0.label: Field required", id="no-label"),
        pytest.param("<p>x</b>", "cannot be read as XML", id="no-xml"),
    ],
)  # fmt: skip
def test_a_fault_in_the_xml_is_named(tmp_path, inside, message):
    path = write(tmp_path / "g.xml", f'<articles><article id="a">{inside}</article></articles>')
    with pytest.raises(ReadError, match=message) as error:
        list(read_gold(path))
    assert "g.xml" in str(error.value)


def test_a_document_type_is_refused(tmp_path):
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><articles><article id="a"><p>&c;</p></article></articles>'
    with pytest.raises(ReadError, match="document type"):
        list(read_gold(write(tmp_path / "g.xml", bomb)))


def test_errors_stand_in_their_context(untrained_nlp):
    text = "Lavrov bezoekt morgen Wenen."
    gold = GoldArticle.model_validate({
        "id": "a1", "text": text, "entities": [{"start": 0, "end": 6, "label": "LAW"}],
        "events": [{"start": 7, "end": 14, "type": "BANKRUPT"}],
        "times": [{"start": 15, "end": 21, "type": "SET", "value": "XXXX"}],
    })  # fmt: skip
    errors = list_errors(gold, extract(text, nlp=untrained_nlp))
    assert set(errors) == {"entities", "events", "times"}
    assert "a1\tmissed\tLAW\t[Lavrov] bezoekt morgen Wenen." in errors["entities"]
    assert "a1\tmissed\tBANKRUPT\tLavrov [bezoekt] morgen Wenen." in errors["events"]
    assert errors["times"][0].endswith("[morgen] Wenen.")


def row(f1, interval=None):
    return {"f1": f1, "f1_interval": interval}


def test_compare_marks_what_is_beyond_the_interval():
    rows = compare({"a": row(0.9), "b": row(0.5), "new": row(0.1)}, {"a": row(0.8, [0.7, 0.85]), "b": row(0.5, [0.4, 0.6])})  # fmt: skip
    assert [(r["name"], r["difference"], r["beyond_interval"]) for r in rows] == [
        ("a", 0.1, True),
        ("b", 0.0, False),
    ]


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}'], ids=["no-json", "list", "no-report"])
def test_a_file_that_is_no_report_is_named(tmp_path, text):
    with pytest.raises(ReadError, match=r"r\.json: "):
        read_report(write(tmp_path / "r.json", text))


def test_reliability_bins_by_confidence():
    items = [Judged("quotes", "x", 0.95, True)] * 3 + [
        Judged("quotes", "x", 0.95, False),
        Judged("quotes", "x", 1.0, True),
    ]
    items += [Judged("quotes", "x", 0.3, False)]
    low, high = bin_up(items)
    assert (low.low, low.count, low.precision) == (0.3, 1, 0.0)
    assert (high.low, high.count, high.precision, high.confidence) == (0.9, 5, 0.8, 0.96)
    assert expected_error([low, high], "quotes") == pytest.approx((0.3 + 5 * 0.16) / 6)


@pytest.fixture
def scored(tmp_path, article, untrained_nlp):
    """Gold and records on disk."""
    record = extract(article.to_article(), nlp=untrained_nlp)
    return tmp_path / "gold.xml", write(tmp_path / "r.jsonl", to_json(record) + "\n")


def run(*args):
    result = CliRunner().invoke(app, ["evaluate", *map(str, args)])
    assert result.exit_code == 0, result.output
    return result


def test_the_command_prints_every_part(tmp_path, scored):
    gold, records = scored
    report = write(tmp_path / "then.json", run(gold, "--records", records, "--json").stdout)
    assert json.loads(report.read_text(encoding="utf-8"))["quotes, loose"]["wanted"] == 1
    shown = run(gold, "--records", records, "--compare", report, "--errors", 5).stdout
    assert "no score changed" in shown
    assert "confidence" in shown
    assert "quotes: " in shown


def test_an_article_without_a_record_is_told(tmp_path, scored):
    gold, records = scored
    write(gold, XML.replace("</articles>", '<article id="b"><p>Meer.</p></article></articles>'))
    assert (
        "1 annotated articles have no record and are not scored: b" in run(gold, "--records", records).stderr
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param('type="PROTEST"', 'type="STAKING"', r"x1\.events\.0\.type: should be one of 'AGREE', .*'RESCUE' \(got 'STAKING'\)", id="no-such-type"),
        pytest.param('label="PERSON"', 'label="PER"', r"x1\.entities\.0\.label: should be one of 'PERSON', .*\(got 'PER'\)", id="no-such-label"),
        pytest.param('actor="De bond"', 'acter="De bond"', r"article x1: <event> has no acter; it may have: actor, modality, ", id="misspelt-attribute"),
        pytest.param('<cue quote="1">', '<cue quote="7">', r'article x1: a cue or source names quote="7", but there is no <quote id="7">', id="no-such-quote"),
    ],
)  # fmt: skip
def test_an_annotator_is_told_what_is_wrong(tmp_path, old, new, told):
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    example = page.split("```xml gold\n")[1].split("```")[0]
    assert old in example
    with pytest.raises(ReadError, match=told):
        list(read_gold(write(tmp_path / "gold.xml", example.replace(old, new))))
