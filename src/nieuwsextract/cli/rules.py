"""``nieuwsextract rules``: see, start, check and follow the rules, without code."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from nieuwsextract.cli.messages import stop_on_error, tell
from nieuwsextract.cli.options import Model, RuleFolders
from nieuwsextract.shipped import DEFAULT_MODEL

app = typer.Typer(help="See, start and check rules.", no_args_is_help=True)


@app.command("list", epilog="Example: nieuwsextract rules list cue --source")
def list_rules(
    kind: Annotated[str | None, typer.Argument(help="A kind of rule; without one, counts.")] = None,
    source: Annotated[bool, typer.Option("--source", help="Name each rule's file.")] = False,
    events: Annotated[
        bool, typer.Option("--events", help="Every event type with its PLOVER, CAMEO and quad codes.")
    ] = False,
    rules: RuleFolders = None,
) -> None:
    """List the rules in force."""
    from nieuwsextract.rules import load_rules
    from nieuwsextract.rules.events import crosswalk

    with stop_on_error():
        in_force = load_rules(rules or ())
        if events:
            lines = crosswalk(in_force)
        elif kind is None:
            lines = [f"{name}\t{len(found)}" for name, found in sorted(in_force.rules.items())]
        else:
            _check_kind(kind)
            found = in_force.rules[kind]
            lines = [f"{name}\t{in_force.sources[kind, name].place()}" if source else name for name in found]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


@app.command("new", epilog="Example: nieuwsextract rules new cue my_rules")
def new_rules(
    kind: Annotated[str, typer.Argument(help="The kind of rule to write.")],
    folder: Annotated[Path, typer.Argument(help="The folder of your rules; made if need be.")],
) -> None:
    """Write a commented rule file to start from."""
    from nieuwsextract.rules import load_rules
    from nieuwsextract.rules.template import write_template

    _check_kind(kind)
    path = folder / f"{kind}.toml"
    if path.exists():
        raise typer.BadParameter(f"{path} is there already", param_hint="FOLDER")
    example = next(iter(load_rules().rules[kind].values()))
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(write_template(kind, example), encoding="utf-8")
    tell(f"{path} written")


@app.command("check", epilog="Example: nieuwsextract rules check samples/rules")
def check_rules(
    folder: Annotated[Path, typer.Argument(help="The folder of your rules.")],
    model: Model = DEFAULT_MODEL,
    rules: RuleFolders = None,
) -> None:
    """Check rule files: their schema, then every example and counter-example in the real pipeline."""
    from nieuwsextract.evaluation.rule_check import check_examples
    from nieuwsextract.pipeline.loading import load
    from nieuwsextract.rules import load_rules
    from nieuwsextract.rules.review import own_rules, review

    with stop_on_error():
        folders = [*(rules or ()), folder]
        in_force = load_rules(folders)
        chosen = own_rules(in_force, folder)
        oddities = review(in_force, chosen)
        result = check_examples(load(model, rules=folders), in_force, chosen)
    for line in oddities:
        tell(f"note: {line}")
    for line in result.faults:
        tell(line)
    counts = f"{len(chosen)} rules, {result.sentences} sentences"
    sys.stdout.write(f"{counts}, {len(result.faults)} faults, {len(oddities)} notes\n")
    if result.faults:
        raise typer.Exit(1)


@app.command("explain", epilog='Example: nieuwsextract rules explain "Lavrov zegt dat hij komt."')
def explain_rules(
    sentence: Annotated[str, typer.Argument(help="A sentence or a short text.")],
    model: Model = DEFAULT_MODEL,
    rules: RuleFolders = None,
) -> None:
    """Say which rules applied to a sentence and of what, and why the others that looked at it did not."""
    from nieuwsextract.evaluation.rule_check import explain
    from nieuwsextract.pipeline.loading import load

    with stop_on_error():
        lines = explain(load(model, rules=rules or ()), sentence)
    sys.stdout.write("".join(f"{line}\n" for line in lines) or "no rule looked at this\n")


def _check_kind(kind: str) -> None:
    from nieuwsextract.rules.schema import KINDS

    if kind not in KINDS:
        raise typer.BadParameter(f"no such kind; there are: {', '.join(sorted(KINDS))}", param_hint="KIND")
