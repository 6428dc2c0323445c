"""``evaluate``: gold and records → scores, with bootstrap intervals over articles."""

import random
from collections.abc import Callable, Iterable
from typing import Any

from nieuwsextract.evaluation.entities import score_entities
from nieuwsextract.evaluation.events import score_events
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.quotes import score_quotes
from nieuwsextract.evaluation.resolution import score_resolution
from nieuwsextract.evaluation.scores import Counts, Scores, add_scores
from nieuwsextract.evaluation.times import score_times
from nieuwsextract.records import ArticleRecord

Scorer = Callable[[GoldArticle, ArticleRecord], Scores]

#: Every layer's scorer, in the order of the report.
SCORERS: tuple[Scorer, ...] = (score_entities, score_quotes, score_events, score_times, score_resolution)

_RESAMPLES = 500


def score_article(gold: GoldArticle, record: ArticleRecord) -> Scores:
    """Return the counts of every layer that the gold article has."""
    return {name: counts for scorer in SCORERS for name, counts in scorer(gold, record).items()}


def report_pairs(pairs: Iterable[tuple[GoldArticle, ArticleRecord]]) -> dict[str, dict[str, Any]]:
    """Return the report of gold articles with their records."""
    return report(score_article(article, record) for article, record in pairs)


def beside(
    on_model: dict[str, dict[str, Any]], on_trees: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the report on the model's parses; each row holds the one on gold trees as ``gold_trees``."""
    nothing = _row(Counts(), [])
    names = dict.fromkeys((*on_model, *on_trees))
    return {name: on_model.get(name, nothing) | {"gold_trees": on_trees.get(name, nothing)} for name in names}


def report(per_article: Iterable[Scores]) -> dict[str, dict[str, Any]]:
    """Return for each score its counts, precision, recall, F1 and F1's 95 % bootstrap interval."""
    articles = list(per_article)
    total = add_scores(articles)
    return {
        name: _row(counts, [article.get(name, Counts()) for article in articles])
        for name, counts in total.items()
    }


def _row(counts: Counts, per_article: list[Counts]) -> dict[str, Any]:
    return {
        "right": round(counts.right, 1) if counts.recalled is not None else counts.right,
        "found": counts.found,
        "wanted": counts.wanted,
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "f1": _rounded(counts.f1),
        "f1_interval": _interval(per_article),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _interval(per_article: list[Counts]) -> list[float] | None:
    """Resample whole articles: sentences of one article are no independent draws."""
    articles = [counts for counts in per_article if counts.found or counts.wanted]
    if len(articles) < 2:
        return None
    draw = random.Random(0)  # noqa: S311 - a fixed seed, so that a report can be repeated
    values = sorted(
        sum(draw.choices(articles, k=len(articles)), Counts()).f1 or 0.0 for _ in range(_RESAMPLES)
    )
    return [round(values[int(_RESAMPLES * 0.025)], 4), round(values[int(_RESAMPLES * 0.975) - 1], 4)]
