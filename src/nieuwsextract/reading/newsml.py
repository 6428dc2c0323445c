"""News XML (extra ``xml``): NITF, NewsML-G2 and Delpher's article text; nothing outside the file is read."""

from collections.abc import Iterator
from typing import IO, Any

from nieuwsextract.article import Article
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns, make_article
from nieuwsextract.reading.compression import import_extra
from nieuwsextract.reading.dates import to_edtf
from nieuwsextract.reading.items import Found, Item, read_whole, to_failure

#: Scans and inventories that lie beside Delpher's articles.
_NO_ARTICLES = ("alto", "didl", "mets", "packageItem", "catalogItem")
_BLOCKS = ("p", "hl2", "h2", "h3", "h4", "li", "blockquote")


def read(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield the articles of a file; a page's scan (ALTO) or an inventory (DIDL) holds none.

    Raises:
        ReadError: the file is no XML, defines entities of its own, or is of another kind.
        RunError: lxml is not installed.
    """
    root = _parse(read_whole(stream))
    kind = _local(root)
    if kind.lower() in _NO_ARTICLES or kind in _NO_ARTICLES:
        return
    found = [element for element in root.iter() if _local(element) in ("newsItem", "nitf")]
    roots = [element for element in found if not any(up in found for up in element.iterancestors())]
    if not roots and kind == "text":
        roots = [root]
    if not roots:
        raise ReadError(
            f"<{kind}> is none of NITF, NewsML-G2 and Delpher's article text; convert it to JSON lines"
        )
    for number, element in enumerate(roots, start=1):
        place, own_id = (name, name) if len(roots) == 1 else (f"{name}, item {number}", f"{name}#{number}")
        try:
            yield Found(_READERS[_local(element)](element, own_id), place)
        except ReadError as error:
            yield to_failure(error, place)


def _parse(data: bytes) -> Any:
    etree = import_extra("lxml.etree", "xml")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"no well-formed XML: {error}; get the file again") from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise ReadError("it defines entities of its own, which can expand without end; replace them first")
    return root


def _read_nitf(nitf: Any, id: str) -> Article:
    head, body = _first(nitf, "head"), _first(nitf, "body")
    content = _first(body, "body.content")
    issued = _first(head, "date.issue")
    docid, pubdata = _first(head, "doc-id"), _first(head, "pubdata")
    return make_article(
        _text_of(content if content is not None else body),
        headline=_line(_first(body, "hl1")) or _line(_first(head, "title")),
        id=_attribute(docid, "id-string") or id,
        published=to_edtf(_attribute(issued, "norm")),
        publisher=_attribute(pubdata, "name"),
        agency=_line(_first(body, "distributor")),
        authors=tuple(filter(None, (_line(by) for by in _all(body, "byline")))),
        section=_attribute(pubdata, "position.section"),
    )


def _read_newsml(item: Any, id: str) -> Article:
    meta, content = _first(item, "itemMeta"), _first(item, "contentMeta")
    contents = _first(item, "contentSet")
    nitf = _first(contents, "nitf")
    inside = _read_nitf(nitf, id) if nitf is not None else None
    provider, created = _first(meta, "provider"), _first(content, "contentCreated")
    version = _first(meta, "versionCreated")
    language = item.get("{http://www.w3.org/XML/1998/namespace}lang") or _attribute(
        _first(content, "language"), "tag"
    )
    body = inside.text if inside else _text_of(contents)
    return make_article(
        body,
        headline=_line(_first(content, "headline")) or (inside.headline if inside else None),
        id=item.get("guid") or id,
        published=to_edtf(_line(created) or _line(version)),
        publisher=_attribute(provider, "literal") or _line(_first(provider, "name")),
        authors=tuple(filter(None, (_line(by) for by in _all(content, "by")))),
        language=(language or "").partition("-")[0] or None,
    )


def _read_delpher(text: Any, id: str) -> Article:
    return make_article(
        "\n\n".join(filter(None, (_line(p) for p in _all(text, "p")))),
        headline=" ".join(filter(None, (_line(title) for title in _all(text, "title")))),
        id=text.get("id") or id,
    )


_READERS = {"nitf": _read_nitf, "newsItem": _read_newsml, "text": _read_delpher}


def _text_of(element: Any) -> str:
    """Paragraphs with a blank line between them; an element without any is one text."""
    blocks = [block for name in _BLOCKS for block in _all(element, name)]
    if not blocks:
        return "" if element is None else "".join(element.itertext()).strip()
    inner = [block for block in _all(element, *_BLOCKS) if not _all(block, *_BLOCKS)]
    return "\n\n".join(filter(None, map(_line, inner)))


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all(element: Any, *names: str) -> list[Any]:
    return [] if element is None else [e for e in element.iterdescendants() if _local(e) in names]


def _first(element: Any, name: str) -> Any:
    return next(iter(_all(element, name)), None)


def _line(element: Any) -> str | None:
    return None if element is None else " ".join("".join(element.itertext()).split()) or None


def _attribute(element: Any, name: str) -> str | None:
    return None if element is None else element.get(name) or None
