"""Indirect and mixed quotes of a cue: what it says, asks, announces or judges, in its own sentence."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.addressees import find_addressee
from nieuwsextract.pipeline.quotes.bounds import Found, is_passive_cue
from nieuwsextract.pipeline.quotes.complements import find_clause, find_infinitive
from nieuwsextract.pipeline.quotes.cue_sources import find_source, needs_source
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Draft, Source, reported, with_cue
from nieuwsextract.pipeline.quotes.inverted import find_after_colon, find_inverted
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.objects import find_judgement, find_object, find_preposition
from nieuwsextract.pipeline.quotes.sentences import Sentence

#: Parts of speech that say something by themselves.
_CONTENTFUL = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X", "INTJ", ""}
#: Classes of cues whose content, after a colon or a dash, is speech as it was said.
_SPOKEN = ("say", "ask", "demand", "report")
_DASHES = ("–", "—")


def find_indirect(doc: Doc, sentence: Sentence, cues: list[Cue], lexicon: Lexicon) -> list[Draft]:
    """Return at most one paraphrase a cue, by the strongest evidence that it has."""
    drafts = []
    for cue in cues:
        source = find_source(doc, cue, lexicon)
        if not counts(doc, cue, source, lexicon) or _is_content(doc, cue, cues):
            continue
        found = _content(doc, cue, source, cues, lexicon)
        if found is None:
            continue
        spans, confidence = found
        quote_type, content, used = reported(doc, spans, sentence.children)
        if not content or not (used or _says_something(doc, spans)):
            continue
        if quote_type == "indirect" and _is_spoken(doc, cue, spans[0][0]):
            quote_type = "direct"
        draft = Draft(
            quote_type, content, sentence, f"quotes/{cue.rule.id}", confidence, marked=used, source=source
        )
        draft.addressee = find_addressee(doc, cue, draft, lexicon)
        drafts.append(with_cue(doc, draft, cue))
    return drafts


def _says_something(doc: Doc, spans: list[tuple[int, int]]) -> bool:
    """``ontkent dat niet`` points to what was said elsewhere."""
    return any(doc[i].pos_ in _CONTENTFUL for start, end in spans for i in range(start, end))


def _content(doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon) -> Found | None:
    for finder in (
        find_inverted,
        find_after_colon,
        find_judgement,
        find_clause,
        find_infinitive,
        find_preposition,
        find_object,
    ):
        found = finder(doc, cue, source, cues, lexicon)
        if found is not None:
            return found
    return None


def _is_spoken(doc: Doc, cue: Cue, start: int) -> bool:
    """Words after a colon are speech as it was said, unless they were thought or denied.

    So are those after a dash at the beginning of a paragraph: ``– Kom binnen, roept hij.``
    """
    if cue.rule.cue_class not in _SPOKEN:
        return False
    at = start if doc[start].text in _DASHES else start - 1
    if at < 0:
        return False
    opens = at == 0 or "\n" in doc[at - 1].text
    return doc[at].text == ":" or (opens and doc[at].text in _DASHES)


def counts(doc: Doc, cue: Cue, source: Source | None, lexicon: Lexicon) -> bool:
    """Whether a cue says that somebody said or thinks something, other than the speaker of these very words.

    ``Ik denk dat …`` inside a quotation is a turn of phrase; what can, must or will be said is not said yet.
    """
    if source is None and _wants_source(doc, cue, lexicon):
        return False
    if source is not None and lexicon.has("second_person", doc[source.head].lower_):
        return False
    first = source is not None and lexicon.has("first_person", doc[source.head].lower_)
    simple = cue.finite == cue.verb and cue.sentence.region is not None
    if first and simple and "Pres" in doc[cue.anchor].morph.get("Tense", []):
        return False
    thinks = cue.rule.cue_class == "think" and cue.sentence.region is not None
    if thinks and (source is None or lexicon.has("first_person", doc[source.head].lower_)):
        return False
    if cue.finite is not None and cue.finite != cue.verb and lexicon.has("modal", doc[cue.finite].lower_):
        admits = cue.rule.cue_class == "admit" and not (first and cue.sentence.region)
        return admits or _is_negated(doc, cue, lexicon)
    return not _is_to_be(doc, cue, lexicon)


def _wants_source(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a cue without its source is none: by its rule, or within a quotation."""
    spoken = cue.rule.source == "subject" and cue.sentence.region is not None
    return needs_source(cue) or (spoken and not is_passive_cue(doc, cue, lexicon))


def _is_content(doc: Doc, cue: Cue, cues: list[Cue]) -> bool:
    """``zei het onjuist te vinden dat``: the thought is what was said, no second report."""
    if cue.finite is not None or cue.rule.cue_class != "think":
        return False
    return any(doc[cue.verb].head.i in other.tokens for other in cues if other is not cue)


def _is_to_be(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """``is niet goed te noemen``, ``was te verwachten dat``: what can be said is not said."""
    split = cue.finite is not None and cue.finite != cue.verb
    return split and lexicon.has("to_be", doc[cue.anchor].lower_) and doc[cue.verb - 1].lower_ == "te"


def _is_negated(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    return any(lexicon.has("negation", doc[i].lower_) for i in cue.sentence.own)
