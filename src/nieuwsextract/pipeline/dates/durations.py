"""Durations, ages, race times, and what comes back: ``elke maandag``."""

import re

from nieuwsextract.pipeline.dates import calendar
from nieuwsextract.pipeline.dates.clock import is_clock, read_clock
from nieuwsextract.pipeline.dates.expression import Expression, Timex, to_float, write_amount


def read_duration(e: Expression) -> Timex | None:
    """``drie weken``; with ``geleden`` or ``over`` a date; ``om zes uur`` is a clock time."""
    amount, unit = _amount(e), e.value("unit")
    if e.value("shift") and not e.values("number") and not e.value("vague"):
        return None
    direction = -1 if "ago" in e.context.after or e.value("ago") else 0
    direction = direction or (1 if "in_future" in e.context.before else 0)
    if unit == "TH" and not direction and is_clock(e, amount):
        return read_clock(e)
    if direction and amount.isdigit():
        value = calendar.shift_unit(e.anchor, unit, direction * int(amount)) if e.anchor else None
        return Timex("TIME" if unit.startswith("T") else "DATE", value, anchored=value is not None)
    return as_duration(amount, unit)


def _amount(e: Expression) -> str:
    """How many units: ``anderhalf`` 1.5, a plural without a number is X."""
    vague, numbers = e.value("vague"), e.values("number")
    if numbers and not vague:
        # `een jaar of zes`: the number after the unit is the one that counts.
        return write_amount(to_float(numbers[-1]))
    plural = any(word.category == "unit" and word.text.endswith(("en", "ia", "n")) for word in e.words)
    return "X" if vague or plural else "1"


def read_long_duration(e: Expression) -> Timex | None:
    """``7 minuten en 47 seconden``, ``een jaar en drie maanden``."""
    numbers, units = e.values("number"), e.values("unit")
    parts = [(write_amount(to_float(number)), unit) for number, unit in zip(numbers, units, strict=True)]
    days = "".join(amount + unit for amount, unit in parts if not unit.startswith("T"))
    time = "".join(amount + unit[1] for amount, unit in parts if unit.startswith("T"))
    if any(unit in ("E", "C") for unit in units):
        return None
    return Timex("DURATION", f"P{days}" + (f"T{time}" if time else ""))


def as_duration(amount: str, unit: str) -> Timex:
    """Return a number of units as a TIMEX3 duration; an amount of ``X`` is unknown."""
    if unit in ("E", "C") and amount.replace(".", "").isdigit():
        years = float(amount) * (10 if unit == "E" else 100)
        return Timex("DURATION", f"P{write_amount(years)}Y")
    return Timex("DURATION", f"PT{amount}{unit[1]}" if unit.startswith("T") else f"P{amount}{unit}")


def read_measure(e: Expression) -> Timex | None:
    """``een kwartier``, ``drie kwartier``, ``een weekend``."""
    match = re.fullmatch(r"(PT?)(\d+)(\w)", e.value("measure"))
    if match is None:
        return None
    amount = to_float(e.value("number") or "1")
    return Timex("DURATION", f"{match[1]}{write_amount(amount * int(match[2]))}{match[3]}")


def read_age(e: Expression) -> Timex | None:
    """Read ``22-jarige``."""
    years = e.value("number") or e.value("ordinal")
    return Timex("DURATION", f"P{int(to_float(years))}{e.value('age')}")


def read_bare_number(e: Expression) -> Timex | None:
    """Read an age: ``Jansen (42)``, ``Jansen, 42,``; ``het dodental steeg tot 34`` is none."""
    number = e.value("number")
    between_signs = "age_before" in e.context.before and "age_after" in e.context.after
    is_age = between_signs or "age_of" in e.context.before
    if not (is_age and number.isdigit() and int(number) <= 120):
        return None
    return Timex("DURATION", f"P{number}Y")


def read_race_time(e: Expression) -> Timex | None:
    """``1.55,24`` is 1 minute and 55.24 seconds."""
    parts = re.split(r"[.:]", e.value("race").replace(",", "@"))
    seconds = parts[-1].replace("@", ".")
    hours = f"{int(parts[-3])}H" if len(parts) == 3 else ""
    return Timex("DURATION", f"PT{hours}{int(parts[-2])}M{seconds}S")


def read_each(e: Expression) -> Timex | None:
    """Read what comes back: ``elke maandag``, ``iedere zomer``, ``elk jaar``."""
    if weekday := e.value("weekday") or e.value("weekdays"):
        daypart = e.value("daypart")
        return Timex("SET", f"XXXX-WXX-{weekday}" + (f"T{daypart}" if daypart else ""))
    if month := e.value("month"):
        return Timex("SET", f"XXXX-{month}")
    if season := e.value("season"):
        return Timex("SET", f"XXXX-{season}")
    if daypart := e.value("daypart"):
        return Timex("SET", f"XXXX-XX-XXT{daypart}")
    if e.value("quarter"):
        return Timex("SET", "P3M")
    amount = write_amount(to_float(e.value("number") or "1"))
    return Timex("SET", as_duration(amount, e.value("unit")).value) if e.value("unit") else None
