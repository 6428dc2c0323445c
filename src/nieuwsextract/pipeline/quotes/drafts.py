"""A quote while it is being made, and the stretches of text that it is made of."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.sentences import Chars, Marked, Sentence

_OPENING = frozenset("\"“„‟«‘‚'`,")
_TRAILING = frozenset(".,;:!?…–—- ")


@dataclass(frozen=True)
class Source:
    """A noun phrase that speaks: tokens ``start`` to ``end`` (exclusive), and its head."""

    start: int
    end: int
    head: int


@dataclass(eq=False)
class Draft:
    """One quote before overlaps are settled and its speaker is looked up."""

    quote_type: str
    content: list[Chars]
    sentence: Sentence
    rule: str
    confidence: float
    cue: list[Chars] = field(default_factory=list)
    cue_lemma: str | None = None
    cue_class: str | None = None
    source: Source | None = None
    addressee: Source | None = None
    marked: list[Marked] = field(default_factory=list)
    follows: "Draft | None" = None

    @property
    def start(self) -> int:
        """Return the first character of the content."""
        return self.content[0][0]

    @property
    def size(self) -> int:
        """Return the number of characters of the content."""
        return sum(end - start for start, end in self.content)


def with_cue(doc: Doc, draft: Draft, cue: Cue) -> Draft:
    """Name the cue of a draft."""
    draft.cue = group_spans(doc, cue.tokens)
    draft.cue_lemma, draft.cue_class = cue.rule.lemma, cue.rule.cue_class
    return draft


def stretch(doc: Doc, start: int, end: int) -> Chars | None:
    """Return the characters of tokens without blanks, punctuation or a dateline at the edges, or None."""
    start = _after_dateline(doc, start, end)
    while start < end and (doc[start].is_space or doc[start].text in (",", ";", ":", "-", "–", "—", ".")):
        start += 1
    while end > start and (doc[end - 1].is_space or (set(doc[end - 1].text) <= _TRAILING)):
        end -= 1
    if start >= end:
        return None
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _after_dateline(doc: Doc, start: int, end: int) -> int:
    """``Antwerpen - Na de inval …``: the first token after a place and a dash, else ``start``."""
    at = start
    while at < end and doc[at].ent_type_ == "GPE":
        at += 1
    dashed = start < at < end - 1 and doc[at].text in ("-", "–", "—") and doc[at + 1].text[0].isupper()
    return at + 1 if dashed else start


def reported(
    doc: Doc, spans: list[tuple[int, int]], inside: list[Marked]
) -> tuple[str, list[Chars], list[Marked]]:
    """Return type, content and quotation marks used of a paraphrase that stands in these tokens.

    A paraphrase that is all in quotation marks loses them; one with a part in marks keeps them and is mixed.
    """
    content: list[Chars] = []
    used: list[Marked] = []
    for start, end in spans:
        chars = stretch(doc, start, end)
        if chars is None:
            continue
        held = [m for m in inside if m.start < end and start < m.end]
        used += held
        for item in held:
            first, last = item.quotation.outer
            if first <= chars[0] and chars[1] <= last:
                chars = item.content
            elif chars[1] < last <= chars[1] + 2:
                chars = (chars[0], last)
        content.append(chars)
    return ("mixed" if used else "indirect"), content, used


def group_spans(doc: Doc, tokens: list[int]) -> list[Chars]:
    """Return the characters of a cue, neighbouring tokens joined."""
    spans: list[Chars] = []
    previous = -2
    for index in tokens:
        token = doc[index]
        end = token.idx + len(token)
        if index == previous + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((token.idx, end))
        previous = index
    return spans
