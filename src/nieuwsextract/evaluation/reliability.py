"""Whether a confidence is worth its number: eight in ten of the items that claim 0.8 should be right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nieuwsextract.evaluation.events import match_events
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.quotes import LOOSE, match_quotes
from nieuwsextract.records import ArticleRecord

#: Bins are this wide: 0.5–0.6, 0.6–0.7 …
_WIDTH = 0.1


@dataclass(frozen=True)
class Judged:
    """One item with a confidence, and whether gold has it; ``kind`` is its event type or cue class."""

    layer: str
    kind: str
    confidence: float
    is_right: bool


@dataclass(frozen=True)
class Bin:
    """Items of about the same confidence: how many, their mean confidence, how many were right."""

    layer: str
    low: float
    count: int
    confidence: float
    precision: float


def judge(gold: GoldArticle, record: ArticleRecord) -> Iterator[Judged]:
    """Yield every quote and event that has a confidence, where gold has the layer.

    A quote is right when its content overlaps a gold quote's by 0.3 or more, an event when it has a gold
    event's type and their triggers overlap.
    """
    if gold.quotes is not None:
        right = {id(quote) for _, quote in match_quotes(gold.quotes, record.quotes, LOOSE)}
        for quote in record.quotes:
            if quote.confidence is not None:
                yield Judged(
                    "quotes", quote.cue.cue_class if quote.cue else "", quote.confidence, id(quote) in right
                )
    if gold.events is not None:
        right = {id(event) for _, event in match_events(gold.events, record.events)}
        for event in record.events:
            if event.confidence is not None:
                yield Judged("events", event.event_type, event.confidence, id(event) in right)


def bin_up(items: Iterable[Judged]) -> list[Bin]:
    """Return the bins that hold anything, by layer and rising confidence."""
    bins: dict[tuple[str, float], list[Judged]] = {}
    for item in items:
        low = min(int(item.confidence / _WIDTH + 1e-9), round(1 / _WIDTH) - 1) * _WIDTH
        bins.setdefault((item.layer, round(low, 2)), []).append(item)
    return [
        Bin(layer, low, len(held), _mean(i.confidence for i in held), _mean(i.is_right for i in held))
        for (layer, low), held in sorted(bins.items())
    ]


def expected_error(bins: list[Bin], layer: str) -> float:
    """Return the expected calibration error: the mean gap between confidence and precision, by item."""
    own = [each for each in bins if each.layer == layer]
    total = sum(each.count for each in own)
    return sum(each.count * abs(each.confidence - each.precision) for each in own) / max(total, 1)


def _mean(values: Iterable[float]) -> float:
    held = [float(value) for value in values]
    return round(sum(held) / len(held), 4)
