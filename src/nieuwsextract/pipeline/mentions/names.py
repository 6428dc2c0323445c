"""Names of people: which ones are the same person's. ``Mark Rutte``, ``Rutte``, ``Ruttes``, ``M. Rutte``."""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon

_POSSESSIVE = re.compile(r"(?:['’]s|['’]|s)$")
_INITIAL = re.compile(r"^[A-Z]\.?$")


@dataclass(frozen=True)
class PersonName:
    """A name at its place; ``words`` in lower case, the possessive ending kept."""

    span: Span
    words: tuple[str, ...]


def cluster_people(ents: Sequence[Span], lexicon: WhoLexicon) -> list[Draft]:
    """Return a draft per person: first the full names, then the short ones, which may stand before them."""
    names = [PersonName(ent, _words(ent.text)) for ent in ents if ent.label_ == "PERSON"]
    names = [name for name in names if name.words]
    people = _People()
    placed: dict[int, Draft] = {}
    owners = {name.span.start for name in _possessives(names)}
    for full in (True, False):
        for name in sorted(names, key=lambda n: (-len(n.words), n.span.start in owners, n.span.start)):
            if (len(name.words) > 1) is full:
                placed[name.span.start] = people.place(name)
    for name in sorted(names, key=lambda name: name.span.start):
        draft = placed[name.span.start]
        draft.add(name.span.start_char, name.span.end_char, "name", "name", draft.rule, "PERSON")
        if name.span.start not in owners:
            draft.call(name.span.text)
    return _with_gender(people.known, lexicon)


def _possessives(names: Sequence[PersonName]) -> list[PersonName]:
    """``Poetins`` where the text has ``Poetin`` too."""
    known = {name.words for name in names}
    bare = [(name, (*name.words[:-1], _POSSESSIVE.sub("", name.words[-1]))) for name in names]
    return [name for name, words in bare if words != name.words and words in known]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in text.split() if any(map(str.isalnum, word)))


class _People:
    """The people found so far; a name is looked up by its last word, by the first where it has but one."""

    def __init__(self) -> None:
        self.known: list[tuple[tuple[str, ...], Draft]] = []
        self._by_first: dict[str, list[int]] = {}
        self._by_last: dict[str, list[int]] = {}
        #: Where the names of each person stand, in text order.
        self._starts: list[list[int]] = []

    def place(self, name: PersonName) -> Draft:
        """Return whose name it is: that of somebody known, else of somebody new."""
        short = name.words
        last = {short[-1], _POSSESSIVE.sub("", short[-1])}
        near = {index for word in last for index in self._by_last.get(word, ())}
        if len(short) == 1:
            near |= {index for word in last for index in self._by_first.get(word, ())}
        fitting = [index for index in sorted(near) if _is_short_for(short, self.known[index][0])]
        found = self._nearest(name.span.start, fitting) if fitting else self._add(name)
        insort(self._starts[found], name.span.start)
        return self.known[found][1]

    def _add(self, name: PersonName) -> int:
        self._by_first.setdefault(name.words[0], []).append(len(self.known))
        self._by_last.setdefault(name.words[-1], []).append(len(self.known))
        self.known.append((name.words, Draft("PERSON", name.span.text, "mentions/person")))
        self._starts.append([])
        return len(self.known) - 1

    def _nearest(self, at: int, fitting: list[int]) -> int:
        """Two people with one surname: the one named last before this place, else the first one after it."""
        places = [(bisect_left(self._starts[index], at), index) for index in fitting]
        before = [(self._starts[index][place - 1], index) for place, index in places if place]
        after = [(self._starts[index][place], index) for place, index in places if not place]
        return max(before)[1] if before else min(after)[1]


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all words fit a person's: the surname, the first name, or an initial and the surname."""
    bare = (*short[:-1], _POSSESSIVE.sub("", short[-1]))
    for words in {short, bare}:
        if words == full or (len(words) < len(full) and full[-len(words) :] == words):
            return True
        if len(words) == 1 and len(full) > 1 and words[0] == full[0]:
            return True
        if len(words) > 1 and len(full) > 1 and words[-1] == full[-1] and _fits_first(words[0], full[0]):
            return words[1:-1] == full[1:-1] or len(words) != len(full)
    return False


def _fits_first(one: str, other: str) -> bool:
    """Equal, or one is the other's initial."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return _INITIAL.match(short.upper()) is not None and long.startswith(short[0])


def _with_gender(people: list[tuple[tuple[str, ...], Draft]], lexicon: WhoLexicon) -> list[Draft]:
    for words, draft in people:
        draft.gender = lexicon.gender_of(words[0].rstrip("."))
    return [draft for _, draft in people]
