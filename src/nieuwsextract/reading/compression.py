"""gz, bz2, xz and zst, told by their first bytes; what expands beyond reason is refused while it is read."""

import bz2
import gzip
import io
import lzma
import zlib
from importlib import import_module
from typing import IO, Any

from nieuwsextract.errors import ReadError, RunError

#: Ordinary text shrinks 3 to 10 times, repetitive dumps up to 100 times.
MAX_RATIO = 200
#: Bytes that may come out before the ratio is looked at.
FREE = 64_000_000

_MAGIC = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zst"}
_SUFFIXES = {".gz", ".bz2", ".xz", ".zst", ".gzip", ".lzma"}


class Counted(io.RawIOBase):
    """A stream that counts what is read from it, and stops when that is too much for ``source``.

    ``source`` counts the compressed bytes behind it; without one nothing is too much.
    """

    def __init__(self, stream: IO[bytes], source: "Counted | int | None" = None) -> None:
        # read1 hands over what is there: what was whole before a file breaks off is not lost with it.
        self._read = getattr(stream, "read1", stream.read)
        self._source = source
        self.count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read at most ``len(buffer)`` bytes.

        Raises:
            ReadError: the file is damaged, or more than ``MAX_RATIO`` times its bytes came out.
        """
        try:
            data = self._read(len(buffer))
        except (EOFError, OSError, zlib.error, lzma.LZMAError) as error:
            # Libraries that read from here take an EOFError for an orderly end.
            raise ReadError(f"the file is cut off or damaged: {error}; get it again") from error
        self.count += len(data)
        compressed = self._source.count if isinstance(self._source, Counted) else self._source
        if compressed is not None and self.count > max(FREE, MAX_RATIO * compressed):
            raise ReadError(
                f"expands to more than {MAX_RATIO} times its size; unpack it yourself if you trust it"
            )
        buffer[: len(data)] = data
        return len(data)


def find_compression(start: bytes) -> str | None:
    """Return ``gz``, ``bz2``, ``xz`` or ``zst`` for a file that begins so."""
    return next((kind for magic, kind in _MAGIC.items() if start.startswith(magic)), None)


def decompress(stream: IO[bytes], kind: str) -> io.BufferedReader:
    """Return the stream of what is in a compressed one.

    Raises:
        RunError: the extra ``zst`` is not installed.
    """
    counted = Counted(stream)
    source: Any = io.BufferedReader(counted)
    if kind == "zst":
        opened = import_extra("backports.zstd", "zst").ZstdFile(source)
    else:
        opened = {"gz": gzip.GzipFile, "bz2": bz2.BZ2File, "xz": lzma.LZMAFile}[kind](
            **{"fileobj" if kind == "gz" else "filename": source}
        )
    return io.BufferedReader(Counted(opened, counted), 1 << 18)


def strip_suffix(name: str) -> str:
    """``krant.jsonl.gz`` → ``krant.jsonl``; ``krant.tgz`` → ``krant.tar``."""
    stem, dot, suffix = name.rpartition(".")
    if f".{suffix.lower()}" in _SUFFIXES and dot:
        return stem
    return f"{stem}.tar" if suffix.lower() in ("tgz", "tbz2", "txz") else name


def import_extra(module: str, extra: str) -> Any:
    """Import a library that an extra brings.

    Raises:
        RunError: it is not installed; the message says how.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise RunError(
            f"this input needs {module}, which is not installed; pip install 'nieuwsextract[{extra}]'"
        ) from error
