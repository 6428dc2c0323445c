"""Place names in plain text: which country, city or people a word names. String work only."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from nieuwsextract.rules.loading import RuleSet
from nieuwsextract.rules.places import (
    AmbiguousPlaceRule,
    AmbiguousSeatRule,
    CityAdjectiveRule,
    CountryRule,
    DirectionRule,
    InhabitedRule,
    PlaceBlockRule,
    PlaceRule,
    PlacesRule,
    Reading,
    SeatRule,
)

Form = Literal["name", "abbreviation", "adjective", "person", "people", "seat", "block"]
Level = Literal["country", "region", "city", "continent"]

#: A word with its hyphens and apostrophes; a full stop inside belongs to it (``V.S.``).
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]?s$")
_BLANKS = str.maketrans("\n\r\t\u00a0\u2028\u2029", "      ")
#: Shorter names in capitals are abbreviations of something else.
_MIN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What a name in the text means: ``name`` is the place's usual one; ``government`` for capitals."""

    name: str
    country: str | None
    form: Form
    level: Level
    rule: str
    wary: bool = False
    government: bool = False
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A name at its place: characters, ``end`` exclusive; ``part`` when inside a hyphenated word."""

    start: int
    end: int
    place: PlaceName
    part: bool = False


class Gazetteer:
    """All place names of a rule set; ``find`` takes time linear in the text."""

    def __init__(self, rules: RuleSet) -> None:
        self._by_word: dict[str, list[tuple[str, PlaceName]]] = {}
        #: Two components ask about each article, one after the other.
        self._last: tuple[str, list[Found]] = ("", [])
        self.levels: dict[str, Level] = {}
        #: Names of countries that are their inhabitants too: ``Polen``, ``Zweden``.
        self.peoples: set[str] = set()
        self.country_names = {
            rule.id: rule.names[0] for rule in rules.of("country", CountryRule) if rule.code
        }
        self._suffixes = [
            (rule.ending, rule.stem_ending) for rule in rules.of("city_adjective", CityAdjectiveRule)
        ]
        self._directions = {word for rule in rules.of("direction", DirectionRule) for word in rule.words}
        for form, place in places_of(rules):
            self._add(form, place)
            if place.form == "people" and place.name == form:
                self.peoples.add(form)
            if place.form == "name":
                self.levels.setdefault(place.name, place.level)
        for entries in self._by_word.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> list[Found]:
        """Return the names in a text in text order, the longest at each place, never overlapping."""
        last_text, last_found = self._last
        if text == last_text:
            return last_found
        found = [item for item in self._scan(text) if item.place.form != "block"]
        self._last = text, found
        return found

    def find_blocked(self, text: str) -> list[Found]:
        """Return what looks like a name of the table and is blocked."""
        return [item for item in self._scan(text) if item.place.form == "block"]

    def _scan(self, text: str) -> Iterator[Found]:
        plain = text.translate(_BLANKS)
        done = 0
        for match in _WORD.finditer(plain):
            word = match.group()
            if match.start() < done or not (word[0].isupper() or "-" in word):
                continue
            for found in self._at(plain, match.start(), match.end()):
                yield found
                done = found.end

    def of(self, name: str) -> PlaceName | None:
        """Return what a whole name means, or None."""
        return next((place for form, place in self._by_word.get(_first(name), ()) if form == name), None)

    def _add(self, form: str, place: PlaceName) -> None:
        form = form.lstrip("'’")
        variants = {form, _without_marks(form)}
        if len(form) >= _MIN_CAPITALS:
            variants |= {variant.upper() for variant in variants}
        for variant in sorted(variants):
            entries = self._by_word.setdefault(_first(variant), [])
            if not any(known == variant for known, _ in entries):
                entries.append((variant, place))

    def _at(self, text: str, start: int, end: int) -> Iterator[Found]:
        word = text[start:end]
        for form, known in self._by_word.get(word, ()):
            stop = start + len(form)
            if text.startswith(form, start) and not text[stop : stop + 1].isalnum():
                yield Found(start - (word.startswith("s-") and start > 0), stop, known)
                return
        stem = _POSSESSIVE.sub("", word)
        if stem != word and (place := self._single(stem)) and place.form == "name":
            yield Found(start, end, place)
        elif "-" in word:
            yield from self._parts(word, start)
        elif (city := self._city_of_adjective(word)) is not None:
            yield Found(start, end, replace(city, form="adjective", government=False))

    def _city_of_adjective(self, word: str) -> PlaceName | None:
        """``Schiedamse`` → Schiedam, ``Enschedese`` → Enschede."""
        for ending, stem_ending in self._suffixes:
            if word.endswith(ending):
                place = self._single(word.removesuffix(ending) + stem_ending)
                if place is not None and place.form == "name" and place.level == "city" and not place.wary:
                    return place
        return None

    def _parts(self, word: str, start: int) -> Iterator[Found]:
        """``Oost-Oekraïne`` is a region; ``pro-Russische`` names a country, ``Goes-Breda`` two cities."""
        region = self._region(word)
        if region is not None:
            yield Found(start, start + len(word), region)
            return
        pieces = [self._single(piece) for piece in word.split("-")]
        line = all(piece is not None and piece.level == "city" for piece in pieces)
        edges = [-1, *(at for at, character in enumerate(word) if character == "-"), len(word)]
        first = 0
        while first < len(edges) - 1:
            begin = edges[first] + 1
            for last in range(len(edges) - 1, first, -1):
                if place := self._single(word[begin : edges[last]]):
                    yield Found(start + begin, start + edges[last], place, part=not line)
                    break
            first = last if place else first + 1

    def _region(self, word: str) -> PlaceName | None:
        """``Oost-Oekraïne``, ``Rotterdam-Zuid``: part of a place by a point of the compass."""
        first, _, rest = word.partition("-")
        front, _, last = word.rpartition("-")
        known = rest if first in self._directions else front if last in self._directions else ""
        place = self._single(known)
        if place is None or place.form != "name":
            return place
        return replace(place, name=word, level="region", government=False)

    def _single(self, word: str) -> PlaceName | None:
        return next((place for form, place in self._by_word.get(word, ()) if form == word), None)


def _first(name: str) -> str:
    """The key under which a name stands: its first word as ``_WORD`` reads it."""
    match = _WORD.search(name)
    return match.group() if match and match.start() == 0 else name


def _without_marks(name: str) -> str:
    """``Oekraïne`` → ``Oekraine``; the curly apostrophe becomes the straight one."""
    plain = unicodedata.normalize("NFD", name.replace("’", "'"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def inflect(adjective: str) -> list[str]:
    """Return an adjective's forms: ``Chinees`` → ``Chinees``, ``Chinese``; ``Russisch`` → ``Russische``."""
    stem = adjective[:-3] + "es" if adjective.endswith("ees") else adjective
    return [adjective] if adjective.endswith(("e", "i")) else [adjective, stem + "e"]


def places_of(rules: RuleSet) -> Iterator[tuple[str, PlaceName]]:
    """Yield every form with what it means; the first of equal forms is the one that counts."""
    for block in rules.of("place_block", PlaceBlockRule):
        yield from ((word, PlaceName(word, None, "block", "city", block.id)) for word in block.words)
    for seat in rules.of("seat", SeatRule):
        place = PlaceName(seat.names[0], seat.country, "seat", "city", seat.id, government=True)
        yield from ((name, place) for name in seat.names)
    for shared in rules.of("ambiguous_seat", AmbiguousSeatRule):
        place = PlaceName(shared.names[0], shared.country, "name", "city", shared.id, government=True)
        yield from ((name, replace(place, readings=shared.readings)) for name in shared.names)
    for country in rules.of("country", CountryRule):
        yield from _country_entries(country)
    for ambiguous in rules.of("ambiguous_place", AmbiguousPlaceRule):
        place = PlaceName(ambiguous.names[0], None, "name", ambiguous.level, ambiguous.id)
        place = replace(place, readings=ambiguous.readings, wary=ambiguous.wary)
        yield from _inhabited_entries(ambiguous, place)
    for rule in rules.of("place", PlaceRule):
        yield from _inhabited_entries(
            rule, PlaceName(rule.names[0], rule.country, "name", rule.level, rule.id)
        )
    for many in rules.of("places", PlacesRule):
        for name in many.names:
            yield name, PlaceName(name, many.country, "name", many.level, many.id, wary=many.wary)


def _country_entries(rule: CountryRule) -> Iterator[tuple[str, PlaceName]]:
    place = PlaceName(rule.names[0], rule.id if rule.code else None, "name", "country", rule.id)
    yield from _inhabited_entries(rule, place)
    yield from _forms(rule.abbreviations, replace(place, form="abbreviation"))
    yield from _forms(rule.women, replace(place, form="person"))
    for capital in rule.capitals:
        yield capital, replace(place, name=capital, level="city", government=True)


def _inhabited_entries(rule: InhabitedRule, place: PlaceName) -> Iterator[tuple[str, PlaceName]]:
    yield from _forms(rule.names, place)
    adjective = replace(place, form="adjective")
    yield from _forms((form for base in rule.adjectives for form in inflect(base)), adjective)
    yield from _forms(rule.person, replace(place, form="person"))
    yield from _forms(rule.people, replace(place, form="people"))


def _forms(names: Iterable[str], place: PlaceName) -> Iterator[tuple[str, PlaceName]]:
    return ((name, place) for name in names)
