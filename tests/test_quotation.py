"""Quotation marks by example, and on any text whatever."""

import pytest
from calls import count_calls
from hypothesis import given
from hypothesis import strategies as st

from nieuwsextract.quotation import find_quotations

MARKS = "\"“”„‟«»‘’‚'`´‹›,\n a.:s0"

EXAMPLES = {
    "straight": ('"Wij gaan door", zei hij, "en snel ook".', ["Wij gaan door", "en snel ook"]),
    "curly": ("“Wij gaan door”, zei hij.", ["Wij gaan door"]),
    "low-high": ("„Wij gaan door”, zei hij.", ["Wij gaan door"]),
    "german": ("„Wij gaan door“, zei hij. „En nu?“", ["Wij gaan door", "En nu?"]),
    "only-closing-glyphs": ("”Wij gaan door”, zei hij.", ["Wij gaan door"]),
    "only-opening-glyphs": ("“Wij gaan door“, zei hij. “En nu?“", ["Wij gaan door", "En nu?"]),
    "guillemets": ("«Ja» zei hij, en »nee« zei zij.", ["Ja", "nee"]),
    "commas": ("Hij zei:,,Dat is waar'' en ging.", ["Dat is waar"]),
    "commas-curly": ("Hij zei: ,,Dat is waar” en ging.", ["Dat is waar"]),
    "commas-straight-and-curly": (",,Nee, dit’', zei hij. ,,Weg.'’", ["Nee, dit", "Weg."]),
    "single-within-curly": ("‘Hij zei: 'ja’'", ["Hij zei: 'ja’", "ja"]),
    "spaced": (",, Dat is waar. '' Hij ging.", ["Dat is waar."]),
    "spaced-straight": ('" Dat is waar . " zei hij " en dat " .', ["Dat is waar .", "en dat"]),
    "double-apostrophes": ("''Dat is zo'', zei hij.", ["Dat is zo"]),
    "single": ("'Geen paniek', zegt minister", ["Geen paniek"]),
    "single-curly": ("Jansen: ‘Jan’s fiets is weg’", ["Jan’s fiets is weg"]),
    "possessive": ("'Hans' fiets is weg', zei hij.", ["Hans' fiets is weg"]),
    "nested": (
        "„Hij zei: ‘Kom maar’ tegen me”, zei ze.",
        ["Hij zei: ‘Kom maar’ tegen me", "Kom maar"],
    ),
    "adjacent": ('"Ja." "Nee."', ["Ja.", "Nee."]),
    "bracketed": ("(“ja”)", ["ja"]),
    "compound": ('De "ja"-stem telt.', ["ja"]),
    "no-blank-before": ('Hij zei"Kom" en ging.', ["Kom"]),
    "mixed-glyphs": ("„Kom maar\" en ‘ga maar', zei hij.", ["Kom maar", "ga maar"]),
    "single-closed-by-double": ("‘Kom maar”, zei hij.", ["Kom maar"]),
    "unclosed": ('Hij zei: "Kom maar\nNu is het stil.', ["Kom maar"]),
    "unclosed-with-inner": ("“Kom ‘nu’ hier\nStil.", ["Kom ‘nu’ hier", "nu"]),
    "unclosed-reopened": ('"A bc. "D ef", zei hij.', ["A bc.", "D ef"]),
    "unclosed-single-headline": ("Jansen: ‘Geen paniek\nTekst.", ["Geen paniek"]),
    "over-line-end": ('"Kom maar\nhier", zei hij.', ["Kom maar\nhier"]),
}

NONE = {
    "apostrophes": "'s Avonds zijn de foto's van Hans' fiets in de auto’s.",
    "clitics": "'t Is 'n feest in '80, zei-ie, met 'm en 'r.",
    "rock-n-roll": "Rock 'n' roll en rock ’n’ roll.",
    "inches": 'Een scherm van 5" of 6" breed.',
    "single-unclosed": "De 'Ndrangheta werd opgerold.",
    "two-commas": "Dat kostte 3,,5 euro.",
    "only-marks": '""" "" ,, “”',
    "empty": "",
}


@pytest.mark.parametrize(("text", "contents"), EXAMPLES.values(), ids=EXAMPLES)
def test_contents(text, contents):
    assert [text[slice(*quotation.content)] for quotation in find_quotations(text)] == contents


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_quotation(text):
    assert find_quotations(text) == []


def test_paragraphs_resume():
    text = '"Eerste.\n"Tweede.\n"Derde", zei hij.\n"Vierde", zei zij.'
    assert [(q.close is None, q.resumes) for q in find_quotations(text)] == [
        (True, False),
        (True, True),
        (False, True),
        (False, False),
    ]


def test_depth():
    text = "“Hij zei ‘ja’ en ‘nee’.” ‘Goed’"
    assert [q.depth for q in find_quotations(text)] == [0, 1, 1, 0]


def test_given_paragraphs_bound_quotations():
    text = '"Eerste regel\ntweede regel" en "derde'
    assert [q.close is None for q in find_quotations(text, [(0, len(text))])] == [False, True]


@given(st.text(alphabet=MARKS, max_size=80))
def test_any_text(text):
    found = find_quotations(text)
    for quotation in found:
        start, end = quotation.content
        assert quotation.open[1] <= start < end <= len(text)
        assert quotation.close is None or end <= quotation.close[0]
        assert text[start:end] == text[start:end].strip()
    assert [q.open for q in found] == sorted(q.open for q in found)


@pytest.mark.parametrize("unit", ['"', "'", "“", "„", ",,", '"a ', "‘ ", "'a' ", "„a ", '"\n', "‘s' "])
def test_work_is_linear(unit):
    def calls(size):
        return count_calls(find_quotations, unit * (size // len(unit)))

    assert calls(200_000) < 6 * calls(40_000) + 100
