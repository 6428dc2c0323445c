"""Overlapping spans → a flat run of segments: what HTML and the terminal can show."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nieuwsextract.records import ArticleRecord, TextSpan


@dataclass(frozen=True)
class Mark:
    """One coloured stretch: characters into the text, what it is, and the id of the item it belongs to."""

    start: int
    end: int
    kind: str
    item: str


@dataclass(frozen=True)
class Segment:
    """A stretch of text under the same marks throughout; ``opens`` are the marks that begin here."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]


def marks_of(record: ArticleRecord) -> list[Mark]:
    """Return every mark of a record in text order: quotes outermost, then entities, cues and triggers."""
    marks = [_mark(span, "quote", quote.id) for quote in record.quotes for span in quote.content]
    marks += [
        _mark(mention.span, f"entity {entity.label}", entity.id)
        for entity in record.entities
        for mention in entity.mentions
    ]
    marks += [_mark(time.span, "time", time.id) for time in record.times]
    marks += [
        _mark(span, "cue", quote.id) for quote in record.quotes if quote.cue for span in quote.cue.spans
    ]
    marks += [_mark(span, "event", event.id) for event in record.events for span in event.trigger]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _mark(span: TextSpan, kind: str, item: str) -> Mark:
    return Mark(span.start, span.end, kind, item)


def segments_of(text: str, marks: list[Mark]) -> Iterator[Segment]:
    """Cut ``text`` wherever a mark begins or ends; time is linear in the marks and their overlaps."""
    cuts = sorted({0, len(text)} | {at for mark in marks for at in (mark.start, mark.end)})
    waiting = iter(marks)
    following = next(waiting, None)
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        opens = []
        while following is not None and following.start == start:
            opens.append(following)
            following = next(waiting, None)
        active += opens
        yield Segment(text[start:end], tuple(active), tuple(opens))
