"""``nieuwsextract show``: a record to look at, as a web page or in the terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nieuwsextract.cli.messages import stop_on_error, tell
from nieuwsextract.cli.options import Model, RuleFolders
from nieuwsextract.shipped import DEFAULT_MODEL

if TYPE_CHECKING:
    from nieuwsextract.records import ArticleRecord


def show(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Articles, or records as extract writes them (.jsonl)."),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="A page for one article; a folder of pages for more."),
    ] = None,
    text: Annotated[
        bool, typer.Option("--text", help="Coloured text in the terminal instead of a page.")
    ] = False,
    model: Model = DEFAULT_MODEL,
    rules: RuleFolders = None,
) -> None:
    """Show articles with their entities, quotes and events marked."""
    with stop_on_error():
        records = list(_records(paths, model, rules or []))
    if text:
        _print_text(records)
    elif len(records) == 1:
        _write_page(records[0], output)
    elif output is None:
        raise typer.BadParameter("several articles need a folder to write to", param_hint="--output")
    else:
        _write_folder(records, output)


def _records(paths: list[str], model: str, rules: list[Path]) -> Iterator["ArticleRecord"]:
    """Yield records as they stand in a file, or made now from articles."""
    from nieuwsextract.extraction import extract_many
    from nieuwsextract.pipeline.loading import load
    from nieuwsextract.reading import list_files, read
    from nieuwsextract.writing.jsonl import holds_records, read_records

    nlp = None
    for file in [Path(source.path) for path in paths for source in list_files(path)]:
        if holds_records(file):
            yield from read_records(file)
        else:
            nlp = nlp or load(model, rules=rules)
            yield from extract_many(read(file), nlp=nlp)


def _print_text(records: list["ArticleRecord"]) -> None:
    from rich.console import Console

    from nieuwsextract.writing.terminal import to_text

    console = Console()
    for record in records:
        console.rule(record.id)
        console.print(to_text(record), soft_wrap=True)


def _write_page(record: "ArticleRecord", output: Path | None) -> None:
    from nieuwsextract.writing.html import to_html

    if output is None:
        sys.stdout.write(to_html(record))
    else:
        output.write_text(to_html(record), encoding="utf-8")
        tell(f"{output} written")


def _write_folder(records: list["ArticleRecord"], folder: Path) -> None:
    from nieuwsextract.writing.html import to_html, to_index

    folder.mkdir(parents=True, exist_ok=True)
    pages = [(f"article-{number:05}.html", record) for number, record in enumerate(records, start=1)]
    for name, record in pages:
        (folder / name).write_text(to_html(record), encoding="utf-8")
    (folder / "index.html").write_text(to_index(pages), encoding="utf-8")
    tell(f"{len(pages)} pages and {folder / 'index.html'} written")
