"""Other programs on the same texts, by turns: `python -m benchmarks peers [frog dates quotes]`.

Frog (Debian packages frog and frogdata), dateparser's search_dates, textacy's direct quotations with our
Dutch reporting verbs (it has none for Dutch). What is not installed is left out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import nieuwsextract as nx
from benchmarks.libraries import compare_dates, compare_quotes
from benchmarks.pipeline import count_words
from benchmarks.timing import NEWSPAPERS, SAMPLES, load_texts, run_child

Command = Callable[[Path, Path], list[str]]

#: Each reads one file or folder and writes another.
COMMANDS: dict[str, Command] = {
    "Frog, everything": lambda text, out: ["frog", "--threads=1", "-t", str(text), "-o", str(out)],
    "Frog, tags, lemmas and entities": lambda text, out: [
        "frog", "--threads=1", "--skip=pacm", "-t", str(text), "-o", str(out)
    ],
    "nieuwsextract, the whole record": lambda text, out: [
        sys.executable, "-m", "nieuwsextract", "extract", str(text), "-o", str(out)
    ],
}  # fmt: skip


def compare_frog(rounds: int) -> None:
    """Whole processes, their start (measured on one word) taken off."""
    if not shutil.which("frog"):
        print("Frog is left out: it is not installed (on Debian and Ubuntu: apt install frog frogdata).")
        return
    texts = load_texts(NEWSPAPERS or SAMPLES)
    words = count_words(nx.load(), texts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        word, whole = folder / "word.txt", folder / "whole.txt"
        word.write_text("Ja.\n", encoding="utf-8")
        whole.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
        used: dict[str, list[tuple[float, float, float]]] = {title: [] for title in COMMANDS}
        for _ in range(rounds):
            for title, command in COMMANDS.items():
                start, _ = run_child(command(word, folder / "out"))
                seconds, memory = run_child(command(whole, folder / "out"))
                used[title].append((seconds - start, start, memory))
    ours = [net for net, _, _ in used["nieuwsextract, the whole record"]]
    for title, found in used.items():
        net, start, memory = (statistics.median(column) for column in zip(*found, strict=True))
        times = statistics.median(f[0] / our for f, our in zip(found, ours, strict=True))
        print(f"{title:34}{words / net:8,.0f} words per CPU second, {times:5.2f} times our CPU;"
              f" start {start:.1f} s; {memory:,.0f} MB")  # fmt: skip


COMPARISONS = {"frog": compare_frog, "dates": compare_dates, "quotes": compare_quotes}


def main() -> None:
    """Compare with the peers named, or with all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peers", nargs="*", default=list(COMPARISONS), help=", ".join(COMPARISONS))
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    for name in given.peers:
        COMPARISONS[name](given.rounds)


if __name__ == "__main__":
    main()
