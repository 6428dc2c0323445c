"""The floors of the quality gate: measured on committed gold, pinned to its hash, raised by command.

python tests/gate/floors.py --raise
python tests/gate/floors.py --allow-regression "why the figures may fall"
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from nieuwsextract import extract_many, load
from nieuwsextract.evaluation.gold import read_gold
from nieuwsextract.evaluation.report import report, score_article

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
GOLD = HERE.parent.parent / "samples" / "gold" / "news.jsonl"
#: Entities of articles that the recogniser was not trained on.
UNSEEN = GOLD.with_name("entities.jsonl")
#: One article in so many (of GOLD the half that is developed on): enough to notice, quick enough to run.
STEP, STEP_UNSEEN = 4, 6
#: A score may fall this much below its floor before it counts: other processors round differently.
TOLERANCE = 0.02
#: Scores on fewer wanted items than this say nothing.
LEAST = 15


def measure():
    """Return the F1 of every score with enough gold behind it; of unseen articles named so."""
    nlp = load()
    odd = [gold for gold in read_gold(GOLD) if int(gold.id[1:]) % 2]
    unseen = list(read_gold(UNSEEN))[::STEP_UNSEEN]
    rows = score(odd[::STEP], nlp) | {f"unseen: {name}": row for name, row in score(unseen, nlp).items()}
    return {name: row["f1"] for name, row in rows.items() if row["wanted"] >= LEAST and row["f1"] is not None}


def score(chosen, nlp):
    """Return the report of gold articles on what a pipeline finds in them."""
    records = extract_many([gold.to_article() for gold in chosen], nlp=nlp)
    return report(score_article(gold, record) for gold, record in zip(chosen, records, strict=True))


def hash_of_gold():
    """Return the SHA-256 of the gold that the floors belong to."""
    return hashlib.sha256(GOLD.read_bytes() + UNSEEN.read_bytes()).hexdigest()


def fallen(measured, floors):
    """Return what has fallen below its floor: name → (floor, measured)."""
    return {
        name: (floor, measured.get(name))
        for name, floor in floors.items()
        if (measured.get(name) or 0.0) < floor - TOLERANCE
    }


def main():
    """Write a new baseline: only upwards, unless a reason is given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    wish = parser.add_mutually_exclusive_group(required=True)
    wish.add_argument("--raise", dest="up", action="store_true", help="lift every floor that was passed")
    wish.add_argument("--allow-regression", metavar="REASON", help="take today's figures, lower ones too")
    options = parser.parse_args()
    old = (
        json.loads(BASELINE.read_text(encoding="utf-8"))
        if BASELINE.exists()
        else {"floors": {}, "reasons": []}
    )
    measured = measure()
    if options.up:
        lower = fallen(measured, old["floors"])
        if lower:
            sys.exit(f"below the floor, so nothing was raised: {lower}")
        floors = {name: max(value, old["floors"].get(name, 0.0)) for name, value in measured.items()}
    else:
        floors = measured
        old["reasons"].append(options.allow_regression)
    baseline = {"gold_sha256": hash_of_gold(), "floors": floors, "reasons": old["reasons"]}
    BASELINE.write_text(json.dumps(baseline, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
