"""TOML rule files → a rule set: built-in files first, then the user's folders, by kind and id."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from nieuwsextract.errors import RuleError
from nieuwsextract.rules.schema import KINDS, Rule

BUILTIN = Path(__file__).parent.parent / "lexicons"

RuleT = TypeVar("RuleT", bound=Rule)


@dataclass(frozen=True)
class RuleSet:
    """The rules in force, by kind, in file order; and where each came from."""

    rules: dict[str, dict[str, Rule]]
    sources: dict[tuple[str, str], Path]
    fingerprint: str

    def of(self, kind: str, model: type[RuleT]) -> list[RuleT]:
        """Return the rules of one kind, in the order of the files."""
        return [rule for rule in self.rules.get(kind, {}).values() if isinstance(rule, model)]


def load_rules(folders: Sequence[str | Path] = ()) -> RuleSet:
    """Load the built-in rules and layer ``folders`` over them: same id replaces, ``enabled = false`` removes.

    Raises:
        RuleError: a file is no TOML, breaks the schema, or gives an id twice.
    """
    return _load(tuple(str(Path(folder).resolve()) for folder in folders))


@lru_cache(maxsize=8)
def _load(folders: tuple[str, ...]) -> RuleSet:
    rules: dict[str, dict[str, Rule]] = {kind: {} for kind in KINDS}
    sources: dict[tuple[str, str], Path] = {}
    for folder in (BUILTIN, *map(Path, folders)):
        layer: dict[tuple[str, str], Path] = {}
        for path, kind, rule in _read_folder(folder):
            if (kind, rule.id) in layer:
                raise RuleError(f"{path}: {kind} {rule.id!r} stands in {layer[kind, rule.id]} already")
            layer[kind, rule.id] = path
            rules[kind][rule.id] = rule
        sources |= layer
    in_force = {kind: {i: r for i, r in found.items() if r.enabled} for kind, found in rules.items()}
    return RuleSet(in_force, sources, _fingerprint(in_force))


def _read_folder(folder: Path) -> Iterator[tuple[Path, str, Rule]]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rules")
    for path in sorted(folder.rglob("*.toml")):
        for kind, table in _tables(path):
            yield path, kind, _validate(path, kind, table)


def _tables(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not a TOML file in UTF-8: {error}") from error
    for kind, tables in content.items():
        if kind == "meta":
            continue
        if kind not in KINDS or not isinstance(tables, list):
            raise RuleError(f"{path}: [[{kind}]] is no kind of rule; there are: {', '.join(sorted(KINDS))}")
        yield from ((kind, table) for table in tables)


def _validate(path: Path, kind: str, table: dict[str, Any]) -> Rule:
    try:
        return KINDS[kind].model_validate(table)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']} (got {fault['input']!r})"
            for fault in error.errors()
        )
        name = table.get("id", "without id") if isinstance(table, dict) else table
        raise RuleError(f"{path}: {kind} {name!r}: {faults}") from error


def _fingerprint(rules: dict[str, dict[str, Rule]]) -> str:
    digest = hashlib.sha256()
    for line in _lines(rules):
        digest.update(line.encode())
    return digest.hexdigest()[:16]


def _lines(rules: dict[str, dict[str, Rule]]) -> Iterable[str]:
    """Examples and notes change no output, so they do not count."""
    for kind in sorted(rules):
        for rule_id in sorted(rules[kind]):
            rule = rules[kind][rule_id]
            yield kind + rule.model_dump_json(exclude={"note", "examples", "counterexamples"}) + "\n"
