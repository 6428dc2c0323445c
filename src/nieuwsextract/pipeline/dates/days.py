"""Days: dates, weekdays, ``gisteren``, holidays."""

import re

from nieuwsextract.pipeline.dates import calendar
from nieuwsextract.pipeline.dates.calendar import Anchor
from nieuwsextract.pipeline.dates.clock import clock_value
from nieuwsextract.pipeline.dates.expression import Expression, Timex, full_year, to_float, year_of


def read_full_date(e: Expression) -> Timex | None:
    """Read ``2017-12-02`` and ``2-12-2017``."""
    parts = [int(part) for part in re.split(r"[-/.]", e.value("full_date"))]
    year, month, day = parts if parts[0] > 31 else parts[::-1]
    value = f"{year}-{month:02}-{day:02}"
    return Timex("DATE", value) if Anchor.from_edtf(value) else None


def read_day_and_month(e: Expression) -> Timex | None:
    """``12 oktober``, ``woensdag 12 oktober 2017``, ``nacht van 4 op 5 februari 2017``, ``20/12``."""
    if slash := e.value("day_month"):
        day, month = (int(part) for part in slash.split("/"))
    else:
        day, month = int(to_float(e.value("number") or e.value("ordinal"))), int(e.value("month"))
    return _dated(e, year_of(e, month, day), month, day)


def read_days_of_month(e: Expression) -> Timex | None:
    """``11 tot en met 29 juli``, ``11 en 12 juni``: from the first day to the last."""
    first, last = (int(to_float(number)) for number in e.values("number")[:2])
    month = int(e.value("month"))
    if first >= last:
        return None
    days = [_dated(e, year_of(e, month, last), month, day) for day in (first, last)]
    if any(day is None for day in days):
        return None
    return Timex("DATE", "/".join(day.value or "" for day in days if day), anchored=not e.value("year"))


def _dated(e: Expression, year: int | None, month: int, day: int) -> Timex | None:
    daypart = e.value("daypart") or e.value("daypart_alone")
    known = f"{year}-{month:02}-{day:02}"
    if not Anchor.from_edtf(known if year else f"2000-{month:02}-{day:02}"):
        return None
    value = known if year else f"XXXX-{month:02}-{day:02}"
    clock = f"T{clock_value(e.value('clock'))}" if e.value("clock") else f"T{daypart}" if daypart else ""
    return Timex("TIME" if clock else "DATE", value + clock, anchored=not e.value("year"))


def read_weekday(e: Expression) -> Timex | None:
    """``donderdag``, ``zaterdagavond``, ``volgende week woensdag``, ``afgelopen dinsdag``."""
    weekday, shift, unit = int(e.value("weekday")), e.value("shift"), e.value("unit")
    daypart = e.value("daypart") or e.value("daypart_alone")
    if e.anchor is None:
        day: str | None = f"XXXX-WXX-{weekday}"
    elif unit == "W":
        day = calendar.weekday_in_week(e.anchor, weekday, int(shift or 0))
    else:
        day = _nearest_weekday(e, e.anchor, weekday, int(shift) if shift else 0)
    if day is None:
        return None
    time = f"T{daypart}" if daypart else _time_of_day(e)
    return Timex("TIME" if time else "DATE", day + time, anchored=True)


def _nearest_weekday(e: Expression, anchor: Anchor, weekday: int, shift: int) -> str | None:
    """A weekday is the day of publication itself, unless ``vorige`` or ``volgende`` stands before it."""
    if shift and anchor.date is not None and anchor.date.isoweekday() == weekday:
        return calendar.shift_days(anchor, 7 * shift)
    return calendar.weekday_near(anchor, weekday, shift or e.context.direction or -1)


def _time_of_day(e: Expression) -> str:
    if e.value("clock_word"):
        return f"T{e.value('clock_word')}"
    return f"T{clock_value(e.value('clock'))}" if e.value("clock") else ""


def read_day(e: Expression) -> Timex | None:
    """``gisteren``, ``morgenmiddag``, ``vanavond``."""
    if e.anchor is None:
        return None
    daypart = e.value("daypart") or e.value("daypart_alone") or e.value("daypart_today")
    day = calendar.shift_days(e.anchor, int(e.value("day") or 0))
    time = f"T{daypart}" if daypart else _time_of_day(e)
    if day is None or (time and e.anchor.date is None):
        return None
    return Timex("TIME" if time else "DATE", day + time, anchored=True)


def read_holiday(e: Expression) -> Timex | None:
    """``kerst``, ``Tweede Kerstdag``, ``Pinksteren 2016``."""
    later = int(e.value("ordinal") or 1) - 1
    if value := e.value("holiday"):
        month, day = (int(part) for part in value.split("-"))
        return _dated(e, year_of(e, month, day), month, day + later)
    year = full_year(e.value("year")) if e.value("year") else e.anchor.year if e.anchor else None
    if year is None or not 1583 <= year <= 4000:
        return None
    shift = int(e.value("easter")) + later
    feast = calendar.easter_near(e.anchor, year, shift, 0 if e.value("year") else e.context.direction)
    return Timex("DATE", feast.isoformat(), anchored=not e.value("year"))
