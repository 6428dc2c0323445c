"""What the readers give and the pipeline takes: one article as it was read."""

import math
import re
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from nieuwsextract.errors import ReadError

#: Characters; a longer line is no paragraph, and more than a model's memory can take.
MAX_PARAGRAPH = 1_000_000

#: Half a surrogate pair is no character: neither spaCy nor JSON in UTF-8 can hold it.
LONE_SURROGATE = re.compile("[\ud800-\udfff]")

#: A publication date as an EDTF level 0 date: ``2017``, ``2017-12`` or ``2017-12-02``.
EdtfDate = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")
]


class Article(BaseModel):
    """One article: its raw text, and what its source says about it.

    ``text`` is the whole text that offsets count in, headline included where the source has one.
    ``extra`` keeps metadata that has no field of its own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    id: str = "article"
    headline: str | None = None
    published: EdtfDate | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    url: str | None = None
    language: str | None = None
    extra: dict[str, JsonValue] = Field(default_factory=dict)

    @field_validator("*", mode="before")
    @classmethod
    def _make_writable(cls, value: Any, info: ValidationInfo) -> Any:
        """Metadata that JSON cannot hold is replaced; half surrogates in the text are told of later."""
        return value if info.field_name == "text" else to_writable(value)


def to_writable(value: Any) -> Any:
    """Return a JSON-like value with U+FFFD for half a surrogate pair, and None for infinity and NaN."""
    if isinstance(value, str):
        return LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (list, tuple)):
        return [to_writable(item) for item in value]
    if isinstance(value, dict):
        return {to_writable(name): to_writable(item) for name, item in value.items()}
    return value


def check_paragraphs(text: str, name: str) -> None:
    """Refuse a text with a paragraph that no pipeline can take.

    Raises:
        ReadError: a line is longer than ``MAX_PARAGRAPH`` characters; the message begins with ``name``.
    """
    if len(text) <= MAX_PARAGRAPH:
        return
    for line in re.finditer(r"[^\r\n]+", text):
        if line.end() - line.start() > MAX_PARAGRAPH:
            raise ReadError(
                f"{name}: a line of {line.end() - line.start():,} characters (from {line.start():,} on); "
                f"the limit is {MAX_PARAGRAPH:,}: divide it into paragraphs or articles first"
            )
