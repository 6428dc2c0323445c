"""Counts and what follows from them: precision, recall, F1; and pairing of found spans with gold ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Chars = tuple[int, int]


@dataclass(frozen=True)
class Counts:
    """How many were right, found and wanted; an accuracy has ``found == wanted``.

    Scores of clusters count shares of mentions, other ones for recall (``recalled``) than for precision.
    """

    right: float = 0
    found: int = 0
    wanted: int = 0
    recalled: float | None = None

    def __add__(self, other: "Counts") -> "Counts":
        clusters = self.recalled is not None or other.recalled is not None
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.wanted + other.wanted,
            (self.recalled or 0.0) + (other.recalled or 0.0) if clusters else None,
        )

    @property
    def precision(self) -> float | None:
        """Of what was found, how much is right; None when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Of what was wanted, how much was found; None when nothing was wanted."""
        right = self.right if self.recalled is None else self.recalled
        return right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there is nothing to score."""
        if self.recalled is None:
            total = self.found + self.wanted
            return 2 * self.right / total if total else None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


Scores = dict[str, Counts]


def add_scores(many: Iterable[Scores]) -> Scores:
    """Sum scores name by name, names in the order of first appearance."""
    total: Scores = {}
    for scores in many:
        for name, counts in scores.items():
            total[name] = total.get(name, Counts()) + counts
    return total


def overlap(first: Sequence[Chars], second: Sequence[Chars]) -> float:
    """Return shared characters ÷ characters in either (Jaccard), for two lists of spans."""
    one, two = _characters(first), _characters(second)
    either = len(one | two)
    return len(one & two) / either if either else 0.0


def _characters(spans: Sequence[Chars]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def pair(
    found: Sequence[Sequence[Chars]], wanted: Sequence[Sequence[Chars]], least: float
) -> list[tuple[int, int]]:
    """Pair found with wanted items one to one, best overlap first, at overlap ≥ ``least``.

    Returns pairs (index into found, index into wanted). Equal overlaps pair in text order.
    """
    candidates = [
        (-share, i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(wanted)
        if _touch(one, other) and (share := overlap(one, other)) >= least
    ]
    pairs, used_found, used_wanted = [], set(), set()
    for _, i, j in sorted(candidates):
        if i not in used_found and j not in used_wanted:
            pairs.append((i, j))
            used_found.add(i)
            used_wanted.add(j)
    return pairs


def _touch(first: Sequence[Chars], second: Sequence[Chars]) -> bool:
    return first[0][0] < second[-1][1] and second[0][0] < first[-1][1]
