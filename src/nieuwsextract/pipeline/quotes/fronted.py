"""``"Wat een dag", straalt de winnaar``: speech before a verb that no rule knows, by word order alone.

``"Dat gaat goed", is de trainer stellig`` too.

Dutch puts the finite verb second. Where a quotation and a comma fill the first place and a person follows the
verb, that person said it, whatever the verb: writers make new ones every day.
"""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import is_finite_form
from nieuwsextract.pipeline.quotes.cue_sources import whose_words
from nieuwsextract.pipeline.quotes.drafts import Draft, Source, group_spans
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import opens_phrase, phrase_from
from nieuwsextract.pipeline.quotes.sentences import Marked, Sentence

#: Tokens after the verb among which its particle stands.
_REACH = 12


def find_fronted(
    doc: Doc, sentence: Sentence, child: Marked, after: list[int], lexicon: Lexicon
) -> Draft | None:
    """Return the direct quote of a quotation that a comma, a full verb and a person follow in this order.

    ``after`` are the sentence's own tokens from the closing mark on.
    """
    words = [i for i in after if not doc[i].is_punct and not doc[i].is_space]
    if words and doc[words[0]].lower_ == "zo":
        words.pop(0)
    if len(words) < 2 or words[1] != words[0] + 1 or not child.reads_like_speech:
        return None
    if not (child.text.endswith(",") or any(doc[i].text == "," for i in after if i < words[0])):
        return None
    verb = doc[words[0]]
    if lexicon.has("to_be", verb.lower_) and (told := _told_as(doc, sentence, child, words, lexicon)):
        return told
    source = _speaker(doc, words[1], sentence, lexicon)
    if not is_finite_form(verb) or source is None:
        return None
    more = [token for token in _rest_of(verb) if source.end <= token.i <= verb.i + _REACH]
    if verb.pos_ != "VERB" and not more:
        return None
    draft = Draft("direct", [child.content], sentence, "quotes/inversie", 0.9, marked=[child], source=source)
    draft.cue = group_spans(doc, [verb.i, *(token.i for token in more)])
    draft.cue_lemma = ("" if verb.pos_ == "VERB" else " ").join([*(t.lower_ for t in more), verb.lemma_])
    draft.cue_class = "say"
    return draft


def _rest_of(verb: Token) -> list[Token]:
    """The particle of a verb, or what a copula says: ``blaast … af``, ``is … stellig``."""
    return [clauses.main_verb(verb)] if clauses.is_copula(verb) else clauses.particles(verb)


def _told_as(doc: Doc, sentence: Sentence, child: Marked, words: list[int], lexicon: Lexicon) -> Draft | None:
    """``"Blijf binnen", is het advies van de politie``: a copula and what kind of words these are."""
    found = phrase_from(doc, words[1], sentence, lexicon) if opens_phrase(doc, doc[words[1]]) else None
    if found is None or not lexicon.has("utterance", doc[found.head].lower_):
        return None
    draft = Draft("direct", [child.content], sentence, "quotes/inversie", 0.9, marked=[child])
    draft.source = whose_words(doc, found, sentence, lexicon)
    draft.cue = group_spans(doc, [words[0]])
    draft.cue_lemma, draft.cue_class = doc[words[0]].lemma_, "say"
    return draft


def _speaker(doc: Doc, start: int, sentence: Sentence, lexicon: Lexicon) -> Source | None:
    """The pronoun, name or description of somebody that begins at a token, without an object after it."""
    if lexicon.has("nominative", doc[start].lower_):
        return Source(start, start + 1, start)
    found = phrase_from(doc, start, sentence, lexicon) if opens_phrase(doc, doc[start]) else None
    if found is None:
        return None
    head = next((i for i in range(start, found.end) if doc[i].ent_type_ == "PERSON"), found.head)
    end = next((i for i in range(head + 1, found.end) if doc[i].pos_ == "DET"), found.end)
    if doc[head].ent_type_:
        end = next((i for i in range(head + 1, end) if doc[i].ent_iob_ != "I"), end)
    described = doc[head].pos_ == "NOUN" and doc[start].pos_ == "DET"
    return Source(start, end, head) if doc[head].ent_type_ == "PERSON" or described else None
