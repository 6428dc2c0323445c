"""``nieuwsextract info`` and ``nieuwsextract schema``: what this installation is and what it writes."""

import json
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from nieuwsextract.cli.messages import stop_on_error


def schema() -> None:
    """Print the JSON Schema of a record."""
    from nieuwsextract.records import json_schema

    sys.stdout.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


def info(
    model: Annotated[str, typer.Option(help="A pipeline's name or folder.")] = "nl_nieuws_sm",
    rules: Annotated[
        list[Path] | None, typer.Option(help="A folder of rules layered over the built-in ones.")
    ] = None,
) -> None:
    """Print versions, the model and its components, and the rules' fingerprint, as JSON."""
    with stop_on_error():
        from nieuwsextract.assemble import describe_producer
        from nieuwsextract.pipeline.loading import load, rules_of

        nlp = load(model, rules=rules or ())
        facts = describe_producer(nlp, rules_of(nlp)) | {
            "components": nlp.pipe_names,
            "python": platform.python_version(),
            "spacy": version("spacy"),
            "pydantic": version("pydantic"),
        }
    sys.stdout.write(json.dumps(facts, indent=2, ensure_ascii=False) + "\n")
