"""Texts of several paragraphs: what fails in other extractors by their users' account, and who speaks."""

import pytest
from parses import read_parses
from quote_complaints import COMPLAINTS
from quote_speaker_cases import SPEAKERS

from nieuwsextract.pipeline.quotes import Quotes

PARSES = read_parses("quotes_complaints.conllu") | read_parses("quotes_speakers.conllu")
CASES = COMPLAINTS | SPEAKERS
QUOTES = Quotes(None, [])


def read_quotes(paragraphs):
    """The notes of a text whose paragraphs are divided by a blank."""
    doc = PARSES[" ".join(paragraphs)].copy()
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append({"kind": "paragraph", "start": at, "end": at + len(paragraph)})
        at += len(paragraph) + 1
    doc._.nieuws_layout = {"blocks": blocks, "metadata": {}}
    return QUOTES(doc)._.nieuws_quotes


@pytest.mark.parametrize("case", CASES)
def test_case(case):
    paragraphs, expected = CASES[case]
    text = " ".join(paragraphs)
    found = [
        (
            note["quote_type"],
            [text[start:end] for start, end in note["content"]],
            text[slice(*note["source"])] if note["source"] else None,
            note["speaker"] and note["speaker"]["name"],
        )
        for note in read_quotes(paragraphs)
    ]
    assert found == expected


@pytest.mark.parametrize("case", CASES)
def test_every_quote_and_speaker_tells_how_sure_it_is(case):
    for note in read_quotes(CASES[case][0]):
        assert 0 < note["confidence"] < 1
        assert note["speaker"] is None or 0 < note["speaker"]["confidence"] < 1
