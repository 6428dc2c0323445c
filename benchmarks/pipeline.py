"""How fast the shipped pipeline is against the reference architecture: `python -m benchmarks pipeline`.

Both read the same texts in one process, by turns. The pipeline as we load it keeps vectors of words it met:
"first texts" begins every round without any, "later texts" after 75 other articles, as in a long run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.reference import make_reference
from benchmarks.timing import NEWSPAPERS, SAMPLES, by_turns, load_texts, other_texts, ratio, show_rates
from nieuwsextract.pipeline.loading import model_path
from nieuwsextract.pipeline.quick import make_quick
from nieuwsextract.pipeline.quick.encoder import QuickEncoder

FIRST, LATER = "shipped, as we load it: first texts", "shipped, as we load it: later texts"


def as_loaded(path: Path) -> Language:
    """The shipped pipeline with what `nieuwsextract.load` does for speed; the output is the same."""
    nlp = spacy.load(path)
    make_quick(nlp)
    return nlp


def forget_words(nlp: Language) -> None:
    """Let the encoders start as in a new process."""
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            if isinstance(node._func, QuickEncoder):
                node._func.forget()


def read(nlp: Language, texts: list[str]) -> None:
    for _ in nlp.pipe(texts):
        pass


def count_words(nlp: Language, texts: list[str]) -> int:
    """Tokens that are not white space."""
    return sum(not token.is_space for text in texts for token in nlp.make_doc(text))


def filled(nlp: Language) -> Callable[[], None]:
    """What is done before a round of "later texts"."""

    def fill() -> None:
        forget_words(nlp)
        read(nlp, other_texts())

    return fill


def main() -> None:
    """Compare, and print words a CPU second."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=model_path())
    parser.add_argument("--texts", type=Path, default=NEWSPAPERS or SAMPLES)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path, help="also write the figures there")
    given = parser.parse_args()
    texts = load_texts(given.texts)
    shipped = spacy.load(given.model)
    begun = time.process_time()
    quick = as_loaded(given.model)
    load_seconds = time.process_time() - begun
    plain, base = "shipped, plain spaCy", make_reference(shipped, texts)
    pipelines = {"reference": base, plain: shipped, FIRST: quick, LATER: quick}
    tasks = {name: (lambda nlp=nlp: read(nlp, texts)) for name, nlp in pipelines.items()}
    times = by_turns(tasks, given.rounds, {FIRST: lambda: forget_words(quick), LATER: filled(quick)})
    words = count_words(quick, texts)
    show_rates(times, words, "reference")
    print(f"{'load':44} {load_seconds:9.2f} CPU seconds; {words:,} words, {given.rounds} rounds")
    if given.json:
        summary = {
            "words_per_cpu_second": {name: words / statistics.median(found) for name, found in times.items()},
            "ratio": ratio(times["reference"], times[FIRST])[0],
            "ratio_later_texts": ratio(times["reference"], times[LATER])[0],
            "load_seconds": load_seconds,
        }
        given.json.write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
