"""A commented rule file to start from: every field of a kind with its meaning, taken from the schema."""

from typing import Any

from pydantic.fields import FieldInfo

from nieuwsextract.rules.rule import Rule
from nieuwsextract.rules.schema import KINDS


def write_template(kind: str, example: Rule) -> str:
    """Return a TOML file that passes the check as it stands: all of it is comment, ``example`` included."""
    model = KINDS[kind]
    lines = [f"# Rules of kind [[{kind}]]: {_first_sentence(model)}", "#"]
    lines += ["# The same id as a built-in rule replaces it; enabled = false removes it; a new id adds one."]
    lines += ["# Fields:"]
    lines += [f"#   {name}{_describe(field)}" for name, field in model.model_fields.items()]
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


def _first_sentence(model: type[Rule]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _describe(field: FieldInfo) -> str:
    required = " (required)" if field.is_required() else ""
    kind = str(field.annotation).replace("typing.", "")
    kind = kind.removeprefix("<class '").removesuffix("'>")
    return f": {kind}{required}" + (f" – {field.description}" if field.description else "")
