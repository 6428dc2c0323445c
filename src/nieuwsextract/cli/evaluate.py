"""``nieuwsextract evaluate``: how good it is on annotated articles."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from nieuwsextract.cli.messages import stop_on_error


class Half(StrEnum):
    """Articles by their number: one half to develop on, the other for a final figure."""

    odd = "odd"
    even = "even"


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Annotated articles, JSON lines.")],
    model: Annotated[str, typer.Option(help="A Dutch spaCy pipeline: name or folder.")] = "nl_nieuws_sm",
    records: Annotated[
        Path | None, typer.Option(help="Score these records (JSON lines) instead of extracting anew.")
    ] = None,
    half: Annotated[
        Half | None, typer.Option(help="Only articles whose id ends in an odd or even number.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Score entities, quotes and events against annotated articles: precision, recall, F1, counts."""
    with stop_on_error():
        from nieuwsextract.evaluation.gold import read_gold
        from nieuwsextract.evaluation.report import report, score_article

        articles = [article for path in gold for article in read_gold(path)]
        if half is not None:
            articles = [article for article in articles if _is_in(half, article.id)]
        made = _read_records(records) if records else _extract(articles, model)
        scores = report(
            score_article(article, made[article.id]) for article in articles if article.id in made
        )
    sys.stdout.write(json.dumps(scores, indent=2) + "\n" if as_json else _table(scores))


def _is_in(half: Half, article_id: str) -> bool:
    digits = [character for character in article_id if character.isdigit()]
    return bool(digits) and int(digits[-1]) % 2 == (half is Half.odd)


def _extract(articles: list[Any], model: str) -> dict[str, Any]:
    from nieuwsextract.extraction import extract_many
    from nieuwsextract.pipeline.loading import load

    nlp = load(model)
    return {record.id: record for record in extract_many((gold.to_article() for gold in articles), nlp=nlp)}


def _read_records(path: Path) -> dict[str, Any]:
    from nieuwsextract.writing.jsonl import read_records

    return {record.id: record for record in read_records(path)}


def _table(scores: dict[str, dict[str, Any]]) -> str:
    lines = [f"{'':38}{'P':>7}{'R':>7}{'F1':>7}   95 % interval      right/found/wanted\n"]
    for name, row in scores.items():
        values = "".join(
            "      -" if row[key] is None else f"{row[key]:7.3f}" for key in ("precision", "recall", "f1")
        )
        interval = "" if row["f1_interval"] is None else "{:.3f}–{:.3f}".format(*row["f1_interval"])
        lines.append(f"{name:38}{values}   {interval:14} {row['right']:>8}/{row['found']}/{row['wanted']}\n")
    return "".join(lines)
