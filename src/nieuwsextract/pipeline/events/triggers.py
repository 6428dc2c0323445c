"""Words → triggers: the readings that the lexicon gives a word, the one that fits best, one event a word."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.events.conditions import Spot, fits
from nieuwsextract.pipeline.events.frames import Frame, read_frame
from nieuwsextract.pipeline.events.lexicon import Form, Lexicon
from nieuwsextract.pipeline.events.matching import has_words, own_tokens
from nieuwsextract.pipeline.events.surroundings import Surroundings
from nieuwsextract.pipeline.events.tags import may_be
from nieuwsextract.pipeline.patterns import Patterns
from nieuwsextract.pipeline.verdicts import INCOMPLETE, UNMET
from nieuwsextract.rules.events import BlockRule, EventTypeRule, TriggerRule

#: Names are no events; `Tweede Wereldoorlog` and `Slag bij Waterloo` neither.
_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "LANGUAGE"}
)
#: ``de straat op gaan uit protest``: a noun by these says of what kind the event is, and tells no second one.
_MOTIVES = ("uit",)
#: What a word of the trigger beside the first, and a fixed one, add to the evidence.
_PER_WORD, _PER_FIXED = 3, 2
#: What a pattern that holds adds: it says more than a class of nouns does.
_PER_PATTERN = 2


@dataclass
class Trigger:
    """A trigger in the text: its main token, all its tokens, the reading chosen and its grammar.

    ``named_by`` is the event noun beside a verb of the same type: ``een klacht indienen``.
    """

    token: Token
    tokens: list[int]
    form: Form
    frame: Frame
    evidence: int
    named_by: "Trigger | None" = None

    @property
    def event(self) -> str:
        """The event type."""
        return self.form.reading.rule.event


class TriggerFinder:
    """Finds the triggers of documents by a lexicon."""

    def __init__(self, lexicon: Lexicon, types: dict[str, EventTypeRule], patterns: Patterns) -> None:
        self.lexicon = lexicon
        self.types = types
        self.patterns = patterns

    def find(self, doc: Doc, around: Surroundings) -> list[Trigger]:
        """Return the triggers in text order: at most one a word."""
        found: dict[int, Trigger] = {}
        for at, word in enumerate(around.lower):
            forms = self.lexicon.find(word)
            token = doc[at] if forms else None
            if token is None or is_name(token) or token.is_punct:
                continue
            best = self._best_reading(token, forms, around)
            if best is not None:
                found[at] = best
        return _without_doubles(found)

    def _best_reading(self, token: Token, forms: list[Form], around: Surroundings) -> Trigger | None:
        best: Trigger | None = None
        for form in (form for form in forms if has_words(form, around, token.i)):
            found = self.read(token, form, forms, around)
            if isinstance(found, Trigger) and (best is None or found.evidence > best.evidence):
                best = found
        return best

    def read(self, token: Token, form: Form, forms: list[Form], around: Surroundings) -> "Trigger | str":
        """Return the trigger that a word is in one reading, or why it is none."""
        reading = form.reading
        rule = reading.rule
        if around.sport and not self._tells_in_sport(rule):
            return "a sports report, where this type is figurative"
        if not may_be(token, form, forms):
            return f"no {form.kind} here, but {token.pos_}"
        own = own_tokens(token, form, around)
        if own is None:
            return INCOMPLETE
        spot = Spot(token, frozenset(own), read_frame(token, form, around.known))
        met = None if reading.reflexive and _has_object(spot.frame) else fits(rule, spot, around)
        if met is None or not self.patterns.hold(rule.pattern, token.doc, token.i, token.i + 1):
            return UNMET
        block = self._find_block(form, spot, around)
        if block is not None:
            return f"blocked by {block.id}"
        evidence = met + _PER_WORD * (len(own) - 1) + _PER_FIXED * len(reading.fixed)
        evidence += bool(reading.beside) + _PER_PATTERN * bool(rule.pattern)
        return Trigger(token, own, form, spot.frame, evidence)

    def _tells_in_sport(self, rule: TriggerRule) -> bool:
        return self.types[rule.event].in_sport if rule.in_sport is None else rule.in_sport

    def _find_block(self, form: Form, spot: Spot, around: Surroundings) -> BlockRule | None:
        reading, at = form.reading, spot.token.i
        keys = dict.fromkeys(((reading.particle or "") + reading.lemma, around.lower[at]))
        for block in (block for key in keys for block in self.lexicon.blocks.get(key, ())):
            if (
                (not block.events or reading.rule.event in block.events)
                and _has_neighbours(block, at, around.lower)
                and self.patterns.hold(block.pattern, around.doc, at, at + 1)
                and _is_sure(block, fits(block, spot, around))
            ):
                return block
        return None


def _has_object(frame: Frame) -> bool:
    """Whether more stands by a verb than its subject; the parser takes that for the object at times."""
    return len(frame.objects) > (frame.subject is None)


def is_name(token: Token) -> bool:
    """Whether a word belongs to a name that tells of no event."""
    return token.ent_type_ in _NAMES


def _is_sure(block: BlockRule, met: int | None) -> bool:
    """Whether a block's conditions are met; an unknown object does not meet one."""
    return met is not None and (met > 0 or not block.object)


def _has_neighbours(block: BlockRule, at: int, words: list[str]) -> bool:
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    return (not block.before or before in block.before) and (not block.after or after in block.after)


def _without_doubles(found: dict[int, Trigger]) -> list[Trigger]:
    """A phrase and a word in it, a verb and its subject or object: one event when of one type."""
    kept = dict(found)
    holders = {at: main for main, trigger in found.items() for at in trigger.tokens}
    for at, trigger in found.items():
        for inside in trigger.tokens:
            if inside != at:
                kept.pop(inside, None)
        for noun in _arguments(trigger):
            other = kept.get(holders.get(noun.i, noun.i))
            if other is None or at not in kept or other.form.kind != "noun" or other is trigger:
                continue
            if other.event == trigger.event:
                trigger.tokens = sorted({*trigger.tokens, *other.tokens})
                trigger.named_by = other
                kept.pop(other.token.i)
    return [kept[at] for at in sorted(kept)]


def _arguments(trigger: Trigger) -> Iterator[Token]:
    if trigger.form.reading.kind == "verb":
        yield from trigger.frame.objects
        if trigger.frame.subject is not None:
            yield trigger.frame.subject
        yield from (noun for word, noun in trigger.frame.obliques if word in _MOTIVES)
