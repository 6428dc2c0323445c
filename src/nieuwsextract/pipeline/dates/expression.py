"""What a time expression is made of, and what it comes to."""

import re
from dataclasses import dataclass

from nieuwsextract.pipeline.dates import calendar
from nieuwsextract.pipeline.dates.calendar import Anchor
from nieuwsextract.pipeline.dates.context import Context
from nieuwsextract.pipeline.dates.words import Word


@dataclass(frozen=True)
class Timex:
    """A TIMEX3 type and value; ``anchored`` when it was counted from the publication date."""

    type: str
    value: str | None
    anchored: bool = False


@dataclass(frozen=True)
class Expression:
    """A time expression's words and what surrounds them."""

    words: list[Word]
    context: Context
    anchor: Anchor | None

    def value(self, category: str) -> str:
        """Return the value of the first word of a category, or an empty string."""
        return next((word.value for word in self.words if word.category == category), "")

    def values(self, category: str) -> list[str]:
        """Return the values of all words of a category."""
        return [word.value for word in self.words if word.category == category]


def year_of(e: Expression, month: int, day: int) -> int | None:
    """Return the year of a month and day (0: any): as written (``vorig jaar`` too), else by the tense."""
    if year := e.value("year"):
        return full_year(year)
    if e.anchor is not None and e.value("shift") and e.value("unit") == "Y":
        return e.anchor.year + int(e.value("shift"))
    return calendar.year_near(e.anchor, month, day, e.context.direction) if e.anchor else None


def full_year(digits: str) -> int:
    """``'98`` is 1998, ``'12`` is 2012."""
    if not digits.startswith("'"):
        return int(digits)
    short = int(digits[1:])
    return short + (1900 if short > 30 else 2000)


def to_float(number: str) -> float:
    """Read ``1.500`` as thousands and ``1,5`` or ``1.5`` as a fraction."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", number):
        return float(number.replace(".", ""))
    return float(number.replace(",", "."))


def write_amount(amount: float) -> str:
    """Return a number as TIMEX3 writes it: ``3``, ``1.5``, ``1500000``; at most two decimals."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")
