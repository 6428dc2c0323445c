"""Events against gold: triggers untyped, typed and per type; of typed matches their roles and status.

Gold roles are strings of the sentence, so a role counts as found when it shares its head words with a span of
ours, or with a mention of the same entity.
"""

from collections.abc import Iterable, Sequence

from nieuwsextract.evaluation.gold import GoldArticle, GoldEvent
from nieuwsextract.evaluation.scores import Chars, Counts, Scores, pair
from nieuwsextract.records import ArticleRecord, Event, Participant

Pairs = list[tuple[GoldEvent, Event]]

#: Words too common to show that two noun phrases are one.
_MIN_WORD = 3
_SHARED = 0.5


def score_events(gold: GoldArticle, record: ArticleRecord) -> Scores:
    """Return counts of triggers, and of typed matches' roles, place, time and status; empty without gold.

    Roles count recall over the matches whose gold has the role, and precision over those where we gave one.
    """
    if gold.events is None:
        return {}
    typed = match_events(gold.events, record.events)
    untyped = pair([_spans(e) for e in record.events], [[(e.start, e.end)] for e in gold.events], least=0.0)
    scores = {
        "event triggers, untyped": Counts(len(untyped), len(record.events), len(gold.events)),
        "event triggers, typed": Counts(len(typed), len(record.events), len(gold.events)),
        **_roles(typed, record),
        "event polarity": _agreement((one.polarity, other.polarity) for one, other in typed),
        "event modality": _agreement((one.modality, other.modality) for one, other in typed),
        "event reported_by": _reported(gold, typed, record),
    }
    for kind in sorted({event.type for event in gold.events} | {e.event_type for e in record.events}):
        right = sum(one.type == kind for one, _ in typed)
        found = sum(event.event_type == kind for event in record.events)
        wanted = sum(event.type == kind for event in gold.events)
        scores[f"event {kind}"] = Counts(right, found, wanted)
    return scores


def match_events(gold: Sequence[GoldEvent], events: Sequence[Event]) -> Pairs:
    """Pair gold events with ours of the same type whose triggers overlap, one to one."""
    matches: Pairs = []
    for kind in sorted({event.type for event in gold}):
        wanted = [event for event in gold if event.type == kind]
        found = [event for event in events if event.event_type == kind]
        spans = [[(event.start, event.end)] for event in wanted]
        matches += [(wanted[j], found[i]) for i, j in pair([_spans(e) for e in found], spans, least=0.0)]
    return matches


def _spans(event: Event) -> list[Chars]:
    return [(span.start, span.end) for span in event.trigger]


def _roles(typed: Pairs, record: ArticleRecord) -> Scores:
    names = _mention_texts(record)
    actors, recipients = Counts(), Counts()
    places, times = Counts(), Counts()
    time_texts = {time.id: time.span.text for time in record.times}
    for one, other in typed:
        actors += _role(one.actor, [_texts(who, names) for who in other.actors])
        recipients += _role(one.recipient, [_texts(who, names) for who in other.recipients])
        place = [other.place.span.text] if other.place and not other.place.assumed else []
        places += _role(one.place, [place] if place else [])
        time = other.time.time if other.time else None
        times += _role(one.time, [[time_texts[time]]] if time else [])
    return {
        "event actors": actors, "event recipients": recipients,
        "event places": places, "event times": times,
    }  # fmt: skip


def _role(wanted: str | None, found: list[list[str]]) -> Counts:
    right = wanted is not None and any(is_same_phrase(wanted, text) for texts in found for text in texts)
    return Counts(int(right), int(bool(found)), int(wanted is not None))


def _texts(who: Participant, names: dict[str, list[str]]) -> list[str]:
    return [who.span.text, *names.get(who.entity or "", [])]


def _mention_texts(record: ArticleRecord) -> dict[str, list[str]]:
    return {entity.id: [mention.span.text for mention in entity.mentions] for entity in record.entities}


def is_same_phrase(one: str, other: str) -> bool:
    """Whether two noun phrases share half of the words of the shorter one."""
    first, second = _words(one), _words(other)
    shorter = min(len(first), len(second))
    return bool(shorter) and len(first & second) / shorter >= _SHARED


def _words(text: str) -> set[str]:
    words = {word.strip(".,:;'\"„”“()").lower() for word in text.split()}
    return {word for word in words if len(word) >= _MIN_WORD and word not in ("het", "een", "van")} or words


def _agreement(values: Iterable[tuple[str, str]]) -> Counts:
    pairs = list(values)
    return Counts(sum(one == other for one, other in pairs), len(pairs), len(pairs))


def _reported(gold: GoldArticle, typed: Pairs, record: ArticleRecord) -> Counts:
    """Over typed matches whose gold trigger stands inside a gold quote."""
    quotes = {quote.id: quote for quote in record.quotes}
    inside = [
        (one, other)
        for one, other in typed
        if any(start <= one.start < end for quote in gold.quotes or () for start, end in quote.content)
    ]
    right = sum(other.reported_by in quotes for _, other in inside)
    found = sum(other.reported_by is not None for _, other in typed)
    return Counts(right, found, len(inside))
