"""Names to swap into training sentences: those of the corpora, and the open lists of the Faker package."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable

from faker import Faker
from sample import Sample

SWAPPED = ["PERSON", "GPE", "ORG", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"]
#: Dutch and Flemish names come most often, the others one at a time.
LOCALES = (
    "nl_NL nl_BE de_DE fr_FR en_GB en_US es_ES it_IT pl_PL tr_TR pt_PT sv_SE no_NO da_DK fi_FI cs_CZ hu_HU "
    "ro_RO id_ID"
)


class Names:
    """Names by label and by number of words, one or more; people and towns also from Faker."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        found: dict[tuple[str, bool], set[tuple[str, ...]]] = defaultdict(set)
        for sample in samples:
            for start, end, label in sample.entities():
                if label in SWAPPED:
                    found[label, end - start > 1].add(tuple(sample.words[start:end]))
        self.corpus = {key: sorted(names) for key, names in found.items()}
        self.first, self.last, self.towns = open_lists()

    def pick(self, rng: random.Random, label: str, several: bool) -> tuple[str, ...] | None:
        """A name of the label in one word or in several; None where the corpora have none."""
        if label == "PERSON" and rng.random() < 0.6:
            language = rng.choice([0, 0, 0, 1, rng.randrange(len(self.last))])
            last = rng.choice(self.last[language]).split()
            if not several and len(last) > 1:
                return (last[0].capitalize(), *last[1:])
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


def open_lists() -> tuple[list[list[str]], list[list[str]], list[str]]:
    """First names and surnames by language, Dutch and Belgian towns: the lists of the Faker package."""
    first, last, towns = [], [], []
    for locale in LOCALES.split():
        fake = Faker(locale)
        fake.seed_instance(1)
        first.append(sorted({fake.first_name() for _ in range(600)}))
        last.append(sorted({fake.last_name() for _ in range(900)}))
        if locale.startswith("nl"):
            towns += sorted({fake.city() for _ in range(4000)})
    return first, last, [town for town in towns if town[0].isupper()]
