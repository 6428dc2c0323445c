"""The rules against their own examples, in the real pipeline."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.language import Language

from nieuwsextract.extraction import extract
from nieuwsextract.records import ArticleRecord, TextSpan
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import BlockRule
from nieuwsextract.rules.rule import Rule

#: ``De machinisten <trigger>staken</trigger>.``: what an example wants marked.
_TAG = re.compile(r"</?[a-z_]+>")
_MARK = re.compile(r"<(trigger|cue)>(.*?)</\1>", re.DOTALL)
#: Kinds whose rules are named by the items that they make; the others help those, and show in no item.
_MAKES = {
    "trigger", "cue", "attribution", "cue_noun", "country", "place", "places", "ambiguous_place", "seat",
    "ambiguous_seat", "organisation",
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """Something in a record: the rule that made it, what it is, and the words that show it."""

    rule: str
    kind: str
    spans: tuple[TextSpan, ...]

    @property
    def rule_id(self) -> str:
        """The rule's id without its component's name."""
        return self.rule.rpartition("/")[2]

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
    for kind, rule_id in sorted(chosen, key=lambda key: rules.sources[key].place()):
        rule = rules.rules[kind].get(rule_id)
        if rule is None:
            continue
        place = f"{rules.sources[kind, rule_id].place()}: {kind} {rule_id!r}: "
        sentences += len(rule.examples) + len(rule.counterexamples)
        faults += [place + fault for fault in _try(nlp, kind, rule)]
    return RuleCheck(sentences, faults)


def _try(nlp: Language, kind: str, rule: Rule) -> Iterator[str]:
    for text in rule.examples:
        fault = _fault_of_example(kind, rule, text, _items_of(nlp, text))
        if fault:
            yield f"{fault} {text!r}"
    for text in rule.counterexamples:
        if any(item.rule_id == rule.id for item in _items_of(nlp, text)):
            yield f"applies to its counter-example {text!r}; narrow the rule"


def _fault_of_example(kind: str, rule: Rule, text: str, items: list[Item]) -> str | None:
    marked = list(_marked(text))
    if isinstance(rule, BlockRule):
        left = [item for item in items if item.kind.removeprefix("event ") in (rule.events or (item.kind,))]
        left = [item for item in items if item.kind.startswith("event ") and _on(item, marked)]
        named = rule.events or [item.kind.removeprefix("event ") for item in left]
        still = [item.rule for item in left if item.kind.removeprefix("event ") in named]
        return f"blocks nothing, {', '.join(still)} still applies; example:" if still else None
    if kind not in _MAKES:
        return None
    made = [item for item in items if item.rule_id == rule.id]
    if not made:
        others = ", ".join(dict.fromkeys(item.rule for item in items)) or "no rule"
        return f"makes nothing of its example (what does: {others}):"
    if marked and not any(_on(item, marked) for item in made):
        return f"applies to {made[0].words!r}, not to the words marked in"
    return None
