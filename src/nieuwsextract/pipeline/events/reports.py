"""Inside whose quote a place of the text stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from nieuwsextract.pipeline.notes import QuoteNote


class Reports:
    """The quotes of one document, by the places that they hold."""

    def __init__(self, quotes: Sequence[QuoteNote]) -> None:
        #: Between two neighbouring bounds the same quote is the innermost.
        self._bounds = sorted({at for quote in quotes for piece in quote["content"] for at in piece})
        self._innermost: list[int | None] = [None] * len(self._bounds)
        sizes = [sum(end - start for start, end in quote["content"]) for quote in quotes]
        for index in sorted(range(len(quotes)), key=lambda index: (-sizes[index], -index)):
            for start, end in quotes[index]["content"]:
                held = slice(bisect_left(self._bounds, start), bisect_left(self._bounds, end))
                self._innermost[held] = [index] * (held.stop - held.start)

    def at(self, place: int) -> int | None:
        """Return the index of the innermost quote whose content holds a character, None in no quote."""
        bound = bisect_right(self._bounds, place) - 1
        return self._innermost[bound] if bound >= 0 else None
