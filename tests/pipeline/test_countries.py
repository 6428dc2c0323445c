"""Countries: names in plain text without a model; capitals and seats on parsed sentences."""

from itertools import pairwise

import pytest
from parses import NLP, read_parses
from spacy.tokens import Span

from nieuwsextract.pipeline.countries import Countries
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.gazetteer import Gazetteer, inflect
from nieuwsextract.rules.places import CountryRule

COUNTRIES = Countries(NLP, [])
RULES = load_rules()


def found(text, entities=()):
    """{text of the note: (country, kind)}; ``entities`` are (text, label)."""
    doc = NLP.make_doc(text)
    doc.ents = [
        doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in entities
    ]
    return {text[n["start"] : n["end"]]: (n["country"], n["kind"]) for n in COUNTRIES.find(doc)}


GOVERNMENTS = read_parses("countries_governments.conllu")


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("De VS en Rusland praten.", "VS", "US", "name"),
        ("De V.S. en Rusland praten.", "V.S.", "US", "name"),
        ("Amerika praat mee.", "Amerika", "US", "name"),
        ("Het VK doet mee.", "VK", "GB", "name"),
        ("De DVK lanceert een raket.", "DVK", "KP", "name"),
        ("Noord-Koreaanse raketten", "Noord-Koreaanse", "KP", "demonym"),
        ("NOORD-KOREAANSE RAKETTEN", "NOORD-KOREAANSE", "KP", "demonym"),
        ("Een Chinees schip en Chinese vissers", "Chinese", "CN", "demonym"),
        ("Saoedische prinsen", "Saoedische", "SA", "demonym"),
        ("De Rus won.", "Rus", "RU", "demonym"),
        ("De Russin won.", "Russin", "RU", "demonym"),
        ("De Belgen wonnen.", "Belgen", "BE", "people"),
        ("In Oekraine is het koud.", "Oekraine", "UA", "name"),
        ("Ruslands leger", "Ruslands", "RU", "name"),
        ("China's leger", "China's", "CN", "name"),
        ("In Birma, nu Myanmar,", "Birma", "MM", "name"),
        ("Belarus en Wit-Rusland", "Belarus", "BY", "name"),
        ("Russisch-Oekraïense gesprekken", "Oekraïense", "UA", "compound"),
        ("De VS-gezant komt.", "VS", "US", "compound"),
        ("In Oost-Oekraïne wordt gevochten.", "Oost-Oekraïne", "UA", "region"),
        ("WENEN (ANP) - Het overleg begint.", "WENEN", "AT", "city"),
        ("Het treinverkeer Rotterdam-Breda ligt stil.", "Breda", "NL", "city"),
        ("Een Schiedamse kapper", "Schiedamse", "NL", "demonym"),
        ("De brand woedde in Goes.", "Goes", "NL", "city"),
        ("De Sovjet-Unie viel uiteen.", "Sovjet-Unie", None, "name"),
        ("De DDR bestaat niet meer.", "DDR", None, "name"),
        ("Niger sluit de grens.", "Niger", "NE", "name"),
        ("Nigeria sluit de grens.", "Nigeria", "NG", "name"),
        ("Uit Georgia en Georgië", "Georgia", "US", "region"),
        ("Uit Georgia en Georgië", "Georgië", "GE", "name"),
        ("Congo en buurland Rwanda", "Congo", "CD", "name"),
        ("Congo, hoofdstad Brazzaville", "Congo", "CG", "name"),
        ("Ik hou van Congo.", "Congo", None, "name"),
        ("Samsung komt uit Korea.", "Korea", "KR", "name"),
        ("Noord-Korea en Zuid-Korea, twee keer Korea", "Korea", None, "name"),
        ("In Polen verloren de Polen.", "Polen", "PL", "people"),
        ("Europa kijkt toe.", "Europa", None, "continent"),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_names(text, name, country, kind):
    assert found(text).get(name) == (country, kind)


@pytest.mark.parametrize(
    "text",
    ["Let op de treden.", "Zij spreekt Frans.", "Frans Bauer zingt.", "Goes de trein nog?", "De Gelderlander bericht.",
     "Brussels Airlines schrapt.", "New York Times meldt.", "De machines van Bosch.", "Huizen worden duurder."],
)  # fmt: skip
def test_no_names(text):
    assert found(text) == {}


def test_a_person_is_no_country():
    assert found("De heer Holland zingt.", [("Holland", "PERSON")]) == {"Holland": ("NL", "name")}
    assert found("Agnes Holland zingt.", [("Agnes Holland", "PERSON")]) == {}


def test_a_name_inside_an_organisation_is_kept_apart():
    text = "De Universiteit van Skopje meldt"
    assert found(text, [("Universiteit van Skopje", "ORG")]) == {"Skopje": ("MK", "inside")}


def test_an_unknown_place_lies_where_its_adjective_says():
    text = "In het Zweedse plaatsje Rimbo wordt gepraat."
    assert found(text, [("Rimbo", "GPE")])["Rimbo"] == ("SE", "city")
    assert "Rimbo" not in found("In Rimbo praten Zweedse gasten.", [("Rimbo", "GPE")])


@pytest.mark.parametrize(
    ("parse", "name", "country", "kind"),
    [
        ("pyongyang-dreigt", "Pyongyang", "KP", "metonym"),
        ("antwoordde-minsk", "Minsk", "BY", "metonym"),
        ("achter-caracas", "Caracas", "VE", "metonym"),
        ("gesprekken-met-teheran", "Teheran", "IR", "metonym"),
        ("eis-van-moskou", "Moskou", "RU", "metonym"),
        ("kremlin-ontkent", "Kremlin", "RU", "metonym"),
        ("seoel-is-opgelucht", "Seoel", "KR", "metonym"),
        ("seoel-is-groot", "Seoel", "KR", "city"),
        ("in-moskou", "Moskou", "RU", "city"),
        ("moskou-telt", "Moskou", "RU", "city"),
        ("beurs-van-doha", "Doha", "QA", "city"),
        ("in-het-kremlin", "Kremlin", "RU", "city"),
        ("op-het-binnenhof", "Binnenhof", "NL", "city"),
        ("dateline", "TEHERAN", "IR", "city"),
        ("brussel-eu", "Brussel", None, "metonym"),
        ("brussel-be", "Brussel", "BE", "metonym"),
        ("brussel-stad", "Brussel", "BE", "city"),
    ],
    ids=str,
)
def test_governments(parse, name, country, kind):
    doc = GOVERNMENTS[parse]
    notes = {doc.text[n["start"] : n["end"]]: (n["country"], n["kind"]) for n in COUNTRIES.find(doc)}
    assert notes[name] == (country, kind)


def test_a_government_speaks_under_its_countrys_name():
    (note,) = COUNTRIES.find(GOVERNMENTS["pyongyang-dreigt"])
    assert (note["name"], note["via"]) == ("Noord-Korea", "capital")


KINDS = (
    "country",
    "place",
    "places",
    "seat",
    "ambiguous_place",
    "place_block",
    "city_adjective",
    "direction",
)
EXAMPLES = [
    pytest.param(rule.id, example, id=f"{kind}/{rule.id}-{number}")
    for kind in KINDS
    for rule in RULES.rules[kind].values()
    for number, example in enumerate(rule.examples, start=1)
    if kind != "place_block" and kind not in ("city_adjective", "direction", "seat")
]
COUNTEREXAMPLES = [
    pytest.param(rule.id, example, id=f"{kind}/{rule.id}-{number}")
    for kind in ("country", "place", "places", "ambiguous_place")
    for rule in RULES.rules[kind].values()
    for number, example in enumerate(rule.counterexamples, start=1)
]


@pytest.mark.parametrize(("rule_id", "example"), EXAMPLES)
def test_rule_examples(rule_id, example):
    assert f"countries/{rule_id}" in {note["rule"] for note in COUNTRIES.find(NLP.make_doc(example))}


@pytest.mark.parametrize(("rule_id", "example"), COUNTEREXAMPLES)
def test_rule_counterexamples(rule_id, example):
    notes = COUNTRIES.find(NLP.make_doc(example))
    assert not any(note["rule"] == f"countries/{rule_id}" and note["country"] for note in notes)


@pytest.mark.parametrize("rule", RULES.of("country", CountryRule), ids=lambda rule: rule.id)
def test_every_country_is_found_by_its_name(rule):
    text = f"Zij wonen in {rule.names[0]} en daarbuiten."
    expected = rule.id if rule.code else None
    assert [note["country"] for note in COUNTRIES.find(NLP.make_doc(text))] == [expected]


@pytest.mark.parametrize(
    ("base", "form"), [("Chinees", "Chinese"), ("Russisch", "Russische"), ("Amerikaans", "Amerikaanse")]
)
def test_inflection(base, form):
    assert inflect(base) == [base, form]


def test_names_do_not_overlap():
    found_names = Gazetteer(RULES).find(
        "New York City, Noord-Korea-kenner, VS-VK-overleg, de Democratische Republiek Congo"
    )
    assert all(one.end <= other.start for one, other in pairwise(found_names))
    assert found_names[-1].place.country == "CD"


def test_the_span_group_carries_kind_and_rule():
    doc = COUNTRIES(NLP.make_doc("De Belgen winnen."))
    (span,) = doc.spans["countries"]
    assert isinstance(span, Span) and (span.text, span.label_, span.id_) == (
        "Belgen",
        "people",
        "countries/BE",
    )
