"""Vectors of words on their own, each computed once.

The first layer of an encoder looks at one token at a time, so that tokens with the same attributes have the
same vector. Text repeats its words: of a long stream more than nine tokens in ten were seen before.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]
Places = NDArray[np.intp]

#: Kinds of tokens that are kept: 8 to 10 MB an encoder.
MAX_KEPT = 20_000
#: Place of the vector of zeros, with which documents are kept apart.
BLANK = 0

_FIRST_SIZE = 1024
#: Odd numbers without pattern: one for each attribute, from the digits of the golden ratio.
_STEP = 0x9E3779B97F4A7C15


class WordVectors:
    """A table that fills itself, and starts anew when it is full: no order of texts changes a vector."""

    def __init__(self, embed: Any) -> None:
        _, _, tables, mix, _ = embed.layers
        self._tables, self._mix = tables.layers[0], mix.layers[0]
        columns = len(embed.layers[0].attrs["columns"])
        self._odd: Keys = np.array([_scramble(number) for number in range(columns)], dtype=np.uint64)
        self._width: int = self._mix.get_dim("nO")
        self._forget()

    def _forget(self) -> None:
        self._places: dict[int, int] = {}
        self.table: Floats = np.zeros((_FIRST_SIZE, self._width), dtype=np.float32)

    def places_of(self, attributes: Keys) -> Places:
        """The rows of ``table`` with the vectors of these tokens (tokens × attributes); may exchange it.

        Tokens are told apart by 64 bits made from their attributes, as spaCy tells strings apart.
        """
        keys: list[int] = (attributes @ self._odd).tolist()
        unknown = {key: index for index, key in enumerate(keys) if key not in self._places}
        if len(self._places) + len(unknown) > MAX_KEPT and self._places:
            self._forget()
            unknown = dict(zip(keys, range(len(keys)), strict=True))
        if unknown:
            self._learn(list(unknown), attributes[list(unknown.values())])
        return np.fromiter(map(self._places.__getitem__, keys), np.intp, len(keys))

    def _learn(self, keys: list[int], attributes: Keys) -> None:
        begin = len(self._places) + 1
        end = begin + len(keys)
        if end > len(self.table):
            larger = np.zeros((max(end, 2 * len(self.table)), self._width), dtype=np.float32)
            larger[:begin] = self.table[:begin]
            self.table = larger
        self.table[begin:end] = self._mix.predict(self._tables.predict(attributes))
        self._places.update(zip(keys, range(begin, end), strict=True))


def _scramble(number: int) -> int:
    """An odd number of 64 bits: the mixing steps of SplitMix64."""
    value = (number + 1) * _STEP % 2**64
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    value = (value ^ value >> 27) * 0x94D049BB133111EB % 2**64
    return (value ^ value >> 31) | 1
