"""Repairs by the lexicons of places and organisations, and one label for one name."""

import re
from collections import Counter

from spacy.tokens import Span

from nieuwsextract.pipeline.repairs.names import NAMES, Article, Name, Names
from nieuwsextract.pipeline.repairs.shapes import is_placed
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules.gazetteer import PlaceName
from nieuwsextract.rules.people import EntityRepairRule

#: Labels that a majority of mentions may give to the rest.
_SETTLED = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP"))
_POSSESSIVE = re.compile(r"['’]s$")
_LOOSE = frozenset(("PERSON", "ORG", "FAC", "LOC", "GPE"))


def places(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Countries by name, adjective or inhabitants; other inhabitants where there is a label to mend."""
    doc = article.doc
    tagged = {(name.start, name.end) for name in names}
    for found in article.known.gazetteer.find(words_of(doc).text):
        place = found.place
        if found.part or place.wary or place.form == "seat":
            continue
        span = doc.char_span(found.start, found.end)
        if span is None or (place.level != "country" and not _is_mendable(place, span, tagged)):
            continue
        if place.form in ("person", "adjective") and not _is_safe(span):
            continue
        label = "GPE" if place.form in ("name", "abbreviation") else "NORP"
        names.put(Name(span.start, span.end, label, rule.name), over=("ORG", "PERSON"))


def _is_mendable(place: PlaceName, span: Span, tagged: set[tuple[int, int]]) -> bool:
    """Whether this is an inhabitant or adjective of a city or region that was tagged, rightly or not."""
    return place.form in ("adjective", "person", "people") and (span.start, span.end) in tagged


def _is_safe(span: Span) -> bool:
    """Whether an inhabitant or adjective is more than a word with a capital: not first, not a language."""
    if span.text.endswith("e") and len(span.text) > 4:
        return True
    return not (span.start == 0 or span[0].is_sent_start) and span[0].pos_ in ("NOUN", "PROPN")


def organisations(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Well-known organisations by their names; longer than what was tagged wins."""
    lexicon = article.known.lexicon
    for at in article.capitals:
        for length in lexicon.name_lengths.get(article.texts[at], ()):
            name = Name(at, min(at + length, len(article.texts)), "ORG", rule.name)
            text = _POSSESSIVE.sub("", article.text(name))
            known = lexicon.organisation_named(text)
            if known is not None and text not in known.words:
                names.put(name, over=("PERSON", "GPE"))
                break


def regions(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Pennsylvania`` is no person's name, unless somebody in the article is called so."""
    found = [name for name in names if name.label in ("PERSON", "ORG") and _is_region(article, name)]
    if not found:
        return
    people = {
        part for name in names if name.label == "PERSON" for part in article.texts[name.start + 1 : name.end]
    }
    for name in found:
        if article.text(name) not in people:
            names.relabel(name, rule.label, rule.name)


def _is_region(article: Article, name: Name) -> bool:
    text = article.text(name)
    place = article.known.gazetteer.of(text) if name.rule == "ner" else None
    if place is None or place.form != "name" or place.level != "region" or place.wary:
        return False
    return article.known.lexicon.organisation_named(text) is None


def described(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``de stad Soemy``: what a noun for a place stands right before is a place, here and elsewhere."""
    words = frozenset(rule.words)
    loose = [name for name in names if name.label in _LOOSE and _is_no_place(article, name)]
    found = {
        article.text(name)
        for name in loose
        if article.before(name.start) in words
        and name.start not in article.starts
        and article.known.lexicon.kind_of(article.text(name)) is None
    }
    for name in loose:
        names.relabel(name, rule.label if article.text(name) in found else None, rule.name)


def _is_no_place(article: Article, name: Name) -> bool:
    return name.label != "GPE" or article.known.gazetteer.of(article.text(name)) is None


def employers(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``de renner van [Alpecin]``: a single unknown name after such a noun is an organisation's."""
    words = tuple(rule.words)
    people = {
        part for name in names if name.label == "PERSON" for part in article.texts[name.start + 1 : name.end]
    }
    for name in names:
        text = article.text(name)
        if (
            name.label not in _LOOSE - {"ORG"}
            or name.end - name.start > 1
            or name.start < 2
            or text in people
        ):
            continue
        linked = article.before(name.start) in article.known.lexicon.employer_prepositions
        of = linked and article.before(name.start - 1).endswith(words)
        is_town = article.known.gazetteer.of(text) is not None and rule.label != "GPE"
        if of and not article.known.first_name(text) and not is_town:
            names.relabel(name, rule.label, rule.name)


def datelines(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``MELITOPOL (ANP)``: in capitals at a line's start, before an agency in brackets, is a town."""
    for name in names:
        is_first = name.start in article.starts and article.text(name).isupper()
        after = article.texts[name.end : name.end + 2]
        if (
            is_first
            and name.label in NAMES
            and len(after) == 2
            and after[0] == "("
            and after[1] in rule.words
        ):
            names.relabel(name, "GPE", rule.name)


def majority(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """The label that a name has most often; a place that nobody knows is a person where it can be one."""
    counts: dict[str, Counter[str]] = {}
    votes = {name: article.text(name) for name in names if name.label in NAMES}
    votes = {name: text for name, text in votes.items() if not _is_place_here(article, name, text)}
    for name, text in votes.items():
        counts.setdefault(text, Counter())[name.label] += 1
    labels = {text: _settle(article, text, found) for text, found in counts.items() if len(found) > 1}
    for name, text in votes.items():
        names.relabel(name, labels.get(text), rule.name)


def _is_place_here(article: Article, name: Name, text: str) -> bool:
    """A known town after ``in`` is the town, whatever club or person bears its name elsewhere."""
    return name.label == "GPE" and is_placed(article, name) and article.known.gazetteer.of(text) is not None


def _settle(article: Article, text: str, counts: Counter[str]) -> str | None:
    """One label for a name that has several, or None to leave it as it is."""
    known = article.known.gazetteer.of(text)
    if known is None and "PERSON" in counts and set(counts) <= {"PERSON", "GPE", "LOC"}:
        return "PERSON"
    (first, most), (_, next_most), *_ = counts.most_common()
    if most == next_most or first not in _SETTLED or (first in ("GPE", "LOC") and known is None):
        return None
    return first
