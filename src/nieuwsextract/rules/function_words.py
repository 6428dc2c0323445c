"""Closed classes of Dutch function words that grammar is read by: one rule kind, looked up by class."""

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from nieuwsextract.rules.rule import Rule, Words

if TYPE_CHECKING:
    from nieuwsextract.rules.loading import RuleSet

Element = Literal[
    "apposition_end",
    "article",
    "before_place",
    "before_street",
    "becoming",
    "collective",
    "complement_preposition",
    "copula",
    "deed_preposition",
    "definite",
    "definite_article",
    "demonstrative",
    "duration_opener",
    "employer_preposition",
    "expletive",
    "former",
    "governed_preposition",
    "idiom",
    "indefinite_article",
    "inseparable_prefix",
    "joining",
    "list",
    "name_article",
    "name_particle",
    "near",
    "neuter",
    "no_object",
    "no_participant",
    "open_end",
    "other",
    "other_complement",
    "particle",
    "phrase_end",
    "place_preposition",
    "possessive",
    "pure_particle",
    "quantifier",
    "r_pronoun",
    "reflexive",
    "relative",
    "restrictive",
    "source",
    "suffering_end",
    "title_prefix",
    "unstressed_prefix",
]


class FunctionWordsRule(Rule):
    """Words in lower case of a closed class; all rules of one class (``element``) count together.

    An example is a sentence of which something else is found without the rule.
    """

    element: Element
    words: Words = Field(min_length=1)


def words_for(rules: "RuleSet", element: Element) -> frozenset[str]:
    """Return the words of a closed class; a component asks once, when it is built."""
    found = (rule for rule in rules.of("function_words", FunctionWordsRule) if rule.element == element)
    return frozenset(word for rule in found for word in rule.words)
