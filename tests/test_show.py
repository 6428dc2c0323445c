"""Pages to look at: every mark in its place, everything escaped, nothing from elsewhere."""

import re

import pytest
from spacy import displacy
from typer.testing import CliRunner
from untrained import ROOT

from nieuwsextract import Article, extract, load
from nieuwsextract.cli import app
from nieuwsextract.records import ArticleRecord, hash_text
from nieuwsextract.writing.html import to_html, to_index
from nieuwsextract.writing.jsonl import to_json
from nieuwsextract.writing.segments import Mark, segments_of
from nieuwsextract.writing.terminal import to_text

EVIL = "<script>alert(1)</script>"


def span(text, part):
    start = text.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def record(text, name, headline=None, quote=None):
    entity = {
        "id": "e1", "label": "PERSON", "name": name, "rule": "ner",
        "mentions": [{"span": span(text, name), "label": "PERSON", "kind": "name", "resolved_via": "name", "rule": "ner"}],
    }  # fmt: skip
    quotes = [
        {
            "id": "q1", "quote_type": "direct", "content": [span(text, quote)], "position": "body", "rule": "r",
            "cue": {"spans": [span(text, "zegt")], "lemma": "zeggen", "cue_class": "say"},
            "speaker": {"entity": "e1", "name": name, "via": "name"},
        }
    ] if quote else []  # fmt: skip
    return ArticleRecord.model_validate({
        "schema_version": 1, "id": "a", "article": {"headline": headline}, "text": text,
        "text_sha256": hash_text(text), "entities": [entity], "quotes": quotes,
        "produced_by": {"nieuwsextract": "0", "schema_version": 1, "model": "m", "model_version": "0", "rules": "r"},
    })  # fmt: skip


LAVROV = record("„Ja”, zegt Lavrov.\n\nHij gaat.", "Lavrov", quote="Ja")


def test_segments_join_to_the_text():
    text = "abcdef"
    marks = [Mark(0, 4, "quote", "q1"), Mark(1, 2, "cue", "q1"), Mark(3, 6, "event", "v1")]
    segments = list(segments_of(text, marks))
    assert "".join(segment.text for segment in segments) == text
    assert [(s.text, sorted(m.kind for m in s.marks)) for s in segments] == [
        ("a", ["quote"]), ("b", ["cue", "quote"]), ("c", ["quote"]), ("d", ["event", "quote"]), ("ef", ["event"]),
    ]  # fmt: skip


def test_the_page_links_text_and_lists_both_ways():
    page = to_html(LAVROV)
    for item in ("e1", "q1"):
        assert page.count(f'id="at-{item}"') == 1
        assert page.count(f'id="card-{item}"') == 1
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_every_place_names_its_items():
    named = re.findall(r'data-items="([^"]*)"', to_html(LAVROV))
    assert {item for names in named for item in names.split(" ")} == {"e1", "q1"}


def test_the_page_loads_nothing():
    page = to_html(LAVROV)
    assert not re.search(r'(?:src|href)="(?!#|data:,)', page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    "evil",
    [
        record(f"Zo sprak {EVIL} gisteren.", EVIL, headline=EVIL),
        record('Zo sprak "onmouseover="alert(1) gisteren.', '"onmouseover="alert(1)'),
        record("Zie javascript:alert(1) hier.", "javascript:alert(1)", headline="javascript:alert(1)"),
    ],
    ids=["script", "attribute", "javascript-link"],
)
def test_everything_is_escaped(evil):
    for page in (to_html(evil), to_index([("a.html", evil)])):
        assert EVIL not in page
        assert page.count("<script>") == 1
        assert '"onmouseover' not in page
        assert 'href="javascript' not in page


def test_a_record_without_text_cannot_be_shown():
    with pytest.raises(ValueError, match="a: the record was written without its text"):
        to_html(LAVROV.model_copy(update={"text": None}))


def test_terminal_text_is_the_article_s():
    assert to_text(LAVROV).plain == LAVROV.text


def test_records_give_pages_and_an_index(tmp_path):
    (tmp_path / "r.jsonl").write_text(f"{to_json(LAVROV)}\n{to_json(LAVROV)}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "r.jsonl"), "-o", str(tmp_path / "uit")])
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (tmp_path / "uit").iterdir())
    assert names == ["article-00001.html", "article-00002.html", "index.html"]
    assert "Lavrov (2)" in (tmp_path / "uit" / "index.html").read_text(encoding="utf-8")


def test_a_broken_record_is_named_by_file_and_line(tmp_path):
    (tmp_path / "r.jsonl").write_text(to_json(LAVROV) + '\n{"schema_version":1}\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "r.jsonl")])
    assert result.exit_code == 1
    assert "r.jsonl:2: id" in result.stderr


@pytest.mark.parametrize("group", ["quotes", "events", "times", "countries"])
def test_displacy_draws_the_span_groups(group):
    nlp = load()
    doc = nlp((ROOT / "samples" / "articles" / "lavrov.txt").read_text(encoding="utf-8"))
    assert doc.spans[group]
    drawn = displacy.render(doc, style="span", options={"spans_key": group}, jupyter=False)
    labels = {span.label_ for span in doc.spans[group]}
    assert all(label in drawn for label in labels)


def test_broken_surrogates_anywhere_give_a_page_and_json(untrained_nlp):
    article = Article(
        id="a\ud800",
        text="Ja \ud83d, zegt Lavrov.",
        headline="kop\udfff",
        authors=["\ud800"],
        extra={"\ud800": ["\ud800"]},
    )
    shown = extract(article, nlp=untrained_nlp)
    assert "kop\ufffd" in to_html(shown).encode().decode()
    assert "kop\ufffd" in to_index([("a.html", shown)]).encode().decode()
    assert to_json(shown).encode()
