"""Function words are rules: of each rule's examples something else is found once the rule is taken out."""

from dataclasses import replace

import pytest
from parses import NLP, read_parses
from spacy.tokens import Doc, Span

from nieuwsextract.errors import RuleError
from nieuwsextract.pipeline import COMPONENTS
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.phrases import Phrases
from nieuwsextract.pipeline.quotes.lexicon import compile_lexicon
from nieuwsextract.pipeline.quotes.people import People
from nieuwsextract.pipeline.quotes.references import gender_of
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.structure.lines import find_authors
from nieuwsextract.structure.patterns import patterns_of

PARSES = read_parses("function_words.conllu")
#: Of the words of quotes those with an example.
RULES = [
    (kind, rule)
    for kind in ("function_words", "quote_words")
    for rule in load_rules().rules[kind].values()
    if rule.examples
]
#: Rules that the parse of a sentence has no use for: they have tests of their own.
UNPARSED = {"misschien-beklemtoond", "onbeklemtoond", "onbepaald", "tussenvoegsel"}
#: What the components leave on a doc.
NOTES = ("nieuws_countries", "nieuws_dates", "nieuws_mentions", "nieuws_quotes", "nieuws_events")


def pipe_with(name, folders):
    return NLP.create_pipe(name, config={"rules": folders})


#: Our components that follow a model.
BUILT_IN = {name: pipe_with(name, []) for name in COMPONENTS if name != "nieuws_layout"}


def found(example, pipes):
    """All that components find in a sentence, by the parse that it has."""
    doc = PARSES[example].copy()
    for pipe in pipes.values():
        doc = pipe(doc)
    return {name: doc._.get(name) for name in NOTES} | {"ents": [(e.text, e.label_) for e in doc.ents]}


@pytest.mark.parametrize(("kind", "rule"), [pytest.param(*rule, id=rule[1].id) for rule in RULES])
def test_examples_need_the_rule(kind, rule, tmp_path):
    removal = f'[[{kind}]]\nid = "{rule.id}"\nenabled = false\n'
    (tmp_path / "zonder.toml").write_text(removal, encoding="utf-8")
    usual = [found(example, BUILT_IN) for example in rule.examples]
    # One component reads most of the rules; to make all of them anew takes long.
    for name in reversed(BUILT_IN):
        without = BUILT_IN | {name: pipe_with(name, [str(tmp_path)])}
        if all(
            found(example, without) != with_rule
            for example, with_rule in zip(rule.examples, usual, strict=True)
        ):
            return
    pytest.fail("no component finds anything else without it")


def test_every_class_has_a_test():
    rules = load_rules().rules["function_words"]
    assert {name for name, rule in rules.items() if not rule.examples} == UNPARSED


def test_an_article_makes_a_noun_whatever_the_tagger_says():
    doc = Doc(NLP.vocab, words=["Een", "concern"], pos=["DET", "ADJ"])
    lexicon = WhoLexicon(load_rules())
    assert Phrases(doc, lexicon, frozenset()).is_head(doc[1])
    lexicon.indefinite = frozenset()
    assert not Phrases(doc, lexicon, frozenset()).is_head(doc[1])


def test_particles_stand_in_the_names_of_authors():
    patterns = patterns_of(load_rules())
    assert find_authors("Karel van Dijk", patterns) == ["Karel van Dijk"]
    assert find_authors("Karel van Dijk", replace(patterns, name_particles=frozenset())) == []


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
    words = ["Karel", "van", "Dijk", "belt", ".", "Van", "Dijk", "zegt", "niets", "."]
    doc = Doc(NLP.vocab, words=words, pos=["PROPN", "ADP", "PROPN", "VERB", "PUNCT"] * 2)
    doc.ents = [Span(doc, 5, 7, label="PERSON")]
    lexicon = compile_lexicon(load_rules())
    assert [named.who.name for named in People(doc, lexicon).named] == ["Karel van Dijk"]
    without = replace(lexicon, name_particles=frozenset())
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
