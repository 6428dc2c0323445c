"""``nieuws_dates``: time expressions with TIMEX3 values."""

from nieuwsextract.pipeline.dates.component import Dates

__all__ = ["Dates"]
