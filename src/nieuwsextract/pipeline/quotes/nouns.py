"""Nouns that report: ``de eis dat …``, ``zijn verzoek de zaak te heropenen``."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import is_finite_form
from nieuwsextract.pipeline.quotes.drafts import Draft, Source, reported
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import after_preposition, phrase_of
from nieuwsextract.pipeline.quotes.sentences import Sentence
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules.quotes import NounCueRule

#: Tokens between the noun and its clause: ``het verzoek van de gemeente om``.
_REACH = 8


def find_nouns(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """Return the quotes that reporting nouns introduce in a sentence."""
    drafts, lower = [], words_of(doc).lower
    for index in sentence.own:
        options = lexicon.nouns.get(lower[index], ())
        rule = next((r for r in options if lexicon.patterns.hold(r.pattern, doc, index, index + 1)), None)
        if rule is None or not _is_noun(doc, sentence, index):
            continue
        bounds = _clause(doc, sentence, index, rule, lexicon)
        if bounds is None:
            continue
        quote_type, content, used = reported(doc, [bounds], sentence.children)
        if content:
            draft = Draft(quote_type, content, sentence, f"quotes/{rule.id}", 0.6, marked=used)
            draft.cue = [(doc[index].idx, doc[index].idx + len(doc[index]))]
            draft.cue_lemma, draft.cue_class = rule.lemma, rule.cue_class
            draft.source = _source(doc, sentence, index, bounds[0], lexicon)
            drafts.append(draft)
    return drafts


def _clause(
    doc: Doc, sentence: Sentence, index: int, rule: NounCueRule, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The clause that hangs on the noun; a bare one must follow it directly."""
    for child in doc[index].children:
        if child.i <= index or not child.dep_.startswith(("acl", "ccomp", "advcl", "xcomp")):
            continue
        start, end = max(child.left_edge.i, index + 1), min(child.right_edge.i + 1, sentence.end)
        first = next((t for t in doc[start:end] if not t.is_punct), None)
        if first is not None and start <= index + _REACH and _introduces(child, first, rule, lexicon):
            return first.i, end
    return _by_words(doc, sentence, index, rule, lexicon)


def _is_noun(doc: Doc, sentence: Sentence, index: int) -> bool:
    """By its tag, or by ``dat`` behind it: ``geruchten dat``."""
    return doc[index].pos_ == "NOUN" or (index + 1 < sentence.end and doc[index + 1].lower_ == "dat")


def _by_words(
    doc: Doc, sentence: Sentence, index: int, rule: NounCueRule, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Where the parse hangs the clause elsewhere: ``dat`` or ``te`` behind the noun, up to a comma."""
    ahead = [i for i in sentence.own if i > index]
    end = next((i for i in ahead if doc[i].text in (",", ";", ":")), sentence.end)
    if not ahead or ahead[0] >= end:
        return None
    if lexicon.has("subordinator", doc[ahead[0]].lower_) and doc[ahead[0]].pos_ == "SCONJ":
        return (ahead[0], end) if "clause" in rule.takes else None
    to = next((i for i in ahead[:10] if doc[i].lower_ == "te" and i < end), None)
    if (
        to is None
        or "infinitive" not in rule.takes
        or any(is_finite_form(doc[i]) for i in range(ahead[0], to))
    ):
        return None
    return ahead[0], end


def _introduces(verb: Token, first: Token, rule: NounCueRule, lexicon: Lexicon) -> bool:
    if lexicon.has("subordinator", first.lower_) and first.pos_ != "PRON":
        return "clause" in rule.takes
    to = any(t.lower_ == "te" for t in verb.subtree)
    return to and "infinitive" in rule.takes and not verb.dep_.endswith("relcl")


def _source(doc: Doc, sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Source | None:
    """``zijn dreigement``, ``het verzoek van de gemeente``."""
    before = doc[index - 1] if index > sentence.start else None
    if before is not None and before.morph.get("Poss", []):
        return Source(before.i, before.i + 1, before.i)
    for child in clauses.modifiers(doc[index], frozenset({"nmod"})):
        if index < child.i < end and clauses.preposition(child) == "van":
            place = next(t.i for t in child.children if t.dep_ == "case")
            return after_preposition(doc, place, sentence, lexicon)
    return _who_acts(doc, sentence, index, lexicon)


def _who_acts(doc: Doc, sentence: Sentence, index: int, lexicon: Lexicon) -> Source | None:
    """``Hij belde hen met het verzoek …``: the request is the subject's."""
    words = [doc[i].lower_ for i in sentence.own if i < index][-2:]
    if len(words) < 2 or words[0] != "met":
        return None
    head = clauses.subject(clauses.clause_verb(doc[index]))
    return phrase_of(doc, head, sentence, [], lexicon) if head is not None and head.i < index else None
