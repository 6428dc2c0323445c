"""Stretches of a text with something in each, asked for what lies at a place without going through all."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Stretches(Generic[T]):
    """Looks up (start, end, value), ``end`` exclusive; positions are tokens or characters, as given."""

    def __init__(self, items: Iterable[tuple[int, int, T]]) -> None:
        self._items = sorted(items, key=lambda item: item[:2])
        self._starts = [start for start, _, _ in self._items]
        #: How far the stretches up to each one reach: what it or one before it holds.
        self._reached = list(accumulate((end for _, end, _ in self._items), max))

    def beginning(self, start: int, end: int) -> Iterator[T]:
        """Yield what begins from ``start`` to before ``end``, in text order."""
        found = range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return (self._items[index][2] for index in found)

    def touching(self, start: int, end: int) -> Iterator[T]:
        """Yield what shares a place with ``start`` to ``end``, in text order."""
        found = range(bisect_right(self._reached, start), bisect_left(self._starts, end))
        return (self._items[index][2] for index in found if self._items[index][1] > start)
