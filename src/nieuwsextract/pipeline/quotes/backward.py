"""``… Dat meldt het CBS.``, ``… Zo reageert de bond.``: the sentence attributes what stands before it."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.bounds import is_finite_form
from nieuwsextract.pipeline.quotes.cue_sources import find_source
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Draft, reported, with_cue
from nieuwsextract.pipeline.quotes.indirect import counts
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence

#: A first paragraph of up to so many sentences is attributed as a whole.
_MOST = 2
_REPORTING = {"say", "report", "announce", "admit", "claim", "warn", "demand", "think"}


def find_backward(doc: Doc, sentence: Sentence, cues: list[Cue], lexicon: Lexicon) -> Draft | None:
    """Return the quote of the sentence or sentences before, when this one says who reports them."""
    previous = sentence.previous or sentence.lead
    if not cues or previous is None or previous.kind != sentence.kind:
        return None
    words = [i for i in sentence.own if not doc[i].is_punct and not doc[i].is_space]
    cue = next((c for c in cues if _points_back(doc, c, words, previous, lexicon)), None)
    source = find_source(doc, cue, lexicon) if cue else None
    if cue is None or not counts(doc, cue, source, lexicon):
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
    if used and not any(s.own and _has_words(doc, s) for s in sentences):
        quote_type, content = "direct", [marked.content for marked in used]
    draft = Draft(quote_type, content, sentence, f"quotes/{cue.rule.id}", 0.85, marked=used)
    draft.source = source
    return with_cue(doc, draft, cue)


def _has_words(doc: Doc, sentence: Sentence) -> bool:
    return any(not doc[i].is_punct and not doc[i].is_space for i in sentence.own)


def _points_back(doc: Doc, cue: Cue, words: list[int], previous: Sentence, lexicon: Lexicon) -> bool:
    """``Dat meldt X``, ``X zegt dit in een brief``; after a quotation also ``Zo reageert X``."""
    if cue.rule.cue_class not in _REPORTING or not (cue.takes("clause") or cue.takes("speech")):
        return False
    if len(words) < 3 or cue.finite is None or (cue.takes("predicate") and _judges(doc, cue, lexicon)):
        return False
    if any(doc[i].text in (":", ";") for i in range(words[0], cue.verb)):
        return False
    opener = doc[words[0]].lower_
    if cue.finite != words[1]:
        return _has_pointer(doc, cue, words, lexicon)
    if opener == "zo":
        quoted = previous.children and previous.children[-1].end >= previous.end
        return bool(quoted) and not any(is_finite_form(doc[i]) for i in words[2:])
    return lexicon.has("backward", opener)


def _has_pointer(doc: Doc, cue: Cue, words: list[int], lexicon: Lexicon) -> bool:
    """``zegt dit in een toelichting``: a pronoun right behind the verb, and no clause."""
    after = [i for i in words if i > cue.anchor]
    if len(after) < 2 or not lexicon.has("backward", doc[after[0]].lower_):
        return False
    adjunct = doc[after[1]].pos_ == "ADP" or doc[after[1]].ent_type_ in ("DATE", "TIME")
    return adjunct and not any(is_finite_form(doc[i]) for i in after)


def _judges(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """``Dat vindt hij jammer`` says what he thinks of it; ``Dat vindt Jansen`` that he thinks so."""
    source = find_source(doc, cue, lexicon)
    if source is None or source.start < cue.anchor:
        return True
    rest = [i for i in cue.sentence.own if i >= source.end]
    return bool(rest) and not (doc[rest[0]].pos_ == "ADP" or doc[rest[0]].is_punct)
