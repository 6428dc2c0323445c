"""``IAEA: Teheran remt kernprogramma af``: in a headline, what follows a speaker's colon is a quote."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.drafts import Draft, Source, reported
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence

_SPEAKERS = {"PERSON", "ORG", "GPE", "NORP"}
#: A country before a colon is mostly where it happens.
_PLACES = {"GPE", "LOC", "NORP"}


def find_headline(doc: Doc, sentence: Sentence, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the quote of a headline of the form ``speaker: statement`` without quotation marks."""
    if sentence.kind == "paragraph" or drafts or sentence.region is not None:
        return []
    colon = next((i for i in sentence.own if doc[i].text == ":"), None)
    if colon is None or colon + 2 >= sentence.end:
        return []
    source = headline_speaker(doc, sentence, colon, lexicon)
    if source is None or (not sentence.children and doc[source.head].ent_type_ in _PLACES):
        return []
    quote_type, content, used = reported(doc, [(colon + 1, sentence.end)], sentence.children)
    if not content:
        return []
    draft = Draft(quote_type, content, sentence, "quotes/kop", 0.7, marked=used, source=source)
    draft.cue, draft.cue_lemma, draft.cue_class = [(doc[colon].idx, doc[colon].idx + 1)], ":", "say"
    return [draft]


def headline_speaker(doc: Doc, sentence: Sentence, colon: int, lexicon: Lexicon) -> Source | None:
    """Return the name or role that stands alone before a headline's colon, after the last comma."""
    words = [i for i in sentence.own if i < colon and not doc[i].is_space]
    commas = [i for i in words if doc[i].text in (",", "-", "–", "|")]
    words = [i for i in words if not commas or i > commas[-1]]
    if not words or len(words) > 6:
        return None
    last = doc[words[-1]]
    named = all(doc[i].ent_type_ in _SPEAKERS for i in words)
    role = lexicon.has("person_noun", last.lower_) or lexicon.has("person_noun", doc[words[0]].lower_)
    titled = role and any(doc[i].ent_type_ in _SPEAKERS for i in words)
    if named or (role and len(words) <= 3) or titled:
        return Source(words[0], words[-1] + 1, words[-1])
    return None
