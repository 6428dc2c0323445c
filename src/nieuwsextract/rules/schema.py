"""The kinds of rules: one model a kind. A table ``[[cue]]`` in any rule file is one ``CueRule``."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from nieuwsextract.records import CueClass


class Rule(BaseModel):
    """What every rule has: an id, sentences where it applies, and sentences where it must not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[^\s/]+$")
    enabled: bool = True
    note: str | None = Field(default=None, description="why the rule is as it is")
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class CueRule(Rule):
    """A reporting expression: a verb with its particle or fixed words, and what it introduces."""

    lemma: str
    cue_class: CueClass


class LayoutRule(Rule):
    """Words that mark an element of the page: what a line starts with, agencies, the months in order."""

    element: Literal["date", "source", "byline", "byline_role", "navigation", "agency", "month"]
    words: tuple[str, ...] = Field(min_length=1)


class LanguageRule(Rule):
    """A language's most frequent function words; the id is its ISO 639-1 code."""

    words: tuple[str, ...] = Field(min_length=1)


class TimeWordRule(Rule):
    """Words of time expressions: what they do (``category``) and, word by word, what they add."""

    category: str
    values: dict[str, str] = Field(min_length=1)


#: Table name in the files → model. Each kind is layered by (kind, id).
KINDS: dict[str, type[Rule]] = {
    "cue": CueRule,
    "language": LanguageRule,
    "layout": LayoutRule,
    "time_word": TimeWordRule,
}
