"""Who speaks inside quotation marks, where that is plain: for ``ik``, and for whom ``hij`` cannot be."""

from itertools import pairwise

from spacy.tokens import Doc

from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.quotation import Quotation, find_quotations

#: How many tokens after the closing mark the speaker may begin.
_REACH = 7
#: Shorter stretches between marks are titles and words.
_MIN_CHARACTERS = 20


class Speeches:
    """The quotations of one doc by token, with their speakers as far as they are known."""

    def __init__(self, doc: Doc, text: str, source_words: frozenset[str]) -> None:
        self.doc = doc
        self.source_words = source_words
        self._number: list[int | None] = [None] * len(doc)
        self.bounds: list[tuple[int, int]] = []
        self.speakers: dict[int, Draft] = {}
        for quotation in find_quotations(text):
            self._add(quotation)

    def _add(self, quotation: Quotation) -> None:
        start, end = quotation.content
        if quotation.depth > 0 or end - start < 2:
            return
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return
        for i in range(span.start, span.end):
            self._number[i] = len(self.bounds)
        self.bounds.append((span.start, span.end))

    def number(self, at: int) -> int | None:
        """Return the number of the quotation a token stands in, or None."""
        return self._number[at]

    def speaker_at(self, at: int) -> Draft | None:
        """Return who speaks at a token, if it is inside a quotation and known."""
        number = self._number[at]
        return None if number is None else self.speakers.get(number)

    def attribute(self, drafts_at: dict[int, Draft], persons: set[int]) -> None:
        """Find the speakers: the person named right after the marks, or before a colon before them.

        ``drafts_at`` are entities by their mention's first token; ``persons`` the ids of those that speak.
        """
        for number, (start, end) in enumerate(self.bounds):
            if number in self.speakers or self._length(number) < _MIN_CHARACTERS:
                continue
            found = self._after(end, drafts_at, persons) or self._before(start, drafts_at, persons)
            if found is not None:
                self.speakers[number] = found
        self._go_on()

    def _length(self, number: int) -> int:
        start, end = self.bounds[number]
        return self.doc[end - 1].idx - self.doc[start].idx

    def _after(self, end: int, drafts_at: dict[int, Draft], persons: set[int]) -> Draft | None:
        """``“…”, zei premier De Wit``: a verb or ``aldus`` first, then the person."""
        reported = False
        for at in range(end, min(end + _REACH + 2, len(self.doc))):
            token = self.doc[at]
            if token.is_space or (at > end + 1 and token.is_sent_start) or self._number[at] is not None:
                return None
            reported = reported or token.pos_ in ("VERB", "AUX") or token.lower_ in self.source_words
            draft = drafts_at.get(at)
            if draft is not None:
                return draft if reported and id(draft) in persons else None
        return None

    def _before(self, start: int, drafts_at: dict[int, Draft], persons: set[int]) -> Draft | None:
        """``De Wit zei: “…”``: the first person of the sentence that the colon ends."""
        at = start - 1
        while (
            at >= 0 and not self.doc[at].is_alpha and self.doc[at].text != ":" and not self.doc[at].is_space
        ):
            at -= 1
        if at < 0 or self.doc[at].text not in (":", ","):
            return None
        found = None
        while at >= 0 and not self.doc[at].is_space:
            draft = drafts_at.get(at)
            if draft is not None and id(draft) in persons:
                found = draft
            if self.doc[at].is_sent_start:
                break
            at -= 1
        return found

    def _go_on(self) -> None:
        """``“A”, zei hij. “B.”``: speech that follows in the paragraph has the same speaker."""
        for number, ((_, end), (start, _)) in enumerate(pairwise(self.bounds)):
            between = self.doc[end:start]
            same = number in self.speakers and number + 1 not in self.speakers
            if same and len(between) < 30 and not any("\n" in token.text for token in between):
                self.speakers[number + 1] = self.speakers[number]
