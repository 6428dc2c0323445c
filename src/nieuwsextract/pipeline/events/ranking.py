"""Which mentions are one event, and which event the article is about."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.pipeline.notes import EventNote, ParticipantNote, TimeNote

_IN_HEADLINE, _IN_LEAD = 4.0, 3.0
_PER_ROLE, _PER_HEADLINE_WORD, _NOT_ASSERTED, _REPORTED = 1.0, 0.5, 0.5, 1.0
_MIN_WORD = 4


def cluster_events(doc: Doc, triggers: list[Trigger], notes: list[EventNote]) -> None:
    """Number the notes that tell of one event: same type and polarity, arguments and time that agree."""
    groups: list[list[int]] = []
    names = _Names(doc, notes)
    for index in range(len(notes)):
        group = next((g for g in groups if _agree(names, triggers, notes, g, index)), None)
        if group is None:
            groups.append([index])
        else:
            group.append(index)
    for number, group in enumerate(group for group in groups if len(group) > 1):
        for index in group:
            notes[index]["cluster"] = number


class _Names:
    """Actors, recipients and times of the notes, in a form that can be compared."""

    def __init__(self, doc: Doc, notes: list[EventNote]) -> None:
        text = doc.text
        self.actors = [_names(text, note["actors"]) for note in notes]
        self.recipients = [_names(text, note["recipients"]) for note in notes]
        self.times = [note["time"] if note["time"] is None else _value(doc, note["time"]) for note in notes]


def _value(doc: Doc, time: int) -> str:
    note: TimeNote = doc._.nieuws_dates[time]
    return note["value"] or f"#{time}"


def _agree(
    names: _Names, triggers: list[Trigger], notes: list[EventNote], group: list[int], index: int
) -> bool:
    """Whether a note fits every member, and shares the word or an argument with one."""
    if any(_differ(names, notes, member, index) for member in group):
        return False
    word = triggers[index].form.reading.lemma
    return any(
        triggers[member].form.reading.lemma == word
        or names.actors[member] & names.actors[index]
        or names.recipients[member] & names.recipients[index]
        for member in group
    )


def _differ(names: _Names, notes: list[EventNote], one: int, other: int) -> bool:
    if any(notes[one][key] != notes[other][key] for key in ("event_type", "polarity")):
        return True
    for role in (names.actors, names.recipients):
        if role[one] and role[other] and not role[one] & role[other]:
            return True
    return len({names.times[one], names.times[other]} - {None}) > 1


def _names(text: str, participants: list[ParticipantNote]) -> set[str]:
    """Entities where known, else the last word: the head of most noun phrases."""
    return {
        f"#{note['entity']}"
        if note["entity"] is not None
        else text[note["start"] : note["end"]].lower().split()[-1]
        for note in participants
    }


def choose_main(doc: Doc, notes: list[EventNote]) -> None:
    """Mark the event that answers who did what: early, with arguments, in the headline's words."""
    if not notes:
        return
    blocks = doc._.nieuws_layout["blocks"]
    headline = next(((b["start"], b["end"]) for b in blocks if b["kind"] == "headline"), (0, 0))
    lead_end = next((b["end"] for b in blocks if b["kind"] == "paragraph"), 0)
    text = doc.text
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
