"""The pattern vocabulary of rules: what must be so around a word, where a list of words cannot say it.

Words and grammar in plain terms, so that a rule outlives a parser's labels. There are no regular expressions:
every pattern takes time in proportion to the few words that it looks at.
"""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from nieuwsextract.rules.rule import Rule, Words

Pos = Literal[
    "verb", "noun", "name", "adjective", "adverb", "pronoun", "number", "preposition", "determiner",
    "conjunction",
]  # fmt: skip
Role = Literal["subject", "object", "determiner", "adjective", "adverb", "particle", "clause"]

#: Of a neighbour so many words at most may lie between.
_FURTHEST = 30


class Word(BaseModel):
    """One word: each field that is given must hold. ``lemma`` knows every form of a Dutch verb or noun."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lemma: Words = Field(default=(), description="dictionary forms, any of them")
    form: Words = Field(default=(), description="forms as they stand, in lower case")
    pos: tuple[Pos, ...] = Field(default=(), description="parts of speech")

    @property
    def is_any(self) -> bool:
        """Whether every word fits."""
        return not (self.lemma or self.form or self.pos)


class Part(Word):
    """A word that hangs on the rule's own by its grammar; only ``role`` given: any word in that role."""

    role: Role = Field(description="what it is to the rule's word; a passive's subject is its object")


class Pattern(Word):
    """What must hold where a rule applies: of its own word, of what hangs on it, of what stands by it.

    ``before`` and ``after`` ask for a word of the same sentence no further than ``within`` words away.
    """

    has: tuple[Part, ...] = Field(default=(), description="words in these roles are all there")
    lacks: tuple[Part, ...] = Field(default=(), description="words in these roles are not there")
    before: Word | None = Field(default=None, description="a word before the rule's own")
    after: Word | None = Field(default=None, description="a word after it")
    within: int = Field(default=1, ge=1, le=_FURTHEST, description="how far off these may stand")

    @model_validator(mode="after")
    def _check(self) -> Self:
        neighbours = [word for word in (self.before, self.after) if word is not None]
        if any(word.is_any for word in neighbours):
            raise ValueError("before and after need a lemma, form or pos, else any word would do")
        if self.is_any and not (self.has or self.lacks or neighbours):
            raise ValueError("a pattern that asks nothing always holds; give it a lemma, form, pos, has …")
        if "within" in self.model_fields_set and not neighbours:
            raise ValueError("within says how far off before or after may stand; give one of them")
        return self


class Patterned(Rule):
    """``pattern``: what must hold beside all that, of the rule's word and of the words around it.

    ``{ lemma = ["trekken"], has = [{ role = "object", lemma = ["stekker"] }] }``; ``role`` is one of subject,
    object, determiner, adjective, adverb, particle, clause; ``{ before = { form = ["niet"] }, within = 3 }``.
    """

    pattern: Pattern | None = None
