"""Repairs by the company that a name keeps: ``Rossi, Biaggi en Capirossi`` are all people."""

from collections.abc import Iterator

from nieuwsextract.pipeline.repairs.names import NAMES, STRAY, Article, Name, Names
from nieuwsextract.rules.people import EntityRepairRule

_PLACES = frozenset(("GPE", "LOC"))


def lists(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """What is listed with people is a person, with places a place; the words join what is listed."""
    for group in _groups(article, names, frozenset(rule.words)):
        known = [article.known.place_or_organisation(article.text(name)) for name in group]
        label = _label_of(article, group, known)
        for name, is_known in zip(group, known, strict=True):
            if label is not None and _may_change(name, label, group, is_known=is_known):
                names.relabel(name, label if not article.text(name).isupper() else None, rule.name)


def _groups(article: Article, names: Names, joints: frozenset[str]) -> Iterator[list[Name]]:
    """The lists of two names or more."""
    group: list[Name] = []
    for name in (name for name in names if name.label in NAMES):
        if group and not (name.start - group[-1].end == 1 and article.texts[group[-1].end] in joints):
            if len(group) > 1:
                yield group
            group = []
        group.append(name)
    if len(group) > 1:
        yield group


def _label_of(article: Article, group: list[Name], known: list[bool]) -> str | None:
    """What the list is of, or None when nothing tells."""
    people = [name for name in group if name.label == "PERSON"]
    places = [name for name in group if article.known.gazetteer.of(article.text(name)) is not None]
    if len(places) * 2 >= len(group) > 2 and any(name.label in _PLACES for name in places):
        return None if _has_full_name(article, people) else "GPE"
    if any(name.label in _PLACES and there for name, there in zip(group, known, strict=True)):
        return None
    return "PERSON" if _has_full_name(article, people) or _are_most(people, group) else None


def _may_change(name: Name, label: str, group: list[Name], *, is_known: bool) -> bool:
    """Whether a member may be what the others are: of the known only a place taken for a person."""
    if label == "GPE":
        is_stray = name.label in ("LOC", "ORG") or (is_known and name.label == "PERSON")
        return is_stray and name.end - name.start == 1
    people = [other for other in group if other.label == "PERSON"]
    return not is_known and name.label in (STRAY | {"ORG"} if _are_most(people, group) else STRAY)


def _are_most(people: list[Name], group: list[Name]) -> bool:
    return len(group) > 2 and len(people) * 2 > len(group)


def _has_full_name(article: Article, people: list[Name]) -> bool:
    full = [article.texts[name.start] for name in people if name.end - name.start > 1]
    return any(article.known.first_name(first) for first in full)
