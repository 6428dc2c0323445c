"""A doc's words and parse as plain lists, read once: asking spaCy's tokens one by one costs many times more.

``words_of`` keeps those of the doc asked about last; every component of ours begins with ``make_askable``,
which forgets them when the doc has changed since.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from spacy.tokens import Doc

#: What may change in a doc while its words stay.
_PARSE: list[int | str] = ["HEAD", "DEP", "POS", "MORPH", "LEMMA"]
#: spaCy's number of a string → the string; the numbers are the same in all vocabularies.
_STRINGS: dict[int, str] = {}
_MOST_STRINGS = 500_000


class Words:
    """Lists with an item a token; ``heads`` and ``children`` are token indexes, a root is its own head."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._parse: Any = doc.to_array(_PARSE)

    def is_current(self) -> bool:
        """Whether the doc still has the parse that was read."""
        return np.array_equal(self._parse, self._doc.to_array(_PARSE))

    @cached_property
    def text(self) -> str:
        """The doc's text, which spaCy puts together anew at each look."""
        ends = self._doc.to_array("SPACY").tolist()
        return "".join([form + " " if blank else form for form, blank in zip(self.forms, ends, strict=True)])

    @cached_property
    def forms(self) -> list[str]:
        """The words as they stand."""
        return self._decode(self._doc.to_array("ORTH"))

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return self._decode(self._doc.to_array("LOWER"))

    @cached_property
    def tags(self) -> list[str]:
        """Universal parts of speech."""
        return self._decode(self._parse[:, 2])

    @cached_property
    def relations(self) -> list[str]:
        """Each word's relation to its head."""
        return self._decode(self._parse[:, 1])

    @cached_property
    def features(self) -> list[dict[str, tuple[str, ...]]]:
        """Morphological features: name → values."""
        return list(map(_read_features, self._decode(self._parse[:, 3])))

    @cached_property
    def heads(self) -> list[int]:
        """What each word hangs on."""
        heads: list[int] = (self._parse[:, 0].astype("int64") + np.arange(len(self._doc))).tolist()
        return heads

    @cached_property
    def children(self) -> list[list[int]]:
        """What hangs on each word, in text order."""
        found: list[list[int]] = [[] for _ in self.heads]
        for index, head in enumerate(self.heads):
            if head != index:
                found[head].append(index)
        return found

    @cached_property
    def starts(self) -> list[int]:
        """The first character of each word."""
        starts: list[int] = self._doc.to_array("IDX").tolist()
        return starts

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens (end exclusive) that a stretch of characters touches."""
        return bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)

    def read(self, attribute: str) -> list[str]:
        """Return what spaCy has of each word as it is now, such as ``ENT_TYPE``."""
        return self._decode(self._doc.to_array(attribute))

    def _decode(self, numbers: Any) -> list[str]:
        """Return the strings of spaCy's numbers."""
        listed: Sequence[int] = numbers.tolist()
        try:
            return [_STRINGS[number] for number in listed]
        except KeyError:
            if len(_STRINGS) > _MOST_STRINGS:
                _STRINGS.clear()
            strings = self._doc.vocab.strings
            _STRINGS.update((number, strings[number]) for number in set(listed))
            return [_STRINGS[number] for number in listed]


@lru_cache(maxsize=1)
def words_of(doc: Doc) -> Words:
    """Return a doc's words and parse."""
    return Words(doc)


def renew_words(doc: Doc) -> None:
    """Forget what was read of a doc if its parse is another one now."""
    if not words_of(doc).is_current():
        words_of.cache_clear()


@lru_cache(maxsize=4096)
def _read_features(text: str) -> dict[str, tuple[str, ...]]:
    """``Number=Sing|Tense=Past`` → {Number: (Sing,), Tense: (Past,)}."""
    pairs = (pair.split("=") for pair in text.split("|") if "=" in pair)
    return {name: tuple(values.split(",")) for name, values in pairs}
