"""The kinds of rules about people and organisations: names, titles, nouns that take them up, pronouns."""

from typing import Literal, Self

from pydantic import Field, model_validator

from nieuwsextract.kinds import Gender
from nieuwsextract.records import CountryCode
from nieuwsextract.rules.patterns import Patterned
from nieuwsextract.rules.rule import Rule, Words


class PersonTitleRule(Rule):
    """Nouns for people. ``generic`` ones name anybody, ``address`` ones only stand before a name.

    ``office``: whoever holds it is introduced by it, so that it never takes up anybody else.
    ``peer``: one with the role of the owner (``zijn ambtgenoot``).
    ``case``: a part in a crime or an accident, which nobody has whom the text does not give it; ``suspect``:
    his who stands accused.
    ``pleads``: for somebody accused, who has not that title himself.
    ``voices``: tells of others, so that whoever does something next is hardly he.
    ``stands_for``: ids of rules whose people these nouns may take up (``bewindsman``: a minister).
    """

    words: Words = Field(min_length=1)
    gender: Gender | None = None
    stands_for: Words = ()
    generic: bool = False
    office: bool = False
    case: bool = False
    suspect: bool = False
    peer: bool = False
    pleads: bool = False
    voices: bool = False
    address: bool = False


class CaseSignRule(Rule):
    """Signs that somebody has a part in a crime or an accident, which ``word`` names (and a title's id).

    The name after a noun with a preposition (``moord op X``), or beside an auxiliary with a participle.
    """

    word: str
    nouns: Words = ()
    prepositions: Words = ()
    auxiliaries: Words = ()
    participles: Words = ()


class FirstNameRule(Rule):
    """First names given to one sex."""

    gender: Gender
    names: Words = Field(min_length=1)


class PronounRule(Rule):
    """A pronoun's forms and whom they may take up; ``things`` also organisations and countries."""

    words: Words = Field(min_length=1)
    gender: Gender | None = None
    number: Literal["singular", "plural", "by-verb"]
    function: Literal["subject", "object", "possessive", "speaker"]
    things: bool = False


class EntityRepairRule(Patterned):
    """A repair of the recogniser's entities: what is done, the words for it, the label that it gives.

    ``drop`` leaves out names: those in ``words`` (in lower case), those where the pattern holds, or both.
    """

    repair: Literal[
        "abbreviations",
        "ages",
        "amounts",
        "cabinets",
        "common-nouns",
        "compatriots",
        "compounds",
        "datelines",
        "deeds",
        "described",
        "divided",
        "doings",
        "drop",
        "employers",
        "endings",
        "exact",
        "first-names",
        "first-words",
        "headings",
        "inhabitants",
        "languages",
        "last-words",
        "lists",
        "longer-names",
        "majority",
        "matches",
        "members",
        "organisations",
        "places",
        "plurals",
        "prefixes",
        "race-times",
        "regions",
        "repeats",
        "surnames",
        "title-nouns",
        "titles",
        "trim",
        "trim-end",
        "words",
        "works",
    ]
    label: str | None = Field(default=None, pattern=r"^[A-Z_]+$")
    words: Words = ()

    @property
    def name(self) -> str:
        """What the entities that it made are told by."""
        return f"entities/{self.id}"

    @model_validator(mode="after")
    def _check_repair(self) -> Self:
        if self.repair == "drop" and not (self.words or self.pattern):
            raise ValueError("a rule that drops names needs words or a pattern")
        if self.repair != "drop" and self.pattern:
            raise ValueError('only repair = "drop" can have a pattern')
        return self


class PersonEndingRule(Rule):
    """How nouns for people end; a sign only where somebody speaks."""

    words: Words = Field(min_length=1)


class OrganisationRule(Rule):
    """A well-known organisation: all its names, the usual one first.

    ``words`` are names that are Dutch words as well; ``town`` is a club's, whose inhabitants it is called.
    """

    kind: str
    country: CountryCode | None = None
    names: Words = Field(min_length=1)
    words: Words = ()
    town: str | None = None


class OrganisationsRule(Rule):
    """Well-known organisations of one kind and country: a list of names for each, the usual one first.

    ``words`` are names that are Dutch words, or other things, as well.
    """

    kind: str
    country: CountryCode | None = None
    names: tuple[Words, ...] = Field(min_length=1)
    words: Words = ()


class OrganisationNounRule(Rule):
    """Nouns that take up an organisation of one of the kinds, or one with the noun in its name."""

    words: Words = Field(min_length=1)
    kinds: Words


class OrganisationKindRule(Rule):
    """Words in an organisation's name that tell its kind; the id is the kind."""

    words: Words = Field(min_length=1)


class PlaceDescriptionRule(Rule):
    """Nouns that take up a place of one of the levels."""

    words: Words = Field(min_length=1)
    levels: Words


#: Table name in the files → model.
PEOPLE_KINDS: dict[str, type[Rule]] = {
    "case_sign": CaseSignRule,
    "entity_repair": EntityRepairRule,
    "first_name": FirstNameRule,
    "organisation": OrganisationRule,
    "organisation_kind": OrganisationKindRule,
    "organisations": OrganisationsRule,
    "organisation_noun": OrganisationNounRule,
    "person_ending": PersonEndingRule,
    "person_title": PersonTitleRule,
    "place_description": PlaceDescriptionRule,
    "pronoun": PronounRule,
}
