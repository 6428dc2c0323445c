"""What the rules know of people and organisations, ready to look up by word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.people import (
    CaseSignRule,
    DeterminerRule,
    FirstNameRule,
    OrganisationKindRule,
    OrganisationNounRule,
    OrganisationRule,
    PersonEndingRule,
    PersonTitleRule,
    PlaceDescriptionRule,
    PronounRule,
)
from nieuwsextract.rules.quotes import CueRule

#: A shorter noun is not looked for at the end of compounds: ``ster`` is no part of ``rooster``.
_MIN_COMPOUND = 4
_MOST_WORDS = 200_000

_ARTICLE = re.compile(r"^(?:[Dd]e|[Hh]et|[Tt]he) ")
_MEMBER = re.compile(r"^(.{2,})['’](?:er|ster)$")
_DIMINUTIVE = re.compile(r"(?:etje|tje|je)$")

Value = TypeVar("Value")


@dataclass(frozen=True)
class Title:
    """A noun for a person: ``word`` is the noun that was found, the end of a compound (``minister``)."""

    word: str
    rule: PersonTitleRule


class WhoLexicon:
    """Titles, first names, organisations and pronouns of a rule set."""

    def __init__(self, rules: RuleSet) -> None:
        self._titles_found: dict[str, Title | None] = {}
        self._titles = {
            word: Title(word, rule)
            for rule in rules.of("person_title", PersonTitleRule)
            for word in rule.words
        }
        #: Nouns for somebody without a name who may be the one that a case is about.
        self.anybody = frozenset(
            word for word, title in self._titles.items() if title.rule.suspect or title.rule.generic
        )
        self.person_endings = tuple(
            word for rule in rules.of("person_ending", PersonEndingRule) for word in rule.words
        )
        self.offices = frozenset(rule.id for rule in rules.of("person_title", PersonTitleRule) if rule.office)
        self.genders = {
            name.lower(): rule.gender for rule in rules.of("first_name", FirstNameRule) for name in rule.names
        }
        self.pronouns = {word: rule for rule in rules.of("pronoun", PronounRule) for word in rule.words}
        self._place_descriptions = {
            word: rule for rule in rules.of("place_description", PlaceDescriptionRule) for word in rule.words
        }
        self.case_signs = rules.of("case_sign", CaseSignRule)
        self._read_determiners(rules)
        self._read_organisations(rules)

    def _read_determiners(self, rules: RuleSet) -> None:
        determiners = {rule.id: frozenset(rule.words) for rule in rules.of("determiner", DeterminerRule)}
        self.definite = determiners.get("bepaald", frozenset())
        self.articles = determiners.get("lidwoord", frozenset())
        self.collectives = determiners.get("collectief", frozenset())
        self.open_ends = determiners.get("open-eind", frozenset())
        self.near = determiners.get("nabij", frozenset())
        self.source_words = determiners.get("bron", frozenset())
        #: Finite verbs and words beside which the speaker stands: ``zei``, ``volgens``.
        self.reporting = self.source_words.union(
            form
            for rule in rules.of("cue", CueRule)
            if {"speech", "clause"} & set(rule.takes) and not rule.words
            for form in rule.forms
        )
        self.demonstrative = determiners.get("aanwijzend", frozenset())
        self.relative = determiners.get("betrekkelijk", frozenset())
        self.possessive = determiners.get("bezittelijk", frozenset())
        self.prepositions = determiners.get("nabepaling", frozenset())
        self.former = determiners.get("voormalig", frozenset())
        self.former_prefixes = tuple(word for word in self.former if word.endswith("-"))

    def _read_organisations(self, rules: RuleSet) -> None:
        self._organisations: dict[str, OrganisationRule] = {}
        for rule in rules.of("organisation", OrganisationRule):
            self._organisations |= dict.fromkeys(rule.names, rule)
        for name, rule in list(self._organisations.items()):
            self._organisations.setdefault(name.lower(), rule)
        #: First word of a name → how many tokens the names that begin with it may have, longest first.
        self.name_lengths: dict[str, tuple[int, ...]] = {}
        for rule in rules.of("organisation", OrganisationRule):
            for name in rule.names:
                first = name.split()[0]
                lengths = {*self.name_lengths.get(first, ()), len(name.split())}
                self.name_lengths[first] = tuple(sorted(lengths, reverse=True))
        self._organisation_nouns = {
            word: rule for rule in rules.of("organisation_noun", OrganisationNounRule) for word in rule.words
        }
        self._kinds = {
            word: rule.id
            for rule in rules.of("organisation_kind", OrganisationKindRule)
            for word in rule.words
        }

    def title(self, word: str) -> Title | None:
        """Return the title that a lower-case noun is or ends in; each word is looked up once."""
        if word not in self._titles_found:
            if len(self._titles_found) > _MOST_WORDS:
                self._titles_found.clear()
            self._titles_found[word] = self._find_title(word)
        return self._titles_found[word]

    def _find_title(self, word: str) -> Title | None:
        if word in self._titles:
            return self._titles[word]
        for at in range(1, len(word) - _MIN_COMPOUND + 1):
            title = self._titles.get(word[at:])
            if title is not None and not (title.rule.generic or title.rule.address):
                return title
        return self._titles.get(_DIMINUTIVE.sub("", word)) if word.endswith("je") else None

    def may_refer(self, word: str) -> bool:
        """Whether a word (lower case) may speak of somebody or something, alone or with what follows."""
        function = word in self.pronouns or word in self.demonstrative
        return function or word in self.definite or word in self.possessive or self.title(word) is not None

    def title_word(self, title: Title, words: Iterable[Token]) -> str:
        """Return a title's noun as people are called by it; a former one is ``oud-minister``."""
        for token in words:
            lower = token.lower_
            if lower in self.former or lower.startswith(self.former_prefixes):
                return f"oud-{title.word}"
        return title.word

    def is_possessive(self, token: Token) -> bool:
        """Whether a token is a possessive determiner by its form."""
        return token.lower_ in self.possessive

    def organisation_named(self, name: str) -> OrganisationRule | None:
        """Return the well-known organisation of exactly this name, capitals included."""
        known = self._organisations.get(name)
        return known if known is not None and name in known.names else None

    def organisation(self, name: str) -> OrganisationRule | None:
        """Return the well-known organisation of a name: as written, else without article or capitals."""
        for form in (name, _ARTICLE.sub("", name), name.lower(), _ARTICLE.sub("", name.lower())):
            if form in self._organisations:
                return self._organisations[form]
        return None

    def party_of(self, word: str) -> str | None:
        """Return the party of a member noun as it is written: ``CDA'er``, ``VVD’er`` → ``CDA``, ``VVD``."""
        match = _MEMBER.match(word)
        return match.group(1) if match else None

    def organisation_noun(self, word: str) -> OrganisationNounRule | None:
        """Return the rule of a lower-case noun that takes up an organisation, or ends in one."""
        return _by_ending(self._organisation_nouns, word)

    def is_organisation_noun(self, word: str) -> bool:
        """Whether a noun itself stands in a rule, not only the last part of the compound."""
        return word in self._organisation_nouns

    def place_description(self, word: str) -> PlaceDescriptionRule | None:
        """Return the rule of a lower-case noun that takes up a place."""
        return self._place_descriptions.get(word)

    def kind_of(self, name: str) -> str | None:
        """Return the kind of organisation that a name tells: by the lexicon, else by a word in it."""
        known = self.organisation(name)
        if known is not None:
            return known.kind
        words = name.lower().replace(".", "").split()
        found = (self._kinds.get(word) or _by_ending(self._kinds, word) for word in words)
        return next((kind for kind in found if kind), None)

    def gender_of(self, first_name: str) -> str | None:
        """Return the sex a first name is given to, or None."""
        return self.genders.get(first_name.lower())


def _by_ending(words: dict[str, Value], word: str) -> Value | None:
    """The entry of a word, or of the compound's last part."""
    if word in words:
        return words[word]
    return next((words[word[at:]] for at in range(1, len(word) - _MIN_COMPOUND) if word[at:] in words), None)
