"""Why an item is in the record: how its parts were found, which rules and people were passed over."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.notes import CountryNote
from nieuwsextract.pipeline.verdicts import INCOMPLETE, Passed, Verdict
from nieuwsextract.records import (
    SPEAKER,
    ArticleRecord,
    Candidate,
    Entity,
    Event,
    Explanation,
    Quote,
    Rejected,
    TextSpan,
    TimeExpression,
)

ItemT = TypeVar("ItemT", Entity, TimeExpression, Quote, Event)
#: Where an item stands (characters of its content or trigger) and the rule that made it.
_Key = tuple[tuple[tuple[int, int], ...], str]
#: A word of a country so near a name may tell that it is that country's.
_NEAR = 60


def verdicts_of(nlp: Language, doc: Doc) -> Iterator[Verdict]:
    """Yield what the rules of every component that can tell made of a processed doc."""
    for _, component in nlp.pipeline:
        if hasattr(component, "explain"):
            yield from component.explain(doc)


def passed_over(nlp: Language, doc: Doc) -> Iterator[Passed]:
    """Yield who could have been part of an item of a processed doc, and was not taken."""
    for _, component in nlp.pipeline:
        if hasattr(component, "passed_over"):
            yield from component.passed_over(doc)


def explain_record(record: ArticleRecord, doc: Doc, nlp: Language) -> ArticleRecord:
    """Return the record with an explanation of every item; ``doc`` is what it was made of."""
    reasons = _Reasons(record, doc, nlp)
    layers = {
        "entities": _add(record.entities, reasons.of_entity),
        "times": _add(record.times, reasons.of_time),
        "quotes": _add(record.quotes, reasons.of_quote),
        "events": _add(record.events, reasons.of_event),
    }
    return record.model_copy(update=layers)


def _add(items: Iterable[ItemT], explain: Callable[[ItemT], Explanation]) -> list[ItemT]:
    return [item.model_copy(update={"explanation": explain(item)}) for item in items]


class _Reasons:
    """What is known of one article's items beside the record."""

    def __init__(self, record: ArticleRecord, doc: Doc, nlp: Language) -> None:
        self.doc = doc
        self.entities = {entity.id: entity for entity in record.entities}
        # Verbs have dozens of rules with other particles and fixed words: that tells nothing.
        untold = (None, INCOMPLETE)
        self.verdicts = [verdict for verdict in verdicts_of(nlp, doc) if verdict.reason not in untold]
        self.passed = list(passed_over(nlp, doc))
        self.evidence = _evidence_of(doc)

    def of_entity(self, entity: Entity) -> Explanation:
        """The name, what tells the country, whom each pronoun could have meant besides."""
        spans = [mention.span for mention in entity.mentions]
        paths = {"name": f"the longest of {_count([m for m in entity.mentions if m.kind == 'name'], 'name')}"}
        note = self._country_note(entity, spans)
        if entity.country:
            by = f": {self.doc.text[note['start'] : note['end']]!r} by {note['rule']}" if note else ""
            paths["country"] = f"{entity.country_via}{by}"
        if entity.affiliation:
            paths["affiliation"] = (
                f"{self.entities[entity.affiliation].name!r} in the role or beside the name"
            )
        pronouns = [mention.span.start for mention in entity.mentions if mention.kind == "pronoun"]
        return Explanation(
            words=spans[0].text,
            paths=paths,
            rejected=self._rejected(("entities/", "countries/", "mentions/"), entity.rule, spans),
            candidates=self._candidates(pronouns),
        )

    def of_time(self, time: TimeExpression) -> Explanation:
        """What the value was counted from."""
        counted = {"published": "the publication date", None: "nothing: the words say it"}
        return Explanation(
            words=time.span.text,
            paths={"value": f"counted from {counted.get(time.anchor, time.anchor)}"} if time.value else {},
            rejected=self._rejected(("dates/",), "", [time.span]),
        )

    def of_quote(self, quote: Quote) -> Explanation:
        """The cue, the way to the source, whom it means."""
        cue = quote.cue.spans if quote.cue else []
        paths = self._paths(cue, {"source": quote.source} if quote.source else {})
        return Explanation(
            words=_join(cue),
            paths=paths | {"speaker": self._speaker(quote)},
            rejected=self._rejected(("quotes/",), quote.rule, cue),
            candidates=self._candidates([quote.content[0].start]),
            evidence=self.evidence.get(_key(quote.content, quote.rule), {}),
        )

    def of_event(self, event: Event) -> Explanation:
        """The trigger, the ways to the participants, what tells their countries, place and time."""
        roles = (("actor", event.actors), ("recipient", event.recipients))
        who = {f"{part} {n}": one for part, all_ in roles for n, one in enumerate(all_, start=1)}
        paths = self._paths(event.trigger, {name: one.span for name, one in who.items()})
        for name, one in who.items():
            entity = self.entities.get(one.entity or "")
            if one.country:
                of = f"of {entity.id} {entity.name!r}" if entity and entity.country else "named in the phrase"
                paths[f"{name} country"] = of
        if event.place:
            assumed = {"place": "assumed: the dateline's"}
            paths |= (
                assumed if event.place.assumed else self._paths(event.trigger, {"place": event.place.span})
            )
        if event.time:
            paths["time"] = (
                "assumed: the publication date" if event.time.assumed else f"{event.time.time} beside it"
            )
        return Explanation(
            words=_join(event.trigger),
            paths=paths,
            rejected=self._rejected(("events/",), event.rule, event.trigger),
            candidates=self._candidates([event.trigger[0].start]),
            evidence=self.evidence.get(_key(event.trigger, event.rule), {}),
        )

    def _speaker(self, quote: Quote) -> str:
        source = f"{quote.source.text!r}" if quote.source else "no source"
        if quote.speaker is None:
            return f"{source} means nobody whom the article surely names"
        entity = self.entities.get(quote.speaker.entity or "")
        at = quote.source.start if quote.source else quote.content[0].start
        names = [m.span for m in entity.mentions if m.kind == "name" and m.span.start < at] if entity else []
        before = f", named last at {names[-1].start}" if names and quote.speaker.via != "name" else ""
        return f"{quote.speaker.via}: {source} is {quote.speaker.name}{before}"

    def _country_note(self, entity: Entity, spans: list[TextSpan]) -> CountryNote | None:
        """The word that tells an entity's country: in a mention, else the nearest one beside a mention."""

        def distance(note: CountryNote) -> int:
            return min(max(span.start - note["end"], note["start"] - span.end, 0) for span in spans)

        notes: list[CountryNote] = [n for n in self.doc._.nieuws_countries if n["country"] == entity.country]
        best = min(notes, key=distance, default=None)
        return best if best is not None and distance(best) <= _NEAR else None

    def _paths(self, words: list[TextSpan], places: dict[str, TextSpan]) -> dict[str, str]:
        found = {name: _path(self.doc, words[0], span) for name, span in places.items() if words}
        return {name: path for name, path in found.items() if path is not None}

    def _rejected(self, components: tuple[str, ...], rule: str, words: list[TextSpan]) -> list[Rejected]:
        found = {
            verdict.rule: Rejected(rule=verdict.rule, reason=verdict.reason)
            for verdict in self.verdicts
            if verdict.reason is not None and verdict.rule != rule and verdict.rule.startswith(components)
            and any(word.start < verdict.end and verdict.start < word.end for word in words)
        }  # fmt: skip
        return list(found.values())

    def _candidates(self, starts: list[int]) -> list[Candidate]:
        return [
            Candidate(part=f"{each.part} of {each.words!r}", name=each.name, reason=each.reason)
            for each in self.passed
            if each.at in starts
        ]


def _evidence_of(doc: Doc) -> dict[_Key, dict[str, float]]:
    """The signs behind the confidences, by place and rule of the item; a speaker's with their prefix."""
    found: dict[_Key, dict[str, float]] = {}
    for quote in doc._.nieuws_quotes:
        of_speaker = quote["speaker"]["evidence"] if quote["speaker"] else {}
        signs = quote["evidence"] | {SPEAKER + name: value for name, value in of_speaker.items()}
        found[tuple(map(tuple, quote["content"])), quote["rule"]] = signs
    for event in doc._.nieuws_events:
        found[tuple(map(tuple, event["trigger"])), event["rule"]] = event["evidence"]
    return found


def _key(spans: list[TextSpan], rule: str) -> _Key:
    return tuple((span.start, span.end) for span in spans), rule


def _join(spans: list[TextSpan]) -> str | None:
    return " … ".join(span.text for span in spans) or None


def _count(items: Sequence[object], noun: str) -> str:
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"


def _path(doc: Doc, start: TextSpan, end: TextSpan) -> str | None:
    """Dependency labels from one span's head to another's, ``^`` for a step up: ``^conj nsubj``."""
    first, last = _span(doc, start), _span(doc, end)
    if first is None or last is None or first.root.sent != last.root.sent:
        return None
    up = [first.root, *first.root.ancestors]
    down = [last.root, *last.root.ancestors]
    shared = next((token for token in up if token in down), None)
    if shared is None:
        return None
    steps = [f"^{token.dep_}" for token in up[: up.index(shared)]]
    steps += [token.dep_ for token in reversed(down[: down.index(shared)])]
    return " ".join(steps) or "the same word"


def _span(doc: Doc, span: TextSpan) -> Span | None:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return found if isinstance(found, Span) and len(found) else None
