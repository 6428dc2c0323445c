"""What repairs work on: names with their tokens, and the article with the words that they look at."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.governments import GovernmentSigns
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.patterns import Patterns
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.rules.gazetteer import Gazetteer

#: Labels between which one name may waver.
NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"))
#: Marks after which a sentence goes on.
_WITHIN = frozenset(",;)/-–—&")
_THINGS = NAMES | {"LAW"}
#: Labels that a recogniser gives to people whom it does not know.
STRAY = frozenset(("GPE", "LOC", "FAC", "PRODUCT", "EVENT"))


@dataclass(frozen=True, eq=False)
class Name:
    """An entity: tokens, ``end`` exclusive; ``rule`` is the repair that made it, or ``ner``."""

    start: int
    end: int
    label: str
    rule: str = "ner"


@dataclass(frozen=True)
class Known:
    """What the rules know of names."""

    lexicon: WhoLexicon
    gazetteer: Gazetteer
    place_prepositions: frozenset[str]
    before_places: frozenset[str]
    before_streets: frozenset[str]
    patterns: Patterns

    @classmethod
    def read(cls, rules: RuleSet, gazetteer: Gazetteer) -> "Known":
        """Collect it from a rule set."""
        prepositions = GovernmentSigns.read(rules).place_prepositions
        return cls(
            WhoLexicon(rules),
            gazetteer,
            prepositions,
            words_for(rules, "before_place"),
            words_for(rules, "before_street"),
            Patterns(rules),
        )

    def place_or_organisation(self, text: str) -> bool:
        """Whether a name is a place's, or tells that it is an organisation's."""
        return self.gazetteer.of(text) is not None or self.lexicon.kind_of(text) is not None

    @cached_property
    def placing(self) -> frozenset[str]:
        """Words before places, buildings and streets."""
        return self.before_places | self.before_streets

    def first_name(self, word: str) -> bool:
        """Whether a word with a capital is a first name."""
        return word[:1].isupper() and self.lexicon.gender_of(word) is not None


@dataclass(frozen=True)
class Article:
    """A doc with what repairs look at, read once: making a spaCy token costs more than most of them.

    ``texts`` are its tokens as written, ``starts`` the first ones of sentences (marks before them left out),
    ``capitals`` the words with a capital, ``inside`` those that stand within a sentence somewhere, ``lower``
    the other words.
    """

    doc: Doc
    known: Known
    texts: list[str]
    starts: frozenset[int]
    capitals: list[int]
    lower: frozenset[str]
    inside: frozenset[str]

    @classmethod
    def read(cls, doc: Doc, known: Known) -> "Article":
        """Go through the doc's tokens."""
        texts = words_of(doc).forms
        sentence_starts = doc.to_array("SENT_START").tolist()
        starts = frozenset(
            at
            for at, text in enumerate(texts)
            if text[0].isupper() and (sentence_starts[at] == 1 or at == 0 or _is_end(texts[at - 1]))
        )
        capitals = [at for at, text in enumerate(texts) if text[0].isupper()]
        lower = frozenset(text for text in texts if not text[0].isupper())
        inside = frozenset(texts[at] for at in capitals if at not in starts)
        return cls(doc, known, texts, starts, capitals, lower, inside)

    def before(self, at: int) -> str:
        """Return the token before one in lower case, or an empty string at the start."""
        return self.texts[at - 1].lower() if at else ""

    def span(self, name: Name) -> Span:
        """Return the tokens of a name."""
        return self.doc[name.start : name.end]

    def text(self, name: Name) -> str:
        """Return a name as it is written."""
        return self.doc[name.start : name.end].text if name.end - name.start > 1 else self.texts[name.start]


def _is_end(text: str) -> bool:
    """Whether a mark may stand before a sentence's first word."""
    return not (text[-1].isalnum() or text[-1] in _WITHIN)


class Names:
    """The names of one article, which never overlap; repairs change them in place."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_token: dict[int, Name] = {}
        self._in_order: list[Name] | None = None
        for name in names:
            self._add(name)

    def __iter__(self) -> Iterator[Name]:
        """Yield the names in text order, as they are now."""
        if self._in_order is None:
            self._in_order = sorted(set(self._by_token.values()), key=lambda name: name.start)
        return iter(self._in_order)

    def at(self, token: int) -> Name | None:
        """Return the name that a token stands in."""
        return self._by_token.get(token)

    def put(self, new: Name, over: Container[str]) -> None:
        """Add a name where there is none; mend the label of the same span; replace shorter ones inside it."""
        touching = self._touching(new)
        if any(name.start < new.start or name.end > new.end for name in touching):
            return
        if len(touching) == 1 and (touching[0].start, touching[0].end) == (new.start, new.end):
            if touching[0].label not in over:
                return
        elif not all(name.label in NAMES for name in touching):
            return
        self.force(new)

    def put_around(self, new: Name) -> None:
        """Put a name in the place of all names inside it; longer ones, numbers and times stay."""
        touching = self._touching(new)
        if all(
            name.start >= new.start and name.end <= new.end and name.label in _THINGS for name in touching
        ):
            self.force(new)

    def force(self, new: Name) -> None:
        """Put a name in the place of whatever touches it."""
        for name in self._touching(new):
            self.remove(name)
        self._add(new)

    def relabel(self, name: Name, label: str | None, rule: str) -> None:
        """Give a name another label; None and its own label change nothing."""
        if label is not None and label != name.label:
            self._add(Name(name.start, name.end, label, rule))

    def remove(self, name: Name) -> None:
        """Leave a name out."""
        self._in_order = None
        for token in range(name.start, name.end):
            del self._by_token[token]

    def _add(self, name: Name) -> None:
        self._in_order = None
        self._by_token |= dict.fromkeys(range(name.start, name.end), name)

    def _touching(self, new: Name) -> list[Name]:
        found = (self._by_token.get(token) for token in range(new.start, new.end))
        return list(dict.fromkeys(name for name in found if name is not None))
