"""Damaged members: each is reported with its place, and what is whole is read."""

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from test_dumps import DUMPS, need

from nieuwsextract import read
from nieuwsextract.errors import ReadError
from nieuwsextract.reading import Found, compression, load_columns, read_items

GOOD = '{"id": "a", "text": "Goed."}'


def results(path, columns=None):
    """Texts of what was read, failures of the rest, in order."""
    return [item.article.text if isinstance(item, Found) else item for item in read_items(path, columns)]


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b'{"id": "b", "text": "Caf\xe9"}', "UTF-8"),
        (b'["geen object"]', "list, no object"),
        (b'"tekst"', "str, no object"),
        (b'{"id": "b", "text": "afgebr', "no JSON"),
        (b'{"id": "b", "title": "Alleen een kop"}', "--map text="),
        (b'{"id": "b", "text": "  "}', "no text"),
        (b'{"id": "b", "text": [1, 2]}', "the text is a list"),
        (b"[" * 100_000, "no JSON"),
    ],
    ids=["invalid-utf8", "list", "string", "cut-off", "no-text", "blank-text", "text-is-list", "too-deep"],
)
def test_bad_json_line_costs_one_article(tmp_path, line, error):
    first, bad, last = results(
        write(tmp_path / "d.jsonl", f"{GOOD}\n".encode() + line + f"\n{GOOD}\n".encode())
    )
    assert first == last == "Goed."
    assert error in f"{bad.error}; {bad.remedy}"
    assert bad.place == "d.jsonl, line 2"


def test_failure_names_the_id_where_there_is_one(tmp_path):
    (bad,) = results(write(tmp_path / "d.jsonl", '{"id": 17, "text": ""}\n'))
    assert bad.id == "17"


def test_array_that_breaks_off_keeps_what_is_whole(tmp_path):
    first, bad = results(write(tmp_path / "d.json", f'[{GOOD},\n {{"id": "b", "text": "afge'))
    assert first == "Goed."
    assert "breaks off" in bad.error
    assert bad.place == "d.json, after item 1"


def test_array_item_with_bad_bytes_costs_one_article(tmp_path):
    item = b'{"id": "b", "text": "Caf\xe9"}'
    first, bad, last = results(
        write(tmp_path / "d.json", b"[" + f"{GOOD},".encode() + item + f",{GOOD}]".encode())
    )
    assert (first, last) == ("Goed.", "Goed.")
    assert "UTF-8" in bad.error


def test_array_larger_than_the_buffer_is_read_whole(tmp_path):
    rows = [{"id": str(n), "text": "woord " * (50_000 if n == 3 else 500)} for n in range(60)]
    found = results(write(tmp_path / "d.json", json.dumps(rows, indent=2)))
    assert found == [row["text"] for row in rows]


def test_truncated_gzip_keeps_the_lines_before(tmp_path):
    texts = [f"Nummer {number}. {number * 7919 % 10007}" for number in range(2000)]
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
    packed = gzip.compress(lines)
    *found, bad = results(write(tmp_path / "d.jsonl.gz", packed[: len(packed) // 2]))
    assert 0 < len(found) < 2000
    assert found == texts[: len(found)]
    assert "cut off" in bad.error
    assert bad.place == f"d.jsonl.gz, after line {len(found)}"


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("b,Te weinig", "2 columns"),
        ("b,2021-01-01,een, twee, drie", "5 columns"),
        ('b,2021-01-01,"aan"halen"', "no row"),
        ("b,2021-01-01,", "no text"),
    ],
    ids=["too-few", "too-many", "stray-quote", "empty-text"],
)
def test_bad_csv_row_costs_one_article(tmp_path, row, error):
    first, bad, last = results(
        write(tmp_path / "d.csv", f'id,date,text\na,2021-01-01,Goed.\n{row}\nc,2021-01-02,"Ook, goed."\n')
    )
    assert (first, last) == ("Goed.", "Ook, goed.")
    assert error in bad.error
    assert bad.place == "d.csv, line 3"


def test_csv_cells_are_of_any_length_and_hold_line_breaks(tmp_path):
    long = "woord, \n" * 60_000
    assert results(write(tmp_path / "d.csv", f'id,text\na,"{long}"\nb,kort\n')) == [long, "kort"]


def test_csv_in_windows_1252_reads(tmp_path):
    found = results(write(tmp_path / "d.csv", "id;tekst\r\n1;Café ‘Oranje’\r\n".encode("cp1252")))
    assert found == ["Café ‘Oranje’"]


@pytest.mark.parametrize(
    "charset", ["undefined", "idna", "punycode", "unicode_escape", "utf-16", "hex", "utf-8-sig"]
)
def test_an_encoding_that_no_page_has_is_not_believed(tmp_path, charset):
    page = f'<meta charset="{charset}"> Café \\u0041'
    assert results(write(tmp_path / "d.txt", page.encode("cp1252"))) == [page]


def test_csv_in_utf_16_reads(tmp_path):
    assert results(write(tmp_path / "d.csv", "id\ttekst\r\n1\tCafé\r\n".encode("utf-16"))) == ["Café"]


def test_csv_without_a_text_column_says_which_there_are(tmp_path):
    (bad,) = results(write(tmp_path / "d.csv", "id,verhaal\n1,Tekst\n"))
    assert "id, verhaal" in bad.error
    assert "--map text=" in bad.remedy


def test_zip_bomb_is_stopped_while_it_expands(tmp_path, monkeypatch):
    monkeypatch.setattr(compression, "FREE", 1_000_000)
    with zipfile.ZipFile(tmp_path / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bom.txt", "0" * 30_000_000)
        archive.writestr("goed.txt", "Goed.")
    bad, good = results(tmp_path / "d.zip")
    assert "200 times" in bad.error
    assert good == "Goed."


def test_gzip_bomb_is_stopped_while_it_expands(tmp_path, monkeypatch):
    monkeypatch.setattr(compression, "FREE", 1_000_000)
    (bad,) = results(write(tmp_path / "d.jsonl.gz", gzip.compress(b" " * 30_000_000)))
    assert "200 times" in bad.error


def test_path_that_climbs_is_only_a_label(tmp_path):
    outside = tmp_path / "buiten.txt"
    folder = tmp_path / "binnen"
    folder.mkdir()
    with zipfile.ZipFile(folder / "d.zip", "w") as archive:
        archive.writestr("../buiten.txt", "Goed.")
        archive.writestr("/etc/buiten.txt", "Ook goed.")
    with tarfile.open(folder / "d.tar", "w") as archive:
        member = tarfile.TarInfo("../buiten.txt")
        member.size = 5
        archive.addfile(member, io.BytesIO(b"Goed."))
        link = tarfile.TarInfo("../../etc/passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert results(folder) == ["Goed.", "Goed.", "Ook goed."]
    assert not outside.exists()


def test_encrypted_member_says_so(tmp_path):
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("geheim.txt", "Goed.")
    data = bytearray((tmp_path / "d.zip").read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + flags] |= 1
    (bad,) = results(write(tmp_path / "d.zip", bytes(data)))
    assert "encrypted" in bad.error


@pytest.mark.parametrize(
    "name", ["nexis.docx", "delpher.parquet", "delpher.zip", "newsml-g2.xml", "kranten.tar.gz"]
)
def test_file_cut_in_half_is_one_failure(tmp_path, name):
    need({"nexis.docx": "docx", "delpher.parquet": "pyarrow", "newsml-g2.xml": "lxml"}.get(name))
    data = (DUMPS / name).read_bytes()
    *_, bad = results(write(tmp_path / name, data[: len(data) // 2]))
    assert bad.remedy


@pytest.mark.parametrize("suffix", ["warc.gz", "warc"])
def test_warc_cut_off_keeps_the_pages_before(tmp_path, suffix):
    need("warcio")
    need("trafilatura")
    data = (DUMPS / "cc-news.warc.gz").read_bytes()
    data = data if suffix == "warc.gz" else gzip.decompress(data)
    *found, bad = results(write(tmp_path / f"d.{suffix}", data[:-900]))
    assert len(found) == 2
    assert "cut off" in bad.error


def test_xml_entities_are_refused(tmp_path):
    need("lxml")
    bomb = (
        '<!DOCTYPE text [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><text><title>Kop</title><p>&b;</p></text>'
    )
    outside = '<!DOCTYPE text [<!ENTITY x SYSTEM "file:///etc/passwd">]><text><p>&x;</p></text>'
    write(tmp_path / "a.xml", bomb)
    write(tmp_path / "b.xml", outside)
    assert ["entities" in bad.error for bad in results(tmp_path)] == [True, True]


def test_unknown_xml_says_what_is_known(tmp_path):
    need("lxml")
    (bad,) = results(write(tmp_path / "a.xml", "<rss><channel/></rss>"))
    assert "Delpher" in bad.error


def test_binary_file_in_a_folder_costs_itself(tmp_path):
    write(tmp_path / "a.jpg", bytes(range(256)) * 20)
    write(tmp_path / "b.txt", "Goed.")
    bad, good = results(tmp_path)
    assert "binary" in bad.error
    assert good == "Goed."


def test_read_raises_unless_told_otherwise(tmp_path):
    path = write(tmp_path / "d.jsonl", f"{GOOD}\nkapot\n{GOOD}\n")
    with pytest.raises(ReadError, match=r"d\.jsonl, line 2: no JSON"):
        list(read(path))
    failures = []
    assert [article.text for article in read(path, on_failure=failures.append)] == ["Goed.", "Goed."]
    assert [failure.place for failure in failures] == ["d.jsonl, line 2"]


def test_missing_folder_is_an_error():
    with pytest.raises(ReadError, match="no such file"):
        list(read(Path("bestaat-niet")))


@pytest.mark.parametrize("pair", ["tekst=body", "text", "text="])
def test_mapping_that_maps_nothing_is_refused(pair):
    with pytest.raises(ReadError, match="field=column"):
        load_columns(given=[pair])


def test_unknown_preset_lists_the_known_ones():
    with pytest.raises(ReadError, match="amcat, default, mediacloud, newsplease"):
        load_columns("nexis")
