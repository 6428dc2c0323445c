"""The record refuses what is not true of its text, and its schema is the committed one."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from nieuwsextract.records import ArticleRecord, TextSpan, hash_text, json_schema

ROOT = Path(__file__).parent.parent
TEXT = "Lavrov zegt niets."


def record(**changes):
    fields = {
        "schema_version": 1,
        "id": "a",
        "article": {},
        "text": TEXT,
        "text_sha256": hash_text(TEXT),
        "produced_by": {
            "nieuwsextract": "0", "schema_version": 1, "model": "m", "model_version": "0", "rules": "r",
        },
    }  # fmt: skip
    return ArticleRecord.model_validate(fields | changes)


def entity(start=0, end=6, text="Lavrov", **changes):
    mention = {
        "span": {"start": start, "end": end, "text": text}, "kind": "name", "resolved_via": "name", "rule": "ner",
    }  # fmt: skip
    return {"id": "e1", "label": "PERSON", "name": "Lavrov", "mentions": [mention], "rule": "ner"} | changes


def test_a_right_span_is_accepted():
    assert record(entities=[entity()]).entities[0].mentions[0].span.text == "Lavrov"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"entities": [entity(1, 7)]}, id="span-of-other-text"),
        pytest.param({"entities": [entity(0, 5)]}, id="span-too-short-for-its-text"),
        pytest.param({"entities": [entity(affiliation="e9")]}, id="id-that-nothing-has"),
        pytest.param({"entities": [entity(country="Rusland")]}, id="no-country-code"),
        pytest.param({"entities": [entity(mentions=[])]}, id="entity-nowhere-in-the-text"),
        pytest.param({"main_event": "v1"}, id="main-event-that-is-not-there"),
        pytest.param({"text": "Een andere tekst."}, id="other-text-than-the-hash"),
        pytest.param({"published": "2017"}, id="unknown-field"),
        pytest.param({"article": {"published": "2 december"}}, id="no-edtf-date"),
        pytest.param({"schema_version": 2}, id="other-schema"),
    ],
)
def test_what_is_not_true_is_refused(changes):
    with pytest.raises(ValidationError):
        record(**changes)


def test_without_its_text_the_spans_stay():
    assert record(text=None, entities=[entity()]).entities[0].mentions[0].span.end == 6


def test_records_are_frozen():
    with pytest.raises(ValidationError):
        record().id = "b"


def test_an_empty_span_is_refused():
    with pytest.raises(ValidationError):
        TextSpan(start=3, end=3, text="")


def test_the_committed_schema_is_the_code_s():
    committed = json.loads((ROOT / "docs/schema/article-record.v1.json").read_text(encoding="utf-8"))
    assert committed == json_schema(), "run: nieuwsextract schema > docs/schema/article-record.v1.json"
