"""Tokens in linear time where nothing separates the characters: a run of thousands of quotation marks.

spaCy splits suffixes off one by one and searches the whole rest for each. No suffix is longer than what is
searched here, but for runs of one character, which are cut into pieces.
"""

import re
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.vocab import Vocab

#: Characters at the end of a string in which a suffix is sought.
_REACH = 256
#: What a saved tokenizer's patterns do.
_PATTERNS = {
    "prefix_search": "search", "suffix_search": "search", "infix_finditer": "finditer",
    "token_match": "match", "url_match": "match",
}  # fmt: skip


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


def read_tokenizer(vocab: Vocab, saved: bytes) -> Tokenizer:
    """The tokenizer that spaCy saved, with the quicker search.

    A tokenizer goes through its thousands of exceptions again for each pattern that it is given later.

    Raises:
        ValueError, TypeError, AttributeError, re.error: the bytes are damaged.
    """
    data: dict[str, Any] = srsly.msgpack_loads(saved)
    given = {}
    for name, method in _PATTERNS.items():
        if isinstance(data.get(name), str):
            compiled = re.compile(data[name])
            given[name] = getattr(_Tail(compiled) if name == "suffix_search" else compiled, method)
    return Tokenizer(
        vocab, rules=data.get("exceptions"), faster_heuristics=data.get("faster_heuristics", True), **given
    )
