"""What the schema says of a rule → lines a rule writer can act on: file, line, rule, field, value, remedy."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from nieuwsextract.rules.files import Table, shorten
from nieuwsextract.rules.rule import Rule, table_in

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def describe(error: ValidationError, table: Table, model: type[Rule]) -> Iterator[str]:
    """Yield a line for each fault of one rule."""
    rule_id = table.content.get("id")
    name = f"{table.kind} {shorten(rule_id)}" if rule_id is not None else f"{table.kind} without id"
    for fault in _merged(error.errors()):
        path = [str(part) for part in fault["loc"]]
        place = table.place(path[0] if path else None)
        field = ".".join(path)
        yield f"{place}: {name}: {field + ': ' if field else ''}{_say(fault, path, model)}"


def _merged(faults: Iterable["ErrorDetails"]) -> Iterator["ErrorDetails"]:
    """One fault for a value that is none of several lists of allowed ones."""
    choices: dict[tuple[int | str, ...], ErrorDetails] = {}
    for fault in faults:
        if fault["type"] != "literal_error":
            yield fault
            continue
        place = tuple(part for part in fault["loc"] if not str(part).startswith("literal["))
        expected = fault["ctx"]["expected"]
        if place in choices:
            expected = f"{choices[place]['ctx']['expected']}, {expected}"
        choices[place] = {**fault, "loc": place, "ctx": {"expected": expected}}
    yield from choices.values()


def _say(fault: "ErrorDetails", path: list[str], model: type[Rule]) -> str:
    if fault["type"] == "missing":
        return "is missing; add it"
    if fault["type"] == "extra_forbidden":
        return _say_unknown(fault["input"], path, model)
    if fault["type"] == "literal_error":
        message = f"should be one of {fault['ctx']['expected'].replace(' or ', ', ')}"
    else:
        message = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "tuple_type":
        message = 'should be a list, in brackets: ["…", "…"]'
    if fault["type"] == "model_type":
        message = "should be a table, in braces: { … }"
    if fault["type"] == "string_pattern_mismatch" and path == ["id"]:
        message = "should have no blanks and no slash"
    # A fault of the rule as a whole has all of it as its input.
    return message if not path else f"{message} (got {shorten(fault['input'])})"


def _say_unknown(value: Any, path: list[str], model: type[Rule]) -> str:
    known = sorted(_fields_at(path[:-1], model))
    remedy = f"there are: {', '.join(known)}" if known else "take it out"
    for near in get_close_matches(path[-1], known, n=1):
        remedy = f"did you mean {near}?"
    return f"no such field (got {shorten(value)}); {remedy}"


def _fields_at(path: Sequence[str], model: type[BaseModel]) -> set[str]:
    """The fields of the table that a path leads to: of the rule itself, or of one inside it."""
    if not path:
        return set(model.model_fields)
    if path[0].isdigit():
        return _fields_at(path[1:], model)
    field = model.model_fields.get(path[0])
    inner = table_in(field.annotation) if field is not None else None
    return _fields_at(path[1:], inner) if inner is not None else set()
