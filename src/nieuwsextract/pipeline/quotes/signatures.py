"""``“Wij gaan door.” – Karin de Boer, voorzitter``: a dash and a name, behind a quotation or below it."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.bounds import is_finite_form
from nieuwsextract.pipeline.quotes.drafts import Draft
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import phrase_from
from nieuwsextract.pipeline.quotes.sentences import Marked, Sentence

_DASHES = ("-", "–", "—", "--")
#: Tokens of a signature, and of those before its name.
_LONGEST, _TITLE = 14, 4


def find_signed(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """Return the quotation that a signature in this sentence names the speaker of."""
    quotation = _quotation(sentence)
    if quotation is None or sentence.region is not None:
        return None
    words = [i for i in sentence.own if i >= quotation.end and not doc[i].is_space]
    if not 1 < len(words) <= _LONGEST or doc[words[0]].text not in _DASHES:
        return None
    named = any(doc[i].ent_type_ == "PERSON" for i in words[1 : 2 + _TITLE])
    if not named or any(is_finite_form(doc[i]) for i in words):
        return None
    draft = Draft("direct", [quotation.content], sentence, "quotes/signature", 0.96, marked=[quotation])
    draft.source = phrase_from(doc, words[1], sentence, lexicon)
    draft.cue = [(doc[words[0]].idx, doc[words[0]].idx + len(doc[words[0]]))]
    draft.cue_lemma, draft.cue_class = "–", "say"
    return draft


def _quotation(sentence: Sentence) -> Marked | None:
    """The quotation that ends right before the dash: in this sentence, else in the one before it."""
    if sentence.children:
        return sentence.children[-1]
    before = sentence.previous or sentence.lead
    closed = before is not None and before.children and before.children[-1].end >= before.end
    return before.children[-1] if before is not None and closed else None
