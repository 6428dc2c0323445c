"""The one way of timing: CPU seconds of one thread, tasks by turns, ratios within a round and their median.

Whatever else the machine does strikes all tasks of a round alike; the median passes over the rounds that it
struck unevenly.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples" / "articles"
GOLD = ROOT / "samples" / "gold" / "news.jsonl"
_NEWSPAPERS = Path("shared/data/news/alpino_dev.jsonl")
#: The 54 newspaper articles that the figures are about, where they are at hand.
NEWSPAPERS = next((p / _NEWSPAPERS for p in ROOT.parents if (p / _NEWSPAPERS).exists()), None)

Times = dict[str, list[float]]


def by_turns(
    tasks: Mapping[str, Callable[[], object]],
    rounds: int,
    before: Mapping[str, Callable[[], object]] | None = None,
) -> Times:
    """CPU seconds of every task in every round; what is to be done ``before`` a task is not counted."""
    times: Times = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            if before and name in before:
                before[name]()
            begun = time.process_time()
            task()
            times[name].append(time.process_time() - begun)
    return times


def ratio(slow: Sequence[float], fast: Sequence[float]) -> tuple[float, float, float]:
    """How many times as fast: median, lowest and highest over the rounds."""
    ratios = [one / other for one, other in zip(slow, fast, strict=True)]
    return statistics.median(ratios), min(ratios), max(ratios)


def show_rates(times: Times, words: int, against: str) -> None:
    """Words a CPU second of every task, and how many times as many as ``against``."""
    for name, seconds in times.items():
        rate = words / statistics.median(seconds)
        middle, low, high = ratio(times[against], seconds)
        print(f"{name:44} {rate:9,.0f} words per CPU second, {middle:5.2f} times ({low:.2f}-{high:.2f})")


def run_child(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds and peak memory (MB) of a process and of those that it waited for.

    Raises:
        SystemExit: it failed; with what it said.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, cwd=ROOT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} failed: {said.read()[-500:]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1_000_000


def load_texts(path: Path) -> list[str]:
    """The texts of a JSON Lines file, or of a folder of text files."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.txt"))]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def other_texts() -> list[str]:
    """The odd articles of the gold sample: for what is read before, or put together."""
    lines = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [article["text"] for article in lines if int(article["id"][1:]) % 2]
