"""Records as web pages: one self-contained file an article, everything escaped, and an index for many."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from nieuwsextract.records import ArticleRecord, Event
from nieuwsextract.writing.segments import Segment, marks_of, segments_of

#: What the reader wants first: the innermost of several marks decides where a click goes.
_PRIORITY = ("event", "cue", "entity", "time", "quote")


def to_html(record: ArticleRecord) -> str:
    """Return one article's page: its text with entities, quotes and events marked, and lists of them.

    Raises:
        ValueError: the record holds no text to show.
    """
    if record.text is None:
        raise ValueError(
            f"{record.id}: the record was written without its text; extract it again with the text"
        )
    return _render("article.html", record=record, blocks=_blocks(record), **_lists(record))


def to_index(records: Sequence[tuple[str, ArticleRecord]]) -> str:
    """Return the index page of many articles, given as (file name of its page, record)."""
    speakers = Counter(
        quote.speaker.name for _, record in records for quote in record.quotes if quote.speaker is not None
    )
    return _render("index.html", records=records, speakers=speakers.most_common(25))


def _render(template: str, **values: Any) -> str:
    environment = _environment()
    style = environment.loader.get_source(environment, "style.css")[0] if environment.loader else ""
    script = environment.loader.get_source(environment, "highlight.js")[0] if environment.loader else ""
    # Markup: both files are ours. The page's security policy admits this style, this script and no more.
    return environment.get_template(template).render(
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_sha256(style),
        script_hash=_sha256(script),
        **values,
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("nieuwsextract.writing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _sha256(source: str) -> str:
    return base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _blocks(record: ArticleRecord) -> list[list[dict[str, Any]]]:
    """Paragraphs as lists of pieces; a piece is text with its marks, and the anchors that begin in it."""
    seen: set[str] = set()
    blocks: list[list[dict[str, Any]]] = [[]]
    for segment in segments_of(record.text or "", marks_of(record)):
        for number, line in enumerate(segment.text.splitlines(keepends=True)):
            if number or (blocks[-1] and blocks[-1][-1]["text"].endswith(("\n", "\r"))):
                blocks.append([])
            blocks[-1].append(_piece(line, segment, seen if not number else None))
    return [block for block in blocks if any(piece["text"].strip() for piece in block)]


def _piece(text: str, segment: Segment, seen: set[str] | None) -> dict[str, Any]:
    """``anchors`` are items that appear here for the first time; ``badges`` are quotes that begin here."""
    begins = segment.opens if seen is not None else ()
    opened = _first_time([mark.item for mark in begins], seen)
    badges = _first_time([f"{mark.item} content" for mark in begins if mark.kind == "quote"], seen)
    marks = sorted(segment.marks, key=lambda mark: _PRIORITY.index(mark.kind.split()[0]))
    return {
        "text": text,
        "kinds": " ".join(sorted({mark.kind for mark in marks})),
        "ids": " ".join(dict.fromkeys(mark.item for mark in marks)),
        "target": marks[0].item if marks else None,
        "is_link": bool(marks) and marks[0].kind != "quote",
        "anchors": opened,
        "badges": [badge.removesuffix(" content") for badge in badges],
    }


def _first_time(names: list[str], seen: set[str] | None) -> list[str]:
    """The names that have not been seen, each once; from now on they have."""
    new = [name for name in dict.fromkeys(names) if seen is None or name not in seen]
    if seen is not None:
        seen.update(new)
    return new


def _lists(record: ArticleRecord) -> dict[str, Any]:
    people = [entity for entity in record.entities if entity.label == "PERSON"]
    said: dict[str, list[str]] = {person.id: [] for person in people}
    for quote in record.quotes:
        if quote.speaker and quote.speaker.entity in said:
            said[quote.speaker.entity].append(quote.id)
    others = [entity for entity in record.entities if entity.label != "PERSON"]
    return {
        "people": sorted(people, key=lambda person: (-len(said[person.id]), -len(person.mentions))),
        "others": others,
        "said": said,
        "countries": _countries(record),
        "hints": _hints(record),
        "timeline": sorted(record.events, key=lambda event: (_date_of(event, record), event.id)),
        "dates": {event.id: _date_of(event, record) for event in record.events},
    }


def _countries(record: ArticleRecord) -> list[tuple[str, str, int]]:
    """Name in the article (else the code), code and mentions of each country, the most mentioned first."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for entity in record.entities:
        if entity.country and entity.label in ("GPE", "NORP"):
            counts[entity.country] += len(entity.mentions)
            if entity.label == "GPE" and entity.country_via in ("name", "demonym"):
                names.setdefault(entity.country, entity.name)
    return [(names.get(code, code), code, count) for code, count in counts.most_common()]


def _hints(record: ArticleRecord) -> dict[str, str]:
    """What the pointer is told: a quote's speaker and cue, an event's type and roles, an entity's name."""
    hints = {entity.id: " · ".join(filter(None, (entity.name, entity.role))) for entity in record.entities}
    hints |= {time.id: time.value or "" for time in record.times}
    for quote in record.quotes:
        cue = " … ".join(span.text for span in quote.cue.spans) if quote.cue else ""
        speaker = quote.speaker.name if quote.speaker else "spreker onbekend"
        hints[quote.id] = f"{quote.id}: {speaker} · {cue}".rstrip(" ·")
    for event in record.events:
        actors, recipients = (
            ", ".join(role.span.text for role in roles) for roles in (event.actors, event.recipients)
        )
        place = f" · {event.place.span.text}" if event.place else ""
        words = f"{event.id}: {event.event_type} {actors} → {recipients}".rstrip(" →")
        hints[event.id] = f"{words}{place} · {_date_of(event, record)}".removesuffix(" · –")
    return hints


def _date_of(event: Event, record: ArticleRecord) -> str:
    """The event's own time value; the last in order where none is known."""
    if event.time is None:
        return "–"
    values = {time.id: time.value for time in record.times}
    return (values.get(event.time.time or "") or event.time.value or "–") + (
        "?" if event.time.assumed else ""
    )
