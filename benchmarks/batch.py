"""What a batch costs beside the pipeline, and what a second worker gains.

`python -m benchmarks.batch overhead|workers [--articles N]`. CPU seconds are of this process and its
children; `workers` means little while something else uses the processors.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.dumps import write_samples
from nieuwsextract.batch import PipelineSpec, RunOptions, run
from nieuwsextract.batch.process import BATCH, load_for_good, process_shard
from nieuwsextract.batch.settings import Result
from nieuwsextract.batch.system import measure_memory


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


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
    nlp = load_for_good(options.pipeline)
    dump = folder / "dump.jsonl"
    words = write_samples(dump, articles)
    texts = [json.loads(line)["text"] for line in dump.open(encoding="utf-8")]

    def pipe_alone(number: int) -> None:
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass

    def run_batch(number: int) -> None:
        run(dump, folder / f"out-{number}", options, engine=Here(nlp, options))

    run_batch(-1)  # from now on the vocabulary knows the words
    shares = []
    for number in range(rounds):
        # By turns the first: a machine that others use becomes slower or quicker meanwhile.
        turns = (pipe_alone, run_batch) if number % 2 else (run_batch, pipe_alone)
        spent = {turn: measure(turn, number) for turn in turns}
        alone, whole = spent[pipe_alone], spent[run_batch]
        shares.append(whole / alone - 1)
        rates = f"{words / alone:8,.0f} words per CPU second alone, {words / whole:8,.0f} in a batch"
        print(f"{rates}: {shares[-1]:+.1%}")
    middle = statistics.median(shares)
    print(f"overhead {middle:.1%} (median of {rounds}; {min(shares):.1%} to {max(shares):.1%})")


def measure(work: Callable[[int], None], number: int) -> float:
    """CPU seconds that one round of something takes."""
    begun = cpu()
    work(number)
    return cpu() - begun


def measure_workers(articles: int, rounds: int, folder: Path, options: RunOptions) -> None:
    """Words a second of two workers against one, from the first shard that is done to the last.

    What is lost by waiting for a processor that others use is not in the CPU seconds: those say what two
    workers cost each other (and one more loading of the model).
    """
    dump = folder / "dump.jsonl"
    write_samples(dump, articles)
    rates: dict[int, list[float]] = {1: [], 2: []}
    costs: dict[int, list[float]] = {1: [], 2: []}
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
            costs[workers].append(spent)
            print(f"{workers} workers: {words / seconds:8,.0f} words/s; {spent:.1f} CPU s in {wall:.1f} s")
    tell("two workers to one, words a second of wall-clock", rates[2], rates[1])
    tell("CPU seconds of one worker to those of two, for the same work", costs[1], costs[2])


def tell(what: str, above: list[float], below: list[float]) -> None:
    ratios = [one / other for one, other in zip(above, below, strict=True)]
    print(f"{what}: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["overhead", "workers"])
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
        else:
            measure_workers(given.articles, given.rounds, folder, options)


if __name__ == "__main__":
    main()
