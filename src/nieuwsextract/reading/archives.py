"""zip and tar: each member is read as a file of its own; its name is a label, never a path."""

import io
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from nieuwsextract.errors import ReadError
from nieuwsextract.reading.compression import Counted
from nieuwsextract.reading.items import Item, to_failure

#: More members than any dump of single articles should have in one file.
MAX_MEMBERS = 2_000_000
#: Bytes of one member.
MAX_MEMBER = 16_000_000_000
_IN_MEMORY = 64_000_000

ReadMember = Callable[[IO[bytes], str], Iterator[Item]]


def read_zip(stream: IO[bytes], name: str, read_member: ReadMember) -> Iterator[Item]:
    """Yield what is in the members of a zip, in their order.

    Raises:
        ReadError: it is no zip, or has too many members.
    """
    with as_seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError) as error:
            raise ReadError(f"no zip file: {error}; get it again") from error
        with archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_count(len(members))
            for member in members:
                if not is_hidden(member.filename):
                    yield from _read_zipped(archive, member, f"{name}/{member.filename}", read_member)


def _read_zipped(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, read_member: ReadMember
) -> Iterator[Item]:
    try:
        _check_size(member.file_size)
        with archive.open(member) as opened:
            yield from read_member(Counted(opened, member.compress_size), place)  # type: ignore[arg-type]
    except (ReadError, RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
        yield to_failure(_explain(error), place)


def read_tar(stream: IO[bytes], name: str, read_member: ReadMember) -> Iterator[Item]:
    """Yield what is in the regular files of a tar, in their order; links and devices are no articles.

    Raises:
        ReadError: it is no tar, is cut off, or has too many members.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for count, member in enumerate(archive, start=1):
                _check_count(count)
                opened = archive.extractfile(member) if member.isfile() else None
                if opened is None or is_hidden(member.name):
                    continue
                place = f"{name}/{member.name}"
                if member.size > MAX_MEMBER:
                    yield to_failure(_too_large(member.size), place)
                else:
                    # A tar that is read as a stream goes forward only, and before Python 3.12 cannot say so.
                    yield from read_member(io.BufferedReader(Counted(opened)), place)
    except tarfile.TarError as error:
        raise ReadError(f"no tar file, or cut off: {error}; get it again") from error


def is_hidden(path: str) -> bool:
    """Whether a file or a folder above it is hidden, or a by-product of macOS."""
    return any(
        part == "__MACOSX" or (part[:1] == "." and part not in (".", "..")) for part in path.split("/")
    )


@contextmanager
def as_seekable(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give the stream itself, or a copy (on disk when it is large) that can be read from anywhere."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        while block := stream.read(1 << 20):
            copy.write(block)
        copy.seek(0)
        yield copy


def _check_count(count: int) -> None:
    if count > MAX_MEMBERS:
        raise ReadError(f"more than {MAX_MEMBERS:,} members; divide the archive")


def _check_size(size: int) -> None:
    if size > MAX_MEMBER:
        raise _too_large(size)


def _too_large(size: int) -> ReadError:
    return ReadError(f"{size:,} bytes, more than {MAX_MEMBER:,}; unpack it yourself if you trust it")


def _explain(error: Exception) -> Exception:
    if isinstance(error, ReadError):
        return error
    if "encrypted" in str(error) or "password" in str(error):
        return ReadError("the member is encrypted; unpack it with its password first")
    return ReadError(f"the member is damaged: {error}; get the archive again")
