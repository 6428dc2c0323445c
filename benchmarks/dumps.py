"""Invented news for the benchmarks: Dutch sentences of the samples, with names and compounds of their own."""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from benchmarks.timing import other_texts

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])|\n+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zé]{3,}")
_WORD = re.compile(r"\b[a-z]{5,9}\b")
_ENDINGS = [
    "stra",
    "huizen",
    "mans",
    "ink",
    "veld",
    "dijk",
    "sma",
    "berg",
    "inga",
    "kamp",
    "aerts",
    "poel",
    "daal",
]
_SYLLABLES = ["ba", "de", "ki", "lo", "mu", "ner", "sta", "vel", "wij", "zon", "drie", "graf", "hout", "kla"]


def short_articles(count: int, *, least: int = 50, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield articles of ``least`` to some 30 words more; each has words that no other one has."""
    sentences = [s for text in other_texts() for s in _SENTENCE.split(text) if 5 <= len(s.split()) <= 15]
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        day = f"20{rng.randrange(1, 25):02}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
        yield {"id": f"{number:06}", "date": day, "text": _write(rng, sentences, least)}


def write_short(path: Path, count: int, *, least: int = 50) -> int:
    """Write short articles as JSON lines; return the words."""
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for article in short_articles(count, least=least):
            words += len(article["text"].split())
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    return words


def write_samples(path: Path, count: int) -> int:
    """Write whole sample articles, never the same twice: each has a name of its own. Return the words."""
    texts, rng, words = other_texts(), random.Random(1), 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = f"{texts[number % len(texts)]}\n\n{_invent(rng)} {_invent(rng)} woont in {_invent(rng)}."
            words += len(text.split())
            file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
    return words


def _write(rng: random.Random, sentences: list[str], least: int) -> str:
    first, name = rng.choice(_first_names()), _invent(rng)
    close = f"{first} {name} uit {_invent(rng)} noemt dat een {_compound(rng)}."
    chosen: list[str] = []
    wanted = rng.randrange(least, least + 20) - len(close.split())
    while sum(len(sentence.split()) for sentence in chosen) < wanted:
        chosen.append(_NAME.sub(lambda _: _invent(rng), rng.choice(sentences)))
    return "\n\n".join([*chosen, close])


def _invent(rng: random.Random) -> str:
    return ("".join(rng.choices(_SYLLABLES, k=3)) + rng.choice(_ENDINGS)).capitalize()


def _compound(rng: random.Random) -> str:
    return "".join(rng.sample(_words(), 3))


@cache
def _words() -> list[str]:
    return sorted({word for text in other_texts() for word in _WORD.findall(text)})


@cache
def _first_names() -> list[str]:
    text = files("nieuwsextract").joinpath("lexicons", "first_names.toml").read_text("utf-8")
    return re.findall(r'"([A-Z][a-zé]+)"', text)
