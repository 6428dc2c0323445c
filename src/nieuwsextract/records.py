"""The record: what one article becomes. The product's contract; imports neither spaCy nor files.

Every span counts Unicode code points into the article's raw text, end exclusive, and the record
refuses a span that does not read what the text says there. Missing is ``None``, never a guess.
"""

import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from nieuwsextract.article import EdtfDate
from nieuwsextract.kinds import (
    AuxiliaryMode,
    CountryVia,
    CueClass,
    EntityLabel,
    EventType,
    Gender,
    MentionKind,
    Modality,
    PloverType,
    Polarity,
    Position,
    QuoteType,
    ResolvedVia,
    SpeakerVia,
    TimexType,
)

SCHEMA_VERSION = 1

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2")]
Confidence = Annotated[float, Field(ge=0, le=1)]
RuleId = Annotated[str, Field(min_length=1, description="the rule or component that made this item")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(_Record):
    """A stretch of the article's text: code points, ``end`` exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end <= self.start or len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} cannot read {self.text!r}")
        return self


class Mention(_Record):
    """One place in the text that speaks of an entity.

    ``label`` is the tagger's own for this name (null for roles and pronouns).
    """

    span: TextSpan
    label: EntityLabel | None = None
    kind: MentionKind
    resolved_via: ResolvedVia
    rule: RuleId


class Entity(_Record):
    """One person, country, organisation or other named thing, with all its mentions.

    ``name`` is its longest name in the article. ``affiliation`` is the id of another entity.
    """

    id: str
    label: EntityLabel
    name: str
    mentions: list[Mention] = Field(min_length=1)
    country: CountryCode | None = None
    country_via: CountryVia | None = None
    role: str | None = None
    affiliation: str | None = None
    gender: Gender | None = None
    rule: RuleId


class TimeExpression(_Record):
    """A date, time, duration or set with its TIMEX3 value; ``anchor`` is what it was counted from.

    ``label`` is what the tagger says: a period of a day or longer (DATE) or a shorter one (TIME).
    """

    id: str
    span: TextSpan
    label: Literal["DATE", "TIME"]
    type: TimexType
    value: str | None = None
    anchor: str | None = Field(default=None, description="'published', another time's id, or null")
    rule: RuleId


class Cue(_Record):
    """The expression that attributes a quote: ``zei``, ``liet … weten``, ``volgens``, a colon."""

    spans: list[TextSpan] = Field(min_length=1)
    lemma: str
    cue_class: CueClass


class Speaker(_Record):
    """Whom the source refers to: an entity of this article where it is one."""

    entity: str | None = None
    name: str
    via: SpeakerVia


class Addressee(_Record):
    """To whom it was said."""

    span: TextSpan
    entity: str | None = None


class Rejected(_Record):
    """A rule that looked at the words of an item and did not apply."""

    rule: RuleId
    reason: str


class Explanation(_Record):
    """Why an item is as it is, given when asked for.

    ``words`` is what its rule took hold of: the cue or the trigger. ``paths`` leads through the parse from
    there to each participant: dependency labels, ``^`` for a step up.
    """

    words: str | None = None
    paths: dict[str, str] = {}
    rejected: list[Rejected] = []


class Quote(_Record):
    """An attributed statement (PARC 3: an attribution): its content, cue, source and speaker.

    ``content`` leaves out quotation marks, cue and source. ``speaker`` is null when unresolved.
    ``attributed_in`` is the id of the quote whose content embeds this one.
    """

    id: str
    quote_type: QuoteType
    content: list[TextSpan] = Field(min_length=1)
    cue: Cue | None = None
    source: TextSpan | None = None
    speaker: Speaker | None = None
    addressee: Addressee | None = None
    position: Position
    attributed_in: str | None = None
    rule: RuleId
    confidence: Confidence | None = None
    explanation: Explanation | None = None


class Plover(_Record):
    """The PLOVER code of an event."""

    event_type: PloverType
    mode: str | None = None
    contexts: list[str] = []
    quad_class: Literal[1, 2, 3, 4]
    score: float | None = None
    auxiliary_modes: list[AuxiliaryMode] = []


class Cameo(_Record):
    """The CAMEO code (a string: ``"010"`` is not ``"10"``) and its Goldstein value."""

    code: Annotated[str, Field(pattern=r"^\d{2,4}$")]
    goldstein: float | None = None


class Participant(_Record):
    """An actor or recipient of an event, with country and PLOVER sector where known."""

    span: TextSpan
    entity: str | None = None
    country: CountryCode | None = None
    sector: str | None = None


class Place(_Record):
    """Where an event happened; ``assumed`` when taken from the dateline."""

    span: TextSpan
    country: CountryCode | None = None
    assumed: bool = False


class EventTime(_Record):
    """When an event happened: a time of this article, or (``assumed``) the publication date."""

    time: str | None = None
    value: str | None = None
    assumed: bool = False


class Event(_Record):
    """Something that happened, or is said to be going to happen.

    ``trigger`` is a list because Dutch verbs split: ``vuurde … af``. ``reported_by`` is the id of the
    quote that reports it, null for the narrator. Mentions of one event share a ``cluster``.
    """

    id: str
    event_type: EventType
    trigger: list[TextSpan] = Field(min_length=1)
    plover: Plover | None = None
    cameo: Cameo | None = None
    actors: list[Participant] = []
    recipients: list[Participant] = []
    place: Place | None = None
    time: EventTime | None = None
    polarity: Polarity
    modality: Modality
    reported_by: str | None = None
    position: Position
    cluster: str | None = None
    rule: RuleId
    confidence: Confidence | None = None
    explanation: Explanation | None = None


class ArticleMetadata(_Record):
    """What is known of the article itself; from the input's metadata first, else from its text."""

    headline: str | None = None
    published: EdtfDate | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: list[str] = []
    dateline_place: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    extra: dict[str, JsonValue] = {}


class RecordWarning(_Record):
    """Something about this article that lowers the trust in its record."""

    code: str
    message: str


class ProducedBy(_Record):
    """Which program, model and rules made the record."""

    nieuwsextract: str
    schema_version: Literal[1]
    model: str
    model_version: str
    rules: str = Field(description="fingerprint of the rules in force")


class ArticleRecord(_Record):
    """Everything extracted from one article.

    ``text`` is null when it was left out; ``text_sha256`` (of its UTF-8) is always there.
    """

    schema_version: Literal[1]
    id: str
    article: ArticleMetadata
    text: str | None
    text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    entities: list[Entity] = []
    times: list[TimeExpression] = []
    quotes: list[Quote] = []
    events: list[Event] = []
    main_event: str | None = None
    warnings: list[RecordWarning] = []
    duplicate_of: str | None = Field(
        default=None,
        description="the id of the article whose text this one repeats; nothing is extracted twice",
    )
    produced_by: ProducedBy

    @model_validator(mode="after")
    def _check_spans(self) -> Self:
        if self.text is None:
            return self
        if hash_text(self.text) != self.text_sha256:
            raise ValueError("text_sha256 is not that of the text")
        for span in iter_spans(self):
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"span {span.start}:{span.end} says {span.text!r}, the text does not")
        return self

    @model_validator(mode="after")
    def _check_references(self) -> Self:
        entities = {entity.id for entity in self.entities}
        quotes, events = {quote.id for quote in self.quotes}, {event.id for event in self.events}
        times = {time.id for time in self.times}
        used_entities = {entity.affiliation for entity in self.entities}
        used_entities |= {quote.speaker.entity for quote in self.quotes if quote.speaker}
        used_entities |= {quote.addressee.entity for quote in self.quotes if quote.addressee}
        used_entities |= {role.entity for event in self.events for role in event.actors + event.recipients}
        used_quotes = {quote.attributed_in for quote in self.quotes}
        used_quotes |= {event.reported_by for event in self.events}
        used_times = {event.time.time for event in self.events if event.time}
        used_times |= {time.anchor for time in self.times} - {"published"}
        missing = (used_entities - entities) | (used_quotes - quotes) | (used_times - times)
        missing |= {self.main_event} - events
        if missing - {None}:
            raise ValueError(f"ids that nothing has: {sorted(missing - {None}, key=str)}")
        return self


def hash_text(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def iter_spans(item: Any) -> Iterator[TextSpan]:
    """Yield every span anywhere in a record, in field order."""
    if isinstance(item, TextSpan):
        yield item
    elif isinstance(item, BaseModel):
        for value in item.__dict__.values():
            yield from iter_spans(value)
    elif isinstance(item, list):
        for value in item:
            yield from iter_spans(value)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record as it is written."""
    schema = ArticleRecord.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
