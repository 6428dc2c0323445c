"""Files that are there whole or not at all; on disk, or (extra ``cluster``) wherever fsspec reaches."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from nieuwsextract.errors import RunError

#: Ends the name of a file that is being written.
TMP = ".tmp"
#: What the web serves cannot be listed, changes while it is read, and is fetched from whoever is named.
_WEB = {"http", "https", "ftp"}


def is_url(path: str) -> bool:
    """Whether a path is a URL such as ``s3://bucket/folder``."""
    return "://" in path


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
        remove(own)
        raise


def open_file(path: str, mode: str) -> IO[bytes]:
    """Open a file of bytes."""
    if not is_url(path):
        return Path(path).open(mode)
    system, inner = connect(path)
    return system.open(inner, mode)  # type: ignore[no-any-return]


def make_folder(path: str) -> None:
    """Make a folder and those above it, unless they are there."""
    if is_url(path):
        system, inner = connect(path)
        system.makedirs(inner, exist_ok=True)
    else:
        Path(path).mkdir(parents=True, exist_ok=True)


def list_names(folder: str) -> set[str]:
    """Return the names of the files in a folder; none when there is no such folder."""
    if not is_url(folder):
        path = Path(folder)
        return {found.name for found in path.iterdir()} if path.is_dir() else set()
    system, inner = connect(folder)
    system.invalidate_cache()
    return (
        {name.rpartition("/")[2] for name in system.ls(inner, detail=False)}
        if system.exists(inner)
        else set()
    )


def remove(path: str) -> None:
    """Remove a file; nothing happens when it is not there."""
    with suppress(FileNotFoundError):
        if is_url(path):
            system, inner = connect(path)
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
        system.mv(connect(old)[1], inner)
        return
    Path(old).replace(new)
    if durable and os.name == "posix":  # the new name itself must be on the disk too
        folder = os.open(Path(new).parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def connect(url: str) -> tuple[Any, str]:
    """Return the fsspec file system of a URL, and the path in it.

    Raises:
        RunError: fsspec or the library for this kind of URL is not installed, or it is a kind that the web
            serves; nothing is fetched from there.
    """
    kinds = {part.partition("://")[0] for part in url.split("::")}
    if kinds & _WEB:
        raise RunError(f"{url}: nothing is read from the web; download it first, and give the file")
    try:
        fsspec = import_module("fsspec.core")
    except ImportError as error:
        raise RunError(f"{url}: needs fsspec; pip install 'nieuwsextract[cluster]'") from error
    try:
        system, inner = fsspec.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise RunError(f"{url}: cannot be opened: {error}; check the address") from error
    return system, inner
