"""Trigger rules → a table from word forms to the readings that they may have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import BlockRule, TriggerRule
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.rules.inflection import Inflection, inflection_of, noun_forms

WordKind = Literal["verb", "noun", "word"]
FormKind = Literal["infinitive", "finite", "participle", "noun", "word"]

#: Shorter beginnings of a compound are chance (``uitslag`` is no ``slag``).
_MIN_FIRST_PART = 3
_MIN_HEAD = 4


@dataclass(frozen=True)
class Reading:
    """One trigger word of a rule, and the words that must stand with it.

    ``fixed`` precede or follow in this order, each any of a set; ``beside`` must follow (one of them).
    ``bare``: the first fixed word is a noun whose article is left out, as in headlines.
    """

    rule: TriggerRule
    kind: WordKind
    lemma: str
    particle: str | None = None
    fixed: tuple[frozenset[str], ...] = ()
    reflexive: bool = False
    beside: frozenset[str] = frozenset()
    bare: bool = False


@dataclass(frozen=True)
class Form:
    """A reading as one form shows it; ``joined`` when the form has the particle in it (``afgevuurd``)."""

    reading: Reading
    kind: FormKind
    joined: bool = False


@dataclass
class Lexicon:
    """Forms of whole words, and of nouns that may end a compound; blocks by trigger lemma."""

    forms: dict[str, list[Form]] = field(default_factory=dict)
    heads: dict[str, list[Form]] = field(default_factory=dict)
    blocks: dict[str, list[BlockRule]] = field(default_factory=dict)
    compounds: dict[str, list[Form]] = field(default_factory=dict)

    def find(self, word: str) -> list[Form]:
        """Return the readings of a word in lower case, as it stands or by the noun that it ends in."""
        return self.forms.get(word) or self.find_head(word)

    def find_head(self, word: str) -> list[Form]:
        """Return the readings of a compound's last part: ``vredesoverleg``, ``NAVO-top``."""
        if len(word) < _MIN_FIRST_PART + _MIN_HEAD - 1:
            return []
        if word not in self.compounds:
            if len(self.compounds) > 100_000:
                self.compounds.clear()
            self.compounds[word] = self._split(word)
        return self.compounds[word]

    def _split(self, word: str) -> list[Form]:
        if "-" in word:
            return self.heads.get(word.rpartition("-")[2], [])
        ends = range(_MIN_FIRST_PART, len(word) - _MIN_HEAD + 1)
        return next((self.heads[word[at:]] for at in ends if word[at:] in self.heads), [])


@lru_cache(maxsize=4)
def build_lexicon(rules: RuleSet) -> Lexicon:
    """Compile the trigger and block rules in force; the same object for the same rule set."""
    possessives, articles = words_for(rules, "possessive"), words_for(rules, "article")
    inflection = inflection_of(rules)
    lexicon = Lexicon()
    for rule in rules.of("trigger", TriggerRule):
        for text in rule.verbs:
            reading = _read_verb(text.lower(), rule, possessives)
            _add_verb(lexicon, reading, inflection)
            if _may_be_bare(reading, articles):
                _add_verb(lexicon, replace(reading, fixed=reading.fixed[1:], bare=True), inflection)
        for text in rule.nouns:
            _add_noun(lexicon, rule, text.lower())
        for word in map(str.lower, rule.words):
            _add(lexicon.forms, [word], Form(Reading(rule, "word", word), "word"))
    for block in rules.of("block", BlockRule):
        for word in block.words:
            lexicon.blocks.setdefault(word, []).append(block)
    return lexicon


def _read_verb(text: str, rule: TriggerRule, possessives: frozenset[str]) -> Reading:
    """Read ``zich terug|trekken +uit``: fixed words, particle, verb, one of which words must follow."""
    *fixed, verb = text.split(" +", maxsplit=1)[0].split()
    beside = text.partition(" +")[2].split("/") if " +" in text else []
    particle, _, base = verb.rpartition("|")
    words = tuple(_alternatives(word, possessives) for word in _without_article(fixed))
    return Reading(rule, "verb", base, particle or None, words, "zich" in fixed, frozenset(beside))


def _may_be_bare(reading: Reading, articles: frozenset[str]) -> bool:
    """``het werk neerleggen`` is ``werk neerleggen`` in a headline; ``het eens zijn`` is nothing without."""
    first, *others = reading.fixed or (frozenset(),)
    return first <= articles and bool(first) and bool(others) and reading.particle is not None


def _without_article(fixed: list[str]) -> Iterator[str]:
    """``een klacht indienen`` is ``klachten indienen`` too; ``zich`` stands anywhere in the clause."""
    return (word for word in fixed if word not in ("een", "zich"))


def _alternatives(word: str, possessives: frozenset[str]) -> frozenset[str]:
    if word in possessives:
        return possessives
    return noun_forms(word) if len(word) > 4 else frozenset({word})


def _add_verb(lexicon: Lexicon, reading: Reading, inflection: Inflection) -> None:
    found = inflection.conjugate(reading.lemma)
    particle = reading.particle or ""
    joined = bool(particle)
    _add(lexicon.forms, [particle + reading.lemma], Form(reading, "infinitive", joined))
    _add(lexicon.forms, (particle + form for form in found.finite), Form(reading, "finite", joined))
    participles = (particle + form for form in found.participles)
    _add(lexicon.forms, participles, Form(reading, "participle", joined))
    if particle:
        _add(lexicon.forms, [reading.lemma], Form(reading, "infinitive"))
        _add(lexicon.forms, found.finite, Form(reading, "finite"))


def _add_noun(lexicon: Lexicon, rule: TriggerRule, text: str) -> None:
    *before, noun = text.split()
    only_head = noun.startswith("-")
    noun = noun.removeprefix("-")
    reading = Reading(rule, "noun", noun, fixed=tuple(frozenset({word, word + "e"}) for word in before))
    forms = noun_forms(noun)
    if not only_head:
        _add(lexicon.forms, forms, Form(reading, "noun"))
    if only_head or (rule.compounds and not before and len(noun) >= _MIN_HEAD):
        _add(lexicon.heads, forms, Form(reading, "noun"))


def _add(table: dict[str, list[Form]], words: Iterable[str], form: Form) -> None:
    for word in sorted(set(words)):
        table.setdefault(word, []).append(form)
