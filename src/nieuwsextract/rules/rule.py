"""What every rule has."""

from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

Words = tuple[str, ...]


class Rule(BaseModel):
    """What every rule has: an id, sentences where it applies, and sentences where it must not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[^\s/]+$")
    enabled: bool = True
    note: str | None = Field(default=None, description="why the rule is as it is")
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @field_validator("*")
    @classmethod
    def _refuse_blanks(cls, value: Any) -> Any:
        """A blank word would match nowhere, or everywhere."""
        words = value if isinstance(value, tuple | dict) else (value,)
        if any(isinstance(word, str) and not word.strip() for word in words):
            raise ValueError("a word should not be blank; take it out")
        return value


def table_in(annotation: Any) -> type[BaseModel] | None:
    """Return the table that a field's annotation is about, or None: ``Pattern | None`` → ``Pattern``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(table_in, get_args(annotation))), None)
