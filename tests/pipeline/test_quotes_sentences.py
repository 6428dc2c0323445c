"""Sentences that respect quotation marks, without any model."""

import pytest
import spacy

from nieuwsextract.pipeline.quotes.sentences import read_sentences

NLP = spacy.blank("nl")

EXAMPLES = {
    "cue-after": ('"Ja. Nee", zei hij. Hij ging.', ['"Ja. Nee", zei hij.', "Hij ging."]),
    "quote-then-narrator": ('"Dat is zo." Jansen lachte.', ['"Dat is zo."', "Jansen lachte."]),
    "question-then-cue": ('"Is dat zo?" vroeg hij. Stilte.', ['"Is dat zo?" vroeg hij.', "Stilte."]),
    "two-quotations": ('"Ja." "Nee."', ['"Ja."', '"Nee."']),
    "old-marks": ("Hij zweeg. ,,Dat is zo.'' Zij ook.", ["Hij zweeg.", ",,Dat is zo.''", "Zij ook."]),
    "lines": ("Kop zonder punt\nEerste zin.", ["Kop zonder punt", "Eerste zin."]),
}


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_sentences_of_running_text(text, expected):
    doc = NLP(text)
    outer = [s for s in read_sentences(doc).sentences if s.region is None]
    assert [doc[s.start : s.end].text.strip() for s in outer] == expected


def test_sentences_inside_a_quotation():
    doc = NLP("\"Ik ga. Hij zei: 'Kom maar.'\", zei zij.")
    regions = [
        (s.region.quotation.depth if s.region else None, len(s.own)) for s in read_sentences(doc).sentences
    ]
    assert [depth for depth, _ in regions] == [None, 0, 0, 1]
