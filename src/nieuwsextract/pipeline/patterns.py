"""The rules' patterns, compiled to spaCy's matcher: whether one holds at a place in a doc.

The matcher reads words; what hangs on them is asked of the grammar, which sees through passives and knows
what is absent: ``DependencyMatcher`` can say neither. A pattern is compiled when a rule first asks for it.
"""

from collections.abc import Iterator
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from nieuwsextract.pipeline import relations
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.inflection import Inflection, inflection_of
from nieuwsextract.rules.patterns import Part, Pattern, Word

_TAGS = {
    "verb": ["VERB", "AUX"], "noun": ["NOUN"], "name": ["PROPN"], "adjective": ["ADJ"], "adverb": ["ADV"],
    "pronoun": ["PRON"], "number": ["NUM"], "preposition": ["ADP"], "determiner": ["DET"],
    "conjunction": ["CCONJ", "SCONJ"],
}  # fmt: skip


class Patterns:
    """The patterns of a rule set's rules."""

    def __init__(self, rules: RuleSet) -> None:
        self._inflection = inflection_of(rules)
        self._matchers: dict[Word, Matcher] = {}
        self._vocab: Vocab | None = None

    def hold(self, pattern: Pattern | None, doc: Doc, start: int, end: int) -> bool:
        """Whether a pattern (None: always) holds of the words at tokens ``start`` to ``end``, exclusive."""
        return pattern is None or next(self.unmet(pattern, doc, start, end), None) is None

    def unmet(self, pattern: Pattern, doc: Doc, start: int, end: int) -> Iterator[str]:
        """Yield the parts of a pattern that do not hold, as a rule writer knows them."""
        head = doc[start:end].root
        if not pattern.is_any and not self._fits(pattern, doc[head.i : head.i + 1]):
            yield f"pattern: {_describe(pattern)}"
        for part in pattern.has:
            if not self._has(part, head.i, doc):
                yield f"pattern: has {_describe(part)}"
        for part in pattern.lacks:
            if self._has(part, head.i, doc):
                yield f"pattern: lacks {_describe(part)}"
        if pattern.before and not self._fits(pattern.before, _before(doc, start, pattern.within)):
            yield f"pattern: before {_describe(pattern.before)}"
        if pattern.after and not self._fits(pattern.after, _after(doc, end, pattern.within)):
            yield f"pattern: after {_describe(pattern.after)}"

    def _has(self, part: Part, at: int, doc: Doc) -> bool:
        found = relations.standing_as(doc[at], part.role)
        return any(part.is_any or self._fits(part, doc[token.i : token.i + 1]) for token in found)

    def _fits(self, word: Word, span: Span) -> bool:
        """Whether one of the tokens is such a word; a doc without lemmas or tags still has its forms."""
        if not len(span):
            return False
        if span.vocab is not self._vocab:
            self._matchers, self._vocab = {}, span.vocab
        matcher = self._matchers.get(word)
        if matcher is None:
            matcher = Matcher(span.vocab)
            matcher.add("word", [[token] for token in _tokens(word, self._inflection)])
            self._matchers[word] = matcher
        return bool(matcher(span, allow_missing=True))


def _tokens(word: Word, inflection: Inflection) -> Iterator[dict[str, Any]]:
    """What the matcher is to look for: a lemma by the lemmatiser's word or by any of its forms."""
    token: dict[str, Any] = {}
    spelled = {form.lower() for form in word.form}
    if word.pos:
        token["POS"] = {"IN": [tag for pos in word.pos for tag in _TAGS[pos]]}
    if spelled:
        token["LOWER"] = {"IN": sorted(spelled)}
    if not word.lemma:
        yield token
        return
    yield {**token, "LEMMA": {"IN": list(word.lemma)}}
    forms = {form for lemma in word.lemma for form in inflection.all_forms(lemma.lower())}
    yield {**token, "LOWER": {"IN": sorted(forms & spelled if spelled else forms)}}


def _before(doc: Doc, start: int, within: int) -> Span:
    first = start
    while first > 0 and start - first < within and doc[first].is_sent_start is not True:
        first -= 1
    return doc[first:start]


def _after(doc: Doc, end: int, within: int) -> Span:
    last = end
    while last < len(doc) and last - end < within and doc[last].is_sent_start is not True:
        last += 1
    return doc[end:last]


def _describe(word: Word) -> str:
    asked = [("lemma", word.lemma), ("form", word.form), ("pos", word.pos)]
    shown = [f"{name} {' or '.join(values)}" for name, values in asked if values]
    return ", ".join([word.role, *shown] if isinstance(word, Part) else shown)
