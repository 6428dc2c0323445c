"""Who could have said a quote and was not taken for its speaker, and why: for explanations only."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.notes import QuoteNote
from nieuwsextract.pipeline.quotes.focus import REACH, Focus
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.people import Named, People, is_called
from nieuwsextract.pipeline.quotes.references import gender_of
from nieuwsextract.pipeline.quotes.sentences import read_sentences
from nieuwsextract.pipeline.verdicts import Passed

#: So many candidates are told.
_MOST = 4


def passed_speakers(doc: Doc, lexicon: Lexicon) -> Iterator[Passed]:
    """Yield the people near each quote of a doc, its speaker left out, the nearest first."""
    people = People(doc, lexicon)
    focus = Focus(doc, read_sentences(doc), people, lexicon)
    for note in doc._.nieuws_quotes:
        first, last = note["source"] or (0, 0)
        source = doc.char_span(first, last, alignment_mode="expand") if last else None
        told: set[str] = {note["speaker"]["name"]} if note["speaker"] else set()
        for named in _candidates(doc, note, source, people, focus):
            if named.who.name in told or len(told) > _MOST:
                continue
            told.add(named.who.name)
            start, end = note["content"][0]
            reason = _why(note, source, named, lexicon)
            yield Passed(start, doc.text[start:end], "speaker", named.who.name, reason)


def _candidates(
    doc: Doc, note: QuoteNote, source: Span | None, people: People, focus: Focus
) -> Iterator[Named]:
    """Who is named in the source; where it has no name, the people of the sentences before it too."""
    start, end = note["content"][0]
    content = doc.char_span(start, end, alignment_mode="expand")
    at = source.start if source is not None else content.start if content is not None else 0
    if source is not None:
        yield from people.within(source.start, source.end)
    if note["speaker"] is None or note["speaker"]["via"] not in ("name", "apposition"):
        place = max(0, bisect_right(focus.starts, at) - 1 - REACH)
        yield from reversed(focus.people_between(focus.starts[place] if focus.starts else 0, at))


def _why(note: QuoteNote, source: Span | None, named: Named, lexicon: Lexicon) -> str:
    speaker, who = note["speaker"], named.who
    if source is None:
        return "spoke or was named earlier" if speaker else "nothing says that this speaks"
    head = source.root.lower_
    if source.start <= named.start < source.end:
        return f"stands in the source, whose head is {source.root.text!r}"
    if lexicon.has("third_person", head):
        gender = gender_of(head, lexicon)
        if gender and who.gender and who.gender != gender:
            return f"is {who.gender}, {head!r} is not"
        return "less in focus: named or speaking earlier" if speaker else f"{head!r} is not surely this one"
    if not any(is_called(head, role) for role in who.roles):
        return f"is nowhere called {head!r}"
    return "is called so as well, another was named last" if speaker else "one of several called so"
