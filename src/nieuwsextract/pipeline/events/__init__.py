"""``nieuws_events``: who did what to whom, where, when, whether it happened, and who says so."""

from nieuwsextract.pipeline.events.component import Events

__all__ = ["Events"]
