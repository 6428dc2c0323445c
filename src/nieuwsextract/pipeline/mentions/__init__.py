"""``nieuws_mentions``: who is who in one article."""

from nieuwsextract.pipeline.mentions.component import Mentions

__all__ = ["Mentions"]
