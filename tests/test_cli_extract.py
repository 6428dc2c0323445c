"""`extract` on the command line: data on stdout, messages on stderr, every bad file named, the others done."""

import json

import pytest
from typer.testing import CliRunner

from nieuwsextract import extract
from nieuwsextract.cli import app
from nieuwsextract.records import ArticleRecord

GOOD = "Minister weg\n\n„Ik stap op”, zei minister De Wit maandag in Wenen. Volgens hem is dat beter.\n"


@pytest.fixture
def run(untrained_model):
    def run_with(*args, stdin=None):
        return CliRunner().invoke(
            app, ["extract", *map(str, args), "--model", str(untrained_model)], input=stdin
        )

    return run_with


def records_of(result):
    return [ArticleRecord.model_validate_json(line) for line in result.stdout.splitlines()]


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "goed.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_one_record_a_line(run, good):
    result = run(good, good)
    assert result.exit_code == 0
    assert [record.text for record in records_of(result)] == [GOOD, GOOD]
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("leeg.txt", b"", ["leeg.txt", "empty"], id="empty"),
        pytest.param("blanco.txt", b" \n\n ", ["blanco.txt", "empty"], id="only-blanks"),
        pytest.param("foto.txt", b"\x89PNG\r\n\x1a\n\x00\x00", ["foto.txt", "binary"], id="binary"),
        pytest.param("nul.txt", b"De minister\x00zegt niets.", ["nul.txt", "NUL"], id="nul-bytes"),
        pytest.param("raar.txt", b"De \x81 minister", ["raar.txt", "byte 3", "UTF-8"], id="no-encoding"),
        pytest.param("lang.txt", b"woord " * 900_000, ["lang.txt", "5,400,000", "1,000,000"], id="5-MB-line"),
    ],
)
def test_a_bad_file_is_named_and_the_others_go_through(run, good, tmp_path, name, data, words):
    bad = tmp_path / name
    bad.write_bytes(data)
    result = run(bad, good)
    assert result.exit_code == 1
    assert len(records_of(result)) == 1
    assert all(word in result.stderr for word in words)
    assert "Traceback" not in result.output


def test_a_missing_file_is_named(run, good, tmp_path):
    result = run(tmp_path / "weg.txt", good)
    assert result.exit_code == 1
    assert "weg.txt: no such file or folder" in result.stderr
    assert len(records_of(result)) == 1


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("café in België".encode("cp1252"), "café in België", id="cp1252"),
        pytest.param(b"\xef\xbb\xbf" + "België".encode(), "België", id="utf-8-bom"),
        pytest.param("België".encode("utf-16"), "België", id="utf-16-bom"),
        pytest.param(b"Kop\r\n\r\nDe zin.\r\n", "Kop\r\n\r\nDe zin.\r\n", id="crlf-stays"),
        pytest.param("„Nooit gesloten, zei hij.\n\nNieuwe alinea.".encode(), "„Nooit gesloten, zei hij.\n\nNieuwe alinea.", id="unclosed-mark"),
    ],
)  # fmt: skip
def test_text_is_read_unaltered(run, tmp_path, data, text):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    result = run(path)
    assert result.exit_code == 0
    assert [record.text for record in records_of(result)] == [text]


def test_standard_input(run):
    result = run("-", stdin=GOOD)
    assert [(record.id, record.text) for record in records_of(result)] == [("-", GOOD)]


def test_a_folder_in_the_order_of_names(run, tmp_path):
    for name in ("b.txt", "a.txt", ".verborgen"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert [record.id for record in records_of(run(tmp_path))] == ["a.txt", "b.txt"]


def test_an_english_text_gets_a_warning(run, tmp_path):
    path = tmp_path / "en.txt"
    path.write_text(
        "The minister said that he will not be at the meeting of the council in the city.", encoding="utf-8"
    )
    (record,) = records_of(run(path))
    assert [warning.code for warning in record.warnings] == ["language"]


def test_a_dutch_text_gets_none(run, good):
    assert records_of(run(good))[0].warnings == []


def test_publication_date_and_no_text(run, good):
    (record,) = records_of(run(good, "--published", "2017-12-02", "--no-text"))
    assert record.article.published == "2017-12-02"
    assert record.text is None


def test_json_is_one_array(run, good):
    assert [record["id"] for record in json.loads(run(good, good, "--format", "json").stdout)] == [
        "goed.txt"
    ] * 2


def test_output_file(run, good, tmp_path):
    result = run(good, "-o", tmp_path / "uit.jsonl")
    assert result.stdout == ""
    ArticleRecord.model_validate_json((tmp_path / "uit.jsonl").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(["--published", "gisteren"], ["gisteren", "2017-12-02"], id="date"),
        pytest.param(["--format", "xml"], ["xml", "jsonl"], id="format"),
        pytest.param(
            ["-o", "/geen/map/uit.jsonl"], ["/geen/map/uit.jsonl", "cannot be written"], id="output"
        ),
    ],
)
def test_wrong_usage_ends_with_2(run, good, args, words):
    result = run(good, *args)
    assert result.exit_code == 2
    assert all(word in result.stderr for word in words)
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "text", ["\ud800 los", "“”\"''‘’„«»,,''" * 50, "\u2028\u0085\x1f", "a" * 5000, ""], ids=ascii
)
def test_odd_text_gives_a_valid_record(untrained_nlp, text):
    record = extract(text, nlp=untrained_nlp)
    assert ArticleRecord.model_validate_json(record.model_dump_json()) == record
    assert len(record.text) == len(text)
