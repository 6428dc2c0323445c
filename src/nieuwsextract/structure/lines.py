"""Lines that are not running text: ``date 2017-12 …``, ``Bron: ANP``, bylines, datelines, page furniture."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from nieuwsextract.structure.paragraphs import ends_sentence
from nieuwsextract.structure.patterns import Patterns

BlockKind = Literal[
    "headline", "heading", "paragraph", "dateline", "timestamp", "date", "source", "byline", "navigation"
]  # fmt: skip

#: Characters; a longer line is a paragraph, whatever it begins with.
MAX_META_LINE = 120
#: Letters that may stand beside the date in a date line: a weekday, "om", "uur".
MAX_LETTERS_BESIDE_DATE = 12

#: ``ABC - Bakkerij opent broodfabriek``: a page's title with its publisher before it, or behind it.
_PUBLISHER_BEFORE = re.compile(r"(?P<name>[A-Z]{2,6}) - (?=\S+ \S+ \S+)")
_PUBLISHER_BEHIND = re.compile(r"(?: \| (?P<bar>[^|]{2,30})| - (?P<dash>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}))$")
#: Other blanks than the space; matched as one, character for character.
_BLANKS = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " "})
_AUTHOR = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,5}$")
#: A crumb trail (``Home » Nieuws » Economie``) or a bar of page functions (``A | B | C``).
_CRUMBS = re.compile(r"[^»|\n]{1,40}(?:[»|][^»|\n]{1,40}){2,}$")
_SEPARATORS = re.compile(r"[/,|]")
#: ``16.55 - Het dodental loopt op``: a liveblog's time before the text.
_TIMESTAMP = re.compile(r"\d{1,2}[.:]\d{2}(?: uur)?(?: ?[-–:|])?(?=\s+[\"'„“‘«A-ZÀ-Þ])")
#: Characters; longer lines are text even where they begin like a caption.
_MAX_CAPTION = 60


#: The groups of a dateline that may hold its place.
_PLACES = ("place", "dated", "dated_capitals", "capitals", "spaced", "alone")


@dataclass(frozen=True)
class Publisher:
    """A publisher's name in a title; characters; ``leads`` when it stands before the headline."""

    name: str
    start: int
    end: int
    leads: bool


@dataclass(frozen=True)
class Line:
    """What a line begins with: its kind, how many characters of it are that, and what it says."""

    kind: BlockKind
    end: int
    metadata: dict[str, Any] = field(default_factory=dict)


def read_line(line: str, patterns: Patterns) -> Line | None:
    """Return what ``line`` (a stripped paragraph) begins with, or None for running text."""
    line = line.translate(_BLANKS)
    for reader in (_read_date, _read_dateline, _read_timestamp):
        if found := reader(line, patterns):
            return found
    if len(line) > MAX_META_LINE:
        return None
    for reader in (_read_source, _read_section, _read_byline, _read_date_alone, _read_navigation):
        if found := reader(line, patterns):
            return found
    return None


def _read_date(line: str, patterns: Patterns) -> Line | None:
    """``date 2017-12 …``: a long rest is the article itself, a short one belongs to the line."""
    match = patterns.date.match(line)
    found = patterns.find_date(line[match.end() : match.end() + 40]) if match else None
    if match is None or found is None:
        return None
    value, end = found[0], match.end() + found[1]
    return Line("date", len(line) if len(line) <= MAX_META_LINE else end, {"published": value})


def find_publisher(title: str) -> Publisher | None:
    """Return the publisher's name before or behind the headline in a page's title."""
    if match := _PUBLISHER_BEFORE.match(title):
        return Publisher(match["name"], 0, match.end(), leads=True)
    if match := _PUBLISHER_BEHIND.search(title):
        group = "bar" if match["bar"] else "dash"
        return Publisher(match[group].strip(), match.start(group), match.end(), leads=False)
    return None


def find_authors(line: str, patterns: Patterns) -> list[str]:
    """Return the names when a line holds nothing else, else nothing."""
    authors = [name.strip() for name in re.split(r",| en | & ", line)]
    named = all(
        _AUTHOR.match(name)
        and all(word[0].isupper() or word.lower() in patterns.name_particles for word in name.split())
        for name in authors
    )
    return authors if named else []


def find_dateline(text: str, within: int, patterns: Patterns) -> int | None:
    """Return where a dateline begins after some words (``Kop DEN HAAG - De …``), or None."""
    for match in re.finditer(r"(?<=\s)(?=[A-ZÀ-Þ'’]{2,})", text[:within]):
        if patterns.dateline.match(text, match.start()):
            return match.start()
    return None


def _read_timestamp(line: str, patterns: Patterns) -> Line | None:
    match = _TIMESTAMP.match(line)
    return Line("timestamp", match.end()) if match else None


def _read_section(line: str, patterns: Patterns) -> Line | None:
    """A rubric alone, or with its author: ``PERSBERICHT``, ``Column Bert Wagendorp``, ``Interview | …``."""
    match = patterns.section.match(line)
    if match is None or ends_sentence(line):
        return None
    rest = line[match.end() :].strip(" |:-–")
    if rest and not (_AUTHOR.match(rest) and all(word[0].isupper() for word in rest.split()[::2])):
        return None
    return Line("navigation", len(line), {"section": match.group().strip().lower()})


def _read_dateline(line: str, patterns: Patterns) -> Line | None:
    match = patterns.dateline.match(line)
    if match is None:
        return None
    metadata = {}
    place = re.sub(r" \d.*", "", next(filter(None, map(match.group, _PLACES)), "")).strip(" ,/-")
    if place:
        metadata["dateline_place"] = _decapitalise(place) if place.isupper() else place
    agency = _find_agency(match["agency"] or "", patterns) or _find_agency(match.group(), patterns)
    if agency:
        metadata["agency"] = agency
    return Line("dateline", match.end("alone_day") if match["alone"] else match.start("gap"), metadata)


def _decapitalise(place: str) -> str:
    """``DEN HAAG`` → ``Den Haag``; ``'S-HERTOGENBOSCH`` → ``'s-Hertogenbosch``."""
    return re.sub(r"(?<!['’])\b\w", lambda match: match.group().upper(), place.lower())


def _read_source(line: str, patterns: Patterns) -> Line | None:
    """``Bron: ANP``; at the end of an article also ``(Belga)`` alone."""
    if line[0] == "(" and line[-1] == ")" and (agency := _find_agency(line, patterns)):
        return Line("source", len(line), {"agency": agency})
    if line.lower() in patterns.publishers:
        return Line("source", len(line), {"publisher": line})
    match = patterns.source.match(line)
    if match is None or match.end() == len(line):
        return None
    value = line[match.end() :]
    first = _SEPARATORS.split(value)[0].strip().rstrip(".")
    metadata: dict[str, Any] = (
        {"agency": agency} if (agency := _find_agency(value, patterns)) else {"publisher": first}
    )
    if found := patterns.find_date(value):
        metadata["published"] = found[0]
    return Line("source", len(line), metadata)


def _find_agency(text: str, patterns: Patterns) -> str | None:
    words = (word.strip(" ().-–").lower() for word in re.split(r"[/,|(]", text))
    return next((patterns.agencies[word] for word in words if word in patterns.agencies), None)


def _read_byline(line: str, patterns: Patterns) -> Line | None:
    """Names, or a role of the paper's own; a sentence that begins with ``Door`` is neither."""
    match = patterns.byline.match(line)
    if match is None:
        return None
    authors = [name.strip() for name in re.split(r",| en | & ", line[match.end() :]) if name.strip()]
    named = all(_AUTHOR.match(name) and name.split()[-1][0].isupper() for name in authors)
    if not named or not (authors or match["role"]):
        return None
    return Line("byline", len(line), {"authors": authors} if authors else {})


def _read_date_alone(line: str, patterns: Patterns) -> Line | None:
    """A date and next to nothing else: ``za 2 dec. 2017, 10:15``."""
    found = patterns.find_date(line)
    if found is None or ends_sentence(line):
        return None
    letters = sum(map(str.isalpha, patterns.without_dates(line)))
    return Line("date", len(line), {"published": found[0]}) if letters <= MAX_LETTERS_BESIDE_DATE else None


def _read_navigation(line: str, patterns: Patterns) -> Line | None:
    """Page furniture: crumbs, buttons, captions of pictures, rules of dashes."""
    caption = len(line) <= _MAX_CAPTION and patterns.caption.match(line) and not ends_sentence(line)
    empty = not any(map(str.isalnum, line))
    if not (caption or empty or patterns.navigation.match(line) or _CRUMBS.match(line)):
        return None
    found = patterns.find_date(line)
    return Line("navigation", len(line), {"published": found[0]} if found else {})
