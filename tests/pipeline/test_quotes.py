"""Quotes by construction, on texts parsed once by the shipped model (tests/parses_of_quotes.py)."""

import pytest
from parses import read_parses
from quote_cases import CASES

from nieuwsextract.pipeline.quotes import Quotes

PARSES = read_parses("quotes.conllu")
QUOTES = Quotes(None, [])


def read_quotes(text, kind="paragraph"):
    doc = PARSES[text].copy()
    doc._.nieuws_layout = {"blocks": [{"kind": kind, "start": 0, "end": len(text)}], "metadata": {}}
    return QUOTES(doc)._.nieuws_quotes


@pytest.mark.parametrize("case", CASES)
def test_case(case):
    text, expected = CASES[case]
    notes = read_quotes(text, "headline" if "kop" in case else "paragraph")
    found = [
        (
            note["quote_type"],
            [text[start:end] for start, end in note["content"]],
            text[slice(*note["source"])] if note["source"] else None,
        )
        for note in notes
    ]
    assert found == expected


def test_turn_continues_with_the_subject_before():
    (note,) = read_quotes("Jan Smit lachte. “Dat is zo.”")
    speaker = note["speaker"]
    assert (speaker["entity"], speaker["name"], speaker["via"]) == (None, "Jan Smit", "previous_quote")


def test_turn_is_the_apposition_of_the_subject_before():
    *_, note = read_quotes(CASES["buurvrouw"][0])
    assert note["speaker"]["name"] == "Bep Nuijten"


def test_colon_without_a_speaker_goes_on():
    *_, note = read_quotes(CASES["na-een-stilte"][0])
    assert note["speaker"]["name"] == "Jan Smit"


def test_notes_survive_bytes():
    doc = PARSES[CASES["onderbroken"][0]].copy()
    notes = QUOTES(doc)._.nieuws_quotes
    again = type(doc)(doc.vocab).from_bytes(doc.to_bytes())
    assert [note["rule"] for note in again._.nieuws_quotes] == [note["rule"] for note in notes]
    assert [span.label_ for span in doc.spans["quotes"]] == ["direct", "direct"]


def test_addressee():
    text = CASES["ingewijden"][0]
    (note,) = read_quotes(text)
    assert text[slice(*note["addressee"])] == "De Telegraaf"
