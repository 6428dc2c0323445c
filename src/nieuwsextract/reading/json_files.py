"""JSON: one object a line, an array of objects, or a document with the array in it; read as a stream."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns, to_item
from nieuwsextract.reading.items import Item, read_whole, to_failure

#: Bytes; a longer line is no article, and memory is not for guessing.
MAX_LINE = 64_000_000
#: Where a document that is one object keeps its articles.
_LISTS = ("articles", "results", "items", "data", "documents", "hits", "docs")
_BOM = b"\xef\xbb\xbf"
_BETWEEN = re.compile(r"[\s,]*")
#: How ``surrogateescape`` shows a byte that is no UTF-8.
_BAD_BYTE = re.compile("[\udc80-\udcff]")


def read(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield the articles of JSON lines, of an array or of one document.

    Raises:
        ReadError: the file is no JSON at all.
    """
    first = _first_line(stream)
    if first.startswith(b"["):
        yield from _read_array(stream, first, name, columns)
    elif _is_object(first):
        yield from _read_lines(stream, first, name, columns)
    else:
        yield from _read_document(first + read_whole(stream, MAX_LINE), name, columns)


def read_lines(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield the articles of JSON lines; a line that is none is a failure, the others go on."""
    first = _first_line(stream)
    if first.startswith(b"["):
        yield from _read_array(stream, first, name, columns)
    else:
        yield from _read_lines(stream, first, name, columns)


def _first_line(stream: IO[bytes]) -> bytes:
    line = stream.readline(MAX_LINE).removeprefix(_BOM)
    while line and not line.strip():
        line = stream.readline(MAX_LINE)
    return line


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _read_lines(stream: IO[bytes], first: bytes, name: str, columns: Columns) -> Iterator[Item]:
    number, line = 1, first
    while line:
        place = f"{name}, line {number}"
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            yield to_failure(ReadError(f"a line of more than {MAX_LINE:,} bytes; divide it"), place)
            _skip_line(stream)
        elif line.strip():
            yield from _line_to_items(line, place, f"{name}#{number}", columns)
        line = stream.readline(MAX_LINE)
        number += 1


def _skip_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
        pass


def _parse_line(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(f"byte {error.start} is no UTF-8; convert the file to UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"no JSON: {error}; is the line cut off?") from error


def _line_to_items(line: bytes, place: str, fallback_id: str, columns: Columns) -> Iterator[Item]:
    try:
        row = _parse_line(line)
    except ReadError as error:
        yield to_failure(error, place)
    else:
        yield from _document_to_items(row, place, fallback_id, columns)


def _document_to_items(document: Any, place: str, fallback_id: str, columns: Columns) -> Iterator[Item]:
    """An article, or (what has no text itself) a list of them under a known name."""
    lists = map(document.get, _LISTS) if isinstance(document, dict) else ()
    rows = next((rows for rows in lists if isinstance(rows, list)), None)
    if rows is None or "text" in columns.find(document)[0]:
        yield to_item(document, place, fallback_id, columns)
        return
    for number, row in enumerate(rows, start=1):
        yield to_item(row, f"{place}, item {number}", f"{fallback_id}#{number}", columns)


def _read_document(data: bytes, name: str, columns: Columns) -> Iterator[Item]:
    """One object over many lines."""
    if not data.strip():
        raise ReadError("the file is empty; get it again")
    yield from _document_to_items(_parse_line(data.removeprefix(_BOM)), name, name, columns)


def _read_array(stream: IO[bytes], first: bytes, name: str, columns: Columns) -> Iterator[Item]:
    """The items of an array, one at a time: only the one being read is in memory."""
    for number, (raw, row) in enumerate(_array_items(stream, first), start=1):
        place = f"{name}, item {number}"
        if _BAD_BYTE.search(raw):
            yield to_failure(ReadError("bytes that are no UTF-8; convert the file to UTF-8"), place)
        else:
            yield to_item(row, place, f"{name}#{number}", columns)


def _array_items(stream: IO[bytes], first: bytes) -> Iterator[tuple[str, Any]]:
    decoder, parse = codecs.getincrementaldecoder("utf-8")("surrogateescape"), json.JSONDecoder()
    buffer, at, want = decoder.decode(first[1:]), 0, 1 << 16
    while True:
        at = _end_of(_BETWEEN, buffer, at)
        if buffer.startswith("]", at):
            return
        try:
            value, end = parse.raw_decode(buffer, at)
        except ValueError as error:
            data = stream.read(want)
            if not data or len(buffer) - at > MAX_LINE:
                raise ReadError(f"the array breaks off: {error}; the items before it were read") from error
            # Twice as much each time: an item that is long is not parsed once for every block of it.
            buffer, at, want = buffer[at:] + decoder.decode(data), 0, min(2 * want, MAX_LINE)
            continue
        yield buffer[at:end], value
        at, want = end, 1 << 16


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
