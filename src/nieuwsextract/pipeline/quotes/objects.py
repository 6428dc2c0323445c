"""Phrases that say what was said: ``noemt het onzin``, ``waarschuwt voor …``, ``ontkent de aanval``."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import (
    Found,
    Spans,
    clause_edge,
    content_end,
    is_finite_form,
    last_before,
    verbs_of,
)
from nieuwsextract.pipeline.quotes.complements import clause_start_after
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon, is_titled
from nieuwsextract.pipeline.quotes.noun_phrases import opens_medium
from nieuwsextract.pipeline.quotes.sentences import Marked


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
    start = last_before(cue, source) + 1
    ended = start + 1 < cue.sentence.end and doc[start].text == "," and is_finite_form(doc[start + 1])
    if ended or clause_start_after(doc, cue, source, lexicon) == start or not _judges(doc, cue, lexicon):
        return None
    if _is_final(doc, cue, source, lexicon):
        return [(source.end, min(cue.tokens))], 0.9
    end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
    if cue.rule.particle and start <= max(cue.tokens) < end - 2:
        start = max(cue.tokens) + 1 + (doc[max(cue.tokens) + 1].lower_ in cue.rule.prepositions)
    return ([(start, end)], 0.9) if end > start else None


def _judges(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """``vond de fiets`` found something; ``vond de fiets mooi`` thought something of it."""
    if cue.rule.cue_class != "think" or cue.sentence.children:
        return True
    after = [doc[i] for i in cue.sentence.own if i > cue.anchor]
    if after and after[0].lower_ == "het" and any(lexicon.has("anticipated", t.lower_) for t in after[2:]):
        return True
    final = [t for t in after if not t.is_punct][-1:]
    if any("Part" in t.morph.get("VerbForm", []) for t in final):
        return True
    return any(t.pos_ == "ADJ" and t.dep_ != "amod" for t in after) or any(
        lexicon.has("judgement", t.lower_) for t in after
    )


def _is_final(doc: Doc, cue: Cue, source: Source, lexicon: Lexicon) -> bool:
    """``waarin hij Teheran een vriend noemde``: source first, verb last."""
    if source.end > cue.anchor:
        return False
    after = [i for i in cue.sentence.own if i > max(cue.tokens)]
    if any(is_finite_form(doc[i]) for i in range(source.end, min(cue.tokens))):
        return False
    return min(cue.tokens) - source.end >= 1 and (
        not after or doc[after[0]].is_punct or lexicon.has("clause_end", doc[after[0]].lower_)
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
        quoted = any(child.start == index + 1 for child in cue.sentence.children)
        about = cue.rule.fused and lexicon.has("no_content", doc[index].lower_)
        if about and not quoted:
            return None
        if (about or doc[index].lower_ in cue.rule.prepositions) and index <= low + 12:
            start = index + 1 if cue.rule.fused else index
            if cue.rule.fused:
                cue.tokens.append(index)
                cue.tokens.sort()
            end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
            end = clause_edge(doc, cue.sentence, start, end, lexicon)
            return ([(start, end)], 0.8) if end > start else None
    return None


def find_object(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    """``X ontkent …``: the object, or a quotation in its place."""
    if source is None or cue.finite is None:
        return None
    low = last_before(cue, source)
    held = [
        c for c in cue.sentence.children if low < c.start <= low + 6 and not is_titled(doc, c.start, lexicon)
    ]
    head = _object(doc, cue, source, lexicon) if cue.takes("object") else None
    if head is not None:
        return _object_phrase(doc, cue, head, cues, lexicon), 0.6
    return ([_quoted_phrase(doc, cue, held[0], cues, lexicon)], 0.6) if held else None


def _quoted_phrase(doc: Doc, cue: Cue, held: Marked, cues: list[Cue], lexicon: Lexicon) -> tuple[int, int]:
    """A quotation with what it stands in: ``een ‘stevige’ reactie``, ``‘enige impact’ op de resultaten``."""
    start, end = held.start, held.end
    while (
        start - 1 > max(cue.anchor, cue.sentence.start)
        and start - 1 not in cue.tokens
        and (doc[start - 1].pos_ == "DET" or doc[start - 1].lower_ == "om")
    ):
        start -= 1
    if end >= cue.sentence.end or opens_medium(doc, end, lexicon):
        return start, end
    if doc[end].pos_ in ("NOUN", "ADJ") or (
        doc[end].pos_ == "ADP" and not lexicon.has("address", doc[end].lower_)
    ):
        end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
        commas = [i for i in cue.sentence.own if held.end < i < end and doc[i].text == ","]
        end = min([end, *commas])
    return start, end


def _object(doc: Doc, cue: Cue, source: Source, lexicon: Lexicon) -> Token | None:
    """The head of what is denied, announced, demanded: a thing, nobody and no time.

    Who ``die`` stands for is told by what he announced; the telling is no report of it.
    """
    if lexicon.has("relative", doc[source.head].lower_):
        return None
    heads = clauses.objects(doc[cue.verb])
    if cue.rule.particle and cue.verb == cue.anchor:
        heads = [head for head in heads if head.i < max(cue.tokens)]
    for head in heads:
        outside = head.i in cue.sentence.own and not source.start <= head.i < source.end
        if outside and head.pos_ in ("NOUN", "PROPN", "ADJ", "X", "VERB") and not _is_somebody(head, lexicon):
            return head
    return None


def _is_somebody(head: Token, lexicon: Lexicon) -> bool:
    if head.ent_type_ in ("PERSON", "DATE", "TIME"):
        return True
    somebody = tuple(lexicon.words["somebody"])
    return head.lower_.endswith(somebody) or any(c.lower_.endswith("-jarige") for c in head.children)


def _object_phrase(doc: Doc, cue: Cue, head: Token, cues: list[Cue], lexicon: Lexicon) -> Spans:
    """The object with what follows it in its clause, on both sides of a split-off particle."""
    start = max(clauses.noun_phrase(head)[0], cue.sentence.start, *[i + 1 for i in cue.tokens if i < head.i])
    if lexicon.has("demonstrative", doc[start - 1].lower_) and start - 1 not in cue.tokens:
        start -= 1
    if head.i < cue.anchor and cue.verb == cue.anchor:
        return [(start, min([head.right_edge.i + 1, *[i for i in cue.tokens if i > head.i]]))]
    end = content_end(doc, cue.sentence, start, verbs_of(doc, cue), cues, lexicon)
    commas = [i for i in cue.sentence.own if head.i < i < end and doc[i].text == ","]
    end = max(commas[0], min(head.right_edge.i + 1, end)) if commas else end
    cut = next((i for i in cue.tokens if head.i < i < end), None)
    if cut is None:
        return [(start, end)]
    first = cut
    while first - 1 > head.i and doc[first - 1].pos_ == "ADV":
        first -= 1
    goes_on = cut + 1 < end and doc[cut + 1].pos_ == "ADP"
    return [(start, first), *([(cut + 1, end)] if goes_on else [])]
