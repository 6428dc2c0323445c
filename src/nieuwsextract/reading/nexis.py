"""Nexis Uni downloads (extra ``nexis``): DOCX or RTF with one article or many, told by their fixed lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from nieuwsextract.article import Article
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.columns import Columns, make_article
from nieuwsextract.reading.compression import import_extra
from nieuwsextract.reading.dates import to_edtf
from nieuwsextract.reading.decoding import decode
from nieuwsextract.reading.items import Found, Item, read_whole, to_failure

_END = "end of document"
_BODY = ("body", "full text:")
_AFTER_BODY = re.compile(r"(Load-Date|Classification|Graphic|Language|Publication-Type|Subject):?(?=\s|$)")
_LABEL = re.compile(r"(Section|Length|Byline|Dateline|Highlight|Correction-Date|Edition):\s*(.*)")
_COPYRIGHT = re.compile(r"(Copyright|©|\(c\))\s", re.IGNORECASE)


@dataclass
class _Parts:
    """The lines of one article by where they stood."""

    head: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


def read_docx(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield the articles of a Word document; one without Nexis' lines is one article.

    Raises:
        ReadError: the document is damaged.
        RunError: python-docx is not installed.
    """
    docx = import_extra("docx", "nexis")
    try:
        lines = [paragraph.text.strip() for paragraph in docx.Document(stream).paragraphs]
    except (KeyError, ValueError, OSError) as error:
        raise ReadError(f"no Word document: {error}; save it again as .docx") from error
    yield from _to_items(lines, name)


def read_rtf(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Item]:
    """Yield the articles of an RTF document; one without Nexis' lines is one article.

    Raises:
        ReadError: the document is damaged.
        RunError: striprtf is not installed.
    """
    striprtf = import_extra("striprtf.striprtf", "nexis")
    source = decode(read_whole(stream), name)
    lines = [line.strip() for line in striprtf.rtf_to_text(source, errors="replace").split("\n")]
    yield from _to_items(lines, name)


def _to_items(lines: list[str], name: str) -> Iterator[Item]:
    documents = list(_split([line.replace("\u00a0", " ") for line in lines]))
    if not documents:
        raise ReadError("the document is empty; give it the article's text")
    for number, document in enumerate(documents, start=1):
        one = len(documents) == 1
        place, own_id = (name, name) if one else (f"{name}, document {number}", f"{name}#{number}")
        try:
            yield Found(_to_article(document, own_id), place)
        except ReadError as error:
            yield to_failure(error, place)


def _split(lines: list[str]) -> Iterator[list[str]]:
    document: list[str] = []
    for line in lines:
        if line.lower() == _END:
            yield document
            document = []
        elif line or document:
            document.append(line)
    if any(document):
        yield document


def _to_article(lines: list[str], id: str) -> Article:
    if not any(line.lower() in _BODY for line in lines):
        return make_article("\n\n".join(line for line in lines if line), id=id)
    parts = _sort(lines)
    before = [line for line in parts.head if not _COPYRIGHT.match(line)]
    dates = [line for line in before[1:] if to_edtf(line)]
    publisher = next((line for line in before[1:] if line not in dates), None)
    return make_article(
        "\n\n".join(parts.body),
        headline=before[0] if before else None,
        id=id,
        published=to_edtf(dates[0]) if dates else None,
        publisher=publisher,
        section=(parts.labels.get("Section") or "").partition(";")[0] or None,
        authors=tuple(name.strip() for name in parts.labels.get("Byline", "").split(";") if name.strip()),
        extra={
            name.lower(): value for name, value in parts.labels.items() if name not in ("Section", "Byline")
        },
    )


def _sort(lines: list[str]) -> _Parts:
    parts, in_body, after = _Parts(), False, False
    for line in filter(None, lines):
        label = _LABEL.match(line)
        if not in_body and line.lower() in _BODY:
            in_body = True
        elif in_body and _AFTER_BODY.match(line):
            after = True
        elif in_body and not after:
            parts.body.append(line)
        elif label and not in_body:
            parts.labels[label[1]] = label[2]
        elif not in_body:
            parts.head.append(line)
    return parts
