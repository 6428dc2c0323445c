"""Who is the victim and who the suspect, where the text says so: ``moord op X``, ``X werd doodgeschoten``."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.rules.people import CaseSignRule

#: Tokens between a crime's noun and its victim's name, and between a name and its participle.
_MAX_TITLE, _MAX_CLAUSE = 6, 14


def read_cases(doc: Doc, ents: Sequence[Span], named: dict[int, Draft], lexicon: WhoLexicon) -> None:
    """Add to people the noun that a crime or accident gives them: ``slachtoffer``."""
    for ent in ents:
        draft = named.get(ent.start)
        if draft is None or ent.label_ != "PERSON":
            continue
        for sign in lexicon.case_signs:
            if _stands_after(doc, ent, sign) or _suffers(doc, ent, sign, lexicon.suffering_ends):
                draft.words.add(sign.word)
                draft.groups.add(sign.word)


def _stands_after(doc: Doc, ent: Span, sign: CaseSignRule) -> bool:
    """``de moord op zijn zakenpartner Erol Akbulut``: no comma, verb or other name between."""
    for at in range(ent.start - 1, max(ent.start - _MAX_TITLE, 0), -1):
        token = doc[at]
        if token.is_punct or token.pos_ in ("VERB", "AUX") or token.ent_type_:
            return False
        if token.lower_ in sign.prepositions:
            return doc[at - 1].lower_ in sign.nouns
    return False


def _suffers(doc: Doc, ent: Span, sign: CaseSignRule, ends: frozenset[str]) -> bool:
    """``X werd … doodgeschoten``: an auxiliary beside the name, the participle later."""
    around = [doc[at].lower_ for at in (ent.start - 1, ent.end) if 0 <= at < len(doc)]
    if not any(word in sign.auxiliaries for word in around):
        return False
    for at in range(ent.end, min(ent.end + _MAX_CLAUSE, len(doc))):
        token = doc[at]
        if token.lower_ in sign.participles:
            return True
        if token.is_punct or token.is_space or token.ent_type_ == "PERSON" or token.lower_ in ends:
            return False
    return False
