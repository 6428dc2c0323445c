"""Articles in other languages: left out and counted, or processed when asked."""

import gzip
import json
from dataclasses import replace

import pytest
from batches import contents, records_in, text_of

from nieuwsextract.reading import Found, load_columns, read_items
from nieuwsextract.reading.page_language import find_page_language

ENGLISH = "The minister said that he will not be at the meeting of the council in the city, as it was late."
DUTCH = "De minister zei dat hij niet bij de vergadering van de raad zal zijn, omdat het te laat was in Gent."


def skipped_in(out):
    lines = [path.read_text("utf-8") for path in sorted(out.glob("part-*.skipped.jsonl"))]
    return [json.loads(line) for line in "".join(lines).splitlines()]


def test_other_languages_are_left_out_and_counted(dump, run_here, options, tmp_path):
    path, out = dump(text_of(0), ENGLISH, text_of(2), "{kapot", ENGLISH, DUTCH), tmp_path / "uit"
    summary = run_here(path, out, options)
    total = summary.total
    assert (total.articles, total.records, total.errors, total.skipped) == (6, 3, 1, 2)
    assert [record.id for record in records_in(out)] == ["0", "2", "5"]
    first, _ = skipped_in(out)
    assert (first["id"], first["place"], first["stage"]) == ("1", "dump.jsonl, line 2", "language")
    assert first["error"] == "in 'en', not Dutch"
    told = json.loads((out / "run.json").read_text("utf-8"))
    assert (told["skipped"], told["adds_up"]) == (2, True)
    before = contents(out)
    again = run_here(path, out, options)
    assert vars(again.total) == vars(total)
    assert contents(out) == before


def test_any_language_processes_them(dump, run_here, options, tmp_path):
    summary = run_here(dump(ENGLISH, DUTCH), tmp_path / "uit", replace(options, dutch_only=False))
    assert (summary.total.records, summary.total.skipped) == (2, 0)
    assert records_in(tmp_path / "uit")[0].warnings[0].code == "language"


def test_strict_does_not_stop_at_another_language(dump, run_here, options, tmp_path):
    summary = run_here(dump(ENGLISH, DUTCH), tmp_path / "uit", replace(options, strict=True))
    assert (summary.total.records, summary.total.skipped) == (1, 1)


def page(text, language=None, code=""):
    begin = f'<html lang="{language}">' if language else "<html>"
    paragraphs = "".join(f"<p>{text} {number}</p>" for number in range(8))
    return f"{begin}<head><title>Kop</title>{code}</head><body><article>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    ("html", "language"),
    [
        (page(DUTCH), "nl"),
        (page(ENGLISH), "en"),
        (page(DUTCH, "en-US"), "nl"),
        (page("Лавров прибыл в Вену сегодня утром, сообщает агентство новостей.", "ru"), "ru"),
        (page("Лавров прибыл в Вену сегодня утром, сообщает агентство новостей."), None),
        (page(DUTCH, code=f"<script>/* {ENGLISH * 9} */</script>"), "nl"),
        ("<script" * 50_000, None),
        ("", None),
    ],
    ids=["dutch", "english", "text-over-tag", "declared", "unknown", "no-script", "unclosed", "empty"],
)
def test_find_page_language(html, language):
    assert find_page_language(html.encode()) == language


def response(url, html):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(http)}\r\n\r\n"
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


@pytest.fixture
def archive(tmp_path):
    """A web archive of a Dutch, an English and a Russian page."""
    pytest.importorskip("trafilatura", reason="an extra")
    pytest.importorskip("warcio", reason="an extra")
    russian = "Лавров прибыл в Вену сегодня утром, сообщает агентство новостей."
    pages = {"nl": DUTCH, "en": ENGLISH, "ru": russian}
    path = tmp_path / "cc.warc.gz"
    path.write_bytes(b"".join(response(f"https://krant/{name}", page(text)) for name, text in pages.items()))
    return path


def test_pages_in_other_languages_are_passed_over(archive, monkeypatch):
    from nieuwsextract.reading import warc  # noqa: PLC0415 (an extra)

    extracted, read_page = [], warc.read_page

    def note(data, id, **settings):
        extracted.append(id)
        return read_page(data, id, **settings)

    monkeypatch.setattr(warc, "read_page", note)
    dutch, english, russian = read_items(archive, replace(load_columns(), dutch_only=True))
    assert isinstance(dutch, Found)
    assert (english.id, english.error) == ("https://krant/en", "in 'en', not Dutch")
    assert russian.error == "in a language that cannot be told"
    # The English page was known by its words before its article was taken out.
    assert extracted == ["https://krant/nl", "https://krant/ru"]


def test_pages_are_all_read_unless_told_otherwise(archive):
    assert all(isinstance(item, Found) for item in read_items(archive))
