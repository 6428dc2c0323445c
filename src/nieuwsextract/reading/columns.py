"""A row of a dump → an article: which column is which field, and what to keep of the rest."""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from pydantic import JsonValue

from nieuwsextract.article import Article, check_paragraphs
from nieuwsextract.errors import ReadError
from nieuwsextract.reading.dates import to_edtf
from nieuwsextract.reading.items import Found, Item, to_failure

Row = Mapping[str, Any]
#: What a column can be mapped to.
FIELDS = tuple(name for name in Article.model_fields if name != "extra")
#: Characters of a column's name, and columns, that a message shows.
_SHOWN = 30


@dataclass(frozen=True)
class Columns:
    """Field of an article → names of its column, in order of preference (lower case).

    With ``dutch_only`` the readers of web archives pass over pages in other languages before they take
    the article out of them.
    """

    names: Mapping[str, tuple[str, ...]]
    dutch_only: bool = False

    def find(self, row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return a row's values by field, and the columns that are no field."""
        lower = {str(name).strip().lower(): name for name in row}
        fields: dict[str, Any] = {}
        used = set()
        for field, names in self.names.items():
            for name in names:
                value = _unwrap(row[lower[name]] if name in lower else _reach(row, name))
                if not _is_empty(value):
                    fields[field] = value
                    used.add(lower.get(name))
                    break
        return fields, {str(name): value for name, value in row.items() if name not in used}


def load_columns(preset: str | None = None, given: Sequence[str] = ()) -> Columns:
    """Return a preset's columns, with ``field=column`` pairs before them.

    Raises:
        ReadError: there is no such preset or field, or a pair is none; the message lists what there is.
    """
    presets = tomllib.loads(files(__package__).joinpath("presets.toml").read_text("utf-8"))
    del presets["months"]
    if preset and preset not in presets:
        raise ReadError(f"preset {preset!r} is unknown; choose from {', '.join(sorted(presets))}")
    names = {field: tuple(columns) for field, columns in presets[preset or "default"].items()}
    for pair in (pair for text in given for pair in text.split(",")):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or field not in FIELDS or not column:
            raise ReadError(f"{pair!r} maps no field; write field=column with one of {', '.join(FIELDS)}")
        names[field] = (column.lower(),)
    return Columns(names)


def to_item(row: Any, place: str, fallback_id: str, columns: Columns) -> Item:
    """Make an article of a row, or the failure that says why it is none."""
    own_id = None
    try:
        if not isinstance(row, dict):
            raise ReadError(f"a JSON {type(row).__name__}, no object; give one object an article")
        own_id = _to_text(columns.find(row)[0].get("id"))
        return Found(to_article(row, columns, fallback_id), place)
    except ReadError as error:
        return to_failure(error, place, own_id)


def to_article(row: Row, columns: Columns, fallback_id: str) -> Article:
    """Make an article of a row.

    Raises:
        ReadError: the row has no text, or a paragraph that is too long.
    """
    fields, rest = columns.find(row)
    body = _to_body(fields.pop("text", None))
    if not body.strip():
        names = " or ".join(columns.names["text"][:3])
        raise ReadError(
            f"no text in {names}; say which column has it with --map text=… (this one has: {name_some(row)})"
        )
    given = rest.pop("extra", None)
    extra = {name: to_json(value) for name, value in rest.items() if not _is_empty(value)}
    if isinstance(given, dict):
        extra = {str(name): to_json(value) for name, value in given.items()} | extra
    published = to_edtf(fields.get("published"))
    if published is None and "published" in fields:
        extra["published"] = to_json(fields["published"])
    return make_article(
        body,
        headline=_to_text(fields.get("headline")),
        id=_to_text(fields.get("id")) or fallback_id,
        published=published,
        authors=_to_names(fields.get("authors")),
        extra=extra,
        **{
            name: _to_text(fields.get(name)) for name in ("publisher", "agency", "section", "url", "language")
        },
    )


def _to_body(value: Any) -> str:
    """A text, or a list of its paragraphs.

    Raises:
        ReadError: it is neither.
    """
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    if value is not None and not isinstance(value, str):
        raise ReadError(f"the text is a {type(value).__name__}; say which column has it with --map text=…")
    return value or ""


def name_some(names: Iterable[str]) -> str:
    """Return names of columns for a message that can be read: what is no table may seem to have long ones."""
    shown = [str(name) if len(str(name)) <= _SHOWN else f"{str(name)[:_SHOWN]}…" for name in names]
    return ", ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else "") or "none"


def make_article(body: str, *, headline: str | None = None, id: str, **metadata: Any) -> Article:
    """Make an article whose text is its headline, a blank line and its body; not twice if the body has it.

    Raises:
        ReadError: there is neither text, or a paragraph is too long.
    """
    headline = " ".join((headline or "").split()) or None
    first = body.lstrip().partition("\n")[0]
    text = body if headline is None or " ".join(first.split()) == headline else f"{headline}\n\n{body}"
    if not text.strip():
        raise ReadError("neither a headline nor a text; nothing to do here")
    check_paragraphs(text, id)
    return Article(id=id, text=text, headline=headline, **metadata)


def to_json(value: Any) -> JsonValue:
    """Return a value as JSON can hold it: dates and decimals as text, a NaN as null."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(name): to_json(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(part) for part in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _reach(row: Row, name: str) -> Any:
    """Follow ``a.b`` into the objects of a row."""
    value: Any = row
    for step in name.split(".") if "." in name.strip(".") else ():
        value = value.get(step) if isinstance(value, Mapping) else None
    return None if value is row else value


def _unwrap(value: Any) -> Any:
    """MongoDB writes an id as ``{"$oid": "5f3…"}``, a date as ``{"$date": …}``."""
    while isinstance(value, dict) and len(value) == 1 and str(next(iter(value))).startswith("$"):
        (value,) = value.values()
    return value


def _is_empty(value: Any) -> bool:
    return value in (None, "") or value == [] or (isinstance(value, float) and math.isnan(value))


def _to_text(value: Any) -> str | None:
    if value is None or isinstance(value, dict | list):
        return None
    return str(value).strip() or None


def _to_names(value: Any) -> tuple[str, ...]:
    """Authors as a list, or as one text with semicolons between them (a comma may be part of a name)."""
    names = value if isinstance(value, list | tuple) else str(value or "").split(";")
    return tuple(str(name).strip() for name in names if str(name).strip())
