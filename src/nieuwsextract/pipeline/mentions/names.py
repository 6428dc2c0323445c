"""Names of people: which ones are the same person's. ``Mark Rutte``, ``Rutte``, ``Ruttes``, ``M. Rutte``."""

import re
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
    people: list[tuple[tuple[str, ...], Draft]] = []
    placed: dict[int, Draft] = {}
    for full in (True, False):
        for name in sorted(names, key=lambda name: (-len(name.words), name.span.start)):
            if (len(name.words) > 1) is full:
                placed[name.span.start] = _place(name, people, placed)
    for name in sorted(names, key=lambda name: name.span.start):
        draft = placed[name.span.start]
        draft.add(name.span.start_char, name.span.end_char, "name", "name", draft.rule, "PERSON")
        draft.call(name.span.text)
    return _with_gender(people, lexicon)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in text.split() if any(map(str.isalnum, word)))


def _place(name: PersonName, people: list[tuple[tuple[str, ...], Draft]], placed: dict[int, Draft]) -> Draft:
    fitting = [draft for words, draft in people if _is_short_for(name.words, words)]
    if not fitting:
        draft = Draft("PERSON", name.span.text, "mentions/person")
        people.append((name.words, draft))
        return draft
    return fitting[0] if len(fitting) == 1 else _nearest(name, fitting, placed)


def _nearest(name: PersonName, fitting: list[Draft], placed: dict[int, Draft]) -> Draft:
    """Two people with one surname: the one named last before this place, else the first one after it."""
    kept = {id(draft) for draft in fitting}
    before = [start for start, draft in placed.items() if start < name.span.start and id(draft) in kept]
    after = [start for start, draft in placed.items() if start > name.span.start and id(draft) in kept]
    return placed[max(before) if before else min(after)]


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
