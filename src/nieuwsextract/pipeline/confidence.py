"""A component's own scores → confidences: the share of such items that proved right on annotated articles."""

import math
from bisect import bisect_right
from collections.abc import Sequence

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.schema import CalibrationRule


class Confidence:
    """Reads the calibration of one layer (``quotes``, ``events``); without one scores stay as they are."""

    def __init__(self, rules: RuleSet, layer: str) -> None:
        self.curve = next((r for r in rules.of("calibration", CalibrationRule) if r.id == layer), None)

    def of(self, score: float | None, kind: str | None) -> float | None:
        """Return the confidence, 0 to 1, of an item with this score; never falls as the score rises."""
        if score is None or self.curve is None:
            return score
        share = between(score, self.curve.scores, self.curve.right)
        logit = math.log(share / (1 - share)) + self.curve.shifts.get(kind or "", 0.0)
        # Nothing is certain, whatever the rounding says.
        return min(max(round(1 / (1 + math.exp(-logit)), 2), 0.01), 0.99)


def between(score: float, scores: Sequence[float], right: Sequence[float]) -> float:
    """Return the share at a score: on the line between two known ones, flat beyond both ends."""
    above = bisect_right(scores, score)
    if above in (0, len(scores)):
        return right[min(above, len(right) - 1)]
    low, high = scores[above - 1], scores[above]
    return right[above - 1] + (right[above] - right[above - 1]) * (score - low) / (high - low)
