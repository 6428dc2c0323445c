"""Pipelines to attack: one that knows nothing, the shipped one, and one whose parses are drawn at random."""

import itertools
import random

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract import load
from nieuwsextract.pipeline import COMPONENTS

RELATIONS = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:arg", "nmod", "nmod:poss", "amod", "advmod", "advcl",
    "acl", "acl:relcl", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound:prt", "conj", "cop", "csubj", "dep",
    "det", "expl", "expl:pv", "fixed", "flat", "mark", "nummod", "orphan", "parataxis", "punct", "xcomp", "ROOT",
]  # fmt: skip
TAGS = [
    "NOUN",
    "PROPN",
    "VERB",
    "AUX",
    "ADJ",
    "ADV",
    "ADP",
    "PRON",
    "DET",
    "NUM",
    "SCONJ",
    "CCONJ",
    "PUNCT",
    "SYM",
    "X",
    "",
]
LABELS = [
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "NORP",
    "FAC",
    "EVENT",
    "DATE",
    "TIME",
    "CARDINAL",
    "MONEY",
    "WORK_OF_ART",
    "LAW",
]
MORPHS = [
    "",
    "VerbForm=Fin|Tense=Past",
    "VerbForm=Fin|Tense=Pres",
    "VerbForm=Inf",
    "VerbForm=Part",
    "Number=Plur",
    "Gender=Com",
]
LEMMAS = ["zeggen", "zijn", "hebben", "zullen", "aanvallen", "minister", "dreigen", "volgens", ""]


@Language.factory("any_parse")
class AnyParse:
    """Annotates docs at random: any tree within each sentence of the layout, any label, any entity."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.seed = 0

    def __call__(self, doc: Doc) -> Doc:
        chance = random.Random(f"{self.seed} {doc.text}".encode("utf-8", "replace"))
        for token in doc:  # what is no start in the layout is left open there
            token.is_sent_start = bool(token.is_sent_start)
        starts = [token.i for token in doc if token.i == 0 or token.is_sent_start] + [len(doc)]
        for start, end in itertools.pairwise(starts):
            self._plant(doc, start, end, chance)
        for token in doc:
            token.pos_, token.lemma_ = chance.choice(TAGS), chance.choice([token.lower_, *LEMMAS])
            token.set_morph(chance.choice(MORPHS))
        doc.ents = spacy.util.filter_spans([self._entity(doc, chance) for _ in range(len(doc) // 4)])
        return doc

    def _plant(self, doc: Doc, start: int, end: int, chance: random.Random) -> None:
        """Each token hangs below one that was drawn before it, so that there are no circles."""
        order = list(range(start, end))
        chance.shuffle(order)
        for place, index in enumerate(order):
            doc[index].head = doc[chance.choice(order[:place] or [index])]
            doc[index].dep_ = chance.choice(RELATIONS)

    def _entity(self, doc: Doc, chance: random.Random) -> Span:
        start = chance.randrange(len(doc))
        end = min(len(doc), start + chance.randint(1, 4))
        return Span(doc, start, end, label=chance.choice(LABELS))


@pytest.fixture(scope="session")
def shipped_nlp():
    return load()


@pytest.fixture(scope="session")
def any_parse_nlp():
    """Our components behind random parses."""
    nlp = spacy.blank("nl")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp.add_pipe("any_parse", after="nieuws_layout")
    return nlp


@pytest.fixture(
    params=["untrained_nlp", "shipped_nlp", "any_parse_nlp"], ids=["untrained", "shipped", "any-parse"]
)
def any_nlp(request):
    return request.getfixturevalue(request.param)
