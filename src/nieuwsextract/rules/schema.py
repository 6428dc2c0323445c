"""The kinds of rules: one model a kind. A table ``[[cue]]`` in any rule file is one ``CueRule``."""

from typing import Literal

from pydantic import Field

from nieuwsextract.rules.events import EVENT_KINDS
from nieuwsextract.rules.function_words import FunctionWordsRule
from nieuwsextract.rules.people import PEOPLE_KINDS
from nieuwsextract.rules.places import PLACE_KINDS
from nieuwsextract.rules.quotes import QUOTE_KINDS
from nieuwsextract.rules.rule import Rule

__all__ = ["BLOCKERS", "KINDS", "MAKERS", "Rule"]


class LayoutRule(Rule):
    """Words that mark an element of the page: what a line starts with, agencies, the months in order."""

    element: Literal[
        "date",
        "source",
        "byline",
        "byline_role",
        "navigation",
        "caption",
        "section",
        "links",
        "publisher",
        "agency",
        "weekday",
        "month",
    ]
    words: tuple[str, ...] = Field(min_length=1)


class LanguageRule(Rule):
    """A language's most frequent function words; the id is its ISO 639-1 code."""

    words: tuple[str, ...] = Field(min_length=1)


class TimeWordRule(Rule):
    """Words of time expressions: what they do (``category``) and, word by word, what they add."""

    category: str
    values: dict[str, str] = Field(min_length=1)


class CalibrationRule(Rule):
    """What the signs of an item are worth, in log odds that it is right: ``intercept`` plus their weights.

    The id is the layer: quotes, speakers or events. A sign that has no weight counts nothing.
    """

    intercept: float
    weights: dict[str, float]


#: Table name in the files → model. Each kind is layered by (kind, id).
KINDS: dict[str, type[Rule]] = {
    "calibration": CalibrationRule,
    **EVENT_KINDS,
    "function_words": FunctionWordsRule,
    "language": LanguageRule,
    "layout": LayoutRule,
    "time_word": TimeWordRule,
    **PEOPLE_KINDS,
    **PLACE_KINDS,
    **QUOTE_KINDS,
}

#: Kinds whose rules are named by the items that they make; the rest helps those, and is named nowhere.
MAKERS = {
    "ambiguous_place", "ambiguous_seat", "attribution", "country", "cue", "cue_noun", "entity_repair",
    "organisation", "organisations", "place", "places", "seat", "trigger",
}  # fmt: skip
#: Kinds whose rules keep others from making an item.
BLOCKERS = {"block", "cue_block"}
