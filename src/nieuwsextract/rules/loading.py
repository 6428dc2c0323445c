"""TOML rule files → a rule set: built-in files first, then the user's folders, by kind and id."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from nieuwsextract.errors import RuleError
from nieuwsextract.rules.faults import describe
from nieuwsextract.rules.files import RuleFile, Table, read_folder, tables_of
from nieuwsextract.rules.schema import KINDS, Rule

BUILTIN = Path(__file__).parent.parent / "lexicons"

RuleT = TypeVar("RuleT", bound=Rule)
#: What one folder of rules holds; its rules replace an earlier layer's of the same kind and id.
Layer = tuple[RuleFile, ...]


@dataclass(frozen=True, eq=False)
class RuleSet:
    """The rules in force, by kind, own ones first, in file order; where each stands, disabled ones too."""

    rules: dict[str, dict[str, Rule]]
    sources: dict[tuple[str, str], Table]
    fingerprint: str

    def of(self, kind: str, model: type[RuleT]) -> list[RuleT]:
        """Return the rules of one kind, own ones first, in the order of the files."""
        return [rule for rule in self.rules.get(kind, {}).values() if isinstance(rule, model)]


#: A rule set, or the folders to layer over the built-in rules.
Rules = RuleSet | Sequence[str | Path]


def load_rules(rules: Rules = ()) -> RuleSet:
    """Load the built-in rules and layer folders over them: same id replaces, ``enabled = false`` removes.

    The same files give the same object; a rule set is returned as it is.

    Raises:
        RuleError: a file is no TOML, breaks the schema, or gives an id twice; a line for each fault.
    """
    if isinstance(rules, RuleSet):
        return rules
    return layer_rules(tuple(read_folder(folder) for folder in rules))


@lru_cache(maxsize=8)
def layer_rules(layers: tuple[Layer, ...]) -> RuleSet:
    """Layer rule files over the built-in ones, the last layer wins; raises as ``load_rules``.

    A layer's rules stand before the earlier layers': where two rules want the same word, the first has it.
    """
    rules: dict[str, dict[str, Rule]] = {kind: {} for kind in KINDS}
    sources: dict[tuple[str, str], Table] = {}
    for layer in (_builtin(), *map(_validate_layer, layers)):
        sources |= {key: table for key, (table, _) in layer.items()}
        own: dict[str, dict[str, Rule]] = {}
        for (kind, rule_id), (_, rule) in layer.items():
            own.setdefault(kind, {})[rule_id] = rule
        for kind, first in own.items():
            rules[kind] = first | {name: rule for name, rule in rules[kind].items() if name not in first}
    in_force = {kind: {i: r for i, r in found.items() if r.enabled} for kind, found in rules.items()}
    return RuleSet(in_force, sources, _fingerprint(in_force))


Validated = dict[tuple[str, str], tuple[Table, Rule]]


@lru_cache(maxsize=1)
def _builtin() -> Validated:
    return _validate_layer(read_folder(BUILTIN))


def _validate_layer(layer: Layer) -> Validated:
    found: Validated = {}
    faults: list[str] = []
    for file in layer:
        try:
            for table in tables_of(file, list(KINDS)):
                faults += _add(table, found)
        except RuleError as error:
            faults.append(str(error))
    if faults:
        raise RuleError("\n".join(faults))
    return found


def _add(table: Table, found: Validated) -> Iterator[str]:
    """Add a table's rule to what was found, or yield its faults."""
    model = KINDS[table.kind]
    try:
        is_removal = table.content.get("enabled") is False
        rule = _read_disabled(table) if is_removal else model.model_validate(table.content)
    except ValidationError as error:
        yield from describe(error, table, model)
        return
    key = (table.kind, rule.id)
    if key in found:
        name, first = f"{table.kind} {rule.id!r}", found[key][0].place()
        yield f"{table.place('id')}: {name}: this id stands at {first} already; take another"
        return
    found[key] = (table, rule)


def _read_disabled(table: Table) -> Rule:
    """What removes a rule needs no more than its id."""
    return Rule.model_validate({name: table.content.get(name) for name in ("id", "enabled")})


def _fingerprint(rules: dict[str, dict[str, Rule]]) -> str:
    digest = hashlib.sha256()
    for line in _lines(rules):
        digest.update(line.encode())
    return digest.hexdigest()[:16]


def _lines(rules: dict[str, dict[str, Rule]]) -> Iterable[str]:
    """The rules of each kind in order, since of two that fit a word the first has it.

    Examples and notes change no output, so they do not count.
    """
    for kind in sorted(rules):
        for rule in rules[kind].values():
            yield kind + rule.model_dump_json(exclude={"note", "examples", "counterexamples"}) + "\n"
