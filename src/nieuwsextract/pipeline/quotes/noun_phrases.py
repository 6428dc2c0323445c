"""Noun phrases as a speaker is written: by the parse around a head, or by parts of speech from a place on."""

from collections.abc import Container

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence

PHRASE = {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "X", "SYM"}
HEADS = {"NOUN", "PROPN", "PRON", "X", "NUM", "ADJ"}
_NAMES = {"PERSON", "ORG", "GPE"}


def opens_phrase(doc: Doc, token: Token) -> bool:
    """Whether a noun phrase can begin here; ``Van Rossum`` is tagged as a preposition at times."""
    named = token.text[0].isupper() and token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "PROPN"
    return token.pos_ in PHRASE or bool(token.ent_type_) or named or _is_attribute(token)


def _is_attribute(token: Token) -> bool:
    """``gedelegeerd bestuurder Timmermans``: a participle before a noun."""
    after = token.doc[token.i + 1].pos_ if token.i + 1 < len(token.doc) else ""
    return "Part" in token.morph.get("VerbForm", []) and after in ("NOUN", "PROPN")


def phrase_of(doc: Doc, head: Token, sentence: Sentence, outside: list[int], lexicon: Lexicon) -> Source:
    """Return the noun phrase around a head, kept inside its sentence and clear of the cue's tokens."""
    start, end = clauses.noun_phrase(head)
    if head.pos_ == "DET" and end == head.i + 1 and (whole := phrase_from(doc, head.i, sentence, lexicon)):
        return whole  # parsers take the determiner of ``die twee partijen`` for the subject
    start, end = max(start, sentence.start), min(end, sentence.end)
    for index in outside:
        if start <= index < head.i:
            start = index + 1
        elif head.i < index < end:
            end = index
    for child in sentence.children:
        if start < child.end <= head.i:
            start = child.end
        elif head.i < child.start < end:
            end = child.start
    return _trim(doc, start, end, head.i, lexicon)


def _trim(doc: Doc, start: int, end: int, head: int, lexicon: Lexicon) -> Source:
    """Cut a phrase at its edges, before a time, a bracket, and after one apposition."""
    while start < head and (
        doc[start].is_punct or doc[start].is_space or doc[start].pos_ in ("ADV", "CCONJ", "ADP")
    ):
        start += 1
    commas = 0
    for index in range(head + 1, end):
        commas += doc[index].text == ","
        timed = doc[index].ent_type_ in ("DATE", "TIME") and doc[head].ent_type_ != doc[index].ent_type_
        addressed = lexicon.has("phrase_end", doc[index].lower_) and doc[index].pos_ == "ADP"
        if timed or addressed or doc[index].text == "(" or (commas == 2 and doc[index].text == ","):
            end = index
            break
    while end - 1 > head and _is_loose(doc[end - 1]):
        end -= 1
    while (
        end < len(doc)
        and doc[end].ent_iob_ == "I"
        and doc[end].ent_type_ in _NAMES
        and doc[end - 1].ent_type_
    ):
        end += 1
    return Source(start, _with_name(doc, end, head), head)


def _is_loose(token: Token) -> bool:
    """``de burgemeester nog``: what may stand at a phrase's end without belonging to it."""
    return token.is_punct or token.is_space or (token.pos_ in ("ADV", "ADP") and not token.ent_type_)


def _with_name(doc: Doc, end: int, head: int) -> int:
    """The end of a phrase that the parse cuts off before its name: ``vakbond | FNV``, ``arts X | Jan``."""
    if end != head + 1 or _is_name(doc[head]) or doc[head].pos_ in ("PRON", "DET", "PROPN"):
        return end
    if end + 1 < len(doc) and doc[end].pos_ == "NOUN" and doc[end + 1].ent_type_ == "PERSON":
        end += 1
    return _name_end(doc, end) if end < len(doc) and _is_name(doc[end]) else end


def _is_name(token: Token) -> bool:
    return token.ent_type_ in _NAMES or (token.pos_ == "PROPN" and not token.ent_type_)


def _name_end(doc: Doc, start: int) -> int:
    """The token after the name that begins at ``start``."""
    end = start + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == doc[start].ent_type_:
        end += 1
    return end


def phrase_from(doc: Doc, first: int, sentence: Sentence, lexicon: Lexicon) -> Source | None:
    """Return the noun phrase that begins at a token, read from parts of speech and names."""
    own = set(sentence.own)
    end, head = first, None
    while end in own and end < sentence.end:
        token = doc[end]
        if token.ent_type_ in ("DATE", "TIME") and not token.lower_.endswith("-jarige"):
            if head is not None:
                break
            end += 1
            continue
        if (end > first or _is_attribute(token)) and _modifies(doc, end, head):
            end += 1
            continue
        inside = head is not None and end + 1 in own and doc[end + 1].pos_ in PHRASE
        linked = inside and lexicon.has("link", token.lower_)
        if token.pos_ not in PHRASE and not linked and not token.ent_type_:
            break
        if token.pos_ in HEADS and (head is None or not _linked_before(doc, first, end)):
            head = end
        if token.pos_ == "PRON" and end == first and not doc[end].morph.get("Poss", []):
            end += 1
            break
        end += 1
    return Source(first, end, head) if head is not None else None


def _modifies(doc: Doc, index: int, head: int | None) -> bool:
    """``een zichtbaar geëmotioneerde Van Dijk``: an adverb or participle before the noun."""
    token = doc[index]
    if token.pos_ != "ADV" and "Part" not in token.morph.get("VerbForm", []):
        return False
    return head is None or (
        doc[head].pos_ == "ADJ" and index + 1 < len(doc) and opens_phrase(doc, doc[index + 1])
    )


def without_object(doc: Doc, source: Source, people: Container[str]) -> Source:
    """``een ingewijde | overeenstemming``: after somebody named by a participle another phrase begins."""
    for index in range(source.start, source.head):
        if doc[index].lower_ in people and doc[index + 1].pos_ == "NOUN":
            return Source(source.start, index + 1, index)
    return source


def is_phrase(doc: Doc, source: Source) -> bool:
    """Whether a source can speak: a bare adjective, as in ``wees zuinig``, is none."""
    head = doc[source.head]
    bare = source.end - source.start == 1 and head.pos_ == "ADJ" and head.is_lower and not head.ent_type_
    return not bare or head.lower_.endswith("en")


def without_adjunct(doc: Doc, source: Source, lexicon: Lexicon) -> Source:
    """Cut what belongs to the telling: ``de rechtbank | in het vonnis``, ``Erwin Smit | bij de NOS``."""
    for index in range(source.head + 1, source.end):
        after_name = doc[index - 1].ent_type_ == "PERSON" and not doc[index].ent_type_
        told = after_name and doc[index].pos_ == "ADP" and not lexicon.has("origin", doc[index].lower_)
        if told or opens_medium(doc, index, lexicon):
            return Source(source.start, index, source.head)
    return source


def opens_medium(doc: Doc, index: int, lexicon: Lexicon) -> bool:
    """``in het vonnis``, ``op X``: a preposition with what something is said in."""
    return doc[index].pos_ == "ADP" and any(
        lexicon.has("medium", token.lower_) for token in doc[index + 1 : index + 4]
    )


def _linked_before(doc: Doc, first: int, at: int) -> bool:
    """Whether a preposition stands between the phrase's start and a token: its head came before."""
    return any(doc[i].pos_ == "ADP" for i in range(first, at))


def after_preposition(doc: Doc, place: int, sentence: Sentence, lexicon: Lexicon) -> Source | None:
    """Return the noun phrase that a preposition at token ``place`` introduces."""
    head = doc[place].head
    timed = head.ent_type_ in ("DATE", "TIME") and not head.lower_.endswith("-jarige")
    if (
        doc[place].dep_ in ("case", "mark", "fixed")
        and not timed
        and head.i > place
        and head.i < sentence.end
    ):
        found = phrase_of(doc, head, sentence, [place], lexicon)
        if found.start <= place + 1 or doc[found.start - 1].i == place:
            return Source(place + 1, max(found.end, found.head + 1), found.head)
    return phrase_from(doc, place + 1, sentence, lexicon)
