"""Articles in: ``read(path)`` gives the articles of a file or folder, whatever their format."""

from collections.abc import Iterator
from pathlib import Path

from nieuwsextract.article import Article
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.plain_text import read_text_file

__all__ = ["list_files", "read"]


def list_files(path: str | Path) -> list[Path]:
    """Return the file itself, or a folder's files (hidden ones left out) sorted by name.

    Raises:
        ReadError: there is no such file or folder, or the folder is empty.
    """
    path = Path(path)
    if path.is_file():
        return [path]
    if not path.exists():
        raise ReadError(f"{path}: no such file or folder")
    files = sorted(
        found
        for found in path.rglob("*")
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts)
    )
    if not files:
        raise ReadError(f"{path}: the folder holds no files")
    return files


def read(path: str | Path) -> Iterator[Article]:
    """Yield the articles of a file or folder, in the order of names.

    Raises:
        ReadError: a file cannot be read as an article; the message names it.
    """
    root = Path(path)
    for file in list_files(root):
        name = file.name if file == root else file.relative_to(root).as_posix()
        yield read_text_file(file, name)
