"""Kill workers, kill the whole run, fill the disk, at random moments, and count what is lost or done twice.

`python -m benchmarks.faults [worker|parent|disk] [--times 20]`; Linux, and root for `disk`.
Each time: begin a run, break it, give the same command again, and compare every file with those of a run
that nobody disturbed. A blank pipeline stands in for the model: the machinery is tested here, not the Dutch.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language

from nieuwsextract.batch import PipelineSpec, RunOptions, run
from nieuwsextract.cluster import DaskEngine
from nieuwsextract.errors import NieuwsextractError

ARTICLES, SHARD = 300, 10


def load_blank(model: str, *, rules: tuple[str, ...] = ()) -> Language:
    """A pipeline that is loaded at once, and takes a few milliseconds for each article."""
    nlp = load_bare(model, rules=rules)
    nlp.add_pipe("slow_down")
    return nlp


def load_bare(model: str, *, rules: tuple[str, ...] = ()) -> Language:
    """A pipeline that divides a text into words and sentences, and no more."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("nieuws_layout", config={"rules": list(rules)})
    nlp.add_pipe("sentencizer")
    return nlp


@Language.component("slow_down")
def slow_down(doc):
    time.sleep(0.002)
    return doc


def write_dump(path: Path, articles: int) -> None:
    """Articles, a few of them broken, so that there are errors to lose too."""
    lines = [
        json.dumps({"id": str(n), "text": f"Kop {n}\n\nDe minister zei {n} keer nee. " * 5})
        if n % 50
        else "{kapot"
        for n in range(1, articles + 1)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def options() -> RunOptions:
    return RunOptions(PipelineSpec("blank", loader="benchmarks.faults:load_blank"), shard_size=SHARD)


def start(dump: Path, out: Path) -> subprocess.Popen:
    words = [sys.executable, "-m", "benchmarks.faults", "run", str(dump), str(out)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True)


def finish(dump: Path, out: Path) -> None:
    process = start(dump, out)
    _, told = process.communicate(timeout=300)
    if process.returncode:
        raise SystemExit(f"the run after the fault failed: {told}")


def digest(out: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.glob("part-*"))}


def check(out: Path, whole: dict[str, str]) -> dict[str, int]:
    """What is missing, doubled or different after a fault and a rerun."""
    ids = [
        json.loads(line)["id"]
        for path in out.glob("part-?????.jsonl")
        for line in path.open(encoding="utf-8")
    ]
    errors = sum(1 for path in out.glob("*.errors.jsonl") for _ in path.open(encoding="utf-8"))
    expected = ARTICLES - ARTICLES // 50
    now = digest(out)
    return {
        "records lost": expected - len(set(ids)),
        "records doubled": len(ids) - len(set(ids)),
        "errors lost": ARTICLES // 50 - errors,
        "files that differ": sum(now.get(name) != content for name, content in whole.items()),
        "files left over": len(set(now) - set(whole)) + len(list((out / "queue").iterdir())),
    }


def workers_of(pid: int) -> list[int]:
    """The worker processes below a process: Python's own, or Dask's."""
    found, below = [], [pid]
    while below:
        parent = below.pop()
        for path in Path("/proc").glob(f"{parent}/task/*/children"):
            with suppress(FileNotFoundError, ProcessLookupError):  # ended meanwhile
                for child in map(int, path.read_text().split()):
                    below.append(child)
                    command = Path(f"/proc/{child}/cmdline").read_bytes()
                    found += [child] if b"spawn_main" in command else []
    return found


def kill_worker(process: subprocess.Popen) -> bool:
    workers = workers_of(process.pid)
    if not workers:
        return False
    os.kill(random.choice(workers), signal.SIGKILL)
    return True


def wait_for(process: subprocess.Popen, out: Path, shards: int, pause: float) -> None:
    """Wait until the workers are there and so many shards are done, and a little longer."""
    while process.poll() is None and (
        not workers_of(process.pid) or len(list(out.glob("part-?????.jsonl"))) < shards
    ):
        time.sleep(0.01)
    time.sleep(pause)


def try_kill(
    kind: str, dump: Path, out: Path, whole: dict[str, str], moment: tuple[int, float]
) -> dict[str, int]:
    """``moment``: shards that are done, and seconds after that."""
    process = start(dump, out)
    wait_for(process, out, *moment)
    hit = process.poll() is None
    if hit and kind == "worker":
        hit = kill_worker(process)
        _, told = process.communicate(timeout=300)
        if process.returncode:
            print(f"  the run itself ended with {process.returncode}: {told.strip()[-300:]}")
    else:
        process.kill()
        process.communicate()
    done = len(list(out.glob("part-?????.jsonl")))
    finish(dump, out)
    return {"hit": int(hit), "shards done before the rerun": done} | check(out, whole)


def try_full_disk(dump: Path, out: Path, whole: dict[str, str], share: float) -> dict[str, int]:
    """Run on a small file system that is full at some share of the output, make it larger, run again."""
    size = sum(path.stat().st_size for path in (dump.parent / "whole").rglob("*") if path.is_file())
    out.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={max(40_000, int(size * share))}", "tmpfs", str(out)]
    subprocess.run(mount, check=True)
    try:
        process = start(dump, out)
        _, told = process.communicate(timeout=300)
        hit = process.returncode != 0 and "No space left" in told
        done = len(list(out.glob("part-?????.jsonl")))
        subprocess.run(["mount", "-o", "remount,size=200M", str(out)], check=True)
        finish(dump, out)
        return {"hit": int(hit), "shards done before the rerun": done} | check(out, whole)
    finally:
        subprocess.run(["umount", str(out)], check=True)


def break_many(kind: str, times: int, folder: Path, seed: int) -> None:
    rng = random.Random(seed)
    dump = folder / "dump.jsonl"
    write_dump(dump, ARTICLES)
    begun = time.perf_counter()
    finish(dump, folder / "whole")
    seconds = time.perf_counter() - begun
    whole = digest(folder / "whole")
    print(f"{kind}: {ARTICLES} articles in {len(whole)} files, {seconds:.1f} s undisturbed", flush=True)
    total: dict[str, int] = {}
    for number in range(times):
        out = folder / f"{kind}-{number}"
        if kind == "disk":
            found = try_full_disk(dump, out, whole, rng.uniform(0.05, 0.95))
        else:
            moment = rng.randrange(ARTICLES // SHARD - 2), rng.uniform(0, 0.3)
            found = try_kill(kind, dump, out, whole, moment)
        total = {name: total.get(name, 0) + count for name, count in found.items()}
        print(f"  {number + 1}: {found}", flush=True)
    print(f"{kind}, {times} times: {json.dumps(total)}", flush=True)


def run_once(dump: str, out: str, workers: str = "2", shard: str = str(SHARD), cluster: str = "") -> None:
    """The run that is broken."""
    settings = replace(options(), shard_size=int(shard))
    try:
        engine = DaskEngine(cluster, settings, workers=int(workers)) if cluster else None
        run(dump, out, settings, workers=int(workers), engine=engine)
    except NieuwsextractError as error:
        raise SystemExit(str(error)) from error


def main() -> None:
    """Break runs of the kinds named, or be the run that is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=["worker", "parent", "disk"])
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where the runs write; default: the system's temporary folder")
    given = parser.parse_args()
    if given.kinds[:1] == ["run"]:
        run_once(*given.kinds[1:])
        return
    for kind in given.kinds:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            break_many(kind, given.times, Path(folder), given.seed)


if __name__ == "__main__":
    main()
