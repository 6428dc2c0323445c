"""Where input comes from: files and folders on disk, or (extra ``cluster``) URLs that fsspec opens."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from nieuwsextract import storage
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.archives import is_hidden
from nieuwsextract.remote import connect, hide_password, is_url, open_remote

#: Bytes; a buffer that holds enough of a table to see what it is.
_BUFFER = 1 << 18


@dataclass(frozen=True)
class Source:
    """One file of the input: its path or URL, its name in the folder it was found in, its size in bytes."""

    path: str
    name: str
    size: int
    #: Another one when the file has changed.
    version: str
    _open: Callable[[], IO[bytes]] = field(repr=False, compare=False)

    def open(self) -> IO[bytes]:
        """Open the file.

        Raises:
            ReadError: it cannot be read.
            RunError: what is behind its URL does not answer.
        """
        try:
            return self._open()
        except OSError as error:
            problem = error.strerror or error
            raise ReadError(f"cannot be read: {problem}; check its permissions") from error


def list_files(path: str | Path) -> list[Source]:
    """Return the file itself, or a folder's files (hidden ones left out) sorted by name.

    What is there but cannot be read (a folder without permission, a link to nowhere) is in the list too,
    and raises when it is opened. Links to folders are not followed.

    Raises:
        ReadError: there is no such file or folder, or the folder is empty.
        RunError: a URL of a kind that cannot be opened.
    """
    path = storage.to_local(str(path))
    found = _list_remote(path) if is_url(path) else list(_list_local(Path(path)))
    if not found:
        raise ReadError(f"{path}: the folder holds no files; check the path")
    return sorted(found, key=lambda source: source.name.split("/"))


def _list_local(root: Path) -> Iterator[Source]:
    if not root.exists():
        raise ReadError(f"{root}: no such file or folder; check the path")
    if not root.is_dir():
        yield _local(root, root.name)
        return
    unreadable: list[Path] = []

    def note(error: OSError) -> None:
        unreadable.append(Path(error.filename))

    for folder, folders, names in os.walk(root, onerror=note):
        folders[:] = [name for name in folders if not is_hidden(name)]
        paths = (Path(folder, name) for name in names if not is_hidden(name))
        yield from (_local(path, path.relative_to(root).as_posix()) for path in paths)
    for path in unreadable:
        yield _local(path, path.name if path == root else path.relative_to(root).as_posix())


def _local(path: Path, name: str) -> Source:
    try:
        status = path.stat()
        size, version = status.st_size, f"{status.st_size} {status.st_mtime_ns}"
    except OSError:
        size, version = 0, ""
    # Under LANG=C Python takes names for ASCII: what a file is called must not depend on that.
    name = os.fsencode(name).decode("utf-8", "surrogateescape")
    return Source(str(path), name, size, version, partial(_open_local, path))


def _open_local(path: Path) -> IO[bytes]:
    """Open a file; a pipe or a device would keep a run waiting."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise ReadError("no ordinary file; copy what it gives into one")
    return path.open("rb", buffering=_BUFFER)


def _list_remote(url: str) -> list[Source]:
    system, root = connect(url)
    try:
        system.invalidate_cache()
        infos = {root: system.info(root)} if system.isfile(root) else system.find(root, detail=True)
    except Exception as error:
        problem = " ".join(f"{type(error).__name__}: {error}".split())
        raise ReadError(f"{hide_password(url)}: cannot be listed: {problem}; check it") from error
    found = []
    for path, info in infos.items():
        name = path.rpartition("/")[2] if path == root else path.removeprefix(root).strip("/")
        if not is_hidden(name):
            size, version = int(info.get("size") or 0), str(system.ukey(path))
            address = hide_password(system.unstrip_protocol(path))
            opener = partial(open_remote, system, path, "rb", address)
            found.append(Source(address, name, size, version, opener))
    return found
