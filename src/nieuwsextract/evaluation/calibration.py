"""Fits what the components' scores are worth on annotated articles: the ``[[calibration]]`` rules.

Isotonic regression (pool adjacent violators) of right on score, so that confidence never falls as the score
rises; then for each kind of item (event type, cue class) a shift in logits, shrunk towards none.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language

from nieuwsextract.evaluation.reliability import Judged
from nieuwsextract.pipeline.confidence import between
from nieuwsextract.rules.template import to_toml

#: Steps of the curve hold at least so many items; kinds with fewer have no shift.
_MIN_STEP = 25
_MIN_KIND = 15
#: A kind's own evidence counts half when it has so many items.
_SHRINK = 20
#: Shifts smaller than this are left out.
_MIN_SHIFT = 0.2
#: One item right and one wrong are added to every share, so that none is 0 or 1.
_PRIOR = 1


@dataclass
class _Step:
    score: float
    right: float
    count: int

    @property
    def share(self) -> float:
        return (self.right + _PRIOR) / (self.count + 2 * _PRIOR)


def use_scores(nlp: Language) -> None:
    """Have a pipeline's quotes and events give their raw scores as confidence."""
    for name in ("nieuws_quotes", "nieuws_events"):
        if name in nlp.pipe_names:
            nlp.get_pipe(name).confidence.curve = None  # type: ignore[attr-defined]


def write_calibration(items: Sequence[Judged]) -> str:
    """Return a rule file fitted to items whose confidences are raw scores."""
    by_layer: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        by_layer[item.layer].append(item)
    tables = [_table(layer, own) for layer, own in sorted(by_layer.items())]
    return (
        "# What scores proved worth: fitted by `nieuwsextract evaluate GOLD --calibrate FILE`.\n"
        + "".join(tables)
    )


def _table(layer: str, items: Sequence[Judged]) -> str:
    scores, right = fit_curve(items)
    shifts = fit_shifts(items, scores, right)
    lines = ["", "[[calibration]]", f"id = {to_toml(layer)}", f"note = {to_toml(f'{len(items)} items')}"]
    lines += [f"scores = {to_toml(scores)}", f"right = {to_toml(right)}", f"shifts = {to_toml(shifts)}"]
    return "\n".join(lines) + "\n"


def fit_curve(items: Sequence[Judged]) -> tuple[list[float], list[float]]:
    """Return rising scores and, at each, the share that is right, never falling."""
    at_score: dict[float, list[bool]] = defaultdict(list)
    for item in items:
        at_score[round(item.confidence, 2)].append(item.is_right)
    steps: list[_Step] = []
    for score, held in sorted(at_score.items()):
        steps.append(_Step(score, sum(held), len(held)))
        while len(steps) > 1 and (steps[-1].share < steps[-2].share or steps[-2].count < _MIN_STEP):
            _pool(steps)
    if len(steps) > 1 and steps[-1].count < _MIN_STEP:
        _pool(steps)
    return [round(step.score, 3) for step in steps], [round(step.share, 3) for step in steps]


def _pool(steps: list[_Step]) -> None:
    """Make one of the last two: at the mean of their scores, weighted."""
    last, before = steps.pop(), steps.pop()
    count = last.count + before.count
    score = (last.score * last.count + before.score * before.count) / count
    steps.append(_Step(score, last.right + before.right, count))


def fit_shifts(items: Sequence[Judged], scores: Sequence[float], right: Sequence[float]) -> dict[str, float]:
    """Return for each kind that is better or worse than its scores say by how much, in logits."""
    by_kind: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        by_kind[item.kind].append(item)
    shifts = {}
    for kind, own in sorted(by_kind.items()):
        expected = sum(between(item.confidence, scores, right) for item in own) / len(own)
        share = (sum(item.is_right for item in own) + _PRIOR) / (len(own) + 2 * _PRIOR)
        shift = (_logit(share) - _logit(expected)) * len(own) / (len(own) + _SHRINK)
        if kind and len(own) >= _MIN_KIND and abs(shift) >= _MIN_SHIFT:
            shifts[kind] = round(shift, 2)
    return shifts


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
