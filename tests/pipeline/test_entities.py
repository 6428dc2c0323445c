"""Repairs of entities within one article, each on plain text with the entities that a recogniser gave."""

import pytest
from parses import NLP

from nieuwsextract.pipeline.entities import EntityRepair

REPAIR = EntityRepair(NLP, [])
SWITCHED_OFF = '[[entity_repair]]\nid = "achternaam"\nrepair = "surnames"\nenabled = false\n'


def marked(text):
    """'[Jan Smit|PERSON] zei' → a doc with that entity."""
    plain, entities = "", []
    for piece in text.replace("]", "[").split("["):
        name, bar, label = piece.rpartition("|")
        if bar:
            entities.append((len(plain), len(plain) + len(name), label))
        plain += name if bar else piece
    doc = NLP.make_doc(plain)
    doc.ents = [doc.char_span(start, end, label=label) for start, end, label in entities]
    return doc


def repaired(text, repair=REPAIR):
    return [(ent.text, ent.label_) for ent in repair(marked(text)).ents]


RUTTE = ("Mark Rutte", "PERSON")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        pytest.param("[Mark Rutte|PERSON] lacht. Later ging Rutte naar huis.", [RUTTE, ("Rutte", "PERSON")], id="surname"),
        pytest.param("[Mark Rutte|PERSON] lacht. Dat is Ruttes plan.", [RUTTE, ("Ruttes", "PERSON")], id="possessive"),
        pytest.param("[Mark Rutte|PERSON] lacht. [Rutte|GPE] zweeg.", [RUTTE, ("Rutte", "PERSON")], id="surname-mended"),
        pytest.param("[Eberhard van der Laan|PERSON] is ziek. Van der Laan rust.", [("Eberhard van der Laan", "PERSON"), ("Van der Laan", "PERSON")], id="particles"),
        pytest.param("Het [Openbaar Ministerie|ORG] (OM) eist. Het OM zwijgt.", [("Openbaar Ministerie", "ORG"), ("OM", "ORG"), ("OM", "ORG")], id="abbreviation"),
        pytest.param("Troepen van Rusland en [Oekraïne|ORG]", [("Rusland", "GPE"), ("Oekraïne", "GPE")], id="countries"),
        pytest.param("De Russische troepen", [("Russische", "NORP")], id="demonym"),
        pytest.param("Volgens de NAVO en de Europese Commissie", [("NAVO", "ORG"), ("Europese Commissie", "ORG")], id="organisations"),
        pytest.param("De [Organisatie voor het Verbod|ORG] op [Chemische Wapens|ORG] en de Organisatie voor het Verbod op Chemische Wapens", [("Organisatie voor het Verbod op Chemische Wapens", "ORG")] * 2, id="longest-name"),
        pytest.param("[president Poetin|PERSON] en [„ Lavrov ”|PERSON]", [("Poetin", "PERSON"), ("Lavrov", "PERSON")], id="trim"),
        pytest.param("[Foto|ORG] van de dag", [], id="no-name"),
        pytest.param("Wij zien trainer [Koolhaas|ORG] staan.", [("Koolhaas", "PERSON")], id="title"),
        pytest.param("Over [Boogerd|GPE] en [Boogerd|PERSON]", [("Boogerd", "PERSON")] * 2, id="unknown-place"),
        pytest.param("Bij [Philips|ORG], [Philips|ORG] en [Philips|LOC]", [("Philips", "ORG")] * 3, id="majority"),
        pytest.param("De topman van [Vandenbosch|ORG] zwijgt. Ook Vandenbosch zwijgt.", [("Vandenbosch", "ORG")] * 2, id="repeat"),
    ],
)  # fmt: skip
def test_repairs(text, entities):
    assert repaired(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        pytest.param("[Piet Bakker|PERSON] is bakker. Bakker zijn is zwaar.", [("Piet Bakker", "PERSON")], id="surname-is-a-word"),
        pytest.param("[Wim Kok|PERSON] (CV) komt.", [("Wim Kok", "PERSON")], id="brackets-after-a-person"),
        pytest.param("Premier [België|GPE] op bezoek", [("België", "GPE")], id="title-before-a-country"),
        pytest.param("Over [Parijs|GPE] en [Parijs|PERSON]", [("Parijs", "GPE"), ("Parijs", "PERSON")], id="known-place-at-a-tie"),
        pytest.param("Let op de [Universiteit van Rusland|ORG]", [("Universiteit van Rusland", "ORG")], id="country-inside-a-name"),
        pytest.param("Ze las Trouw en werd Groen.", [], id="organisations-that-are-words"),
        pytest.param("[twaalf|CARDINAL] mensen in [2012|DATE]", [("twaalf", "CARDINAL"), ("2012", "DATE")], id="other-labels"),
    ],
)  # fmt: skip
def test_what_is_left_alone(text, entities):
    assert repaired(text) == entities


def test_a_repair_can_be_switched_off(tmp_path):
    (tmp_path / "mijn.toml").write_text(SWITCHED_OFF, encoding="utf-8")
    text = "[Mark Rutte|PERSON] lacht. Later ging Rutte naar huis."
    assert repaired(text, EntityRepair(NLP, [str(tmp_path)])) == [RUTTE]


def test_a_repair_is_told_by_its_rule():
    doc = REPAIR(marked("[Mark Rutte|PERSON] lacht. Later ging Rutte naar huis."))
    assert [(span.text, span.id_) for span in doc.spans["entity_repairs"]] == [
        ("Rutte", "entities/achternaam")
    ]


def test_entities_never_overlap_and_nothing_raises():
    for text in (
        "",
        "Mark",
        "[Mark Rutte|PERSON] (",
        "De De Rutte [De Rutte|PERSON] van der",
        "[„|ORG] [”|ORG]",
    ):
        spans = [(ent.start, ent.end) for ent in REPAIR(marked(text)).ents]
        assert spans == sorted(spans)
