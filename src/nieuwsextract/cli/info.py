"""``nieuwsextract info`` and ``nieuwsextract schema``: what this installation is and what it writes."""

import json
import sys

from nieuwsextract.cli.messages import stop_on_error
from nieuwsextract.cli.options import Model, RuleFolders
from nieuwsextract.shipped import DEFAULT_MODEL


def schema() -> None:
    """Print the JSON Schema of a record."""
    from nieuwsextract.records import json_schema

    sys.stdout.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


def info(
    model: Model = DEFAULT_MODEL,
    rules: RuleFolders = None,
) -> None:
    """Print versions, the model and its components, and the rules' fingerprint, as JSON."""
    import platform
    from importlib.metadata import version

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
