"""The words of a time expression: each with what it does and what it adds, compounds taken apart."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import VerbRule
from nieuwsextract.rules.schema import TimeWordRule

#: What is written in digits, the more special first. Named groups are categories; a billion is no amount
#: of time, and only the digits 0 to 9 count, as in what is written.
_DIGITS = re.compile(
    r"(?P<full_date>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4})(?![0-9])"
    r"|(?P<year_month>[12][0-9]{3}-(?:0[1-9]|1[0-2]))(?![0-9-])"
    r"|(?P<race>(?:[0-9]{1,2}[.:])?[0-9]{1,2}[.:][0-9]{2},[0-9]{1,3})(?![0-9])"
    r"|(?P<clock>(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9])(?![0-9])"
    r"|(?P<years>[12][0-9]{3}[-/–](?:[12][0-9]{3}|[0-9]{2}))(?![0-9])"
    r"|(?P<day_month>[0-9]{1,2}/[0-9]{1,2})(?![0-9/])"
    r"|(?P<year>[12][0-9]{3}|'[0-9]{2}(?![0-9]))(?![0-9,.][0-9])"
    r"|(?P<ordinal>[0-9]{1,3})(?:e|de|ste)\b"
    r"|(?P<unknown>[0-9.]{12,})"
    r"|(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+(?:,[0-9]+)?)"
)
_LETTERS = re.compile(r"'?[^\W\d_]+(?:\.[^\W\d_]\b)*(?:'[^\W\d_]+)?")
_MAX_PARTS = 3


@dataclass(frozen=True)
class Word:
    """One word, or part of a compound: ``category`` as in the lexicon, or of what is written in digits."""

    category: str
    value: str
    text: str


class Vocabulary:
    """The words of time expressions, and how to take compounds of them apart."""

    def __init__(self, rules: RuleSet) -> None:
        self.words: dict[str, list[tuple[str, str]]] = {}
        for rule in rules.of("time_word", TimeWordRule):
            for word, value in rule.values.items():
                self.words.setdefault(word, []).append((rule.category, value))
        #: Finite forms of the auxiliaries of the perfect in the present.
        self.perfect = frozenset(
            form
            for verb in rules.of("verb", VerbRule)
            if verb.id in ("hebben", "zijn")
            for form in (verb.id, *verb.present)
        )
        self.phrases = sorted((word for word in self.words if " " in word), key=len, reverse=True)
        self.numbers = {
            word: value for word, found in self.words.items() for kind, value in found if kind == "number"
        }

    def read(self, text: str) -> list[Word]:
        """Return the words of an expression, fillers left out; an unknown word has category ``unknown``."""
        text = text.lower().replace("’", "'").replace("‘", "'")
        return [word for word in self._scan(text) if word.category != "filler"]

    def knows(self, text: str) -> bool:
        """Whether an expression holds any word of time: ``wapenbezit`` holds none, whatever a tagger says."""
        return any(word.category != "unknown" for word in self.read(text))

    def categories_of(self, word: str) -> frozenset[str]:
        """Return everything that a word (lower case) may do."""
        return frozenset(category for category, _ in self.words.get(word, []))

    def _scan(self, text: str) -> Iterator[Word]:
        at = 0
        while at < len(text):
            phrase = next((phrase for phrase in self.phrases if text.startswith(phrase, at)), None)
            digits = _DIGITS.match(text, at)
            letters = _LETTERS.match(text, at)
            if phrase is not None:
                yield self._look_up(phrase)
                at += len(phrase)
            elif digits is not None:
                yield Word(digits.lastgroup or "", digits[digits.lastgroup or 0], digits.group())
                at = digits.end()
            elif letters is not None:
                yield from self._take_apart(letters.group())
                at = letters.end()
            else:
                at += 1

    def _look_up(self, word: str, category: str | None = None) -> Word:
        """A word's first meaning in the lexicon, or the one of ``category`` where it has that."""
        meanings = self.words[word]
        chosen = next((meaning for meaning in meanings if meaning[0] == category), meanings[0])
        return Word(*chosen, word)

    def _take_apart(self, word: str) -> list[Word]:
        if word in self.words:
            return [self._look_up(word)]
        parts = self._split(word, _MAX_PARTS)
        if parts is not None:
            return parts
        number = self._read_number(word)
        return [Word("number", number, word)] if number else [Word("unknown", "", word)]

    def _split(self, word: str, parts: int) -> list[Word] | None:
        """``zaterdagavond`` → Saturday, evening (``zaterdagmorgen`` → morning): longest beginning first."""
        for length in range(len(word) - 2, 1, -1):
            head, tail = word[:length], word[length:]
            first = self._look_up(head) if head in self.words else self._number_word(head)
            if first is None or first.category == "filler":
                continue
            if tail in self.words:
                return [first, self._look_up(tail, "daypart")]
            rest = self._split(tail, parts - 1) if parts > 2 else None
            if rest is not None:
                return [first, *rest]
        return None

    def _number_word(self, word: str) -> Word | None:
        number = self._read_number(word)
        return Word("number", number, word) if number else None

    def _read_number(self, word: str) -> str | None:
        """``vierentwintig`` → 24: unit, ``en`` or ``ën``, ten."""
        return self.numbers.get(word) or read_compound_number(word, self.numbers)


def read_compound_number(word: str, numbers: Mapping[str, str]) -> str | None:
    """Return the value of ``eenentwintig`` … ``negenennegentig``, or None."""
    match = re.fullmatch(r"(\w+?)(?:en|ën)(\w+tig)", word)
    if match is None or match[1] not in numbers or match[2] not in numbers:
        return None
    return str(int(numbers[match[1]]) + int(numbers[match[2]]))
