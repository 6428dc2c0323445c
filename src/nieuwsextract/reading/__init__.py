"""Articles in: ``read(path)`` gives the articles of a file, a dump or a folder, whatever their format."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from nieuwsextract.article import Article
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns, load_columns
from nieuwsextract.reading.formats import read_stream
from nieuwsextract.reading.items import Found, Item, ReadFailure, to_failure, to_skip
from nieuwsextract.reading.sources import Source, list_files

__all__ = [
    "Columns",
    "Found",
    "Item",
    "ReadFailure",
    "Source",
    "list_files",
    "load_columns",
    "read",
    "read_items",
    "to_failure",
    "to_skip",
]


def read_items(
    path: str | Path,
    columns: Columns | None = None,
    *,
    open_source: Callable[[Source], IO[bytes]] = Source.open,
) -> Iterator[Item]:
    """Yield every article of a file or folder with its place, and a failure for each that cannot be read.

    ``path`` may be a URL that fsspec opens (extra ``cluster``). ``open_source`` opens the files, for who
    wants to know how far the reading is.

    Raises:
        ReadError: there is no such file or folder, or the folder is empty.
        RunError: a format needs an extra that is not installed.
    """
    columns = columns or load_columns()
    for source in list_files(path):
        try:
            stream = open_source(source)
        except ReadError as error:
            yield to_failure(error, source.name)
            continue
        with stream:
            yield from read_stream(stream, source.name, columns)


def read(
    path: str | Path,
    columns: Columns | None = None,
    *,
    on_failure: Callable[[ReadFailure], None] | None = None,
) -> Iterator[Article]:
    """Yield the articles of a file or folder, in the order of names and of each file.

    ``columns`` says which column of a dump is which field (``load_columns``). An article that cannot be
    read raises, unless ``on_failure`` is given: then it is called and reading goes on with the next one.

    Raises:
        ReadError: an article cannot be read; the message names its place and the remedy.
        RunError: a format needs an extra that is not installed.
    """
    for item in read_items(path, columns):
        if isinstance(item, Found):
            yield item.article
        elif on_failure is None:
            raise ReadError(str(item))
        else:
            on_failure(item)
