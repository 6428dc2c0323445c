"""What whole processes cost, from start to end: `python -m benchmarks process`.

CPU seconds and the highest memory of the command line's help, of a first record (with own rules too), and of
long articles. Bytecode is there, as where a package is installed, whatever the environment says of it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.growth import long_article
from benchmarks.timing import NEWSPAPERS, SAMPLES, load_texts, run_child

COMMAND = [sys.executable, "-m", "nieuwsextract"]


def commands(folder: Path) -> dict[str, list[str]]:
    """What to run, by what it is called in the table."""
    own_rules = write_triggers(folder / "rules")
    found = {
        "Python and nothing else": [sys.executable, "-c", "pass"],
        "nieuwsextract --help": [*COMMAND, "--help"],
        "a first record, 260 words": [*COMMAND, "extract", str(SAMPLES / "lavrov.txt")],
        "the same, 500 own triggers": [
            *COMMAND, "extract", str(SAMPLES / "lavrov.txt"), "--rules", str(own_rules),
        ],
        "rules explain, one sentence": [*COMMAND, "rules", "explain", "Noord-Korea vuurt een raket af."],
    }  # fmt: skip
    if NEWSPAPERS:
        articles = folder / "newspapers"
        articles.mkdir()
        for number, text in enumerate(load_texts(NEWSPAPERS)):
            (articles / f"{number:02}.txt").write_text(text, encoding="utf-8")
        found["54 newspaper articles"] = [*COMMAND, "extract", str(articles)]
    for words in (20_000, 50_000):
        path = folder / f"{words}.txt"
        path.write_text(long_article(words), encoding="utf-8")
        found[f"one article of {words:,} words"] = [*COMMAND, "extract", str(path)]
    return found


def write_triggers(folder: Path) -> Path:
    """Write a rule folder of 500 triggers, two verbs and a noun each, every tenth with a pattern."""
    letters = "bcdfghjkl"
    syllables = [f"{a}a{b}e{c}" for a in letters for b in letters for c in letters][:500]
    rules = []
    for number, word in enumerate(syllables):
        rule = f'[[trigger]]\nid = "own-{number}"\nevent = "PROTEST"\nnouns = ["{word}tocht"]\n'
        rule += f'verbs = ["{word}klappen", "op|{word}rennen"]\n'
        rule += 'pattern = { after = { form = ["naar"] }, within = 5 }\n' if number % 10 == 0 else ""
        rules.append(rule)
    folder.mkdir()
    (folder / "own.toml").write_text("\n".join(rules), encoding="utf-8")
    return folder


def main() -> None:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{name}/bytecode"
        tasks = commands(Path(name))
        for command in list(tasks.values())[:5]:
            run_child(command)  # so that no first round compiles, or reads from the disk
        for title, command in tasks.items():
            show(title, [run_child(command) for _ in range(given.rounds)])


def show(title: str, used: list[tuple[float, float]]) -> None:
    seconds, memory = zip(*used, strict=True)
    spread = f"({min(seconds):.2f}-{max(seconds):.2f})"
    line = f"{title:32}{statistics.median(seconds):7.2f} CPU s {spread:14}{max(memory):7.0f} MB at most"
    print(line, flush=True)


if __name__ == "__main__":
    main()
