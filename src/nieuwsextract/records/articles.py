"""The record of a whole article, which checks its spans and references, and its schema."""

import hashlib
from typing import Annotated, Any, Literal, Self

from pydantic import Field, JsonValue, model_validator

from nieuwsextract.article import EdtfDate
from nieuwsextract.records.entities import Entity, TimeExpression
from nieuwsextract.records.events import Event
from nieuwsextract.records.parts import Part, iter_spans
from nieuwsextract.records.quotes import Quote

SCHEMA_VERSION = 1


class ArticleMetadata(Part):
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


class RecordWarning(Part):
    """Something about this article that lowers the trust in its record."""

    code: str
    message: str


class ProducedBy(Part):
    """Which program, model and rules made the record."""

    nieuwsextract: str
    schema_version: Literal[1]
    model: str
    model_version: str
    rules: str = Field(description="fingerprint of the rules in force")


class ArticleRecord(Part):
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


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record as it is written."""
    schema = ArticleRecord.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
