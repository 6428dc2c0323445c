"""Fits what the signs of an item are worth on annotated articles: the ``[[calibration]]`` rules.

Logistic regression with a penalty on the weights, so that a sign with little evidence says little. How good
the confidences are is measured on articles that the fit has not seen: ``cross_validate``.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nieuwsextract.evaluation.reliability import Judged, area_under_curve, bin_up, expected_error
from nieuwsextract.pipeline.confidence import chance, log_odds
from nieuwsextract.rules.template import to_toml

#: A sign of fewer items gets no weight.
_MIN_ITEMS = 15
#: How strongly weights are drawn to zero: as much evidence as so many items weigh against them.
_PENALTY = 5.0
#: Weights smaller than this are left out.
_MIN_WEIGHT = 0.05
_FOLDS = 5
_STEPS = 50

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Model:
    """A fitted calibration: log odds that an item is right are the intercept plus its signs' weights."""

    intercept: float
    weights: dict[str, float]

    def of(self, signs: Mapping[str, float]) -> float:
        """Return the confidence of an item."""
        return chance(
            self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in signs.items())
        )


@dataclass(frozen=True)
class Validation:
    """How confidences do on articles left out of the fit: see ``reliability`` for the two figures."""

    items: int
    articles: int
    auc: float
    error: float


def write_calibration(items: Sequence[Judged]) -> str:
    """Return a rule file fitted to judged items."""
    tables = [_table(layer, own) for layer, own in by_layer(items).items()]
    head = "# What signs proved worth: fitted by `nieuwsextract evaluate GOLD --calibrate FILE`.\n"
    return head + "".join(tables)


def by_layer(items: Sequence[Judged]) -> dict[str, list[Judged]]:
    """Return the items of each layer, layers by name."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        found[item.layer].append(item)
    return dict(sorted(found.items()))


def _table(layer: str, items: Sequence[Judged]) -> str:
    model, tried = fit(items), cross_validate(items)
    note = f"{tried.items} items of {tried.articles} articles"
    if tried.articles >= _FOLDS:
        note += f"; on articles left out of the fit: AUC {tried.auc:.2f}, mean gap {tried.error:.3f}"
    lines = ["", "[[calibration]]", f"id = {to_toml(layer)}", f"note = {to_toml(note)}"]
    lines += [f"intercept = {model.intercept}", "[calibration.weights]"]
    lines += [f"{to_toml(name)} = {weight}" for name, weight in model.weights.items()]
    return "\n".join(lines) + "\n"


def fit(items: Sequence[Judged]) -> Model:
    """Return the model that makes what proved right likeliest, weights drawn to zero."""
    counts = Counter(name for item in items for name in item.signs)
    names = sorted(name for name, count in counts.items() if _MIN_ITEMS <= count < len(items))
    names += sorted(name for name, count in counts.items() if count == len(items) and _varies(name, items))
    right = np.array([float(item.is_right) for item in items])
    # One right and one wrong more: no share is 0 or 1, whatever the items.
    start = log_odds((right.sum() + 1) / (len(items) + 2))
    found = _maximise(_matrix(items, names), right, start)
    weights = {name: round(float(weight), 2) for name, weight in zip(names, found[1:], strict=True)}
    kept = {name: weight for name, weight in weights.items() if abs(weight) >= _MIN_WEIGHT}
    return Model(round(float(found[0]), 2), kept)


def _varies(name: str, items: Sequence[Judged]) -> bool:
    return len({item.signs[name] for item in items}) > 1


def _matrix(items: Sequence[Judged], names: Sequence[str]) -> Matrix:
    return np.array([[1.0, *(item.signs.get(name, 0.0) for name in names)] for item in items])


def _maximise(signs: Matrix, right: Matrix, start: float) -> Matrix:
    """Newton's method; the intercept has no penalty but a trace of one, which keeps it finite."""
    weights = np.zeros(signs.shape[1])
    weights[0] = start
    penalty = np.full(signs.shape[1], _PENALTY)
    penalty[0] = 0.01
    for _ in range(_STEPS):
        claimed = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (claimed - right) + penalty * weights
        curve = (signs * (claimed * (1 - claimed))[:, None]).T @ signs + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights


def cross_validate(items: Sequence[Judged]) -> Validation:
    """Fit on four fifths of the articles, claim on the fifth, five times."""
    claimed = claim_unseen(items)
    articles = len({item.article for item in items})
    layer = items[0].layer
    return Validation(len(items), articles, area_under_curve(claimed), expected_error(bin_up(claimed), layer))


def claim_all_unseen(items: Sequence[Judged]) -> list[Judged]:
    """``claim_unseen`` for the items of every layer."""
    return [claimed for own in by_layer(items).values() for claimed in claim_unseen(own)]


def claim_unseen(items: Sequence[Judged]) -> list[Judged]:
    """Return the items with the confidences of models that have not seen their articles."""
    fold_of = {name: number % _FOLDS for number, name in enumerate(sorted({item.article for item in items}))}
    folds = [[item for item in items if fold_of[item.article] == number] for number in range(_FOLDS)]
    claimed: list[Judged] = []
    for number, held in enumerate(folds):
        rest = [item for other, fold in enumerate(folds) if other != number for item in fold]
        model = fit(rest) if rest else Model(0.0, {})
        claimed += [replace(item, confidence=model.of(item.signs)) for item in held]
    return claimed
