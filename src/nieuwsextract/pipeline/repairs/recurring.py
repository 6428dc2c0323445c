"""Repairs by recurrence: names repeated, abbreviated, by their surnames, and one label for one name."""

from nieuwsextract.pipeline.mentions.organisations import is_abbreviation
from nieuwsextract.pipeline.repairs.names import NAMES, Article, Name, Names
from nieuwsextract.rules.people import EntityRepairRule


def abbreviations(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """The word in brackets after an organisation, and everywhere else in the article."""
    texts, found = article.texts, set()
    for name in names:
        after = texts[name.end : name.end + 3]
        if name.label != "ORG" or len(after) < 3 or after[0] != "(" or after[2] not in (")", ","):
            continue
        if is_abbreviation(after[1], article.text(name)) and after[1][0].isupper():
            found.add(after[1])
    for at in article.capitals if found else ():
        if texts[at] in found:
            names.put(Name(at, at + 1, "ORG", rule.name), over=NAMES)


def repeats(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Names of people and organisations that the recogniser saw in one place and not in another."""
    texts = article.texts
    known: dict[str, list[tuple[list[str], str]]] = {}
    for name in names:
        words = texts[name.start : name.end]
        if name.label in ("PERSON", "ORG") and words[0][0].isupper() and len(words[0]) > 3:
            known.setdefault(words[0], []).append((words, name.label))
    for at in article.capitals:
        for words, label in known.get(texts[at], ()) if names.at(at) is None else ():
            end = at + len(words)
            alone = len(words) == 1 and texts[at].lower() in article.lower
            if not alone and texts[at:end] == words:
                names.put(Name(at, end, label, rule.name), over=())
    _join_pieces(article, names, known, rule)


def _join_pieces(
    article: Article, names: Names, known: dict[str, list[tuple[list[str], str]]], rule: EntityRepairRule
) -> None:
    """``[Tatiana] de [Rosnay]`` where the article has the whole name as well."""
    for at in article.capitals:
        for words, label in known.get(article.texts[at], ()):
            end, here = at + len(words), names.at(at)
            if here is not None and len(words) > 1 and here.end < end and article.texts[at:end] == words:
                names.put_around(Name(at, end, label, rule.name))


def surnames(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Words that are somebody's surname, unless the article has them as words too.

    In ``Moon Jae-in`` the family name is the first one.
    """
    texts, surnames = article.texts, _surnames(article, names, frozenset(rule.words))
    for at in article.capitals if surnames else ():
        words = _surname_at(texts[at], surnames)
        if not words or (len(words) == 1 and texts[at].lower() in article.lower):
            continue
        end = at + len(words)
        if len(words) == 1 or [text.lower() for text in texts[at:end]] == [word.lower() for word in words]:
            names.put(Name(at, end, "PERSON", rule.name), over=NAMES)


def _surnames(article: Article, names: Names, particles: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The article's surnames by their first word in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        if name.label == "PERSON" and name.end - name.start > 1:
            words = _surname(article.texts[name.start : name.end], particles)
            if name.end - name.start == 2 and "-" in words[-1] and words[-1].rpartition("-")[2].islower():
                words = (article.texts[name.start],)
            if len(words[-1]) > 2 and words[-1][0].isupper():
                found[words[0].lower()] = words
    return found


def _surname_at(text: str, surnames: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The surname that a word begins; a possessive ``Ruttes`` is one too."""
    lower = text.lower()
    words = surnames.get(lower, ())
    if not words and lower.endswith("s"):
        words = surnames.get(lower.removesuffix("s").rstrip("'’"), ())
        words = words if len(words) == 1 and len(words[0]) > 3 else ()
    return () if text.isupper() and words and not words[-1].isupper() else words


def _surname(words: list[str], particles: frozenset[str]) -> tuple[str, ...]:
    """The last word with the particles before it: ``Eberhard van der Laan`` → ``van der Laan``."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in particles:
        start -= 1
    return tuple(words[start:])
