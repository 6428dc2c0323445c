"""The grammar of time expressions: a sequence of word categories → TIMEX3 type and value.

A pattern is a string of one letter a word; the first that fits and has an answer decides. What the anchor
does not know stays unknown (None, or ``X`` where TIMEX3 has a place for it).
"""

import re
from collections.abc import Callable

from nieuwsextract.pipeline.dates.clock import (
    is_half_or_quarter,
    read_clock,
    read_daypart,
    read_hour_of_day,
    read_part_of_day,
    read_shifted_daypart,
)
from nieuwsextract.pipeline.dates.days import (
    read_day,
    read_day_and_month,
    read_days_of_month,
    read_full_date,
    read_holiday,
    read_weekday,
)
from nieuwsextract.pipeline.dates.durations import (
    read_age,
    read_bare_number,
    read_duration,
    read_each,
    read_long_duration,
    read_measure,
    read_race_time,
)
from nieuwsextract.pipeline.dates.expression import Expression, Timex
from nieuwsextract.pipeline.dates.periods import (
    read_century,
    read_decade,
    read_half_year,
    read_month,
    read_quarter,
    read_season,
    read_shifted_quarter,
    read_shifted_unit,
    read_sports_season,
    read_year,
    read_year_month,
    read_years,
)

Handler = Callable[[Expression], Timex | None]

LETTERS = {
    "weekday": "W", "weekdays": "w", "month": "M", "season": "S", "daypart": "P", "daypart_alone": "p",
    "daypart_today": "T", "day": "D", "unit": "U", "measure": "X", "quarter": "Q", "shift": "s",
    "past_span": "l", "part": "h", "ordinal": "o", "number": "n", "vague": "v", "each": "e",
    "clock_word": "k", "holiday": "H", "easter": "E", "age": "a", "ago": "g", "year": "Y", "clock": "c",
    "full_date": "d", "year_month": "i", "day_month": "m",
    "years": "y", "race": "r", "era": "C", "sports_season": "Z",
    "quarter_past": "q",
}  # fmt: skip

#: Pattern over the letters of ``LETTERS`` → handler; the first that fits and has an answer decides.
PATTERNS: list[tuple[re.Pattern[str], Handler]] = [
    (re.compile(pattern), handler)
    for pattern, handler in [
        ("W?dP?", read_full_date),
        ("i", read_year_month),
        ("nnM(?:Y|sU)?", read_days_of_month),
        ("P?W?[no]{1,2}M(?:Y|sU)?[Pp]?(?:cU?)?", read_day_and_month),
        ("P?W?m", read_day_and_month),
        ("P?W{1,2}[Pp]?h?(?:cU?|k)?", read_weekday),
        ("(?:sW[Pp]?|sUW[Pp]?|WsU|W[Pp]sU)", read_weekday),
        ("D[Pp]?(?:cU?)?|T(?:cU?)?", read_day),
        ("[oh]?s?[HE]Y?", read_holiday),
        ("h?(?:s?MY?|MsU|sUM)", read_month),
        ("h?(?:s?SY?|SsU)", read_season),
        ("h?Y", read_year),
        ("h?UY", read_decade),
        ("h?Un", read_decade),
        ("U?y", read_years),
        ("s?Zy?", read_sports_season),
        ("s?oQs?U?Y?", read_quarter),
        ("h?oUC?", read_century),
        ("h?s[UX]", read_shifted_unit),
        ("sQ", read_shifted_quarter),
        ("oXs?U?Y?", read_half_year),
        ("[hn]nU?p?|qnU?p?|nUp", lambda e: read_clock(e) if is_half_or_quarter(e) else None),
        ("(?:n{1,2}|n?v)?Ug?|[sl][nv]?U|nUn", read_duration),
        ("nUnU", read_long_duration),
        ("(?:[WD]P?|p|P|T)nU", read_hour_of_day),
        ("hP", read_part_of_day),
        ("[nh]?X", read_measure),
        ("[no]a", read_age),
        ("n", read_bare_number),
        ("r", read_race_time),
        ("e(?:W|M|S|P|Q|n?U)P?|wP?", read_each),
        ("cU?p?|(?:[nv]?U)?k", read_clock),
        ("p", read_daypart),
        ("sP", read_shifted_daypart),
    ]
]


def evaluate(expression: Expression) -> Timex | None:
    """Return the first pattern's answer; None when no pattern fits or the answer is unknown."""
    code = "".join(LETTERS.get(word.category, "?") for word in expression.words)
    for pattern, handler in PATTERNS:
        if pattern.fullmatch(code) and (timex := handler(expression)) is not None:
            return timex
    return None
