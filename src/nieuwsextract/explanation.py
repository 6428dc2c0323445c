"""Why an item is in the record: paths through the parse, and the rules that looked and did not apply."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.verdicts import Verdict
from nieuwsextract.records import SPEAKER, ArticleRecord, Event, Explanation, Quote, Rejected, TextSpan

#: Where an item stands (characters of its content or trigger) and the rule that made it.
_Key = tuple[tuple[tuple[int, int], ...], str]


def verdicts_of(nlp: Language, doc: Doc) -> Iterator[Verdict]:
    """Yield what the rules of every component that can tell made of a processed doc."""
    for _, component in nlp.pipeline:
        if hasattr(component, "explain"):
            yield from component.explain(doc)


def explain_record(record: ArticleRecord, doc: Doc, nlp: Language) -> ArticleRecord:
    """Return the record with an explanation of every quote and event; ``doc`` is what it was made of."""
    verdicts, evidence = list(verdicts_of(nlp, doc)), _evidence_of(doc)
    quotes = [
        quote.model_copy(
            update={"explanation": _of_quote(quote, doc, verdicts, evidence[_key(quote.content, quote.rule)])}
        )
        for quote in record.quotes
    ]
    events = [
        event.model_copy(
            update={"explanation": _of_event(event, doc, verdicts, evidence[_key(event.trigger, event.rule)])}
        )
        for event in record.events
    ]
    return record.model_copy(update={"quotes": quotes, "events": events})


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


def _of_quote(quote: Quote, doc: Doc, verdicts: list[Verdict], evidence: dict[str, float]) -> Explanation:
    cue = quote.cue.spans if quote.cue else []
    places = {"source": quote.source} if quote.source else {}
    found = _explain("quotes/", quote.rule, cue, places, doc, verdicts)
    return found.model_copy(update={"evidence": evidence})


def _of_event(event: Event, doc: Doc, verdicts: list[Verdict], evidence: dict[str, float]) -> Explanation:
    places = {f"actor {number}": who.span for number, who in enumerate(event.actors, start=1)}
    places |= {f"recipient {number}": who.span for number, who in enumerate(event.recipients, start=1)}
    if event.place and not event.place.assumed:
        places["place"] = event.place.span
    found = _explain("events/", event.rule, event.trigger, places, doc, verdicts)
    return found.model_copy(update={"evidence": evidence})


def _explain(
    component: str,
    rule: str,
    words: list[TextSpan],
    places: dict[str, TextSpan],
    doc: Doc,
    verdicts: list[Verdict],
) -> Explanation:
    paths = {}
    for name, span in places.items():
        path = _path(doc, words[0], span) if words else None
        if path is not None:
            paths[name] = path
    rejected = {
        verdict.rule: Rejected(rule=verdict.rule, reason=verdict.reason)
        for verdict in verdicts
        if verdict.reason is not None and verdict.rule != rule and verdict.rule.startswith(component)
        and any(word.start < verdict.end and verdict.start < word.end for word in words)
    }  # fmt: skip
    shown = " … ".join(word.text for word in words) or None
    return Explanation(words=shown, paths=paths, rejected=list(rejected.values()))


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
