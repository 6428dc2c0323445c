"""HTML pages (extra ``html``): the article of a page, without its menus and advertisements."""

from collections.abc import Iterator
from typing import IO, Any

from nieuwsextract.article import Article
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns, make_article
from nieuwsextract.reading.compression import import_extra
from nieuwsextract.reading.dates import to_edtf
from nieuwsextract.reading.decoding import decode
from nieuwsextract.reading.items import Found, Item, read_whole


def read(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Read a page as one article with ``name`` as its id.

    Raises:
        ReadError: the page has no article.
        RunError: trafilatura is not installed.
    """
    yield Found(read_page(read_whole(stream), name), name)


def read_page(data: bytes, id: str, *, url: str | None = None, encoding: str | None = None) -> Article:
    """Return a page's article with the title, date and authors that the page itself gives.

    Raises:
        ReadError: the page has no article.
        RunError: trafilatura is not installed.
    """
    trafilatura = import_extra("trafilatura", "html")
    page = decode(data, id, declared=encoding)
    found: Any = trafilatura.bare_extraction(
        page, url=url, with_metadata=True, include_comments=False, include_tables=False
    )
    if found is None or not (found.text or "").strip():
        raise ReadError("no article on this page; give it as plain text if there is one")
    return make_article(
        "\n\n".join(found.text.split("\n")),
        headline=found.title,
        id=id,
        published=to_edtf(found.date),
        publisher=found.sitename or found.hostname,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        url=found.url or url,
        language=found.language,
    )
