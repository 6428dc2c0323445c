"""Who is named around a place: in a book-length article a description means nobody named chapters away."""

from collections.abc import Iterable

from nieuwsextract.pipeline.mentions.drafts import Draft

#: Characters; in an article no longer than this everybody is near.
_STRETCH = 20_000


class Nearby:
    """Drafts by the stretches of the text that name them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._by_stretch: dict[int, list[Draft]] = {}
        for draft in drafts:
            named = {mention["start"] // _STRETCH for mention in draft.mentions}
            for stretch in sorted({one + step for one in named for step in (-1, 0, 1)}):
                self._by_stretch.setdefault(stretch, []).append(draft)

    def at(self, place: int) -> list[Draft]:
        """Return those named in the stretch of a character or in one beside it, in the order given."""
        return self._by_stretch.get(place // _STRETCH, [])
