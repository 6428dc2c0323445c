"""WARC (extra ``warc``): the pages of a web archive such as CC-NEWS.

Read with warcio: fastwarc 2.0 is faster, but ends a file that is cut off without an error and panics on
streams, and extracting the article of a page takes a hundred times longer than either.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import IO, Any

from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns
from nieuwsextract.reading.compression import import_extra
from nieuwsextract.reading.html import read_page
from nieuwsextract.reading.items import Found, Item, to_failure

#: Bytes; a longer page is no article.
MAX_PAGE = 16_000_000
_HTML = ("text/html", "application/xhtml+xml")


def read(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield the article of every HTML page that was found (status 200); other records are no articles.

    Raises:
        ReadError: the archive is damaged or cut off; the pages before it were read.
        RunError: warcio or trafilatura is not installed.
    """
    archive = import_extra("warcio.archiveiterator", "warc")
    import_extra("trafilatura", "warc")
    for number, record in enumerate(_responses(archive, stream), start=1):
        page = record.content_stream().read(MAX_PAGE)
        if len(page) < MAX_PAGE and record.raw_stream.limit > 0:
            raise ReadError(f"cut off in response {number}; get the file again")
        kind, _, settings = (record.http_headers.get_header("Content-Type") or "").partition(";")
        if kind.strip().lower() in _HTML:
            yield _to_item(record, page, f"{name}, response {number}", settings)


def _responses(archive: Any, stream: Any) -> Iterator[Any]:
    try:
        # read1: the pages before the place where a file breaks off are not lost with it.
        for record in archive.ArchiveIterator(SimpleNamespace(read=stream.read1)):
            found = record.rec_type == "response" and record.http_headers is not None
            if found and record.http_headers.get_statuscode() == "200":
                yield record
    except archive.ArchiveLoadFailed as error:
        raise ReadError(f"no WARC record where one should be: {error}; get the file again") from error


def _to_item(record: Any, page: bytes, place: str, settings: str) -> Item:
    url = record.rec_headers.get_header("WARC-Target-URI")
    own_id = url or record.rec_headers.get_header("WARC-Record-ID") or place
    _, _, encoding = settings.partition("charset=")
    try:
        return Found(read_page(page, own_id, url=url, encoding=encoding.strip(" \"';") or None), place)
    except ReadError as error:
        return to_failure(error, place, own_id)
