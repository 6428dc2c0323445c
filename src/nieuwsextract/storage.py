"""Files that are there whole or not at all; on disk, or (extra ``cluster``) wherever fsspec reaches."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit
from urllib.request import url2pathname

from nieuwsextract.errors import RunError
from nieuwsextract.remote import as_sentences, connect, is_url, open_remote

#: Ends the name of a file that is being written.
TMP = ".tmp"


def to_local(path: str) -> str:
    """Return the path that a ``file://`` URL stands for; anything else as it is."""
    return url2pathname(urlsplit(path).path) if path.startswith("file://") else path


def join(folder: str, *names: str) -> str:
    """Return the path of something in a folder; slashes in URLs, the system's own otherwise."""
    return "/".join([folder.rstrip("/"), *names]) if is_url(folder) else str(Path(folder, *names))


@contextmanager
def write_whole(path: str, *, durable: bool = True) -> Iterator[IO[bytes]]:
    """Write a file under another name, and give it its own when it is complete and on the disk.

    An error leaves neither. Two processes that write the same file do not meet: each has a name of its own.
    ``durable=False`` does not wait for the disk, for what can be made again after a power cut.
    """
    own = f"{path}.{secrets.token_hex(4)}{TMP}"
    try:
        with open_file(own, "wb") as file:
            yield file
            if durable:
                _sync(file)
        _rename(own, path, durable)
    except BaseException:
        with suppress(OSError, RunError):  # what comes of an error must not hide it
            remove(own)
        raise


def open_file(path: str, mode: str) -> IO[bytes]:
    """Open a file of bytes."""
    if not is_url(path):
        return Path(path).open(mode)
    return open_remote(*connect(path), mode, path)


def explain(error: Exception) -> str:
    """Return what is wrong with a place that cannot be written to, and what to do about it."""
    return f"{getattr(error, 'strerror', None) or error}; make room or repair it, then run again"


def make_folder(path: str) -> None:
    """Make a folder and those above it, unless they are there."""
    if is_url(path):
        system, inner = connect(path)
        with as_sentences(path):
            system.makedirs(inner, exist_ok=True)
    else:
        Path(path).mkdir(parents=True, exist_ok=True)


def list_names(folder: str) -> set[str]:
    """Return the names of the files in a folder; none when there is no such folder."""
    if not is_url(folder):
        path = Path(folder)
        return {found.name for found in path.iterdir()} if path.is_dir() else set()
    system, inner = connect(folder)
    with suppress(FileNotFoundError), as_sentences(folder):
        system.invalidate_cache()
        # A store that knows no folders may hold an empty object in the place of one.
        return {name.rpartition("/")[2] for name in system.ls(inner, detail=False)} - {""}
    return set()


def remove(path: str) -> None:
    """Remove a file; nothing happens when it is not there."""
    with suppress(FileNotFoundError):
        if is_url(path):
            system, inner = connect(path)
            with as_sentences(path):
                system.rm(inner)
        else:
            Path(path).unlink()


def _sync(file: IO[bytes]) -> None:
    file.flush()
    try:
        descriptor = file.fileno()
    except (OSError, AttributeError):  # a remote file has none
        return
    os.fsync(descriptor)


def _rename(old: str, new: str, durable: bool) -> None:
    if is_url(new):
        system, inner = connect(new)
        with as_sentences(new):
            system.mv(connect(old)[1], inner)
        return
    Path(old).replace(new)
    if durable and os.name == "posix":  # the new name itself must be on the disk too
        folder = os.open(Path(new).parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
