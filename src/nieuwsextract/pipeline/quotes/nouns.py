"""Nouns that report: ``de eis dat …``, ``zijn verzoek de zaak te heropenen``."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.drafts import Draft, Source, reported
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence
from nieuwsextract.pipeline.quotes.sources import after_preposition
from nieuwsextract.rules.quotes import NounCueRule

#: Tokens between the noun and its clause: ``het verzoek van de gemeente om``.
_REACH = 8


def find_nouns(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """Return the quotes that reporting nouns introduce in a sentence."""
    drafts = []
    for index in sentence.own:
        rule = lexicon.nouns.get(doc[index].lower_)
        if rule is None or doc[index].pos_ not in ("NOUN", ""):
            continue
        bounds = _clause(doc, sentence, index, rule)
        if bounds is None:
            continue
        quote_type, content, used = reported(doc, [bounds], sentence.children)
        if content:
            draft = Draft(quote_type, content, sentence, f"quotes/{rule.id}", 0.6, marked=used)
            draft.cue = [(doc[index].idx, doc[index].idx + len(doc[index]))]
            draft.cue_lemma, draft.cue_class = rule.lemma, rule.cue_class
            draft.source = _source(doc, sentence, index, bounds[0])
            drafts.append(draft)
    return drafts


def _clause(doc: Doc, sentence: Sentence, index: int, rule: NounCueRule) -> tuple[int, int] | None:
    """The clause that hangs on the noun; a bare one must follow it directly."""
    for child in doc[index].children:
        if child.i <= index or not child.dep_.startswith(("acl", "ccomp", "advcl", "xcomp")):
            continue
        start, end = max(child.left_edge.i, index + 1), min(child.right_edge.i + 1, sentence.end)
        first = next((t for t in doc[start:end] if not t.is_punct), None)
        if first is not None and start <= index + _REACH and _introduces(child, first, rule):
            return first.i, end
    return None


def _introduces(verb: Token, first: Token, rule: NounCueRule) -> bool:
    if first.lower_ in ("dat", "of") and first.pos_ != "PRON":
        return "clause" in rule.takes
    to = any(t.lower_ == "te" for t in verb.subtree)
    return to and "infinitive" in rule.takes and not verb.dep_.endswith("relcl")


def _source(doc: Doc, sentence: Sentence, index: int, end: int) -> Source | None:
    """``zijn dreigement``, ``het verzoek van de gemeente``."""
    before = doc[index - 1] if index > sentence.start else None
    if before is not None and before.morph.get("Poss", []):
        return Source(before.i, before.i + 1, before.i)
    for child in clauses.modifiers(doc[index], frozenset({"nmod"})):
        if index < child.i < end and clauses.preposition(child) == "van":
            place = next(t.i for t in child.children if t.dep_ == "case")
            return after_preposition(doc, place, sentence)
    return None
