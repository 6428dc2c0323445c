"""Who is who: names, roles, descriptions and pronouns, on parsed sentences."""

import pytest
from mention_cases import CASES
from parses import NLP, read_parses

from nieuwsextract.pipeline.countries import Countries
from nieuwsextract.pipeline.mentions import Mentions
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.organisations import is_abbreviation
from nieuwsextract.rules import load_rules

PARSES = read_parses("mentions.conllu")
COUNTRIES, MENTIONS = Countries(NLP, []), Mentions(NLP, [])


def resolved(parse, headline=None):
    """{entity name: [its mentions' texts]} and {entity name: its note}."""
    doc = PARSES[parse].copy()
    blocks = [{"kind": "headline", "start": 0, "end": headline}] if headline else []
    doc._.nieuws_layout = {"blocks": blocks, "metadata": {}}
    notes = MENTIONS.find(COUNTRIES(doc))
    mentions = {note["name"]: [doc.text[m["start"] : m["end"]] for m in note["mentions"]] for note in notes}
    return mentions, {note["name"]: note for note in notes}


@pytest.mark.parametrize(
    ("parse", "name", "mentions"),
    [
        ("volledige-naam", "Mark Rutte", ["Mark Rutte", "Rutte", "Ruttes"]),
        ("twee-met-een-achternaam", "Piet de Vries", ["Piet de Vries", "Piet de Vries", "De Vries"]),
        ("twee-met-een-achternaam", "Jan de Vries", ["Jan de Vries"]),
        ("tussenvoegsel", "Eberhard van der Laan", ["De burgemeester", "Eberhard van der Laan", "Van der Laan", "zijn"]),
        ("verdachte", "Mohammed B.", ["Mohammed B.", "B.", "De verdachte"]),
        ("afkorting", "Organisatie voor het Verbod op Chemische Wapens", ["Organisatie voor het Verbod op Chemische Wapens", "OPCW", "OPCW"]),
        ("bekende-organisatie", "Verenigde Naties", ["Verenigde Naties", "VN"]),
        ("korte-naam", "Tweede Kamer", ["Tweede Kamer", "Kamer"]),
        ("demoniem", "Rusland", ["Rusland", "Russische", "Moskou"]),
        ("alleen-demoniem", "Verenigde Staten", ["Amerikaanse", "Washington"]),
        ("rol-minister", "Sergei Lavrov", ["Sergei Lavrov", "De minister", "Hij"]),
        ("rol-premier", "De Wit", ["De Wit", "De bewindsman"]),
        ("bijstelling-voor", "Anatoli Zjdanov", ["De Russische ambassadeur", "Anatoli Zjdanov", "Hij"]),
        ("bijstelling-na", "Wim Gerritsen", ["Wim Gerritsen", "De directeur"]),
        ("partij-haakjes", "PvdA", ["PvdA", "De partij"]),
        ("nationaliteit", "Ivan Soloviov", ["Ivan Soloviov", "De Rus"]),
        ("vrouw", "Fenna Wagenaar", ["Fenna Wagenaar", "Ze", "Haar"]),
        ("bezit-land", "Iran", ["Iran", "zijn"]),
        ("zijn-land", "Iran", ["Iraanse", "zijn land"]),
        ("zijn-land", "Bahram Soltani", ["Bahram Soltani", "zijn"]),
        ("ik", "Fenna Wagenaar", ["Ik", "ik", "Fenna Wagenaar"]),
        ("onbekende-premier", "Kees Jansen", ["Kees Jansen"]),
        ("onbekende-vrouw", "Kees Jansen", ["Kees Jansen"]),
        ("niet-eigen-onderwerp", "Kees Jansen", ["Kees Jansen", "hem"]),
        ("meervoud", "Kees Jansen", ["Kees Jansen"]),
        ("het-land", "Cyprus", ["Cyprus", "Het land"]),
        ("het-bedrijf", "Philips", ["Philips", "Het bedrijf"]),
        ("advocaat-van", "Sander Janssen", ["De advocaat van Willem Holleeder", "Sander Janssen", "Zijn"]),
        ("advocaat-van", "Willem Holleeder", ["Willem Holleeder"]),
        ("ambtgenoot", "Mevlüt Çavuşoğlu", ["Mevlüt Çavuşoğlu", "De Turkse minister"]),
        ("ambtgenoot", "Stef Blok", ["Stef Blok", "zijn", "Blok", "Hij"]),
        ("andere-minister", "Sergei Lavrov", ["Sergei Lavrov"]),
        ("andere-nationaliteit", "Max Verstappen", ["Max Verstappen", "De Nederlander"]),
        ("andere-nationaliteit", "Kimi Räikkönen", ["Kimi Räikkönen", "De Fin van Ferrari"]),
        ("de-spreker", "Octave Brugsma", ["Octave Brugsma", "Hij", "de schenker"]),
        ("kantoor", "Kees Jansen", ["Kees Jansen", "de winnaar"]),
        ("die", "Marlies Oude Kempers", ["Marlies Oude Kempers", "Die"]),
        ("die-ding", "Kees Jansen", ["Kees Jansen"]),
        ("lid", "Jelmer Hoogland", ["Jelmer Hoogland", "De CDA'er"]),
        ("beperkt", "Kees Jansen", ["Kees Jansen", "hem"]),
    ],
)  # fmt: skip
def test_mentions(parse, name, mentions):
    assert resolved(parse)[0].get(name) == mentions


def test_a_headline_has_no_articles():
    assert resolved("kop", headline=17)[0]["Tjalling de Boer"] == ["Wethouder", "Tjalling de Boer"]
    assert resolved("kop")[0]["Tjalling de Boer"] == ["Tjalling de Boer"]


@pytest.mark.parametrize(
    ("parse", "name", "expected"),
    [
        ("rol-minister", "Sergei Lavrov", {"role": "minister van Buitenlandse Zaken", "country": "RU", "country_via": "role"}),
        ("rol-premier", "De Wit", {"role": "premier", "gender": "male", "country": None}),
        ("bijstelling-na", "Wim Gerritsen", {"role": "directeur van Philips", "gender": "male"}),
        ("vrouw", "Fenna Wagenaar", {"role": None, "gender": "female"}),
        ("demoniem", "Rusland", {"label": "GPE", "country": "RU", "country_via": "name"}),
        ("alleen-demoniem", "Verenigde Staten", {"label": "GPE", "country": "US", "country_via": "demonym"}),
        ("advocaat-van", "Willem Holleeder", {"role": None, "gender": "male"}),
        ("advocaat-van", "Sander Janssen", {"role": "advocaat van Willem Holleeder"}),
        ("zus-van", "Willem Holleeder", {"role": None, "gender": "male"}),
        ("ambtgenoot", "Mevlüt Çavuşoğlu", {"role": "minister", "country": "TR", "country_via": "role"}),
        ("korte-naam", "Tweede Kamer", {"label": "ORG", "country": "NL"}),
    ],
)  # fmt: skip
def test_what_is_known_of_them(parse, name, expected):
    note = resolved(parse)[1][name]
    assert {key: note[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("parse", "name", "affiliation"),
    [
        ("bijstelling-na", "Wim Gerritsen", "Philips"),
        ("partij-haakjes", "Tjalling de Boer", "PvdA"),
        ("samenstelling", "Bart De Wever", "N-VA"),
    ],
)
def test_affiliations(parse, name, affiliation):
    notes = resolved(parse)[1]
    assert list(notes)[notes[name]["affiliation"]] == affiliation


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("OM", "Openbaar Ministerie", True),
        ("IGJ", "Inspectie Gezondheidszorg en Jeugd", True),
        ("KNMI", "Koninklijk Nederlands Meteorologisch Instituut", True),
        ("VVD", "Openbaar Ministerie", False),
        ("Belga", "Openbaar Ministerie", False),
    ],
)
def test_abbreviations(short, full, expected):
    assert is_abbreviation(short, full) is expected


@pytest.mark.parametrize(
    ("word", "found"),
    [("landbouwminister", "minister"), ("vvd-kamerlid", "kamerlid"), ("zoontje", "zoon"), ("rooster", None), ("beheer", None)],
)  # fmt: skip
def test_titles_at_the_end_of_compounds(word, found):
    title = WhoLexicon(load_rules()).title(word)
    assert (title.word if title else None) == found


def test_an_empty_doc_has_no_entities():
    assert MENTIONS.find(NLP.make_doc("")) == []
    assert MENTIONS.find(NLP.make_doc("Hij zei: „Ik, de minister van")) == []


def test_notes_survive_a_round_trip():
    doc = MENTIONS(COUNTRIES(PARSES["rol-minister"].copy()))
    copy = type(doc)(NLP.vocab).from_bytes(doc.to_bytes())
    assert copy._.nieuws_mentions == doc._.nieuws_mentions
    assert {span.label_ for span in copy.spans["mentions"]} == {"name", "role", "pronoun", "demonym"}


CASE_PARSES = read_parses("mentions_cases.conllu")


@pytest.mark.parametrize(
    ("text", "name", "mentions"), CASES, ids=[f"{name}: {text[:60]}" for text, name, _ in CASES]
)
def test_who_is_meant(text, name, mentions):
    doc = CASE_PARSES[text].copy()
    notes = MENTIONS.find(COUNTRIES(doc))
    found = {note["name"]: [doc.text[m["start"] : m["end"]] for m in note["mentions"]] for note in notes}
    assert found.get(name) == mentions
