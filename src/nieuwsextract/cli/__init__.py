"""The command line: parses, calls, prints. Data on standard output, everything else on standard error."""

import typer

from nieuwsextract.cli.extract import extract
from nieuwsextract.cli.info import info, schema

app = typer.Typer(
    name="nieuwsextract",
    help="People, countries, organisations, quotes and events from Dutch-language news, as validated JSON.",
    epilog="Example: nieuwsextract extract samples/articles/lavrov.txt | head -c 300",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command(epilog="Example: nieuwsextract extract samples/articles -o records.jsonl")(extract)
app.command(epilog="Example: nieuwsextract schema > article-record.schema.json")(schema)
app.command(epilog="Example: nieuwsextract info --model nl_nieuws_sm")(info)


def main() -> None:
    """Run the command line."""
    app()
