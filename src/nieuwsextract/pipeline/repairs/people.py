"""Repairs that make people of names: by their first name, their title, their age."""

from nieuwsextract.pipeline.repairs.names import NAMES, STRAY, Article, Name, Names
from nieuwsextract.rules.people import EntityRepairRule

#: A name of more words than this is no person's.
_MAX_WORDS = 5
_OLDEST = 105
#: Tokens after a comma within which an apposition has its noun.
_MAX_APPOSITION = 4


def first_names(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Stefaan De Clerck``: a first name and more words with a capital, of nothing that is known."""
    particles = frozenset(rule.words)
    for name in names:
        if name.rule != "ner":
            continue
        loose = STRAY | {"ORG"} if _is_explained(article, name.end) else STRAY
        full = name.label in loose and _is_full_name(article, name, particles)
        if full or (name.label in ("GPE", "LOC") and _is_first_name(article, name)):
            names.relabel(name, "PERSON", rule.name)
        elif name.label in STRAY and _follows_first_name(article, names, name):
            names.force(Name(name.start - 1, name.end, "PERSON", rule.name))


def _is_first_name(article: Article, name: Name) -> bool:
    """``mag Ahmad niet uitzetten``: a first name on its own, no known place and not after ``in``."""
    text = article.text(name)
    known = (
        article.known.place_or_organisation(text) or article.before(name.start) in article.known.before_places
    )
    return article.known.first_name(text) and not known and text[1:].islower()


def _is_explained(article: Article, end: int) -> bool:
    """``Dmytro Kuleba, de Oekraïense minister``: a noun for a person stands in apposition."""
    after = article.texts[end : end + 1 + _MAX_APPOSITION]
    if after[:1] != [","]:
        return False
    nouns = (article.known.lexicon.title(text) for text in after[1:])
    return any(title is not None and not title.rule.generic for title in nouns)


def _follows_first_name(article: Article, names: Names, name: Name) -> bool:
    """``Allard [Schimmel]``: an unknown single name after a first name."""
    if name.start == 0 or name.end - name.start > 1 or names.at(name.start - 1) is not None:
        return False
    unknown = not article.known.place_or_organisation(article.text(name))
    return (
        unknown
        and name.start not in article.starts
        and article.known.first_name(article.texts[name.start - 1])
    )


def divided(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``bij de Verenigde Naties Sergei Kislitsia``: an organisation, and the person whose title it ends.

    A well-known organisation, or whatever an office is of: ``minister van Volksgezondheid Frank …``.
    """
    portfolios = frozenset(rule.words)
    for name in names:
        if name.label not in ("ORG", "PERSON") or article.known.first_name(article.texts[name.start]):
            continue
        office = _is_of_office(article, name.start)
        for at in range(name.start + 1, name.end - (not office)):
            before = Name(name.start, at, "ORG", rule.name)
            known = article.known.lexicon.organisation_named(article.text(before)) is not None
            first = article.known.first_name(article.texts[at])
            if ((known or office) and first) or (office and article.text(before) in portfolios):
                names.force(before)
                names.force(Name(at, name.end, "PERSON", rule.name))
                break


def _is_of_office(article: Article, start: int) -> bool:
    """Whether ``minister van`` or ``staatssecretaris van de`` stands before a name."""
    lexicon, at = article.known.lexicon, start
    at -= at > 0 and article.before(at) in lexicon.articles
    if at < 2 or article.before(at) not in lexicon.other_complement:
        return False
    title = lexicon.title(article.before(at - 1))
    return title is not None and title.rule.office


def _is_full_name(article: Article, name: Name, particles: frozenset[str]) -> bool:
    span = article.span(name)
    shaped = all(word.text[0].isupper() or word.text in particles for word in span)
    return (
        2 <= len(span) <= _MAX_WORDS
        and shaped
        and article.known.first_name(span[0].text)
        and not article.known.place_or_organisation(span.text)
    )


def longer_names(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``Kathryn [Townsend Griffin]``: a person's name takes in the names before it."""
    for name in names:
        if name.label != "PERSON" or names.at(name.start) != name:
            continue
        start = name.start
        while start > 0 and start not in article.starts:
            before = names.at(start - 1)
            stray = before is None or (before.end - before.start == 1 and before.label in STRAY)
            if not stray or not is_name_part(article, start - 1):
                break
            start -= 1
        if start != name.start and not _is_complement(article, start):
            names.force(Name(start, name.end, "PERSON", rule.name))


def _is_complement(article: Article, start: int) -> bool:
    """``minister van [Financiën] Terhaar``: what a title's preposition introduces is no first name."""
    prepositions = article.known.lexicon.prepositions
    return article.before(start) in prepositions and not article.known.first_name(article.texts[start])


def is_name_part(article: Article, at: int) -> bool:
    """A word with a capital that can only be a name; a sentence's first word only as a known first name."""
    text, known = article.texts[at], article.known
    if not text[0].isupper() or text.isupper() or not text.replace("-", "").isalpha():
        return False
    if known.first_name(text):
        return True
    noun = known.lexicon.title(text.lower()) or known.lexicon.plural_title(text.lower())
    if at in article.starts or noun or known.place_or_organisation(text):
        return False
    return article.doc[at].pos_ == "PROPN"


def ages(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``de 12-jarige Ahmad``, ``Ahmad (12)``: who has an age is a person."""
    endings = tuple(rule.words)
    for at in article.capitals:
        text = article.texts[at]
        aged = article.before(at).endswith(endings) and text[1:].islower()
        if aged and not article.known.place_or_organisation(text):
            names.put(Name(at, at + 1, "PERSON", rule.name), over=STRAY | {"ORG", "NORP"})
    for name in names:
        if name.label in STRAY and _has_age(article, name):
            names.relabel(name, "PERSON", rule.name)


def _has_age(article: Article, name: Name) -> bool:
    around = article.texts[name.end : name.end + 3]
    if len(around) < 3 or (around[0], around[2]) != ("(", ")") or not around[1].isdigit():
        return False
    return 0 < int(around[1]) <= _OLDEST and not article.known.place_or_organisation(article.text(name))


def titles(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """What a noun for a person stands right before is a person: ``GE-baas Welch``."""
    for name in names:
        if _is_titled(article, name):
            names.relabel(name, "PERSON", rule.name)
    length = len(article.texts)
    for at in article.capitals:
        if at and names.at(at) is None and _is_title(article, at - 1):
            end = at
            while end < length and names.at(end) is None and is_name_part(article, end):
                end += 1
            if end - at > 1:
                names.force(Name(at, end, "PERSON", rule.name))


def _is_titled(article: Article, name: Name) -> bool:
    if name.label not in NAMES - {"PERSON", "NORP"} or name.start == 0:
        return False
    text = article.text(name)
    if not text[0].isupper() or " en " in text or name.start in article.starts:
        return False
    return _is_title(article, name.start - 1) and not article.known.place_or_organisation(text)


def _is_title(article: Article, at: int) -> bool:
    title = article.known.lexicon.title(article.texts[at].lower())
    return title is not None and not title.rule.generic and article.doc[at].pos_ not in ("VERB", "AUX")
