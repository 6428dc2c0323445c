"""What every rule has."""

from pydantic import BaseModel, ConfigDict, Field

Words = tuple[str, ...]


class Rule(BaseModel):
    """What every rule has: an id, sentences where it applies, and sentences where it must not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[^\s/]+$")
    enabled: bool = True
    note: str | None = Field(default=None, description="why the rule is as it is")
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
