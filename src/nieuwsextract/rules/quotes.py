"""Rules for quotes: reporting verbs and nouns, attribution phrases, what blocks them, closed word classes."""

from typing import Literal, Self

from pydantic import Field, model_validator

from nieuwsextract.kinds import CueClass
from nieuwsextract.rules.patterns import Patterned
from nieuwsextract.rules.rule import Rule

#: Closed classes of words that the quote finders need.
QuoteElement = Literal[
    "auxiliary", "modal", "nominative", "first_person", "second_person", "third_person", "spokesperson",
    "government",
    "address", "definite", "person_suffix", "subordinator", "question", "adverbial_clause", "coordinator",
    "relative", "pronoun", "reflexive", "person_noun", "person_plural", "no_quote",
    "backward", "stop", "stranding", "medium", "origin", "indefinite",
    "after_particle", "anticipated", "behalf", "clause_end", "connective", "demonstrative", "detaching",
    "expletive",
    "female_ending", "female_pronoun", "hearsay", "introducer", "judgement", "link", "male_ending",
    "male_pronoun", "negation", "no_content", "passive", "phrase_end", "pointing", "self",
    "reader", "utterance", "she_or_they", "somebody", "this_one", "to_be", "verbless",
]  # fmt: skip
#: What a cue introduces.
Takes = Literal["speech", "clause", "question", "infinitive", "object", "predicate"]


class CueRule(Patterned):
    """A reporting expression: a verb with its particle or fixed words, and what it introduces.

    ``forms`` are finite and infinitive ones in lower case, without the particle. ``words`` must stand in the
    same clause (``weten`` in ``liet … weten``). ``takes``: direct speech or an inverted clause (``speech``),
    a ``dat`` or ``of`` clause, an indirect ``question``, a ``te``-infinitive, an object as content
    (``ontkent de aanval``), a judgement (``noemt het onzin``). ``prepositions`` introduce content
    (``spreekt van …``); ``fused`` ones belong to the cue. ``source``: the speaker is the subject, or follows
    a preposition (``blijkt uit …``).
    """

    lemma: str
    cue_class: CueClass
    forms: tuple[str, ...] = Field(min_length=1)
    participle: str | None = None
    particle: str | None = None
    words: tuple[str, ...] = ()
    reflexive: bool = False
    takes: tuple[Takes, ...] = ()
    prepositions: tuple[str, ...] = ()
    fused: bool = False
    source: Literal["subject", "uit", "in", "bij", "none"] = "subject"


class AttributionRule(Patterned):
    """A phrase that attributes: ``volgens`` X, ``aldus`` X, ``in de ogen van`` X, ``naar eigen zeggen``.

    ``source``: the speaker follows the words, stands between the first and the last (``wat hem betreft``),
    or is the clause's subject. ``follows``: the content stands before the words (``…, aldus X``).
    """

    lemma: str
    cue_class: CueClass
    words: tuple[str, ...] = Field(min_length=1)
    source: Literal["after", "between", "subject"] = "after"
    follows: bool = False


class NounCueRule(Patterned):
    """A noun that announces content: ``de eis dat …``, ``het verzoek om te …``."""

    lemma: str
    cue_class: CueClass
    forms: tuple[str, ...] = Field(min_length=1)
    takes: tuple[Takes, ...] = ("clause",)


class CueBlockRule(Patterned):
    """What makes a cue no cue: ``words`` soon after it (``zei niets``, ``stelt een vraag``), or a pattern."""

    cue: str
    words: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _check_block(self) -> Self:
        if not (self.words or self.pattern):
            raise ValueError("a block of a cue needs words or a pattern")
        return self


class QuoteWordsRule(Rule):
    """Closed classes of words that the quote finders need.

    An example is a sentence of which something else is found without the rule.
    """

    element: QuoteElement
    words: tuple[str, ...] = Field(min_length=1)


QUOTE_KINDS: dict[str, type[Rule]] = {
    "attribution": AttributionRule,
    "cue": CueRule,
    "cue_block": CueBlockRule,
    "cue_noun": NounCueRule,
    "quote_words": QuoteWordsRule,
}
