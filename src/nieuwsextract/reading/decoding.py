"""Bytes → text, without altering a character: BOM, strict UTF-8, what the page declares, Windows-1252."""

import codecs
import re

from nieuwsextract.errors import ReadError

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: How much of a binary file must be looked at to know it.
_SAMPLE = 4096
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
#: A page that names its encoding in ASCII is in one that leaves ASCII as it is; some of Python's do not.
_ASCII = rb"\u0041 +AGE- ~{VP~} .xn--caf-dma"


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    r"""Return the text of a file's bytes; ``\r\n`` stays as it is, a BOM is no part of the text.

    ``declared`` is the encoding that the source names; a page's own ``charset`` counts too. Either is tried
    after UTF-8, which a text in another encoding practically never is.

    Raises:
        ReadError: the bytes are no text, or hold nothing; the message begins with ``name``.
    """
    if not data.strip():
        raise ReadError(f"{name}: the file is empty; give it the article's text")
    text = _decode(data, name, declared)
    if not text.strip():
        raise ReadError(f"{name}: the file is empty; give it the article's text")
    return text


def _decode(data: bytes, name: str, declared: str | None) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, name)
    if _is_binary(data):
        raise ReadError(
            f"{name}: a binary file (it holds NUL or control bytes); save the article as plain text first"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        named = _known(declared) or _known(_charset_of(data))
        if named:
            return data.decode(named, "replace")
        # Windows-1252 leaves five bytes undefined; Latin-1 would hide them as control characters.
        return _strict(data, "cp1252", name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name}: byte {error.start} is neither UTF-8 nor {encoding}; save the article as UTF-8"
        ) from error


def _is_binary(data: bytes) -> bool:
    """NUL bytes, or more than one control byte in a hundred."""
    sample = data[:_SAMPLE]
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x0b" for byte in sample)
    return b"\x00" in data or control * 100 > len(sample)


def _charset_of(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_SAMPLE])
    return match[1].decode("ascii") if match else None


def _known(encoding: str | None) -> str | None:
    """A page's encoding that Python knows; Latin-1 on a page means Windows-1252, as browsers take it."""
    try:
        name = codecs.lookup(encoding or "").name
        if _ASCII.decode(name) != _ASCII.decode("ascii"):
            return None
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else None if name.startswith("utf-8") else name
