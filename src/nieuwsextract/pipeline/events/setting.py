"""Where and when: from the trigger's clause, else its sentence, else the dateline."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.pipeline.notes import CountryNote, PlaceNote, TimeNote, published_of

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WHERE = frozenset({
    "in", "te", "bij", "nabij", "op", "rond", "buiten", "boven", "langs", "voor", "uit", "vanuit", "ten",
})  # fmt: skip
#: What stands before a duration that an event fills.
_LASTING = frozenset({"al", "sinds", "gedurende"})


class Setting:
    """The places and times of one document, by token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.countries: Sequence[CountryNote] = doc._.nieuws_countries
        self.published = published_of(doc)
        self.times: list[tuple[int, int, int]] = []
        for index, note in enumerate(doc._.nieuws_dates):
            span = doc.char_span(note["start"], note["end"], alignment_mode="expand")
            if span is not None:
                self.times.append((span.start, span.end, index))
        self.dateline = self._read_dateline()

    def place_of(self, trigger: Trigger, taken: set[int]) -> PlaceNote | None:
        """Return the place by a preposition of place nearest in the clause, else the assumed dateline."""
        token = trigger.token
        candidates = [
            ent
            for ent in token.sent.ents
            if ent.label_ in _PLACES and ent.root.i not in taken and _is_where(ent.root, token)
        ]
        same = [ent for ent in candidates if _shares_clause(ent.root, token)]
        best = min(same, key=lambda ent: abs(ent.root.i - token.i), default=None)
        if best is not None:
            return self._note(best, assumed=False)
        return self._note(self.dateline, assumed=True) if self.dateline is not None else None

    def time_of(self, trigger: Trigger) -> int | None:
        """Return the index of the time in the trigger's clause, else of the sentence's only clause."""
        token = trigger.token
        sentence = token.sent
        near = (time for time in self.times if sentence.start <= time[0] < sentence.end)
        same = [
            time
            for time in near
            if self._is_when(time) and _shares_clause(self.doc[time[0] : time[1]].root, token)
        ]
        best = min(same, key=lambda time: abs(time[0] - token.i), default=None)
        return best[2] if best is not None else None

    def is_future(self, time: int | None) -> bool:
        """Whether a time lies after the publication date."""
        if time is None or not self.published:
            return False
        note: TimeNote = self.doc._.nieuws_dates[time]
        value = note["value"] or ""
        if value == "FUTURE_REF":
            return True
        length = min(len(value), len(self.published), 10)
        return value[:4].isdigit() and value[:length] > self.published[:length]

    def is_historical(self, time: int | None) -> bool:
        """Whether a time lies before the year that went before the publication: told as history."""
        value = "" if time is None else self.doc._.nieuws_dates[time]["value"] or ""
        if not self.published or not value[:2].isdigit():
            return False
        return int(value[:4].replace("X", "9")) < int(self.published[:4]) - 1

    def _is_when(self, time: tuple[int, int, int]) -> bool:
        """Dates and times; a duration only when it is said to last: ``twaalf jaar cel`` is a measure."""
        start, end, index = time
        note: TimeNote = self.doc._.nieuws_dates[index]
        last = self.doc[end - 1].lower_
        if last.endswith(("jarige", "jarig")) or (end - start == 1 and last.isdigit() and len(last) < 4):
            return False
        if note["type"] == "DURATION":
            return last.endswith("lang") or (start > 0 and self.doc[start - 1].lower_ in _LASTING)
        return note["type"] in ("DATE", "TIME")

    def _note(self, span: Span, *, assumed: bool) -> PlaceNote:
        country = next(
            (
                note["country"]
                for note in self.countries
                if note["start"] < span.end_char and span.start_char < note["end"]
            ),
            None,
        )
        return {"start": span.start_char, "end": span.end_char, "country": country, "assumed": assumed}

    def _read_dateline(self) -> Span | None:
        block = next((b for b in self.doc._.nieuws_layout["blocks"] if b["kind"] == "dateline"), None)
        if block is None:
            return None
        return next(
            (
                ent
                for ent in self.doc.ents
                if ent.label_ in _PLACES and block["start"] <= ent.start_char < block["end"]
            ),
            None,
        )


def _is_where(place: Token, trigger: Token) -> bool:
    """Whether a place says where: by its own or a larger phrase's preposition, not inside another argument.

    ``in het oosten van Oekraïne`` does, ``de minister van Defensie in Athene dreigt`` does not.
    """
    path = list(relations.phrase_path(place))
    if relations.is_argument(path[-1]) and trigger not in path:
        return False
    return any(clauses.preposition(noun) in _WHERE for noun in path)


def _shares_clause(one: Token, other: Token) -> bool:
    """Whether a place or time stands in the trigger's clause, or in the one that this continues."""
    clause = clauses.clause_verb(next(reversed(list(relations.phrase_path(one)))))
    return any(clause == verb for verb in relations.continued_clauses(other))
