"""``nieuws_quotes``: direct, indirect and mixed quotes with cue, source and speaker."""

from nieuwsextract.pipeline.quotes.component import Quotes

__all__ = ["Quotes"]
