"""Which class of noun a word is of: by itself, as the head of a compound, or by its entity label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Token

from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import NounClassRule
from nieuwsextract.rules.inflection import noun_forms

#: A compound's last part is a word of so many letters, its first of so many (`gerust` is no `rust`).
_MIN_HEAD = 4
_MIN_FIRST_PART = 3
#: ``2-0``: the result of a match.
_SCORE = re.compile(r"\d{1,2}-\d{1,2}$")


@dataclass
class NounClasses:
    """Word, last part of a compound, entity label → classes; compounds are looked up once."""

    words: dict[str, frozenset[str]]
    heads: dict[str, frozenset[str]]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    labels: dict[str, frozenset[str]]
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, token: Token) -> frozenset[str]:
        """Return the classes of a token."""
        return self.of_word(token.lower_, token.ent_type_, words_of(token.doc).lower, token.i)

    def of_word(self, word: str, label: str, words: Sequence[str], at: int) -> frozenset[str]:
        """Return the classes of a word (lower case) with an entity label, at its place among the words."""
        if word not in self.known:
            if len(self.known) > 200_000:
                self.known.clear()
            self.known[word] = self._look_up(word)
        found = self.known[word]
        if label in self.labels:
            found = found | self.labels[label]
        if word in self.phrases:
            found = found | self._phrases_at(words, at)
        return found

    def _look_up(self, word: str) -> frozenset[str]:
        if _SCORE.match(word):
            return frozenset({"sport", "score"})
        if word in self.words:
            return self.words[word]
        if "-" in word:
            first, _, last = word.partition("-")
            return self.words.get(last.rpartition("-")[2]) or self.words.get(first) or frozenset()
        for start in range(_MIN_FIRST_PART, len(word) - _MIN_HEAD + 1):
            if word[start:] in self.heads:
                return self.heads[word[start:]]
        return frozenset()

    def _phrases_at(self, words: Sequence[str], at: int) -> frozenset[str]:
        return frozenset(
            name for phrase, name in self.phrases[words[at]] if tuple(words[at : at + len(phrase)]) == phrase
        )


def build_classes(rules: RuleSet) -> NounClasses:
    """Compile the noun classes in force."""
    return _build(rules.fingerprint, tuple(rules.of("nounclass", NounClassRule)))


@lru_cache(maxsize=4)
def _build(fingerprint: str, rules: tuple[NounClassRule, ...]) -> NounClasses:
    by_id = {rule.id: rule for rule in rules}
    words: dict[str, set[str]] = {}
    heads: dict[str, set[str]] = {}
    labels: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for rule in rules:
        for member in _members(rule, by_id):
            for label in member.labels:
                labels.setdefault(label, set()).add(rule.id)
            for word in member.words:
                parts = tuple(word.split())
                if len(parts) > 1:
                    phrases.setdefault(parts[0], []).append((parts, rule.id))
                    continue
                for form in noun_forms(word):
                    words.setdefault(form, set()).add(rule.id)
                    if len(word) >= _MIN_HEAD:
                        heads.setdefault(form, set()).add(rule.id)
    return NounClasses(_freeze(words), _freeze(heads), phrases, _freeze(labels))


def _members(rule: NounClassRule, by_id: dict[str, NounClassRule]) -> list[NounClassRule]:
    """The rule and all that it includes, each once."""
    found: dict[str, NounClassRule] = {}
    waiting = [rule]
    while waiting:
        current = waiting.pop()
        if current.id not in found:
            found[current.id] = current
            waiting += [by_id[name] for name in current.includes if name in by_id]
    return list(found.values())


def _freeze(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in table.items()}
