"""The command line: parses, calls, prints. Data on standard output, everything else on standard error."""

import os
import sys

import typer

from nieuwsextract.cli.batch import batch
from nieuwsextract.cli.evaluate import evaluate
from nieuwsextract.cli.extract import extract
from nieuwsextract.cli.info import info, schema
from nieuwsextract.cli.messages import tell
from nieuwsextract.cli.rules import app as rules
from nieuwsextract.cli.show import show
from nieuwsextract.cli.start import raise_signals, spare_spacys_commands
from nieuwsextract.cli.tables import tables
from nieuwsextract.threads import use_one_thread

app = typer.Typer(
    name="nieuwsextract",
    help="People, countries, organisations, quotes and events from Dutch-language news, as validated JSON.",
    epilog="Example: nieuwsextract extract samples/articles/lavrov.txt | head -c 300",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command(epilog="Example: nieuwsextract extract samples/articles -o records.jsonl")(extract)
app.command(epilog="Example: nieuwsextract batch dump.jsonl.gz uit --workers 4")(batch)
app.command(epilog="Example: nieuwsextract tables uit tabellen --format csv")(tables)
app.command(epilog="Example: nieuwsextract schema > article-record.schema.json")(schema)
app.command(epilog="Example: nieuwsextract info --model nl_nieuws_sm")(info)
app.command(epilog="Example: nieuwsextract evaluate samples/gold/news.jsonl --half even")(evaluate)
app.command(epilog="Example: nieuwsextract show samples/articles/lavrov.txt -o lavrov.html")(show)
app.add_typer(rules, name="rules")


def main() -> None:
    """Run the command line; a reader that closes the pipe early (``| head``) ends it quietly."""
    use_one_thread()
    spare_spacys_commands()
    try:
        raise_signals()
        app()
    except KeyboardInterrupt:  # before or after the command itself
        sys.exit(130)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except OSError as error:  # a full disk behind standard output, a folder that may only be read
        tell(f"{error.filename or 'output'}: {error.strerror or error}; make room or repair it")
        _drop_output()
        sys.exit(2)


def _drop_output() -> None:
    """Python flushes standard output once more at exit, which would raise again."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
