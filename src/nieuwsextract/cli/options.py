"""Options that several commands share, said once."""

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[str, typer.Option("--model", help="A Dutch spaCy pipeline: name or folder.")]
RuleFolders = Annotated[
    list[Path] | None,
    typer.Option("--rules", help="A folder of rules layered over the built-in ones; may be repeated."),
]
ColumnMap = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="FIELD=COLUMN,...", help="Which column of a dump is which field: text=body."
    ),
]
Preset = Annotated[str | None, typer.Option("--preset", help="Columns of amcat, mediacloud or newsplease.")]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the text out of the records.")]
