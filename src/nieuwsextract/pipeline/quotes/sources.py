"""Who speaks: the noun phrase that is the subject of a cue, by the parse, else by word order."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import (
    clause_start,
    is_finite_form,
    is_said,
    is_subordinate,
    pieces_between,
)
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import HEADS, PHRASE, opens_phrase, phrase_from, phrase_of
from nieuwsextract.pipeline.quotes.sentences import Sentence

#: ``(19)``: an age, or a party.
_BRACKETED = 3


def find_subject(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    """Return the subject of a cue: the parse's if it stands in the same sentence, else the nearest phrase."""
    own = cue.sentence.own
    place = own.index(cue.anchor)
    following = own[place + 1] if place + 1 < len(own) else None
    if following is not None and lexicon.has("nominative", doc[following].lower_) and cue.finite is not None:
        return Source(following, following + 1, following)
    if place and lexicon.has("expletive", doc[own[place - 1]].lower_):
        return None
    if cue.finite is not None and place and lexicon.has("connective", doc[own[place - 1]].lower_):
        return _elided(doc, cue, lexicon) or _after(doc, cue, place, lexicon)
    return (
        _inserted(doc, cue, place, lexicon)
        or _opening(doc, cue, place, lexicon)
        or _by_parse(doc, cue, place, lexicon)
    )


def _by_parse(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    """The parse's subject where word order allows it, else the phrase beside the verb."""
    own = cue.sentence.own
    inverted = is_inverted(doc, cue, lexicon)
    low = clause_start(doc, cue.sentence, cue.anchor)
    for index in dict.fromkeys((cue.verb, cue.anchor, *cue.tokens)):
        head = _subject(doc, index, own)
        if head is None or head.i not in own or head.i in cue.tokens or _is_nobody(head, lexicon):
            continue
        if head.i < low or "Part" in head.morph.get("VerbForm", []) or _is_of_clause_before(doc, head, cue):
            continue
        found = phrase_of(doc, head, cue.sentence, cue.tokens, lexicon)
        if head.i > cue.anchor and not inverted and (name := _name_before(doc, cue, place, lexicon)):
            return name
        asked = lexicon.has("question", doc[found.start].lower_) and found.end - found.start > 1
        if not inverted or head.i > cue.anchor or _ends_clause(doc, cue, lexicon):
            return found
        if _is_interrupted(doc, found) and not asked:
            return found
    if cue.finite is None:
        return _governing_subject(doc, cue, lexicon)
    final = _after_conjunction(doc, cue, lexicon) if _ends_clause(doc, cue, lexicon) else None
    return final or _beside(doc, cue, place, inverted, lexicon)


def _subject(doc: Doc, index: int, own: list[int]) -> Token | None:
    """The subject of a verb; parsers give a second one to a word of the quotation before it."""
    verb = clauses.main_verb(doc[index])
    head = clauses.subject(verb)
    if head is None or head.i in own:
        return head
    return next((c for c in clauses.modifiers(verb, ("nsubj",)) if c.i in own), head)


def _is_of_clause_before(doc: Doc, head: Token, cue: Cue) -> bool:
    """``dat het akkoord goed is, maar het VBO betreurt``: another clause begins between subject and verb."""
    between = range(head.i + 1, cue.anchor - 1)
    return any(doc[i].text == "," and doc[i + 1].pos_ == "CCONJ" for i in between)


def _inserted(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    """``Het kabinet, vindt Kan, mist een verhaal``: cue and speaker between two commas, in another clause."""
    begin = clause_start(doc, cue.sentence, cue.anchor)
    before = [i for i in cue.sentence.own[:place] if i >= begin]
    commas = [i for i in before if doc[i].text == ","]
    if commas != before[-1:] or not commas or any(clauses.is_verb(doc[i]) for i in before):
        return None
    found = _after(doc, cue, place, lexicon)
    closed = found is not None and found.end + 1 < cue.sentence.end and doc[found.end].text == ","
    return found if closed else None


def _opening(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    """``De buurman, die naast haar woont, zegt …``: the phrase that opens the sentence, set off by commas.

    Between it and the cue stands a relative clause or an apposition, no clause that could be what was said.
    """
    own = cue.sentence.own
    if cue.finite is None or not place or doc[own[place - 1]].text != ",":
        return None
    first = clause_start(doc, cue.sentence, cue.anchor)
    while first < cue.anchor and (doc[first].is_punct or doc[first].pos_ in ("CCONJ", "ADV")):
        first += 1
    found = phrase_from(doc, first, cue.sentence, lexicon) if first < cue.anchor else None
    if found is None or found.end >= own[place - 1] or doc[found.end].text != ",":
        return None
    between = pieces_between(doc, found.end, own[place - 1])
    if not all(is_subordinate(doc, piece, lexicon) or not _has_finite(doc, piece) for piece in between):
        return None
    after = _after(doc, cue, place, lexicon)
    inserted = after is not None and doc[after.head].pos_ != "NOUN" and _is_interrupted(doc, after)
    return None if inserted else _with_apposition(doc, found, between)


def _with_apposition(doc: Doc, source: Source, between: list[list[int]]) -> Source:
    """``De ambassadeur, Anatoli Zjdanov``: the name in the commas is part of the phrase."""
    if len(between) == 1 and doc[between[0][-1]].ent_type_ == "PERSON":
        return Source(source.start, between[0][-1] + 1, source.head)
    return source


def _has_finite(doc: Doc, piece: list[int]) -> bool:
    return any(is_finite_form(doc[i]) for i in piece)


def _governing_subject(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    """``Hij kwam om te zeggen dat …``: an infinitive's subject is its governor's."""
    verb = doc[cue.verb]
    for _ in range(3):
        verb = verb.head
        head = clauses.subject(verb)
        if head is not None and head.i in cue.sentence.own and not _is_nobody(head, lexicon):
            return phrase_of(doc, head, cue.sentence, cue.tokens, lexicon)
    return None


def _is_interrupted(doc: Doc, source: Source) -> bool:
    """``Kavalenka, die is gevlucht, noemt …``: the comma before the verb ends a clause in the subject."""
    return source.end < len(doc) and doc[source.end].text in (",", "(", "–", "-")


def _ends_clause(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """``waarin hij Teheran een vriend noemde``: the verb is last, the subject first."""
    after = max(cue.tokens) + 1
    return after >= cue.sentence.end or doc[after].is_punct or lexicon.has("connective", doc[after].lower_)


def _after_conjunction(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    """``Kort nadat voorzitter Leoz het besluit bekend had gemaakt``: the phrase after the conjunction."""
    for index in reversed([i for i in cue.sentence.own if i < min(cue.tokens)]):
        if doc[index].is_punct:
            return None
        if doc[index].pos_ == "SCONJ":
            found = phrase_from(doc, index + 1, cue.sentence, lexicon)
            return found if found and found.end <= min(cue.tokens) else None
    return None


def _elided(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    """``X vreest … en noemt …``: the subject of the clause before, by the parse."""
    for index in cue.sentence.own:
        token = doc[index]
        if index >= cue.anchor:
            return None
        is_before = token.dep_.startswith("nsubj") and token.head.i < cue.anchor
        if is_before and not _is_nobody(token, lexicon):
            return phrase_of(doc, token, cue.sentence, cue.tokens, lexicon)
    return None


def is_inverted(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a quotation, ``zo``, or a comma and the end of another clause stand right before the cue."""
    own = cue.sentence.own
    place = own.index(cue.anchor)
    if any(child.end in (cue.anchor, cue.anchor - 1) for child in cue.sentence.children):
        return True
    if not place:
        return True
    before = doc[own[place - 1]]
    if before.lower_ == "zo":
        return True
    following = doc[own[place + 1]] if place + 1 < len(own) else None
    if before.text != "," or following is None:
        return False
    if not opens_phrase(doc, following) and not _is_bare_plural(doc, following, cue):
        return False
    begin = clause_start(doc, cue.sentence, before.i)
    return is_said(doc, cue.sentence, begin, before.i, lexicon) or not _before_comma(doc, begin)


def _before_comma(doc: Doc, begin: int) -> bool:
    """Whether a noun phrase opens the sentence: it may be the subject of a verb after its relative clause."""
    return doc[begin].pos_ in PHRASE - {"PRON"} or bool(doc[begin].ent_type_)


def _beside(doc: Doc, cue: Cue, place: int, inverted: bool, lexicon: Lexicon) -> Source | None:
    """The phrase that fills the clause before the finite verb, else the one after it (inversion)."""
    before = None if inverted else _before(doc, cue, place, lexicon) or _whole_front(doc, cue, place)
    if before is not None and _begins_clause(doc, cue.sentence, before.start):
        return before
    return _after(doc, cue, place, lexicon) or before


def _name_before(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    """``Trump waarschuwde Iran``: of two names around the verb the one before it is its subject."""
    found = _before(doc, cue, place, lexicon)
    named = found is not None and doc[found.head].ent_type_ in ("PERSON", "ORG", "GPE")
    return found if found and named and _begins_clause(doc, cue.sentence, found.start) else None


def _whole_front(doc: Doc, cue: Cue, place: int) -> Source | None:
    """``Boeren in heel het land zijn …``: a noun phrase that opens the clause, with all up to the verb."""
    own = cue.sentence.own
    begin = clause_start(doc, cue.sentence, cue.anchor)
    front = [i for i in own[:place] if i >= begin]
    if len(front) < 2 or any(doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX", "SCONJ") for i in front):
        return None
    first = doc[front[0]]
    if first.pos_ not in ("DET", "NOUN", "PROPN") or first.ent_type_ in ("DATE", "TIME"):
        return None
    head = next((i for i in front if doc[i].pos_ in ("NOUN", "PROPN")), None)
    return Source(front[0], front[-1] + 1, head) if head is not None else None


def _is_nobody(token: Token, lexicon: Lexicon) -> bool:
    """``het``, ``dat``: a grammatical subject, or what was said."""
    return lexicon.has("expletive", token.lower_) or lexicon.has("backward", token.lower_)


def _is_plural(verb: Token) -> bool:
    return "Plur" in verb.morph.get("Number", [])


def _first_conjunct(doc: Doc, own: list[int], last: int) -> int:
    """``Martien R. en Kuijpers verwijten``: where the phrase before ``en`` begins."""
    start = last + 1
    while start - 1 in own and (doc[start - 1].pos_ in PHRASE or doc[start - 1].ent_type_):
        start -= 1
    return start


def _begins_clause(doc: Doc, sentence: Sentence, start: int) -> bool:
    return start == sentence.own[0] or doc[start - 1].pos_ == "CCONJ" or doc[start - 1].is_punct


def _after(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    own = cue.sentence.own
    for index in own[place + 1 : place + 4]:
        token = doc[index]
        if token.ent_type_ in ("DATE", "TIME") or token.pos_ == "ADV":
            continue
        plural = lexicon.has("person_plural", token.lower_)
        if plural:
            return Source(index, index + 1, index)
        if token.pos_ == "VERB" and index + 1 in own and doc[index + 1].ent_type_ == "PERSON":
            found = phrase_from(doc, index + 1, cue.sentence, lexicon)
            return Source(index, found.end, found.head) if found else None
        if _is_bare_plural(doc, token, cue):
            return Source(index, index + 1, index)
        found = phrase_from(doc, index, cue.sentence, lexicon) if opens_phrase(doc, token) else None
        if found and not _is_nobody(doc[found.head], lexicon) and doc[found.start].lower_ != "zich":
            cut = min([found.end, *[i for i in cue.tokens if found.head < i]])
            return Source(found.start, cut, found.head)
        return None
    return None


def _is_bare_plural(doc: Doc, token: Token, cue: Cue) -> bool:
    """``…, melden veiligheidsbronnen binnen …``: taggers take plural nouns right after a cue for verbs."""
    if token.pos_ != "VERB" or token.i != cue.anchor + 1 or doc[cue.anchor - 1].text != ",":
        return False
    after = token.i + 1
    return after >= cue.sentence.end or doc[after].is_punct or doc[after].pos_ == "ADP"


def _before(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    own = cue.sentence.own
    at = place - 1
    while at >= 0 and ((doc[own[at]].pos_ == "ADV" and not doc[own[at]].ent_type_) or own[at] in cue.tokens):
        at -= 1
    if at >= _BRACKETED and doc[own[at]].text == ")" and doc[own[at - 2]].text == "(":
        at -= _BRACKETED
    if at < 0 or not (doc[own[at]].pos_ in HEADS or doc[own[at]].ent_type_):
        return None
    head = start = own[at]
    while start - 1 in own and (
        doc[start - 1].pos_ in PHRASE
        or doc[start - 1].ent_type_
        or (lexicon.has("link", doc[start - 1].lower_) and start - 2 in own and doc[start - 2].pos_ in HEADS)
    ):
        start -= 1
    if start - 2 in own and doc[start - 1].lower_ == "en" and _is_plural(doc[cue.anchor]):
        start = _first_conjunct(doc, own, start - 2)
    if start - 1 in own and doc[start - 1].pos_ == "ADP":
        return None
    if _is_nobody(doc[head], lexicon) or doc[head].ent_type_ in ("DATE", "TIME"):
        return None
    return Source(start, head + 1, head)
