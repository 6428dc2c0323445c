"""Text → blocks: headline, headings, paragraphs, and the lines that are no running text."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from nieuwsextract.rules import RuleSet
from nieuwsextract.structure.lines import MAX_META_LINE, read_line
from nieuwsextract.structure.patterns import Patterns, patterns_of

BlockKind = Literal["headline", "heading", "paragraph", "dateline", "date", "source", "byline", "navigation"]

MAX_HEADLINE = 160
MAX_HEADING = 60
#: Editors and mail programs wrap lines from about this width on.
MIN_WRAPPED_LINE = 55

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")


@dataclass(frozen=True)
class Block:
    """One stretch of the text, in characters, ``end`` exclusive, without blanks at its edges."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True)
class Structure:
    """The blocks in text order, and what the text says about the article itself."""

    blocks: list[Block]
    metadata: dict[str, Any] = field(default_factory=dict)


def read_structure(text: str, rules: RuleSet, headline: str | None = None) -> Structure:
    """Divide ``text`` into blocks; ``headline`` is the one the source gave, if it did."""
    patterns = patterns_of(rules)
    metadata: dict[str, Any] = {}
    blocks: list[Block] = []
    for start, end in _paragraphs(text):
        blocks += _divide(text, start, end, patterns, metadata)
    blocks = _mark_headline(text, blocks, headline)
    blocks = _mark_headings(text, blocks)
    for block in blocks:
        if block.kind == "headline":
            metadata["headline"] = " ".join(text[block.start : block.end].split())
    return Structure(blocks, metadata)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines, with the lines that an editor wrapped joined again."""
    found: list[tuple[int, int]] = []
    previous_length = 0
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        if found and _is_wrapped(text, found[-1][1], start, previous_length):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        previous_length = end - start
    return found


def _is_wrapped(text: str, before: int, start: int, previous_length: int) -> bool:
    """Whether the line at ``start`` goes on with the sentence that the line before broke off."""
    gap = text[before:start]
    if gap.count("\n") > 1 or gap.count("\r") > 1 or previous_length < MIN_WRAPPED_LINE:
        return False
    if previous_length > MAX_META_LINE:
        return text[start].islower()
    return text[start].islower() or not _SENTENCE_END.search(text[max(0, before - 4) : before])


def _divide(text: str, start: int, end: int, patterns: Patterns, metadata: dict[str, Any]) -> list[Block]:
    """One paragraph → its blocks: what stands before the running text, and the rest."""
    blocks: list[Block] = []
    while start < end:
        found = read_line(text[start:end], patterns)
        if found is None:
            return [*blocks, Block("paragraph", start, end)]
        for name, value in found.metadata.items():
            metadata.setdefault(name, value)
        blocks.append(Block(found.kind, start, start + found.end))
        rest = text[start + found.end : end]
        start = end - len(rest.lstrip())
    return blocks


def _mark_headline(text: str, blocks: list[Block], headline: str | None) -> list[Block]:
    """The first paragraph is the headline when the source says so or when it looks like one."""
    first = next((i for i, block in enumerate(blocks) if block.kind == "paragraph"), None)
    if first is None:
        return blocks
    line = text[blocks[first].start : blocks[first].end]
    given = headline is not None and line.split() == headline.split()
    body_follows = any(block.kind in ("paragraph", "dateline") for block in blocks[first + 1 :])
    looks = len(line) <= MAX_HEADLINE and not line.endswith((".", ":", ",", ";"))
    if given or (headline is None and looks and body_follows and not _follows_dateline(blocks, first)):
        blocks[first] = Block("headline", blocks[first].start, blocks[first].end)
    return blocks


def _mark_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Crossheads: short lines in the body without a sentence's end, with text after them."""
    for index, block in enumerate(blocks[:-1]):
        line = text[block.start : block.end]
        looks = len(line) <= MAX_HEADING and line[0].isupper() and line[-1].isalnum()
        if block.kind == "paragraph" and looks and not _follows_dateline(blocks, index):
            blocks[index] = Block("heading", block.start, block.end)
    return blocks


def _follows_dateline(blocks: list[Block], index: int) -> bool:
    return index > 0 and blocks[index - 1].kind == "dateline"
