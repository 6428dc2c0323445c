"""``python -m fuzz [TARGET…] --runs 200000``: each target in a process of its own; needs atheris.

What breaks a promise is written to ``fuzz/found/`` and ends the target; ``--input FILE`` runs it again.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["nieuwsextract"]):
    from fuzz.targets import TARGETS, seeds, words

FOUND = Path(__file__).parent / "found"


def main() -> int:
    """Run the targets one after the other; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; default: all")
    parser.add_argument("--runs", type=int, default=200_000, help="executions of each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--input", type=Path, help="run one target on this file only")
    options = parser.parse_args()
    if options.input:
        TARGETS[options.targets[0]](options.input.read_bytes())
        return 0
    broken = [
        name for name in options.targets or TARGETS if _run_apart(name, options.runs, options.seed) != 0
    ]
    sys.stdout.write(f"broken: {', '.join(broken) or 'nothing'}\n")
    return 1 if broken else 0


def _run_apart(target: str, runs: int, seed: int) -> int:
    """Run one target in a process of its own, which the fuzzer ends when it is done."""
    FOUND.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        corpus, dictionary = Path(folder) / "corpus", Path(folder) / "words.txt"
        corpus.mkdir()
        for number, data in enumerate(seeds(target)):
            (corpus / f"{number:05}").write_bytes(data)
        dictionary.write_text("".join(f'"{_escape(word)}"\n' for word in words(target)), encoding="ascii")
        flags = [
            f"-runs={runs}",
            f"-seed={seed}",
            f"-dict={dictionary}",
            f"-artifact_prefix={FOUND}/{target}-",
        ]
        flags += [
            "-max_len=4096",
            "-timeout=20",
            "-rss_limit_mb=2000",
            "-print_final_stats=1",
            "-verbosity=0",
        ]
        command = [sys.executable, "-c", "import sys; from fuzz.__main__ import fuzz; fuzz(sys.argv[1:])"]
        return subprocess.run([*command, target, *flags, str(corpus)], check=False).returncode


def _escape(word: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word.encode())


def fuzz(arguments: list[str]) -> None:
    """Hand one target over to the fuzzer; does not return."""
    target, *flags = arguments
    atheris.Setup([target, *flags], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
