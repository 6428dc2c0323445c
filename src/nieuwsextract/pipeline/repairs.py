"""Repairs that need only the article: names trimmed, dropped, repeated, abbreviated, by their surnames."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.mentions.organisations import is_abbreviation
from nieuwsextract.pipeline.patterns import Patterns
from nieuwsextract.rules.people import EntityRepairRule

#: Labels between which one name may waver.
NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"))
_QUOTES = frozenset("\"'“”„‘’«»")


@dataclass(frozen=True)
class Name:
    """An entity: tokens, ``end`` exclusive; ``rule`` is the repair that made it, or ``ner``."""

    start: int
    end: int
    label: str
    rule: str = "ner"


@dataclass(frozen=True)
class Article:
    """A doc with the words that repairs look at, read once: those with a capital, and those without."""

    doc: Doc
    capitals: list[Token]
    lower: frozenset[str]

    @classmethod
    def read(cls, doc: Doc) -> "Article":
        """Go through the doc's tokens."""
        capitals, lower = [], set()
        for token in doc:
            text = token.text
            if text[0].isupper():
                capitals.append(token)
            else:
                lower.add(text)
        return cls(doc, capitals, frozenset(lower))


class Names:
    """Names of which no two overlap, in the order in which they were found."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._at: dict[int, Name] = {}
        self._by_start: dict[int, Name] = {}
        for name in names:
            self._add(name)

    def __iter__(self) -> Iterator[Name]:
        return iter(self._by_start.values())

    def put(self, new: Name, over: Container[str]) -> None:
        """Add a name where there is none; mend the label of the same span; replace shorter ones inside it."""
        places = [at for at in range(new.start, new.end) if at in self._at]
        touching = {self._at[at].start: self._at[at] for at in places}
        if any(name.start < new.start or name.end > new.end for name in touching.values()):
            return
        same = [name for name in touching.values() if (name.start, name.end) == (new.start, new.end)]
        if same and same[0].label not in over:
            return
        if not same and not all(name.label in NAMES for name in touching.values()):
            return
        for start in touching:
            del self._by_start[start]
        for at in places:
            del self._at[at]
        self._add(new)

    def _add(self, name: Name) -> None:
        self._by_start[name.start] = name
        self._at |= dict.fromkeys(range(name.start, name.end), name)


def trim(article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
    """Take articles, titles and quotation marks off the names' edges."""
    doc = article.doc
    words = frozenset(rule.words)
    trimmed = []
    for name in names:
        start, end = name.start, name.end
        if name.label in NAMES:
            while end - start > 1 and doc[start].text in _QUOTES:
                start += 1
            while end - start > 1 and doc[end - 1].text in _QUOTES:
                end -= 1
            while end - start > 1 and doc[start].text in words:
                start += 1
        changed = (start, end) != (name.start, name.end)
        trimmed.append(Name(start, end, name.label, f"entities/{rule.id}") if changed else name)
    return trimmed


def find_drops(doc: Doc, names: list[Name], rule: EntityRepairRule, patterns: Patterns) -> list[Name]:
    """Return the names that a rule leaves out: words that are none."""
    words = frozenset(rule.words)
    return [
        name
        for name in names
        if name.label in NAMES
        and (not words or doc[name.start : name.end].text.lower() in words)
        and patterns.hold(rule.pattern, doc, name.start, name.end)
    ]


def abbreviations(article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
    """The word in brackets after an organisation, and everywhere else in the article."""
    doc = article.doc
    found = set()
    for name in names:
        at = name.end
        if (
            name.label != "ORG"
            or at + 2 >= len(doc)
            or doc[at].text != "("
            or doc[at + 2].text not in (")", ",")
        ):
            continue
        short = doc[at + 1].text
        if is_abbreviation(short, doc[name.start : name.end].text) and short[0].isupper():
            found.add(short)
    mended = Names(names)
    for token in article.capitals:
        if token.text in found:
            new = Name(token.i, token.i + 1, "ORG", f"entities/{rule.id}")
            mended.put(new, over=NAMES - {"ORG"})
    return list(mended)


def repeats(article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
    """Names of people and organisations that the recogniser saw in one place and not in another."""
    doc = article.doc
    tagged = {token for name in names for token in range(name.start, name.end)}
    known: dict[str, list[tuple[list[str], str]]] = {}
    for name in names:
        words = [token.text for token in doc[name.start : name.end]]
        if name.label in ("PERSON", "ORG") and words[0][0].isupper() and len(words[0]) > 3:
            known.setdefault(words[0], []).append((words, name.label))
    mended = Names(names)
    for token in article.capitals:
        for words, label in known.get(token.text, ()) if token.i not in tagged else ():
            end = token.i + len(words)
            alone = len(words) == 1 and token.lower_ in article.lower
            if not alone and [word.text for word in doc[token.i : end]] == words:
                mended.put(Name(token.i, end, label, f"entities/{rule.id}"), over=())
    return list(mended)


def surnames(article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
    """Words that are somebody's surname, unless the article has them as words too.

    In ``Moon Jae-in`` the family name is the first one.
    """
    doc = article.doc
    particles = frozenset(rule.words)
    surnames: dict[str, tuple[str, ...]] = {}
    for name in names:
        if name.label == "PERSON" and name.end - name.start > 1:
            words = _surname([token.text for token in doc[name.start : name.end]], particles)
            if name.end - name.start == 2 and "-" in words[-1] and words[-1].rpartition("-")[2].islower():
                words = (doc[name.start].text,)
            if len(words[-1]) > 2 and words[-1][0].isupper():
                surnames[words[0].lower()] = words
    mended = Names(names)
    for token in article.capitals:
        words = _surname_at(token, surnames)
        if not words or (len(words) == 1 and token.lower_ in article.lower):
            continue
        span = doc[token.i : token.i + len(words)]
        if len(words) == 1 or tuple(word.lower_ for word in span) == tuple(word.lower() for word in words):
            new = Name(span.start, span.end, "PERSON", f"entities/{rule.id}")
            mended.put(new, over=NAMES - {"PERSON"})
    return list(mended)


def _surname_at(token: Token, surnames: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The surname that a word begins; a possessive ``Ruttes`` is one too."""
    if not token.text[0].isupper():
        return ()
    words = surnames.get(token.lower_, ())
    if not words and token.lower_.endswith("s"):
        words = surnames.get(token.lower_.removesuffix("s").rstrip("'’"), ())
        words = words if len(words) == 1 and len(words[0]) > 3 else ()
    return () if token.text.isupper() and words and not words[-1].isupper() else words


def _surname(words: list[str], particles: frozenset[str]) -> tuple[str, ...]:
    """The last word with the particles before it: ``Eberhard van der Laan`` → ``van der Laan``."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in particles:
        start -= 1
    return tuple(words[start:])
