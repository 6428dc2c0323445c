"""Tokens in linear time where nothing separates the characters: a run of thousands of quotation marks.

spaCy splits suffixes off one by one and searches the whole rest for each. No suffix is longer than what is
searched here, but for runs of one character, which are cut into pieces.
"""

import re

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

#: Characters at the end of a string in which a suffix is sought.
_REACH = 256


class _Tail:
    """A compiled pattern that looks at the end of a string only; saved as the pattern that it is."""

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.pattern = compiled.pattern
        self._search = compiled.search

    def search(self, text: str) -> re.Match[str] | None:
        """The suffix of a string; only the length of the match counts for the tokenizer."""
        return self._search(text[-_REACH:])


def seek_suffixes_at_the_end(nlp: Language) -> None:
    """Give a tokenizer of spaCy's own the quicker search, in place; others stay as they are."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    compiled = getattr(tokenizer.suffix_search, "__self__", None)
    if isinstance(compiled, re.Pattern):
        tokenizer.suffix_search = _Tail(compiled).search
