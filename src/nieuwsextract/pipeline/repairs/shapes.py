"""Repairs by the words of a name: what ``-straat``, ``FC`` and ``Arena`` tell of it."""

import re
from collections.abc import Iterator

from nieuwsextract.pipeline.repairs.names import NAMES, Article, Name, Names
from nieuwsextract.rules.people import EntityRepairRule

#: How many letters a street must have before ``-straat``.
_MIN_STEM = 3
#: The longest title between quotation marks, in tokens.
_MAX_TITLE = 8
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
#: In ``Willem II-Sparta`` the first name begins one token earlier.
_ROMAN = re.compile(r"[IVX]+")
_OPENING = frozenset("\"'“„‘«")
_CLOSING = frozenset("\"'”’»“")


def endings(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Dekenlaan`` with the capitals before it: a street, wherever the word is no surname."""
    words = tuple(rule.words)
    for at in article.capitals:
        text = article.texts[at]
        if not text.endswith(words) or text.isupper() or _stem(text, words) < _MIN_STEM:
            continue
        start, here = _run_start(article, at), names.at(at)
        if here is None and at in article.starts:
            continue
        unlikely = here is not None and here.label in ("PERSON", "GPE", "LOC")
        # `Abe Lenstra-stadion` is no surname.
        compound = text.rpartition("-")[2] in words
        if not unlikely or compound or article.before(start) in article.known.before_streets:
            names.put_around(Name(start, at + 1, rule.label or "FAC", rule.name))


def _stem(text: str, words: tuple[str, ...]) -> int:
    return len(text) - min(len(word) for word in words if text.endswith(word))


def _run_start(article: Article, end: int) -> int:
    """The first of the words with a capital that end here, in one sentence, articles left out."""
    at, texts = end, article.texts
    while at > 0 and at not in article.starts and texts[at - 1][0].isupper() and texts[at - 1].isalpha():
        at -= 1
    return at + (at < end and texts[at].lower() in article.known.placing)


def prefixes(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``FC Emmen``, ``sc Heerenveen``: one name with the word before it; then also without that word."""
    words, texts = frozenset(rule.words), article.texts
    bare = set()
    for at in article.capitals:
        compound = texts[at].rpartition("-")[2].islower() and "-" in texts[at]
        if at and texts[at - 1] in words and texts[at] not in words and not compound:
            here = names.at(at)
            end = here.end if here is not None and here.label in NAMES else at + 1
            names.put_around(Name(at - 1, end, rule.label or "ORG", rule.name))
            bare.add(article.doc[at:end].text)
    for name in names if bare else ():
        if name.label in ("GPE", "LOC", "PERSON", "FAC") and article.text(name) in bare:
            names.relabel(name, _label_of_town(article, name), rule.name)


def _label_of_town(article: Article, name: Name) -> str:
    """A club's town on its own is the club, except as a place: ``in Heerenveen``, in a dateline."""
    is_town = is_placed(article, name) and article.known.gazetteer.of(article.text(name)) is not None
    return "GPE" if is_town else "ORG"


def is_placed(article: Article, name: Name) -> bool:
    """Whether a preposition of place stands before a name."""
    return article.before(name.start) in article.known.place_prepositions


def last_words(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Tottenham Hotspur``, ``Johan Cruijff Arena``: the last word of a name tells what it is."""
    words = frozenset(rule.words)
    for name in names:
        if name.end - name.start > 1 and article.texts[name.end - 1] in words and name.label in NAMES:
            names.force(Name(name.start, name.end, rule.label or name.label, rule.name))


def matches(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``PSV-NAC 2-1``: two names with a hyphen and a score are a match."""
    for at in article.capitals:
        one, hyphen, other = article.texts[at].partition("-")
        if hyphen and other[:1].isupper() and _has_score(article, at):
            start = at - (at > 0 and _ROMAN.fullmatch(one) is not None)
            names.put_around(Name(start, at + 1, rule.label or "EVENT", rule.name))


def _has_score(article: Article, at: int) -> bool:
    after = [text for text in article.texts[at + 1 : at + 3] if text != "("]
    return bool(after) and _SCORE.fullmatch(after[0]) is not None


def exact(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Names, and words of time, that are always the same thing: ``Vuelta``, ``maandenlang``."""
    phrases = [word.split() for word in rule.words]
    firsts = {phrase[0] for phrase in phrases}
    for at in _candidates(article, firsts):
        for phrase in phrases:
            end = at + len(phrase)
            if article.texts[at:end] == phrase:
                names.put(Name(at, end, rule.label or "EVENT", rule.name), over=NAMES)


def _candidates(article: Article, firsts: set[str]) -> Iterator[int]:
    """Tokens that begin one of the phrases; those in lower case only where the article has any."""
    yield from (at for at in article.capitals if article.texts[at] in firsts)
    if not firsts.isdisjoint(article.lower):
        yield from (at for at, text in enumerate(article.texts) if text in firsts and text[0].islower())


def works(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``het lied ‘Thinking Out Loud’``: what stands between marks after a word for a work is its title."""
    words, texts = frozenset(rule.words), article.texts
    opening = (
        [at for at, text in enumerate(texts) if text in _OPENING and article.before(at) in words]
        if not words.isdisjoint(article.lower)
        else []
    )
    for at in opening:
        stop = min(at + 2 + _MAX_TITLE, len(texts))
        end = next((i for i in range(at + 2, stop) if texts[i] in _CLOSING), None)
        if end is not None and any(names.at(i) is not None for i in range(at + 1, end)):
            names.put_around(Name(at + 1, end, rule.label or "WORK_OF_ART", rule.name))
