"""``nieuwsextract evaluate``: how good it is on annotated articles."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nieuwsextract.cli.figures import (
    comparison_table,
    errors_table,
    reliability_table,
    scores_table,
    side_by_side_table,
)
from nieuwsextract.cli.messages import stop_on_error, tell
from nieuwsextract.cli.options import Model, RuleFolders
from nieuwsextract.shipped import DEFAULT_MODEL

if TYPE_CHECKING:
    from nieuwsextract.cli.figures import Pair
    from nieuwsextract.evaluation.gold import GoldArticle
    from nieuwsextract.evaluation.reliability import Judged
    from nieuwsextract.records import ArticleRecord


class Half(StrEnum):
    """Articles by their number: one half to develop on, the other for a final figure."""

    odd = "odd"
    even = "even"


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="Annotated articles: JSON lines, or XML (.xml).")
    ],
    model: Model = DEFAULT_MODEL,
    rules: RuleFolders = None,
    records: Annotated[
        Path | None, typer.Option(help="Score these records (JSON lines) instead of extracting anew.")
    ] = None,
    trees: Annotated[
        Path | None,
        typer.Option(help="CoNLL-U gold trees: print beside the figures those with these and gold names."),
    ] = None,
    half: Annotated[
        Half | None, typer.Option(help="Only articles whose id ends in an odd or even number.")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="Show so many errors of each layer.")] = 0,
    compare: Annotated[
        Path | None, typer.Option(help="An earlier --json report: what rose and fell since.")
    ] = None,
    calibrate: Annotated[
        Path | None, typer.Option(help="Write a rule file that fits confidences to these articles.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Score entities, quotes and events against annotated articles: precision, recall, F1, counts."""
    with stop_on_error():
        from nieuwsextract.evaluation.comparison import read_report
        from nieuwsextract.evaluation.reliability import judge
        from nieuwsextract.evaluation.report import beside, report_pairs

        earlier = read_report(compare) if compare else None
        if calibrate and records:
            raise typer.BadParameter(
                "needs articles extracted anew: records seldom hold their reasons", param_hint="--calibrate"
            )
        articles = _read_gold(gold, half)
        on_trees = _extract_from_trees(articles, model, rules or [], trees) if trees else {}
        if trees:
            articles = [article for article, _ in _pair(articles, on_trees, "no gold trees")]
        made = _read_records(records) if records else _extract(articles, model, rules or [], bool(calibrate))
        pairs = _pair(articles, made, "no record")
        scores = report_pairs(pairs)
        if trees:
            scores = beside(scores, report_pairs(_pair([article for article, _ in pairs], on_trees, "")))
        items = [item for article, record in pairs for item in judge(article, record)]
    if calibrate:
        items = _write_calibration(items, calibrate)
    if as_json:
        sys.stdout.write(json.dumps(scores, indent=2) + "\n")
        return
    sys.stdout.write(side_by_side_table(scores) if trees else scores_table(scores))
    if earlier is not None:
        sys.stdout.write("\n" + comparison_table(scores, earlier))
    sys.stdout.write("\n" + reliability_table(items))
    if errors:
        sys.stdout.write("\n" + errors_table(pairs, errors))


def _read_gold(paths: list[Path], half: Half | None) -> list["GoldArticle"]:
    from nieuwsextract.evaluation.gold import read_gold

    articles = [article for path in paths for article in read_gold(path)]
    return articles if half is None else [article for article in articles if _is_in(half, article.id)]


def _is_in(half: Half, article_id: str) -> bool:
    digits = [character for character in article_id if character.isdigit()]
    return bool(digits) and int(digits[-1]) % 2 == (half is Half.odd)


def _pair(articles: list["GoldArticle"], made: dict[str, "ArticleRecord"], lack: str) -> list["Pair"]:
    """Gold articles with their records; those without one are left out, and told what they lack."""
    missing = [article.id for article in articles if article.id not in made]
    if missing:
        tell(f"{len(missing)} annotated articles have {lack} and are not scored: {', '.join(missing[:5])}")
    return [(article, made[article.id]) for article in articles if article.id in made]


def _extract(
    articles: list["GoldArticle"], model: str, rules: list[Path], with_reasons: bool
) -> dict[str, "ArticleRecord"]:
    from nieuwsextract.extraction import extract_many
    from nieuwsextract.pipeline.loading import load

    made = (gold.to_article() for gold in articles)
    records = extract_many(made, nlp=load(model, rules=rules), explain=with_reasons)
    return {record.id: record for record in records}


def _extract_from_trees(
    articles: list["GoldArticle"], model: str, rules: list[Path], trees: Path
) -> dict[str, "ArticleRecord"]:
    from nieuwsextract.evaluation.trees import extract_from_trees
    from nieuwsextract.pipeline.loading import load

    return extract_from_trees(articles, trees, load(model, rules=rules))


def _write_calibration(items: list["Judged"], path: Path) -> list["Judged"]:
    """Write the rule file; return the items with what models claim that have not seen their articles."""
    from nieuwsextract.evaluation.calibration import claim_all_unseen, write_calibration

    path.write_text(write_calibration(items), encoding="utf-8")
    tell(f"{path} written; confidences are those of five fits, each on the articles of the other four")
    return claim_all_unseen(items)


def _read_records(path: Path) -> dict[str, "ArticleRecord"]:
    from nieuwsextract.writing.jsonl import read_records

    return {record.id: record for record in read_records(path)}
