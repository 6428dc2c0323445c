"""Months, seasons, quarters, years, decades, centuries, and ``vorige week``."""

import re

from nieuwsextract.pipeline.dates import calendar
from nieuwsextract.pipeline.dates.calendar import Anchor
from nieuwsextract.pipeline.dates.expression import Expression, Timex, full_year, to_float, year_of


def read_month(e: Expression) -> Timex | None:
    """Read ``augustus``, ``begin maart 2016``, ``afgelopen mei``."""
    month = int(e.value("month"))
    shift = e.value("shift")
    if shift and e.value("unit") != "Y":
        if e.anchor is None:
            return None
        year = calendar.year_near(e.anchor, month, 0, int(shift) or e.context.direction)
        if shift != "0" and month == e.anchor.month:
            year += int(shift)
        return Timex("DATE", f"{year}-{month:02}", anchored=True)
    known = year_of(e, month, 0)
    return Timex("DATE", f"{known or 'XXXX'}-{month:02}", anchored=not e.value("year"))


def read_year_month(e: Expression) -> Timex | None:
    """Read ``2017-12``, as date lines write it; a season is written ``2017-18`` or ``2017/12``."""
    return Timex("DATE", e.value("year_month"))


def read_season(e: Expression) -> Timex | None:
    """Read ``zomer``, ``najaar van 2022``, ``deze winter``."""
    season = e.value("season")
    if e.value("year") or e.value("unit") == "Y":
        return Timex("DATE", f"{year_of(e, calendar.SEASON_STARTS[season], 0) or 'XXXX'}-{season}")
    if e.anchor is None:
        return Timex("DATE", f"XXXX-{season}")
    if shift := e.value("shift"):
        return Timex("DATE", calendar.season_near(e.anchor, season, int(shift)), anchored=True)
    return Timex("DATE", calendar.season_near(e.anchor, season, e.context.direction), anchored=True)


def read_year(e: Expression) -> Timex | None:
    """Read ``2016``, ``eind 2016``."""
    return Timex("DATE", str(full_year(e.value("year"))))


def read_years(e: Expression) -> Timex | None:
    """Read ``2014-2015`` and ``2014/15``."""
    first, last = re.split(r"[-/–]", e.value("years"))
    return Timex("DATE", f"{first}/{first[: 4 - len(last)]}{last}")


def read_sports_season(e: Expression) -> Timex | None:
    """Read ``vorig seizoen``: seasons begin in July."""
    if years := e.value("years"):
        return read_years(e) if years else None
    if e.anchor is None:
        return None
    start = e.anchor.year - ((e.anchor.month or 12) < 7) + int(e.value("shift") or 0)
    return Timex("DATE", f"{start}/{start + 1}", anchored=True)


def read_quarter(e: Expression) -> Timex | None:
    """Read ``derde kwartaal (van 2016)``."""
    number = int(e.value("ordinal"))
    year = full_year(e.value("year")) if e.value("year") else e.anchor.year if e.anchor else None
    if not 1 <= number <= 4:
        return None
    return Timex("DATE", f"{year or 'XXXX'}-Q{number}", anchored=not e.value("year"))


def read_shifted_quarter(e: Expression) -> Timex | None:
    """``volgend kwartaal``, ``dit kwartaal``."""
    if e.anchor is None or e.anchor.month is None:
        return None
    quarters = e.anchor.year * 4 + (e.anchor.month - 1) // 3 + int(e.value("shift"))
    return Timex("DATE", f"{quarters // 4}-Q{quarters % 4 + 1}", anchored=True)


def read_half_year(e: Expression) -> Timex | None:
    """``eerste halfjaar (van 2016)``: of the year told, else of the article's."""
    half = int(e.value("ordinal"))
    if e.value("measure") != "P6M" or half > 2:
        return None
    year = full_year(e.value("year")) if e.value("year") else e.anchor.year if e.anchor else None
    if year is not None and e.value("shift") and e.value("unit") == "Y":
        year += int(e.value("shift"))
    return Timex("DATE", f"{year or 'XXXX'}-H{half}", anchored=not e.value("year"))


def read_century(e: Expression) -> Timex | None:
    """Read ``negentiende eeuw``."""
    if e.value("unit") != "C":
        return _play_minute(e)
    return Timex("DATE", f"{int(e.value('ordinal')) - 1:02}XX")


def _play_minute(e: Expression) -> Timex | None:
    """``in de 12e minuut``: a point in a match that no clock tells."""
    return Timex("TIME", None) if e.value("unit").startswith("T") else None


def read_decade(e: Expression) -> Timex | None:
    """``jaren negentig``, ``jaren '60``, ``jaren 1980``: of the twentieth century if nothing else is said."""
    in_years = any(word.text == "jaren" for word in e.words[:2])
    if year := e.value("year"):
        return Timex("DATE", f"{full_year(year) // 10}X") if in_years else read_year(e)
    tens = int(to_float(e.value("number")))
    if not in_years or tens % 10 or not 10 <= tens <= 90:
        return None
    return Timex("DATE", f"{(1900 + tens) // 10}X")


def read_shifted_unit(e: Expression) -> Timex | None:
    """``vorige week``, ``deze maand``, ``eind volgend jaar``, ``dit weekend``."""
    shift = int(e.value("shift"))
    plural = next((word.text for word in e.words if word.category == "unit"), "").endswith(("en", "ia"))
    if plural:
        return Timex("DURATION", f"P{'T' * e.value('unit').startswith('T')}X{e.value('unit')[-1]}")
    if e.anchor is None:
        return None
    if e.value("measure") == "P2D":
        week = calendar.shift_unit(e.anchor, "W", _weekend_shift(e.anchor, shift))
        return Timex("DATE", f"{week}-WE", anchored=True) if week else None
    value = calendar.shift_unit(e.anchor, e.value("unit"), shift)
    return Timex("DATE", value, anchored=True) if value else None


def _weekend_shift(anchor: Anchor, shift: int) -> int:
    """On a Saturday or Sunday ``komend weekend`` is next week's; on other days this week's."""
    on_weekend = anchor.date is not None and anchor.date.isoweekday() > 5
    return shift if shift <= 0 or on_weekend else shift - 1
