"""Records as JSON lines, the format of record: written, and read back."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from nieuwsextract.errors import ReadError
from nieuwsextract.records import ArticleRecord


def to_json(record: ArticleRecord, *, indent: int | None = None) -> str:
    """Return a record as JSON, in one line unless ``indent`` is given."""
    return record.model_dump_json(indent=indent)


def write(records: Iterable[ArticleRecord], path: str | Path) -> int:
    """Write records to a file as JSON lines in UTF-8; return how many."""
    count = 0
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(to_json(record) + "\n")
            count += 1
    return count


def read_records(path: str | Path) -> Iterator[ArticleRecord]:
    """Yield the records of a JSON lines file (``.gz`` too), each checked.

    Raises:
        ReadError: the file cannot be read, or a line is no record; the message names file and line.
    """
    try:
        opened = gzip.open if str(path).endswith(".gz") else open
        with opened(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _read_line(line, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path}: cannot be read: {error}") from error


def holds_records(path: str | Path) -> bool:
    """Whether a file begins as a record does: articles come as JSON lines too."""
    with Path(path).open("rb") as file:
        return file.read(64).startswith(b'{"schema_version":')


def _read_line(line: str, place: str) -> ArticleRecord:
    try:
        return ArticleRecord.model_validate_json(line)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"])) or "line"
        message = f"{place}: {field}: {fault['msg']}; is this a file that nieuwsextract wrote?"
        raise ReadError(message) from error
