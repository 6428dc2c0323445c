"""What readers yield: an article with its place in the input, or why there is none at that place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from nieuwsextract.article import Article
from nieuwsextract.errors import ReadError

if TYPE_CHECKING:
    from nieuwsextract.reading.columns import Columns

_LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Found:
    """An article and where it stood: ``krant.jsonl.gz, line 17``."""

    article: Article
    place: str


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """One article, or the rest of a file, that could not be read or processed, and what to do about it."""

    id: str | None
    place: str
    stage: str
    error: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.error}; {self.remedy}"

    @property
    def is_skip(self) -> bool:
        """Whether nothing is wrong: the article was left out because it is not Dutch."""
        return self.stage == _LANGUAGE


Item = Found | ReadFailure
#: Every reader: the bytes, the name to show and to make ids of, and which column is which.
Reader = Callable[[IO[bytes], str, "Columns"], Iterator[Item]]


def to_failure(error: Exception, place: str, id: str | None = None) -> ReadFailure:
    """Turn an error into the line that reports it; a ``ReadError`` says its remedy after the last ``;``."""
    if not isinstance(error, ReadError):
        problem = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return ReadFailure(id, place, "read", problem, "the file is damaged or of another kind: get it again")
    problem, _, remedy = str(error).removeprefix(f"{place}: ").rpartition("; ")
    if not problem:
        problem, remedy = remedy, "mend this article in the input"
    return ReadFailure(id, place, "read", problem, remedy)


def to_skip(language: str | None, place: str, id: str | None) -> ReadFailure:
    """Return the line that reports an article in another language (None: it cannot be told)."""
    found = f"in {language!r}, not Dutch" if language else "in a language that cannot be told"
    return ReadFailure(id, place, _LANGUAGE, found, "--any-language processes it all the same")


def read_whole(stream: IO[bytes], limit: int = 64_000_000) -> bytes:
    """Read a document that is one article, or that cannot be read in pieces.

    Raises:
        ReadError: it is larger than ``limit`` bytes.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(f"larger than {limit // 1_000_000} MB; divide it into smaller files")
    return data
