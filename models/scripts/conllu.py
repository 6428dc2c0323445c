"""Reads CoNLL-U sentences: tokens with character offsets into the sentence's own text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """A gold token; `start` and `end` are characters (end exclusive), `head` an index into the words."""

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str


@dataclass(frozen=True)
class Sentence:
    """A gold sentence with its own text."""

    id: str
    text: str
    words: list[Word]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences in file order. Ids as in the entity files: without the folder before a backslash."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        meta = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield Sentence(meta["sent_id"].split("\\")[-1], meta["text"], to_words(meta["text"], rows))


def to_words(text: str, rows: list[list[str]]) -> list[Word]:
    particles = {int(row[6]) - 1: row[1].lower() for row in rows if row[7] == "compound:prt"}
    words, at = [], 0
    for number, row in enumerate(rows):
        start = text.index(row[1], at)
        at = start + len(row[1])
        head = int(row[6]) - 1 if row[6] != "0" else number
        morph = "" if row[5] == "_" else row[5]
        dep = "ROOT" if row[7] == "root" else row[7]
        lemma = plain_lemma(row[1], row[2], row[9], particles.get(number))
        words.append(Word(start, at, lemma, row[3], row[4], morph, head, dep))
    return words


def plain_lemma(form: str, lemma: str, misc: str, particle: str | None) -> str:
    """The lemma as a word of Dutch: "basis_niveau" is basisniveau.

    A separable verb loses the particle that stands elsewhere in the sentence: "spoorde … aan" is sporen.
    """
    if plain := re.search(r"PlainLemma=([^|]+)", misc):
        lemma = plain[1]
    parts = lemma.split("_")
    if len(parts) == 1 or not all(parts):
        return lemma
    if particle and parts[0].lower() == particle:
        return "".join(parts[1:])
    return join_compound(form, parts)


def join_compound(form: str, parts: list[str]) -> str:
    """Joins the parts with the letters that link them in the form ("s", "en", "-")."""
    joined, low = parts[0], form.lower()
    for part in parts[1:]:
        rest = low[len(joined) :] if low.startswith(joined.lower()) else ""
        link = re.match(r"((?:s|e|en|er|n|'s)?-?)" + re.escape(part[:3].lower()), rest)
        joined += (link[1] if link else "") + part
    return joined
