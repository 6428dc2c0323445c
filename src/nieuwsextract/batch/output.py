"""A shard's files: they appear together, and the last one to appear is the mark that the shard is done."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from importlib import import_module

from nieuwsextract import storage
from nieuwsextract.batch.settings import Counts, Format
from nieuwsextract.reading import ReadFailure
from nieuwsextract.records import ArticleRecord
from nieuwsextract.writing.jsonl import to_json
from nieuwsextract.writing.table_files import TableFiles
from nieuwsextract.writing.tables import TABLES

#: The table whose file marks a shard as done.
_MARK = "articles"
#: Beside the records: what went wrong, and what was left out for its language.
_ERRORS, _SKIPPED = _ENDINGS = (".errors.jsonl", ".skipped.jsonl")


class ShardOutput:
    """Takes a shard's records and errors, in the order of the input."""

    def __init__(self, add: Callable[[ArticleRecord], None]) -> None:
        self._add = add
        self.records = 0
        self.failures: list[ReadFailure] = []

    @property
    def skipped(self) -> int:
        """Articles that were left out for their language."""
        return sum(failure.is_skip for failure in self.failures)

    @property
    def errors(self) -> int:
        """Articles that could not be read or processed."""
        return len(self.failures) - self.skipped

    def add(self, outcome: ArticleRecord | ReadFailure) -> None:
        """Write a record, or keep an error for the shard's lists of them."""
        if isinstance(outcome, ReadFailure):
            self.failures.append(outcome)
        else:
            self._add(outcome)
            self.records += 1


@contextmanager
def open_shard(target: str, format: Format) -> Iterator[ShardOutput]:
    """Open the files of the shard ``…/part-00007``; an error leaves none of them."""
    with ExitStack() as stack:
        # What is entered first is renamed last.
        mark = stack.enter_context(storage.write_whole(mark_of(target, format)))
        if format == "jsonl":
            output = ShardOutput(lambda record: _write_line(mark, record))
            yield output
        else:
            names = [name for name in TABLES if name != _MARK]
            paths = {name: _table_file(target, name, format) for name in names}
            files = {name: stack.enter_context(storage.write_whole(path)) for name, path in paths.items()}
            tables = TableFiles({_MARK: mark, **files}, format)
            output = ShardOutput(tables.add)
            yield output
            tables.close()
        for ending in _ENDINGS:
            is_skip = ending == _SKIPPED
            _write_lines(f"{target}{ending}", [f for f in output.failures if f.is_skip == is_skip])


def _write_line(file: object, record: ArticleRecord) -> None:
    file.write(to_json(record).encode() + b"\n")  # type: ignore[attr-defined]


def _write_lines(path: str, failures: list[ReadFailure]) -> None:
    if not failures:
        storage.remove(path)  # of a run that broke off before its mark
        return
    with storage.write_whole(path) as file:
        for failure in failures:
            file.write(
                json.dumps(asdict(failure), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
            )


def make_folders(out: str, format: Format) -> None:
    """Make the folders that the shards' files go to."""
    for name in () if format == "jsonl" else TABLES:
        storage.make_folder(storage.join(out, name))


def mark_of(target: str, format: Format) -> str:
    """Return the file that marks a shard as done."""
    return f"{target}.jsonl" if format == "jsonl" else _table_file(target, _MARK, format)


def list_done(out: str, format: Format) -> set[str]:
    """Return the names of the shards that are done: ``part-00007``."""
    names = storage.list_names(out if format == "jsonl" else storage.join(out, _MARK))
    ending = f".{format}"
    stems = {
        name.removesuffix(ending) for name in names if name.endswith(ending) and name.startswith("part-")
    }
    return {stem for stem in stems if "." not in stem}


def count_done(target: str, format: Format, there: set[str]) -> Counts:
    """Count what a shard that is done has on the disk: records, errors, and what was left out.

    ``there`` are the names in the folder of the output.
    """
    name = target.replace("\\", "/").rpartition("/")[2]
    errors, skipped = (
        _count_lines(f"{target}{ending}") if f"{name}{ending}" in there else 0 for ending in _ENDINGS
    )
    return Counts(records=_COUNT[format](mark_of(target, format)), errors=errors, skipped=skipped)


def _count_lines(path: str) -> int:
    with storage.open_file(path, "rb") as file:
        return sum(1 for _ in file)


def _count_csv(path: str) -> int:
    with storage.open_file(path, "rb") as file, io.TextIOWrapper(file, "utf-8", newline="") as text:
        csv.field_size_limit(2**31 - 1)
        return sum(1 for _ in csv.reader(text)) - 1


def _count_parquet(path: str) -> int:
    with storage.open_file(path, "rb") as file:
        return int(import_module("pyarrow.parquet").ParquetFile(file).metadata.num_rows)


_COUNT: dict[Format, Callable[[str], int]] = {
    "jsonl": _count_lines,
    "csv": _count_csv,
    "parquet": _count_parquet,
}


def _table_file(target: str, table: str, format: Format) -> str:
    folder, _, name = target.replace("\\", "/").rpartition("/")
    return storage.join(folder, table, f"{name}.{format}")
