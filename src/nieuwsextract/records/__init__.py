"""The record: what one article becomes. The product's contract; imports neither spaCy nor files.

Every span counts Unicode code points into the article's raw text, end exclusive, and the record
refuses a span that does not read what the text says there. Missing is ``None``, never a guess.
"""

from nieuwsextract.records.articles import (
    SCHEMA_VERSION,
    ArticleMetadata,
    ArticleRecord,
    ProducedBy,
    RecordWarning,
    hash_text,
    json_schema,
)
from nieuwsextract.records.entities import Entity, Mention, TimeExpression
from nieuwsextract.records.events import Cameo, Event, EventTime, Participant, Place, Plover
from nieuwsextract.records.parts import (
    SPEAKER,
    Candidate,
    Confidence,
    CountryCode,
    Explanation,
    Rejected,
    RuleId,
    TextSpan,
    iter_spans,
)
from nieuwsextract.records.quotes import Addressee, Cue, Quote, Speaker

__all__ = [
    "SCHEMA_VERSION",
    "SPEAKER",
    "Addressee",
    "ArticleMetadata",
    "ArticleRecord",
    "Cameo",
    "Candidate",
    "Confidence",
    "CountryCode",
    "Cue",
    "Entity",
    "Event",
    "EventTime",
    "Explanation",
    "Mention",
    "Participant",
    "Place",
    "Plover",
    "ProducedBy",
    "Quote",
    "RecordWarning",
    "Rejected",
    "RuleId",
    "Speaker",
    "TextSpan",
    "TimeExpression",
    "hash_text",
    "iter_spans",
    "json_schema",
]
