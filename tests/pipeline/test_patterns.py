"""The pattern vocabulary: each word of it holds and fails, on a parse and without one; never slow, never raising."""

import time
import tomllib

import pytest
import spacy
from parses import read_parses
from spacy.tokens import Doc

from nieuwsextract.pipeline.patterns import Patterns
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.patterns import Pattern

PATTERNS = Patterns(load_rules())
PARSES = read_parses("patterns.conllu")
STOET = "Een lange stoet van boze boeren trok maandag niet door Den Haag."
PASSIVE = "De stekker werd door de minister uit het plan getrokken."
CLAUSE = "De minister zei niet dat de school sluit."


def holds(toml, doc, word):
    at = next(token.i for token in doc if token.text == word)
    return PATTERNS.hold(Pattern.model_validate(tomllib.loads(f"p = {toml}")["p"]), doc, at, at + 1)


@pytest.mark.parametrize(
    ("sentence", "word", "toml", "wanted"),
    [
        pytest.param(STOET, "trok", '{ lemma = ["trekken"] }', True, id="lemma"),
        pytest.param(STOET, "trok", '{ lemma = ["duwen"] }', False, id="other-lemma"),
        pytest.param(STOET, "trok", '{ form = ["trok", "trokken"] }', True, id="form"),
        pytest.param(STOET, "trok", '{ form = ["trekt"] }', False, id="other-form"),
        pytest.param(STOET, "Een", '{ form = ["een"] }', True, id="form-with-a-capital"),
        pytest.param(STOET, "trok", '{ lemma = ["trekken"], form = ["trekt"] }', False, id="lemma-and-form"),
        pytest.param(STOET, "trok", '{ pos = ["noun", "verb"] }', True, id="pos"),
        pytest.param(STOET, "trok", '{ pos = ["noun"] }', False, id="other-pos"),
        pytest.param(STOET, "stoet", '{ has = [{ role = "determiner" }] }', True, id="has-any"),
        pytest.param(STOET, "stoet", '{ has = [{ role = "determiner", form = ["de"] }] }', False, id="has-another"),
        pytest.param(STOET, "stoet", '{ has = [{ role = "adjective", lemma = ["lang"] }] }', True, id="has-adjective"),
        pytest.param(STOET, "trok", '{ has = [{ role = "subject", lemma = ["stoet"] }] }', True, id="has-subject"),
        pytest.param(STOET, "trok", '{ lacks = [{ role = "object" }] }', True, id="lacks-any"),
        pytest.param(STOET, "trok", '{ lacks = [{ role = "adverb", form = ["niet"] }] }', False, id="lacks-what-is-there"),
        pytest.param(PASSIVE, "getrokken", '{ has = [{ role = "object", lemma = ["stekker"] }] }', True, id="passive-object"),
        pytest.param(PASSIVE, "getrokken", '{ has = [{ role = "subject", lemma = ["minister"] }] }', True, id="passive-subject"),
        pytest.param(CLAUSE, "zei", '{ has = [{ role = "clause", lemma = ["sluiten"] }] }', True, id="has-clause"),
        pytest.param(STOET, "stoet", '{ before = { form = ["lange"] } }', True, id="before"),
        pytest.param(STOET, "stoet", '{ before = { form = ["een"] } }', False, id="before-too-far"),
        pytest.param(STOET, "stoet", '{ before = { form = ["een"] }, within = 2 }', True, id="before-within"),
        pytest.param(STOET, "stoet", '{ after = { lemma = ["boer"] }, within = 3 }', True, id="after-within"),
        pytest.param(STOET, "stoet", '{ after = { form = ["lange"] }, within = 9 }', False, id="after-is-not-before"),
        pytest.param(STOET, "stoet", '{ before = { pos = ["adjective"] }, after = { form = ["van"] } }', True, id="both"),
        pytest.param(STOET, "stoet", '{ before = { pos = ["adjective"] }, after = { form = ["met"] } }', False, id="one-of-both"),
    ],
)  # fmt: skip
def test_on_a_parse(sentence, word, toml, wanted):
    assert holds(toml, PARSES[sentence], word) is wanted


def test_neighbours_stand_in_the_same_sentence():
    doc = Doc(spacy.blank("nl").vocab, words=["Boeren", ".", "De", "stoet", "."], sent_starts=[1, 0, 1, 0, 0])
    assert not holds('{ before = { form = ["boeren"] }, within = 9 }', doc, "stoet")


@pytest.mark.parametrize(
    ("toml", "wanted"),
    [
        pytest.param('{ lemma = ["trekken"] }', True, id="a-lemma-by-its-forms"),
        pytest.param('{ lemma = ["duwen"] }', False, id="another-lemma"),
        pytest.param('{ pos = ["verb"] }', False, id="no-tags"),
        pytest.param('{ has = [{ role = "subject" }] }', False, id="no-parse"),
        pytest.param('{ before = { lemma = ["stoet"] } }', True, id="neighbour"),
    ],
)
def test_words_alone_carry_it_where_nothing_was_parsed(toml, wanted):
    doc = spacy.blank("nl")("De stoet trok voorbij")
    make_askable(doc)
    assert holds(toml, doc, "trok") is wanted


def test_the_time_is_that_of_the_words_within_reach():
    vocab = spacy.blank("nl").vocab
    text = Doc(vocab, words=["a"] * 20_000 + ["stoet"])
    toml = '{ before = { form = ["(a+)+$"], lemma = ["aap"] }, within = 30 }'
    start = time.process_time()
    assert not holds(toml, text, "stoet")
    assert time.process_time() - start < 1


def test_unmet_parts_are_named():
    pattern = Pattern.model_validate(
        {"lemma": ["duwen"], "has": [{"role": "object"}], "after": {"form": ["dak"]}}
    )
    doc = PARSES[STOET]
    at = next(token.i for token in doc if token.text == "trok")
    assert list(PATTERNS.unmet(pattern, doc, at, at + 1)) == [
        "pattern: lemma duwen",
        "pattern: has object",
        "pattern: after form dak",
    ]
