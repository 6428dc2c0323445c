"""Which reader a file needs, by its first bytes and its name; compressed files and archives are opened."""

import io
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import IO

from nieuwsextract.errors import ReadError, RunError
from nieuwsextract.reading.archives import as_seekable, read_tar, read_zip
from nieuwsextract.reading.columns import Columns
from nieuwsextract.reading.compression import decompress, find_compression, strip_suffix
from nieuwsextract.reading.items import Item, Reader, ReadFailure, to_failure

#: Archives and compressed files within each other.
MAX_DEPTH = 6

#: Format → module and function that reads it; modules of extras are imported when they are needed.
_READERS = {
    "text": ("plain_text", "read"),
    "json": ("json_files", "read"),
    "jsonl": ("json_files", "read_lines"),
    "csv": ("csv_files", "read"),
    "parquet": ("parquet", "read"),
    "html": ("html", "read"),
    "warc": ("warc", "read"),
    "docx": ("nexis", "read_docx"),
    "rtf": ("nexis", "read_rtf"),
    "xml": ("newsml", "read"),
}
_SUFFIXES = {
    "txt": "text", "text": "text", "md": "text", "json": "json", "jsonl": "jsonl", "ndjson": "jsonl",
    "jl": "jsonl",
    "csv": "csv", "tsv": "csv", "tab": "csv", "parquet": "parquet", "pq": "parquet", "html": "html",
    "htm": "html", "xhtml": "html", "warc": "warc", "docx": "docx", "rtf": "rtf", "xml": "xml", "nitf": "xml",
    "zip": "zip", "tar": "tar",
}  # fmt: skip
_MAGIC = (
    (b"PAR1", "parquet"), (b"WARC/", "warc"), (b"{\\rtf", "rtf"), (b"<?xml", "xml"), (b"<nitf", "xml"),
    (b"<newsItem", "xml"), (b"<!doctype html", "html"), (b"<html", "html"),
)  # fmt: skip
_NEED_SEEK = ("parquet", "docx")


def read_stream(
    stream: IO[bytes], name: str, columns: Columns, depth: int = 0, plain_name: str = ""
) -> Iterator[Item]:
    """Yield what a file holds; damage ends the file with a failure that says after which article.

    ``plain_name`` is what it is called without its compression.

    Raises:
        RunError: an extra is not installed.
    """
    after = ""
    try:
        for item in _open(stream, name, columns, depth, plain_name or name):
            after = item.place
            yield item
    except RunError:
        raise
    except Exception as error:
        # A reader's library may raise anything on a damaged file; it costs this file, never the run.
        yield _place_failure(to_failure(error, name), after)


def find_format(start: bytes, name: str) -> str:
    """Return the format of a file that begins so; its content counts where it cannot lie."""
    suffix = name.rpartition(".")[2].lower()
    by_name = _SUFFIXES.get(suffix)
    if start.startswith(b"PK\x03\x04"):
        return "docx" if by_name == "docx" else "zip"
    if start[257:262] == b"ustar":
        return "tar"
    lower = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    by_content = next((kind for magic, kind in _MAGIC if lower.startswith(magic.lower())), None)
    if by_name == "xml" and by_content == "html":
        return "html"
    if by_name:
        return by_name
    return by_content or ("json" if lower[:1] == b"{" or lower[:2] in (b"[{", b"[\n") else "text")


def _open(stream: IO[bytes], name: str, columns: Columns, depth: int, plain_name: str) -> Iterator[Item]:
    if depth > MAX_DEPTH:
        raise ReadError(f"archives more than {MAX_DEPTH} deep; unpack them first")
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, 1 << 18)  # type: ignore[type-var]
    start = buffered.peek(512)
    compression = find_compression(start)
    if compression:
        plain_name = strip_suffix(plain_name)
        return read_stream(decompress(buffered, compression), name, columns, depth + 1, plain_name)
    kind = find_format(start, plain_name)
    if kind in ("zip", "tar"):
        read = read_zip if kind == "zip" else read_tar
        return read(buffered, name, partial(read_stream, columns=columns, depth=depth + 1))
    module, function = _READERS[kind]
    reader: Reader = getattr(import_module(f"nieuwsextract.reading.{module}"), function)
    if kind in _NEED_SEEK:
        return _read_seekable(reader, buffered, name, columns)
    return reader(buffered, name, columns)


def _read_seekable(reader: Reader, stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    with as_seekable(stream) as file:
        yield from reader(file, name, columns)


def _place_failure(failure: ReadFailure, after: str) -> ReadFailure:
    place = (
        f"{failure.place}, after {after.removeprefix(failure.place).strip(', ')}" if after else failure.place
    )
    return ReadFailure(failure.id, place, failure.stage, failure.error, failure.remedy)
