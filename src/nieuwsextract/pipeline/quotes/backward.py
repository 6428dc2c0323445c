"""``… Dat meldt het CBS.``: the sentence attributes what stands before it."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.cue_sources import find_source
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Draft, reported, with_cue
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence

#: A first paragraph of up to so many sentences is attributed as a whole.
_MOST = 2
_REPORTING = {"say", "report", "announce", "admit", "claim"}


def find_backward(doc: Doc, sentence: Sentence, cues: list[Cue], lexicon: Lexicon) -> Draft | None:
    """Return the quote of the sentence or sentences before, when this one says who reports them."""
    previous = sentence.previous
    if previous is None:
        return None
    opening = (i for i in sentence.own if not doc[i].is_punct and not doc[i].is_space)
    if not lexicon.has("backward", doc[next(opening, sentence.start)].lower_):
        return None
    words = [i for i in sentence.own if not doc[i].is_punct and not doc[i].is_space]
    if len(words) < 3:
        return None
    cue = next((c for c in cues if c.finite == words[1] and c.rule.cue_class in _REPORTING), None)
    if cue is None or not (cue.takes("clause") or cue.takes("speech")):
        return None
    sentences = [previous]
    while sentences[0].previous is not None and len(sentences) <= _MOST:
        sentences.insert(0, sentences[0].previous)
    if len(sentences) > _MOST:
        sentences = [previous]
    spans = [(sentences[0].start, previous.end)]
    quote_type, content, used = reported(doc, spans, [c for s in sentences for c in s.children])
    if not content:
        return None
    draft = Draft(quote_type, content, sentence, f"quotes/{cue.rule.id}", 0.85, marked=used)
    draft.source = find_source(doc, cue, lexicon)
    return with_cue(doc, draft, cue)
