"""Writes the scores and the sources into a pipeline's meta.json: `python scripts/finish.py MODEL METRICS`."""

import json
import sys
from pathlib import Path

SOURCES = [
    (
        "Alpino treebank, cdbl part, converted to UD v2",
        "CC BY-SA 4.0",
        "van der Beek, Bouma, van Noord et al.",
    ),
    ("UD_Dutch-LassySmall, dev", "CC BY-SA 4.0", "Bouma, van Noord"),
    ("Entity layers, modern sentences and whole articles", "CC BY-SA 4.0", "The nieuwsextract authors"),
]


def main(model: Path, metrics: Path) -> None:
    path = model / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = json.loads(metrics.read_text(encoding="utf-8"))["scores"]
    meta["sources"] = [{"name": name, "license": licence, "author": who} for name, licence, who in SOURCES]
    path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
