"""Which mentions are one event, and which event the article is about."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.pipeline.notes import EventNote, ParticipantNote

_IN_HEADLINE, _IN_LEAD = 4.0, 3.0
_PER_ROLE, _PER_HEADLINE_WORD, _NOT_ASSERTED, _REPORTED = 1.0, 0.5, 0.5, 1.0
_MIN_WORD = 4


def cluster_events(doc: Doc, triggers: list[Trigger], notes: list[EventNote]) -> None:
    """Number the notes that tell of one event: same type and polarity, arguments and time that agree."""
    groups: list[list[int]] = []
    for index, note in enumerate(notes):
        group = next((g for g in groups if _agree(doc, triggers, notes, g, index)), None)
        if group is None:
            groups.append([index])
        else:
            group.append(index)
        del note
    for number, group in enumerate(group for group in groups if len(group) > 1):
        for index in group:
            notes[index]["cluster"] = number


def _agree(doc: Doc, triggers: list[Trigger], notes: list[EventNote], group: list[int], index: int) -> bool:
    """Whether a note fits every member, and shares the word or an argument with one."""
    note = notes[index]
    if any(_differ(doc, notes[member], note) for member in group):
        return False
    word = triggers[index].form.reading.lemma
    return any(
        triggers[member].form.reading.lemma == word or _share_argument(doc, notes[member], note)
        for member in group
    )


def _differ(doc: Doc, one: EventNote, other: EventNote) -> bool:
    if one["event_type"] != other["event_type"] or one["polarity"] != other["polarity"]:
        return True
    for role in ("actors", "recipients"):
        first, second = _names(doc, one[role]), _names(doc, other[role])
        if first and second and not first & second:
            return True
    times = {one["time"], other["time"]} - {None}
    values = {doc._.nieuws_dates[time]["value"] for time in times}
    return len(values) > 1


def _share_argument(doc: Doc, one: EventNote, other: EventNote) -> bool:
    return any(_names(doc, one[role]) & _names(doc, other[role]) for role in ("actors", "recipients"))


def _names(doc: Doc, participants: list[ParticipantNote]) -> set[str]:
    """Entities where known, else the words."""
    return {
        f"#{note['entity']}" if note["entity"] is not None else doc.text[note["start"] : note["end"]].lower()
        for note in participants
    }


def choose_main(doc: Doc, notes: list[EventNote]) -> None:
    """Mark the event that answers who did what: early, with arguments, in the headline's words."""
    if not notes:
        return
    blocks = doc._.nieuws_layout["blocks"]
    headline = next(((b["start"], b["end"]) for b in blocks if b["kind"] == "headline"), (0, 0))
    lead_end = next((b["end"] for b in blocks if b["kind"] == "paragraph"), 0)
    words = _words(doc.text[slice(*headline)])
    types = {n["event_type"] for n in notes if headline[0] <= n["trigger"][0][0] < headline[1]}
    scores = [
        _weight(note, headline, lead_end)
        + (note["event_type"] in types)
        + _PER_HEADLINE_WORD * len(words & _argument_words(doc, note))
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


def _argument_words(doc: Doc, note: EventNote) -> set[str]:
    phrases = (doc.text[who["start"] : who["end"]] for who in (*note["actors"], *note["recipients"]))
    return {word for phrase in phrases for word in _words(phrase)}


def _words(text: str) -> set[str]:
    return {word.strip(".,:;'\"").lower() for word in text.split() if len(word) >= _MIN_WORD}
