"""Every sample dump reads as the same three articles; formats that need an extra are skipped without it."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from nieuwsextract import read
from nieuwsextract.reading import load_columns

DUMPS = Path(__file__).parents[2] / "samples" / "dumps"
ARTICLES = [json.loads(line) for line in (DUMPS / "articles.jsonl").read_text("utf-8").splitlines()]
TEXTS = [f"{article['headline']}\n\n{article['body']}" for article in ARTICLES]

#: Dump, library that its reader needs, preset, and what of the metadata the source has.
CASES = [
    ("articles.jsonl", None, None, {"id", "published", "publisher", "author", "url", "section"}),
    ("amcat.csv", None, "amcat", {"id", "published", "publisher", "author"}),
    ("mediacloud.csv", None, "mediacloud", {"id", "published", "publisher", "url"}),
    ("semicolons.csv", None, None, {"published"}),
    ("escaped.tsv", None, None, set()),
    ("array.json", None, "newsplease", {"published", "url"}),
    ("newsplease.jsonl.gz", None, "newsplease", {"published", "url"}),
    ("newsplease.jsonl.bz2", None, "newsplease", {"published", "url"}),
    ("newsplease.jsonl.xz", None, None, {"published", "url"}),
    ("newsplease.jsonl.zst", "backports.zstd", None, {"published", "url"}),
    ("kranten.tar.gz", None, None, set()),
    ("delpher.parquet", "pyarrow", None, {"id"}),
    ("nexis.docx", "docx", None, {"publisher", "author", "section"}),
    ("nexis.rtf", "striprtf", None, {"publisher", "author", "section"}),
    ("newsml-g2.xml", "lxml", None, {"id", "published", "publisher", "author"}),
    ("cc-news.warc.gz", "warcio", None, {"published", "publisher", "author", "url"}),
]
SINGLE = [
    ("newsplease.json", None, {"published", "url"}),
    ("pagina.html", "trafilatura", {"published", "publisher", "author", "url"}),
    ("nitf.xml", "lxml", {"id", "published", "publisher", "author", "section"}),
    ("delpher.zip", "lxml", set()),
]


def need(library):
    try:
        found = library is None or find_spec(library) is not None
    except ModuleNotFoundError:
        found = False
    if not found:
        pytest.skip(f"{library} is not installed (an extra)")


def check(article, expected, has):
    for field in has - {"author"}:
        assert getattr(article, field) == expected[field]
    if "author" in has:
        assert article.authors == (expected["author"],)


@pytest.mark.parametrize(("name", "library", "preset", "has"), CASES, ids=[case[0] for case in CASES])
def test_dump_reads_as_its_three_articles(name, library, preset, has):
    need(library)
    articles = list(read(DUMPS / name, load_columns(preset)))
    assert [article.text.rstrip("\n") for article in articles] == TEXTS
    assert len({article.id for article in articles}) == len(ARTICLES)
    for article, expected in zip(articles, ARTICLES, strict=True):
        check(article, expected, has)
        # Plain text leaves its headline to be found in the text.
        assert article.headline == (None if name == "kranten.tar.gz" else expected["headline"])


@pytest.mark.parametrize(("name", "library", "has"), SINGLE, ids=[case[0] for case in SINGLE])
def test_single_article_reads(name, library, has):
    need(library)
    (article,) = read(DUMPS / name)
    assert article.text == TEXTS[0]
    check(article, ARTICLES[0], has)


def test_unknown_columns_are_kept():
    article = next(read(DUMPS / "amcat.csv", load_columns("amcat")))
    assert article.extra == {"length": "180"}


def test_nexis_dates_are_read_and_labels_kept():
    need("docx")
    article = next(read(DUMPS / "nexis.docx"))
    assert article.published == "2013-11-14"
    assert article.extra == {"length": "180 words"}


def test_nitf_distributor_is_the_agency():
    need("lxml")
    assert next(read(DUMPS / "nitf.xml")).agency == "ANP"


def test_archive_member_names_make_ids():
    assert [article.id for article in read(DUMPS / "kranten.tar.gz")] == [
        f"kranten.tar.gz/kranten/{article['id']}.txt" for article in ARTICLES
    ]


def test_folder_reads_every_file_by_its_relative_name(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "een.txt").write_text("Kop\n\nEen tekst.", "utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "Twee."}\n{"text": "Drie."}\n', "utf-8")
    (tmp_path / ".verborgen.txt").write_text("Nee.", "utf-8")
    assert [article.id for article in read(tmp_path)] == ["a.jsonl#1", "a.jsonl#2", "b/een.txt"]
