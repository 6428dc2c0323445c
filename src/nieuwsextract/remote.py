"""What fsspec reaches (extra ``cluster``): files behind a URL, and errors as sentences."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import IO, Any

from nieuwsextract.errors import NieuwsextractError, RunError

#: What the web serves cannot be listed, changes while it is read, and is fetched from whoever is named.
_WEB = {"http", "https", "ftp"}
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*(?=@)")
_BUFFER = 1 << 18


def is_url(path: str) -> bool:
    """Whether a path is a URL such as ``s3://bucket/folder``."""
    return "://" in path


def hide_password(url: str) -> str:
    """Return a URL without the password that it may hold, for what is written down."""
    return _PASSWORD.sub(r"\1", url)


def connect(url: str) -> tuple[Any, str]:
    """Return the fsspec file system of a URL, and the path in it.

    Raises:
        RunError: fsspec or the library for this kind of URL is not installed, it does not answer, or it is a
            kind that the web serves; nothing is fetched from there.
    """
    kinds = {part.partition("://")[0] for part in url.split("::")}
    if kinds & _WEB:
        raise RunError(f"{url}: nothing is read from the web; download it first, and give the file")
    try:
        fsspec = import_module("fsspec.core")
    except ImportError as error:
        raise RunError(f"{url}: needs fsspec; pip install 'nieuwsextract[cluster]'") from error
    with as_sentences(url):
        try:
            system, inner = fsspec.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise RunError(f"{url}: cannot be opened: {error}; check the address") from error
    return system, inner


@contextmanager
def as_sentences(url: str) -> Iterator[None]:
    """Tell with its URL what a library behind fsspec raises: each has errors of its own.

    A file that is not there stays a ``FileNotFoundError``.

    Raises:
        RunError: anything else; the same command goes on when it is mended.
    """
    try:
        yield
    except (FileNotFoundError, NieuwsextractError):
        raise
    except Exception as error:
        problem = " ".join(f"{type(error).__name__}: {error}".split())
        raise RunError(
            f"{hide_password(url)}: {problem}; check the address, your rights there and the connection, "
            "then run again"
        ) from error


def open_remote(system: Any, path: str, mode: str, url: str) -> IO[bytes]:
    """Open a file of a file system that ``connect`` gave, to read (``rb``) or to write (``wb``)."""
    with as_sentences(url):
        raw = _Remote(system.open(path, mode), url)
    if mode == "rb":
        return io.BufferedReader(raw, _BUFFER)
    return io.BufferedWriter(raw, _BUFFER)


class _Remote(io.RawIOBase):
    """A remote file as Python's buffers want one; a connection that breaks off ends the run, not the file.

    Half of an article that came through would otherwise pass for a damaged one, and never be read again.
    """

    def __init__(self, file: Any, url: str) -> None:
        self._file, self._url = file, url

    def readable(self) -> bool:
        """Whether there is something to read from."""
        return hasattr(self._file, "read")

    def writable(self) -> bool:
        """Whether there is something to write to."""
        return hasattr(self._file, "write")

    def seekable(self) -> bool:
        """Whether every part can be read at any time."""
        return hasattr(self._file, "seek") and getattr(self._file, "seekable", lambda: True)()

    def readinto(self, buffer: Any) -> int:
        """Read at most ``len(buffer)`` bytes."""
        with as_sentences(self._url):
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data: Any) -> int:
        """Write all of it."""
        with as_sentences(self._url):
            self._file.write(bytes(data))
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the file."""
        with as_sentences(self._url):
            self._file.seek(offset, whence)
            return int(self._file.tell())

    def tell(self) -> int:
        """Return the place in the file."""
        return int(self._file.tell())

    def close(self) -> None:
        """End it; what was written is sent."""
        if not self.closed:
            super().close()
            with as_sentences(self._url):
                self._file.close()
