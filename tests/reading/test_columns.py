"""Rows become articles: columns, dates, headlines, authors, the rest."""

import datetime
from decimal import Decimal

import pytest

from nieuwsextract.reading import load_columns
from nieuwsextract.reading.columns import to_article
from nieuwsextract.reading.dates import to_edtf


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-03-04T12:00:00+01:00", "2021-03-04"),
        ("2021-03-04 12:00:00", "2021-03-04"),
        ("1869/04/05 00:00:00", "1869-04-05"),
        ("20210304T060000+0100", "2021-03-04"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        (2021, "2021"),
        ("4-3-2021", "2021-03-04"),
        ("04/03/2021", "2021-03-04"),
        ("3/14/2021", "2021-03-14"),
        ("4 maart 2021 donderdag", "2021-03-04"),
        ("March 4, 2021 Thursday", "2021-03-04"),
        ("Thu, 04 Mar 2021 12:00:00 +0100", "2021-03-04"),
        (1614855600, "2021-03-04"),
        ("1614855600000", "2021-03-04"),
        (datetime.datetime(2021, 3, 4, 5), "2021-03-04"),
        (datetime.date(2021, 3, 4), "2021-03-04"),
        ("31-02-2021", None),
        ("gisteren", None),
        ("2021-W10", None),
        (None, None),
        (True, None),
    ],
    ids=str,
)
def test_dates(value, expected):
    assert to_edtf(value) == expected


@pytest.mark.parametrize(
    ("headline", "body", "text"),
    [
        ("Kop", "Tekst.", "Kop\n\nTekst."),
        ("Kop", "Kop\n\nTekst.", "Kop\n\nTekst."),
        ("Een  kop", "Een kop\nTekst.", "Een kop\nTekst."),
        ("Brand", "Brand in Gent.", "Brand\n\nBrand in Gent."),
        ("", "Tekst.", "Tekst."),
        (None, "Tekst.", "Tekst."),
    ],
)
def test_headline_stands_before_the_body_once(headline, body, text):
    article = to_article({"title": headline, "body": body}, load_columns(), "x")
    assert article.text == text
    assert article.headline == (" ".join(headline.split()) if headline else None)


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Jan de Vries", ("Jan de Vries",)),
        ("Vries, Jan de; Berg, Els van den", ("Vries, Jan de", "Berg, Els van den")),
        (["Jan", " Els "], ("Jan", "Els")),
        ("", ()),
    ],
)
def test_authors(authors, expected):
    assert to_article({"text": "Tekst.", "author": authors}, load_columns(), "x").authors == expected


def test_own_mapping_goes_before_the_preset():
    row = {"_source": {"verhaal": "Tekst."}, "text": "anders", "KOP": "Kop"}
    article = to_article(row, load_columns("amcat", ["text=_source.verhaal,headline=kop"]), "x")
    assert (article.text, article.headline, article.id) == ("Kop\n\nTekst.", "Kop", "x")


def test_what_is_no_field_is_kept_as_json():
    row = {"text": "Tekst.", "bedrag": Decimal("1.5"), "dag": datetime.date(2021, 1, 2), "leeg": None}
    row |= {"niets": float("nan"), "lijst": [1, {"a": 2.5}], "date": "ooit"}
    article = to_article(row, load_columns(), "x")
    assert article.published is None
    assert article.extra == {
        "bedrag": "1.5",
        "dag": "2021-01-02",
        "lijst": [1, {"a": 2.5}],
        "published": "ooit",
    }


def test_an_article_written_as_json_reads_as_itself():
    article = to_article({"text": "Tekst.", "authors": ["Jan"], "extra": {"blz": 7}}, load_columns(), "x")
    assert to_article(article.model_dump(mode="json"), load_columns(), "y") == article
