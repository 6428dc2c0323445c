"""Places and peoples: names, demonyms and governments' seats of one country are one entity."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.notes import CountryNote
from nieuwsextract.rules.gazetteer import Gazetteer, Level

_MENTION_KINDS = {"name": "name", "city": "name", "region": "name", "continent": "name"}


def cluster_places(doc: Doc, text: str, ents: Sequence[Span], gazetteer: Gazetteer) -> list[Draft]:
    """Return a draft per place and per people, from the country notes and the remaining entities."""
    by_key: dict[tuple[str, str], Draft] = {}
    labels = {(ent.start_char, ent.end_char): ent.label_ for ent in ents}
    done: list[tuple[int, int]] = []
    for note in doc._.nieuws_countries:
        if note["kind"] not in ("compound", "inside"):
            _add_note(note, labels.get((note["start"], note["end"])), by_key, gazetteer, text)
            done.append((note["start"], note["end"]))
    covered = {at for start, end in done for at in range(start, end)}
    for ent in ents:
        if ent.label_ in ("GPE", "LOC", "NORP") and ent.start_char not in covered:
            _add_entity(ent, by_key)
    return list(by_key.values())


def _add_note(
    note: CountryNote,
    label: str | None,
    by_key: dict[tuple[str, str], Draft],
    gazetteer: Gazetteer,
    text: str,
) -> None:
    level: Level = gazetteer.levels.get(note["name"]) or ("region" if note["kind"] == "region" else "city")
    words = text[note["start"] : note["end"]]
    if note["kind"] == "people" and level in ("country", "continent"):
        draft = _draft(by_key, "NORP", words.lower(), words)
        draft.locate(note["country"], "demonym")
        draft.add(note["start"], note["end"], "name", "name", note["rule"], "NORP")
        draft.named = True
        return
    draft = _draft(by_key, "place", _key(note, level), note["name"])
    draft.label = "LOC" if level == "continent" else "ORG" if note["name"] == "Europese Unie" else "GPE"
    if note["kind"] == "city" and note["via"] == "seat":
        draft.label, level = "FAC", "region"
    draft.level = level
    kind = _MENTION_KINDS.get(note["kind"], "demonym" if note["kind"] == "people" else note["kind"])
    if note["country"] is not None and (draft.country is None or kind == "name"):
        draft.country, draft.country_via = note["country"], note["via"]
    if kind == "name":
        draft.label = label if label in ("GPE", "LOC") and level != "continent" else draft.label
        written = words.title() if words.isupper() and len(words) > 4 else words
        # `Ruslands` is Rusland's possessive, no longer name.
        draft.call(note["name"] if written.rstrip("s'’") == note["name"] else written)
    via = "name" if kind == "name" and note["via"] != "abbreviation" else "alias"
    tagged = label or {"demonym": "NORP", "name": draft.label}.get(kind)
    draft.add(note["start"], note["end"], kind, via, note["rule"], tagged)


def _key(note: CountryNote, level: Level) -> str:
    """A country by its code, so that its names, its demonyms and its seats meet; others by name."""
    if level == "country" or note["kind"] == "metonym":
        return note["country"] or note["name"]
    return note["name"].lower()


def _add_entity(ent: Span, by_key: dict[tuple[str, str], Draft]) -> None:
    """A place or people that the gazetteer does not know."""
    draft = _draft(by_key, "NORP" if ent.label_ == "NORP" else "place", ent.text.lower(), ent.text)
    if not draft.mentions:
        draft.label, draft.level = ent.label_, "region" if ent.label_ == "LOC" else "city"
    draft.add(ent.start_char, ent.end_char, "name", "name", "mentions/place", ent.label_)
    draft.call(ent.text)


def _draft(by_key: dict[tuple[str, str], Draft], sort: str, key: str, name: str) -> Draft:
    if (sort, key) not in by_key:
        label = "NORP" if sort == "NORP" else "GPE"
        by_key[sort, key] = Draft(label, name, f"mentions/{'people' if sort == 'NORP' else 'place'}")
    return by_key[sort, key]
