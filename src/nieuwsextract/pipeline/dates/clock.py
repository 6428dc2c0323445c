"""Times of the day: ``08.12 uur``, ``half drie``, ``'s avonds``."""

import re

from nieuwsextract.pipeline.dates import calendar
from nieuwsextract.pipeline.dates.expression import Expression, Timex, to_float


def is_clock(e: Expression, amount: str) -> bool:
    """Whether a number of hours is a time of the day: ``om zes uur`` is, ``van zes uur`` is not."""
    points = "clock_before" in e.context.before
    return points and amount.isdigit() and int(amount) <= 24


def clock_value(text: str) -> str:
    """Return ``8.12`` as ``08:12``."""
    hour, minute = re.split(r"[.:]", text)
    return f"{int(hour):02}:{minute}"


def read_clock(e: Expression) -> Timex | None:
    """``08.12 uur``, ``zes uur``, ``half drie``, ``kwart over twee``, ``middernacht``."""
    if e.value("unit") in ("TM", "TS") and not e.value("clock_word"):
        return _lead(e) if e.value("clock") else None
    if e.value("clock"):
        time = clock_value(e.value("clock"))
    elif e.value("clock_word"):
        time = e.value("clock_word")
    else:
        hour = int(to_float(e.values("number")[-1]))
        if not 0 <= hour <= 24:
            return None
        time = f"{hour - 1:02}:30" if e.value("part") and hour else f"{hour:02}:00"
        if e.value("quarter_past"):
            time = f"{hour:02}:15" if e.value("quarter_past") == "15" else f"{(hour - 1) % 24:02}:45"
    return _at_clock(e, _with_daypart(e, time))


def _lead(e: Expression) -> Timex:
    """``1.24 minuut`` is a lead in a race, not a time of the day."""
    minutes, seconds = re.split(r"[.:]", e.value("clock"))
    return Timex("DURATION", f"PT{int(minutes)}M{int(seconds)}S")


def _with_daypart(e: Expression, time: str) -> str:
    """``drie uur 's middags`` is 15:00."""
    hour = int(time[:2])
    late = (e.value("daypart_alone") or e.value("daypart") or e.value("daypart_today")) in ("AF", "EV")
    return f"{hour + 12:02}{time[2:]}" if late and 1 <= hour < 12 else time


def _at_clock(e: Expression, time: str) -> Timex:
    if time == "24:00":
        time = "00:00"
    day = calendar.shift_days(e.anchor, 0) if e.anchor and e.anchor.date else None
    return Timex("TIME", f"{day or 'XXXX-XX-XX'}T{time}", anchored=day is not None)


def read_daypart(e: Expression) -> Timex | None:
    """``'s avonds``: in the past of the article's day, else a habit; ``de nacht`` alone tells no day."""
    daypart = e.value("daypart_alone")
    if e.context.direction < 0 and e.anchor and e.anchor.date:
        return Timex("TIME", f"{e.anchor.date.isoformat()}T{daypart}", anchored=True)
    return Timex("SET", f"XXXX-XX-XXT{daypart}")


def read_part_of_day(e: Expression) -> Timex | None:
    """``eind van de middag``: the article's own day, told in the past."""
    if e.anchor is None or e.anchor.date is None or e.context.direction >= 0:
        return None
    return Timex("TIME", f"{e.anchor.date.isoformat()}T{e.value('daypart')}", anchored=True)


def read_hour_of_day(e: Expression) -> Timex | None:
    """``donderdagavond 22 uur``, ``'s middags om twee uur``: the day as known, the hour as told."""
    hour = int(to_float(e.values("number")[-1]))
    if e.value("unit") != "TH" or not 0 <= hour <= 24:
        return None
    time = _with_daypart(e, f"{hour:02}:00")
    if e.value("weekday"):
        weekday, direction = int(e.value("weekday")), e.context.direction or -1
        day = calendar.weekday_near(e.anchor, weekday, direction) if e.anchor else f"XXXX-WXX-{weekday}"
        return _at_day(day, time)
    if e.value("day") and e.anchor is not None:
        return _at_day(calendar.shift_days(e.anchor, int(e.value("day"))), time)
    return _at_clock(e, time)


def _at_day(day: str | None, time: str) -> Timex | None:
    return Timex("TIME", f"{day}T{time}", anchored=True) if day is not None else None


def read_shifted_daypart(e: Expression) -> Timex | None:
    """``deze ochtend``, ``afgelopen nacht``, ``komende nacht``."""
    if e.anchor is None or e.anchor.date is None:
        return None
    days = int(e.value("shift"))
    days = 0 if days < 0 and e.value("daypart") == "NI" else days
    return Timex("TIME", f"{calendar.shift_days(e.anchor, days)}T{e.value('daypart')}", anchored=True)


def is_half_or_quarter(e: Expression) -> bool:
    """Whether an expression names an hour without digits: ``half drie``, ``kwart over twee``."""
    return e.words[0].text == "half" or bool(e.value("quarter_past")) or bool(e.value("daypart_alone"))
