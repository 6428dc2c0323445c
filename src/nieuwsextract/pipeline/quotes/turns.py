"""Quotations without a cue of their own: more of the same quote, or the next turn of a speaker."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.drafts import Draft
from nieuwsextract.pipeline.quotes.lexicon import Lexicon, is_titled
from nieuwsextract.pipeline.quotes.sentences import Marked, Reading, Sentence

_ENDS = ".!?…"


def find_turns(doc: Doc, reading: Reading, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Join quotations to the quote that they go on with, and add those that stand alone as quotes."""
    used = {id(m) for draft in drafts for m in draft.marked}
    added: list[Draft] = []
    ending = {id(d.sentence): d for d in drafts if d.quote_type == "direct" and d.cue and d.marked}
    told = {id(d.sentence.region): d for d in drafts if _is_told_inside(d)}
    for sentence in reading.sentences:
        if sentence.region is not None or not sentence.children:
            continue
        loose = [c for c in sentence.children if id(c) not in used and id(c) not in told]
        if not loose or not _is_spoken(doc, sentence, loose[0], lexicon):
            continue
        before = ending.get(id(sentence.previous))
        if before is not None:
            before.content += [c.content for c in loose]
            before.marked += loose
            ending[id(sentence)] = before
        else:
            content = [c.content for c in loose]
            added.append(Draft("direct", content, sentence, "quotes/turn", 0.97, marked=loose))
        used |= {id(c) for c in loose}
    for draft in told.values():
        draft.quote_type = "direct"
    return drafts + added


def _is_told_inside(draft: Draft) -> bool:
    """``„Wij gaan door, zei Jansen.``: the mark that should close before the cue is missing."""
    region = draft.sentence.region
    if region is None or region.quotation.close is not None or not draft.cue or draft.source is None:
        return False
    return draft.quote_type == "indirect" and draft.start == region.content[0] < draft.cue[0][0]


def _is_spoken(doc: Doc, sentence: Sentence, child: Marked, lexicon: Lexicon) -> bool:
    """Whether a quotation without a cue reads like speech: a sentence of its own."""
    words = [i for i in sentence.own if not doc[i].is_punct and not doc[i].is_space]
    text = child.text
    ahead = [i for i in words if i < child.start]
    after = [i for i in words if i >= child.end]
    if after:
        return False
    if ahead and not (sentence.kind == "headline" and doc[child.start - 1].text == ":"):
        return False
    if ahead and is_titled(doc, child.start, lexicon):
        return False
    whole = text[0].isupper() or not text[0].isalnum()
    return whole and (text.count(" ") >= 2 or text[-1] in _ENDS)
