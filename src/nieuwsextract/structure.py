"""Article structure from raw text: headline, paragraphs, date and source lines, bylines, datelines.

String work only; no offset changes: a block is a pair of character positions into the text as it was read.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.schema import LayoutRule

BlockKind = Literal["headline", "heading", "paragraph", "dateline", "date", "source", "byline"]

#: A longer line is a paragraph, whatever it ends in.
MAX_HEADLINE = 160
MAX_META_LINE = 120
#: Editors and mail programs wrap lines from about this width on.
MIN_WRAPPED_LINE = 55

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_DAY_FIRST_DATE = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_AUTHOR = re.compile(r"^(?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){0,5}$")


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


@dataclass(frozen=True)
class _Patterns:
    meta: list[tuple[str, re.Pattern[str]]]
    dateline: re.Pattern[str]
    agencies: dict[str, str]
    written_date: re.Pattern[str]
    months: dict[str, int]


def read_structure(text: str, rules: RuleSet, headline: str | None = None) -> Structure:
    """Divide ``text`` into blocks; ``headline`` is the one the source gave, if it did."""
    patterns = _patterns(rules)
    metadata: dict[str, Any] = {}
    blocks: list[Block] = []
    for start, end in _paragraphs(text):
        blocks += _classify(text, start, end, patterns, metadata)
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
        if found and _is_wrapped(text, found[-1][1], start, end, previous_length):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        previous_length = end - start
    return found


def _is_wrapped(text: str, before: int, start: int, end: int, previous_length: int) -> bool:
    """Whether the line at ``start`` goes on with the sentence that the line before broke off.

    A full stop at the end of a full line may be chance: a line as long as its neighbours goes on too.
    """
    gap = text[before:start]
    if gap.count("\n") > 1 or gap.count("\r") > 1 or previous_length < MIN_WRAPPED_LINE:
        return False
    if previous_length > MAX_META_LINE:
        return text[start].islower()
    return text[start].islower() or not _SENTENCE_END.search(text[max(0, before - 4) : before])


def _classify(text: str, start: int, end: int, patterns: _Patterns, metadata: dict[str, Any]) -> list[Block]:
    """One paragraph → its block, or the date line or dateline before it and the rest."""
    line = text[start:end]
    for element, pattern in patterns.meta:
        match = pattern.match(line)
        if match is None:
            continue
        cut = _read_meta(element, line, match, patterns, metadata)
        if cut:
            kind: BlockKind = "date" if element == "date" else "source" if element == "source" else "byline"
            meta = Block(kind, start, start + len(line[:cut].rstrip()))
            rest = start + cut + len(line[cut:]) - len(line[cut:].lstrip())
            return [meta, *(_classify(text, rest, end, patterns, metadata) if rest < end else [])]
    if len(line) <= MAX_META_LINE and _is_date_line(line, patterns):
        metadata.setdefault("published", find_date(line, patterns.written_date, patterns.months))
        return [Block("date", start, end)]
    match = patterns.dateline.match(line)
    if match is None:
        return [Block("paragraph", start, end)]
    _read_dateline(match, patterns, metadata)
    return [Block("dateline", start, start + match.end()), Block("paragraph", start + match.end("gap"), end)]


def _read_meta(
    element: str, line: str, match: re.Match[str], patterns: _Patterns, metadata: dict[str, Any]
) -> int:
    """Store what a date, source or byline line says; return how many characters of it are that, or 0."""
    value = line[match.end() :].strip()
    if element == "date":
        return _read_date_line(line, match, patterns, metadata)
    if len(line) > MAX_META_LINE or not value:
        return 0
    if element == "source":
        agency = patterns.agencies.get(value.rstrip(".").lower())
        metadata.setdefault("agency" if agency else "publisher", agency or value.rstrip("."))
        return len(line)
    authors = [name.strip() for name in re.split(r",| en | & ", value)]
    if not all(_AUTHOR.match(name) and name[0].isupper() for name in authors):
        return 0
    metadata.setdefault("authors", authors)
    return len(line)


def _read_date_line(line: str, match: re.Match[str], patterns: _Patterns, metadata: dict[str, Any]) -> int:
    """``date 2017-12 …``: a long rest is the article itself, a short one belongs to the line."""
    rest = line[match.end() : match.end() + 40]
    date = find_date(rest, patterns.written_date, patterns.months)
    if date is None:
        return 0
    metadata.setdefault("published", date)
    if len(line) <= MAX_META_LINE:
        return len(line)
    found = _ISO_DATE.search(rest) or _DAY_FIRST_DATE.search(rest) or patterns.written_date.search(rest)
    return match.end() + found.end() if found else 0


def _is_date_line(line: str, patterns: _Patterns) -> bool:
    """Whether a line holds a date and next to nothing else (``za 2 dec. 2017, 10:15``)."""
    rest = patterns.written_date.sub("", _DAY_FIRST_DATE.sub("", _ISO_DATE.sub("", line, 1), 1), 1)
    return rest != line and sum(map(str.isalpha, rest)) <= 12 and not _SENTENCE_END.search(line)


def find_date(text: str, written_date: re.Pattern[str], months: dict[str, int]) -> str | None:
    """Return the first full date of a text as EDTF (``2017-12-02``, ``2017-12``), or None."""
    if match := _ISO_DATE.search(text):
        return _edtf(match[1], int(match[2]), int(match[3]) if match[3] else None)
    if match := _DAY_FIRST_DATE.search(text):
        return _edtf(match[3], int(match[2]), int(match[1]))
    if match := written_date.search(text):
        day = int(match["day"]) if match["day"] else None
        return _edtf(match["year"], months[match["month"].lower().rstrip(".")], day)
    return None


def _edtf(year: str, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _read_dateline(match: re.Match[str], patterns: _Patterns, metadata: dict[str, Any]) -> None:
    place = (match["place"] or match["capitals"]).strip(" ,/")
    metadata.setdefault("dateline_place", place.title() if place.isupper() else place)
    names = re.split(r"[/,]", match["agency"] or "")
    agency = next(
        (patterns.agencies[n.strip().lower()] for n in names if n.strip().lower() in patterns.agencies), None
    )
    if agency:
        metadata.setdefault("agency", agency)


def _mark_headline(text: str, blocks: list[Block], headline: str | None) -> list[Block]:
    """The first paragraph is the headline when the source says so or when it looks like one."""
    first = next((i for i, block in enumerate(blocks) if block.kind == "paragraph"), None)
    if first is None:
        return blocks
    line = text[blocks[first].start : blocks[first].end]
    given = headline is not None and line.split() == headline.split()
    body_follows = any(block.kind in ("paragraph", "dateline") for block in blocks[first + 1 :])
    after_dateline = first > 0 and blocks[first - 1].kind == "dateline"
    looks = len(line) <= MAX_HEADLINE and not line.endswith((".", ":", ",", ";")) and not after_dateline
    if given or (headline is None and looks and body_follows):
        blocks[first] = Block("headline", blocks[first].start, blocks[first].end)
    return blocks


def _mark_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Crossheads: short lines in the body without a sentence's end, with text after them."""
    for index, block in enumerate(blocks[:-1]):
        line = text[block.start : block.end]
        short = len(line) <= 60 and line[0].isupper() and not _SENTENCE_END.search(line)
        quoted = line[0] in "\"'„“‘«,"
        after_dateline = index > 0 and blocks[index - 1].kind == "dateline"
        if block.kind == "paragraph" and short and not quoted and not after_dateline and line[-1].isalnum():
            blocks[index] = Block("heading", block.start, block.end)
    return blocks


@lru_cache(maxsize=8)
def _compile(fingerprint: str, rules: tuple[LayoutRule, ...]) -> _Patterns:
    words: dict[str, list[str]] = {}
    for rule in rules:
        words.setdefault(rule.element, []).extend(rule.words)
    months = {
        name.lower(): number for rule in rules if rule.element == "month" for number, name in _numbered(rule)
    }
    agencies = {name.lower(): name for name in words["agency"]}
    meta = [(element, _starts_with(words[element])) for element in ("date", "source", "byline")]
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    written = rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{month})\.? (?P<year>\d{{4}})\b"
    return _Patterns(
        meta, _dateline(list(agencies.values())), agencies, re.compile(written, re.IGNORECASE), months
    )


def _patterns(rules: RuleSet) -> _Patterns:
    return _compile(rules.fingerprint, tuple(rules.of("layout", LayoutRule)))


def _numbered(rule: LayoutRule) -> list[tuple[int, str]]:
    return list(enumerate(rule.words, start=1))


def _starts_with(words: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?:{alternatives})(?!\w)[:\s]*", re.IGNORECASE)


def _dateline(agencies: list[str]) -> re.Pattern[str]:
    """``WENEN (ANP) - ``, ``Wenen (Reuters) – ``, ``DEN HAAG - ``: capitals or an agency must show it."""
    agency = "|".join(sorted(map(re.escape, agencies), key=len, reverse=True))
    place = r"[^\W\d_][\w'’.\- /]{1,40}?"
    capitals = r"[A-ZÀ-Þ'’][A-ZÀ-Þ'’.\- /]{1,40}"
    named = rf"(?:(?P<place>{place}),? ?\((?P<agency>[^()\n]*\b(?:{agency})\b[^()\n]*)\) ?[-–—.:]*"
    bare = rf"(?P<capitals>{capitals}?)(?:,? ?\([^()\n]{{1,30}}\))? ?[-–—]{{1,2}}"
    return re.compile(rf"{named}|{bare})(?P<gap>\s+)(?=\S)")
