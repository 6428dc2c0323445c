"""Articles in: ``read(path)`` gives the articles of a file, a dump or a folder, whatever their format."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from nieuwsextract.article import Article
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.archives import is_hidden
from nieuwsextract.reading.columns import Columns, load_columns
from nieuwsextract.reading.formats import read_stream
from nieuwsextract.reading.items import Found, Item, ReadFailure, to_failure

__all__ = [
    "Columns",
    "Found",
    "Item",
    "ReadFailure",
    "list_files",
    "load_columns",
    "open_binary",
    "read",
    "read_items",
    "to_failure",
]


def list_files(path: str | Path) -> list[Path]:
    """Return the file itself, or a folder's files (hidden ones left out) sorted by name.

    Raises:
        ReadError: there is no such file or folder, or the folder is empty.
    """
    path = Path(path)
    if path.is_file():
        return [path]
    if not path.exists():
        raise ReadError(f"{path}: no such file or folder; check the path")
    files = sorted(
        found
        for found in path.rglob("*")
        if found.is_file() and not is_hidden(found.relative_to(path).as_posix())
    )
    if not files:
        raise ReadError(f"{path}: the folder holds no files; check the path")
    return files


def open_binary(file: Path) -> IO[bytes]:
    """Open a file with a buffer that holds enough of a table to see what it is."""
    return file.open("rb", buffering=1 << 18)


def read_items(
    path: str | Path, columns: Columns | None = None, *, open_file: Callable[[Path], IO[bytes]] | None = None
) -> Iterator[Item]:
    """Yield every article of a file or folder with its place, and a failure for each that cannot be read.

    ``open_file`` opens the files, for who wants to know how far the reading is.

    Raises:
        ReadError: there is no such file or folder, or the folder is empty.
        RunError: a format needs an extra that is not installed.
    """
    columns = columns or load_columns()
    root = Path(path)
    for file in list_files(root):
        name = file.name if file == root else file.relative_to(root).as_posix()
        try:
            stream = (open_file or open_binary)(file)
        except OSError as error:
            yield to_failure(ReadError(f"cannot be read: {error.strerror}; check its permissions"), name)
            continue
        with stream:
            yield from read_stream(stream, name, columns)


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
