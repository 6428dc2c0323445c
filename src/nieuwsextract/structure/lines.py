"""Lines that are not running text: ``date 2017-12 …``, ``Bron: ANP``, bylines, datelines, page furniture."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from nieuwsextract.structure.patterns import Patterns

#: Characters; a longer line is a paragraph, whatever it begins with.
MAX_META_LINE = 120
#: Letters that may stand beside the date in a date line: a weekday, "om", "uur".
MAX_LETTERS_BESIDE_DATE = 12

_TITLE_MARK = re.compile(r"\s*<(?:title|titel)>\s*", re.IGNORECASE)
#: ``ABC - Bakkerij opent broodfabriek``: the publisher before a page's title.
_PUBLISHER = re.compile(r"(?P<name>[A-Z]{2,6}) - (?=\S+ \S+ \S+)")
_AUTHOR = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,5}$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
#: A crumb trail (``Home » Nieuws » Economie``) or a bar of page functions (``A | B | C``).
_CRUMBS = re.compile(r"[^»|\n]{1,40}(?:[»|][^»|\n]{1,40}){2,}$")
_SEPARATORS = re.compile(r"[/,|]")


@dataclass(frozen=True)
class Line:
    """What a line begins with: its kind, how many characters of it are that, and what it says."""

    kind: Literal["date", "source", "byline", "navigation", "dateline"]
    end: int
    metadata: dict[str, Any] = field(default_factory=dict)


def read_line(line: str, patterns: Patterns) -> Line | None:
    """Return what ``line`` (a stripped paragraph) begins with, or None for running text."""
    for reader in (_read_date, _read_title, _read_dateline):
        if found := reader(line, patterns):
            return found
    if len(line) > MAX_META_LINE:
        return None
    for reader in (_read_source, _read_byline, _read_date_alone, _read_navigation):
        if found := reader(line, patterns):
            return found
    return None


def _read_date(line: str, patterns: Patterns) -> Line | None:
    """``date 2017-12 <title> …``: what follows a title mark, or a long rest, is the article itself."""
    match = patterns.date.match(line)
    found = patterns.find_date(line[match.end() : match.end() + 40]) if match else None
    if match is None or found is None:
        return None
    value, end = found[0], match.end() + found[1]
    title = _TITLE_MARK.match(line, end)
    if title and len(line[title.end() :].split()) > 3:
        return Line("date", len(line[: title.end()].rstrip()), {"published": value})
    return Line("date", len(line) if len(line) <= MAX_META_LINE else end, {"published": value})


def _read_title(line: str, patterns: Patterns) -> Line | None:
    """A title mark alone, or the publisher's name before the title."""
    if title := _TITLE_MARK.match(line):
        return Line("navigation", len(title.group().rstrip()))
    match = _PUBLISHER.match(line)
    if match is None or len(line) > MAX_META_LINE or _SENTENCE_END.search(line):
        return None
    return Line("source", match.end() - 1, {"publisher": match["name"]})


def _read_dateline(line: str, patterns: Patterns) -> Line | None:
    match = patterns.dateline.match(line)
    if match is None:
        return None
    metadata = {}
    place = re.sub(r" \d.*", "", match["place"] or match["capitals"] or "").strip(" ,/-")
    if place:
        metadata["dateline_place"] = _decapitalise(place) if place.isupper() else place
    agency = _find_agency(match["agency"] or "", patterns) or _find_agency(match.group(), patterns)
    if agency:
        metadata["agency"] = agency
    return Line("dateline", match.start("gap"), metadata)


def _decapitalise(place: str) -> str:
    """``DEN HAAG`` → ``Den Haag``; ``'S-HERTOGENBOSCH`` → ``'s-Hertogenbosch``."""
    return re.sub(r"(?<!['’])\b\w", lambda match: match.group().upper(), place.lower())


def _read_source(line: str, patterns: Patterns) -> Line | None:
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
    if found is None or _SENTENCE_END.search(line):
        return None
    letters = sum(map(str.isalpha, patterns.without_dates(line)))
    return Line("date", len(line), {"published": found[0]}) if letters <= MAX_LETTERS_BESIDE_DATE else None


def _read_navigation(line: str, patterns: Patterns) -> Line | None:
    if not (patterns.navigation.match(line) or _CRUMBS.match(line)):
        return None
    found = patterns.find_date(line)
    return Line("navigation", len(line), {"published": found[0]} if found else {})
