"""Dumps that are whole but unusual: as exports and interfaces really write them."""

import bz2
import gzip
import io
import json
import tarfile
import zipfile

import pytest

from nieuwsextract.reading import Found, read_items

TEXT = "Minister De Wit stapt op."


def outcomes(path):
    """Id and text of each article, place and error of each failure."""
    return [
        (item.article.id, item.article.text) if isinstance(item, Found) else f"{item.place}: {item.error}"
        for item in read_items(path)
    ]


def packed(members):
    """A zip in memory."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(path, members):
    with tarfile.open(path, "w:gz") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def test_members_of_a_tar_are_opened_in_their_turn(tmp_path):
    members = {
        "a.txt": TEXT.encode(),
        "b.zip": packed({"c.zip": packed({"d.txt": TEXT})}),
        "e.json.bz2": bz2.compress(json.dumps([{"id": "e", "text": TEXT}]).encode()),
        "f.csv": b"",
        "g.csv.gz": gzip.compress(f"id,text\ng,{TEXT}\n".encode()),
    }
    assert outcomes(tarred(tmp_path / "t.tgz", members)) == [
        ("t.tgz/a.txt", TEXT),
        ("t.tgz/b.zip/c.zip/d.txt", TEXT),
        ("e", TEXT),
        "t.tgz/f.csv: no header",
        ("g", TEXT),
    ]


def test_places_name_the_file_as_it_is_called(tmp_path):
    path = tmp_path / "krant.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode() + b"\nkapot\n"))
    first, bad = outcomes(path)
    assert first == ("krant.jsonl.gz#1", TEXT)
    assert bad.startswith("krant.jsonl.gz, line 2: no JSON")


@pytest.mark.parametrize("indent", [None, 1], ids=["one-line", "many-lines"])
@pytest.mark.parametrize(
    ("document", "texts"),
    [
        ({"status": "ok", "articles": [{"text": TEXT}, {"text": "Twee."}]}, [TEXT, "Twee."]),
        ({"status": "ok", "results": []}, []),
        ({"text": TEXT, "items": []}, [TEXT]),
        ({"text": TEXT, "data": [{"text": "Bijlage."}]}, [TEXT]),
    ],
    ids=["answer", "empty-answer", "article-with-a-list", "article-with-a-list-of-texts"],
)
def test_a_document_is_an_article_or_holds_them(tmp_path, document, texts, indent):
    path = tmp_path / "d.json"
    path.write_text(json.dumps(document, indent=indent), "utf-8")
    assert [text for _, text in outcomes(path)] == texts


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": "a", "text": ["Eerste alinea.", "Tweede."]}, ("a", "Eerste alinea.\n\nTweede.")),
        ({"_id": {"$oid": "5f3e"}, "text": TEXT}, ("5f3e", TEXT)),
        ({"_id": {"$numberLong": "12"}, "text": TEXT}, ("12", TEXT)),
    ],
    ids=["paragraphs", "mongodb-id", "mongodb-number"],
)
def test_rows_as_other_programs_write_them(tmp_path, row, expected):
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps(row), "utf-8")
    assert outcomes(path) == [expected]


def test_a_date_of_mongodb_is_a_date(tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps({"text": TEXT, "date": {"$date": "2020-01-02T00:00:00Z"}}), "utf-8")
    (item,) = read_items(path)
    assert item.article.published == "2020-01-02"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_spreadsheet_may_name_its_delimiter(tmp_path, encoding):
    path = tmp_path / "d.csv"
    path.write_bytes("sep=;\r\nid;tekst\r\n1;Kop, met komma\r\n2;Te;veel\r\n".encode(encoding))
    good, bad = outcomes(path)
    assert good == ("1", "Kop, met komma")
    assert bad.startswith("d.csv, line 4: 3 columns")


def test_a_text_that_is_no_table_is_not_shown_whole(tmp_path):
    path = tmp_path / "d.csv"
    path.write_text("woord " * 5_000 + "," * 500, "utf-8")
    (bad,) = outcomes(path)
    assert bad.startswith("d.csv: no column text or body or content among woord woord")
    assert len(bad) < 200


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    path = tmp_path / "d.json"
    path.write_bytes(b"\n")
    assert outcomes(path) == ["d.json: the file is empty"]
