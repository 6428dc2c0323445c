"""Quotation marks → the stretches between them. String work only: linear, never raises.

Dutch news uses „ ” “ " ,, '' « » around speech and ‘ ’ ' around speech, titles and words; the same signs
stand for apostrophes (``foto's``, ``'s avonds``, ``Hans' fiets``), and pages mix, forget and misplace them.
Glyph, neighbours and what is open decide what a mark does, paragraph by paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Literal

Chars = tuple[int, int]
Family = Literal["double", "single"]

_MARK = re.compile(r",,(?!,)|''|``|´´|‚‚|‘‘|’’|[\"“”„‟«»‘’‚‛'`´‹›]")
#: Where low marks open, one straight and one curly single mark side by side close: ``,,Kom eens.’'``
_LOW = re.compile(r",,|„|‚‚")
_MARK_AFTER_LOW = re.compile(rf"’'|'’|{_MARK.pattern}")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SINGLE = "‘’‚‛'`´‹›"
#: Glyphs that only open; ``“`` and ``‘`` open unless they end a quotation begun low: „…“, ‚…‘.
_ONLY_OPENS = {"„", ",,", "‚‚", "``", "‟", "‚", "‛", "‘‘"}
_MOSTLY_OPENS = {"“": ("„", ",,", "‚‚"), "‘": ("‚",), "«": ("»",), "‹": ("›",)}
_ONLY_CLOSES = {"´´", "’’", "’'", "'’"}
#: Quotations of one kind of mark within each other.
_DEEPEST = 3
#: Shortened words that begin with an apostrophe: 's avonds, 't, 'n, 'k, '80.
_CLITIC = re.compile(r"(?:s|t|n|k|m|r|d|ie|em|er|\d\d|[STNK](?= ))(?!\w)")
_BEFORE_OPENING = frozenset("([{-–—/:;,.…>*=")
_AFTER_CLOSING = frozenset(".,;:!?…)]}-–—/")


@dataclass(frozen=True)
class Quotation:
    """A stretch between two marks: all positions are characters, ends exclusive.

    ``content`` leaves out marks and blanks at its edges; ``close`` is None where the paragraph's end closes.
    ``depth`` counts the quotations around it. ``resumes``: the paragraph before ended in an open quotation
    and this one begins its own with a mark, so that the same speaker goes on.
    """

    open: Chars
    close: Chars | None
    content: Chars
    family: Family
    depth: int = 0
    resumes: bool = False

    @property
    def outer(self) -> Chars:
        """From the opening mark to the end of the closing one."""
        return self.open[0], self.close[1] if self.close else self.content[1]


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    glyph: str
    family: Family
    can_open: bool
    can_close: bool


@dataclass(frozen=True)
class _Carried:
    """A mark that its paragraph, which ends at ``end``, left open."""

    mark: _Mark
    end: int
    resumes: bool


@dataclass
class _Paragraph:
    """The state while one paragraph is read; ``stack`` holds the open marks, the innermost last."""

    text: str
    stack: list[_Mark] = field(default_factory=list)
    found: list[Quotation] = field(default_factory=list)


def find_quotations(text: str, paragraphs: Iterable[Chars] | None = None) -> list[Quotation]:
    """Return the quotations of a text in order of their opening marks.

    ``paragraphs`` are (start, end) in order, without overlap; by default the lines of the text.
    A quotation ends with its paragraph unless the next one closes it without opening any.
    """
    found: list[Quotation] = []
    carried: _Carried | None = None
    for start, end in _lines(text) if paragraphs is None else paragraphs:
        marks = list(_read_marks(text, start, end))
        state = _Paragraph(text)
        resumes = False
        if carried and _closes_first(marks):
            state.stack.append(carried.mark)
        elif carried:
            resumes = bool(marks) and marks[0].start == start and marks[0].can_open
            found += _unclosed(text, carried.mark, carried.end, carried.resumes, resumed=resumes)
        for mark, following in zip_longest(marks, marks[1:]):
            if not _is_possessive(text, mark, following):
                _take(state, mark)
        found += [replace(q, resumes=resumes and q.open[0] == start) for q in state.found]
        left_open = _left_open(state)
        carried = _Carried(left_open, end, resumes and left_open.start == start) if left_open else None
    if carried:
        found += _unclosed(text, carried.mark, carried.end, carried.resumes)
    return _with_depth(found)


def _lines(text: str) -> Iterator[Chars]:
    return (match.span() for match in _LINE.finditer(text))


def _read_marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The marks of one paragraph that are not plainly apostrophes or commas."""
    marks = _MARK_AFTER_LOW if _LOW.search(text, start, end) else _MARK
    for match in marks.finditer(text, start, end):
        first, last = match.span()
        glyph = match.group()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        family: Family = "single" if glyph in _SINGLE else "double"
        if family == "single" and _is_apostrophe(text, match):
            continue
        if glyph == ",," and (before.isdigit() or after == "."):
            continue
        trails = text.startswith("...", last, end)
        opens, closes = _directions(glyph, before, "…" if trails and before.isspace() else after)
        if opens or closes:
            yield _Mark(first, last, glyph, family, opens, closes)


def _is_apostrophe(text: str, match: re.Match[str]) -> bool:
    """``foto's``, ``'s avonds``, ``rock 'n' roll``; the end of ``Hans'`` is left to the pairing."""
    first, last = match.span()
    before, after = text[first - 1 : first], text[last : last + 1]
    if before.isalnum() and after.isalnum():
        return True
    if match.group() not in "'’‘`´":
        return False
    ends_clitic = before == "n" and text[first - 2 : first - 1] in ("'", "’", "‘")
    return ends_clitic or (not before.isalnum() and _CLITIC.match(text, last) is not None)


def _directions(glyph: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close, from its glyph and its neighbours."""
    if glyph in _ONLY_OPENS:
        return True, False
    left_free = before.isspace() or before in _BEFORE_OPENING or _MARK.match(before) is not None
    right_free = after.isspace() or after in _AFTER_CLOSING or _MARK.match(after) is not None
    spaced = before.isspace() and after.isspace()
    opens = spaced or (left_free and not after.isspace() and after not in ".,;:!?)")
    closes = spaced or (not before.isspace() and before not in "([{" and (right_free or not opens))
    closes = closes or (before.isspace() and after in _AFTER_CLOSING)
    if glyph in _ONLY_CLOSES:
        return False, True
    if glyph in _SINGLE and before.isdigit():
        return False, closes
    return opens or (glyph in '"“' and before.isalpha() and after.isalnum()), closes


def _is_possessive(text: str, mark: _Mark, following: _Mark | None) -> bool:
    """``'Hans' fiets is weg'``: an apostrophe after s, x or z, where the next mark closes what is open."""
    if mark.family != "single" or following is None or following.can_open or following.family != "single":
        return False
    after = text[mark.end : mark.end + 2]
    return text[mark.start - 1 : mark.start] in ("s", "x", "z") and after[:1] == " " and after[1:].islower()


def _take(state: _Paragraph, mark: _Mark) -> None:
    """Let a mark close the quotation it fits, else open one, else count as an apostrophe."""
    partner = _partner(state.stack, mark)
    if mark.can_close and partner is not None and not _prefers_opening(mark, state.stack[partner]):
        opened = state.stack[partner]
        del state.stack[partner:]
        content = _trim(state.text, opened.end, mark.start)
        if content:
            state.found.append(
                Quotation((opened.start, opened.end), (mark.start, mark.end), content, opened.family)
            )
    elif mark.can_open:
        _open(state, mark)


def _partner(stack: list[_Mark], mark: _Mark) -> int | None:
    """The open mark that this one could close: the innermost, or a double one around unclosed single ones."""
    for index in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if stack[index].family == mark.family:
            return index
        if mark.family == "single":
            return None
    strong = len(stack) == 1 and stack[0].glyph in "‘‚" and mark.can_close and not mark.can_open
    return 0 if strong else None


def _prefers_opening(mark: _Mark, opened: _Mark) -> bool:
    """„ … „ and "…" "…": whether a mark that could close rather begins a new quotation."""
    lows = _MOSTLY_OPENS.get(mark.glyph)
    if lows is None or not mark.can_open:
        return False
    return opened.glyph not in lows


def _open(state: _Paragraph, mark: _Mark) -> None:
    """Push a mark; one of the same family that is still open was never closed and ends here.

    After a colon it is a quotation within the other: ``„Hij zei: „Kom.” En ik kwam.”``
    """
    same = next((i for i, other in enumerate(state.stack) if other.family == mark.family), None)
    nests = len(state.stack) < _DEEPEST and state.text[max(0, mark.start - 2) : mark.start].rstrip() == ":"
    if same is not None and not nests:
        lost = state.stack[same]
        del state.stack[same:]
        state.found += _unclosed(state.text, lost, mark.start)
    state.stack.append(mark)


def _left_open(state: _Paragraph) -> _Mark | None:
    """The outermost quotation that the paragraph leaves open."""
    return next((mark for mark in state.stack if mark.family == "double" or mark.glyph in "‘‚"), None)


def _closes_first(marks: list[_Mark]) -> bool:
    """Whether a paragraph's first double mark closes without having been opened there."""
    first = next((mark for mark in marks if mark.family == "double"), None)
    return first is not None and first.can_close and not first.can_open


def _unclosed(
    text: str, mark: _Mark, end: int, resumes: bool = False, resumed: bool = False
) -> list[Quotation]:
    """The quotation of a mark that nothing closes.

    A single one needs a colon or a line's start before it, or a next paragraph that goes on with it.
    """
    content = _trim(text, mark.end, end)
    before = text[max(0, mark.start - 2) : mark.start].rstrip(" ")
    at_start = not before or before[-1] in ":\r\n\u2028\u2029"
    if content is None or (mark.family == "single" and not ((at_start or resumed) and mark.glyph in "‘‚")):
        return []
    return [Quotation((mark.start, mark.end), None, content, mark.family, resumes=resumes)]


def _trim(text: str, start: int, end: int) -> Chars | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    ordered = sorted(found, key=lambda q: (q.open[0], -q.outer[1]))
    ends: list[int] = []
    for index, quotation in enumerate(ordered):
        while ends and ends[-1] <= quotation.open[0]:
            ends.pop()
        ordered[index] = replace(quotation, depth=len(ends))
        ends.append(quotation.outer[1])
    return ordered
