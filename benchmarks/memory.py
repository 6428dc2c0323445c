"""Memory of each worker of `nieuwsextract batch` over a long dump: its peak, and whether it stays flat.

`python -m benchmarks.memory [--articles 100000] [--workers 2] [--samples memory.tsv]`; Linux. The dump is of
short invented articles (50 to 80 words), each with words that no other one has, so that a vocabulary that
grows for ever would show. `--near` measures the main process with near duplicates on. The resident memory of
every process is written down every second beside the shards that are done.
"""

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from benchmarks.dumps import write_short
from benchmarks.faults import workers_of

MAIN, WORKER = "main", "worker"


@dataclass(frozen=True)
class Sample:
    """One process at one moment; memory in MB (millions of bytes), `peak` the highest so far."""

    seconds: float
    shards: int
    role: str
    pid: int
    memory: float
    peak: float


def start(dump: Path, out: Path, given: argparse.Namespace) -> subprocess.Popen:
    command = [sys.executable, "-m", "nieuwsextract", "batch", str(dump), str(out)]
    command += ["--workers", str(given.workers), "--shard-size", str(given.shard_size)]
    command += ["--model", given.model, *(["--near", "0.8"] if given.near else [])]
    return subprocess.Popen(command)


def watch(process: subprocess.Popen, out: Path, every: float) -> Iterator[Sample]:
    """Yield a sample of the command and of each of its workers, until it ends."""
    begun = time.perf_counter()
    while process.poll() is None:
        shards = len(list(out.glob("part-?????.jsonl")))
        seconds = time.perf_counter() - begun
        for role, pid in [(MAIN, process.pid), *((WORKER, pid) for pid in workers_of(process.pid))]:
            with suppress(FileNotFoundError, ProcessLookupError, KeyError):
                yield Sample(seconds, shards, role, pid, *read_memory(pid))
        time.sleep(every)


def read_memory(pid: int) -> tuple[float, float]:
    """Resident memory of a process now and at its highest, in MB."""
    lines = (line.split() for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    kilobytes = {words[0]: int(words[1]) for words in lines if words[:1] in (["VmRSS:"], ["VmHWM:"])}
    return kilobytes["VmRSS:"] * 1024 / 1e6, kilobytes["VmHWM:"] * 1024 / 1e6


def report(samples: list[Sample]) -> None:
    """Print each process's peak, and the mean of the last tenth of the run over that of the second."""
    by_process: dict[tuple[str, int], list[Sample]] = defaultdict(list)
    for sample in samples:
        by_process[sample.role, sample.pid].append(sample)
    shards = max(sample.shards for sample in samples)
    for (role, pid), own in by_process.items():
        tenths = [mean_of(own, shards, tenth) for tenth in range(10)]
        line = " ".join("   –" if tenth is None else f"{tenth:4.0f}" for tenth in tenths)
        print(f"{role} {pid}: peak {max(s.peak for s in own):.0f} MB; mean of each tenth {line} MB")
    workers = [sample for sample in samples if sample.role == WORKER]
    second, last = mean_of(workers, shards, 1), mean_of(workers, shards, 9)
    if second and last:
        print(f"workers: last tenth {last:.0f} MB ÷ second tenth {second:.0f} MB = {last / second:.3f}")


def mean_of(samples: list[Sample], shards: int, tenth: int) -> float | None:
    """Mean memory while the shards of one tenth of the run were done; None where there is no sample."""
    inside = [s.memory for s in samples if tenth * shards <= 10 * s.shards < (tenth + 1) * shards]
    return statistics.mean(inside) if inside else None


def main() -> None:
    """Write the dump, run the command over it, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shard-size", type=int, default=500)
    parser.add_argument("--model", default="nl_nieuws_sm")
    parser.add_argument("--near", action="store_true", help="with near duplicates, kept by the main process")
    parser.add_argument("--samples", type=Path, help="write every sample here, as TSV")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two samples")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        dump, out = Path(name, "dump.jsonl"), Path(name, "out")
        words = write_short(dump, given.articles)
        print(f"{given.articles:,} articles, {words:,} words", flush=True)
        samples: list[Sample] = []
        with (given.samples or Path(name, "samples.tsv")).open("w", newline="") as file:
            rows = csv.writer(file, delimiter="\t")
            rows.writerow(Sample.__annotations__)
            for sample in watch(start(dump, out, given), out, given.every):
                rows.writerow(astuple(sample))
                file.flush()
                samples.append(sample)
        report(samples)


if __name__ == "__main__":
    main()
