"""What went wrong, to read: missed and false items of each layer in their context."""

from collections.abc import Iterable, Iterator

from nieuwsextract.evaluation.entities import tagged_spans
from nieuwsextract.evaluation.events import match_events
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.quotes import list_errors as list_quote_errors
from nieuwsextract.evaluation.scores import Chars
from nieuwsextract.records import ArticleRecord

#: Characters of context on each side.
_CONTEXT = 50


def list_errors(gold: GoldArticle, record: ArticleRecord) -> dict[str, list[str]]:
    """Return for each annotated layer its errors in text order, a line each: article, what, context."""
    errors = {}
    if gold.entities is not None:
        errors["entities"] = list(_entity_errors(gold, record))
    if gold.quotes is not None:
        errors["quotes"] = list(list_quote_errors(gold, record))
    if gold.events is not None:
        errors["events"] = list(_event_errors(gold, record))
    if gold.times is not None:
        errors["times"] = list(_time_errors(gold, record))
    return errors


def _entity_errors(gold: GoldArticle, record: ArticleRecord) -> Iterator[str]:
    wanted = {(entity.start, entity.end, entity.label) for entity in gold.entities or ()}
    found = tagged_spans(record)
    for item in sorted(wanted ^ found):
        start, end, label = item
        yield _line(gold, "missed" if item in wanted else "false", label, [(start, end)])


def _event_errors(gold: GoldArticle, record: ArticleRecord) -> Iterator[str]:
    typed = match_events(gold.events or (), record.events)
    right_gold, right = {id(one) for one, _ in typed}, {id(other) for _, other in typed}
    wrong: list[tuple[str, str, list[Chars]]] = [
        ("missed", event.type, [(event.start, event.end)])
        for event in gold.events or ()
        if id(event) not in right_gold
    ]
    wrong += [
        ("false", f"{event.event_type} {event.rule}", [(span.start, span.end) for span in event.trigger])
        for event in record.events
        if id(event) not in right
    ]
    for kind, what, spans in sorted(wrong, key=lambda each: each[2]):
        yield _line(gold, kind, what, spans)


def _time_errors(gold: GoldArticle, record: ArticleRecord) -> Iterator[str]:
    found = {(time.span.start, time.span.end): time for time in record.times}
    for time in sorted(gold.times or (), key=lambda each: each.start):
        ours = found.get((time.start, time.end))
        if ours is None:
            yield _line(gold, "missed", f"{time.type} {time.value}", [(time.start, time.end)])
        elif ours.value != time.value:
            yield _line(gold, "value", f"{ours.value}, wanted {time.value}", [(time.start, time.end)])


def _line(gold: GoldArticle, kind: str, what: str, spans: Iterable[Chars]) -> str:
    """The item in brackets, with what stands around it."""
    pieces = sorted(spans)
    start, end = pieces[0][0], pieces[-1][1]
    shown = gold.text[max(0, start - _CONTEXT) : start]
    for index, (first, last) in enumerate(pieces):
        following = pieces[index + 1][0] if index + 1 < len(pieces) else min(len(gold.text), end + _CONTEXT)
        shown += f"[{gold.text[first:last]}]{gold.text[last:following]}"
    return f"{gold.id}\t{kind}\t{what}\t{' '.join(shown.split())}"
