"""Bytes → text, without altering a character: BOM, strict UTF-8, then Windows-1252, as Dutch pages come."""

from nieuwsextract.errors import ReadError

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: How much of a binary file must be looked at to know it.
_SAMPLE = 4096


def decode(data: bytes, name: str) -> str:
    r"""Return the text of a file's bytes; ``\r\n`` stays as it is, a BOM is no part of the text.

    Raises:
        ReadError: the bytes are no text, or hold nothing; the message begins with ``name``.
    """
    if not data.strip():
        raise ReadError(f"{name}: the file is empty; give it the article's text")
    text = _decode(data, name)
    if not text.strip():
        raise ReadError(f"{name}: the file is empty; give it the article's text")
    return text


def _decode(data: bytes, name: str) -> str:
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
