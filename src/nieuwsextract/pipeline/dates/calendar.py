"""Calendar arithmetic from an anchor that may know only its year or month: never more precise than that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

#: Months in which a season begins (northern, meteorological); winter belongs to the year it ends in.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True)
class Anchor:
    """A publication date: year, and month and day where known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def from_edtf(cls, value: str | None) -> Anchor | None:
        """Return the anchor of ``2017``, ``2017-12`` or ``2017-12-02``; None where there is no such day."""
        if value is None:
            return None
        parts = [int(part) for part in value.split("-")]
        try:
            date(*[*parts, 1, 1][:3])
        except ValueError:
            return None
        return cls(*parts)

    @property
    def date(self) -> date | None:
        """The day, or None when only month or year are known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def shift_days(anchor: Anchor, days: int) -> str | None:
    """Return the day so many days from the anchor; the anchor itself for 0, whatever its precision."""
    if anchor.date is not None:
        return _shifted(anchor.date, days)
    if days == 0:
        return f"{anchor.year}-{anchor.month:02}" if anchor.month else str(anchor.year)
    return None


def _shifted(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def shift_unit(anchor: Anchor, unit: str, amount: int) -> str | None:
    """Return the year, month, week, day, decade or century so many units away, at that precision."""
    if unit == "D":
        return shift_days(anchor, amount)
    if unit == "W" and anchor.date is not None:
        return week_of(anchor.date, amount)
    if unit == "M" and anchor.month is not None:
        months = anchor.year * 12 + anchor.month - 1 + amount
        return f"{months // 12:04}-{months % 12 + 1:02}" if 12 <= months < 120_000 else None
    if unit in ("Y", "E", "C"):
        year = anchor.year + amount * {"Y": 1, "E": 10, "C": 100}[unit]
        digits = {"Y": 4, "E": 3, "C": 2}[unit]
        return f"{year:04}"[:digits] + "X" * (4 - digits) if 0 < year < 10_000 else None
    return None


def week_of(day: date, weeks: int = 0) -> str | None:
    """Return the ISO week so many weeks from a day's own."""
    try:
        year, week, _ = (day + timedelta(weeks=weeks)).isocalendar()
    except OverflowError:
        return None
    return f"{year}-W{week:02}"


def weekday_near(anchor: Anchor, weekday: int, direction: int) -> str | None:
    """Return the weekday (1 Monday) on or before (-1), or on or after (1) the anchor's day."""
    if anchor.date is None:
        return f"XXXX-WXX-{weekday}"
    ahead = (weekday - anchor.date.isoweekday()) % 7
    behind = (anchor.date.isoweekday() - weekday) % 7
    return _shifted(anchor.date, ahead if direction > 0 else -behind)


def weekday_in_week(anchor: Anchor, weekday: int, weeks: int) -> str | None:
    """Return the weekday in the week so many weeks from the anchor's."""
    if anchor.date is None:
        return None
    return _shifted(anchor.date, weekday - anchor.date.isoweekday() + 7 * weeks)


def year_near(anchor: Anchor, month: int, day: int, direction: int) -> int:
    """Return the year in which a month and day (0: any) lie last before, or next after, the anchor."""
    own = (anchor.month or 6, anchor.day if day and anchor.day else 0)
    there = (month, day if anchor.day else 0)
    if direction < 0:
        return anchor.year - (there > own)
    if direction > 0:
        return anchor.year + (there < own)
    distance = month - own[0]
    return anchor.year - (distance > 6) + (distance < -6)


def season_near(anchor: Anchor, season: str, direction: int) -> str:
    """Return the season of the anchor's year, or its neighbour in the direction of the tense."""
    start = SEASON_STARTS[season]
    if direction < 0 and anchor.month is not None and start > anchor.month:
        return f"{anchor.year - 1}-{season}"
    if direction > 0 and anchor.month is not None and start + 2 < anchor.month:
        return f"{anchor.year + 1}-{season}"
    return f"{anchor.year}-{season}"


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = century // 4, century % 4
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    total = epact + weekday - 7 * late + 114
    return date(year, total // 31, total % 31 + 1)


def easter_near(anchor: Anchor | None, year: int, shift: int, direction: int) -> date:
    """Return the feast ``shift`` days from Easter, of ``year`` or of the year that the tense points to."""
    feast = easter(year) + timedelta(days=shift)
    if anchor is None or anchor.month is None:
        return feast
    published = date(anchor.year, anchor.month, anchor.day or 15)
    wrong_side = (feast < published and direction > 0) or (feast > published and direction < 0)
    return easter(year + direction) + timedelta(days=shift) if wrong_side else feast
