"""To whom it was said: ``zei hij tegen de NOS``, ``verklaarde tegenover de rechter``."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Draft, Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import after_preposition

#: Tokens between the cue and the preposition.
_REACH = 8
_NAMES = {"PERSON", "ORG", "GPE"}
_SPOKEN = {"say", "claim", "deny", "admit", "warn", "promise", "announce", "report"}


def find_addressee(doc: Doc, cue: Cue, draft: Draft, lexicon: Lexicon) -> Source | None:
    """Return the phrase behind a preposition of address near the cue, outside the content."""
    if cue.rule.cue_class not in _SPOKEN:
        return None
    for index in cue.sentence.own:
        near = index == cue.sentence.own[0] or cue.anchor < index <= max(cue.tokens) + _REACH
        if not near or not lexicon.has("address", doc[index].lower_):
            continue
        if any(start <= doc[index].idx < end for start, end in draft.content) or index in cue.tokens:
            continue
        found = after_preposition(doc, index, cue.sentence, lexicon)
        if found is not None and (doc[index].lower_ != "aan" or _is_somebody(doc, found)):
            return found
    return None


def _is_somebody(doc: Doc, phrase: Source) -> bool:
    """``aan de krant`` is hard to tell from ``aan de telefoon``: a name or pronoun is somebody."""
    named = any(token.ent_type_ in _NAMES for token in doc[phrase.start : phrase.end])
    return named or doc[phrase.head].pos_ in ("PRON", "PROPN")
