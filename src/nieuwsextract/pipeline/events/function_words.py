"""The closed classes of function words that the grammar around a trigger is read by."""

from collections.abc import Iterator

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.rules.inflection import inflection_of


class FunctionWords:
    """Sets of words in lower case, looked up once for the rules in force."""

    def __init__(self, rules: RuleSet) -> None:
        self.zijn, self.worden, self.hebben = _auxiliaries(rules)
        self.articles = words_for(rules, "article")
        self.quantifiers = words_for(rules, "quantifier")
        self.expletives = words_for(rules, "expletive")
        self.no_objects = words_for(rules, "no_object")
        self.no_participants = words_for(rules, "no_participant")
        self.phrase_ends = words_for(rules, "phrase_end")
        self.reflexives = words_for(rules, "reflexive")
        self.pure_particles = words_for(rules, "pure_particle")
        self.particles = self.pure_particles | words_for(rules, "particle")
        self.r_pronouns = words_for(rules, "r_pronoun")
        self.place_prepositions = words_for(rules, "place_preposition")
        self.duration_openers = words_for(rules, "duration_opener")
        self.governed_prepositions = words_for(rules, "governed_preposition")
        self.restrictives = words_for(rules, "restrictive")


def _auxiliaries(rules: RuleSet) -> Iterator[frozenset[str]]:
    """Every form of the verbs that make a perfect or a passive."""
    inflection = inflection_of(rules)
    for infinitive in ("zijn", "worden", "hebben"):
        forms = inflection.conjugate(infinitive)
        yield frozenset({infinitive}) | forms.finite | forms.participles
