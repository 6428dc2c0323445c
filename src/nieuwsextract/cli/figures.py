"""What ``evaluate`` prints: tables in plain text."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nieuwsextract.evaluation.comparison import Report
    from nieuwsextract.evaluation.gold import GoldArticle
    from nieuwsextract.evaluation.reliability import Judged
    from nieuwsextract.records import ArticleRecord

    Pair = tuple[GoldArticle, ArticleRecord]
    Row = dict[str, Any]

_HEAD = f"{'P':>7}{'R':>7}{'F1':>7}"
_COUNTED = "right/found/wanted"


def scores_table(report: "Report") -> str:
    """Return a line for each score: precision, recall, F1 with its interval, counts."""
    lines = [f"{'':38}{_HEAD}   95 % interval      right/found/wanted\n"]
    for name, row in report.items():
        interval = "" if row["f1_interval"] is None else "{:.3f}–{:.3f}".format(*row["f1_interval"])
        lines.append(f"{name:38}{_values(row)}   {interval:14} {_counts(row)}\n")
    return "".join(lines)


def side_by_side_table(report: "Report") -> str:
    """Return a line for each score: on the model's parses | on gold trees and names."""
    lines = [
        f"{'':38}{'model':>21}   {'':21} | {'gold trees':>21}\n",
        f"{'':38}{_HEAD}   {_COUNTED:21} | {_HEAD}   {_COUNTED}\n",
    ]
    for name, row in report.items():
        trees = row["gold_trees"]
        lines.append(f"{name:38}{_values(row)}   {_counts(row):21} | {_values(trees)}   {_counts(trees)}\n")
    return "".join(lines)


def _values(row: "Row") -> str:
    return "".join(
        "      -" if row[key] is None else f"{row[key]:7.3f}" for key in ("precision", "recall", "f1")
    )


def _counts(row: "Row") -> str:
    return f"{row['right']:>8}/{row['found']}/{row['wanted']}"


def comparison_table(report: "Report", earlier: "Report") -> str:
    """Return F1 then and now; ``*`` where now lies outside then's 95 % interval."""
    from nieuwsextract.evaluation.comparison import compare

    lines = [f"{'F1':38}{'then':>7}{'now':>7}{'':>3}change\n"]
    for row in compare(report, earlier):
        if row["difference"] or row["beyond_interval"]:
            star = " *" if row["beyond_interval"] else ""
            lines.append(
                f"{row['name']:38}{row['before']:7.3f}{row['now']:7.3f}{row['difference']:+9.3f}{star}\n"
            )
    return "".join(lines) if len(lines) > 1 else "no score changed\n"


def reliability_table(items: "list[Judged]") -> str:
    """Return precision by confidence; each layer's mean gap between them, and how well confidence ranks."""
    from nieuwsextract.evaluation.reliability import area_under_curve, bin_up, expected_error

    bins = bin_up(items)
    lines = [f"{'confidence':20}{'items':>8}{'claimed':>9}{'right':>8}\n"]
    for each in bins:
        span = f"{each.layer} {each.low:.1f}–{each.low + 0.1:.1f}"
        lines.append(f"{span:20}{each.count:8}{each.confidence:9.3f}{each.precision:8.3f}\n")
    for layer in dict.fromkeys(each.layer for each in bins):
        auc = area_under_curve([item for item in items if item.layer == layer])
        lines.append(f"{layer}: mean gap {expected_error(bins, layer):.3f}, AUC {auc:.3f}\n")
    return "".join(lines)


def errors_table(pairs: "list[Pair]", most: int) -> str:
    """Return up to ``most`` errors of each layer, over all articles."""
    from nieuwsextract.evaluation.errors import list_errors

    found: dict[str, list[str]] = {}
    for gold, record in pairs:
        for layer, lines in list_errors(gold, record).items():
            found.setdefault(layer, []).extend(lines)
    parts = []
    for layer, lines in found.items():
        shown = "".join(f"{line}\n" for line in lines[:most])
        parts.append(f"{layer}: {len(lines)} errors, {min(most, len(lines))} shown\n{shown}")
    return "\n".join(parts)
