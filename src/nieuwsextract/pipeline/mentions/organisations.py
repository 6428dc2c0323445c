"""Organisations and other named things: full name and abbreviation, long and short form, one entity."""

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon

_POSSESSIVE = re.compile(r"(?:['’]s)$")
_NO_CLUSTERS = frozenset(("CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))
_ELSEWHERE = frozenset(("PERSON", "GPE", "LOC", "NORP", "DATE", "TIME"))


def cluster_organisations(doc: Doc, text: str, ents: Sequence[Span], lexicon: WhoLexicon) -> list[Draft]:
    """Return a draft per organisation, in the order of their longest names."""
    places = _place_starts(doc)
    spans = [ent for ent in ents if ent.label_ == "ORG" and ent.start_char not in places]
    by_key: dict[str, Draft] = {}
    by_word: dict[str, list[Draft]] = {}
    for span in sorted(spans, key=lambda span: (-len(span.text), span.start)):
        key = _key(span.text, lexicon)
        draft = by_key.get(key) or _by_part(key, span, by_word)
        if draft is None:
            draft = _new(span, lexicon)
            for word in _edges(draft.name.lower().split()):
                by_word.setdefault(word, []).append(draft)
        by_key[key] = draft
    _link_abbreviations(text, spans, by_key, lexicon)
    for span in spans:
        draft = by_key[_key(span.text, lexicon)]
        via = "name" if lexicon.without_article(span.text.lower()) == draft.name.lower() else "alias"
        draft.add(span.start_char, span.end_char, "name", via, draft.rule, "ORG")
        draft.call(span.text)
    return list({id(draft): draft for draft in by_key.values()}.values())


def cluster_things(doc: Doc, ents: Sequence[Span]) -> list[Draft]:
    """Return a draft per named thing of the other labels; numbers and amounts stand alone."""
    by_key: dict[tuple[str, str | int], Draft] = {}
    places = _place_starts(doc)
    for ent in ents:
        if ent.label_ in _ELSEWHERE or ent.label_ == "ORG" or ent.start_char in places:
            continue
        key = (ent.label_, ent.start if ent.label_ in _NO_CLUSTERS else ent.text.lower())
        draft = by_key.setdefault(key, Draft(ent.label_, ent.text, "mentions/thing"))
        draft.add(ent.start_char, ent.end_char, "name", "name", draft.rule, ent.label_)
    return list(by_key.values())


def _place_starts(doc: Doc) -> frozenset[int]:
    """First characters of names that are places or governments: ``Witte Huis`` is the United States."""
    return frozenset(
        note["start"] for note in doc._.nieuws_countries if note["kind"] not in ("inside", "compound")
    )


def _key(name: str, lexicon: WhoLexicon) -> str:
    """One key for all names of a well-known organisation, else the name without article and case."""
    plain = _POSSESSIVE.sub("", name.lower())
    known = lexicon.organisation(_POSSESSIVE.sub("", name))
    return f"={known.name}" if known else lexicon.without_article(plain)


def _new(span: Span, lexicon: WhoLexicon) -> Draft:
    draft = Draft("ORG", span.text, "mentions/organisation")
    known = lexicon.organisation(span.text)
    draft.kind = lexicon.kind_of(span.text)
    if known is not None:
        draft.rule = f"mentions/{known.rule}"
        draft.locate(known.country, "name")
    return draft


def _edges(words: list[str]) -> set[str]:
    """A name's first and last word: parts of it begin or end with one of them."""
    return {words[0], words[-1]} if words else set()


def _by_part(key: str, span: Span, by_word: dict[str, list[Draft]]) -> Draft | None:
    """``Kamer`` → ``Tweede Kamer``, ``Utrecht`` → ``FC Utrecht``: words of exactly one longer name.

    ``by_word`` holds the longer names by their first and last word.
    """
    if not span.text[:1].isupper() or key.startswith("="):
        return None
    words = key.split()
    found = {
        id(draft): draft
        for word in _edges(words)
        for draft in by_word.get(word, ())
        if len(words) < len(draft.name.split()) and _has_words(draft.name.lower().split(), words)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _has_words(longer: list[str], words: list[str]) -> bool:
    """Whether the words are the first or the last ones of the longer name."""
    begins = longer[: len(words)] == words and words[0] != "ministerie"
    # `Raad Buitenlandse Zaken` is not the ministry.
    ends = longer[-len(words) :] == words and (len(words) == 1 or longer[0] != "raad")
    return begins or ends


def _link_abbreviations(text: str, spans: list[Span], by_key: dict[str, Draft], lexicon: WhoLexicon) -> None:
    """``Openbaar Ministerie (OM)``; without brackets only where the initials leave no doubt."""
    for one, other in pairwise(spans):
        between = text[one.end_char : other.start_char].strip()
        if between == "(" and text[other.end_char : other.end_char + 1] in (")", ",", ";", " "):
            short, full = sorted((one, other), key=lambda span: len(span.text))
            if is_abbreviation(short.text, full.text):
                _merge(by_key, _key(full.text, lexicon), _key(short.text, lexicon))
    names = {span.text: None for span in spans}
    full_names: dict[str, set[str]] = {}
    for name in names:
        if " " in name:
            full_names.setdefault(initials(name), set()).add(_key(name, lexicon))
    for name in names:
        if name.isupper() and len(name) >= 3:
            fitting = full_names.get(name.lower(), set())
            if len(fitting) == 1:
                _merge(by_key, next(iter(fitting)), _key(name, lexicon))


def is_abbreviation(short: str, full: str) -> bool:
    """Whether the letters of ``short`` stand in ``full`` in this order, the first at its start of a word."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    if len(letters) < 2 or len(short) > 12 or " " in short.strip():
        return False
    rest = iter(full.lower())
    starts = {word[0] for word in full.lower().split() if word}
    return letters[0] in starts and all(letter in rest for letter in letters)


def initials(name: str) -> str:
    """Return the first letters of a name's words that have a capital, in lower case."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()).lower()


def _merge(by_key: dict[str, Draft], into: str, key: str) -> None:
    kept, gone = by_key[into], by_key[key]
    if kept is gone:
        return
    kept.kind = kept.kind or gone.kind
    kept.locate(gone.country, gone.country_via)
    for other, draft in by_key.items():
        if draft is gone:
            by_key[other] = kept
