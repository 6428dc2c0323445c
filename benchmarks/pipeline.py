"""How fast the shipped pipeline is against the reference architecture: `python -m benchmarks.pipeline`.

The reference is a Dutch pipeline of the architecture and sizes that spaCy publishes (`nl_core_news_sm` 3.8),
with random weights and spaCy's default operations. Both read the same texts in one process, in turn, so that
whatever else the machine does strikes both. Times are CPU seconds of one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Iterable
from pathlib import Path

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

import spacy
from spacy.language import Language
from spacy.training import Example

from nieuwsextract.pipeline.quick import make_quick

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "models" / "nl_nieuws_sm"
SHARED = ROOT.parent / "shared" / "data" / "news" / "alpino_dev.jsonl"
SAMPLES = ROOT / "samples" / "articles"
LABELS = {"morphologizer": 66, "tagger": 203, "parser": 36, "ner": 18}
WIDTH = 96


def tok2vec(rows: list[int], attrs: list[str]) -> dict:
    """The encoder of the published small pipelines: hash embeddings and four convolutions of width 96."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": attrs,
            "rows": rows,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def transitions(state: str, encoder: dict) -> dict:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": encoder,
    }


def reference(shipped: Language, texts: list[str]) -> Language:
    """The published architecture; the shipped pipeline only says which lemmas there are to learn."""
    nlp = spacy.blank("nl")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
    attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
    shared = tok2vec([5000, 1000, 2500, 2500, 50, 50], [*attrs, "SPACY", "IS_SPACE"])
    nlp.add_pipe("tok2vec", config={"model": shared})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": transitions("parser", listener)})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": tagger})
    nlp.add_pipe("attribute_ruler")
    own = tok2vec([5000, 1000, 2500, 2500], attrs)
    nlp.add_pipe("ner", config={"model": transitions("ner", own)})
    for name, number in LABELS.items():
        for label in range(number):
            nlp.get_pipe(name).add_label(f"POS=X|Kind={label}" if name == "morphologizer" else f"L{label}")
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc) for doc in shipped.pipe(texts[:20])])
    return nlp


def as_loaded(path: Path) -> Language:
    """The shipped pipeline with what `nieuwsextract.load` does for speed; the output is the same."""
    nlp = spacy.load(path)
    make_quick(nlp)
    return nlp


def load_texts(path: Path) -> list[str]:
    """The texts of a JSON Lines file, or of a folder of text files."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.txt"))]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def rate(nlp: Language, texts: Iterable[str]) -> float:
    """Tokens that are not white space, per CPU second."""
    started = time.process_time()
    words = sum(1 for doc in nlp.pipe(texts) for token in doc if not token.is_space)
    return words / (time.process_time() - started)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--texts", type=Path, default=SHARED if SHARED.exists() else SAMPLES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, help="also write the figures there")
    options = parser.parse_args()
    texts = load_texts(options.texts)
    shipped = spacy.load(options.model)
    started = time.process_time()
    quick = as_loaded(options.model)
    load_seconds = time.process_time() - started
    pipelines = {
        "reference": reference(shipped, texts),
        "shipped, plain spaCy": shipped,
        "shipped, as we load it": quick,
    }
    rates: dict[str, list[float]] = {name: [] for name in pipelines}
    for _ in range(options.rounds):
        for name, nlp in pipelines.items():
            rates[name].append(rate(nlp, texts))
    figures = {name: statistics.median(values) for name, values in rates.items()}
    pairs = zip(rates["shipped, as we load it"], rates["reference"], strict=True)
    ratios = [ours / theirs for ours, theirs in pairs]
    for name, figure in figures.items():
        print(f"{name:30} {figure:9,.0f} words per CPU second (median of {options.rounds})")
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    print(f"ratio, shipped to reference    {middle:9.2f} ({low:.2f}-{high:.2f})")
    print(f"load                           {load_seconds:9.2f} CPU seconds")
    if options.json:
        summary = {
            "words_per_cpu_second": figures,
            "ratio": middle,
            "load_seconds": load_seconds,
        }
        options.json.write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
