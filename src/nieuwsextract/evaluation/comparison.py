"""An evaluation beside an earlier one: what rose, what fell, and what is more than chance."""

import json
from pathlib import Path
from typing import Any

from nieuwsextract.errors import ReadError

Report = dict[str, dict[str, Any]]


def read_report(path: Path) -> Report:
    """Return an earlier report, as ``evaluate --json`` printed it.

    Raises:
        ReadError: the file cannot be read or is no such report.
    """
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read as JSON: {error}") from error
    rows = report.values() if isinstance(report, dict) else [None]
    if not all(isinstance(row, dict) and "f1" in row for row in rows):
        raise ReadError(f"{path}: no report of `evaluate --json`")
    return dict(report)


def compare(now: Report, earlier: Report) -> list[dict[str, Any]]:
    """Return a row for each score of both: F1 then and now, and whether now lies outside then's interval."""
    rows = []
    for name, row in now.items():
        before = earlier.get(name)
        if before is None or before["f1"] is None or row["f1"] is None:
            continue
        interval = before.get("f1_interval")
        is_beyond = interval is not None and not interval[0] <= row["f1"] <= interval[1]
        difference = round(row["f1"] - before["f1"], 4)
        rows.append(
            {"name": name, "before": before["f1"], "now": row["f1"], "difference": difference}
            | {"beyond_interval": is_beyond}
        )
    return rows
