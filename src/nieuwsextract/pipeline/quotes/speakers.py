"""The notes of a doc's quotes: each with its speaker, and the quote that embeds it."""

from bisect import bisect_right
from collections import Counter

from spacy.tokens import Doc

from nieuwsextract.pipeline.notes import QuoteNote, SpeakerNote
from nieuwsextract.pipeline.quotes.drafts import Draft, Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.people import Someone
from nieuwsextract.pipeline.quotes.references import References
from nieuwsextract.pipeline.quotes.sentences import Chars, Reading
from nieuwsextract.pipeline.words import words_of

Speaker = tuple[Someone, str]

#: Of a headline's words so many must be a body quote's.
_SAME_WORDS = 0.5
#: Quotations in headlines that are compared with all quotes of the text.
_MOST_HEADLINES = 5
#: Quotes below a heading among which its speaker is sought.
_NEAR = 20
#: Of the words in direct quotes so many are the main speaker's.
_MAIN_SHARE = 0.5


def make_notes(doc: Doc, reading: Reading, drafts: list[Draft], lexicon: Lexicon) -> list[QuoteNote]:
    """Return the notes of drafts that stand in text order."""
    embedding = _embedding(drafts)
    references = References(doc, reading, lexicon)
    speakers = _name_speakers(doc, references, drafts, embedding)
    return [
        {
            "quote_type": draft.quote_type,
            "content": draft.content,
            "cue": draft.cue,
            "cue_lemma": draft.cue_lemma,
            "cue_class": draft.cue_class,
            "source": _chars(doc, draft.source),
            "speaker": _note(speaker),
            "addressee": _chars(doc, draft.addressee),
            "addressee_entity": references.entity_at(draft.addressee),
            "attributed_in": outer,
            "rule": draft.rule,
            "confidence": draft.confidence,
            "evidence": {},
        }
        for draft, outer, speaker in zip(drafts, embedding, speakers, strict=True)
    ]


def _name_speakers(
    doc: Doc, references: References, drafts: list[Draft], embedding: list[int | None]
) -> list[Speaker | None]:
    """Resolve in text order; a quotation that nobody was named for, as in a headline, waits for the rest."""
    speakers: list[Speaker | None] = [None] * len(drafts)
    for index, draft in enumerate(drafts):
        outer = embedding[index]
        speakers[index] = references.speaker(
            draft,
            speakers[outer] if outer is not None else None,
            in_direct=outer is not None and drafts[outer].quote_type == "direct",
        )
        if outer is None and (speaker := speakers[index]):
            references.focus.remember(draft, speaker[0])
        elif outer is None and draft.source is not None and draft.cue_class != "ask":
            references.focus.remember(draft, references.unnamed(draft, draft.source))
    main = _main_speaker(drafts, speakers)
    waiting = [i for i, draft in enumerate(drafts) if speakers[i] is None and draft.rule == "quotes/turn"]
    repeated = [i for i in waiting if drafts[i].sentence.kind == "headline"][:_MOST_HEADLINES]
    for index in waiting:
        same = _same_words(doc, drafts[index], drafts, speakers) if index in repeated else None
        below = references.focus.is_heading(drafts[index]) and drafts[index].sentence.kind != "headline"
        speakers[index] = same or (_speaks_below(drafts, speakers, index) if below else None) or main
    return speakers


def _speaks_below(drafts: list[Draft], speakers: list[Speaker | None], index: int) -> Speaker | None:
    """A heading in quotation marks is said by the first who is quoted with a name below it."""
    for below in range(index + 1, min(len(drafts), index + 1 + _NEAR)):
        if drafts[below].source is not None or drafts[below].rule == "quotes/turn":
            speaker = speakers[below]
            return (speaker[0], "previous_quote") if speaker else None
    return None


def _main_speaker(drafts: list[Draft], speakers: list[Speaker | None]) -> Speaker | None:
    """Who says most of what is quoted directly, if one person says more than half of it."""
    said: Counter[int] = Counter()
    people: dict[int, Someone] = {}
    for draft, speaker in zip(drafts, speakers, strict=True):
        if draft.quote_type == "direct":
            key = id(speaker[0]) if speaker else 0
            said[key] += draft.size
            if speaker:
                people[key] = speaker[0]
    most = max(people, key=lambda key: said[key], default=None)
    if most is None or people[most].label != "PERSON" or said[most] <= _MAIN_SHARE * said.total():
        return None
    return people[most], "previous_quote"


def _same_words(
    doc: Doc, draft: Draft, drafts: list[Draft], speakers: list[Speaker | None]
) -> Speaker | None:
    """A headline's quotation is somebody's words from the body: the quote that shares most of them."""
    text = words_of(doc).text
    words = _words(text, draft)
    best, found = _SAME_WORDS, None
    for other, speaker in zip(drafts, speakers, strict=True):
        if other is draft or speaker is None:
            continue
        share = len(words & _words(text, other)) / max(1, len(words))
        if share > best:
            best, found = share, speaker
    return (found[0], "previous_quote") if found else None


def _words(text: str, draft: Draft) -> set[str]:
    said = " ".join(text[start:end] for start, end in draft.content).lower()
    return {word.strip(".,;:!?'\"‘’“”„") for word in said.split()}


def _embedding(drafts: list[Draft]) -> list[int | None]:
    """For each draft the smallest one whose content holds it with its cue; drafts are in text order."""
    starts = [draft.start for draft in drafts]
    holders: list[int | None] = [None] * len(drafts)
    for index, outer in enumerate(drafts):
        for inner in range(bisect_right(starts, outer.start - 1), bisect_right(starts, outer.content[-1][1])):
            held = holders[inner]
            smaller = held is None or outer.size < drafts[held].size
            if inner != index and smaller and _holds(outer, drafts[inner]):
                holders[inner] = index
    return holders


def _holds(outer: Draft, inner: Draft) -> bool:
    at = inner.cue[0][0] if inner.cue else inner.start
    return any(s <= at < e and s <= inner.start and inner.content[-1][1] <= e for s, e in outer.content)


def _chars(doc: Doc, source: Source | None) -> Chars | None:
    if source is None or source.end <= source.start:
        return None
    last = doc[source.end - 1]
    return doc[source.start].idx, last.idx + len(last)


def _note(speaker: Speaker | None) -> SpeakerNote | None:
    if speaker is None:
        return None
    who, via = speaker
    return {"entity": who.entity, "name": who.name, "via": via, "confidence": None, "evidence": {}}
