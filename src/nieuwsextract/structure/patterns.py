"""The layout rules as compiled patterns."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.rules.schema import LayoutRule

_ISO_DATE = re.compile(r"\b(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?(?![0-9])")
_DAY_FIRST_DATE = re.compile(
    r"\b(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4}|[0-9]{2})\b"
)
#: Of a year of two digits: from here on it lies in the twentieth century (POSIX).
_PIVOT = 69


@dataclass(frozen=True)
class Patterns:
    """What the lines that are not running text look like.

    ``agencies`` gives the usual spelling of an agency's lower-case name, ``months`` a month's number.
    """

    date: re.Pattern[str]
    source: re.Pattern[str]
    byline: re.Pattern[str]
    navigation: re.Pattern[str]
    caption: re.Pattern[str]
    section: re.Pattern[str]
    links: re.Pattern[str]
    publishers: frozenset[str]
    name_particles: frozenset[str]
    dateline: re.Pattern[str]
    written_date: re.Pattern[str]
    agencies: dict[str, str]
    months: dict[str, int]

    def find_date(self, text: str) -> tuple[str, int] | None:
        """Return the first full date of a text as EDTF (``2017-12-02``, ``2017-12``) and where it ends."""
        for pattern in (_ISO_DATE, _DAY_FIRST_DATE, self.written_date):
            match = pattern.search(text)
            if match and (value := self._to_edtf(match)):
                return value, match.end()
        return None

    def without_dates(self, text: str) -> str:
        """Return the text without its first date of each kind."""
        for pattern in (_ISO_DATE, _DAY_FIRST_DATE, self.written_date):
            text = pattern.sub("", text, count=1)
        return text

    def _to_edtf(self, match: re.Match[str]) -> str | None:
        month = self.months.get(match["month"].lower()) or int(match["month"])
        day = int(match["day"] or 1)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        year = match["year"]
        if len(year) == 2:
            year = ("19" if int(year) >= _PIVOT else "20") + year
        return f"{year}-{month:02}" + (f"-{day:02}" if match["day"] else "")


def patterns_of(rules: RuleSet) -> Patterns:
    """Return the compiled layout rules of a rule set; compiled once per set."""
    return _compile(tuple(rules.of("layout", LayoutRule)), words_for(rules, "name_particle"))


@lru_cache(maxsize=8)
def _compile(rules: tuple[LayoutRule, ...], name_particles: frozenset[str]) -> Patterns:
    words: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        words[rule.element] += rule.words
    months = {
        name.lower(): number
        for rule in rules
        if rule.element == "month"
        for number, name in enumerate(rule.words, start=1)
    }
    return Patterns(
        date=re.compile(rf"(?:{_any(words['date'])})(?!\w)[:\s]*", re.IGNORECASE),
        source=re.compile(rf"(?:{_any(words['source'])})(?!\w)\s*", re.IGNORECASE),
        byline=_byline(words["byline"], words["byline_role"]),
        navigation=re.compile(rf"(?:{_any(words['navigation'])})", re.IGNORECASE),
        caption=re.compile(rf"(?:{_any(words['caption'])})(?!\w)", re.IGNORECASE),
        section=re.compile(rf"(?:{_any(words['section'])})(?!\w)", re.IGNORECASE),
        links=re.compile(rf"(?:{_any(words['links'])})\s*:?\s*$", re.IGNORECASE),
        publishers=frozenset(name.lower() for name in words["publisher"]),
        name_particles=name_particles,
        dateline=_dateline(words["agency"], list(months), words["weekday"]),
        written_date=_written_date(list(months)),
        agencies={name.lower(): name for name in words["agency"]},
        months=months,
    )


def _any(words: list[str]) -> str:
    """Alternatives, the longest first; of none, what never matches."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


def _byline(starts: list[str], roles: list[str]) -> re.Pattern[str]:
    """``Door Jan de Vries``, ``Van onze correspondent Els Bos``, ``door onze redacteur | Els Bos``."""
    role = rf"(?P<role>(?:\s+(?:{_any(roles)})(?!\w)){{1,4}})?"
    return re.compile(rf"(?:byline:?\s*)?(?:{_any(starts)})(?!\w){role}[:|\s]*", re.IGNORECASE)


def _dateline(agencies: list[str], months: list[str], weekdays: list[str]) -> re.Pattern[str]:
    """A place in capitals, or with an agency or a date, before the text.

    ``WENEN (ANP) -``, ``Wenen (Reuters) –``, ``(Belga)``, ``DEN HAAG -``, ``JERUZALEM, 12 MAART.``,
    ``Apeldoorn, 14 juni 2021 -``, and in capitals with two blanks after it (``BRUSSEL  De …``).
    """
    agency = rf"\((?P<agency>[^()\n]{{0,20}}\b(?i:{_any(agencies)})\b[^()\n]{{0,20}})\)"
    place = r"[^\W\d_][\w'’.\- /]{1,40}?"
    capitals = r"[A-ZÀ-Þ'’][A-ZÀ-Þ'’.\- /]{1,40}?"
    date = rf"[0-9]{{1,2}} (?i:{_any(months)})\.?(?: [0-9]{{4}})?"
    dash = r"[-–—]{1,2}"
    with_agency = rf"(?:(?P<place>{place}),? ?)?{agency} ?[-–—.:]*"
    dated = rf"(?P<dated>{place}), {date} ?{dash}|(?P<dated_capitals>{capitals}), {date} ?(?:{dash}|\.)"
    bare = rf"(?P<capitals>{capitals})(?:,? ?\([^()\n]{{1,30}}\))? ?{dash}"
    blanks = r"(?P<spaced>[A-ZÀ-Þ'’][A-ZÀ-Þ'’\-]{2,30})(?=  +[\"'„“‘«]?[A-ZÀ-Þ][a-zà-ÿ' ])"
    alone = rf"(?P<alone>{capitals}), (?P<alone_day>(?i:{_any(weekdays)})|{date})\.?$"
    return re.compile(rf"(?:{with_agency}|{dated}|{bare}|{blanks})(?P<gap>\s+)(?=\S)|{alone}")


def _written_date(months: list[str]) -> re.Pattern[str]:
    """``2 december 2017``, ``2 dec. 2017``, ``december 2017``."""
    pattern = rf"\b(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{_any(months)})\.? (?P<year>[0-9]{{4}})\b"
    return re.compile(pattern, re.IGNORECASE)
