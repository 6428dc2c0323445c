"""The kinds of rules about places: countries, cities, seats, and how to read their names."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from nieuwsextract.records import CountryCode
from nieuwsextract.rules.rule import Rule, Words


class InhabitedRule(Rule):
    """What countries and places share: names, adjectives without ``-e``, one inhabitant, several."""

    names: Words = Field(min_length=1)
    adjectives: Words = ()
    person: Words = ()
    people: Words = ()


class CountryRule(InhabitedRule):
    """A country; the id is its ISO 3166-1 code unless ``code`` is false (a former state)."""

    code: bool = True
    abbreviations: Words = ()
    women: Words = Field(default=(), description="feminine nouns that are no adjective with -e")
    capitals: Words = ()


class PlaceRule(InhabitedRule):
    """A city, region or continent with its variants; ``country`` is the one it lies in."""

    country: CountryCode | None = None
    level: Literal["city", "region", "continent"] = "city"


class PlacesRule(Rule):
    """Places of one country that have one name each; ``wary`` ones are Dutch words as well."""

    country: CountryCode
    level: Literal["city", "region"] = "city"
    wary: bool = False
    names: Words = Field(min_length=1)


class Reading(BaseModel):
    """What an ambiguous name means in an article that has one of the words ``near`` in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    country: CountryCode | None = None
    name: str | None = None
    near: Words


class AmbiguousPlaceRule(InhabitedRule):
    """One name, several places; a reading without ``near`` holds when no other does."""

    level: Literal["country", "region", "city"] = "country"
    wary: bool = False
    readings: tuple[Reading, ...]


class SeatRule(Rule):
    """A building or street that stands for a government."""

    country: CountryCode
    names: Words = Field(min_length=1)


class AmbiguousSeatRule(Rule):
    """A capital of several governments; ``country`` is the one it lies in."""

    country: CountryCode
    names: Words = Field(min_length=1)
    readings: tuple[Reading, ...]


class GovernmentSignRule(Rule):
    """Signs that a capital stands for its government, and that it is a place."""

    verbs: Words
    place_verbs: Words
    place_prepositions: Words
    government_prepositions: Words
    government_nouns: Words
    government_adjectives: Words
    seat_prepositions: Words
    people_determiners: Words


class CityAdjectiveRule(Rule):
    """How a city's adjective is made: take ``ending`` off, put ``stem_ending`` on, and there is the city."""

    ending: str = Field(min_length=1)
    stem_ending: str = ""


class PlaceNounRule(Rule):
    """Nouns between a nationality and a place's name: ``het Zweedse plaatsje Rimbo``."""

    words: Words = Field(min_length=1)


class DirectionRule(Rule):
    """Parts that make a region of a country's name: ``Oost-Oekraïne``."""

    words: Words = Field(min_length=1)


class PlaceBlockRule(Rule):
    """Phrases with a place name in them that name something else."""

    words: Words = Field(min_length=1)


#: Table name in the files → model.
PLACE_KINDS: dict[str, type[Rule]] = {
    "ambiguous_place": AmbiguousPlaceRule,
    "ambiguous_seat": AmbiguousSeatRule,
    "city_adjective": CityAdjectiveRule,
    "country": CountryRule,
    "direction": DirectionRule,
    "government_sign": GovernmentSignRule,
    "place": PlaceRule,
    "place_block": PlaceBlockRule,
    "place_noun": PlaceNounRule,
    "places": PlacesRule,
    "seat": SeatRule,
}
