"""Sentences that respect quotation marks: ``"Ja. Nee", zei hij.`` is one sentence around two.

A *region* is the running text, or the inside of one quotation. Every region has its own sentences, in which
the quotations directly inside it count as one unit. Sentence ends are read from the text: the parser's are
least reliable where people speak.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from nieuwsextract.pipeline.words import words_of
from nieuwsextract.quotation import Quotation, find_quotations

Chars = tuple[int, int]

#: Tokens and quotations: what is longer is no sentence, and is cut.
MAX_UNITS = 250
_SENTENCE_END = (".", "!", "?", "…")
_ENDS = frozenset((*_SENTENCE_END, "..."))


@dataclass(eq=False)
class Marked:
    """A quotation in tokens: ``start`` is the opening mark, ``end`` one past the closing one."""

    start: int
    end: int
    quotation: Quotation
    text: str
    sentences: "list[Sentence]" = field(default_factory=list)

    @property
    def content(self) -> Chars:
        """Return the characters between the marks."""
        return self.quotation.content

    @property
    def reads_like_speech(self) -> bool:
        """Whether it begins like a sentence and has three words, or ends like one."""
        return self.text[0].isupper() and (self.text.count(" ") >= 2 or self.text[-1] in ".!?…")


@dataclass(eq=False)
class Sentence:
    """Tokens ``start`` to ``end`` (exclusive) of one region, and the quotations directly inside.

    ``own`` are the indexes of the tokens that stand in no quotation inside this sentence. ``previous`` is
    the one before it in its block and region; the first of the running text in a block has ``lead``, the last
    of the block before.
    """

    start: int
    end: int
    block: int
    kind: str
    region: Marked | None
    children: list[Marked] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    previous: "Sentence | None" = None
    lead: "Sentence | None" = None


@dataclass
class Reading:
    """The doc's sentences in text order (of all regions) and its quotations."""

    doc: Doc
    sentences: list[Sentence]
    quotations: list[Marked]


def read_sentences(doc: Doc) -> Reading:
    """Divide a doc; needs ``doc._.nieuws_layout`` for the blocks, else takes lines."""
    blocks = [b for b in doc._.nieuws_layout["blocks"] if b["kind"] in ("headline", "heading", "paragraph")]
    words = words_of(doc)
    text, starts = words.text, words.starts
    spans = [(b["start"], b["end"]) for b in blocks] or _lines(text)
    kinds = [b["kind"] for b in blocks] or ["paragraph"] * len(spans)
    marked = [
        Marked(bisect_left(starts, q.open[0]), bisect_left(starts, q.outer[1]), q, text[slice(*q.content)])
        for q in find_quotations(text, spans)
    ]
    marked = [m for m in marked if m.start < m.end]
    divider = _Divider(doc, words.forms, _nest(marked))
    sentences: list[Sentence] = []
    lead: Sentence | None = None
    for number, (start, end) in enumerate(spans):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        divided = divider.divide(number, kinds[number], first, last)
        outer = [sentence for sentence in divided if sentence.region is None]
        if outer:
            outer[0].lead, lead = lead, outer[-1]
        sentences += divided
    return Reading(doc, sentences, marked)


def _lines(text: str) -> list[Chars]:
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((at, at + len(line.rstrip())))
        at += len(line)
    return spans


def _nest(marked: Sequence[Marked]) -> dict[int | None, list[Marked]]:
    """Quotations by the one that holds them (its id), in text order; None holds the outermost."""
    nested: dict[int | None, list[Marked]] = {None: []}
    stack: list[Marked] = []
    for item in marked:
        while stack and stack[-1].end <= item.start:
            stack.pop()
        nested.setdefault(id(stack[-1]) if stack else None, []).append(item)
        stack.append(item)
    return nested


@dataclass(frozen=True)
class _Divider:
    """Divides the blocks of one doc; ``nested`` holds the quotations by the one around them."""

    doc: Doc
    forms: list[str]
    nested: dict[int | None, list[Marked]]

    def divide(self, block: int, kind: str, first: int, last: int) -> list[Sentence]:
        """Return the sentences of a block, each followed by those inside its quotations."""
        return self._divide(Sentence(first, first, block, kind, None), last)

    def _divide(self, current: Sentence, last: int) -> list[Sentence]:
        """Fill sentences one after the other, ``current`` first, up to a token."""
        region = current.region
        held = self.nested.get(id(region) if region else None, [])
        first = bisect_left(held, current.start, key=_start_of)
        inside = held[first : bisect_left(held, last, key=_start_of)]
        beginning = {m.start: m for m in inside}
        found: list[Sentence] = []
        for unit in _units(current.start, last, inside):
            ends = self._add(current, unit, last)
            full = len(current.own) + len(current.children) >= MAX_UNITS
            if full or (ends and _begins(self.doc, current.end, last, beginning)):
                found.append(current)
                current = Sentence(
                    current.end, current.end, current.block, current.kind, region, previous=current
                )
        if current.end > current.start:
            found.append(current)
        return [one for sentence in found for one in (sentence, *self._inside(sentence))]

    def _add(self, sentence: Sentence, unit: "int | Marked", last: int) -> bool:
        """Add a token or quotation to a sentence; whether it ends one."""
        if isinstance(unit, Marked):
            sentence.children.append(unit)
            sentence.end = min(unit.end, last)
            return unit.text[-1] in _SENTENCE_END
        sentence.own.append(unit)
        sentence.end = unit + 1
        return self.forms[unit] in _ENDS

    def _inside(self, sentence: Sentence) -> list[Sentence]:
        for child in sentence.children:
            first = Sentence(child.start + 1, child.start + 1, sentence.block, sentence.kind, child)
            child.sentences = self._divide(first, child.end - 1 if child.quotation.close else child.end)
        return [one for child in sentence.children for one in child.sentences]


def _units(first: int, last: int, inside: Sequence[Marked]) -> Iterator["int | Marked"]:
    """Single tokens, and whole quotations."""
    at = first
    for item in inside:
        yield from range(at, item.start)
        yield item
        at = max(at, item.end)
    yield from range(at, last)


def _start_of(item: Marked) -> int:
    return item.start


def _begins(doc: Doc, at: int, last: int, beginning: dict[int, Marked]) -> bool:
    """Whether a sentence can begin at this token."""
    while at < last and doc[at].is_space:
        at += 1
    if at >= last:
        return True
    text = beginning[at].text if at in beginning else doc[at].text
    return text[0].isupper() or text[0].isdigit() or (not text[0].isalnum() and text[0] not in ",;:)]-–—")
