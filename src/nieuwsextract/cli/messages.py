"""What the user is told on standard error, and the exit code: 1 for unreadable input, 2 for wrong usage."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from nieuwsextract.errors import NieuwsextractError, ReadError


def tell(message: str) -> None:
    """Print one line on standard error."""
    typer.echo(f"nieuwsextract: {message}", err=True)


@contextmanager
def stop_on_error() -> Iterator[None]:
    """End the command with the message of an error that the user can do something about."""
    try:
        yield
    except NieuwsextractError as error:
        tell(str(error))
        raise typer.Exit(1 if isinstance(error, ReadError) else 2) from error
