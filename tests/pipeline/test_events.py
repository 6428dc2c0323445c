"""Events on parsed sentences: arguments, polarity, modality, codes; and what holds over a whole article."""

import pytest
from parses import NLP, read_parses

from nieuwsextract.pipeline.countries import Countries
from nieuwsextract.pipeline.events import Events

PARSES = read_parses("events.conllu")
EVENTS = Events(NLP, [])
COUNTRIES = Countries(NLP, [])


def find(name):
    """{event type: note} of a sentence, and its text."""
    doc = COUNTRIES(PARSES[name].copy())
    return doc.text, {note["event_type"]: note for note in EVENTS.find(doc)}


def phrases(text, participants):
    return [text[who["start"] : who["end"]] for who in participants]


@pytest.mark.parametrize(
    ("name", "event", "trigger", "actors", "recipients"),
    [
        ("actief", "SUPPORT", "steunt", ["Duitsland"], ["het voorstel van de Commissie"]),
        ("lijdend", "COERCE", "opgepakt", ["de politie"], ["De twee leiders"]),
        ("gesplitst", "MOBILIZE", "vuurde … af", ["Noord-Korea"], ["een raket"]),
        ("kop", "MOBILIZE", "vuurt … af", ["Noord-Korea"], ["raket"]),
        ("bijzin", "PROTEST", "het werk neerlegde", ["De bond"], []),
        ("bijzin", "CONSULT", "overlegt", ["De bond"], ["de minister"]),
        ("infinitief", "RESIGN", "af … treden", ["De minister"], []),
        ("naamwoord", "ASSAULT", "aanval", ["Israël"], ["Gaza"]),
        ("tussen", "CONSULT", "overleg", ["Iran"], ["de Verenigde Staten"]),
        ("bezittelijk", "RESIGN", "aftreden", ["zijn"], []),
        ("demoniem", "ASSAULT", "aanval", ["Russische"], ["Kiev"]),
        ("steunwerkwoord", "ASSAULT", "aanval", ["Israël"], ["Gaza"]),
        ("eis", "REQUEST", "eist", ["De oppositie"], []),
        ("eis", "RESIGN", "aftreden", ["de minister"], []),
        ("nevengeschikt", "COERCE", "sloot", ["De politie"], ["het café"]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_arguments(name, event, trigger, actors, recipients):
    text, notes = find(name)
    note = notes[event]
    assert " … ".join(text[start:end] for start, end in note["trigger"]) == trigger
    assert phrases(text, note["actors"]) == actors
    assert phrases(text, note["recipients"]) == recipients


@pytest.mark.parametrize(
    ("name", "event", "polarity", "modality", "auxiliary"),
    [
        ("actief", "SUPPORT", "pos", "asserted", []),
        ("infinitief", "RESIGN", "pos", "possible", ["hypothetical"]),
        ("weigeren", "RESIGN", "neg", "asserted", ["negation"]),
        ("ontkend", "DIE", "neg", "asserted", None),
        ("ontkend", "ASSAULT", "pos", "asserted", []),
        ("mogelijk", "RESIGN", "pos", "possible", ["hypothetical"]),
        ("voorwaarde", "RESIGN", "pos", "possible", ["hypothetical"]),
        ("toekomst", "CONSULT", "pos", "future", ["future"]),
        ("zou", "COERCE", "pos", "possible", ["hypothetical"]),
        ("eis", "RESIGN", "pos", "demanded", []),
    ],
)
def test_status(name, event, polarity, modality, auxiliary):
    _, notes = find(name)
    note = notes[event]
    assert (note["polarity"], note["modality"]) == (polarity, modality)
    assert (note["plover"] and note["plover"]["auxiliary_modes"]) == auxiliary


@pytest.mark.parametrize(
    ("name", "event", "country", "sector"),
    [
        ("demoniem", "ASSAULT", "RU", None),
        ("naamwoord", "ASSAULT", "IL", None),
        ("lijdend", "COERCE", None, "COP"),
        ("eis", "REQUEST", None, "OPP"),
    ],
)
def test_country_and_sector_of_the_actor(name, event, country, sector):
    _, notes = find(name)
    actor = notes[event]["actors"][0]
    assert (actor["country"], actor["sector"]) == (country, sector)


def test_codes():
    _, notes = find("gesplitst")
    assert notes["MOBILIZE"]["plover"] == {
        "event_type": "MOBILIZE", "mode": "weapons", "contexts": [], "quad_class": 4, "score": -6.5,
        "auxiliary_modes": [],
    }  # fmt: skip
    assert notes["MOBILIZE"]["cameo"] == {"code": "150", "goldstein": -7.2}
    _, notes = find("ontkend")
    assert notes["DIE"]["plover"] is None
    assert notes["DIE"]["cameo"] is None


def test_place_of_the_clause():
    text, notes = find("tussen")
    place = notes["CONSULT"]["place"]
    assert text[place["start"] : place["end"]] == "Wenen"
    assert (place["country"], place["assumed"]) == ("AT", False)


def test_sports_attack_is_no_assault():
    _, notes = find("ploeg")
    assert "ASSAULT" not in notes


def test_the_quote_that_reports_it():
    doc = PARSES["actief"].copy()
    outer, inner = {"content": [(0, len(doc.text))]}, {"content": [(10, len(doc.text))]}
    doc._.nieuws_quotes = [outer, inner]
    assert EVENTS.find(doc)[0]["reported_by"] == 1


def test_one_main_event_and_clusters_of_repeats():
    doc = COUNTRIES(type(PARSES["kop"]).from_docs([PARSES["kop"], PARSES["gesplitst"], PARSES["eis"]]))
    notes = EVENTS.find(doc)
    assert [note["main"] for note in notes].count(True) == 1
    missiles = [note for note in notes if note["event_type"] == "MOBILIZE"]
    assert len(missiles) == 2
    assert missiles[0]["cluster"] == missiles[1]["cluster"] is not None
    assert all(note["cluster"] is None for note in notes if note["event_type"] == "REQUEST")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "???", "aanval", "De aanval.", "af " * 50, "staken op op op af"]
)
def test_odd_texts(text):
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    assert isinstance(EVENTS.find(doc), list)


def test_notes_are_plain_and_repeatable():
    doc = COUNTRIES(PARSES["naamwoord"].copy())
    first, second = EVENTS.find(doc), EVENTS.find(doc)
    assert first == second
    EVENTS(doc)
    assert [note | {"confidence": None} for note in doc._.nieuws_events] == [
        note | {"confidence": None} for note in first
    ]
    assert [span.label_ for span in doc.spans["events"]] == [
        note["event_type"] for note in first for _ in note["trigger"]
    ]
