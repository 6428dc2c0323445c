"""Records as tables: one row an article, entity, mention, quote, event, participant or time, joined by ids.

Names are the record's own. ``article`` in every other table is ``articles.id``; ``entity``, ``event`` and
``time`` are ids within that article. Positions are characters into the article's text, end exclusive.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from nieuwsextract.records import ArticleRecord, Event, Participant, Quote, TextSpan

ColumnType = Literal["text", "int", "float", "bool"]
Row = dict[str, Any]

_SPAN: dict[str, ColumnType] = {"start": "int", "end": "int", "text": "text"}


def _texts(names: str) -> dict[str, ColumnType]:
    return dict.fromkeys(names.split(), "text")


#: Table → its columns in order, with the type of each.
TABLES: dict[str, dict[str, ColumnType]] = {
    "articles": _texts(
        "id headline published publisher agency authors dateline_place section url language text text_sha256 "
        "duplicate_of main_event warnings extra nieuwsextract model model_version rules"
    ),
    "entities": _texts("article id label name country country_via role affiliation gender rule"),
    "mentions": _texts("article entity") | _SPAN | _texts("label kind resolved_via rule"),
    "quotes": _texts("article id quote_type content")
    | {"start": "int", "end": "int"}
    | _texts(
        "content_spans cue cue_lemma cue_class source speaker speaker_name speaker_via addressee "
        "addressee_entity position attributed_in rule"
    )
    | {"confidence": "float", "speaker_confidence": "float"},
    "events": _texts("article id event_type trigger")
    | {"start": "int", "end": "int"}
    | _texts("plover_type plover_mode plover_contexts")
    | {"quad_class": "int", "plover_score": "float"}
    | _texts("auxiliary_modes cameo_code")
    | {"goldstein": "float"}
    | _texts("actors recipients place place_country")
    | {"place_assumed": "bool"}
    | _texts("time time_value")
    | {"time_assumed": "bool"}
    | _texts("polarity modality reported_by position cluster rule")
    | {"confidence": "float"},
    "participants": _texts("article event part") | _SPAN | _texts("entity country sector"),
    "times": _texts("article id label") | _SPAN | _texts("type value anchor rule"),
}


def to_rows(record: ArticleRecord) -> Iterator[tuple[str, Row]]:
    """Yield a record's rows, each with the name of its table; a column that is left out is empty."""
    yield "articles", _article(record)
    own = {"article": record.id}
    for entity in record.entities:
        yield "entities", own | entity.model_dump(exclude={"mentions", "explanation"})
        for mention in entity.mentions:
            of = own | {"entity": entity.id}
            yield "mentions", of | _span(mention.span) | mention.model_dump(exclude={"span"})
    for quote in record.quotes:
        yield "quotes", own | _quote(quote)
    for event in record.events:
        yield "events", own | _event(event)
        for part, participants in (("actor", event.actors), ("recipient", event.recipients)):
            for participant in participants:
                yield "participants", own | {"event": event.id, "part": part} | _participant(participant)
    for time in record.times:
        yield "times", own | _span(time.span) | time.model_dump(exclude={"span", "explanation"})


def _article(record: ArticleRecord) -> Row:
    metadata = record.article.model_dump(exclude={"authors", "extra"})
    return {
        "id": record.id,
        **metadata,
        "authors": _join(record.article.authors),
        "text": record.text,
        "text_sha256": record.text_sha256,
        "duplicate_of": record.duplicate_of,
        "main_event": record.main_event,
        "warnings": _join([warning.code for warning in record.warnings]),
        "extra": json.dumps(record.article.extra, ensure_ascii=False) if record.article.extra else None,
        **record.produced_by.model_dump(exclude={"schema_version"}),
    }


def _quote(quote: Quote) -> Row:
    row = quote.model_dump(include={"id", "quote_type", "position", "attributed_in", "rule", "confidence"})
    row |= _spans("content", quote.content)
    row["content_spans"] = json.dumps([[span.start, span.end] for span in quote.content])
    row["source"] = quote.source.text if quote.source else None
    if quote.cue:
        row |= {"cue_lemma": quote.cue.lemma, "cue_class": quote.cue.cue_class}
        row["cue"] = " … ".join(span.text for span in quote.cue.spans)
    if quote.speaker:
        row |= {"speaker": quote.speaker.entity, "speaker_name": quote.speaker.name}
        row |= {"speaker_via": quote.speaker.via, "speaker_confidence": quote.speaker.confidence}
    if quote.addressee:
        row |= {"addressee": quote.addressee.span.text, "addressee_entity": quote.addressee.entity}
    return row


def _event(event: Event) -> Row:
    names = {"id", "event_type", "polarity", "modality", "reported_by", "position", "cluster", "rule"}
    row = event.model_dump(include=names | {"confidence"}) | _spans("trigger", event.trigger)
    row["actors"] = _join([actor.span.text for actor in event.actors])
    row["recipients"] = _join([recipient.span.text for recipient in event.recipients])
    if plover := event.plover:
        row |= {"plover_type": plover.event_type, "plover_mode": plover.mode, "plover_score": plover.score}
        row |= {"plover_contexts": _join(plover.contexts), "quad_class": plover.quad_class}
        row["auxiliary_modes"] = _join(plover.auxiliary_modes)
    if event.cameo:
        row |= {"cameo_code": event.cameo.code, "goldstein": event.cameo.goldstein}
    if place := event.place:
        row |= {"place": place.span.text, "place_country": place.country, "place_assumed": place.assumed}
    if time := event.time:
        row |= {"time": time.time, "time_value": time.value, "time_assumed": time.assumed}
    return row


def _participant(participant: Participant) -> Row:
    return _span(participant.span) | participant.model_dump(exclude={"span"})


def _span(span: TextSpan) -> Row:
    return {"start": span.start, "end": span.end, "text": span.text}


def _spans(name: str, spans: Sequence[TextSpan]) -> Row:
    """Pieces as one text with `` … `` between them, from the start of the first to the end of the last."""
    text = " … ".join(span.text for span in spans)
    return {name: text, "start": spans[0].start, "end": spans[-1].end}


def _join(values: Sequence[str]) -> str | None:
    return "; ".join(values) or None
