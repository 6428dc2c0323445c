"""Words → triggers: the readings that the lexicon gives a word, the one that fits best, one event a word."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.events.conditions import Spot, fits
from nieuwsextract.pipeline.events.frames import Frame, read_frame
from nieuwsextract.pipeline.events.lexicon import Form, Lexicon
from nieuwsextract.pipeline.events.matching import may_be, own_tokens
from nieuwsextract.pipeline.events.surroundings import Surroundings
from nieuwsextract.rules.events import BlockRule, EventTypeRule

#: Names are no events; `Tweede Wereldoorlog` and `Slag bij Waterloo` neither.
_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "LANGUAGE"}
)
#: What a word of the trigger beside the first, and a fixed one, add to the evidence.
_PER_WORD, _PER_FIXED = 3, 2


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

    def __init__(self, lexicon: Lexicon, types: dict[str, EventTypeRule]) -> None:
        self.lexicon = lexicon
        self.types = types

    def find(self, doc: Doc, around: Surroundings) -> list[Trigger]:
        """Return the triggers in text order: at most one a word."""
        found: dict[int, Trigger] = {}
        for token, word in zip(doc, around.lower, strict=True):
            forms = self.lexicon.find(word)
            if not forms or token.ent_type_ in _NAMES or token.is_punct:
                continue
            best = self._best_reading(token, forms, around)
            if best is not None:
                found[token.i] = best
        return _without_doubles(found)

    def _best_reading(self, token: Token, forms: list[Form], around: Surroundings) -> Trigger | None:
        best: Trigger | None = None
        for form in forms:
            rule = form.reading.rule
            if around.sport and not self.types[rule.event].in_sport:
                continue
            own = own_tokens(token, form, around) if may_be(token, form, forms) else None
            if own is None:
                continue
            spot = Spot(token, frozenset(own), read_frame(token, form))
            if form.reading.reflexive and spot.frame.objects:
                continue
            met = fits(rule, spot, around)
            if met is None or self._is_blocked(form, spot, around):
                continue
            evidence = met + _PER_WORD * (len(own) - 1) + _PER_FIXED * len(form.reading.fixed)
            evidence += bool(form.reading.beside)
            if best is None or evidence > best.evidence:
                best = Trigger(token, own, form, spot.frame, evidence)
        return best

    def _is_blocked(self, form: Form, spot: Spot, around: Surroundings) -> bool:
        reading = form.reading
        lemma, word = (reading.particle or "") + reading.lemma, around.lower[spot.token.i]
        blocks = [block for key in {lemma, word} for block in self.lexicon.blocks.get(key, ())]
        return any(
            (not block.events or reading.rule.event in block.events)
            and _has_neighbours(block, spot.token.i, around.lower)
            and _is_sure(block, fits(block, spot, around))
            for block in blocks
        )


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
    for at, trigger in found.items():
        for inside in trigger.tokens:
            if inside != at:
                kept.pop(inside, None)
        for noun in _arguments(trigger):
            other = kept.get(noun.i)
            if other is None or at not in kept or other.form.kind != "noun":
                continue
            if other.event == trigger.event:
                trigger.tokens = sorted({*trigger.tokens, *other.tokens})
                trigger.named_by = other
                kept.pop(noun.i)
    return [kept[at] for at in sorted(kept)]


def _arguments(trigger: Trigger) -> Iterator[Token]:
    if trigger.form.reading.kind == "verb":
        yield from trigger.frame.objects
        if trigger.frame.subject is not None:
            yield trigger.frame.subject
