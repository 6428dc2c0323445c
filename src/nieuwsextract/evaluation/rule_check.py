"""The rules against their own examples, in the real pipeline."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from nieuwsextract.explanation import passed_over, verdicts_of
from nieuwsextract.extraction import extract
from nieuwsextract.pipeline.verdicts import INCOMPLETE, Verdict
from nieuwsextract.records import ArticleRecord, TextSpan
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import BlockRule
from nieuwsextract.rules.quotes import CueBlockRule
from nieuwsextract.rules.schema import BLOCKERS, MAKERS, Rule

#: ``De machinisten <trigger>staken</trigger>.``: what an example wants marked.
_TAG = re.compile(r"</?[a-z_]+>")
_MARK = re.compile(r"<(trigger|cue|name)>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True)
class Item:
    """Something in a record: the rule that made it, what it is, and the words that show it."""

    rule: str
    kind: str
    spans: tuple[TextSpan, ...]

    def is_by(self, kind: str, rule_id: str) -> bool:
        """Whether a rule made it: ``quotes/zeggen`` is by cue zeggen, ``…/organisation-nos`` by nos."""
        return self.rule.rpartition("/")[2] in (rule_id, f"{kind}-{rule_id}")

    @property
    def words(self) -> str:
        """The words, ``…`` between pieces."""
        return " … ".join(span.text for span in self.spans)


@dataclass(frozen=True)
class RuleCheck:
    """How many sentences were tried, and what went wrong, a line each."""

    sentences: int
    faults: list[str]


def check_examples(nlp: Language, rules: RuleSet, chosen: Collection[tuple[str, str]]) -> RuleCheck:
    """Run the examples and counter-examples of the chosen (kind, id) rules through a pipeline.

    An example must give an item that the rule made, on the words marked in it; a counter-example none of
    that rule. A block's example must give no event on its marked words. Rules of other kinds (word
    classes, layout) make no items of their own: their sentences are only run.
    """
    faults: list[str] = []
    sentences = 0
    for kind, rule_id in sorted(chosen, key=lambda key: rules.sources[key].order):
        rule = rules.rules[kind].get(rule_id)
        if rule is None:
            continue
        place = f"{rules.sources[kind, rule_id].place()}: {kind} {rule_id!r}: "
        sentences += len(rule.examples) + len(rule.counterexamples)
        faults += [place + fault for fault in _try(nlp, kind, rule)]
    return RuleCheck(sentences, faults)


def _try(nlp: Language, kind: str, rule: Rule) -> Iterator[str]:
    for text in rule.examples:
        fault = _fault_of_example(kind, rule, text, _items_of(nlp, kind, text))
        if fault:
            yield f"{fault}: {text!r}"
    for text in rule.counterexamples:
        if any(item.is_by(kind, rule.id) for item in _items_of(nlp, kind, text)):
            yield f"applies to its counter-example {text!r}; narrow the rule"


def _fault_of_example(kind: str, rule: Rule, text: str, items: list[Item]) -> str | None:
    marked = _marked(text)
    if kind in BLOCKERS:
        still = [item.rule for item in items if _is_blocked(rule, item) and _on(item, marked)]
        return f"does not block {', '.join(still)} in its example" if still else None
    if kind not in MAKERS:
        return None
    made = [item for item in items if item.is_by(kind, rule.id)]
    if not made:
        others = ", ".join(dict.fromkeys(item.rule for item in items)) or "no rule"
        return f"makes nothing of its example (what does: {others})"
    if not any(_on(item, marked) for item in made):
        return f"applies to {made[0].words!r}, not to the words marked in its example"
    return None


def _is_blocked(rule: Rule, item: Item) -> bool:
    """Whether a block is meant for such an item: an event of one of its types, or a quote by its cue."""
    if isinstance(rule, BlockRule):
        kind, _, event = item.kind.partition(" ")
        return kind == "event" and (not rule.events or event in rule.events)
    return isinstance(rule, CueBlockRule) and item.is_by("cue", rule.cue)


def _marked(text: str) -> list[tuple[int, int]]:
    """Where the marked triggers and cues of an example stand once its marks are out: characters."""
    found = []
    for mark in _MARK.finditer(text):
        start = len(_TAG.sub("", text[: mark.start()]))
        found.append((start, start + len(_TAG.sub("", mark[2]))))
    return found


def _on(item: Item, marked: list[tuple[int, int]]) -> bool:
    return not marked or any(
        span.start < end and start < span.end for span in item.spans for start, end in marked
    )


def _items_of(nlp: Language, kind: str, sentence: str) -> list[Item]:
    text = _TAG.sub("", sentence)
    return list(_repairs_of(nlp(text)) if kind == "entity_repair" else items_of(extract(text, nlp=nlp)))


def _repairs_of(doc: Doc) -> Iterator[Item]:
    """The names that repairs made, changed or left out."""
    for group in ("entity_repairs", "entity_drops"):
        for span in doc.spans.get(group, ()):
            shown = TextSpan(start=span.start_char, end=span.end_char, text=span.text)
            yield Item(span.id_, f"{group} {span.label_}", (shown,))


def items_of(record: ArticleRecord) -> Iterator[Item]:
    """Yield everything in a record that a rule made."""
    for entity in record.entities:
        for mention in entity.mentions:
            yield Item(mention.rule, f"{mention.kind} of {entity.name}", (mention.span,))
            if mention.rule != entity.rule and mention is entity.mentions[0]:
                yield Item(entity.rule, f"{entity.label} {entity.name}", (mention.span,))
    for time in record.times:
        yield Item(time.rule, f"time {time.value}", (time.span,))
    for quote in record.quotes:
        cue = quote.cue.spans if quote.cue else []
        yield Item(quote.rule, f"{quote.quote_type} quote", (*cue, *quote.content))
    for event in record.events:
        yield Item(event.rule, f"event {event.event_type}", tuple(event.trigger))


def explain(nlp: Language, sentence: str) -> list[str]:
    """Return a line for each rule that looked at a sentence: rule, applied or no, words, what or why not.

    Rules that applied come first, then people who were not taken for a part (part, no, name, why), then the
    rules that did not apply, those whose other words are missing last.
    """
    lines = [
        f"{item.rule}\tapplied\t{item.words}\t{item.kind}" for item in items_of(extract(sentence, nlp=nlp))
    ]
    doc = nlp(sentence)
    verdicts = list(verdicts_of(nlp, doc))
    lines += [_line(doc, each, "applied", each.did) for each in verdicts if each.did is not None]
    lines += [
        f"{each.part} of {each.words}\tno\t{each.name}\t{each.reason}" for each in passed_over(nlp, doc)
    ]
    refused = [verdict for verdict in verdicts if verdict.reason is not None]
    refused.sort(key=lambda verdict: verdict.reason == INCOMPLETE)
    lines += [_line(doc, each, "no", each.reason or "") for each in refused]
    return list(dict.fromkeys(" ".join(line.splitlines()) for line in lines))


def _line(doc: Doc, verdict: Verdict, outcome: str, what: str) -> str:
    return f"{verdict.rule}\t{outcome}\t{doc.text[verdict.start : verdict.end]}\t{what}"
