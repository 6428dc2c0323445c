"""``nieuws_countries``: names, adjectives, inhabitants, capitals and seats → ISO 3166-1 codes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.governments import GovernmentSigns
from nieuwsextract.pipeline.notes import CountryNote, set_span_group
from nieuwsextract.pipeline.stretches import Stretches
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.pipeline.verdicts import Verdict
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules import Rules, RuleSet, load_rules
from nieuwsextract.rules.gazetteer import Found, Gazetteer, PlaceName
from nieuwsextract.rules.places import PlaceNounRule, Reading

#: Labels of longer names in which a place name says where the thing is from, not what the text speaks of.
_HOLDERS = frozenset(("ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"))
_VIA = {"abbreviation": "abbreviation", "adjective": "demonym", "person": "demonym", "people": "demonym"}
#: Why a name gets no note, or no country.
_DROPPED = "left out by a rule that drops names"
_NO_READING = "several places have this name, and the text speaks for no country"


@lru_cache(maxsize=8)
def _gazetteer(rules: RuleSet) -> Gazetteer:
    return Gazetteer(rules)


def gazetteer_of(rules: Rules) -> Gazetteer:
    """Return the gazetteer of a rule set, made once."""
    return _gazetteer(load_rules(rules))


class Countries:
    """Finds what names a country: ``de Noord-Koreaanse leider`` is KP by its demonym.

    Reads the text, ``doc.ents``, the layout and, where there is one, the parse; leaves
    ``doc._.nieuws_countries`` and the span group ``countries``. Kinds of notes: ``name``, ``demonym``
    (adjective or one inhabitant), ``people`` (inhabitants), ``metonym`` (a capital or seat for a
    government), ``city``, ``region``, ``continent``, ``compound`` (inside a hyphenated word), ``inside``
    (part of a longer name).
    """

    def __init__(self, nlp: Language, rules: Rules) -> None:
        self.rules = load_rules(rules)
        self.gazetteer = gazetteer_of(self.rules)
        self.signs = GovernmentSigns.read(self.rules)
        self.place_nouns = frozenset(
            word for rule in self.rules.of("place_noun", PlaceNounRule) for word in rule.words
        )

    def __call__(self, doc: Doc) -> Doc:
        """Store the notes on the doc."""
        make_askable(doc)
        notes = self.find(doc)
        doc._.nieuws_countries = notes
        set_span_group(doc, "countries", [(n["start"], n["end"], n["kind"], n["rule"]) for n in notes])
        return doc

    def find(self, doc: Doc) -> list[CountryNote]:
        """Return the country notes of a doc in text order."""
        notes = list(self._find_names(doc))
        notes += _find_places_by_adjective(doc, notes, self.place_nouns)
        return sorted(notes, key=lambda note: (note["start"], note["end"]))

    def explain(self, doc: Doc) -> Iterator[Verdict]:
        """Yield what the rules of the places named in a doc made of their names."""
        for found, note in self._read_names(doc):
            reason = note if isinstance(note, str) else _NO_READING if _is_open(found, note) else None
            yield Verdict(f"countries/{found.place.rule}", found.start, found.end, reason)
        for found in self.gazetteer.find_blocked(doc.text):
            yield Verdict(
                f"countries/{found.place.rule}", found.start, found.end, None, "says it is no place"
            )

    def _find_names(self, doc: Doc) -> Iterator[CountryNote]:
        return (note for _, note in self._read_names(doc) if not isinstance(note, str))

    def _read_names(self, doc: Doc) -> Iterator[tuple[Found, CountryNote | str]]:
        """Every name that the gazetteer knows, with its note or with why it gets none."""
        article = _Article(doc)
        dropped = {(span.start_char, span.end_char) for span in doc.spans.get("entity_drops", ())}
        for found in self.gazetteer.find(article.text):
            span = doc.char_span(found.start, found.end, alignment_mode="expand")
            if span is None:
                continue
            is_dropped = (found.start, found.end) in dropped
            yield found, _DROPPED if is_dropped else self._note(found, span, article)

    def _note(self, found: Found, span: Span, article: "_Article") -> CountryNote | str:
        place = self._read_people(found.place, span)
        holder, exact = article.holder_of(found)
        if _is_other_thing(place, span, holder, exact):
            return f"another thing here: {holder or 'a language, a first word, part of a name'}"
        if place.wary and holder not in ("GPE", "LOC") and not self._after_preposition(span):
            return "a word or surname as well, and neither the tagger nor a preposition says place"
        if place.readings and not place.government:
            reading = _only_reading(place.readings, article)
            place = replace(place, country=reading.country if reading else None)
        if found.part:
            return _to_note(found, place, "compound")
        if holder in _HOLDERS and place.form != "seat" and not (exact and place.level == "country"):
            return _to_note(found, place, "inside")
        if place.government and place.form in ("name", "seat"):
            return self._capital(found, place, span, article)
        kind = {"adjective": "demonym", "person": "demonym", "people": "people"}.get(place.form)
        return _to_note(found, place, kind or ("name" if place.level == "country" else place.level))

    def _read_people(self, place: PlaceName, span: Span) -> PlaceName:
        """``de Polen`` are people, ``in Polen`` is the country."""
        if place.form == "name" and place.name in self.gazetteer.peoples and span.start > 0:
            before = span.doc[span.start - 1]
            if before.lower_ in self.signs.people_determiners or before.like_num:
                return replace(place, form="people")
        return place

    def _after_preposition(self, span: Span) -> bool:
        return span.start > 0 and span.doc[span.start - 1].lower_ in self.signs.place_prepositions

    def _capital(self, found: Found, place: PlaceName, span: Span, article: "_Article") -> CountryNote:
        """A government when it acts as one, else a city in its country; datelines are places."""
        if place.form == "seat":
            speaks = not self.signs.is_place(span)
        else:
            speaks = not article.is_dateline(found.start) and self.signs.speaks(span)
        if not speaks:
            return _to_note(found, place, "city")
        if place.readings:
            reading = _only_reading(place.readings, article)
            if reading is None:
                return _to_note(found, place, "city")
            place = replace(place, country=reading.country, name=reading.name or place.name)
        name = self.gazetteer.country_names.get(place.country or "", place.name)
        return _to_note(found, replace(place, name=name), "metonym")


class _Article:
    """What the names of one doc are asked about: the entities around them, datelines, other words."""

    def __init__(self, doc: Doc) -> None:
        self.text = words_of(doc).text
        self._entities = Stretches(
            (ent.start_char, ent.end_char, (ent.start_char, ent.end_char, ent.label_)) for ent in doc.ents
        )
        blocks = doc._.nieuws_layout["blocks"]
        self._datelines = [(b["start"], b["end"]) for b in blocks if b["kind"] == "dateline"]
        self._says: dict[str, bool] = {}

    def holder_of(self, found: Found) -> tuple[str | None, bool]:
        """Return the label of the entity that a name stands in, and whether it is all of an entity."""
        near = list(self._entities.touching(found.start, found.end))
        holder = next((label for start, end, label in near if _inside(found, start, end)), None)
        return holder, any((start, end) == (found.start, found.end) for start, end, _ in near)

    def is_dateline(self, at: int) -> bool:
        """Whether a character stands in a dateline."""
        return any(start <= at < end for start, end in self._datelines)

    def says(self, word: str) -> bool:
        """Whether a word stands anywhere in the text."""
        if word not in self._says:
            found = word in self.text and re.search(rf"\b{re.escape(word)}\b", self.text) is not None
            self._says[word] = found
        return self._says[word]


def _find_places_by_adjective(
    doc: Doc, notes: list[CountryNote], place_nouns: frozenset[str]
) -> Iterator[CountryNote]:
    """``het Zweedse plaatsje Rimbo``: a place that only the text says the country of."""
    adjectives = {note["end"]: note for note in notes if note["kind"] == "demonym" and note["country"]}
    known = {note["start"] for note in notes}
    for ent in doc.ents:
        if ent.label_ not in ("GPE", "LOC") or ent.start_char in known or ent.start == 0:
            continue
        before = doc[ent.start - 1]
        if before.lower_ in place_nouns and before.i > 0:
            before = doc[before.i - 1]
        adjective = adjectives.get(before.idx + len(before))
        if adjective is not None:
            yield {
                **adjective, "start": ent.start_char, "end": ent.end_char, "name": ent.text,
                "kind": "city" if ent.label_ == "GPE" else "region", "rule": "countries/place-by-adjective",
            }  # fmt: skip


def _inside(found: Found, start: int, end: int) -> bool:
    return start <= found.start and found.end <= end


def _is_other_thing(place: PlaceName, span: Span, holder: str | None, exact: bool) -> bool:
    """People's names, languages, and inhabitants that are a sentence's first word (``Let op``)."""
    if holder == "PERSON":
        return not (exact and place.level == "country" and place.form in ("name", "abbreviation"))
    if holder == "LANGUAGE":
        return True
    if place.form == "person":
        return holder != "NORP" and (span.start == 0 or span[0].is_sent_start is True)
    if place.form == "adjective" and not span.text.lower().endswith("e"):
        return holder != "NORP" and _is_language(span)
    return False


def _is_language(span: Span) -> bool:
    """``spreekt Frans.``: an adjective without ``-e`` or a noun after it; or a name, ``Frans Bauer``."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is None or not after.is_alpha or after.text[0].isupper():
        return True
    return after.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "DET")


def _only_reading(readings: tuple[Reading, ...], article: _Article) -> Reading | None:
    """The one reading that the text speaks for; two or none: the reading without signs, or None."""
    fitting = [reading for reading in readings if any(map(article.says, reading.near))]
    if len(fitting) == 1:
        return fitting[0]
    return next((reading for reading in readings if not reading.near), None)


def _is_open(found: Found, note: CountryNote) -> bool:
    return bool(found.place.readings) and note["country"] is None


def _to_note(found: Found, place: PlaceName, kind: str) -> CountryNote:
    via = "seat" if place.form == "seat" else _VIA.get(place.form, "name")
    if kind == "metonym":
        via = "seat" if place.form == "seat" or place.readings else "capital"
    return {
        "start": found.start,
        "end": found.end,
        "country": place.country,
        "via": via,
        "kind": kind,
        "name": place.name,
        "rule": f"countries/{place.rule}",
    }
