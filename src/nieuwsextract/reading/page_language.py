"""Which language a web page is in, found before its article is taken out: that costs far more."""

import re

from nieuwsextract.language import SAMPLE, find_language
from nieuwsextract.rules import load_rules

#: Bytes of a page that are looked at.
_LOOKED_AT = 500_000
_CODE = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_CODE_END = re.compile(rb"</(?:script|style)\b", re.IGNORECASE)
#: Text between two tags that is long enough to be part of a sentence.
_TEXT = re.compile(rb">([^<>]{40,})")
_DECLARED = re.compile(rb"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.IGNORECASE)


def find_page_language(page: bytes) -> str | None:
    """Return the language of a page's longest texts, else the one that it declares, else None."""
    page = page[:_LOOKED_AT]
    texts = sorted(_TEXT.findall(_without_code(page)), key=len, reverse=True)
    found = find_language(b"\n".join(texts)[: 2 * SAMPLE].decode("utf-8", "ignore"), load_rules())
    declared = _DECLARED.search(page)
    return found or (declared[1].decode("ascii").lower() if declared else None)


def _without_code(page: bytes) -> bytes:
    """Leave scripts and styles out; each is looked through once, however many are not closed."""
    first, *others = _CODE.split(page)
    kept = [first]
    for part in others:
        end = _CODE_END.search(part)
        if end:
            kept.append(part[end.end() :])
    return b"".join(kept)
