"""What speaks for and against an item → its confidence: the chance that it is right.

A logistic model with a weight for each sign; the weights are a ``[[calibration]]`` rule, fitted to annotated
articles (``evaluate --calibrate``).
"""

import math
from collections.abc import Mapping

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.schema import CalibrationRule

#: Sign → how much of it there is: 1 for what is so, left out for what is not.
Signs = dict[str, float]

#: Beyond these log odds a chance is 0 or 1 for all purposes, and the exponential overflows.
_FAR = 500.0

#: The sign that holds a finder's own score, as log odds.
SCORE = "score"


class Confidence:
    """Reads the calibration of one layer: ``quotes``, ``speakers``, ``events``."""

    def __init__(self, rules: RuleSet, layer: str) -> None:
        self.model = next((r for r in rules.of("calibration", CalibrationRule) if r.id == layer), None)

    def of(self, signs: Mapping[str, float]) -> float | None:
        """Return the confidence, 0 to 1, of an item; without a calibration its finder's score, or None."""
        if self.model is None:
            return round(chance(signs[SCORE]), 2) if SCORE in signs else None
        weights = self.model.weights
        logit = self.model.intercept + sum(weights.get(name, 0.0) * value for name, value in signs.items())
        # Nothing is certain, whatever the rounding says.
        return min(max(round(chance(logit), 2), 0.01), 0.99)


def chance(logit: float) -> float:
    """Return the probability of log odds."""
    return 1 / (1 + math.exp(-max(-_FAR, min(_FAR, logit))))


def log_odds(share: float) -> float:
    """Return the log odds of a probability between 0 and 1, exclusive."""
    return math.log(share / (1 - share))


def say(signs: Mapping[str, float | bool]) -> Signs:
    """Return the signs that are there, rounded; what is not so is left out."""
    return {name: round(float(value), 3) for name, value in signs.items() if value}


def place_sign(position: str) -> Signs:
    """Return the sign of a place in the article: the headline or the lead, the body being no sign."""
    return {} if position == "body" else {position: 1.0}
