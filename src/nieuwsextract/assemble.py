"""Doc → ``ArticleRecord``: the one file that knows both. Ids in text order, references by id."""

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nieuwsextract.article import Article
from nieuwsextract.pipeline.notes import (
    Chars,
    EntityNote,
    EventNote,
    ParticipantNote,
    QuoteNote,
    SpeakerNote,
    positions,
    published_of,
)
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.records import SCHEMA_VERSION, ArticleMetadata, ArticleRecord, hash_text
from nieuwsextract.rules import RuleSet
from nieuwsextract.version import VERSION

Json = dict[str, Any]
Ids = list[str]


def assemble(
    doc: Doc, article: Article, produced_by: Json, warnings: Sequence[Json] = (), *, with_text: bool = True
) -> ArticleRecord:
    """Build the record of one processed article.

    Every span is read from the text and checked against it once more by the record.
    ``with_text=False`` leaves the text out of the record; its hash and all spans stay.
    """
    record = ArticleRecord.model_validate(_build(doc, article, produced_by, warnings))
    return record if with_text else record.model_copy(update={"text": None})


def describe_producer(nlp: Language, rules: RuleSet) -> Json:
    """Return what every record of this pipeline says of its making (``produced_by``)."""
    return {
        "nieuwsextract": VERSION,
        "schema_version": SCHEMA_VERSION,
        "model": f"{nlp.meta['lang']}_{nlp.meta['name']}",
        "model_version": nlp.meta["version"],
        "rules": rules.fingerprint,
    }


def _build(doc: Doc, article: Article, produced_by: Json, warnings: Sequence[Json]) -> Json:
    text = words_of(doc).text
    entities = _entity_notes(doc)
    quotes: list[QuoteNote] = doc._.nieuws_quotes
    events: list[EventNote] = doc._.nieuws_events
    entity_ids = _number("e", [note["mentions"][0]["start"] for note in entities])
    quote_ids = _number("q", [note["content"][0][0] for note in quotes])
    event_ids = _number("v", [note["trigger"][0][0] for note in events])
    time_ids = _number("t", [note["start"] for note in doc._.nieuws_dates])
    build = _Builder(text, doc, entity_ids, quote_ids, time_ids)
    return {
        "schema_version": SCHEMA_VERSION,
        "id": article.id,
        "article": _metadata(doc, article),
        "text": text,
        "text_sha256": hash_text(text),
        "entities": _in_order("e", map(build.entity, entities, entity_ids)),
        "times": _in_order("t", map(build.time, doc._.nieuws_dates, time_ids)),
        "quotes": _in_order("q", map(build.quote, quotes, quote_ids)),
        "events": _in_order("v", map(build.event, events, event_ids)),
        "main_event": next((i for i, note in zip(event_ids, events, strict=True) if note["main"]), None),
        "warnings": list(warnings),
        "produced_by": produced_by,
    }


def _number(letter: str, starts: list[int]) -> Ids:
    """Ids by place in the text, for notes in any order; equal places keep the notes' order."""
    order = sorted(range(len(starts)), key=starts.__getitem__)
    ranks = {index: rank for rank, index in enumerate(order, start=1)}
    return [f"{letter}{ranks[index]}" for index in range(len(starts))]


def _in_order(letter: str, items: Any) -> list[Json]:
    return sorted(items, key=lambda item: int(item["id"].removeprefix(letter)))


def _entity_notes(doc: Doc) -> list[EntityNote]:
    """The resolved entities; in a pipeline without ``nieuws_mentions`` every tagged name by itself."""
    if doc._.nieuws_mentions:
        notes: list[EntityNote] = doc._.nieuws_mentions
        return notes
    return [
        {
            "label": ent.label_, "name": ent.text, "country": None, "country_via": None, "role": None,
            "affiliation": None, "gender": None, "rule": "ner",
            "mentions": [
                {
                    "start": ent.start_char, "end": ent.end_char, "label": ent.label_, "kind": "name",
                    "resolved_via": "name", "rule": "ner",
                }
            ],
        }
        for ent in doc.ents
        if ent.label_ not in ("DATE", "TIME")
    ]  # fmt: skip


def _metadata(doc: Doc, article: Article) -> Json:
    """The input's metadata first, else the text's."""
    found = doc._.nieuws_layout["metadata"]
    given = article.model_dump(exclude={"text", "id"})
    known = ArticleMetadata.model_fields
    return {name: given.get(name) or found.get(name) for name in known if given.get(name) or found.get(name)}


class _Builder:
    """Turns notes into JSON objects, with the ids that the references need."""

    def __init__(self, text: str, doc: Doc, entity_ids: Ids, quote_ids: Ids, time_ids: Ids) -> None:
        self.text = text
        self.entity_ids, self.quote_ids, self.time_ids = entity_ids, quote_ids, time_ids
        self.position_of = positions(doc)
        self.published = published_of(doc)
        self.clusters: dict[int, str] = {}

    def span(self, start: int, end: int) -> Json:
        return {"start": start, "end": end, "text": self.text[start:end]}

    def spans(self, pieces: list[Chars]) -> list[Json]:
        return [self.span(start, end) for start, end in pieces]

    def entity(self, note: EntityNote, own_id: str) -> Json:
        mentions = [
            {
                "span": self.span(mention["start"], mention["end"]),
                **{name: mention[name] for name in ("label", "kind", "resolved_via", "rule")},
            }
            for mention in note["mentions"]
        ]
        return {
            **note, "id": own_id, "mentions": mentions,
            "affiliation": _pick(self.entity_ids, note["affiliation"]),
        }  # fmt: skip

    def time(self, note: Json, own_id: str) -> Json:
        anchor = note["anchor"]
        return {
            "id": own_id, "span": self.span(note["start"], note["end"]), "label": note["label"],
            "type": note["type"], "value": note["value"], "rule": note["rule"],
            "anchor": self.time_ids[anchor] if isinstance(anchor, int) else anchor,
        }  # fmt: skip

    def quote(self, note: QuoteNote, own_id: str) -> Json:
        cue, source, speaker, addressee = note["cue"], note["source"], note["speaker"], note["addressee"]
        return {
            "id": own_id,
            "quote_type": note["quote_type"],
            "content": self.spans(note["content"]),
            "cue": {
                "spans": self.spans(cue), "lemma": note["cue_lemma"], "cue_class": note["cue_class"]
            } if cue else None,
            "source": self.span(*source) if source else None,
            "speaker": self.speaker(speaker) if speaker else None,
            "addressee": {
                "span": self.span(*addressee), "entity": _pick(self.entity_ids, note["addressee_entity"])
            } if addressee else None,
            "position": self.position_of(note["content"][0][0]),
            "attributed_in": _pick(self.quote_ids, note["attributed_in"]),
            "rule": note["rule"],
            "confidence": note["confidence"],
        }  # fmt: skip

    def speaker(self, note: SpeakerNote) -> Json:
        return {
            "entity": _pick(self.entity_ids, note["entity"]), "name": note["name"], "via": note["via"],
            "confidence": note["confidence"],
        }  # fmt: skip

    def event(self, note: EventNote, own_id: str) -> Json:
        place = note["place"]
        return {
            "id": own_id,
            "event_type": note["event_type"],
            "trigger": self.spans(note["trigger"]),
            "plover": note["plover"],
            "cameo": note["cameo"],
            "actors": [self.participant(actor) for actor in note["actors"]],
            "recipients": [self.participant(recipient) for recipient in note["recipients"]],
            "place": {
                "span": self.span(place["start"], place["end"]), "country": place["country"],
                "assumed": place["assumed"],
            } if place else None,
            "time": self.event_time(note["time"]),
            "polarity": note["polarity"],
            "modality": note["modality"],
            "reported_by": _pick(self.quote_ids, note["reported_by"]),
            "position": self.position_of(note["trigger"][0][0]),
            "cluster": self.cluster(note["cluster"]),
            "rule": note["rule"],
            "confidence": note["confidence"],
        }  # fmt: skip

    def participant(self, note: ParticipantNote) -> Json:
        return {
            "span": self.span(note["start"], note["end"]), "entity": _pick(self.entity_ids, note["entity"]),
            "country": note["country"], "sector": note["sector"],
        }  # fmt: skip

    def event_time(self, index: int | None) -> Json | None:
        if index is not None:
            return {"time": self.time_ids[index], "assumed": False}
        return {"value": self.published, "assumed": True} if self.published else None

    def cluster(self, number: int | None) -> str | None:
        """Name clusters in the order of first use: ``c1``, ``c2``."""
        return None if number is None else self.clusters.setdefault(number, f"c{len(self.clusters) + 1}")


def _pick(ids: Ids, index: int | None) -> str | None:
    return None if index is None else ids[index]
