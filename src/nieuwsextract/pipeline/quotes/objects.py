"""Phrases that say what was said: ``noemt het onzin``, ``waarschuwt voor …``, ``ontkent de aanval``."""

from spacy.tokens import Doc

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import Found, content_end, last_before, verbs_of
from nieuwsextract.pipeline.quotes.complements import clause_start_after
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon


def find_judgement(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> Found | None:
    """``X noemt het …``: what is judged and the judgement."""
    if not cue.takes("predicate"):
        return None
    if cue.rule.prepositions and not any(
        doc[i].lower_ in cue.rule.prepositions for i in cue.sentence.own if i > cue.anchor
    ):
        return None
    if cue.finite is None or source is None:
        return None
    if clause_start_after(doc, cue, source, lexicon) == last_before(cue, source) + 1 or not _judges(doc, cue):
        return None
    if _is_final(doc, cue, source):
        return [(source.end, min(cue.tokens))], 0.9
    start = last_before(cue, source) + 1
    end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
    return ([(start, end)], 0.9) if end > start else None


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


def find_preposition(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> Found | None:
    """``X waarschuwt voor …``: a phrase by one of the rule's prepositions."""
    if not cue.rule.prepositions or source is None:
        return None
    low = last_before(cue, source)
    for index in cue.sentence.own:
        if index <= cue.anchor or index in cue.tokens or (source.start <= index < source.end):
            continue
        if cue.rule.fused and doc[index].lower_ in ("over", "met", "tegen", "uit"):
            return None
        if doc[index].lower_ in cue.rule.prepositions and index <= low + 12:
            start = index + 1 if cue.rule.fused else index
            if cue.rule.fused:
                cue.tokens.append(index)
                cue.tokens.sort()
            end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
            return ([(start, end)], 0.8) if end > start else None
    return None


def find_object(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    """``X ontkent …``: the object, or a quotation in its place."""
    if source is None or cue.finite is None:
        return None
    verb = doc[cue.verb]
    low = last_before(cue, source)
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
