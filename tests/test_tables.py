"""Tables: the record's own names, joined by ids, in Parquet and CSV, and the queries of the README."""

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nieuwsextract.cli import app
from nieuwsextract.records import SCHEMA_VERSION, ArticleRecord, hash_text
from nieuwsextract.writing.jsonl import to_json
from nieuwsextract.writing.table_files import write_tables
from nieuwsextract.writing.tables import TABLES, to_rows

README = Path(__file__).parents[1] / "README.md"
TEXT = "=SOM(1) zei De Wit maandag.\n\nDe Wit „vuurde” Jansen in Wenen “af”; „ja”, zei hij."


def span(word, nth=0):
    start = [match.start() for match in re.finditer(re.escape(word), TEXT)][nth]
    return {"start": start, "end": start + len(word), "text": word}


def mention(word, nth=0, label="PERSON", kind="name"):
    return {"span": span(word, nth), "label": label, "kind": kind, "resolved_via": "name", "rule": "ner"}


@pytest.fixture
def record():
    return ArticleRecord.model_validate(
        {
            "schema_version": SCHEMA_VERSION,
            "id": "a1",
            "article": {"headline": "=SOM(1)", "authors": ["Jan", "Els"], "extra": {"blz": 7}, "published": "2021-03-04"},
            "text": TEXT,
            "text_sha256": hash_text(TEXT),
            "entities": [
                {"id": "e1", "label": "PERSON", "name": "De Wit", "rule": "ner", "gender": "male",
                 "mentions": [mention("De Wit"), mention("De Wit", 1), mention("hij", label=None, kind="pronoun")]},
                {"id": "e2", "label": "GPE", "name": "Wenen", "rule": "ner", "country": "AT",
                 "mentions": [mention("Wenen", label="GPE")]},
            ],
            "times": [{"id": "t1", "span": span("maandag"), "label": "DATE", "type": "DATE", "value": "2021-03-01", "rule": "t"}],
            "quotes": [
                {"id": "q1", "quote_type": "direct", "content": [span("ja")], "position": "body", "rule": "q",
                 "cue": {"spans": [span("zei", 1)], "lemma": "zeggen", "cue_class": "say"}, "source": span("hij"),
                 "speaker": {"entity": "e1", "name": "De Wit", "via": "pronoun"}},
                {"id": "q2", "quote_type": "direct", "content": [span("=SOM(1)")], "position": "lead", "rule": "q"},
            ],
            "events": [
                {"id": "v1", "event_type": "RESIGN", "trigger": [span("vuurde"), span("af")], "polarity": "neg",
                 "modality": "asserted", "position": "body", "rule": "v", "confidence": 0.5,
                 "actors": [{"span": span("De Wit", 1), "entity": "e1"}], "recipients": [{"span": span("Jansen")}],
                 "place": {"span": span("Wenen"), "country": "AT"}, "time": {"time": "t1"},
                 "cameo": {"code": "010", "goldstein": -5.0}},
            ],
            "produced_by": {"nieuwsextract": "0", "schema_version": SCHEMA_VERSION, "model": "m", "model_version": "1",
                            "rules": "r"},
        }
    )  # fmt: skip


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_have_only_the_columns_of_their_table(record):
    rows = list(to_rows(record))
    assert {name for name, _ in rows} == set(TABLES)
    for name, row in rows:
        assert set(row) <= set(TABLES[name]), name


def test_every_column_is_filled_by_some_record(record):
    """A column that nothing ever fills is a misspelt one; those left out here need other notes."""
    filled = {(name, column) for name, row in to_rows(record) for column in row}
    missing = {(name, column) for name in TABLES for column in TABLES[name]} - filled
    optional = {"speaker", "addressee", "addressee_entity", "time_value"}
    optional |= {
        "plover_type",
        "plover_mode",
        "plover_contexts",
        "plover_score",
        "quad_class",
        "auxiliary_modes",
    }
    assert {column for _, column in missing} <= optional


def test_rows_join_by_ids(record, tmp_path):
    write_tables([record], tmp_path, "csv")
    tables = {name: read_csv(tmp_path / f"{name}.csv") for name in TABLES}
    (article,) = tables["articles"]
    assert all(
        row["article"] == article["id"] for name in TABLES if name != "articles" for row in tables[name]
    )
    (quote, _), (entity, _) = tables["quotes"], tables["entities"]
    assert (quote["speaker"], entity["id"], entity["name"]) == ("e1", "e1", "De Wit")
    assert [row["text"] for row in tables["mentions"] if row["entity"] == "e1"] == ["De Wit", "De Wit", "hij"]
    assert [(row["event"], row["part"], row["text"]) for row in tables["participants"]] == [
        ("v1", "actor", "De Wit"), ("v1", "recipient", "Jansen"),
    ]  # fmt: skip


def test_pieces_are_one_text_with_the_gap_shown(record):
    (event,) = [row for name, row in to_rows(record) if name == "events"]
    assert event["trigger"] == "vuurde … af"
    assert TEXT[event["start"] : event["end"]] == "vuurde” Jansen in Wenen “af"


def test_csv_defuses_formulas_but_not_numbers_and_codes(record, tmp_path):
    write_tables([record], tmp_path, "csv")
    assert read_csv(tmp_path / "articles.csv")[0]["headline"] == "'=SOM(1)"
    assert read_csv(tmp_path / "quotes.csv")[1]["content"] == "'=SOM(1)"
    (event,) = read_csv(tmp_path / "events.csv")
    assert (event["goldstein"], event["cameo_code"], event["place_assumed"]) == ("-5.0", "010", "false")


def test_csv_is_rfc_4180_in_utf_8(record, tmp_path):
    write_tables([record], tmp_path, "csv")
    data = (tmp_path / "quotes.csv").read_bytes()
    assert data.count(b"\r\n") == 3
    assert not data.startswith(b"\xef\xbb\xbf")
    assert read_csv(tmp_path / "articles.csv")[0]["text"] == "'" + TEXT


def test_missing_is_empty(record, tmp_path):
    write_tables([record], tmp_path, "csv")
    assert read_csv(tmp_path / "quotes.csv")[1]["speaker"] == ""


def test_parquet_keeps_types_and_text(record, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="an extra")
    write_tables([record, record], tmp_path, "parquet")
    events = parquet.read_table(tmp_path / "events.parquet").to_pylist()
    assert len(events) == 2
    assert (events[0]["goldstein"], events[0]["cameo_code"], events[0]["place_assumed"]) == (
        -5.0,
        "010",
        False,
    )
    (article, _) = parquet.read_table(tmp_path / "articles.parquet").to_pylist()
    assert article["headline"] == "=SOM(1)"
    assert json.loads(article["extra"]) == {"blz": 7}
    assert parquet.read_table(tmp_path / "participants.parquet").schema.names == list(TABLES["participants"])


def test_tables_of_no_records_have_their_columns(tmp_path):
    write_tables([], tmp_path, "csv")
    assert (
        tmp_path / "times.csv"
    ).read_bytes() == b"article,id,label,start,end,text,type,value,anchor,rule\r\n"


@pytest.fixture
def batch_folder(record, tmp_path):
    folder = tmp_path / "uit"
    folder.mkdir()
    for number in range(2):
        copy = record.model_copy(update={"id": f"a{number}"})
        (folder / f"part-0000{number}.jsonl").write_text(to_json(copy) + "\n", "utf-8")
    (folder / "part-00000.errors.jsonl").write_text('{"id": "x"}\n', "utf-8")
    return folder


def test_command_takes_a_folder_of_a_batch(batch_folder, tmp_path):
    result = CliRunner().invoke(app, ["tables", str(batch_folder), str(tmp_path / "t"), "--format", "csv"])
    assert result.exit_code == 0, result.stderr
    assert "2 records" in result.stderr
    assert [row["id"] for row in read_csv(tmp_path / "t" / "articles.csv")] == ["a0", "a1"]


def test_command_names_a_line_that_is_no_record(tmp_path):
    path = tmp_path / "kapot.jsonl"
    path.write_text('{"id": "x"}\n', "utf-8")
    result = CliRunner().invoke(app, ["tables", str(path), str(tmp_path / "t"), "--format", "csv"])
    assert result.exit_code == 1
    assert "kapot.jsonl:1" in result.stderr


@pytest.mark.parametrize("library", ["pandas", "duckdb"])
def test_query_of_the_readme_gives_quotes_by_speaker(library, batch_folder, tmp_path, monkeypatch, capsys):
    pytest.importorskip(library, reason="not needed otherwise")
    pytest.importorskip("pyarrow", reason="an extra")
    CliRunner().invoke(app, ["tables", str(batch_folder), str(tmp_path / "tabellen")])
    monkeypatch.chdir(tmp_path)
    code = next(
        block
        for block in re.findall(r"^```py\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
        if f"import {library}" in block
    )
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 (the README's own code)
    shown = capsys.readouterr().out
    assert "De Wit" in shown
    assert "2" in shown


def test_the_r_query_names_columns_that_exist():
    """R is not run here: what is neither R nor a file must be a column."""
    (code,) = re.findall(r"^```r\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    r_words = {"library", "arrow", "dplyr", "read_parquet", "inner_join", "by", "c", "count", "sort", "TRUE"}
    names = set(re.findall(r"[A-Za-z_]+", re.sub(r'"tabellen/\w+\.parquet"', "", code))) - r_words
    assert names
    assert names <= set(TABLES["quotes"]) | set(TABLES["entities"])
