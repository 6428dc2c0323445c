"""Changes to training samples: other names of the same kind, other quotation marks, capitals, missing accents."""

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from sample import Sample

SWAPPED = ["PERSON", "GPE", "ORG", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"]
MARKS = [("„", "”"), ("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"), (",,", "''"), ("«", "»"), ("„", "“"), ("''", "''")]
DOUBLE = {'"', "„", "“", "”", "«", "»", ",,", "''"}
LOCALES = "nl_NL nl_BE de_DE fr_FR en_GB en_US es_ES it_IT pl_PL tr_TR pt_PT sv_SE no_NO da_DK fi_FI cs_CZ hu_HU ro_RO id_ID"


class Names:
    """Names to swap in, by label and by number of words (1 or more): those of the corpora, people and towns of Faker."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        found: dict[tuple[str, bool], set[tuple[str, ...]]] = defaultdict(set)
        for sample in samples:
            for start, end, label in sample.entities():
                if label in SWAPPED:
                    found[label, end - start > 1].add(tuple(sample.words[start:end]))
        self.corpus = {key: sorted(names) for key, names in found.items()}
        self.first, self.last, self.towns = open_lists()

    def pick(self, rng: random.Random, label: str, several: bool) -> tuple[str, ...] | None:
        if label == "PERSON" and rng.random() < 0.6:
            language = rng.choice([0, 0, 0, 1, rng.randrange(len(self.last))])
            last = rng.choice(self.last[language]).split()
            if not several and len(last) > 1:
                return tuple([last[0].capitalize(), *last[1:]])
            return (rng.choice(self.first[language]), *last) if several else tuple(last)
        if label == "GPE" and rng.random() < 0.3:
            return tuple(rng.choice(self.towns).split())
        names = self.corpus.get((label, several))
        if names and not several and rng.random() < 0.3:
            return (invented(rng.choice(names)[0], rng.choice(names)[0]),)
        return rng.choice(names) if names else None


def invented(one: str, other: str) -> str:
    """A new word with the beginning of one name and the end of another: its context must tell what it is."""
    middle = re.search(r"(?<=.{2})(?<=[aeiou])(?=[^aeiou])", one)
    tail = re.search(r"(?<=.)[^aeiou\W][aeiou]\w*$", other)
    return one[: middle.start()] + tail[0] if middle and tail else one


def spread_scores(sample: Sample) -> Sample:
    """A score with blanks, `2 - 1`, as older newspapers set it. Entities only."""
    out = Sample()
    for word, space, ent in zip(sample.words, sample.spaces, sample.ents, strict=True):
        score = re.fullmatch(r"(\d{1,3})-(\d{1,3})", word) if ent == "B-CARDINAL" else None
        words = [score[1], "-", score[2]] if score else [word]
        for number, part in enumerate(words):
            last = number == len(words) - 1
            out.append((part, space if last else True, "", "", "", "", 0, "", "I-CARDINAL" if number else ent))
    out.heads = list(range(len(out)))
    return out


def open_lists() -> tuple[list[list[str]], list[list[str]], list[str]]:
    """First names and surnames by language, Dutch and Belgian towns: the lists of the Faker package."""
    from faker import Faker

    first, last, towns = [], [], []
    for locale in LOCALES.split():
        fake = Faker(locale)
        fake.seed_instance(1)
        first.append(sorted({fake.first_name() for _ in range(600)}))
        last.append(sorted({fake.last_name() for _ in range(900)}))
        if locale.startswith("nl"):
            towns += sorted({fake.city() for _ in range(4000)})
    return first, last, [town for town in towns if town[0].isupper()]


def swap_names(sample: Sample, names: Names, rng: random.Random, rate: float) -> Sample:
    """Entities only: a sample whose words change number loses its trees."""
    out, at = Sample(), 0
    for start, end, label in [*sample.entities(), (len(sample), len(sample), "")]:
        for index in range(at, start):
            out.append((sample.words[index], sample.spaces[index], "", "", "", "", 0, "", "O"))
        at = end
        words = tuple(sample.words[start:end])
        if label in SWAPPED and rng.random() < rate and not all(word.isupper() and len(word) > 5 for word in words):
            words = names.pick(rng, label, end - start > 1) or words
        for number, word in enumerate(words):
            space = sample.spaces[end - 1] if number == len(words) - 1 else True
            if words == tuple(sample.words[start:end]):
                space = sample.spaces[start + number]
            out.append((word, space, "", "", "", "", 0, "", ("I-" if number else "B-") + label))
    out.heads = list(range(len(out)))
    return out


def other_marks(sample: Sample, rng: random.Random) -> None:
    """One style of quotation marks for the whole sample, opened and closed in turn."""
    opening, closing = rng.choice(MARKS)
    inside = False
    for index, word in enumerate(sample.words):
        if word in DOUBLE:
            sample.words[index] = closing if inside else opening
            inside = not inside


def capitals(sample: Sample) -> None:
    sample.words = [word.upper() for word in sample.words]


def no_accents(sample: Sample) -> None:
    for index, word in enumerate(sample.words):
        if not word.isascii() and word.isalpha():
            plain = unicodedata.normalize("NFD", word)
            sample.words[index] = "".join(char for char in plain if not unicodedata.combining(char))
