"""Why cues applied or did not, rule by rule: for ``rules explain`` and ``--explain``."""

from collections.abc import Iterator

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.cues import Cue, is_noun, match
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import read_sentences
from nieuwsextract.pipeline.verdicts import Look


def look_at(doc: Doc, lexicon: Lexicon) -> Iterator[Look]:
    """Yield what every cue rule says of every verb form that is one of its own, in text order."""
    for sentence in read_sentences(doc).sentences:
        for place, index in enumerate(sentence.own):
            options = lexicon.verbs.get(doc[index].lower_, [])
            is_verb = not (options and is_noun(doc, sentence, place, options))
            for rule, kind in options:
                found = match(doc, sentence, place, rule, kind, lexicon)
                reason = None if isinstance(found, Cue) else found
                refused = reason if is_verb else f"no verb here, but {doc[index].pos_}"
                yield Look(f"quotes/{rule.id}", index, refused)
