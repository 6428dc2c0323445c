"""What is attacked: each target takes bytes and raises when a promise is broken."""

import contextlib
import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import TypeAdapter

from nieuwsextract.article import EdtfDate
from nieuwsextract.errors import ReadError, RuleError, RunError
from nieuwsextract.pipeline.dates.calendar import Anchor
from nieuwsextract.pipeline.dates.context import Context
from nieuwsextract.pipeline.dates.expression import Expression
from nieuwsextract.pipeline.dates.grammar import evaluate
from nieuwsextract.pipeline.dates.words import Vocabulary
from nieuwsextract.quotation import find_quotations
from nieuwsextract.reading import load_columns
from nieuwsextract.reading.dates import to_edtf
from nieuwsextract.reading.decoding import decode
from nieuwsextract.reading.formats import read_stream
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.files import RuleFile
from nieuwsextract.rules.loading import BUILTIN, layer_rules
from nieuwsextract.structure import read_structure

SAMPLES = Path(__file__).parent.parent / "samples"
NAME = "krant"
_EDTF = TypeAdapter(EdtfDate)
_TIMEX = re.compile(r"[0-9A-ZX:.,/+-]+")
_ANCHORS = [None, "2017", "2017-12", "2016-02-29", "0001-01-01", "9999-12-31", "2017-02-31", "0000"]
_SUFFIXES = [
    "json",
    "jsonl",
    "csv",
    "tsv",
    "xml",
    "html",
    "rtf",
    "zip",
    "tar",
    "gz",
    "bz2",
    "xz",
    "zst",
    "docx",
    "warc",
    "txt",
]


def structure(data: bytes) -> None:
    """Blocks stand in order, inside the text, without blanks at their edges."""
    text = data.decode("utf-8", "replace")
    found = read_structure(text, load_rules())
    assert all(0 <= block.start < block.end <= len(text) for block in found.blocks)
    assert all(one.end <= other.start for one, other in pairwise(found.blocks))
    for block in found.blocks:
        assert text[block.start : block.end] == text[block.start : block.end].strip()


def decoding(data: bytes) -> None:
    """Bytes are a text that can be written, or a failure that names the file."""
    try:
        text = decode(data, NAME)
    except ReadError as error:
        assert str(error).startswith(NAME)
        return
    assert text.strip()
    text.encode("utf-8")


def quotation(data: bytes) -> None:
    """Quotations stand in order, their contents inside their marks."""
    text = data.decode("utf-8", "replace")
    found = find_quotations(text)
    assert [one.open for one in found] == sorted(one.open for one in found)
    for one in found:
        start, end = one.content
        assert one.open[1] <= start < end <= len(text)
        assert one.close is None or end <= one.close[0]


def dates(data: bytes) -> None:
    """A time expression has a TIMEX3 value or none; a publication date is EDTF or none."""
    published = _ANCHORS[data[0] % len(_ANCHORS)] if data else None
    text = data[1:].decode("utf-8", "replace")
    timex = evaluate(Expression(_vocabulary().read(text), _context(data), Anchor.from_edtf(published)))
    assert timex is None or timex.value is None or _TIMEX.fullmatch(timex.value), timex
    edtf = to_edtf(text)
    assert edtf is None or _EDTF.validate_python(edtf).isascii()


def rules(data: bytes) -> None:
    """A rule file is a rule set, or an error of which each line names the file."""
    text = data.decode("utf-8", "replace")
    try:
        layer_rules(((RuleFile(f"{NAME}.toml", text),),))
    except RuleError as error:
        assert all(NAME in line for line in str(error).splitlines())


def reading(data: bytes) -> None:
    """A dump of any kind gives articles and failures; the first byte says what it is called."""
    suffix = _SUFFIXES[data[0] % len(_SUFFIXES)] if data else "txt"
    with contextlib.suppress(RunError):  # a reader whose library is not installed
        for item in read_stream(io.BytesIO(data[1:]), f"{NAME}.{suffix}", _columns()):  # type: ignore[arg-type]
            assert item.place.startswith(NAME)
            str(item).encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "structure": structure,
    "decoding": decoding,
    "quotation": quotation,
    "dates": dates,
    "rules": rules,
    "reading": reading,
}


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(load_rules())


_columns = cache(load_columns)


def _context(data: bytes) -> Context:
    """The surroundings that the last byte says: what stands before and after, and the tense."""
    chosen = data[-1] if data else 0
    after = frozenset(name for bit, name in ((1, "ago"), (2, "age_after"), (4, "unit")) if chosen & bit)
    before = frozenset(name for bit, name in ((8, "age_before"), (16, "in")) if chosen & bit)
    return Context(before=before, after=after)


def seeds(target: str) -> Iterator[bytes]:
    """Yield inputs to begin with, from the samples and our own rules."""
    articles = [path.read_bytes() for path in sorted((SAMPLES / "articles").iterdir())]
    if target == "rules":
        yield from (path.read_bytes()[:3000] for path in sorted(BUILTIN.rglob("*.toml")))
        yield from (path.read_bytes() for path in sorted((SAMPLES / "rules").iterdir()))
    elif target == "reading":
        for path in sorted((SAMPLES / "dumps").iterdir()):
            suffix = path.suffix.removeprefix(".")
            if suffix in _SUFFIXES:
                yield bytes([_SUFFIXES.index(suffix)]) + path.read_bytes()
    elif target == "dates":
        yield from (bytes([3]) + word.encode() for word in _vocabulary().words)
    elif target == "decoding":
        yield from articles
        yield b'<meta charset="iso-8859-15">' + "Café, naïef".encode("iso-8859-15")
        yield b"\xff\xfe" + "Café".encode("utf-16-le")
    else:
        yield from articles


def words(target: str) -> list[str]:
    """Return strings that the fuzzer may put in, beside what it finds in comparisons."""
    if target == "dates":
        return [*_vocabulary().words, "-jarige", "1.55,24", "2014-2015", "'60", "19e", "2017-02-30"]
    if target == "decoding":
        return [
            "<meta charset=",
            "<?xml encoding=",
            "utf-7",
            "utf-16",
            "idna",
            "undefined",
            "unicode_escape",
            "punycode",
            "hz",
        ]
    return [
        "„",
        "”",
        "“",
        "»",
        "«",
        ",,",
        "''",
        "‘",
        "’",
        " - ",
        "(ANP)",
        "Bron:",
        "<title>",
        "WENEN",
        "2017-12",
        "\n",
        "[[cue]]",
    ]
