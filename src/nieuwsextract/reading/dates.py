"""Publication dates as sources write them → EDTF; what cannot be read is no date, never a guess."""

import re
import tomllib
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from nieuwsextract.rules import load_rules
from nieuwsextract.rules.schema import LayoutRule

_YEAR_FIRST = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?=$|T)")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?![0-9])")
_EPOCH = re.compile(r"([0-9]{10})(?:[0-9]{3})?(?:\.[0-9]*)?$")
_DAY_MONTH = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)?\.? ([^\W\d_]{3,9})\.?,? ([0-9]{4})\b")
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\b")


def to_edtf(value: Any) -> str | None:
    """Return ``2017``, ``2017-12`` or ``2017-12-02`` for a date of any common notation.

    Days stand before months (``4-3-2021`` is 4 March), unless that cannot be. Ten or thirteen digits are
    seconds or milliseconds since 1970, in UTC.
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    if value is None or isinstance(value, bool):
        return None
    return _read(str(value).strip())


def _read(text: str) -> str | None:
    if match := _EPOCH.match(text):
        return datetime.fromtimestamp(int(match[1]), UTC).date().isoformat()
    if match := _COMPACT.match(text) or _YEAR_FIRST.match(text):
        return _edtf(match[1], match[2], match[3])
    if match := _YEAR_LAST.match(text):
        return _edtf(match[3], match[2], match[1]) or _edtf(match[3], match[1], match[2])
    if match := _DAY_MONTH.search(text):
        return _edtf(match[3], _months().get(match[2].lower()), match[1])
    if match := _MONTH_DAY.search(text):
        return _edtf(match[3], _months().get(match[1].lower()), match[2])
    return None


def _edtf(year: str, month: str | int | None, day: str | None) -> str | None:
    if month is None:
        return year if day is None else None
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


@cache
def _months() -> dict[str, int]:
    """Dutch month names of the rules, and the English ones of English interfaces."""
    dutch = [rule.words for rule in load_rules(()).of("layout", LayoutRule) if rule.element == "month"]
    english = tomllib.loads(files(__package__).joinpath("presets.toml").read_text("utf-8"))["months"].values()
    return {name: number for names in (*english, *dutch) for number, name in enumerate(names, start=1)}
