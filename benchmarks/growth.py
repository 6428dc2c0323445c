"""How time grows with the length of one article, and with what stands in it: `python -m benchmarks growth`.

The exponent is that of the power of the size that fits the CPU seconds best: 1 is linear, 2 is quadratic. It
is fitted over all sizes, where a fixed cost hides growth, and told for the last doubling, where it does not.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import TYPE_CHECKING

import nieuwsextract as nx
from benchmarks.components import watch
from benchmarks.timing import by_turns, other_texts

if TYPE_CHECKING:
    from spacy.language import Language

LENGTHS = (200, 800, 3_200, 12_500, 25_000, 50_000, 100_000, 200_000)
NUMBERS = (25, 100, 400, 1_600, 3_200)
_SYLLABLES = ("Ba", "De", "Ki", "Lo", "Mu", "Ne", "Sta", "Vel", "Wij", "Zon")


def long_article(words: int) -> str:
    """News of every kind, one article after another, cut at so many words."""
    parts: list[str] = []
    for text in cycle(other_texts()):
        for paragraph in text.split("\n\n"):
            pieces = paragraph.split(" ")[:words]
            parts.append(" ".join(pieces))
            words -= len(pieces)
            if words <= 0:
                return "\n\n".join(parts)
    raise AssertionError


def name_of(number: int) -> str:
    """A surname that no other number has."""
    return "".join(_SYLLABLES[int(digit)] for digit in str(number + 10)).capitalize()


def _article(sentence: Callable[[int], str]) -> Callable[[int], str]:
    """So many sentences, eight a paragraph."""

    def write(number: int) -> str:
        sentences = [sentence(n) for n in range(number)]
        return "\n\n".join(" ".join(sentences[n : n + 8]) for n in range(0, number, 8))

    return write


KINDS: dict[str, tuple[Callable[[int], str], Sequence[int]]] = {
    "words": (long_article, LENGTHS),
    "different people": (_article(lambda n: f"Jan {name_of(n)} woont in Utrecht."), NUMBERS),
    "mentions of one person": (_article(lambda n: f"Minister Jan Smit bezocht zaal {n}."), NUMBERS),
    "pronouns": (_article(lambda n: "Jan Smit bleef." if n % 8 == 0 else "Hij zag haar later."), NUMBERS),
    "quotes": (_article(lambda n: f"‘Dit is punt {n}’, zei Jan {name_of(n % 50)}."), NUMBERS),
    "quotes without a speaker": (_article(lambda n: f"“Dit is punt {n}.”"), NUMBERS),
    "events": (_article(lambda n: f"De politie arresteerde dinsdag {n} betogers in Gent."), NUMBERS),
    "dates": (_article(lambda n: f"Op {n % 28 + 1} mei {1950 + n % 70} regende het."), NUMBERS),
}


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of the straight line through the logarithms, by least squares."""
    x, y = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    return statistics.linear_regression(x, y).slope


def measure(nlp: Language, kind: str, sizes: Sequence[int], rounds: int) -> None:
    write, _ = KINDS[kind]
    texts = {str(size): write(size) for size in sizes}
    tasks = {
        size: (lambda text=text: nx.extract(text, nlp=nlp).model_dump_json()) for size, text in texts.items()
    }
    seconds = [min(found) for found in by_turns(tasks, rounds).values()]
    for size, second in zip(sizes, seconds, strict=True):
        print(f"{kind:26}{size:9,}{second:10.3f} s{1e6 * second / size:9.0f} µs each", flush=True)
    last = exponent(sizes[-2:], seconds[-2:])
    print(f"{kind:26}exponent {exponent(sizes, seconds):.2f}, at the last step {last:.2f}", flush=True)


def measure_components(sizes: Sequence[int]) -> None:
    """Which part of the extraction grows how, with the words of one article."""
    nlp = nx.load()
    nx.extract(long_article(2_000), nlp=nlp)
    seconds = watch(nlp)
    costs: dict[str, list[float]] = {}
    for size in sizes:
        text = long_article(size)
        seconds.update(dict.fromkeys(seconds, 0.0))
        begun = time.process_time()
        nx.extract(text, nlp=nlp).model_dump_json()
        rest = time.process_time() - begun - sum(seconds.values())
        for name, second in (seconds | {"record, JSON, the rest": rest}).items():
            costs.setdefault(name, []).append(second)
    for name, found in costs.items():
        each = f"{1e6 * found[-1] / sizes[-1]:9.1f} µs a word of {sizes[-1]:,}"
        last = exponent(sizes[-2:], found[-2:])
        print(
            f"{name:26}{each}, exponent {exponent(sizes, found):.2f}, at the last step {last:.2f}", flush=True
        )


def main() -> None:
    """Measure the kinds named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=list(KINDS), help=", ".join(KINDS))
    parser.add_argument("--rounds", type=int, default=2, help="the quickest round counts")
    parser.add_argument("--most", type=int, default=200_000, help="leave out larger sizes")
    parser.add_argument("--components", action="store_true", help="each component on articles of more words")
    given = parser.parse_args()
    if given.components:
        measure_components([size for size in LENGTHS if size <= given.most])
        return
    nlp = nx.load()
    nx.extract(long_article(2_000), nlp=nlp)
    for kind in given.kinds:
        measure(nlp, kind, [size for size in KINDS[kind][1] if size <= given.most], given.rounds)


if __name__ == "__main__":
    main()
