"""The kinds of rules that events need: triggers, blocks, noun classes, modality, sectors, codes."""

import re
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from nieuwsextract.kinds import EventType, Modality, PloverType
from nieuwsextract.rules.patterns import Patterned
from nieuwsextract.rules.rule import Rule, Words

if TYPE_CHECKING:
    from nieuwsextract.rules.loading import RuleSet

_VERB = re.compile(r"(?:\S+ )*(?:[^\s|]+\|)?[^\s|]+(?: \+\S+)?")
_NOUN = re.compile(r"(?:\S+ )*-?[^\s-]\S*")


class Condition(Patterned):
    """What must be so around a word: names of noun classes, any of which will do.

    ``subject`` and ``object`` ask for the grammatical subject and object (of a noun: whoever does it and
    whom it is done to), ``about`` for a word anywhere in the sentence, ``prepositions`` for one of these
    words beside the trigger, ``topic`` for a class that the sentence or the article as a whole speaks of.
    An unknown subject passes, so that passives and headlines do.
    """

    subject: Words = ()
    object: Words = ()
    about: Words = ()
    predicate: Words = ()
    subject_not: Words = ()
    object_not: Words = ()
    about_not: Words = ()
    prepositions: Words = ()
    intransitive: bool = False
    no_clause: bool = Field(default=False, description="governs no dat-clause")
    topic: Words = ()
    topic_not: Words = ()


class TriggerRule(Condition):
    """Words of one sense that name an event, and which of its participants stand where.

    ``verbs``: infinitives, ``|`` after a separable particle, fixed words before, ``+tot/om`` for words of
    which one must follow. ``nouns``: also as heads of compounds, ``-top`` only so. ``words``: as they stand.
    ``van`` says whom ``van`` introduces after a noun, ``to`` which prepositions introduce the recipient.
    """

    event: EventType
    mode: str | None = None
    cameo: str | None = Field(default=None, pattern=r"^[0-9]{2,4}$")
    verbs: Words = ()
    nouns: Words = ()
    words: Words = ()
    compounds: bool = True
    roles: Literal["agent", "affected"] = "agent"
    perfect_be: bool = Field(default=False, description="perfect with `zijn`: `is afgetreden` is active")
    van: Literal["actor", "recipient"] | None = None
    to: Words = ()
    modality: Modality | None = None
    in_sport: bool | None = Field(
        default=None, description="whether sports reports use it literally; else as its type"
    )

    @model_validator(mode="after")
    def _check_words(self) -> "TriggerRule":
        if not (self.verbs or self.nouns or self.words):
            raise ValueError("a trigger needs verbs, nouns or words")
        for verb in self.verbs:
            if not _VERB.fullmatch(verb):
                raise ValueError(f"verb {verb!r} should read like: zich terug|trekken +uit")
        for noun in self.nouns:
            if not _NOUN.fullmatch(noun):
                raise ValueError(f"noun {noun!r} should read like: top, or -top, or politieke top")
        return self


class BlockRule(Condition):
    """Another sense of trigger words (infinitives without ``|``, nouns): where it fits there is no event."""

    words: Words = Field(min_length=1)
    events: tuple[EventType, ...] = ()
    before: Words = ()
    after: Words = ()


class EventTypeRule(Rule):
    """An event type: its PLOVER code, where there is one, and who may be its recipient."""

    plover: PloverType | None = None
    mode: str | None = None
    cameo: str | None = Field(default=None, pattern=r"^[0-9]{2,4}$")
    contexts: Words = ()
    recipient: Words = Field(default=(), description="noun classes; empty: anything")
    in_sport: bool = Field(description="whether sports reports tell of it literally")
    spoken: bool = Field(
        default=False, description="said rather than done: news tells it in the present tense"
    )


class NounClassRule(Rule):
    """Nouns of one kind, by word, by entity label, or by another class."""

    words: Words = ()
    labels: Words = ()
    includes: Words = ()


class ModalRule(Rule):
    """Words that deny an event or tell it as possible, to come or demanded; ``where`` they stand."""

    effect: Literal["negative", "possible", "future", "demanded"]
    where: Literal["adverb", "auxiliary", "active auxiliary", "governor", "conjunction", "determiner"]
    words: Words = Field(min_length=1)


class SupportVerbRule(Rule):
    """Verbs that say little beside an event noun, and what their subject is to the event.

    ``asking``: not the subject but whom it asks or accuses carries the event out.
    """

    verbs: Words = Field(min_length=1)
    subject: Literal["actor", "recipient", "none", "asking"]


class SectorRule(Rule):
    """A PLOVER sector's head nouns and names."""

    words: Words = Field(min_length=1)


class VerbRule(Rule):
    """An irregular verb's forms; the id is its infinitive."""

    present: Words
    past: Words
    participle: Words


class PloverRule(Rule):
    """A PLOVER type's quad class and scores, its own and its modes'."""

    quad_class: Literal[1, 2, 3, 4]
    score: float
    modes: dict[str, float] = Field(default={})


class CameoRule(Rule):
    """A CAMEO code with its Goldstein value and PLOVER counterpart."""

    label: str
    goldstein: float | None = None
    plover: PloverType | None = None
    mode: str | None = None
    contexts: Words = ()


EVENT_KINDS: dict[str, type[Rule]] = {
    "block": BlockRule,
    "cameo": CameoRule,
    "eventtype": EventTypeRule,
    "modal": ModalRule,
    "nounclass": NounClassRule,
    "plover": PloverRule,
    "sector": SectorRule,
    "supportverb": SupportVerbRule,
    "trigger": TriggerRule,
    "verb": VerbRule,
}


def crosswalk(rules: "RuleSet") -> list[str]:
    """Return each event type's codes as tab-separated lines, the first of them the columns' names.

    A dash stands where the type has no such code.
    """
    plover = {rule.id: rule for rule in rules.of("plover", PloverRule)}
    cameo = {rule.id: rule for rule in rules.of("cameo", CameoRule)}
    lines = ["type\tPLOVER\tmode\tquad\tscore\tCAMEO\tGoldstein"]
    for rule in rules.of("eventtype", EventTypeRule):
        counterpart = plover.get(rule.plover or "")
        code = cameo.get(rule.cameo or "")
        cells = (
            rule.id,
            rule.plover,
            rule.mode,
            counterpart.quad_class if counterpart else None,
            counterpart.score if counterpart else None,
            rule.cameo,
            code.goldstein if code else None,
        )
        lines.append("\t".join("-" if cell is None else str(cell) for cell in cells))
    return lines
