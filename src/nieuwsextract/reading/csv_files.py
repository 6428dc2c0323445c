"""CSV and TSV: delimiter, quoting and encoding found out from the beginning of the file."""

import csv
import io
import re
import sys
from collections.abc import Iterator
from itertools import islice, product
from typing import IO, Any

from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns, name_some, to_item
from nieuwsextract.reading.items import Item, to_failure

_SAMPLE = 1 << 16
_DELIMITERS = ",;\t|"
#: Quotation marks in a field are doubled, or have a backslash before them.
_QUOTING = ({"doublequote": True}, {"doublequote": False, "escapechar": "\\"})
#: With which spreadsheets are told the delimiter.
_FIRST_LINE = re.compile(r"sep=.\r?\n", re.IGNORECASE)
#: How ``surrogateescape`` shows a byte that is no UTF-8.
_BAD_BYTE = re.compile("[\udc80-\udcff]")


def read(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield an article a row; a row that is none is a failure, the others go on.

    Raises:
        ReadError: no column has the text.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    encoding = "utf-16" if buffered.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    sample = buffered.peek(_SAMPLE)[:_SAMPLE].decode(encoding, "surrogateescape")
    first = _FIRST_LINE.match(sample)
    dialect = find_dialect(sample[first.end() :] if first else sample, columns)
    text = io.TextIOWrapper(buffered, encoding, "surrogateescape", newline="")
    try:
        if first:
            text.readline()
        rows = _rows(csv.reader(text, dialect), 2 if first else 1)
        header = next(rows, None)
        if header is None or isinstance(header[1], ReadError):
            raise ReadError("no header; give the columns' names in the first line")
        names = [_mend(cell).strip() for cell in header[1]]
        _check_header(names, columns)
        for line, row in rows:
            if row:
                yield _row_to_item(row, names, f"{name}, line {line}", f"{name}#{line}", columns)
    finally:
        text.detach()  # whoever opened the stream closes it


def find_dialect(sample: str, columns: Columns) -> type[csv.Dialect]:
    """Return the delimiter and quoting under which the sample's rows look most like a table of articles."""
    complete = sample[: sample.rfind("\n") + 1] or sample
    ways = product(_DELIMITERS, (0, 1) if '\\"' in sample else (0,))
    best = max(ways, key=lambda way: _score(complete, way[0], way[1], columns))
    return _dialect(*best)


def _dialect(delimiter: str, quoting: int) -> type[csv.Dialect]:
    settings = {"delimiter": delimiter, "quotechar": '"', "lineterminator": "\n", "strict": True}
    settings |= {"quoting": csv.QUOTE_MINIMAL, "skipinitialspace": False} | _QUOTING[quoting]
    return type("Found", (csv.Dialect,), settings)


def _score(sample: str, delimiter: str, quoting: int, columns: Columns) -> tuple[bool, float, int]:
    """A known text column first, then rows as long as the header, then many columns."""
    rows = _rows(csv.reader(io.StringIO(sample, newline=""), _dialect(delimiter, quoting)), 1)
    lengths, header = [], None
    for _, row in islice(rows, 50):
        if header is None:
            header = [] if isinstance(row, ReadError) else row
        lengths.append(-1 if isinstance(row, ReadError) else len(row))
    header = header or []
    known = "text" in columns.find(dict.fromkeys((cell.strip() for cell in header), "x"))[0]
    same = sum(length == len(header) for length in lengths) / max(len(lengths), 1)
    return known, same if len(header) > 1 else same / 2, len(header)


def _rows(reader: Any, first: int) -> Iterator[tuple[int, list[str] | ReadError]]:
    """Yield rows with the line they begin on; the reader goes on after a row it cannot read.

    ``first`` is the number of the line that the reader begins with.
    """
    line = first
    while True:
        try:
            row: list[str] | ReadError = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            end = first - 1 + reader.line_num
            row = ReadError(f"lines {line} to {end} are no row: {error}; look for a quotation mark left open")
        yield line, row
        line = first + reader.line_num


def _check_header(names: list[str], columns: Columns) -> None:
    if "text" not in columns.find(dict.fromkeys(names, "x"))[0]:
        raise ReadError(
            f"no column {' or '.join(columns.names['text'][:3])} among {name_some(names)}; "
            "say which column has the text with --map text=…"
        )


def _row_to_item(
    row: list[str] | ReadError, names: list[str], place: str, fallback: str, columns: Columns
) -> Item:
    try:
        if isinstance(row, ReadError):
            raise row
        if len(row) != len(names) and any(row[len(names) :] or ["short"]):
            raise ReadError(
                f"{len(row)} columns where the header has {len(names)}; put quotation marks around the text"
            )
        cells = {name: _mend(cell) for name, cell in zip(names, row, strict=False)}
    except ReadError as error:
        return to_failure(error, place)
    return to_item(cells, place, fallback, columns)


def _mend(cell: str) -> str:
    """A cell with bytes that are no UTF-8 is Windows-1252, as spreadsheets save it."""
    if not _BAD_BYTE.search(cell):
        return cell
    try:
        return cell.encode("utf-8", "surrogateescape").decode("cp1252")
    except UnicodeDecodeError as error:
        raise ReadError("bytes that are neither UTF-8 nor Windows-1252; convert the file to UTF-8") from error
