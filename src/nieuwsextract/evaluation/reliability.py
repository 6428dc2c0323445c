"""Whether a confidence is worth its number: eight in ten of the items that claim 0.8 should be right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from nieuwsextract.evaluation.events import match_events
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.quotes import LOOSE, Matches, has_speaker, match_quotes
from nieuwsextract.records import SPEAKER, ArticleRecord, Event, Quote

#: Bins are this wide: 0.5–0.6, 0.6–0.7 …
_WIDTH = 0.1


@dataclass(frozen=True)
class Judged:
    """An item's confidence, the signs it was read from (where explained), and whether gold has it."""

    layer: str
    article: str
    confidence: float
    is_right: bool
    signs: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Bin:
    """Items of about the same confidence: how many, their mean confidence, how many were right."""

    layer: str
    low: float
    count: int
    confidence: float
    precision: float


def judge(gold: GoldArticle, record: ArticleRecord) -> Iterator[Judged]:
    """Yield every quote, speaker and event that has a confidence, where gold has the layer.

    A quote is right when its content overlaps a gold quote's by 0.3 or more, its speaker (of such quotes
    only) when it has the name that gold gives, an event when it has a gold event's type and their triggers
    overlap.
    """
    if gold.quotes is not None:
        matches = match_quotes(gold.quotes, record.quotes, LOOSE)
        right = {id(quote) for _, quote in matches}
        for quote in record.quotes:
            if quote.confidence is not None:
                yield Judged("quotes", gold.id, quote.confidence, id(quote) in right, _signs(quote, ""))
        yield from _judge_speakers(gold, record, matches)
    if gold.events is not None:
        right = {id(event) for _, event in match_events(gold.events, record.events)}
        for event in record.events:
            if event.confidence is not None:
                yield Judged("events", gold.id, event.confidence, id(event) in right, _signs(event, ""))


def _judge_speakers(gold: GoldArticle, record: ArticleRecord, matches: Matches) -> Iterator[Judged]:
    """Several speakers at once are not judged, nor a named body where gold has nobody: it may be either."""
    bodies = {entity.id for entity in record.entities if entity.label in ("ORG", "GPE")}
    for one, quote in matches:
        speaker = quote.speaker
        if speaker is None or speaker.confidence is None:
            continue
        if (one.speaker and ";" in one.speaker) or (one.speaker is None and speaker.entity in bodies):
            continue
        right = one.speaker is not None and has_speaker(quote, one)
        yield Judged("speakers", gold.id, speaker.confidence, right, _signs(quote, SPEAKER))


def _signs(item: Quote | Event, prefix: str) -> dict[str, float]:
    """The signs of an explained item: its own, or those of a part of it."""
    evidence = item.explanation.evidence if item.explanation else {}
    if not prefix:
        return {name: value for name, value in evidence.items() if not name.startswith(SPEAKER)}
    return {name.removeprefix(prefix): value for name, value in evidence.items() if name.startswith(prefix)}


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


def area_under_curve(items: Sequence[Judged]) -> float:
    """Return how often a right item stands above a wrong one in confidence; ties count half."""
    ordered = sorted(items, key=lambda item: item.confidence)
    wrong = sum(not item.is_right for item in items)
    pairs, below = 0.0, 0
    for _, group in groupby(ordered, key=lambda item: item.confidence):
        held = [item.is_right for item in group]
        misses = held.count(False)
        pairs += held.count(True) * (below + misses / 2)
        below += misses
    total = wrong * (len(items) - wrong)
    return pairs / total if total else 0.5


def _mean(values: Iterable[float]) -> float:
    held = [float(value) for value in values]
    return round(sum(held) / len(held), 4)
