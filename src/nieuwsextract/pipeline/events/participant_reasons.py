"""Who stands around a trigger and takes no part in its event, and why: for explanations only."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.arguments import TIMES, Arguments
from nieuwsextract.pipeline.events.surroundings import Surroundings
from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.pipeline.verdicts import Passed


def passed_participants(
    doc: Doc, triggers: list[Trigger], arguments: Arguments, around: Surroundings
) -> Iterator[Passed]:
    """Yield the noun phrases of each trigger's frame that became neither actor nor recipient."""
    for trigger in triggers:
        taken = {head.i for heads in arguments.find(trigger, around) for head in heads}
        for part, head, preposition in _considered(trigger):
            if head.i in taken or head.i in trigger.tokens:
                continue
            start, end = clauses.to_chars(doc, relations.noun_alone(head))
            if head.lower_ in around.known.no_participants:
                reason = "a word that stands for nobody"
            else:
                reason = _why(part, head, preposition, trigger, arguments.may_receive(head, trigger, around))
            yield Passed(doc[trigger.tokens[0]].idx, trigger.token.text, part, doc.text[start:end], reason)


def _considered(trigger: Trigger) -> Iterator[tuple[str, Token, str | None]]:
    frame = trigger.frame
    if frame.subject is not None:
        yield "actor", frame.subject, None
    yield from (("recipient", noun, None) for noun in frame.objects)
    yield from (("participant", noun, word) for word, noun in frame.obliques)


def _why(part: str, head: Token, preposition: str | None, trigger: Trigger, may_receive: bool) -> str:
    if head.ent_type_ in TIMES:
        return f"a {head.ent_type_}"
    if preposition is not None:
        return f"behind {preposition!r}, which brings in no participant of {trigger.form.reading.rule.id}"
    if part == "recipient" and not may_receive:
        return f"not what a recipient of {trigger.event} is"
    return "the rule gives its place in the sentence no part, or another phrase has it"
