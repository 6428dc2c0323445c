"""Which articles are copies of an earlier one: the same text, or (extra ``dedupe``) nearly the same."""

import hashlib
import sqlite3
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from nieuwsextract.article import Article
from nieuwsextract.reading.compression import import_extra

#: MinHash: permutations and bands; 16 bands of 8 find pairs from a similarity of about 0.7 on.
_PERMUTATIONS, _BANDS, _SEED = 128, 16, 7
#: Articles that near duplicates are looked for among: copies of an agency's story come within days.
WINDOW = 400_000
#: Words that are compared as one.
_SHINGLE = 4


class Duplicates:
    """Remembers the articles it has seen; on disk, so that memory does not grow with the input.

    Only the signatures of near duplicates stay in memory, those of the last ``WINDOW`` articles.
    """

    def __init__(self, *, exact: bool, near: float | None = None) -> None:
        self._exact = exact
        self._near = _NearDuplicates(near) if near is not None else None
        # An unnamed database of SQLite: pages that do not fit in its cache go to a temporary file.
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.executescript(
            "PRAGMA journal_mode=OFF; BEGIN;"
            "CREATE TABLE texts (hash BLOB PRIMARY KEY, id TEXT) WITHOUT ROWID;"
            "CREATE TABLE ids (hash BLOB PRIMARY KEY) WITHOUT ROWID;"
        )
        self.repeated_ids = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._seen.close()

    def find(self, article: Article) -> str | None:
        """Return the id of the earlier article that this one copies, or None and remember it."""
        self.repeated_ids += not self._insert("ids", _hash(article.id))
        if self._exact:
            text = _hash(" ".join(article.text.split()))
            if not self._insert("texts", text, article.id):
                return str(self._seen.execute("SELECT id FROM texts WHERE hash = ?", (text,)).fetchone()[0])
        return self._near.find(article) if self._near else None

    def _insert(self, table: str, *row: bytes | str) -> bool:
        marks = ", ".join("?" * len(row))
        return self._seen.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row).rowcount == 1  # noqa: S608


class _NearDuplicates:
    """Compares an article with the last ``WINDOW / 2`` to ``WINDOW`` before it."""

    def __init__(self, least: float) -> None:
        self._rensa = import_extra("rensa", "dedupe")
        self._least = least
        #: The older half, if there is one, and the one that is being filled.
        self._halves = [self._begin()]

    def find(self, article: Article) -> str | None:
        """Return the id of the first article that is similar enough, or None and remember this one."""
        words = article.text.lower().split()
        own: Any = self._rensa.RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        own.update([" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))])
        for half in self._halves:
            original = half.find(own, self._least)
            if original is not None:
                return original
        self._remember(article.id, own)
        return None

    def _remember(self, id: str, own: Any) -> None:
        if len(self._halves[-1].known) >= WINDOW // 2:
            self._halves = [self._halves[-1], self._begin()]
        half = self._halves[-1]
        half.index.insert(len(half.known), own)
        half.known.append((id, own))

    def _begin(self) -> "_Half":
        index = self._rensa.RMinHashLSH(threshold=self._least, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        return _Half(index, [])


@dataclass
class _Half:
    index: Any
    known: list[tuple[str, Any]]

    def find(self, own: Any, least: float) -> str | None:
        """Return the id of the first article that is similar enough, if there is one."""
        number: int
        for number in sorted(self.index.query(own)):
            original, other = self.known[number]
            if own.jaccard(other) >= least:
                return original
        return None


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
