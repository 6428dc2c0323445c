"""The rules against their own examples, in the real pipeline."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.language import Language

from nieuwsextract.extraction import extract
from nieuwsextract.records import ArticleRecord, TextSpan
from nieuwsextract.rules import RuleSet

#: ``De machinisten <trigger>staken</trigger>.``: what an example wants marked.
_TAG = re.compile(r"</?[a-z_]+>")


@dataclass(frozen=True)
class RuleCheck:
    """How many sentences were tried, and what went wrong, a line each."""

    sentences: int
    faults: list[str]


def check_examples(nlp: Language, rules: RuleSet, chosen: Collection[tuple[str, str]]) -> RuleCheck:
    """Run the examples and counter-examples of the chosen (kind, id) rules through a pipeline.

    An example must give an item that the rule made; a counter-example must give none of that rule.
    """
    faults: list[str] = []
    sentences = 0
    for kind, rule_id in sorted(chosen):
        rule = rules.rules[kind].get(rule_id)
        if rule is None:
            continue
        place = f"{rules.sources[kind, rule_id].place()}: {kind} {rule_id!r}"
        sentences += len(rule.examples) + len(rule.counterexamples)
        for text in rule.examples:
            if rule_id not in (fired := _fired(nlp, text)):
                instead = ", ".join(fired) or "no rule"
                faults.append(f"{place}: made nothing of its example {text!r}; what fired: {instead}")
        for text in rule.counterexamples:
            if rule_id in _fired(nlp, text):
                faults.append(f"{place}: fired on its counter-example {text!r}; narrow the rule")
    return RuleCheck(sentences, faults)


def explain(nlp: Language, sentence: str) -> list[str]:
    """Return a line for each item that a rule made of a sentence: the rule, what it made, of which words."""
    record = extract(sentence, nlp=nlp)
    return [f"{rule}\t{kind}\t{words}" for rule, kind, words in _items(record)]


def _fired(nlp: Language, sentence: str) -> list[str]:
    record = extract(_TAG.sub("", sentence), nlp=nlp)
    return list(dict.fromkeys(rule.rpartition("/")[2] for rule, _, _ in _items(record)))


def _items(record: ArticleRecord) -> Iterator[tuple[str, str, str]]:
    """Yield (rule, kind of item, words) for everything in a record."""
    for entity in record.entities:
        for mention in entity.mentions:
            yield mention.rule, f"{mention.kind} of {entity.name}", mention.span.text
    for time in record.times:
        yield time.rule, f"time {time.value}", time.span.text
    for quote in record.quotes:
        speaker = quote.speaker.name if quote.speaker else "unknown"
        yield (
            quote.rule,
            f"{quote.quote_type} quote of {speaker}",
            _words(quote.content),
        )
    for event in record.events:
        yield event.rule, f"event {event.event_type}", _words(event.trigger)


def _words(spans: list[TextSpan]) -> str:
    return " … ".join(span.text for span in spans)
