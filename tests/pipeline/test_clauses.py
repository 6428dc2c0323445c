"""The grammar questions, on small trees: right ones, and wrong ones as parsers make them."""

import pytest
import spacy
from spacy.tokens import Doc

from nieuwsextract.pipeline import clauses

VOCAB = spacy.blank("nl").vocab
POS = {"N": "NOUN", "P": "PROPN", "V": "VERB", "A": "AUX", "D": "DET", "R": "PRON", "X": "ADV", "I": "ADP"}
FORMS = {
    "fin": "VerbForm=Fin|Tense=Pres",
    "past": "VerbForm=Fin|Tense=Past",
    "part": "VerbForm=Part",
    "inf": "VerbForm=Inf",
}


def tree(text):
    """``Rusland/P/nsubj/2`` a word: form, part of speech, relation, head's number (0: root), form of a verb."""
    rows = [word.split("/") for word in text.split()]
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        pos=[POS[row[1]] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) - 1 if row[3] != "0" else number for number, row in enumerate(rows)],
        morphs=[FORMS[row[4]] if len(row) > 4 else "" for row in rows],
        lemmas=[row[5] if len(row) > 5 else row[0] for row in rows],
    )


def verb_of(doc):
    return next(token for token in doc if token.dep_ == "ROOT")


SUBJECTS = {
    "by-the-parse": ("Rusland/P/nsubj/2 zwijgt/V/ROOT/0/fin", "Rusland"),
    "passive": ("Het/D/det/2 dorp/N/nsubj:pass/4 is/A/aux:pass/4/fin verwoest/V/ROOT/0/part", "dorp"),
    "object-behind-the-finite-verb": (
        "Gisteren/X/advmod/5 heeft/A/aux/5/fin Rusland/P/obj/5 drones/N/obj/5 gestuurd/V/ROOT/0/part",
        "Rusland",
    ),
    "object-behind-it-after-an-adverb": (
        "Gisteren/X/advmod/5 heeft/A/aux/5/fin ook/X/advmod/5 drones/N/obj/5 gestuurd/V/ROOT/0/part",
        None,
    ),
    "elided-after-a-coordinator": ("en/X/cc/4 heeft/A/aux/4/fin drones/N/obj/4 gestuurd/V/ROOT/0/part", None),
    "subject-before-is-no-object": (
        "Rusland/P/nsubj/4 heeft/A/aux/4/fin drones/N/obj/4 gestuurd/V/ROOT/0/part",
        "Rusland",
    ),
    "infinitive": ("drones/N/obj/2 sturen/V/ROOT/0/inf", None),
}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_subject(text, expected):
    found = clauses.subject(verb_of(tree(text)))
    assert (found and found.text) == expected


OBJECTS = {
    "by-the-parse": ("Rusland/P/nsubj/2 stuurt/V/ROOT/0/fin drones/N/obj/2", ["drones"]),
    "second-subject": ("Berlijn/P/nsubj/2 steunt/V/ROOT/0/fin Parijs/P/nsubj/2", ["Parijs"]),
    "the-one-that-is-the-subject": (
        "Gisteren/X/advmod/5 heeft/A/aux/5/fin Rusland/P/obj/5 drones/N/obj/5 gestuurd/V/ROOT/0/part",
        ["drones"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_objects(text, expected):
    assert [token.text for token in clauses.objects(verb_of(tree(text)))] == expected


ACTING = {
    "governor-of-an-infinitive": (
        "bonden/N/nsubj/2 dreigen/V/ROOT/0/fin te/I/mark/4 staken/V/xcomp/2/inf",
        "staken",
        "bonden",
    ),
    "relative-pronoun": (
        "leger/N/ROOT/0 dat/R/nsubj/3 oprukt/V/acl:relcl/1/fin",
        "oprukt",
        "leger",
    ),
    "coordinated": (
        "Rusland/P/nsubj/2 valt/V/ROOT/0/fin en/X/cc/4 wint/V/conj/2/fin",
        "wint",
        "Rusland",
    ),
    "nobody": ("Er/X/advmod/2 regent/V/ROOT/0/fin", "regent", None),
}


@pytest.mark.parametrize(("text", "verb", "expected"), ACTING.values(), ids=ACTING)
def test_acting_subject(text, verb, expected):
    doc = tree(text)
    found = clauses.acting_subject(next(token for token in doc if token.text == verb))
    assert (found and found.text) == expected


def test_agent_and_particle():
    doc = tree(
        "raket/N/nsubj:pass/5 wordt/A/aux:pass/5/fin door/I/case/4 Seoul/P/obl/5 geschoten/V/ROOT/0/part"
    )
    assert clauses.agent(doc[4]).text == "Seoul"
    assert clauses.is_passive(doc[4])
    doc = tree("leger/N/nsubj/2 vuurt/V/ROOT/0/fin raket/N/obj/2 af/X/compound:prt/2")
    assert clauses.particle(doc[1]).text == "af"
    assert clauses.agent(doc[1]) is None


PHRASES = {
    "without-preposition": ("in/I/case/3 het/D/det/3 dorp/N/ROOT/0", 2, "het dorp"),
    "without-relative-clause": ("dorp/N/ROOT/0 dat/R/nsubj/3 brandt/V/acl:relcl/1/fin", 0, "dorp"),
    "with-its-own-preposition": ("leger/N/ROOT/0 van/I/case/3 Rusland/P/nmod/1", 0, "leger van Rusland"),
}


@pytest.mark.parametrize(("text", "head", "expected"), PHRASES.values(), ids=PHRASES)
def test_noun_phrase(text, head, expected):
    doc = tree(text)
    start, end = clauses.noun_phrase(doc[head])
    assert doc[start:end].text == expected


TENSES = {
    "present": ("Rusland/P/nsubj/2 zwijgt/V/ROOT/0/fin", "present"),
    "past": ("Rusland/P/nsubj/2 zweeg/V/ROOT/0/past", "past"),
    "perfect": ("Rusland/P/nsubj/3 heeft/A/aux/3/fin/hebben gezwegen/V/ROOT/0/part", "past"),
    "future": ("Rusland/P/nsubj/3 zal/A/aux/3/fin/zullen zwijgen/V/ROOT/0/inf", "future"),
    "none": ("zwijgen/V/ROOT/0/inf", None),
}


@pytest.mark.parametrize(("text", "expected"), TENSES.values(), ids=TENSES)
def test_tense(text, expected):
    assert clauses.tense(verb_of(tree(text))) == expected
