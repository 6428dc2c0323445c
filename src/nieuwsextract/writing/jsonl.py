"""Records as JSON: one object a line, or one indented array-free document per record."""

from collections.abc import Iterable
from pathlib import Path

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
