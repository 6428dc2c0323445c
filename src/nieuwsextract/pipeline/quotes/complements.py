"""Clauses and infinitives that complete a cue: ``zegt dat …``, ``vraagt of …``, ``belooft … te …``."""

from spacy.tokens import Doc

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import (
    Found,
    clause_start,
    content_end,
    is_finite_form,
    is_passive_cue,
    last_before,
    verbs_of,
)
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.inverted import comma_before
from nieuwsextract.pipeline.quotes.lexicon import Lexicon

#: Tokens between a cue and a clause that may belong to something else.
_FAR = 6
#: Words of a clause whose verb the tagger may have missed: ``vond dat dapper`` is none.
_SHORTEST = 4


def find_clause(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    """``X zegt dat …``: a ``dat``, ``of`` or question clause, after the cue or before it."""
    if not (cue.takes("clause") or cue.takes("question")):
        return None
    fronted = _fronted(doc, cue, lexicon)
    if fronted:
        return [fronted], 0.8
    start = clause_start_after(doc, cue, source, lexicon)
    if start is None or _after_infinitive(doc, cue, source, start):
        return None
    if _is_in_phrase(doc, cue, source, start):
        return None
    end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
    return [(start, end)], 0.9


def _is_in_phrase(doc: Doc, cue: Cue, source: Source | None, start: int) -> bool:
    """``pleit voor een commissie die nagaat hoe …``: the cue's preposition stands right behind it."""
    behind = last_before(cue, source) + 1
    return behind + 1 < start and doc[behind].lower_ in cue.rule.prepositions


def _after_infinitive(doc: Doc, cue: Cue, source: Source | None, start: int) -> bool:
    """``zei blij te zijn dat …``: the clause is the infinitive's."""
    between = [i for i in cue.sentence.own if last_before(cue, source) < i < start and i not in cue.tokens]
    if not cue.takes("infinitive") or any(doc[i].is_punct for i in between):
        return False
    return any(_is_to(doc, i) and i + 1 != cue.verb for i in between)


def clause_start_after(doc: Doc, cue: Cue, source: Source | None, lexicon: Lexicon) -> int | None:
    """The ``dat``, ``of`` or question word that begins the cue's clause."""
    last = last_before(cue, source)
    for index in cue.sentence.own:
        if index <= cue.anchor or index in cue.tokens:
            continue
        word = doc[index].lower_
        if index > last + 20 or doc[index].text in (";", ":"):
            return None
        detached = lexicon.has("detaching", doc[index - 1].lower_)
        opens = cue.takes("clause") and lexicon.has("subordinator", word) and not detached
        if opens and _subordinates(doc, cue, index, lexicon):
            return index
        if cue.takes("question") and lexicon.has("question", word) and _asks(doc, cue, index):
            return _with_preposition(doc, cue, index)
    return None


def _subordinates(doc: Doc, cue: Cue, index: int, lexicon: Lexicon) -> bool:
    """``dat``/``of`` that begins a clause: no pronoun, no ``of`` between two words of a kind."""
    doubtful = doc[index].pos_ in ("PRON", "DET", "CCONJ", "ADV") and index - 1 not in cue.tokens
    if doubtful and not (
        doc[index].lower_ == "dat"
        and (_after_adjunct(doc, cue, index) or _ends_in_verb(doc, cue, index, lexicon))
    ):
        return False
    words = [doc[i] for i in range(index + 1, cue.sentence.end) if not doc[i].is_punct]
    pointing = (
        len(words) < _SHORTEST or words[0].pos_ in ("ADP", "ADV") or words[0].ent_type_ in ("DATE", "TIME")
    )
    if pointing and not any(map(clauses.is_verb, words)):
        return False
    if clauses.is_verb(doc[index - 1]) and index - 1 not in (*cue.tokens, *verbs_of(doc, cue)):
        return False  # a clause completes the verb that it follows: ``klaagden …, maar zij benadrukt dat``
    if _belongs_to_noun(doc, cue, index) or _is_within_verbs(doc, cue, index):
        return False
    following = [i for i in cue.sentence.own if i > index and not doc[i].is_punct][:2]
    held = any(child.start > index for child in cue.sentence.children)
    if not following or following[0] in cue.tokens or (following[0] > index + 1 and not held):
        return held
    return held or (len(following) == 2 and following[1] not in cue.tokens)


def _after_adjunct(doc: Doc, cue: Cue, index: int) -> bool:
    """``verklaarde op het podium dat hij …``: taggers take ``dat`` after a noun for a relative pronoun.

    A relative clause would need an object of the cue before it, and begins with ``die`` after a name.
    """
    if index + 1 >= cue.sentence.end or is_finite_form(doc[index + 1]) or doc[index - 1].is_punct:
        return False
    first = index - 1
    while first > cue.anchor and doc[first].pos_ in ("DET", "ADJ", "NUM", "NOUN", "PROPN"):
        first -= 1
    return doc[first].pos_ == "ADP" and first > cue.anchor


def _is_within_verbs(doc: Doc, cue: Cue, index: int) -> bool:
    """``kan dat nog niet bevestigen``: between the cue's own verbs it points back."""
    return cue.verb > index and not any(is_finite_form(doc[i]) for i in range(index + 1, cue.verb))


def _ends_in_verb(doc: Doc, cue: Cue, index: int, lexicon: Lexicon) -> bool:
    """``schreef ooit dat macht en geweld botsen``: an adverb before it, its only verb last."""
    if doc[index - 1].pos_ != "ADV":
        return False
    words = [i for i in cue.sentence.own if i > index and not doc[i].is_punct]
    opened = any(_opens(doc, i, lexicon) for i in words)
    finite = [i for i in words if is_finite_form(doc[i])]
    return not opened and len(words) > 2 and finite == words[-1:]


def _opens(doc: Doc, index: int, lexicon: Lexicon) -> bool:
    word = doc[index].lower_
    return doc[index].pos_ == "SCONJ" or any(lexicon.has(k, word) for k in ("adverbial_clause", "relative"))


def _belongs_to_noun(doc: Doc, cue: Cue, index: int) -> bool:
    """``vraagt om een bekering - op het gevaar af dat …``: far off, after a break, by the parse a noun's."""
    between = [doc[i] for i in cue.sentence.own if cue.anchor < i < index]
    if doc[index - 1].text == "," and any(token.text == "," for token in between[:2]):
        return False  # ``meldde eerder, op basis van bronnen, dat …``
    broken = len(between) > _FAR and any(token.text in (",", "-", "–", ";") for token in between)
    return broken and clauses.clause_verb(doc[index].head).dep_.startswith("acl")


def _asks(doc: Doc, cue: Cue, index: int) -> bool:
    """A question word begins a clause of this cue when the parse hangs it there, or it follows directly."""
    token = doc[index]
    if index - 1 in cue.tokens and doc[index - 1].pos_ == "NOUN":
        return True
    head = token
    for _ in range(6):
        if head.i in cue.tokens:
            return token.i != head.i
        if head.dep_ in ("acl:relcl", "acl", "advcl"):
            return False
        if head.head == head:
            break
        head = head.head
    return index - 1 in cue.tokens or doc[index - 1].text == ","


def _with_preposition(doc: Doc, cue: Cue, index: int) -> int:
    before = index - 1
    return before if doc[before].pos_ == "ADP" and before not in cue.tokens else index


def _fronted(doc: Doc, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """``Dat hij schoot, gelooft de rechtbank niet``; ``Wie ze zijn, wilde hij niet zeggen``."""
    comma = comma_before(doc, cue)
    if comma is None:
        return None
    begin = clause_start(doc, cue.sentence, comma)
    word = doc[begin].lower_
    if (lexicon.has("subordinator", word) or lexicon.has("question", word)) and comma - begin > 2:
        return begin, comma
    return None


def find_infinitive(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> Found | None:
    """``X belooft … te …``: an infinitive with what belongs to it."""
    if not cue.takes("infinitive") or (source is None and not is_passive_cue(doc, cue, lexicon)):
        return None
    to = next(
        (
            i
            for i in cue.sentence.own
            if i > cue.anchor and i + 1 != cue.verb and _is_to(doc, i) and i not in cue.tokens
        ),
        None,
    )
    if to is None:
        return None
    between = [i for i in range(last_before(cue, source) + 1, to) if i not in cue.tokens]
    if any(is_finite_form(doc[i]) and not lexicon.has("person_plural", doc[i].lower_) for i in between):
        return None
    start = _infinitive_start(doc, cue, source, to)
    end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
    return ([(start, end)], 0.8) if end > to else None


def _is_to(doc: Doc, index: int) -> bool:
    """``te`` before an infinitive."""
    if doc[index].lower_ != "te" or index + 1 >= len(doc):
        return False
    following = doc[index + 1]
    return following.pos_ in ("VERB", "AUX") or following.lower_.endswith("n")


def _infinitive_start(doc: Doc, cue: Cue, source: Source | None, to: int) -> int:
    """After the particle or ``om``; else where the infinitive's own words begin, clear of cue and source."""
    low = max([i for i in cue.tokens if i < to] + [last_before(cue, source)]) + 1
    while low < to and "Part" in doc[low].morph.get("VerbForm", []):
        low += 1
    for index in range(to, cue.anchor, -1):
        if doc[index].lower_ == "om" and index in cue.sentence.own:
            return index
    verb = doc[to + 1] if to + 1 < len(doc) else doc[to]
    while verb.dep_ in ("aux", "aux:pass", "cop") and verb.head.i > low:
        verb = verb.head
    edge = min([verb.left_edge.i, to, *[t.left_edge.i for t in clauses.coordinated(verb)]])
    if cue.rule.cue_class not in ("ask", "demand"):
        return _after_time(doc, low, max(low, edge))
    return max(low, edge)


def _after_time(doc: Doc, low: int, edge: int) -> int:
    """Who thinks or promises does so without an object: all behind the cue is said, but for a time."""
    start = low
    while start < edge and (doc[start].ent_type_ in ("DATE", "TIME") or doc[start].is_punct):
        start += 1
    if start < edge and doc[start].lower_ == "zich":
        return start
    if start < edge and doc[start].pos_ in ("ADP", "PRON") and doc[start].dep_ != "compound:prt":
        return edge
    return start
