"""Who speaks by a cue: its subject, or whom the rule's preposition introduces (``klinkt het bij …``)."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.bounds import is_finite_form, is_passive_cue
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import after_preposition, is_phrase, without_adjunct
from nieuwsextract.pipeline.quotes.sentences import Sentence
from nieuwsextract.pipeline.quotes.sources import find_subject

#: Tokens between the cue and the preposition that follows it.
_REACH = 6


def find_source(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    """Return who speaks, as the cue's rule has it; a passive cue names nobody."""
    if cue.rule.source == "none":
        return None
    if cue.rule.source != "subject":
        return _behind_preposition(doc, cue, lexicon)
    found = None if is_passive_cue(doc, cue, lexicon) else find_subject(doc, cue, lexicon)
    if found is None or not is_phrase(doc, found):
        return None
    return whose_words(doc, without_adjunct(doc, _before_cue(found, cue), lexicon), cue.sentence, lexicon)


def whose_words(doc: Doc, source: Source, sentence: Sentence, lexicon: Lexicon) -> Source:
    """``luidt de reactie van Jansen``, ``zijn antwoord:``: who reacts or answers is the speaker."""
    after = source.head + 1
    if not lexicon.has("utterance", doc[source.head].lower_):
        return source
    if doc[source.start].morph.get("Poss", []):
        return Source(source.start, source.start + 1, source.start)
    if after + 1 < sentence.end and doc[after].lower_ == "van":
        return after_preposition(doc, after, sentence, lexicon) or source
    return source


def _before_cue(source: Source, cue: Cue) -> Source:
    """``hield de verdachte | vol``: a particle that a parser takes into the phrase."""
    end = min([source.end, *[i for i in cue.tokens if source.start < i < source.end]])
    return Source(source.start, end, min(source.head, end - 1))


def needs_source(cue: Cue) -> bool:
    """Whether a cue is one by its preposition only: ``staat in de brief``, not ``klinkt het``."""
    return cue.rule.source not in ("subject", "none") and not cue.rule.words


def has_source(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a cue that needs its preposition has it."""
    return not needs_source(cue) or find_source(doc, cue, lexicon) is not None


def _behind_preposition(doc: Doc, cue: Cue, lexicon: Lexicon) -> Source | None:
    words = (cue.rule.source,) if cue.rule.source == "uit" else (cue.rule.source, "op")
    places = [i for i in cue.sentence.own if doc[i].lower_ in words and _is_near(doc, cue, i)]
    last = max(cue.tokens)
    after = [i for i in places if last < i <= last + _REACH and not _opens_clause(doc, last, i)]
    if not places:
        return None
    return after_preposition(doc, (after or places)[0], cue.sentence, lexicon)


def _is_near(doc: Doc, cue: Cue, place: int) -> bool:
    """``In het rapport staat``: no clause between phrase and verb, but for ``Uit wat hij zei blijkt``."""
    between = range(place + 1, cue.anchor)
    return cue.rule.source == "uit" or not any(is_finite_form(doc[i]) for i in between)


def _opens_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether what was said begins between two tokens."""
    return any(token.pos_ == "SCONJ" or token.text in (",", ":") for token in doc[start + 1 : end])
