"""The whole extraction, JSON included, against the bare reference: `python -m benchmarks extraction`.

And what each component costs, as a share of the trained pipeline's cost: as plain `spacy.load` gives it, and
as `nieuwsextract.load` sets it up. Every round begins without vectors of words met before.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path

import spacy

import nieuwsextract as nx
from benchmarks.components import watch
from benchmarks.pipeline import count_words, forget_words, read
from benchmarks.reference import make_reference
from benchmarks.timing import NEWSPAPERS, SAMPLES, Times, by_turns, load_texts, show_rates
from nieuwsextract.pipeline.loading import COMPONENTS

REFERENCE, PLAIN = "reference, nothing but its components", "shipped, plain spaCy, nothing of ours"
WHOLE, WATCHED = "whole extraction, records and JSON included", "the same, watched"


def extract_all(nlp: spacy.Language, texts: list[str]) -> int:
    """Characters of the records."""
    return sum(len(record.model_dump_json()) for record in nx.extract_many(texts, nlp=nlp))


def measure(texts: list[str], rounds: int) -> None:
    shipped = spacy.load(nx.model_path())
    reference, whole, watched = make_reference(shipped, texts), nx.load(), nx.load()
    seconds = watch(watched)
    history: list[dict[str, float]] = []

    def begin_watching() -> None:
        forget_words(watched)
        seconds.update(dict.fromkeys(seconds, 0.0))

    def extract_watched() -> None:
        extract_all(watched, texts)
        history.append(dict(seconds))

    tasks = {
        REFERENCE: lambda: read(reference, texts),
        PLAIN: lambda: read(shipped, texts),
        WHOLE: lambda: extract_all(whole, texts),
        WATCHED: extract_watched,
    }
    extract_all(whole, texts[:3])
    times = by_turns(tasks, rounds, {WHOLE: lambda: forget_words(whole), WATCHED: begin_watching})
    words = count_words(shipped, texts)
    show_rates({name: times[name] for name in (REFERENCE, PLAIN, WHOLE)}, words, REFERENCE)
    show_components(history, times, words)


def show_components(history: list[dict[str, float]], times: Times, words: int) -> None:
    """Milliseconds for a thousand words, and shares of the base: medians over the rounds."""
    parts = [costs | {"record, JSON, the rest": whole - sum(costs.values())}
             for costs, whole in zip(history, times[WATCHED], strict=True)]  # fmt: skip
    quick = [sum(cost for name, cost in costs.items() if name not in COMPONENTS) for costs in history]
    sums = {
        "our components together": COMPONENTS,
        "the base together": [name for name in history[0] if name not in COMPONENTS],
    }
    rows = {name: [name] for name in parts[0]} | sums
    print(f"\n{'':30}{'ms a 1,000 words':>18}{'share of plain base':>22}{'share of quick base':>22}")
    for title, names in rows.items():
        costs = [sum(part[name] for name in names) for part in parts]
        shares = [
            statistics.median(cost / base for cost, base in zip(costs, bases, strict=True))
            for bases in (times[PLAIN], quick)
        ]
        print(f"{title:30}{1e6 * statistics.median(costs) / words:18.2f}{shares[0]:22.1%}{shares[1]:22.1%}")


def main() -> None:
    """Measure on the newspapers, where they are at hand, and on the samples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, nargs="*", default=[p for p in (NEWSPAPERS, SAMPLES) if p])
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    for path in given.texts:
        texts = load_texts(path)
        print(f"\n{path.name}: {len(texts)} texts, {given.rounds} rounds")
        measure(texts, given.rounds)


if __name__ == "__main__":
    main()
