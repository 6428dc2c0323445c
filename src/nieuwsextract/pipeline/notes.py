"""What components leave on a Doc: plain dicts in one extension each, so that Docs travel between processes.

Positions are characters into ``doc.text``, end exclusive: what the record needs. References between notes
are list indexes (``entity``: into the mentions' entity list; ``quote``: into the quotes).
"""

from collections.abc import Callable, Sequence
from typing import Any, TypedDict, cast

from spacy.tokens import Doc, Span

Chars = tuple[int, int]


class ParagraphNote(TypedDict):
    """One block of the article's text, ``kind`` as in ``structure.BlockKind``."""

    kind: str
    start: int
    end: int


class LayoutNote(TypedDict):
    """What ``nieuws_layout`` read from the text: blocks in order, and the article's data."""

    blocks: list[ParagraphNote]
    metadata: dict[str, Any]


class CountryNote(TypedDict):
    """A place in the text that names a country, and by what kind of name."""

    start: int
    end: int
    country: str | None
    via: str
    kind: str
    name: str
    rule: str


class TimeNote(TypedDict):
    """A time expression; ``anchor`` is ``"published"``, the index of another time, or None."""

    start: int
    end: int
    label: str
    type: str
    value: str | None
    anchor: str | int | None
    rule: str


class MentionNote(TypedDict):
    """One mention of an entity."""

    start: int
    end: int
    label: str | None
    kind: str
    resolved_via: str
    rule: str


class EntityNote(TypedDict):
    """One entity of the article; ``affiliation`` is the index of another."""

    label: str
    name: str
    mentions: list[MentionNote]
    country: str | None
    country_via: str | None
    role: str | None
    affiliation: int | None
    gender: str | None
    rule: str


class SpeakerNote(TypedDict):
    """Whom a source refers to, how surely, and the signs that say so."""

    entity: int | None
    name: str
    via: str
    confidence: float | None
    evidence: dict[str, float]


class QuoteNote(TypedDict):
    """One quote; ``attributed_in`` is the index of the quote that embeds it."""

    quote_type: str
    content: list[Chars]
    cue: list[Chars]
    cue_lemma: str | None
    cue_class: str | None
    source: Chars | None
    speaker: SpeakerNote | None
    addressee: Chars | None
    addressee_entity: int | None
    attributed_in: int | None
    rule: str
    confidence: float | None
    evidence: dict[str, float]


class ParticipantNote(TypedDict):
    """An actor or recipient."""

    start: int
    end: int
    entity: int | None
    country: str | None
    sector: str | None


class PlaceNote(TypedDict):
    """Where an event happened."""

    start: int
    end: int
    country: str | None
    assumed: bool


class EventNote(TypedDict):
    """One event; ``time`` is an index into the times, ``reported_by`` one into the quotes.

    ``plover`` and ``cameo`` have the fields of ``records.Plover`` and ``records.Cameo``. Events that share
    a ``cluster`` number are mentions of one event; ``main`` marks the article's main event.
    """

    event_type: str
    trigger: list[Chars]
    plover: dict[str, Any] | None
    cameo: dict[str, Any] | None
    actors: list[ParticipantNote]
    recipients: list[ParticipantNote]
    place: PlaceNote | None
    time: int | None
    polarity: str
    modality: str
    reported_by: int | None
    cluster: int | None
    main: bool
    rule: str
    confidence: float | None
    evidence: dict[str, float]


#: Extension name → its empty value. ``nieuws_article`` holds the input's metadata for the components.
EXTENSIONS: dict[str, Any] = {
    "nieuws_article": {},
    "nieuws_layout": {"blocks": [], "metadata": {}},
    "nieuws_countries": [],
    "nieuws_dates": [],
    "nieuws_mentions": [],
    "nieuws_quotes": [],
    "nieuws_events": [],
}


# Every component imports this module, so the extensions are wherever a component is: in other processes too.
for _name, _default in EXTENSIONS.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


def published_of(doc: Doc) -> str | None:
    """Return the publication date (EDTF) from the input's metadata, else from the text."""
    given = doc._.nieuws_article.get("published")
    return cast("str | None", given or doc._.nieuws_layout["metadata"].get("published"))


def positions(doc: Doc) -> Callable[[int], str]:
    """Return the function from a character to ``headline``, ``lead`` (the first paragraph) or ``body``."""
    blocks = doc._.nieuws_layout["blocks"]
    headline_end = next((block["end"] for block in blocks if block["kind"] == "headline"), 0)
    lead_end = next((block["end"] for block in blocks if block["kind"] == "paragraph"), 0)
    return lambda at: "headline" if at < headline_end else "lead" if at < lead_end else "body"


def set_span_group(doc: Doc, group: str, spans: Sequence[tuple[int, int, str, str]]) -> None:
    """Store (start, end, label, rule id) in characters as a span group, for displaCy and other components."""
    found = (
        (doc.char_span(start, end, label=label, span_id=rule, alignment_mode="expand"), rule)
        for start, end, label, rule in spans
    )
    doc.spans[group] = [span for span, _ in found if isinstance(span, Span)]
