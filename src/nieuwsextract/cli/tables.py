"""``nieuwsextract tables``: records in, tables out."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nieuwsextract.cli.messages import stop_on_error, tell

if TYPE_CHECKING:
    from nieuwsextract.records import ArticleRecord


class TableFormat(StrEnum):
    """How tables are written."""

    parquet = "parquet"
    csv = "csv"


def tables(
    records: Annotated[
        list[Path],
        typer.Argument(metavar="RECORDS...", help="Records as JSON lines, or a folder of a batch."),
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT_DIR", help="Folder for the tables.")],
    format: Annotated[
        TableFormat, typer.Option(help="For programs, or for spreadsheets.")
    ] = TableFormat.parquet,
) -> None:
    """Write records as tables: articles, entities, mentions, quotes, events, participants, times."""
    from nieuwsextract.writing.table_files import write_tables

    with stop_on_error():
        count = write_tables(_read_all(records), out, format.value)
    tell(f"the tables of {count:,} records are in {out}")


def _read_all(paths: list[Path]) -> Iterator["ArticleRecord"]:
    from nieuwsextract.writing.jsonl import read_records

    for path in paths:
        found = sorted(path.glob("part-*.jsonl")) if path.is_dir() else [path]
        for file in found:
            if file.name.count(".") == 1:  # no list of errors or of what was left out
                yield from read_records(file)
