"""Break a Dask cluster under `nieuwsextract batch` and compare its output with that of one process.

`python -m benchmarks.cluster [local|tcp] [--articles 20000]`; Linux, extra `cluster`. Two workers do the dump
with the trained model; one is killed (SIGKILL) after a third of the shards, the command itself after two
thirds; then the same command is given again, and every file compared with those of a run of one process.
`local` has the command start the cluster; for `tcp` a scheduler and two workers are started beside it, and
stay when the command is killed. The articles are of 40 to 70 words.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.dumps import write_short
from benchmarks.faults import digest, workers_of

SHARD = 100


def start(dump: Path, out: Path, bare: bool, workers: int, cluster: str = "") -> subprocess.Popen:
    if bare:
        command = ["benchmarks.faults", "run", str(dump), str(out), str(workers), str(SHARD), cluster]
    else:
        command = ["nieuwsextract", "batch", str(dump), str(out), "--workers", str(workers)]
        command += ["--shard-size", str(SHARD), *(["--cluster", cluster] if cluster else [])]
    return subprocess.Popen([sys.executable, "-m", *command])


def finish(process: subprocess.Popen) -> None:
    if process.wait():
        raise SystemExit(f"the command ended with {process.returncode}")


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, int]]:
    """Start a scheduler and two workers; give the address, and a process above the workers."""
    file, dask = folder / "scheduler.json", [sys.executable, "-m", "dask"]
    with ExitStack() as stack:
        for command in (
            [*dask, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)],
            [*dask, "worker", "--scheduler-file", str(file), "--nworkers", "2", "--nthreads", "1"],
        ):
            process = stack.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL))
            stack.callback(process.terminate)
            while not file.exists():
                time.sleep(0.1)
        yield json.loads(file.read_text())["address"], process.pid


def break_twice(process: subprocess.Popen, out: Path, articles: int, above: int | None) -> None:
    """Kill a worker after a third, the command after two thirds."""
    for share in (1, 2):
        while (done := count(out)) < share * articles / SHARD / 3 and process.poll() is None:
            time.sleep(0.05)
        if process.poll() is not None:
            raise SystemExit("the command was done before it could be broken")
        victim = random.choice(workers_of(above or process.pid)) if share == 1 else process.pid
        os.kill(victim, signal.SIGKILL)
        print(f"{'worker' if share == 1 else 'command'} killed after {done} of {articles // SHARD} shards")
    process.wait()


def count(out: Path) -> int:
    return len(list(out.glob("part-?????.jsonl")))


def compare(out: Path, single: Path, articles: int) -> None:
    """Print what is lost, doubled or different."""
    ids = [json.loads(line)["id"] for path in out.glob("part-*.jsonl") for line in path.open()]
    now, whole = digest(out), digest(single)
    differ = sum(now.get(name) != whole.get(name) for name in now.keys() | whole.keys())
    lost, doubled = articles - len(set(ids)), len(ids) - len(set(ids))
    print(f"{len(ids):,} articles: {lost} lost, {doubled} doubled; {differ} of {len(whole)} files differ")


def main() -> None:
    """Run the dump once undisturbed in one process, then break the cluster."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=["local", "tcp"], metavar="local|tcp")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--bare", action="store_true", help="words and sentences only, without the model")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dump = folder / "dump.jsonl"
        words = write_short(dump, given.articles, least=40)
        begun = time.perf_counter()
        finish(start(dump, folder / "single", given.bare, 1))
        seconds = time.perf_counter() - begun
        print(f"{given.articles:,} articles, {words:,} words: {seconds:.0f} s in one process", flush=True)
        for kind in given.kinds:
            with ExitStack() as stack:
                address, above = stack.enter_context(scheduler(folder)) if kind == "tcp" else ("local", None)
                out = folder / kind
                break_twice(start(dump, out, given.bare, 2, address), out, given.articles, above)
                finish(start(dump, out, given.bare, 2, address))
                print(f"--cluster {kind}: ", end="")
                compare(out, folder / "single", given.articles)


if __name__ == "__main__":
    main()
