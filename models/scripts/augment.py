"""Changes to training samples: other names, other quotation marks, capitals, missing accents."""

import random
import re
import unicodedata

from names import SWAPPED, Names
from sample import Sample

MARKS = [pair.split() for pair in ("„ ”", "“ ”", '" "', "' '", "‘ ’", ",, ''", "« »", "„ “", "'' ''")]
DOUBLE = {'"', "„", "“", "”", "«", "»", ",,", "''"}


def spread_scores(sample: Sample) -> Sample:
    """A score with blanks, `2 - 1`, as older newspapers set it. Entities only."""
    out = Sample()
    for word, space, ent in zip(sample.words, sample.spaces, sample.ents, strict=True):
        score = re.fullmatch(r"(\d{1,3})-(\d{1,3})", word) if ent == "B-CARDINAL" else None
        words = [score[1], "-", score[2]] if score else [word]
        for number, part in enumerate(words):
            last = number == len(words) - 1
            out.append(
                (part, space if last else True, "", "", "", "", 0, "", "I-CARDINAL" if number else ent)
            )
    out.heads = list(range(len(out)))
    return out


def swap_names(sample: Sample, names: Names, rng: random.Random, rate: float) -> Sample:
    """Entities only: a sample whose words change number loses its trees."""
    out, at = Sample(), 0
    for start, end, label in [*sample.entities(), (len(sample), len(sample), "")]:
        for index in range(at, start):
            out.append((sample.words[index], sample.spaces[index], "", "", "", "", 0, "", "O"))
        at = end
        words = tuple(sample.words[start:end])
        likely = min(1.0, rate * 1.5) if label == "PERSON" and end - start == 1 else rate
        if (
            label in SWAPPED
            and rng.random() < likely
            and not all(word.isupper() and len(word) > 5 for word in words)
        ):
            words = names.pick(rng, label, end - start > 1) or words
        for number, word in enumerate(words):
            space = sample.spaces[end - 1] if number == len(words) - 1 else True
            if words == tuple(sample.words[start:end]):
                space = sample.spaces[start + number]
            out.append((word, space, "", "", "", "", 0, "", ("I-" if number else "B-") + label))
    out.heads = list(range(len(out)))
    return out


def late_start(sample: Sample, rng: random.Random) -> Sample:
    """The sentence from a later word on: names, and words of all kinds, come to stand first."""
    starts = [
        index
        for index, (word, ent) in enumerate(zip(sample.words[:-3], sample.ents, strict=False))
        if 0 < index < 16 and not ent.startswith("I-") and word.isalpha() and len(word) > 2
    ]
    if not starts:
        return sample
    at = rng.choice(starts)
    rest = Sample(*(list(column[at:]) for column in vars(sample).values()))
    rest.words[0] = rest.words[0][0].upper() + rest.words[0][1:]
    rest.heads = list(range(len(rest)))
    for column in (rest.deps, rest.tags, rest.pos, rest.morphs, rest.lemmas):
        column[:] = [""] * len(rest)
    return rest


def other_marks(sample: Sample, rng: random.Random) -> None:
    """One style of quotation marks for the whole sample; the blanks around a mark tell whether it opens."""
    opening, closing = rng.choice(MARKS)
    apart = rng.random() < 0.1
    for index, word in enumerate(sample.words):
        if word in DOUBLE:
            opens = not sample.spaces[index] and (index == 0 or sample.spaces[index - 1])
            sample.words[index] = opening if opens else closing
            if apart and index:  # as in  ,, Zo is het. ''
                sample.spaces[index if opens else index - 1] = True


def capitals(sample: Sample) -> None:
    sample.words = [word.upper() for word in sample.words]


def no_accents(sample: Sample) -> None:
    for index, word in enumerate(sample.words):
        if not word.isascii() and word.isalpha():
            plain = unicodedata.normalize("NFD", word)
            sample.words[index] = "".join(char for char in plain if not unicodedata.combining(char))
