"""Repairs of a name's edges, and of what is no name at all."""

from spacy.tokens import Span

from nieuwsextract.pipeline.repairs.names import NAMES, Article, Name, Names
from nieuwsextract.rules.people import EntityRepairRule

_QUOTES = frozenset("\"'“”„‘’«»")
#: Parts of speech that the tagger gives no name.
_WORDS = frozenset(("ADJ", "ADV", "VERB", "AUX", "PRON", "DET", "SCONJ", "CCONJ", "INTJ"))
_AMOUNTS = frozenset(("CARDINAL", "MONEY", "QUANTITY", "PERCENT"))
#: What may follow `van de` in an organisation's name.
_JOINING = frozenset(("ORG", "FAC", "LOC", "EVENT"))
#: A last part no longer than this may be a name's own: ``Ban Ki-moon``.
_SYLLABLE = 4
#: Four digits from here on are no year.
_LAST_YEAR = 2200


def trim(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Take articles, titles and quotation marks off the names' edges."""
    texts, words = article.texts, frozenset(rule.words)
    for name in names:
        if name.label not in NAMES:
            continue
        start, end = name.start, name.end
        while end - start > 1 and texts[start] in _QUOTES:
            start += 1
        while end - start > 1 and texts[end - 1] in _QUOTES:
            end -= 1
        while end - start > 1 and (texts[start] in words or _is_title(article, start, name)):
            start += 1
        start = _after_noun(article, start, end, name)
        if (start, end) != (name.start, name.end):
            names.force(Name(start, end, name.label, rule.name))


def _after_noun(article: Article, start: int, end: int, name: Name) -> int:
    """``Bezoek van | Zelensky`` at a sentence's start, where the article names Zelensky elsewhere."""
    if name.label != "PERSON" or start not in article.starts or end - start < 3:
        return start
    is_noun = article.texts[start + 1] == "van" and article.doc[start].pos_ == "NOUN"
    return start + 2 if is_noun and article.texts[start + 2] in article.inside else start


def _is_title(article: Article, at: int, name: Name) -> bool:
    """``Advocaat Wiersum`` at a sentence's start, ``Kamerleden Wilders``: nouns before a person's name."""
    text, lexicon = article.texts[at], article.known.lexicon
    if name.label != "PERSON" or not article.texts[at + 1][0].isupper() or article.known.first_name(text):
        return False
    title = lexicon.title(text.lower())
    if title is None:
        noun = lexicon.plural_title(text.lower()) is not None or _is_follower(article, text)
        return text[0].isupper() and noun
    return at in article.starts or title.rule.office


def _is_follower(article: Article, text: str) -> bool:
    """``Feyenoorder Jørgensen``, ``Fransman Pichon``: of a club or a country."""
    place, club = article.known.gazetteer.of(text), text.removesuffix("er")
    of_club = club != text and article.known.lexicon.organisation_named(club) is not None
    return of_club or (place is not None and place.form == "person")


def trim_end(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Take particles off a name's end, and the ministry: ``Rosenthal van Buitenlandse Zaken``.

    ``Mensenrechtenraad van de | Verenigde Naties`` is one name.
    """
    words = frozenset(rule.words)
    particles = frozenset(word for word in words if word.islower())
    for name in names:
        if name.label == "ORG" and name.end - name.start > 1 and article.texts[name.end - 1] in particles:
            after = names.at(name.end)
            joined = after is not None and after.label in _JOINING and after.start == name.end
            end = after.end if joined and after is not None else _end_of(article, name, particles)
            names.force(Name(name.start, end, "ORG", rule.name))
        elif name.label == "PERSON" and (end := _end_of(article, name, words)) != name.end:
            names.force(Name(name.start, end, name.label, rule.name))


def _end_of(article: Article, name: Name, words: frozenset[str]) -> int:
    texts, end = article.texts, name.end
    for at in range(name.start + 1, name.end - 1):
        if texts[at] == "van" and " ".join(texts[at + 1 : name.end]) in words:
            end = at
    while end - name.start > 1 and texts[end - 1] in words:
        end -= 1
    return end


def drop(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Leave out words that are no names."""
    doc, words = article.doc, frozenset(rule.words)
    for name in names:
        if name.label not in NAMES or (words and article.text(name).lower() not in words):
            continue
        if article.known.patterns.hold(rule.pattern, doc, name.start, name.end):
            names.remove(name)
            span = Span(doc, name.start, name.end, name.label, span_id=rule.name)
            doc.spans["entity_drops"].append(span)


def drop_words(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Leave out a sentence's first word when the article has it in lower case, or the tagger as no noun."""
    for name in names:
        if name.label in NAMES - {"NORP"} and name.end - name.start == 1 and _is_word(article, name):
            names.remove(name)


def _is_word(article: Article, name: Name) -> bool:
    text, known = article.texts[name.start], article.known
    if text.isupper() or name.start not in article.starts or text in article.inside:
        return False
    organisation = known.lexicon.organisation_named(text)
    is_word_too = organisation is not None and text in organisation.words
    if known.first_name(text) or (known.place_or_organisation(text) and not is_word_too):
        return False
    return text.lower() in article.lower or article.doc[name.start].pos_ in _WORDS


def drop_compounds(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Leave out ``FC Eindhoven-speler``: a name in a compound is none; the words are names' own tails."""
    tails = frozenset(rule.words)
    for name in names:
        if _is_half(article, name):
            names.remove(name)
            continue
        _, hyphen, tail = article.texts[name.end - 1].rpartition("-")
        if (
            not hyphen
            or not tail.islower()
            or tail in tails
            or name.label not in NAMES - {"NORP", "WORK_OF_ART"}
        ):
            continue
        if article.known.lexicon.title(tail) is not None or (
            len(tail) > _SYLLABLE and name.label != "PERSON"
        ):
            names.remove(name)


def _is_half(article: Article, name: Name) -> bool:
    """``[Open] VLD-collega``: an organisation's name that ends within a compound."""
    part, hyphen, tail = "".join(article.texts[name.end : name.end + 1]).rpartition("-")
    if not hyphen or not tail.islower():
        return False
    return article.known.lexicon.organisation_named(f"{article.text(name)} {part}") is not None


def drop_amounts(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """Leave out amounts without a number in them; the words are endings of number words."""
    endings = tuple(rule.words)
    for name in names:
        if name.label in _AMOUNTS and not any(
            token.like_num or token.text[0].isdigit() or token.lower_.endswith(endings)
            for token in article.span(name)
        ):
            names.remove(name)


def race_times(article: Article, names: Names, rule: EntityRepairRule) -> None:
    """``10,37`` is no time of the day and ``8150`` no year: numbers."""
    for name in names:
        if name.label in ("DATE", "TIME") and name.end - name.start == 1:
            whole, comma, fraction = article.text(name).partition(",")
            is_fraction = bool(comma) and name.label == "TIME" and whole.isdigit() and fraction.isdigit()
            is_large = not comma and len(whole) == 4 and whole.isdigit() and int(whole) > _LAST_YEAR
            names.relabel(name, "CARDINAL" if is_fraction or is_large else None, rule.name)
