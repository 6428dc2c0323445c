"""Collects the labels to learn from the whole corpus: `python scripts/labels.py CONFIG OUT`."""

import sys
from pathlib import Path

import registered  # noqa: F401
import srsly
from spacy.util import load_config, load_model_from_config, registry


def main(config_path: Path, out: Path) -> None:
    config = load_config(config_path)
    wanted = list(config["nlp"]["pipeline"])
    nlp = load_model_from_config(config, auto_fill=True)
    corpora = registry.resolve(nlp.config.interpolate()["corpora"])
    examples = list(corpora["train"](nlp))
    nlp.config["initialize"]["components"] = {}
    nlp.initialize(lambda: examples)
    out.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        if hasattr(nlp.get_pipe(name), "label_data"):
            srsly.write_json(out / f"{name}.json", nlp.get_pipe(name).label_data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
