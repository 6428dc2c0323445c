"""Tables as files: Parquet (extra ``parquet``) for programs, CSV for spreadsheets."""

import csv
import io
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Literal, Protocol

from nieuwsextract.errors import RunError
from nieuwsextract.records import ArticleRecord
from nieuwsextract.writing.tables import TABLES, ColumnType, Row, to_rows

TableFormat = Literal["parquet", "csv"]

#: What a spreadsheet takes for a formula at the start of a cell.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Rows that are written at once: a row group of Parquet.
_ROWS = 5_000


class _Table(Protocol):
    def add(self, row: Row) -> None: ...

    def close(self) -> None: ...


class TableFiles:
    """The tables of many records, each in a file of its own."""

    def __init__(self, files: dict[str, IO[bytes]], format: TableFormat) -> None:
        """Take an open file for each table; whoever opened it closes it, after ``close``.

        Raises:
            RunError: Parquet without pyarrow.
        """
        kind: Callable[[IO[bytes], dict[str, ColumnType]], _Table]
        kind = _ParquetTable if format == "parquet" else _CsvTable
        self._tables = {name: kind(file, TABLES[name]) for name, file in files.items()}

    def add(self, record: ArticleRecord) -> None:
        """Write one record's rows."""
        for name, row in to_rows(record):
            self._tables[name].add(row)

    def close(self) -> None:
        """Write what is left, and the end of each file."""
        for table in self._tables.values():
            table.close()


def write_tables(
    records: Iterable[ArticleRecord], folder: str | Path, format: TableFormat = "parquet"
) -> int:
    """Write the tables of records into a folder, ``entities.parquet`` and so on; return how many records.

    Raises:
        RunError: Parquet without pyarrow.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / f"{name}.{format}").open("wb")) for name in TABLES}
        tables = TableFiles(dict(files), format)
        for record in records:
            tables.add(record)
            count += 1
        tables.close()
    return count


class _CsvTable:
    """RFC 4180 in UTF-8: commas, quotation marks doubled, lines that end in CR LF, a header."""

    def __init__(self, file: IO[bytes], columns: dict[str, ColumnType]) -> None:
        self._text = io.TextIOWrapper(file, "utf-8", "backslashreplace", newline="", write_through=False)
        self._columns = columns
        self._writer = csv.writer(self._text, lineterminator="\r\n")
        self._writer.writerow(columns)

    def add(self, row: Row) -> None:
        self._writer.writerow([_to_cell(row.get(name)) for name in self._columns])

    def close(self) -> None:
        self._text.flush()
        self._text.detach()


def _to_cell(value: Any) -> Any:
    """A text that a spreadsheet would calculate gets an apostrophe before it; only the CSV does."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(value).lower() if isinstance(value, bool) else value


class _ParquetTable:
    def __init__(self, file: IO[bytes], columns: dict[str, ColumnType]) -> None:
        try:
            self._arrow = import_module("pyarrow")
            parquet = import_module("pyarrow.parquet")
        except ImportError as error:
            raise RunError(
                "Parquet needs pyarrow; pip install 'nieuwsextract[parquet]', or write CSV"
            ) from error
        types = {"text": self._arrow.string(), "int": self._arrow.int64()}
        types |= {"float": self._arrow.float64(), "bool": self._arrow.bool_()}
        self._schema = self._arrow.schema([(name, types[kind]) for name, kind in columns.items()])
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == _ROWS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, self._schema))
            self._rows = []
