"""What the rules know of people and organisations, ready to look up by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.rules.inflection import noun_forms
from nieuwsextract.rules.people import (
    CaseSignRule,
    FirstNameRule,
    OrganisationKindRule,
    OrganisationNounRule,
    OrganisationRule,
    OrganisationsRule,
    PersonEndingRule,
    PersonTitleRule,
    PlaceDescriptionRule,
    PronounRule,
)
from nieuwsextract.rules.quotes import CueRule

#: A shorter noun is not looked for at the end of compounds: ``ster`` is no part of ``rooster``.
_MIN_COMPOUND = 4
_MOST_WORDS = 200_000

_MEMBER = re.compile(r"^(.{2,})(?:['’](?:er|ster)|-ster)$")
_DIMINUTIVE = re.compile(r"(?:etje|tje|je)$")

#: Endings of nouns for people and their plurals that no rule of spelling gives.
_IRREGULAR = (("man", "mannen"), ("man", "lieden"), ("lid", "leden"), ("icus", "ici"))

Value = TypeVar("Value")


@dataclass(frozen=True)
class Title:
    """A noun for a person: ``word`` is the noun that was found, the end of a compound (``minister``)."""

    word: str
    rule: PersonTitleRule


@dataclass(frozen=True)
class Organisation:
    """A well-known organisation: ``rule`` is its rule's kind and id, ``name`` the usual one of its ``names``.

    ``words`` are names that may mean other things; ``town`` is a club's.
    """

    rule: str
    kind: str
    country: str | None
    names: frozenset[str]
    name: str
    words: frozenset[str]
    town: str | None = None


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
        self.voices = frozenset(rule.id for rule in rules.of("person_title", PersonTitleRule) if rule.voices)
        self.offices = frozenset(rule.id for rule in rules.of("person_title", PersonTitleRule) if rule.office)
        self.genders = {
            name.lower(): rule.gender for rule in rules.of("first_name", FirstNameRule) for name in rule.names
        }
        self.pronouns = {word: rule for rule in rules.of("pronoun", PronounRule) for word in rule.words}
        self._place_descriptions = {
            word: rule for rule in rules.of("place_description", PlaceDescriptionRule) for word in rule.words
        }
        self.case_signs = rules.of("case_sign", CaseSignRule)
        self._plurals = _plurals_of(self._titles)
        self._read_function_words(rules)
        self._read_organisations(rules)

    def _read_function_words(self, rules: RuleSet) -> None:
        self.definite = words_for(rules, "definite")
        self.indefinite = words_for(rules, "indefinite_article")
        self.articles = words_for(rules, "definite_article")
        self._name_articles = words_for(rules, "name_article")
        self.collectives = words_for(rules, "collective")
        self.open_ends = words_for(rules, "open_end")
        self.near = words_for(rules, "near")
        self.neuter = words_for(rules, "neuter")
        self.source_words = words_for(rules, "source")
        #: Finite verbs and words beside which the speaker stands: ``zei``, ``volgens``.
        self.reporting = self.source_words.union(
            form
            for rule in rules.of("cue", CueRule)
            if {"speech", "clause"} & set(rule.takes) and not rule.words
            for form in rule.forms
        )
        self.demonstrative = words_for(rules, "demonstrative")
        self.relative = words_for(rules, "relative")
        self.possessive = words_for(rules, "possessive")
        self.prepositions = words_for(rules, "complement_preposition")
        self.employer_prepositions = words_for(rules, "employer_preposition")
        self.other_complement = words_for(rules, "other_complement")
        self.list_words = words_for(rules, "list")
        self.joining = words_for(rules, "joining")
        self.apposition_ends = words_for(rules, "apposition_end")
        self.suffering_ends = words_for(rules, "suffering_end")
        self.of_people = words_for(rules, "deed_preposition")
        self.name_prefixes = words_for(rules, "title_prefix")
        self.others = words_for(rules, "other")
        self.copulas = words_for(rules, "copula")
        self.becoming = words_for(rules, "becoming")
        self.idioms = words_for(rules, "idiom")
        self.former = words_for(rules, "former")
        self.former_prefixes = tuple(word for word in self.former if word.endswith("-"))

    def _read_organisations(self, rules: RuleSet) -> None:
        self._organisations: dict[str, Organisation] = {}
        for known in _organisations_of(rules):
            for name in known.names:
                self._organisations.setdefault(name, known)
        #: First word of a name → how many tokens the names that begin with it may have, longest first.
        self.name_lengths: dict[str, tuple[int, ...]] = {}
        for name in self._organisations:
            first, *rest = name.split()
            lengths = {*self.name_lengths.get(first, ()), 1 + len(rest)}
            self.name_lengths[first] = tuple(sorted(lengths, reverse=True))
        for name, known in list(self._organisations.items()):
            self._organisations.setdefault(name.lower(), known)
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

    def plural_title(self, word: str) -> tuple[str, Title] | None:
        """Return the singular and the title of a lower-case plural that is or ends in a noun for people."""
        for at in range(max(1, len(word) - _MIN_COMPOUND)):
            title = self._plurals.get(word[at:])
            if title is not None and (at == 0 or not (title.rule.generic or len(title.word) < _MIN_COMPOUND)):
                return word[:at] + title.word, title
        return None

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

    def organisation_named(self, name: str) -> Organisation | None:
        """Return the well-known organisation of exactly this name, capitals included."""
        known = self._organisations.get(name)
        return known if known is not None and name in known.names else None

    def organisation(self, name: str) -> Organisation | None:
        """Return the well-known organisation of a name: as written, else without article or capitals."""
        for form in (name, self.without_article(name), name.lower(), self.without_article(name.lower())):
            if form in self._organisations:
                return self._organisations[form]
        return None

    def without_article(self, name: str) -> str:
        """Return a name without the article before it: ``de NAVO``."""
        first, _, rest = name.partition(" ")
        return rest if rest and first.lower() in self._name_articles else name

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


def _organisations_of(rules: RuleSet) -> Iterator[Organisation]:
    """Those with a rule of their own first, then those that stand in lists."""
    for one in rules.of("organisation", OrganisationRule):
        names, words = frozenset(one.names), frozenset(one.words)
        yield Organisation(
            f"organisation-{one.id}", one.kind, one.country, names, one.names[0], words, one.town
        )
    for many in rules.of("organisations", OrganisationsRule):
        words = frozenset(many.words)
        for listed in many.names:
            names = frozenset(listed)
            yield Organisation(
                f"organisations-{many.id}", many.kind, many.country, names, listed[0], words & names
            )


def _plurals_of(titles: dict[str, Title]) -> dict[str, Title]:
    """Plural → title: ``ministers``, ``politicologen``, ``Kamerleden``; no singulars."""
    found: dict[str, Title] = {}
    # A plural of both sexes is the man's: `politicologen`.
    for word, title in sorted(titles.items(), key=lambda item: item[1].rule.gender != "female"):
        if title.rule.address:
            continue
        forms = noun_forms(word) - {word}
        forms |= {word.removesuffix(one) + many for one, many in _IRREGULAR if word.endswith(one)}
        found |= {form: title for form in sorted(forms) if form not in titles}
    return found


def _by_ending(words: dict[str, Value], word: str) -> Value | None:
    """The entry of a word, or of the compound's last part."""
    if word in words:
        return words[word]
    return next((words[word[at:]] for at in range(1, len(word) - _MIN_COMPOUND) if word[at:] in words), None)
