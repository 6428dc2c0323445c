"""Repairs that make people of names by what stands around them: ``overtreding op X``, ``X, die``."""

from collections.abc import Callable

from nieuwsextract.pipeline.repairs.names import STRAY, Article, Name, Names
from nieuwsextract.rules.people import EntityRepairRule

#: Words of a person's name at most.
_LONGEST = 4
#: Names of a list that are looked at.
_MOST_LISTED = 8
_LOOSE = STRAY | {"ORG", "LANGUAGE"}
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_MEMBERS = frozenset(("club", "party"))


def deeds(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``overtreding van Toornstra``: whose deed it is, or against whom; the words are the nouns."""
    nouns = frozenset(rule.words)
    _settle(article, names, rule, lambda name: _is_deed(article, _first_listed(article, names, name), nouns))


def _first_listed(article: Article, names: Names, name: Name) -> Name:
    """The first name of a list: ``goals van Deflandre, Anic en | Lesnjak``."""
    for _ in range(_MOST_LISTED):
        joined = article.before(name.start) in (article.known.lexicon.list_words | {","})
        before = names.at(name.start - 2) if joined and name.start > 1 else None
        if before is None:
            break
        name = before
    return name


def _is_deed(article: Article, name: Name, nouns: frozenset[str]) -> bool:
    if name.start < 2 or article.before(name.start) not in article.known.lexicon.of_people:
        return False
    return article.before(name.start - 1) in nouns


def doings(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``kopte Toornstra``: beside a verb for what only people do; the words are its forms."""
    verbs = frozenset(rule.words)
    _settle(article, names, rule, lambda name: _does(article, name, verbs))


def _does(article: Article, name: Name, verbs: frozenset[str]) -> bool:
    after = article.texts[name.end : name.end + 1]
    return article.before(name.start) in verbs or (bool(after) and after[0] in verbs)


def members(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``X, die``, ``X (Ajax)``, ``X van Feyenoord``: who is spoken of as a person, or belongs to a club."""
    joints = frozenset(rule.words)
    _settle(article, names, rule, lambda name: _is_member(article, names, name, joints))


def _is_member(article: Article, names: Names, name: Name, joints: frozenset[str]) -> bool:
    after = article.texts[name.end : name.end + 2]
    if after == [",", "die"]:
        # Of organisations `die` is said as well: not so `die Huntelaar bediende`.
        other = names.at(name.end + 2)
        person = name.label in _PLACES or (other is not None and other.label == "PERSON")
        return person and article.before(name.start) not in joints
    if len(after) < 2 or after[0] not in ("(", "van") or name.start in article.starts:
        return False
    other = names.at(name.end + 1)
    known = article.known.lexicon.organisation_named(article.text(other)) if other is not None else None
    return known is not None and known.kind in _MEMBERS


def compatriots(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Amerikaan Neilson Powless``: right after an inhabitant stands somebody's name."""
    _settle(article, names, rule, lambda name: _is_compatriot(article, name))


def _is_compatriot(article: Article, name: Name) -> bool:
    before = article.known.gazetteer.of(article.texts[name.start - 1]) if name.start else None
    return before is not None and before.form == "person"


def _settle(article: Article, names: Names, rule: EntityRepairRule, tells: Callable[[Name], bool]) -> None:
    """What one place tells of a name holds in the whole article."""
    loose = [name for name in names if name.label in _LOOSE and name.end - name.start <= _LONGEST]
    found = {article.text(name) for name in loose if tells(name) and _may_be_person(article, name)}
    for name in loose if found else ():
        if article.text(name) in found and _may_be_person(article, name):
            names.relabel(name, "PERSON", rule.name)


def _may_be_person(article: Article, name: Name) -> bool:
    """Whether a name is shaped like people's, of nothing that is known, without an article before it."""
    words = article.texts[name.start : name.end]
    shaped = words[-1][1:].islower() and words[0][0].isupper() and words[-1].isalpha()
    if not shaped or article.before(name.start) in article.known.lexicon.definite:
        return False
    return not article.known.place_or_organisation(article.text(name))
