"""Which mentions are one event, and which event the article is about."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.pipeline.notes import EventNote, ParticipantNote, TimeNote
from nieuwsextract.pipeline.words import words_of

_IN_HEADLINE, _IN_LEAD = 4.0, 3.0
_PER_ROLE, _PER_HEADLINE_WORD, _NOT_ASSERTED, _REPORTED = 1.0, 0.5, 0.5, 1.0
_MIN_WORD = 4
#: A mention is compared with so many events of its type, the ones told last.
_MAX_GROUPS = 50


def cluster_events(doc: Doc, triggers: list[Trigger], notes: list[EventNote]) -> None:
    """Number the notes that tell of one event: same type and polarity, arguments and time that agree."""
    text, dates = words_of(doc).text, doc._.nieuws_dates
    groups: list[_Group] = []
    alike: dict[tuple[str, str], list[_Group]] = {}
    for index, (trigger, note) in enumerate(zip(triggers, notes, strict=True)):
        told = _Told.read(text, dates, trigger, note)
        known = alike.setdefault((note["event_type"], note["polarity"]), [])
        group = next((g for g in known[-_MAX_GROUPS:] if g.admits(told)), None)
        if group is None:
            group = _Group()
            groups.append(group)
            known.append(group)
        group.told[told] = None
        group.members.append(index)
    for number, group in enumerate(group for group in groups if len(group.members) > 1):
        for index in group.members:
            notes[index]["cluster"] = number


@dataclass(frozen=True)
class _Told:
    """What a note tells, in a form that can be compared."""

    word: str
    actors: frozenset[str]
    recipients: frozenset[str]
    time: str | None

    @classmethod
    def read(cls, text: str, dates: list[TimeNote], trigger: Trigger, note: EventNote) -> "_Told":
        at = note["time"]
        return cls(
            trigger.form.reading.lemma,
            _names(text, note["actors"]),
            _names(text, note["recipients"]),
            None if at is None else dates[at]["value"] or f"#{at}",
        )

    def differs(self, other: "_Told") -> bool:
        """Whether actors, recipients or times, where both are known, have nothing in common."""
        for mine, theirs in ((self.actors, other.actors), (self.recipients, other.recipients)):
            if mine and theirs and mine.isdisjoint(theirs):
                return True
        return None not in (self.time, other.time) and self.time != other.time

    def shares(self, other: "_Told") -> bool:
        """Whether word or arguments have something in common."""
        return (
            self.word == other.word
            or not self.actors.isdisjoint(other.actors)
            or not self.recipients.isdisjoint(other.recipients)
        )


@dataclass
class _Group:
    """Mentions of one event: their indexes, and what they tell, each once."""

    members: list[int] = field(default_factory=list)
    told: dict[_Told, None] = field(default_factory=dict)

    def admits(self, told: _Told) -> bool:
        """Whether a note fits every member, and shares the word or an argument with one."""
        return not any(map(told.differs, self.told)) and any(map(told.shares, self.told))


def _names(text: str, participants: list[ParticipantNote]) -> frozenset[str]:
    """Entities where known, else the last word: the head of most noun phrases."""
    return frozenset(
        f"#{note['entity']}"
        if note["entity"] is not None
        else text[note["start"] : note["end"]].lower().split()[-1]
        for note in participants
    )


def choose_main(doc: Doc, notes: list[EventNote]) -> None:
    """Mark the event that answers who did what: early, with arguments, in the headline's words."""
    if not notes:
        return
    blocks = doc._.nieuws_layout["blocks"]
    headline = next(((b["start"], b["end"]) for b in blocks if b["kind"] == "headline"), (0, 0))
    lead_end = next((b["end"] for b in blocks if b["kind"] == "paragraph"), 0)
    text = words_of(doc).text
    words = _words(text[slice(*headline)])
    types = {n["event_type"] for n in notes if headline[0] <= n["trigger"][0][0] < headline[1]}
    scores = [
        _weight(note, headline, lead_end)
        + (note["event_type"] in types)
        + _PER_HEADLINE_WORD * len(words & _argument_words(text, note))
        for note in notes
    ]
    best = max(range(len(notes)), key=lambda index: (scores[index], -index))
    notes[best]["main"] = True


def _weight(note: EventNote, headline: tuple[int, int], lead_end: int) -> float:
    at = note["trigger"][0][0]
    place = _IN_HEADLINE if headline[0] <= at < headline[1] else _IN_LEAD if at < lead_end else 0.0
    roles = sum(bool(note[role]) for role in ("actors", "recipients"))
    doubt = _NOT_ASSERTED * (note["modality"] != "asserted") + _NOT_ASSERTED * (note["polarity"] == "neg")
    return place + _PER_ROLE * roles - doubt - _REPORTED * (note["reported_by"] is not None and place == 0)


def _argument_words(text: str, note: EventNote) -> set[str]:
    phrases = (text[who["start"] : who["end"]] for who in (*note["actors"], *note["recipients"]))
    return {word for phrase in phrases for word in _words(phrase)}


def _words(text: str) -> set[str]:
    return {word.strip(".,:;'\"").lower() for word in text.split() if len(word) >= _MIN_WORD}
