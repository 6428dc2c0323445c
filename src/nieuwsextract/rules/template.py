"""A commented rule file to start from: every field of a kind with its meaning, taken from the schema."""

import inspect
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from nieuwsextract.rules.rule import Rule, table_in
from nieuwsextract.rules.schema import KINDS


def write_template(kind: str, example: Rule) -> str:
    """Return a TOML file that passes the check as it stands: all of it is comment, ``example`` included."""
    model = KINDS[kind]
    lines = [f"# Rules of kind [[{kind}]]:", *(f"# {line}".rstrip() for line in _explanation(model)), "#"]
    lines += ["# The same id as a built-in rule replaces it; enabled = false removes it; a new id adds one."]
    lines += ["# Fields:"]
    lines += _list_fields(model, "#   ")
    lines += ["#", "# A built-in rule, to copy and change:", "#", f"# [[{kind}]]"]
    shown = example.model_dump(exclude_defaults=True)
    lines += [f"# {name} = {to_toml(value)}" for name, value in shown.items()]
    return "\n".join(lines) + "\n"


def to_toml(value: Any) -> str:
    """Return a value of a rule as TOML: strings, numbers, booleans, lists and inline tables of them."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(to_toml, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{to_toml(key)} = {to_toml(item)}" for key, item in value.items()) + " }"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _explanation(model: type[Rule]) -> list[str]:
    """The kind's own documentation and, where it adds to another's fields, that one's."""
    documented = [kind for kind in model.__mro__ if issubclass(kind, Rule) and kind is not Rule]
    texts = [inspect.cleandoc(kind.__doc__ or "") for kind in documented]
    return "\n\n".join(texts).replace("``", "`").splitlines()


def _list_fields(model: type[BaseModel], margin: str) -> list[str]:
    """A line for each field, below it those of the table that it holds; a table in a table is told once."""
    lines = []
    for name, field in model.model_fields.items():
        lines.append(f"{margin}{name}{_describe(field)}")
        inner = table_in(field.annotation)
        if inner is not None and margin == "#   ":
            lines += _list_fields(inner, margin + "  ")
    return lines


def _describe(field: FieldInfo) -> str:
    required = " (required)" if field.is_required() else ""
    return f": {_name(field.annotation)}{required}" + (f" – {field.description}" if field.description else "")


def _name(annotation: Any) -> str:
    """A type as a rule writer knows it: text, list, one of the words that are allowed."""
    words = _allowed(annotation)
    if words:
        return "one of " + ", ".join(words)
    kinds = {"str": "text", "bool": "true or false", "float": "number", "int": "number"}
    parts = [part for part in get_args(annotation) if part not in (type(None), ...)]
    origin = get_origin(annotation)
    if origin is tuple:
        return f"list of {_name(parts[0]).removeprefix('one of ')}"
    if origin is dict:
        return "table"
    if parts:
        return _name(parts[0])
    return kinds.get(getattr(annotation, "__name__", ""), "table")


def _allowed(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    parts = [part for part in get_args(annotation) if part is not type(None)]
    found = [_allowed(part) for part in parts]
    if get_origin(annotation) in (Union, UnionType) and all(found):
        return [word for words in found for word in words]
    return []
