"""Function words are rules: of each rule's examples something else is found once the rule is taken out."""

from dataclasses import replace

import pytest
import spacy
from parses import read_parses
from spacy.tokens import Doc, Span

from nieuwsextract.errors import RuleError
from nieuwsextract.pipeline import COMPONENTS
from nieuwsextract.pipeline.quotes.lexicon import compile_lexicon
from nieuwsextract.pipeline.quotes.people import People
from nieuwsextract.pipeline.quotes.references import gender_of
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.function_words import words_for

PARSES = read_parses("function_words.conllu")
#: Of the words of quotes those with an example.
RULES = [
    (kind, rule)
    for kind in ("function_words", "quote_words")
    for rule in load_rules().rules[kind].values()
    if rule.examples or kind == "function_words"
]
#: What the components leave on a doc.
NOTES = ("nieuws_countries", "nieuws_dates", "nieuws_mentions", "nieuws_quotes", "nieuws_events")


def pipes_with(folders):
    """Our components that follow a model, with rules of one's own."""
    nlp = spacy.blank("nl")
    return [nlp.add_pipe(name, config={"rules": folders}) for name in COMPONENTS if name != "nieuws_layout"]


BUILT_IN = pipes_with([])


def found(example, pipes):
    """All that components find in a sentence, by the parse that it has."""
    doc = PARSES[example].copy()
    for pipe in pipes:
        doc = pipe(doc)
    return {name: doc._.get(name) for name in NOTES} | {"ents": [(e.text, e.label_) for e in doc.ents]}


@pytest.mark.parametrize(("kind", "rule"), [pytest.param(*rule, id=rule[1].id) for rule in RULES])
def test_examples_need_the_rule(kind, rule, tmp_path):
    removal = f'[[{kind}]]\nid = "{rule.id}"\nenabled = false\n'
    (tmp_path / "zonder.toml").write_text(removal, encoding="utf-8")
    without = pipes_with([str(tmp_path)])
    assert rule.examples
    for example in rule.examples:
        assert found(example, without) != found(example, BUILT_IN), example


@pytest.mark.parametrize(
    ("element", "word", "gender"),
    [
        ("female_ending", "bewindsvrouw", "female"),
        ("male_ending", "bewindsman", "male"),
        ("female_pronoun", "ze", "female"),
        ("male_pronoun", "hem", "male"),
    ],
)
def test_words_tell_the_gender_of_a_speaker(element, word, gender):
    lexicon = compile_lexicon(load_rules())
    assert gender_of(word, lexicon) == gender
    without = replace(lexicon, words=lexicon.words | {element: frozenset()})
    assert gender_of(word, without) is None


def test_particles_join_a_first_name_to_its_surname():
    nlp = spacy.blank("nl")
    words = ["Karel", "van", "Dijk", "belt", ".", "Van", "Dijk", "zegt", "niets", "."]
    doc = Doc(nlp.vocab, words=words, pos=["PROPN", "ADP", "PROPN", "VERB", "PUNCT"] * 2)
    doc.ents = [Span(doc, 5, 7, label="PERSON")]
    lexicon = compile_lexicon(load_rules())
    assert [named.who.name for named in People(doc, lexicon).named] == ["Karel van Dijk"]
    without = replace(lexicon, words=lexicon.words | {"name_particle": frozenset()})
    assert [named.who.name for named in People(doc, without).named] == ["Van Dijk"]


def test_own_words_count_with_the_built_in_ones(tmp_path):
    own = '[[function_words]]\nid = "mijn"\nelement = "place_preposition"\nwords = ["ginds"]\n'
    (tmp_path / "mijn.toml").write_text(own, encoding="utf-8")
    own_words = words_for(load_rules([tmp_path]), "place_preposition")
    assert own_words == words_for(load_rules(), "place_preposition") | {"ginds"}


def test_an_unknown_class_is_refused(tmp_path):
    (tmp_path / "mijn.toml").write_text(
        '[[function_words]]\nid = "mijn"\nelement = "lidwoorden"\nwords = ["de"]\n', encoding="utf-8"
    )
    with pytest.raises(RuleError, match=r"mijn\.toml:3: function_words 'mijn': element: should be one of "):
        load_rules([tmp_path])
