"""Plain text: one file an article."""

from collections.abc import Iterator
from typing import IO

from nieuwsextract.article import Article, check_paragraphs
from nieuwsextract.reading.columns import Columns
from nieuwsextract.reading.decoding import decode
from nieuwsextract.reading.items import Found, Item, read_whole


def read(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Read a file as one article with ``name`` as its id.

    Raises:
        ReadError: the bytes are no text, or a paragraph is too long.
    """
    text = decode(read_whole(stream), name)
    check_paragraphs(text, name)
    yield Found(Article(id=name, text=text), name)
