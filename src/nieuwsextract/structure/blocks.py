"""Text → blocks: headline, headings, paragraphs, and the lines that are no running text."""

from dataclasses import dataclass, field
from typing import Any

from nieuwsextract.rules import RuleSet
from nieuwsextract.structure.lines import BlockKind, find_authors, find_dateline, find_publisher, read_line
from nieuwsextract.structure.paragraphs import Paragraph, divide_paragraphs, ends_sentence
from nieuwsextract.structure.patterns import Patterns, patterns_of

MAX_HEADLINE = 160
MAX_HEADING = 60
#: Words; what follows a title mark and is shorter is the page's section (``<title> BUITENLAND``).
MIN_TITLE_WORDS = 4


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
    for paragraph in divide_paragraphs(text):
        if paragraph.tag == "headline":
            blocks.append(Block("headline", paragraph.start, paragraph.end))
        elif paragraph.tag == "mark":
            blocks.append(Block("navigation", paragraph.start, paragraph.end))
        elif paragraph.tag == "title":
            blocks += _divide_title(text, paragraph, patterns, metadata)
        else:
            blocks += _divide(text, paragraph.start, paragraph.end, patterns, metadata)
    blocks = _mark_headline(text, blocks, headline)
    blocks = _mark_headings(text, blocks)
    blocks = _mark_place_lines(text, blocks, metadata)
    blocks = _mark_author_line(text, blocks, metadata, patterns)
    blocks = _mark_links(text, blocks, patterns)
    for block in blocks:
        if block.kind == "headline":
            metadata["headline"] = " ".join(text[block.start : block.end].split())
    return Structure(blocks, metadata)


def _divide_title(text: str, title: Paragraph, patterns: Patterns, metadata: dict[str, Any]) -> list[Block]:
    """What follows a title mark: publisher, headline and, on pages in one line, the dateline and the rest."""
    start, end = title.start, title.end
    if len(text[start:end].split()) < MIN_TITLE_WORDS:
        return [Block("navigation", start, end)]
    blocks: list[Block] = []
    publisher = find_publisher(text[start:end])
    if publisher is not None:
        metadata.setdefault("publisher", publisher.name)
        if publisher.leads:
            blocks += _without_blanks(text, "source", start, start + publisher.end)
            start += publisher.end
    cut = find_dateline(text[start:end], MAX_HEADLINE, patterns)
    if cut is not None:
        rest = _divide(text, start + cut, end, patterns, metadata)
        return [*blocks, *_without_blanks(text, "headline", start, start + cut), *rest]
    if end - start > MAX_HEADLINE:
        return [*blocks, *_divide(text, start, end, patterns, metadata)]
    if publisher is not None and not publisher.leads:
        cut = start + publisher.start
        head = start + len(text[start:cut].rstrip(" |-–"))
        source = _without_blanks(text, "source", cut, end)
        return [*blocks, *_without_blanks(text, "headline", start, head), *source]
    return [*blocks, Block("headline", start, end)]


def _without_blanks(text: str, kind: BlockKind, start: int, end: int) -> list[Block]:
    """The block between two places, or none where there are only blanks."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return [Block(kind, first, start + len(piece.rstrip()))] if piece.strip() else []


def _divide(text: str, start: int, end: int, patterns: Patterns, metadata: dict[str, Any]) -> list[Block]:
    """One paragraph → its blocks: what stands before the running text, and the rest."""
    blocks: list[Block] = []
    while start < end:
        found = read_line(text[start:end], patterns)
        if found is None:
            return [*blocks, Block("paragraph", start, end)]
        for name, value in found.metadata.items():
            metadata.setdefault(name, value)
        blocks += _without_blanks(text, found.kind, start, start + found.end)
        rest = text[start + found.end : end]
        start = end - len(rest.lstrip())
    return blocks


def _mark_headline(text: str, blocks: list[Block], headline: str | None) -> list[Block]:
    """The first paragraph is the headline when the source says so or when it looks like one."""
    first = next((i for i, block in enumerate(blocks) if block.kind in ("paragraph", "headline")), None)
    if first is None or blocks[first].kind == "headline":
        return blocks
    line = text[blocks[first].start : blocks[first].end]
    given = headline is not None and line.split() == headline.split()
    body_follows = any(block.kind in ("paragraph", "dateline") for block in blocks[first + 1 :])
    looks = len(line) <= MAX_HEADLINE and not line.endswith((".", ":", ",", ";"))
    if given or (headline is None and looks and body_follows and not _follows(blocks, first, "dateline")):
        blocks[first] = Block("headline", blocks[first].start, blocks[first].end)
    return blocks


def _mark_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Crossheads: short lines in the body without a sentence's end, with text after them."""
    for index, block in enumerate(blocks[:-1]):
        line = text[block.start : block.end]
        looks = len(line) <= MAX_HEADING and line[0].isupper() and line[-1].isalnum()
        body = not _follows(blocks, index, "dateline") and not ends_sentence(line)
        if block.kind == "paragraph" and looks and body:
            blocks[index] = Block("heading", block.start, block.end)
    return blocks


def _mark_place_lines(text: str, blocks: list[Block], metadata: dict[str, Any]) -> list[Block]:
    """A place alone on a line between the byline and the text is a dateline."""
    for index, block in enumerate(blocks[:-1]):
        line = text[block.start : block.end]
        alone = block.kind in ("heading", "headline") and len(line.split()) == 1 and line.istitle()
        if alone and _follows(blocks, index, "byline"):
            blocks[index] = Block("dateline", block.start, block.end)
            metadata.setdefault("dateline_place", line)
    return blocks


def _mark_author_line(
    text: str, blocks: list[Block], metadata: dict[str, Any], patterns: Patterns
) -> list[Block]:
    """Names alone under the headline, and nowhere else in the text, are a byline."""
    for index, block in enumerate(blocks):
        line = text[block.start : block.end]
        if block.kind == "heading" and _follows(blocks, index, "headline") and text.count(line) == 1:
            authors = find_authors(line, patterns)
            if authors:
                blocks[index] = Block("byline", block.start, block.end)
                metadata.setdefault("authors", authors)
    return blocks


def _mark_links(text: str, blocks: list[Block], patterns: Patterns) -> list[Block]:
    """``Meer nieuws:`` and the lines after it that are no sentences."""
    listing = False
    for index, block in enumerate(blocks):
        line = text[block.start : block.end]
        if patterns.links.match(line) and len(line) <= MAX_HEADING:
            listing = True
        elif len(line) > MAX_HEADLINE or (ends_sentence(line) and line[0].isalpha()):
            listing = False
        if listing and block.kind in ("paragraph", "heading"):
            blocks[index] = Block("navigation", block.start, block.end)
    return blocks


def _follows(blocks: list[Block], index: int, kind: BlockKind) -> bool:
    return index > 0 and blocks[index - 1].kind == kind
