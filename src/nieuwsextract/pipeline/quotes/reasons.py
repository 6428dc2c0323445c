"""Why cues, phrases, nouns and quotation marks gave quotes or not: for explanations only."""

from collections.abc import Iterator

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.cues import Cue, is_noun, match
from nieuwsextract.pipeline.quotes.direct import in_brackets
from nieuwsextract.pipeline.quotes.lexicon import Lexicon, is_titled
from nieuwsextract.pipeline.quotes.phrases import find_block, match_phrase, source_of
from nieuwsextract.pipeline.quotes.sentences import Marked, Sentence, read_sentences
from nieuwsextract.pipeline.verdicts import UNMET, Look, Verdict
from nieuwsextract.rules.patterns import Patterned


def look_at(doc: Doc, lexicon: Lexicon) -> Iterator[Look]:
    """Yield what every cue rule says of every word that is one of its own, in text order."""
    for sentence in read_sentences(doc).sentences:
        for place, index in enumerate(sentence.own):
            yield from _verbs(doc, sentence, place, lexicon)
            yield from _phrases(doc, sentence, place, lexicon)
            for noun in lexicon.nouns.get(doc[index].lower_, ()):
                unmet = _unmet(noun, doc, index, index + 1, lexicon)
                no_noun = f"no noun here, but {doc[index].pos_}" if doc[index].pos_ != "NOUN" else None
                yield Look(f"quotes/{noun.id}", index, unmet or no_noun)


def _verbs(doc: Doc, sentence: Sentence, place: int, lexicon: Lexicon) -> Iterator[Look]:
    token = doc[sentence.own[place]]
    options = lexicon.verbs.get(token.lower_, [])
    is_verb = not (options and is_noun(doc, sentence, place, options, lexicon))
    for rule, kind in options:
        found = match(doc, sentence, place, rule, kind, lexicon)
        reason = None if isinstance(found, Cue) else found
        yield Look(f"quotes/{rule.id}", token.i, reason if is_verb else f"no verb here, but {token.pos_}")


def _phrases(doc: Doc, sentence: Sentence, place: int, lexicon: Lexicon) -> Iterator[Look]:
    index = sentence.own[place]
    for rule in lexicon.phrases.get(doc[index].lower_, ()):
        end = match_phrase(doc, sentence, place, rule)
        if end is None:
            continue
        block = find_block(doc, index, end, rule, lexicon)
        reason = _unmet(rule, doc, index, end, lexicon) or (f"blocked by {block.id}" if block else None)
        if reason is None and source_of(doc, sentence, index, end, rule, lexicon) is None:
            reason = "nobody stands by it who could say it"
        yield Look(f"quotes/{rule.id}", index, reason)


def _unmet(rule: Patterned, doc: Doc, start: int, end: int, lexicon: Lexicon) -> str | None:
    unmet = list(lexicon.patterns.unmet(rule.pattern, doc, start, end)) if rule.pattern else []
    return f"{UNMET}: {', '.join(unmet)}" if unmet else None


def why_no_quotes(doc: Doc, lexicon: Lexicon) -> Iterator[Verdict]:
    """Yield the quotations that are no quote's content, and why."""
    contents = [chars for note in doc._.nieuws_quotes for chars in note["content"]]
    for sentence in read_sentences(doc).sentences:
        for marked in sentence.children:
            start, end = marked.content
            if not any(first < end and start < last for first, last in contents):
                yield Verdict("quotes/marks", start, end, _why_no_quote(doc, sentence, marked, lexicon))


def _why_no_quote(doc: Doc, sentence: Sentence, marked: Marked, lexicon: Lexicon) -> str:
    if in_brackets(doc, sentence, marked):
        return "in brackets: a title"
    if is_titled(doc, marked.start, lexicon):
        return "the words before it bring in a title or nickname"
    return "nothing says that somebody said it: no cue, colon or turn"
