"""What all parts of a record are made of: spans, codes, confidences, reasons."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2")]
Confidence = Annotated[float, Field(ge=0, le=1)]
RuleId = Annotated[str, Field(min_length=1, description="the rule or component that made this item")]


class Part(BaseModel):
    """What every part of a record is: frozen, and without fields that its class does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(Part):
    """A stretch of the article's text: code points, ``end`` exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end <= self.start or len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} cannot read {self.text!r}")
        return self


class Rejected(Part):
    """A rule that looked at the words of an item and did not apply."""

    rule: RuleId
    reason: str


#: Before the signs of a quote's speaker, which stand beside the quote's own.
SPEAKER = "speaker: "


class Candidate(Part):
    """Somebody who was not taken for ``part`` of an item (``speaker``, ``actor``), and why."""

    part: str
    name: str
    reason: str


class Explanation(Part):
    """Why an item is as it is, given when asked for.

    ``words`` is what its rule took hold of: the cue, the trigger, the name. ``paths`` tells how each thing
    about it was found, where the parse shows it by the labels from those words on, ``^`` for a step up.
    ``rejected`` are rules that looked at its words and did not apply, ``candidates`` who could have been
    meant. ``evidence`` are the signs that the confidence was read from, and how much of each there is.
    """

    words: str | None = None
    paths: dict[str, str] = {}
    rejected: list[Rejected] = []
    candidates: list[Candidate] = []
    evidence: dict[str, float] = {}


def iter_spans(item: Any) -> Iterator[TextSpan]:
    """Yield every span anywhere in a record, in field order."""
    if isinstance(item, TextSpan):
        yield item
    elif isinstance(item, list):
        for value in item:
            yield from iter_spans(value)
    elif isinstance(item, BaseModel):
        for name in _span_fields(type(item)):
            yield from iter_spans(getattr(item, name))


@cache
def _span_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that may hold a span: most hold none, and are not looked into."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold_span(field.annotation))


def _may_hold_span(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation is TextSpan or bool(_span_fields(annotation))
    return any(map(_may_hold_span, get_args(annotation)))
