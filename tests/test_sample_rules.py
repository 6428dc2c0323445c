"""The example folder of own rules does what its comments say."""

import pytest
from untrained import ROOT

from nieuwsextract import extract, load
from nieuwsextract.evaluation.rule_check import check_examples
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.review import own_rules, review

FOLDER = ROOT / "samples" / "rules"


@pytest.fixture(scope="module")
def nlp():
    return load(rules=[FOLDER])


def test_every_example_holds_and_nothing_is_odd(nlp):
    rules = load_rules([FOLDER])
    own = own_rules(rules, FOLDER)
    assert review(rules, own) == []
    result = check_examples(nlp, rules, own)
    assert result.faults == []
    assert result.sentences >= len(own) - 2


def test_a_rule_is_taken_out():
    assert "compete-winnen" in load_rules().rules["trigger"]
    assert "compete-winnen" not in load_rules([FOLDER]).rules["trigger"]


def test_an_organisation_has_another_name(nlp):
    text = "De EC komt met nieuwe regels. De Europese Commissie zwijgt over de prijs."
    names = {
        entity.name: [m.span.text for m in entity.mentions] for entity in extract(text, nlp=nlp).entities
    }
    assert names["Europese Commissie"] == ["EC", "Europese Commissie"]


def test_a_source_line_is_read(nlp):
    record = extract("Trein ontspoord\nHerkomst: ANP\n\nEr vielen geen gewonden.", nlp=nlp)
    assert record.article.publisher == "ANP" or record.article.agency == "ANP"
