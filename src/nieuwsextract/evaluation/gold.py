"""Gold articles: JSON lines in the format of ``samples/gold`` (described in ``docs/quality.md``)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nieuwsextract.article import Article, EdtfDate
from nieuwsextract.errors import ReadError
from nieuwsextract.evaluation.gold_xml import read_xml
from nieuwsextract.kinds import EntityLabel, EventType, Modality, Polarity, QuoteType

Chars = tuple[int, int]


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldEntity(_Gold):
    """A tagged name: characters into the text, ``end`` exclusive."""

    start: int
    end: int
    label: EntityLabel


class GoldQuote(_Gold):
    """An attributed statement; ``speaker`` is the longest name of whom the source refers to."""

    id: str
    type: QuoteType
    speaker: str | None = None
    content: list[Chars] = Field(min_length=1)
    cue: list[Chars] = []
    source: Chars | None = None


class GoldEvent(_Gold):
    """A trigger with its type; the roles as they stand in the text."""

    start: int
    end: int
    type: EventType
    actor: str | None = None
    recipient: str | None = None
    time: str | None = None
    place: str | None = None
    polarity: Polarity = "pos"
    modality: Modality = "asserted"


class GoldMention(_Gold):
    """One mention of a resolved entity."""

    start: int
    end: int
    kind: str


class GoldResolved(_Gold):
    """A person, country or organisation with all its mentions."""

    name: str
    label: str
    country: str | None = None
    role: str | None = None
    mentions: list[GoldMention]


class GoldTime(_Gold):
    """A time expression with its TIMEX3 value."""

    start: int
    end: int
    type: str
    value: str | None


class GoldSentence(_Gold):
    """A sentence's characters and its id in the treebank."""

    id: str
    start: int
    end: int


class GoldArticle(_Gold):
    """One annotated article; a layer that was not annotated is None."""

    id: str
    text: str
    date: Annotated[EdtfDate | None, Field(description="publication date")] = None
    sentences: list[GoldSentence] = []
    entities: list[GoldEntity] | None = None
    quotes: list[GoldQuote] | None = None
    events: list[GoldEvent] | None = None
    resolved: list[GoldResolved] | None = None
    times: list[GoldTime] | None = None

    def to_article(self) -> Article:
        """Return what the pipeline is given."""
        return Article(id=self.id, text=self.text, published=self.date)


def read_gold(path: str | Path) -> Iterator[GoldArticle]:
    """Yield the gold articles of a JSONL file, or of inline-annotated XML (``.xml``).

    ``NAME.resolution.jsonl`` beside ``NAME.jsonl`` gives the resolved entities and times of some of them.

    Raises:
        ReadError: the file cannot be read, or a line breaks the format; the message names file and line.
    """
    path = Path(path)
    lines = read_xml(path) if path.suffix.lower() == ".xml" else _read_json_lines(path)
    for number, line in enumerate(lines, start=1):
        try:
            yield GoldArticle.model_validate({**line, "date": line.get("date") or None})
        except ValidationError as error:
            raise ReadError(f"{path}:{number}: {_say(error, str(line.get('id')))}") from error


def _say(error: ValidationError, article: str) -> str:
    """The first fault: article, field, what it should be, what it is; a list of words may have two halves."""
    fault = error.errors()[0]
    parts = [str(part) for part in fault["loc"] if not str(part).startswith("literal[")]
    expected = [
        each["ctx"]["expected"]
        for each in error.errors()
        if each["input"] is fault["input"] and each["type"] == "literal_error"
    ]
    message = f"should be one of {', '.join(expected).replace(' or ', ', ')}" if expected else fault["msg"]
    return f"{'.'.join([article, *parts])}: {message} (got {fault['input']!r})"


def _read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    resolution = {line["id"]: line for line in _read_lines(path.with_suffix(".resolution.jsonl"))}
    for line in _read_lines(path):
        more = resolution.get(line.get("id"), {})
        layers = {"resolved": more.get("entities"), "times": more.get("times")} if more else {}
        yield {**line, **layers}


def _read_lines(path: Path) -> Iterator[dict[str, Any]]:
    if path.name.endswith(".resolution.jsonl") and not path.exists():
        return
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    yield json.loads(line)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ReadError(f"{path}: not JSON lines in UTF-8: {error}") from error
