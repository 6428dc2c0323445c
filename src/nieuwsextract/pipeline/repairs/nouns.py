"""Repairs of words with a capital that are no names: headings of a word, compounds, people in the plural."""

from nieuwsextract.pipeline.repairs.names import NAMES, STRAY, Article, Name, Names
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules.people import EntityRepairRule

#: Letters before a noun that make a compound of it.
_MIN_STEM = 3
_LOOSE = STRAY | {"ORG", "PERSON", "WORK_OF_ART"}


def headings(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Corona`` alone on its line: no name, unless the text has it as one elsewhere."""
    starts = words_of(article.doc).starts
    lines = {(block["start"], block["end"]) for block in article.doc._.nieuws_layout["blocks"]}
    for name in names if lines else ():
        text = article.texts[name.start]
        line = (starts[name.start], starts[name.start] + len(text))
        if name.end - name.start == 1 and line in lines and not is_known(article, text):
            names.remove(name)


def is_known(article: Article, text: str) -> bool:
    """Whether a word is a name within some sentence, a first name, a place or an organisation."""
    if text in article.inside:
        return True
    known = article.known.first_name(text) or article.known.place_or_organisation(text)
    return known and text.lower() not in article.lower


def compounds(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Toeslagenaffaire`` is no name, ``Klimaatwet`` a law's: by the noun that a long word ends in."""
    endings = tuple(rule.words)
    for name in names:
        if name.label in _LOOSE and is_word(article, name) and _ends_in(article.texts[name.start], endings):
            if rule.label is None:
                names.remove(name)
            elif name.start not in article.starts:
                names.relabel(name, rule.label, rule.name)


def is_word(article: Article, name: Name) -> bool:
    """Whether a name is a single word, capital only at its start, that no lexicon has."""
    text = article.texts[name.start]
    single = name.end - name.start == 1 and text[1:].islower() and text.isalpha()
    return single and not article.known.place_or_organisation(text)


def _ends_in(text: str, endings: tuple[str, ...]) -> bool:
    return text.endswith(endings) and any(
        text.endswith(ending) and len(text) - len(ending) >= _MIN_STEM for ending in endings
    )


def plurals(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Politicologen zagen``: a sentence's first word, a noun for people in the plural."""
    for name in names:
        if name.start not in article.starts or name.label not in NAMES or not is_word(article, name):
            continue
        text = article.texts[name.start]
        if text not in article.inside and article.known.lexicon.plural_title(text.lower()) is not None:
            names.remove(name)


def titles(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Bewoner (43)``, ``Hamasleider``, ``Europese Raadsvoorzitter [Charles Michel]``: nouns for people."""
    for name in names:
        last = article.texts[name.end - 1]
        if name.label not in _LOOSE or article.known.lexicon.title(last.lower()) is None:
            continue
        if _has_age(article, name) or _is_compound(article, name) or _is_before_name(article, names, name):
            names.remove(name)


def _has_age(article: Article, name: Name) -> bool:
    after = article.texts[name.end : name.end + 2]
    aged = len(after) == 2 and after[0] == "(" and after[1].isdigit()
    return aged and name.end - name.start == 1 and article.texts[name.start] not in article.inside


def _is_compound(article: Article, name: Name) -> bool:
    """A well-known organisation's or place's name, and the noun."""
    text, known = article.texts[name.start], article.known
    title = known.lexicon.title(text.lower())
    if title is None or name.end - name.start > 1 or not text.lower().endswith(title.word):
        return False
    owner = text[: len(text) - len(title.word)]
    return known.lexicon.organisation_named(owner) is not None or known.gazetteer.of(owner) is not None


def _is_before_name(article: Article, names: Names, name: Name) -> bool:
    after = names.at(name.end)
    person = name.label == "PERSON" and after is not None and after.label == "PERSON"
    return person and not article.known.first_name(article.texts[name.start])
