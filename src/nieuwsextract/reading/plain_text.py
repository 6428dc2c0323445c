"""Plain text: one file an article."""

from pathlib import Path

from nieuwsextract.article import Article, check_paragraphs
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.decoding import decode


def read_text_file(path: Path, name: str) -> Article:
    """Read a file as one article with ``name`` as its id.

    Raises:
        ReadError: the file cannot be opened, is no text, or has a paragraph that is too long.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    text = decode(data, str(path))
    check_paragraphs(text, str(path))
    return Article(id=name, text=text)
