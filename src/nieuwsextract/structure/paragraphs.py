"""Raw text → paragraphs: lines, wrapped ones joined again, cut where a page's markup was left in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

#: Editors and mail programs wrap lines from about this width on.
MIN_WRAPPED_LINE = 55
#: A longer line was not wrapped by anybody, nor is the text around it.
MAX_WRAPPED_LINE = 120
#: A wrapped line is nearly as long as the longest: this share of it.
NEARLY_FULL = 0.75

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TAG = re.compile(r"</?(title|titel|text|tekst|body|p|br|lead|kop|headline) ?/?>", re.IGNORECASE)
#: Labels of archive exports: ``HEADLINE: …``.
_LABEL = re.compile(r"\s*(?:HEADLINE|KOP|TITEL|TITLE):(?=\s*\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_TITLE_TAGS = {"title", "titel", "kop", "headline"}


@dataclass(frozen=True)
class Paragraph:
    """Characters, ``end`` exclusive; ``tag``: ``mark`` for markup or a label, else what one announces."""

    start: int
    end: int
    tag: str | None = None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: a full stop or its like, closing marks after it."""
    return _SENTENCE_END.search(text[-4:]) is not None


def divide_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order, without blanks at their edges."""
    lines = list(_pieces(text))
    width = _wrapped_width(text, lines)
    found: list[Paragraph] = []
    previous = 0
    for line in lines:
        if found and line.tag is None and _goes_on(text, found[-1], line, previous, width):
            found[-1] = Paragraph(found[-1].start, line.end)
        else:
            found.append(line)
        previous = line.end - line.start
    return found


def _pieces(text: str) -> Iterator[Paragraph]:
    """Lines, cut at markup."""
    for line in _LINE.finditer(text):
        start, tag = line.start(), None
        if label := _LABEL.match(text, line.start(), line.end()):
            yield from _stripped(text, label.start(), label.end(), "mark")
            start, tag = label.end(), "headline"
        for mark in _TAG.finditer(text, line.start(), line.end()):
            yield from _stripped(text, start, mark.start(), tag)
            yield Paragraph(mark.start(), mark.end(), "mark")
            opens_title = mark[1].lower() in _TITLE_TAGS and mark.group()[1] != "/"
            start, tag = mark.end(), "title" if opens_title else "text"
        yield from _stripped(text, start, line.end(), tag)


def _stripped(text: str, start: int, end: int, tag: str | None) -> Iterator[Paragraph]:
    piece = text[start:end]
    if piece.strip():
        yield Paragraph(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), tag)


def _wrapped_width(text: str, lines: list[Paragraph]) -> int:
    """The longest line of a text that was wrapped; 0 for any other text.

    It was when no line is very long and a sentence goes on in lower case at least twice.
    """
    longest = max((line.end - line.start for line in lines), default=0)
    broken = sum(
        text[other.start].islower()
        and one.end - one.start >= MIN_WRAPPED_LINE
        and _are_neighbours(text, one, other)
        for one, other in pairwise(lines)
    )
    return longest if broken > 1 and longest <= MAX_WRAPPED_LINE else 0


def _are_neighbours(text: str, one: Paragraph, other: Paragraph) -> bool:
    gap = text[one.end : other.start]
    return gap.count("\n") <= 1 and gap.count("\r") <= 1


def _goes_on(text: str, before: Paragraph, line: Paragraph, previous: int, width: int) -> bool:
    """Whether a line goes on with the sentence that the line before (``previous`` long) broke off."""
    if before.tag is not None or not _are_neighbours(text, before, line):
        return False
    if text[line.start].islower() and not ends_sentence(text[before.start : before.end]):
        return True
    # In wrapped text a paragraph ends in a short line or a blank one: a full line goes on, full stop or not.
    return width > 0 and previous >= NEARLY_FULL * width
