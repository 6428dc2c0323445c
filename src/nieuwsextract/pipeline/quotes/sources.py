"""Who speaks: the noun phrase that is the subject of a cue, by the parse, else by word order."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import clause_start, is_said
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence

_PHRASE = {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "X", "SYM"}
_HEADS = {"NOUN", "PROPN", "PRON", "X", "NUM", "ADJ"}
_LINKS = {"van", "uit", "voor", "bij", "der", "den", "de", "ter", "ten"}
_NAMES = {"PERSON", "ORG", "GPE"}
#: What begins the addressee ends the source: ``aldus Stoltenberg tegen Reuters``.
_ADDRESS = {"tegen", "tegenover"}
_EXPLETIVE = {"het", "er", "dat", "dit"}


def find_subject(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    """Return the subject of a cue: the parse's if it stands in the same sentence, else the nearest phrase."""
    own = cue.sentence.own
    place = own.index(cue.anchor)
    following = own[place + 1] if place + 1 < len(own) else None
    if following is not None and lexicon.has("nominative", doc[following].lower_) and cue.finite is not None:
        return Source(following, following + 1, following)
    if place and doc[own[place - 1]].lower_ in ("het", "er"):
        return None
    if cue.finite is not None and place and doc[own[place - 1]].lower_ in ("en", "maar"):
        return _elided(doc, cue) or _after(doc, cue, place, lexicon)
    return _inserted(doc, cue, place, lexicon) or _by_parse(doc, cue, place, lexicon)


def _by_parse(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    """The parse's subject where word order allows it, else the phrase beside the verb."""
    own = cue.sentence.own
    inverted = is_inverted(doc, cue, lexicon)
    for index in (cue.verb, cue.anchor, *cue.tokens):
        head = clauses.subject(doc[index])
        if head is None or head.i not in own or head.i in cue.tokens or head.lower_ in _EXPLETIVE:
            continue
        found = phrase_of(doc, head, cue.sentence, cue.tokens)
        if not inverted or head.i > cue.anchor or _is_interrupted(doc, found) or _ends_clause(doc, cue):
            return found
    if cue.finite is None:
        return _governing_subject(doc, cue)
    return _beside(doc, cue, place, inverted, lexicon)


def _inserted(doc: Doc, cue: Cue, place: int, lexicon: Lexicon) -> Source | None:
    """``Het kabinet, vindt Kan, mist een verhaal``: cue and speaker between two commas, in another clause."""
    own = cue.sentence.own
    before = [i for i in own[:place] if i >= clause_start(doc, cue.sentence, cue.anchor)]
    commas = [i for i in before if doc[i].text == ","]
    if commas != before[-1:] or not commas or any(clauses.is_verb(doc[i]) for i in before):
        return None
    found = _after(doc, cue, place, lexicon)
    closed = found is not None and found.end + 1 < cue.sentence.end and doc[found.end].text == ","
    return found if closed else None


def _governing_subject(doc: Doc, cue: Cue) -> Source | None:
    """``Hij kwam om te zeggen dat …``: an infinitive's subject is its governor's."""
    verb = doc[cue.verb]
    for _ in range(3):
        verb = verb.head
        head = clauses.subject(verb)
        if head is not None and head.i in cue.sentence.own and head.lower_ not in _EXPLETIVE:
            return phrase_of(doc, head, cue.sentence, cue.tokens)
    return None


def _is_interrupted(doc: Doc, source: Source) -> bool:
    """``Kavalenka, die is gevlucht, noemt …``: the comma before the verb ends a clause in the subject."""
    return source.end < len(doc) and doc[source.end].text in (",", "(", "–", "-")


def _ends_clause(doc: Doc, cue: Cue) -> bool:
    """``waarin hij Teheran een vriend noemde``: the verb is last, the subject first."""
    after = max(cue.tokens) + 1
    return after >= cue.sentence.end or doc[after].is_punct or doc[after].lower_ in ("en", "maar")


def _elided(doc: Doc, cue: Cue) -> Source | None:
    """``X vreest … en noemt …``: the subject of the clause before, by the parse."""
    for index in cue.sentence.own:
        token = doc[index]
        if index >= cue.anchor:
            return None
        if token.dep_.startswith("nsubj") and token.head.i < cue.anchor and token.lower_ not in _EXPLETIVE:
            return phrase_of(doc, token, cue.sentence, cue.tokens)
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
    if before.text != "," or following is None or not _opens_phrase(doc, following):
        return False
    begin = clause_start(doc, cue.sentence, before.i)
    return is_said(doc, cue.sentence, begin, before.i, lexicon) or not _before_comma(doc, begin)


def _before_comma(doc: Doc, begin: int) -> bool:
    """Whether a noun phrase opens the sentence: it may be the subject of a verb after its relative clause."""
    return doc[begin].pos_ in _PHRASE - {"PRON"} or bool(doc[begin].ent_type_)


def _opens_phrase(doc: Doc, token: Token) -> bool:
    """Whether a noun phrase can begin here; ``Van Rossum`` is tagged as a preposition at times."""
    named = token.text[0].isupper() and token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "PROPN"
    return token.pos_ in _PHRASE or bool(token.ent_type_) or named


def phrase_of(doc: Doc, head: Token, sentence: Sentence, outside: list[int]) -> Source:
    """Return the noun phrase around a head, kept inside its sentence and clear of the cue's tokens."""
    start, end = clauses.noun_phrase(head)
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
    return _trim(doc, start, end, head.i)


def _trim(doc: Doc, start: int, end: int, head: int) -> Source:
    """Cut a phrase at its edges, before a time, a bracket, and after one apposition."""
    while start < head and (
        doc[start].is_punct or doc[start].is_space or doc[start].pos_ in ("ADV", "CCONJ", "ADP")
    ):
        start += 1
    commas = 0
    for index in range(head + 1, end):
        commas += doc[index].text == ","
        timed = doc[index].ent_type_ in ("DATE", "TIME") and doc[head].ent_type_ != doc[index].ent_type_
        addressed = doc[index].lower_ in _ADDRESS and doc[index].pos_ == "ADP"
        if timed or addressed or doc[index].text == "(" or (commas == 2 and doc[index].text == ","):
            end = index
            break
    while end - 1 > head and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while end < len(doc) and doc[end - 1].pos_ == "NOUN" and _is_name(doc[end]) and end == head + 1:
        end = _name_end(doc, end)
    return Source(start, end, head)


def _is_name(token: Token) -> bool:
    return token.ent_type_ in _NAMES or (token.pos_ == "PROPN" and not token.ent_type_)


def _name_end(doc: Doc, start: int) -> int:
    """The token after the name that begins at ``start``."""
    end = start + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == doc[start].ent_type_:
        end += 1
    return end


def _beside(doc: Doc, cue: Cue, place: int, inverted: bool, lexicon: Lexicon) -> Source | None:
    """The phrase that fills the clause before the finite verb, else the one after it (inversion)."""
    before = None if inverted else _before(doc, cue, place)
    if before is not None and _begins_clause(doc, cue.sentence, before.start):
        return before
    return _after(doc, cue, place, lexicon) or before


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
        found = phrase_from(doc, index, cue.sentence) if _opens_phrase(doc, token) else None
        if found and doc[found.head].lower_ not in _EXPLETIVE and doc[found.start].lower_ != "zich":
            return found
        return None
    return None


def _before(doc: Doc, cue: Cue, place: int) -> Source | None:
    own = cue.sentence.own
    at = place - 1
    while at >= 0 and doc[own[at]].pos_ == "ADV" and not doc[own[at]].ent_type_:
        at -= 1
    if at < 0 or not (doc[own[at]].pos_ in _HEADS or doc[own[at]].ent_type_):
        return None
    head = start = own[at]
    while start - 1 in own and (
        doc[start - 1].pos_ in _PHRASE
        or doc[start - 1].ent_type_
        or (doc[start - 1].lower_ in _LINKS and start - 2 in own and doc[start - 2].pos_ in _HEADS)
    ):
        start -= 1
    if start - 1 in own and doc[start - 1].pos_ == "ADP":
        return None
    if doc[head].lower_ in _EXPLETIVE or doc[head].ent_type_ in ("DATE", "TIME"):
        return None
    return Source(start, head + 1, head)


def phrase_from(doc: Doc, first: int, sentence: Sentence) -> Source | None:
    """Return the noun phrase that begins at a token, read from parts of speech and names."""
    own = set(sentence.own)
    end, head = first, None
    while end in own and end < sentence.end:
        token = doc[end]
        if token.ent_type_ in ("DATE", "TIME") and head is not None:
            break
        if (
            head is None
            and end > first
            and (token.pos_ == "ADV" or "Part" in token.morph.get("VerbForm", []))
        ):
            end += 1
            continue
        linked = (
            token.lower_ in _LINKS and head is not None and end + 1 in own and doc[end + 1].pos_ in _PHRASE
        )
        if token.pos_ not in _PHRASE and not linked and not token.ent_type_:
            break
        if token.pos_ in _HEADS and (head is None or not _linked_before(doc, first, end)):
            head = end
        if token.pos_ == "PRON" and end == first and not doc[end].morph.get("Poss", []):
            end += 1
            break
        end += 1
    return Source(first, end, head) if head is not None else None


def _linked_before(doc: Doc, first: int, at: int) -> bool:
    """Whether a preposition stands between the phrase's start and a token: its head came before."""
    return any(doc[i].pos_ == "ADP" for i in range(first, at))


def after_preposition(doc: Doc, place: int, sentence: Sentence) -> Source | None:
    """Return the noun phrase that a preposition at token ``place`` introduces."""
    head = doc[place].head
    if doc[place].dep_ in ("case", "mark", "fixed") and head.i > place and head.i < sentence.end:
        found = phrase_of(doc, head, sentence, [place])
        if found.start <= place + 1 or doc[found.start - 1].i == place:
            return Source(place + 1, max(found.end, found.head + 1), found.head)
    return phrase_from(doc, place + 1, sentence)
