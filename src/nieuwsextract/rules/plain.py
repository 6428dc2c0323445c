"""Rule files as people write them, read in a third of the time of a whole TOML parser, lines included.

Plain are ``[[kind]]`` headers with bare keys below them, whose values are strings and lists of strings
without escapes. Another value that stands on one line is left to the parser; any other file is not read here.
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

_TEXT = r'"[^"\\\n]*"'
_LIST = rf"\[\s*+(?:{_TEXT}\s*+(?:,\s*+{_TEXT}\s*+)*+,?\s*+)?\]"
_EXPRESSION = re.compile(
    r"[ \t]*+(?:\[\[[ \t]*+(?P<kind>[\w-]++)[ \t]*+\]\]|(?P<meta>\[meta\])"
    rf"|(?P<key>[\w-]++)[ \t]*+=[ \t]*+(?:(?P<text>{_TEXT})|(?P<list>{_LIST})|(?P<other>[^\s\#][^\n]*))|)"
    r"[ \t]*+(?:\#[^\n]*)?(?:\n|\Z)",
    re.ASCII,
)
_STRING = re.compile(r'"([^"]*)"')
#: What TOML admits nowhere, and ends of lines that are not counted here.
_FOREIGN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
#: The parser's time grows with the square of what some values hold.
_LONGEST = 1000


@dataclass(frozen=True)
class Placed:
    """A table, the line of its header, and the line of each of its fields, from 1."""

    line: int
    content: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_plain(text: str) -> dict[str, list[Placed]] | None:
    """Return the tables of each kind in order; None for a file that is not plain, or no TOML."""
    if _FOREIGN.search(text):
        return None
    tables: dict[str, list[Placed]] = {}
    table, end, number = None, 0, 1
    for found in _EXPRESSION.finditer(text):
        if found.start() != end:
            return None
        kind, meta, key = found.group("kind", "meta", "key")
        if kind or (meta and "meta" not in tables):
            table = Placed(number)
            tables.setdefault(kind or "meta", []).append(table)
        elif meta or (key and not _add(found, key, table, number)):
            return None
        number += text.count("\n", end, found.end())
        end = found.end()
    return tables if end == len(text) else None


def _add(found: re.Match[str], key: str, table: Placed | None, number: int) -> bool:
    """Give a table one more field; False where that is no plain one."""
    if table is None or key in table.content:
        return False
    text, words, other = found.group("text", "list", "other")
    if text is not None:
        table.content[key] = text[1:-1]
    elif words is not None:
        table.content[key] = _STRING.findall(words)
    else:
        try:
            table.content[key] = tomllib.loads(f"value = {other}" if len(other) <= _LONGEST else "")["value"]
        except (KeyError, ValueError, RecursionError):
            return False
    table.lines[key] = number
    return True
