"""Repairs of names that are one of two things: a language or an origin, a person or a cabinet or building."""

import re

from nieuwsextract.pipeline.repairs.names import NAMES, Article, Name, Names
from nieuwsextract.rules.people import EntityRepairRule

#: Cabinets of one prime minister, kings of one name.
_NUMERAL = re.compile(r"I{1,3}|IV|V|VI{1,3}|IX")
#: Words of a prime minister's name before the numeral: ``Di Rupo``.
_LONGEST = 3
_LOOSE = frozenset(("PERSON", "GPE", "LOC", "PRODUCT"))
_NOUNS = frozenset(("NOUN", "ADJ"))


def languages(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``als Nederlands lid``: before a noun it says where somebody is from, and is no language."""
    for name in names:
        if name.label == "LANGUAGE" and _is_adjective(article, name):
            names.relabel(name, "NORP", rule.name)


def _is_adjective(article: Article, name: Name) -> bool:
    text, after = article.text(name), article.texts[name.end : name.end + 1]
    place = article.known.gazetteer.of(text)
    if place is not None and place.form == "adjective" and text.endswith("e"):
        return True
    if not after or not after[0].isalpha() or not after[0].islower():
        return False
    noun = article.known.lexicon.title(after[0]) or article.known.lexicon.organisation_noun(after[0])
    return noun is not None or article.doc[name.end].pos_ in _NOUNS


def cabinets(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Rutte IV`` is a cabinet, ``Willem II`` and ``Johannes Paulus II`` are not; the words led one."""
    leaders = frozenset(rule.words)
    for at in article.capitals:
        if not at or _NUMERAL.fullmatch(article.texts[at]) is None:
            continue
        for length in range(1, min(_LONGEST, at) + 1):
            first, *rest = article.texts[at - length : at]
            # `het kabinet-Rutte IV` has its noun before a hyphen.
            if " ".join((first.rpartition("-")[2], *rest)) in leaders:
                here = names.at(at - length)
                if here is None or here.label in NAMES:
                    names.put_around(Name(at - length, at + 1, rule.label or "ORG", rule.name))


def first_words(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Schouwburg Almelo``, ``Ziekenhuis Gelderse Vallei``: the first word of a name tells what it is."""
    words = frozenset(rule.words)
    for name in names:
        if name.end - name.start > 1 and name.label in _LOOSE and article.texts[name.start] in words:
            names.relabel(name, rule.label, rule.name)


def inhabitants(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``de Leuvenaar``: a known town with an ending for its people."""
    for name in names:
        text = article.text(name)
        if name.label not in _LOOSE | {"ORG", "EVENT", "FAC"} or name.end - name.start > 1:
            continue
        known = article.known.place_or_organisation(text) or name.start in article.starts
        if not known and article.before(name.start) in article.known.lexicon.definite:
            stems = (text.removesuffix(ending) for ending in rule.words if text.endswith(ending))
            towns = (article.known.gazetteer.of(stem + more) for stem in stems for more in ("", "en"))
            if any(town is not None and town.level == "city" for town in towns):
                names.relabel(name, rule.label, rule.name)
