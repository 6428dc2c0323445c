"""The tokenizer as it is saved in the shipped pipeline."""

import pytest
import spacy

from nieuwsextract.shipped import model_path


@pytest.fixture(scope="module")
def tokenizer():
    return spacy.load(model_path(), disable=["tok2vec", "ner"]).tokenizer


SPLIT = {
    "elided hyphen stays": ("VN- en EU-landen", "VN- | en | EU-landen"),
    "town with an apostrophe": ("in 's-Hertogenbosch.", "in | 's-Hertogenbosch | ."),
    "'s avonds": ("'s Avonds en ’s nachts", "'s | Avonds | en | ’s | nachts"),
    "'t, before a comma": ("in 't, zei", "in | 't | , | zei"),
    "years in short": ("de jaren '60.", "de | jaren | '60 | ."),
    "comma quotation marks": (",,Ja'', zei hij", ",, | Ja | '' | , | zei | hij"),
    "comma marks after a colon": ("Boogerd:,, Ik", "Boogerd | : | ,, | Ik"),
    "comma marks after a comma": ("Jansen,,,waar", "Jansen | , | ,, | waar"),
    "agency in brackets": ("WENEN (ANP) - Iran", "WENEN | ( | ANP | ) | - | Iran"),
    "euro with a blank": ("€ 3,50", "€ | 3,50"),
    "euro without a blank": ("€3,50", "€ | 3,50"),
    "percentage stays": ("met 3,5%.", "met | 3,5% | ."),
    "party with a hyphen": ("de N-VA.", "de | N-VA | ."),
    "dotted abbreviation": ("a.d.h.v. de wet", "a.d.h.v. | de | wet"),
    "title": ("dhr. De Vries", "dhr. | De | Vries"),
    "initials": ("A.F.Th. van der Heijden", "A.F.Th. | van | der | Heijden"),
    "possessive": ("Jan's en Jan’s fiets", "Jan's | en | Jan’s | fiets"),
    "plural with an apostrophe": ("foto’s", "foto’s"),
    "dash between towns": ("Amsterdam–Utrecht", "Amsterdam | – | Utrecht"),
    "dash with blanks": ("ja – nee", "ja | – | nee"),
    "guillemets": ("«Nee», zei", "« | Nee | » | , | zei"),
    "missing blank before a quotation": ("woord.“Volgende", "woord | . | “ | Volgende"),
    "missing blank after a quotation": ('"Ja",zei hij', '" | Ja | " | , | zei | hij'),
    "two agencies": ("(ANP/AFP)", "( | ANP | / | AFP | )"),
    "name ends the sentence": ("zei Jan. Zij en Max. Die", "zei | Jan | . | Zij | en | Max | . | Die"),
    "month is shortened": ("op 3 jan. 2019 de NV Mij. tot", "op | 3 | jan. | 2019 | de | NV | Mij. | tot"),
    "word ends the sentence": (
        "bij mij. De bijl. Een app. Ja",
        "bij | mij | . | De | bijl | . | Een | app | . | Ja",
    ),
    "party ends the sentence": ("de PvdA. Dat", "de | PvdA | . | Dat"),
}
# What must not happen beside it.
WHOLE = {
    "ordinary word ends a sentence": ("Ik zag hem pas.", "Ik | zag | hem | pas | ."),
    "country ends a sentence": ("naar de VS. Dat", "naar | de | VS | . | Dat"),
    "number in brackets is no smiley": ("(8)", "( | 8 | )"),
    "quotation that begins with s": ("'s Werelds' 'Samen'", "'s | Werelds | ' | ' | Samen | '"),
    "single quotation marks": ("'Ja,' zei", "' | Ja | , | ' | zei"),
    "fraction and unit": ("1/2 km/u", "1/2 | km/u"),
    "score": ("2-1 en 2005-2010", "2-1 | en | 2005-2010"),
    "time and thousands": ("15.00 uur, 10.000", "15.00 | uur | , | 10.000"),
    "one initial": ("J. de Wit", "J. | de | Wit"),
    "address": ("zie http://www.nu.nl/a/b", "zie | http://www.nu.nl/a/b"),
}
CASES = {**SPLIT, **WHOLE}


@pytest.mark.parametrize(("text", "tokens"), CASES.values(), ids=CASES)
def test_tokens(tokenizer, text, tokens):
    assert " | ".join(token.text for token in tokenizer(text)) == tokens


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "''", ",,", "'", "\u200b", "a" * 5000, "Kop\n\nTekst  met\tgaten"]
)
def test_nothing_is_lost(tokenizer, text):
    assert tokenizer(text).text == text
