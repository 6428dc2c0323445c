"""Who is named in a doc: entities by token, full names, and the roles that names carry.

With ``nieuws_mentions`` in the pipeline its entities are used; without them names alone decide: a surname is
the longest name of a person that ends in it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.notes import EntityNote
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.words import words_of

#: Letters of a word that another may end in.
_SHORTEST_ROLE = 4
_KINDS = {"PERSON", "ORG", "GPE", "NORP"}
_VIA = {"name": "name", "demonym": "name", "metonym": "name", "role": "role", "pronoun": "pronoun"}


@dataclass(eq=False)
class Someone:
    """One person, organisation or country of the doc; ``entity`` indexes the mentions, None without them."""

    name: str
    label: str
    entity: int | None = None
    gender: str | None = None
    country: str | None = None
    roles: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Named:
    """One mention: tokens ``start`` to ``end`` (exclusive), whom it means and by what kind of words."""

    start: int
    end: int
    who: Someone
    via: str
    label: str | None


class Holders:
    """Who carries a role: ``minister`` is said of a ``landbouwminister`` too, and the other way round."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._named = named
        self._places: dict[int, list[int]] = {}
        for place, item in enumerate(named):
            self._places.setdefault(id(item.who), []).append(place)
        self._by_role: dict[str, set[int]] = {}
        self._by_ending: dict[str, set[int]] = {}
        for who in {id(item.who): item.who for item in named}.values():
            for role in who.roles:
                self._by_role.setdefault(role, set()).add(id(who))
                for ending in _endings(role):
                    self._by_ending.setdefault(ending, set()).add(id(who))
        self._found: dict[str, list[Named]] = {}

    def of(self, role: str) -> list[Named]:
        """Return the mentions of all who carry a role, in text order."""
        if role not in self._found:
            held = self._by_ending.get(role, set()).union(*(self._by_role.get(e, ()) for e in _endings(role)))
            places = sorted(place for who in held for place in self._places[who])
            self._found[role] = [self._named[place] for place in places]
        return self._found[role]


def _endings(role: str) -> Iterator[str]:
    """The word, and what it may end in."""
    yield role
    yield from (role[at:] for at in range(1, len(role) - _SHORTEST_ROLE + 1))


class People:
    """The named of one doc, and which token names whom."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        notes: list[EntityNote] = doc._.nieuws_mentions
        self.resolved = bool(notes)
        named = list(_from_notes(doc, notes)) if notes else list(_from_entities(doc, lexicon))
        self.named = sorted(named, key=lambda n: (n.start, n.end))
        self.unknown: dict[str, Someone] = {}
        self.by_token: dict[int, Named] = {}
        for item in self.named:
            for index in range(item.start, item.end):
                self.by_token.setdefault(index, item)
        for item in self.named:
            if item.via == "name" and item.label != "NORP":
                item.who.roles |= set(_roles(doc, item))
                if item.who.label == "ORG":
                    item.who.roles |= {word.lower() for word in item.who.name.split() if len(word) >= 4}
        self._holders = Holders(self.named)
        self._by_last_word: dict[str, dict[int, Someone]] = {}
        for item in self.named:
            last = item.who.name.lower().split()[-1:]
            self._by_last_word.setdefault("".join(last), {}).setdefault(id(item.who), item.who)

    def within(self, start: int, end: int) -> list[Named]:
        """Return the mentions that overlap a stretch of tokens, in text order."""
        found = {id(n): n for i in range(start, end) if (n := self.by_token.get(i))}
        return list(found.values())

    def named_like(self, name: str) -> Someone:
        """Return the known person whose name ends in a name, else a new one."""
        words = name.lower().split()
        for who in self._by_last_word.get("".join(words[-1:]), {}).values():
            if who.name.lower().split()[-len(words) :] == words:
                return who
        return self.unknown.setdefault(" ".join(words), Someone(" ".join(name.split()), "PERSON"))

    def with_role(self, role: str, before: int) -> Someone | None:
        """Return the person last named before a token who carries a role, else the first after it."""
        holders = self._holders.of(role)
        earlier = bisect_left(holders, before, key=attrgetter("start"))
        if earlier:
            return holders[earlier - 1].who
        return holders[0].who if holders and len({id(n.who) for n in holders}) == 1 else None


def _from_notes(doc: Doc, notes: list[EntityNote]) -> Iterable[Named]:
    for index, note in enumerate(notes):
        if note["label"] not in _KINDS:
            continue
        who = Someone(note["name"], note["label"], index, note["gender"], note["country"])
        if note["role"]:
            who.roles.add(note["role"].split()[0].lower())
        for mention in note["mentions"]:
            span = doc.char_span(mention["start"], mention["end"], alignment_mode="expand")
            if span is not None and (
                len(note["mentions"]) > 1 or note["label"] != "PERSON" or _is_name(span, set())
            ):
                via = "apposition" if mention["resolved_via"] == "apposition" else _VIA[mention["kind"]]
                seat = mention["kind"] == "metonym" and mention["label"] == "ORG"
                speaks = Someone(span.text, "ORG", index) if seat else who
                yield Named(span.start, span.end, speaks, via, mention["label"])


def _from_entities(doc: Doc, lexicon: Lexicon) -> Iterable[Named]:
    surnames = {ent[-1].lower_ for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    names = [
        ent
        for ent in doc.ents
        if ent.label_ in _KINDS and (ent.label_ != "PERSON" or _is_name(ent, surnames))
    ]
    runs = _name_runs(doc, lexicon)
    distinct = list({(ent.label_, ent.text): ent for ent in names}.values())
    known: dict[tuple[str, str], Someone] = {}
    for ent in names:
        full = _longest(ent, distinct)
        if ent.label_ == "PERSON":
            full = _full_name(full, runs, lexicon)
        key = (full, "PERSON" if ent.label_ == "PERSON" else "other")
        who = known.setdefault(key, Someone(full, ent.label_))
        yield Named(ent.start, ent.end, who, "name", ent.label_)


def _is_name(ent: Span, surnames: set[str]) -> bool:
    """Recognisers take a sentence's first word for a person; the tagger, or a full name, knows better."""
    if len(ent) > 1 or ent[0].pos_ in ("PROPN", "X", ""):
        return True
    return ent[0].lower_ in surnames or not (ent.start == 0 or ent.doc[ent.start - 1].is_punct)


def _name_runs(doc: Doc, lexicon: Lexicon) -> dict[str, str]:
    """Surname (lower case) → a first name with it, as the text has them: ``rutte`` → ``Mark Rutte``."""
    runs: dict[str, str] = {}
    words = words_of(doc)
    for at, (tag, form) in enumerate(zip(words.tags, words.forms, strict=True)):
        if tag != "PROPN" or not form[0].isupper() or words.lower[at] in runs:
            continue
        start = at
        while start and doc[start - 1].lower_ in lexicon.name_particles:
            start -= 1
        first = doc[start - 1] if start else None
        if first is not None and first.pos_ == "PROPN" and first.text[0].isupper() and not first.is_punct:
            runs[words.lower[at]] = " ".join(words.forms[start - 1 : at + 1])
    return runs


def _full_name(name: str, runs: dict[str, str], lexicon: Lexicon) -> str:
    """A surname that the recogniser never saw with its first name gets it from the text."""
    words = name.split()
    if len(words) > 1 and words[0].lower() not in lexicon.name_particles:
        return name
    run = runs.get(words[-1].lower(), name)
    return run if run.lower().endswith(" " + name.lower()) else name


def _longest(ent: Span, names: list[Span]) -> str:
    """The longest name of the same label that ends (for others: begins or ends) in this one's words."""
    words = ent.text.lower().split()
    best = " ".join(ent.text.split())
    for other in names:
        if other.label_ != ent.label_ or len(other.text) <= len(best):
            continue
        theirs = other.text.lower().split()
        if theirs[-len(words) :] == words or (ent.label_ != "PERSON" and theirs[: len(words)] == words):
            best = " ".join(other.text.split())
    return best


def _roles(doc: Doc, named: Named) -> Iterable[str]:
    """The nouns before a name (``oud-minister Jansen``) and in the apposition after it."""
    at = named.start - 1
    while at >= 0 and doc[at].pos_ in ("NOUN", "ADJ", "PROPN") and not doc[at].is_sent_end:
        if doc[at].pos_ == "NOUN":
            yield doc[at].lower_
        at -= 1
    if named.end < len(doc) and doc[named.end].text in (",", "("):
        for token in doc[named.end + 1 : named.end + 8]:
            if token.text in (",", ")", ".") or token.pos_ in ("VERB", "AUX"):
                break
            if token.pos_ == "NOUN":
                yield token.lower_
                break


def is_called(one: str, other: str) -> bool:
    """``minister`` and ``landbouwminister``, ``CDA-leider`` and ``leider``."""
    ends = one.endswith(other) or other.endswith(one)
    return one == other or (ends and min(len(one), len(other)) >= _SHORTEST_ROLE)


def is_of_other_party(who: Someone, role: str) -> bool:
    """``de VVD-leider`` is not ``CDA-leider Jansen``."""
    party, _, office = role.rpartition("-")
    known = [held.rpartition("-")[0] for held in who.roles if held.lower().endswith(f"-{office}")]
    return bool(party and known) and all(other.lower() != party for other in known)
