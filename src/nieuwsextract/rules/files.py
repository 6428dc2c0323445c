"""One rule file: TOML text → tables with the lines they stand on."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nieuwsextract.errors import RuleError
from nieuwsextract.rules.plain import read_plain

_HEADER = re.compile(r"\s*\[\[\s*([\w.\-]+)\s*\]\]")
_SUBTABLE = re.compile(r"\s*\[{1,2}\s*([\w.\-]+)\s*\]{1,2}")
_KEY = re.compile(r"\s*[\"']?([\w\-]+)[\"']?\s*(?:\.[^=]*)?=")

#: The parser's time grows with the square of a dotted key's parts.
_MAX_DOTS = 1000


@dataclass(frozen=True)
class RuleFile:
    """A rule file's name, as errors show it, and its text."""

    name: str
    text: str


@dataclass(frozen=True)
class Table:
    """One rule as it stands in a file; ``lines`` are the line numbers (from 1) of its header and fields."""

    file: str
    kind: str
    content: dict[str, Any]
    line: int
    lines: dict[str, int]

    @property
    def order(self) -> tuple[str, int]:
        """Where the rule stands among others: file, line."""
        return self.file, self.line

    def place(self, field: str | None = None) -> str:
        """Return ``file:line`` of a field, or of the table."""
        return f"{self.file}:{self.lines.get(field or '', self.line)}"


def read_folder(folder: str | Path) -> tuple[RuleFile, ...]:
    """Return the rule files of a folder and those below it, by name.

    Raises:
        RuleError: there is no such folder, or a file in it is not UTF-8.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rules")
    return tuple(RuleFile(str(path), _read(path)) for path in sorted(folder.rglob("*.toml")))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not a TOML file in UTF-8: {error}; save it as UTF-8") from error


def _parse(file: RuleFile) -> dict[str, Any]:
    for number, line in enumerate(file.text.split("\n"), start=1):
        if line.count(".") > _MAX_DOTS:
            raise RuleError(f"{file.name}:{number}: more than {_MAX_DOTS} full stops in a line; divide it")
    try:
        return tomllib.loads(file.text)
    except (ValueError, RecursionError) as error:
        # Beside what is no TOML: a number of thousands of digits, brackets thousands deep.
        raise RuleError(f"{file.name}: not a TOML file: {error}") from error


def tables_of(file: RuleFile, kinds: Sequence[str]) -> Iterator[Table]:
    """Yield the rules of a file in order.

    Raises:
        RuleError: the file is no TOML, or a table is no kind of rule.
    """
    plain = read_plain(file.text)
    if plain is None or not plain.keys() <= {*kinds, "meta"}:
        yield from _parsed_tables(file, kinds)
        return
    for kind, tables in plain.items():
        if kind != "meta":
            for table in tables:
                yield Table(file.name, kind, table.content, table.line, table.lines)


def _parsed_tables(file: RuleFile, kinds: Sequence[str]) -> Iterator[Table]:
    """The rules of any file, or what is wrong with it."""
    content = _parse(file)
    places = _places(file.text)
    for kind, tables in content.items():
        if kind == "meta":
            continue
        if kind not in kinds or not isinstance(tables, list):
            line = _line_of(kind, file.text)
            raise RuleError(
                f"{file.name}:{line}: [[{kind}]] is no kind of rule; there are: {', '.join(sorted(kinds))}"
            )
        known = places.get(kind, [])
        for number, table in enumerate(tables):
            if not isinstance(table, dict):
                raise RuleError(
                    f"{file.name}: {kind} {shorten(table)} is no table; write [[{kind}]] above it"
                )
            line, lines = known[number] if number < len(known) else (1, {})
            yield Table(file.name, kind, table, line, lines)


def _line_of(kind: str, text: str) -> int:
    pattern = re.compile(rf"\s*(?:\[+\s*{re.escape(kind)}\b|{re.escape(kind)}\s*=)")
    return next((number for number, line in enumerate(text.split("\n"), start=1) if pattern.match(line)), 1)


def _places(text: str) -> dict[str, list[tuple[int, dict[str, int]]]]:
    """Kind → for each of its tables the line of its header and of each field."""
    places: dict[str, list[tuple[int, dict[str, int]]]] = {}
    fields: dict[str, int] = {}
    prefix = ""
    for number, line in _plain_lines(text):
        header, subtable, key = _HEADER.match(line), _SUBTABLE.match(line), _KEY.match(line)
        if header and "." not in header[1]:
            fields, prefix = {}, ""
            places.setdefault(header[1], []).append((number, fields))
        elif subtable:
            prefix = subtable[1].partition(".")[2]
            fields.setdefault(prefix.partition(".")[0], number)
        elif key and not prefix:
            fields.setdefault(key[1], number)
    return places


def _plain_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not inside a string of several lines."""
    inside: str | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if inside is None:
            yield number, line
        for quote in ('"""', "'''"):
            if inside in (None, quote) and line.count(quote) % 2:
                inside = None if inside else quote


def shorten(value: Any) -> str:
    """Return a value as an error shows it, in at most 80 characters."""
    try:
        shown = repr(value)
    except ValueError:  # a number of more digits than Python writes, which hexadecimal can hold
        shown = "a very long number"
    return shown if len(shown) <= 80 else shown[:79] + "…"
