"""What a batch costs beside the pipeline, what a second worker gains, whether memory stays flat.

`python -m benchmarks.batch overhead|workers|memory [--articles N]`. CPU seconds are of this process and its
children; `workers` means little while something else uses the processors.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.timing import other_texts
from nieuwsextract.batch import PipelineSpec, RunOptions, Summary, run
from nieuwsextract.batch.pool import measure_memory
from nieuwsextract.batch.process import BATCH, process_shard
from nieuwsextract.batch.settings import Result

SYLLABLES = ["ba", "de", "ki", "lo", "mu", "ner", "sta", "vel", "wij", "zon", "drie", "graf", "hout", "kla"]


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def write_dump(path: Path, articles: int, *, short: bool = False) -> int:
    """Write articles that are never the same twice: each has names of its own. Return the words."""
    texts, rng, words = other_texts(), random.Random(1), 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            text = texts[number % len(texts)]
            text = "\n\n".join(text.split("\n\n")[:3]) if short else text
            name = " ".join("".join(rng.choices(SYLLABLES, k=4)).capitalize() for _ in range(2))
            text = f"{text}\n\n{name} woont in {''.join(rng.choices(SYLLABLES, k=4)).capitalize()}."
            words += len(text.split())
            file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
    return words


class Here:
    """The engine of one process: the benchmark's own."""

    def __init__(self, nlp, options: RunOptions) -> None:
        self.nlp, self.options = nlp, options

    def run(self, tasks):
        """Do each shard at once."""
        for task in tasks:
            yield Result(task, process_shard(task, self.nlp, self.options), 0, *measure_memory())

    def close(self) -> None:
        """Nothing to end."""


def measure_overhead(articles: int, rounds: int, folder: Path, options: RunOptions) -> None:
    """Reading, cutting, records and writing, beside `nlp.pipe` over the same texts, in turn."""
    nlp = options.pipeline.load()
    dump = folder / "dump.jsonl"
    words = write_dump(dump, articles)
    texts = [json.loads(line)["text"] for line in dump.open(encoding="utf-8")]
    shares = []
    for number in range(rounds):
        begun = cpu()
        with nlp.memory_zone():
            for _ in nlp.pipe(texts, batch_size=BATCH):
                pass
        alone = cpu() - begun
        begun = cpu()
        run(dump, folder / f"out-{number}", options, engine=Here(nlp, options))
        whole = cpu() - begun
        shares.append(whole / alone - 1)
        rates = f"{words / alone:8,.0f} words per CPU second alone, {words / whole:8,.0f} in a batch"
        print(f"{rates}: {shares[-1]:+.1%}")
    middle = statistics.median(shares)
    print(f"overhead {middle:.1%} (median of {rounds}; {min(shares):.1%} to {max(shares):.1%})")


def measure_workers(articles: int, rounds: int, folder: Path, options: RunOptions) -> None:
    """Words a second of two workers against one, from the first shard that is done to the last."""
    dump = folder / "dump.jsonl"
    write_dump(dump, articles)
    rates: dict[int, list[float]] = {1: [], 2: []}
    for number in range(rounds):
        for workers, found in rates.items():
            marks: list[tuple[float, int]] = []
            begun, free = cpu(), time.perf_counter()
            run(
                dump, folder / f"out-{workers}-{number}", options, workers=workers,
                on_progress=lambda s, marks=marks: marks.append((time.perf_counter(), s.new.words)),
            )  # fmt: skip
            seconds, words = marks[-1][0] - marks[workers - 1][0], marks[-1][1] - marks[workers - 1][1]
            found.append(words / seconds)
            spent, wall = cpu() - begun, time.perf_counter() - free
            print(f"{workers} workers: {words / seconds:8,.0f} words/s; {spent:.1f} CPU s in {wall:.1f} s")
    ratios = [two / one for one, two in zip(rates[1], rates[2], strict=True)]
    print(f"two workers to one: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


def measure_flatness(articles: int, folder: Path, options: RunOptions) -> None:
    """Memory of one worker over a long dump: its last tenth against its second."""
    dump = folder / "dump.jsonl"
    words = write_dump(dump, articles, short=True)
    series: list[float] = []

    def note(summary: Summary) -> None:
        series.append(summary.worker_mb)

    summary = run(dump, folder / "out", options, workers=1, on_progress=note)
    tenth = max(1, len(series) // 10)
    second, last = statistics.mean(series[tenth : 2 * tenth]), statistics.mean(series[-tenth:])
    print(f"{articles:,} articles, {words:,} words, {summary.seconds:.0f} s, {len(series)} shards")
    print(f"worker: second tenth {second:.0f} MB, last tenth {last:.0f} MB, ratio {last / second:.3f}")
    print(f"worker's peak {summary.peak_worker_mb:.0f} MB; this process's {measure_memory()[1]:.0f} MB")


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["overhead", "workers", "memory"])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shard-size", type=int, default=500)
    parser.add_argument("--bare", action="store_true", help="words and sentences only, without the model")
    given = parser.parse_args()
    bare = PipelineSpec("bare", loader="benchmarks.faults:load_bare")
    options = RunOptions(bare if given.bare else PipelineSpec(), shard_size=given.shard_size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.what == "overhead":
            measure_overhead(given.articles, given.rounds, folder, options)
        elif given.what == "workers":
            measure_workers(given.articles, given.rounds, folder, options)
        else:
            measure_flatness(given.articles, folder, options)


if __name__ == "__main__":
    main()
