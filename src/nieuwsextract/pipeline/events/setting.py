"""Where and when: from the trigger's clause, else its sentence, else the dateline."""

from operator import itemgetter

from spacy.tokens import Doc, Span, Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.pipeline.notes import PlaceNote, TimeNote, published_of
from nieuwsextract.pipeline.stretches import Stretches

_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Setting:
    """The places and times of one document, by token."""

    def __init__(self, doc: Doc, known: FunctionWords) -> None:
        self.doc = doc
        self.known = known
        self.published = published_of(doc)
        self.dates: list[TimeNote] = doc._.nieuws_dates
        self.countries = Stretches((n["start"], n["end"], n["country"]) for n in doc._.nieuws_countries)
        self.times = Stretches(
            (span.start, span.end, (span.start, span.end, index))
            for index, note in enumerate(self.dates)
            if (span := doc.char_span(note["start"], note["end"], alignment_mode="expand")) is not None
        )
        places = [ent for ent in doc.ents if ent.label_ in _PLACES]
        self.places = Stretches((ent.start, ent.end, ent) for ent in places)
        self.dateline = self._read_dateline(places)

    def place_of(self, trigger: Trigger, taken: set[int]) -> PlaceNote | None:
        """Return the place by a preposition of place nearest in the clause, else the assumed dateline."""
        token = trigger.token
        sentence = token.sent
        inside = self.places.beginning(sentence.start, sentence.end)
        near = [(ent.root, ent) for ent in inside if ent.end <= sentence.end]
        same = [
            (abs(root.i - token.i), ent)
            for root, ent in near
            if root.i not in taken and self._is_where(root, token) and _shares_clause(root, token)
        ]
        if same:
            return self._note(min(same, key=itemgetter(0))[1], assumed=False)
        return self._note(self.dateline, assumed=True) if self.dateline is not None else None

    def time_of(self, trigger: Trigger) -> int | None:
        """Return the index of the time in the trigger's clause, else of the sentence's only clause."""
        token = trigger.token
        sentence = token.sent
        same = [
            time
            for time in self.times.beginning(sentence.start, sentence.end)
            if self._is_when(time) and _shares_clause(self.doc[time[0] : time[1]].root, token)
        ]
        best = min(same, key=lambda time: abs(time[0] - token.i), default=None)
        return best[2] if best is not None else None

    def is_future(self, time: int | None) -> bool:
        """Whether a time lies after the publication date."""
        if time is None or not self.published:
            return False
        value = self.dates[time]["value"] or ""
        if value == "FUTURE_REF":
            return True
        length = min(len(value), len(self.published), 10)
        return value[:4].isdigit() and value[:length] > self.published[:length]

    def is_undated(self, time: int | None) -> bool:
        """Whether a weekday or month is of no known year, since nothing says when the text appeared."""
        return (
            time is not None and not self.published and (self.dates[time]["value"] or "").startswith("XXXX")
        )

    def is_historical(self, time: int | None) -> bool:
        """Whether a time lies before the year that went before the publication: told as history."""
        value = "" if time is None else self.dates[time]["value"] or ""
        if not self.published or not value[:2].isdigit():
            return False
        return int(value[:4].replace("X", "9")) < int(self.published[:4]) - 1

    def _is_when(self, time: tuple[int, int, int]) -> bool:
        """Dates and times; a duration only when it is said to last: ``twaalf jaar cel`` is a measure."""
        start, end, index = time
        note = self.dates[index]
        last = self.doc[end - 1].lower_
        if end - start == 1 and last.isdigit() and len(last) < 4:
            return False
        if note["type"] == "DURATION":
            before = self.doc[start - 1].lower_ if start > 0 else ""
            return last.endswith("lang") or before in self.known.duration_openers
        return note["type"] in ("DATE", "TIME")

    def _is_where(self, place: Token, trigger: Token) -> bool:
        """Whether a place says where: by its own or a larger phrase's preposition, not in another argument.

        ``in het oosten van Oekraïne`` does, ``de minister van Defensie in Athene dreigt`` does not.
        """
        path = list(relations.phrase_path(place))
        if relations.is_argument(path[-1]) and trigger not in path:
            return False
        return any(clauses.preposition(noun) in self.known.place_prepositions for noun in path)

    def _note(self, span: Span, *, assumed: bool) -> PlaceNote:
        country = next(self.countries.touching(span.start_char, span.end_char), None)
        return {"start": span.start_char, "end": span.end_char, "country": country, "assumed": assumed}

    def _read_dateline(self, places: list[Span]) -> Span | None:
        block = next((b for b in self.doc._.nieuws_layout["blocks"] if b["kind"] == "dateline"), None)
        if block is None:
            return None
        inside = (ent for ent in places if block["start"] <= ent.start_char < block["end"])
        return next(inside, None)


def _shares_clause(one: Token, other: Token) -> bool:
    """Whether a place or time stands in the trigger's clause, or in the one that this continues."""
    clause = clauses.clause_verb(next(reversed(list(relations.phrase_path(one)))))
    return any(clause == verb for verb in relations.continued_clauses(other))
