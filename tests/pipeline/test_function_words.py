"""Function words are rules: of each rule's examples something else is found once the rule is taken out."""

import pytest
import spacy
from parses import read_parses

from nieuwsextract.errors import RuleError
from nieuwsextract.pipeline import COMPONENTS
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.function_words import FunctionWordsRule, words_for

PARSES = read_parses("function_words.conllu")
RULES = load_rules().of("function_words", FunctionWordsRule)
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


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_examples_need_the_rule(rule, tmp_path):
    removal = f'[[function_words]]\nid = "{rule.id}"\nenabled = false\n'
    (tmp_path / "zonder.toml").write_text(removal, encoding="utf-8")
    without = pipes_with([str(tmp_path)])
    assert rule.examples
    for example in rule.examples:
        assert found(example, without) != found(example, BUILT_IN), example


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
