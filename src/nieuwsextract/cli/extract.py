"""``nieuwsextract extract``: articles in, records out."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from nieuwsextract.cli.messages import stop_on_error, tell
from nieuwsextract.cli.options import ColumnMap, Model, NoText, Preset, RuleFolders
from nieuwsextract.shipped import DEFAULT_MODEL

if TYPE_CHECKING:
    from nieuwsextract.article import Article
    from nieuwsextract.reading import Columns
    from nieuwsextract.records import ArticleRecord


class Format(StrEnum):
    """How records are written."""

    jsonl = "jsonl"
    json = "json"


def extract(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, dumps or folders; - is standard input.")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File to write; default: standard output.")
    ] = None,
    format: Annotated[Format, typer.Option(help="One record a line, or one indented array.")] = Format.jsonl,
    model: Model = DEFAULT_MODEL,
    rules: RuleFolders = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date of the articles: 2017, 2017-12 or 2017-12-02."),
    ] = None,
    map: ColumnMap = None,
    preset: Preset = None,
    no_text: NoText = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add to each item why it is there, and what was passed over.")
    ] = False,
) -> None:
    """Extract people, countries, organisations, quotes and events from articles."""
    from nieuwsextract.extraction import extract_many
    from nieuwsextract.pipeline.loading import load
    from nieuwsextract.reading import load_columns

    _check_date(published)
    failed: list[str] = []
    with stop_on_error():
        columns = load_columns(preset, map or ())
        nlp = load(model, rules=rules or ())
        articles = _read_all(paths, columns, published, failed)
        records = extract_many(_with_progress(articles), nlp=nlp, with_text=not no_text, explain=explain)
        with _open(output) as file:
            _write(file, records, format)
    if failed:
        raise typer.Exit(1)


def _check_date(published: str | None) -> None:
    from pydantic import TypeAdapter, ValidationError

    from nieuwsextract.article import EdtfDate

    try:
        TypeAdapter(EdtfDate | None).validate_python(published)
    except ValidationError as error:
        message = f"{published!r} is no date; write 2017, 2017-12 or 2017-12-02"
        raise typer.BadParameter(message, param_hint="--published") from error


def _read_all(
    paths: Iterable[str], columns: "Columns", published: str | None, failed: list[str]
) -> Iterator["Article"]:
    """Yield every article that can be read; say which one cannot, and go on."""
    from nieuwsextract.errors import ReadError
    from nieuwsextract.reading import read

    def report(failure: object) -> None:
        tell(str(failure))
        failed.append(str(failure))

    for path in paths:
        try:
            found = [_read_standard_input()] if path == "-" else read(path, columns, on_failure=report)
            for article in found:
                yield article.model_copy(update={"published": published or article.published})
        except ReadError as error:
            report(error)


def _read_standard_input() -> "Article":
    from nieuwsextract.article import Article
    from nieuwsextract.reading.decoding import decode

    return Article(id="-", text=decode(sys.stdin.buffer.read(), "standard input"))


def _with_progress(articles: Iterator["Article"]) -> Iterator["Article"]:
    """Count articles on a terminal; say nothing where standard error is a file."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield from articles
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(articles)


def _open(output: Path | None) -> AbstractContextManager[IO[str]]:
    if output is None:
        if sys.stdout is None:
            raise typer.BadParameter("standard output is closed; name a file", param_hint="--output")
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        return nullcontext(sys.stdout)
    try:
        return output.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"{output} cannot be written: {error.strerror}"
        raise typer.BadParameter(message, param_hint="--output") from error


def _write(file: IO[str], records: Iterable["ArticleRecord"], format: Format) -> None:
    """Write each record as soon as it is there."""
    from nieuwsextract.writing.jsonl import to_json

    if format is Format.jsonl:
        for record in records:
            file.write(to_json(record) + "\n")
        return
    file.write("[")
    for count, record in enumerate(records):
        file.write(("," if count else "") + "\n" + to_json(record, indent=2))
    file.write("\n]\n")
