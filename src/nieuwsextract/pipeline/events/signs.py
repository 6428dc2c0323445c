"""What speaks for and against an event: the signs that its confidence is read from."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.confidence import Signs, place_sign, say
from nieuwsextract.pipeline.events.lexicon import Lexicon
from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.pipeline.notes import EventNote, positions
from nieuwsextract.rules.events import TriggerRule

#: A rule with these asks for something around its words, because they mean other things too.
_CONDITIONS = ("subject", "object", "about", "predicate", "prepositions", "topic")


def event_signs(
    doc: Doc, triggers: list[Trigger], notes: list[EventNote], lexicon: Lexicon
) -> Iterator[Signs]:
    """Yield the signs of each event of a doc, in the order of the notes."""
    position = positions(doc)
    of_type = Counter(note["event_type"] for note in notes)
    for trigger, note in zip(triggers, notes, strict=True):
        yield (
            _of_trigger(trigger, lexicon)
            | _of_note(note)
            | place_sign(position(trigger.token.idx))
            | say({"type again": of_type[note["event_type"]] > 1})
        )


def _of_trigger(trigger: Trigger, lexicon: Lexicon) -> Signs:
    readings = lexicon.find(trigger.token.lower_)
    return say(
        {
            "evidence": trigger.evidence,
            "other types": len({form.reading.rule.event for form in readings}) > 1,
            "conditions": _count_conditions(trigger.form.reading.rule),
            trigger.form.kind: True,
            "passive": trigger.frame.passive,
            "main clause": trigger.token.dep_ in clauses.ROOT,
        }
    )


def _of_note(note: EventNote) -> Signs:
    participants = (*note["actors"], *note["recipients"])
    place = note["place"]
    return say(
        {
            f"type {note['event_type']}": True,
            "actor": bool(note["actors"]),
            "recipient": bool(note["recipients"]),
            "country": any(who["country"] for who in participants),
            "place": place is not None and not place["assumed"],
            "time": note["time"] is not None,
            "negative": note["polarity"] == "neg",
            note["modality"]: note["modality"] != "asserted",
            "in a quote": note["reported_by"] is not None,
            "told again": note["cluster"] is not None,
        }
    )


def _count_conditions(rule: TriggerRule) -> int:
    return sum(bool(getattr(rule, name)) for name in _CONDITIONS) + bool(rule.pattern)
