"""Indirect and mixed quotes of a cue: what it says, asks, announces or judges, in its own sentence."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import clause_start, content_end
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Draft, Source, reported, with_cue
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence
from nieuwsextract.pipeline.quotes.sources import after_preposition, find_subject, phrase_from

Spans = list[tuple[int, int]]
Found = tuple[Spans, float]


def find_indirect(doc: Doc, sentence: Sentence, cues: list[Cue], lexicon: Lexicon) -> list[Draft]:
    """Return at most one paraphrase a cue, by the strongest evidence that it has."""
    drafts = []
    for cue in cues:
        source = _source(doc, cue, lexicon)
        if not _counts(doc, cue, source, lexicon):
            continue
        found = _content(doc, cue, source, cues, lexicon)
        if found is None:
            continue
        spans, confidence = found
        quote_type, content, used = reported(doc, spans, sentence.children)
        if not content:
            continue
        if quote_type == "indirect" and _is_spoken(doc, cue, content[0][0]):
            quote_type = "direct"
        draft = Draft(
            quote_type, content, sentence, f"quotes/{cue.rule.id}", confidence, marked=used, source=source
        )
        drafts.append(with_cue(doc, draft, cue))
    return drafts


def _content(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    for finder in (_inverted, _after_colon, _judgement, _clause, _infinitive, _preposition, _object):
        found = finder(doc, cue, source, cues, lexicon)
        if found is not None:
            return found
    return None


def _is_spoken(doc: Doc, cue: Cue, start: int) -> bool:
    """Words after a colon are speech as it was said, unless they were thought or denied."""
    before = doc.text[:start].rstrip()[-1:]
    return before == ":" and cue.rule.cue_class in ("say", "ask", "demand", "report")


def _counts(doc: Doc, cue: Cue, source: Source | None, lexicon: Lexicon) -> bool:
    """Whether a cue says that somebody said or thinks something, other than the speaker of these very words.

    ``Ik denk dat …`` inside a quotation is a turn of phrase; what can, must or will be said is not said yet.
    """
    if source is None and cue.rule.source == "subject" and cue.sentence.region and not _is_passive(doc, cue):
        return False
    if source is not None and lexicon.has("second_person", doc[source.head].lower_):
        return False
    thinks = cue.rule.cue_class == "think" and cue.sentence.region is not None
    if thinks and (source is None or lexicon.has("first_person", doc[source.head].lower_)):
        return False
    if cue.finite is not None and cue.finite != cue.verb and lexicon.has("modal", doc[cue.finite].lower_):
        return cue.rule.cue_class == "admit" or _is_negated(doc, cue)
    return True


def _is_negated(doc: Doc, cue: Cue) -> bool:
    return any(doc[i].lower_ in ("niet", "geen") for i in cue.sentence.own)


def _source(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    if cue.rule.source == "none":
        return None
    if cue.rule.source != "subject":
        for index in cue.sentence.own:
            if doc[index].lower_ in (cue.rule.source, "op"):
                return after_preposition(doc, index, cue.sentence)
        return None
    if _is_passive(doc, cue):
        return None
    return find_subject(doc, cue, lexicon)


def _is_passive(doc: Doc, cue: Cue) -> bool:
    if (
        cue.finite is not None
        and cue.finite != cue.verb
        and doc[cue.finite].lower_ in ("wordt", "worden", "werd", "werden")
    ):
        return True
    return clauses.is_passive(doc[cue.verb])


def _verbs(doc: Doc, cue: Cue) -> list[Token]:
    return [doc[i] for i in dict.fromkeys((cue.verb, cue.anchor))]


def _last(cue: Cue, source: Source | None) -> int:
    """The last token of cue and source that stand together before the content."""
    return max([cue.anchor, *([source.end - 1] if source and source.start > cue.anchor else [])])


# --- "…, zegt X": the cue follows what was said


def _inverted(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:  # noqa: PLR0911
    if not cue.takes("speech") or cue.finite is None:
        return None
    comma = _comma_before(doc, cue)
    if comma is None or (source is not None and source.start < cue.finite):
        return None
    if source is None and cue.rule.source == "subject":
        return None
    begin = clause_start(doc, cue.sentence, comma)
    words = [
        i for i in cue.sentence.own if begin <= i < comma and not doc[i].is_punct and not doc[i].is_space
    ]
    held = [c for c in cue.sentence.children if begin <= c.start < comma]
    if not words and not held:
        return None
    if (
        words
        and lexicon.has("adverbial_clause", doc[words[0]].lower_)
        and not _has_main_clause(doc, begin, comma)
    ):
        return None
    if len(words) + sum(c.end - c.start for c in held) < 2:
        return None
    spans = [(begin, comma)]
    more = _continuation(doc, cue, source, cues, lexicon)
    if more:
        spans.append(more)
    return spans, 0.9


def _has_main_clause(doc: Doc, begin: int, comma: int) -> bool:
    """``Als de bouw begint, wordt het duur, zegt …``: a verb right after a comma begins the main clause."""
    return any(doc[i].text == "," and clauses.is_verb(doc[i + 1]) for i in range(begin, comma - 1))


def _comma_before(doc: Doc, cue: Cue) -> int | None:
    """The comma right before the finite verb; ``zo`` or a fronted phrase of a few words may stand between."""
    own = cue.sentence.own
    place = own.index(cue.anchor)
    if place and doc[own[place - 1]].lower_ == "zo":
        place -= 1
    if place and doc[own[place - 1]].text in (",", "–", "-", ";"):
        return own[place - 1]
    return None


def _continuation(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> tuple[int, int] | None:
    """``…, zegt ze, want …``: the paraphrase goes on after the cue."""
    after = [i for i in cue.sentence.own if i > _last(cue, source) and i not in cue.tokens]
    comma = next((i for i in after if doc[i].text == ","), None)
    if comma is None or comma + 1 >= cue.sentence.end:
        return None
    if not lexicon.has("stop", doc[comma + 1].lower_):
        return None
    return comma + 1, content_end(doc, cue.sentence, comma + 1, [], cues, lexicon)


# --- "X zei: ga maar": words after a colon, without quotation marks


def _after_colon(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> Found | None:
    if not cue.takes("speech") or cue.finite is None:
        return None
    last = max(_last(cue, source), *cue.tokens)
    colon = next((i for i in cue.sentence.own if last < i <= last + 6 and doc[i].text == ":"), None)
    if colon is None or not any(i > colon + 1 and not doc[i].is_punct for i in cue.sentence.own):
        return None
    return [(colon + 1, cue.sentence.end)], 0.8


# --- "X zegt dat …": a clause


def _clause(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    if not (cue.takes("clause") or cue.takes("question")):
        return None
    fronted = _fronted(doc, cue, lexicon)
    if fronted:
        return [fronted], 0.8
    start = _clause_start(doc, cue, source, lexicon)
    if start is None:
        return None
    end = content_end(doc, cue.sentence, start, _verbs(doc, cue), cues, lexicon)
    return [(start, end)], 0.9


def _clause_start(doc: Doc, cue: Cue, source: Source | None, lexicon: Lexicon) -> int | None:
    """The ``dat``, ``of`` or question word that begins the cue's clause."""
    last = _last(cue, source)
    for index in cue.sentence.own:
        if index <= cue.anchor or index in cue.tokens:
            continue
        word = doc[index].lower_
        if index > last + 20 or doc[index].text in (";", ":"):
            return None
        if cue.takes("clause") and lexicon.has("subordinator", word) and _subordinates(doc, cue, index):
            return index
        if cue.takes("question") and lexicon.has("question", word) and _asks(doc, cue, index):
            return _with_preposition(doc, index)
    return None


def _subordinates(doc: Doc, cue: Cue, index: int) -> bool:
    """``dat``/``of`` that begins a clause: no pronoun, no ``of`` between two words of a kind."""
    if doc[index].pos_ in ("PRON", "DET", "CCONJ", "ADV") and index - 1 not in cue.tokens:
        return False
    following = [i for i in cue.sentence.own if i > index and not doc[i].is_punct][:2]
    held = any(child.start > index for child in cue.sentence.children)
    if not following or following[0] in cue.tokens or (following[0] > index + 1 and not held):
        return held
    return held or (len(following) == 2 and following[1] not in cue.tokens)


def _asks(doc: Doc, cue: Cue, index: int) -> bool:
    """A question word begins a clause of this cue when the parse hangs it there, or it follows directly."""
    token = doc[index]
    head = token
    for _ in range(6):
        if head.i in cue.tokens:
            return token.i != head.i
        if head.dep_ in ("acl:relcl", "acl", "advcl"):
            return False
        if head.head is head:
            break
        head = head.head
    return index - 1 in cue.tokens or doc[index - 1].text == ","


def _with_preposition(doc: Doc, index: int) -> int:
    return index - 1 if doc[index - 1].pos_ == "ADP" else index


def _fronted(doc: Doc, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """``Dat hij schoot, gelooft de rechtbank niet``; ``Wie ze zijn, wilde hij niet zeggen``."""
    comma = _comma_before(doc, cue)
    if comma is None:
        return None
    begin = clause_start(doc, cue.sentence, comma)
    word = doc[begin].lower_
    if (lexicon.has("subordinator", word) or lexicon.has("question", word)) and comma - begin > 2:
        return begin, comma
    return None


# --- "X belooft … te …": an infinitive


def _infinitive(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    if not cue.takes("infinitive") or (source is None and not _is_passive(doc, cue)):
        return None
    to = next(
        (i for i in cue.sentence.own if i > cue.anchor and _is_to(doc, i) and i not in cue.tokens), None
    )
    if to is None:
        return None
    start = _infinitive_start(doc, cue, source, to)
    end = content_end(doc, cue.sentence, start, _verbs(doc, cue), cues, lexicon)
    return ([(start, end)], 0.8) if end > to else None


def _is_to(doc: Doc, index: int) -> bool:
    """``te`` before an infinitive."""
    if doc[index].lower_ != "te" or index + 1 >= len(doc):
        return False
    following = doc[index + 1]
    return following.pos_ in ("VERB", "AUX") or following.lower_.endswith("n")


def _infinitive_start(doc: Doc, cue: Cue, source: Source | None, to: int) -> int:
    """After the particle or ``om``; else where the infinitive's own words begin, clear of cue and source."""
    low = max([i for i in cue.tokens if i < to] + [_last(cue, source)]) + 1
    for index in range(to, cue.anchor, -1):
        if doc[index].lower_ == "om" and index in cue.sentence.own:
            return index
    verb = doc[to + 1] if to + 1 < len(doc) else doc[to]
    while verb.dep_ in ("aux", "aux:pass", "cop") and verb.head.i > low:
        verb = verb.head
    edge = min([verb.left_edge.i, to, *[t.left_edge.i for t in clauses.coordinated(verb)]])
    return max(low, edge)


# --- "X noemt het …": a judgement


def _judgement(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    if not cue.takes("predicate"):
        return None
    if cue.rule.prepositions and not any(
        doc[i].lower_ in cue.rule.prepositions for i in cue.sentence.own if i > cue.anchor
    ):
        return None
    if cue.finite is None or source is None:
        return None
    if _clause_start(doc, cue, source, lexicon) == _last(cue, source) + 1 or not _judges(doc, cue):
        return None
    if _is_final(doc, cue, source):
        return [(source.end, min(cue.tokens))], 0.75
    start = _last(cue, source) + 1
    end = content_end(doc, cue.sentence, start, _verbs(doc, cue), cues, lexicon)
    return ([(start, end)], 0.75) if end > start else None


def _judges(doc: Doc, cue: Cue) -> bool:
    """``vond de fiets`` found something; ``vond de fiets mooi`` thought something of it."""
    if cue.rule.cue_class != "think" or cue.sentence.children:
        return True
    after = [doc[i] for i in cue.sentence.own if i > cue.anchor]
    return any(t.pos_ == "ADJ" and t.dep_ != "amod" for t in after) or any(
        t.lower_ in ("te", "als") for t in after
    )


def _is_final(doc: Doc, cue: Cue, source: Source) -> bool:
    """``waarin hij Teheran een vriend noemde``: source first, verb last."""
    if source.end > cue.anchor:
        return False
    after = [i for i in cue.sentence.own if i > max(cue.tokens)]
    return min(cue.tokens) - source.end >= 1 and (
        not after or doc[after[0]].is_punct or doc[after[0]].lower_ in ("en", "maar", "had", "heeft")
    )


# --- "X waarschuwt voor …": a preposition


def _preposition(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> Found | None:
    if not cue.rule.prepositions or source is None:
        return None
    low = _last(cue, source)
    for index in cue.sentence.own:
        if index <= cue.anchor or index in cue.tokens or (source.start <= index < source.end):
            continue
        if doc[index].lower_ in cue.rule.prepositions and index <= low + 12:
            start = index + 1 if cue.rule.fused else index
            if cue.rule.fused:
                cue.tokens.append(index)
                cue.tokens.sort()
            end = content_end(doc, cue.sentence, start, _verbs(doc, cue), cues, lexicon)
            return ([(start, end)], 0.7) if end > start else None
    return None


# --- "X ontkent …": an object


def _object(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    if source is None or cue.finite is None:
        return None
    verb = doc[cue.verb]
    low = _last(cue, source)
    held = [c for c in cue.sentence.children if low < c.start <= low + 6]
    heads = [t for t in clauses.objects(verb) if t.i in cue.sentence.own and t.pos_ != "PRON"]
    heads = heads if cue.takes("object") else []
    if not heads and not held:
        return None
    if heads:
        start, end = heads[0].left_edge.i, heads[0].right_edge.i + 1
    else:
        start, end = held[0].start, held[0].end
    start = max(start, cue.sentence.start)
    end = min(end, cue.sentence.end)
    for index in cue.tokens:
        if start <= index < end:
            end = index if index > heads[0].i else end
            start = index + 1 if index < heads[0].i else start
    return ([(start, end)], 0.6) if end > start else None


def first_phrase(doc: Doc, sentence: Sentence) -> Source | None:
    """Return the noun phrase that begins a sentence."""
    return phrase_from(doc, sentence.start, sentence)
