"""What is odd about a user's rules without running them: no effect, no example, words nobody knows."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from nieuwsextract.rules.events import BlockRule, Condition, NounClassRule, TriggerRule
from nieuwsextract.rules.gazetteer import places_of
from nieuwsextract.rules.inflection import inflection_of
from nieuwsextract.rules.loading import RuleSet, load_rules
from nieuwsextract.rules.patterns import Pattern, Patterned
from nieuwsextract.rules.places import PLACE_KINDS
from nieuwsextract.rules.quotes import CueBlockRule, CueRule, NounCueRule
from nieuwsextract.rules.rule import Rule
from nieuwsextract.rules.schema import BLOCKERS, MAKERS

Key = tuple[str, str]
#: What changes nothing about when a rule applies.
_SILENT = {"id", "enabled", "note", "examples", "counterexamples"}
#: Fields whose words are compared with the text in lower case; fields that name noun classes.
_LOWER = {
    "attribution": ("words",), "block": ("words", "before", "after"), "cue": ("forms", "words"),
    "cue_block": ("words",), "cue_noun": ("forms",), "entity_repair": ("words",),
}  # fmt: skip
_CLASS_FIELDS = ("subject", "object", "about", "predicate", "topic")


def review(rules: RuleSet, own: Collection[Key]) -> list[str]:
    """Return a line for each oddity of the own (kind, id) rules: place, rule, what is odd, what to do."""
    lines = []
    for kind, rule_id in sorted(own, key=lambda key: rules.sources[key].order):
        table = rules.sources[kind, rule_id]
        name = f"{table.place()}: {kind} {rule_id!r}: "
        rule = rules.rules[kind].get(rule_id)
        faults = _removes_nothing(kind, rule_id) if rule is None else _oddities(rules, kind, rule)
        lines += [name + fault for fault in faults]
    return lines


def _removes_nothing(kind: str, rule_id: str) -> Iterator[str]:
    built_in = load_rules().rules[kind]
    if rule_id not in built_in:
        remedy = _remedy(rule_id, built_in, f"see: nieuwsextract rules list {kind}")
        yield f"removes nothing, there is no rule of this id; {remedy}"


def _oddities(rules: RuleSet, kind: str, rule: Rule) -> Iterator[str]:
    if not rule.examples and kind in MAKERS | BLOCKERS:
        yield "has no examples; write a sentence to which it applies"
    yield from _says_the_same(rules, kind, rule)
    yield from _capitals(kind, rule)
    if isinstance(rule, Patterned) and rule.pattern is not None:
        yield from _other_words(rules, rule, rule.pattern)
    if isinstance(rule, Condition):
        yield from _unknown_classes(rules, rule)
    if isinstance(rule, TriggerRule):
        yield from _taken_triggers(rules, rule)
    if isinstance(rule, BlockRule):
        yield from _blocks_nothing(rules, rule)
    if isinstance(rule, CueBlockRule) and rule.cue not in rules.rules["cue"]:
        remedy = _remedy(rule.cue, rules.rules["cue"], "see: nieuwsextract rules list cue")
        yield f"cue: there is no cue {rule.cue!r}, so there is nothing to block; {remedy}"
    if kind in PLACE_KINDS:
        yield from _taken_places(rules, kind, rule)


def _says_the_same(rules: RuleSet, kind: str, rule: Rule) -> Iterator[str]:
    content = rule.model_dump(exclude=_SILENT)
    for other in rules.rules[kind].values():
        if other.id != rule.id and other.model_dump(exclude=_SILENT) == content:
            yield f"says the same as {_name(rules, kind, other)}; take one out"


def _capitals(kind: str, rule: Rule) -> Iterator[str]:
    for field in _LOWER.get(kind, ()):
        for word in getattr(rule, field) or ():
            if word != word.lower():
                yield f"{field}: {word!r} never applies, words are compared in lower case; write it so"


def _other_words(rules: RuleSet, rule: Patterned, pattern: Pattern) -> Iterator[str]:
    """A pattern that asks of the rule's own words for what they are not."""
    inflection = inflection_of(rules)
    words: set[str] = set()
    if isinstance(rule, (CueRule, NounCueRule)):
        words = {*rule.forms, *filter(None, [getattr(rule, "participle", None)])}
    elif isinstance(rule, (TriggerRule, BlockRule)):
        own = _trigger_words(rule) if isinstance(rule, TriggerRule) else set(rule.words)
        last = {word.partition(" +")[0].rpartition(" ")[2] for word in own}
        words = {form for word in last for form in inflection.all_forms(word)}
    asked = [("form", {form.lower() for form in pattern.form})]
    asked.append(("lemma", {form for lemma in pattern.lemma for form in inflection.all_forms(lemma)}))
    for field, forms in asked:
        # ``viel`` is a form of ``aanvallen``, ``trekkerstoet`` a compound of ``stoet``.
        fits = any(word.endswith(form) or form.endswith(word) for word in words for form in forms)
        if words and forms and not fits:
            shown = ", ".join(getattr(pattern, field))
            yield f"pattern.{field}: {shown} is none of the rule's own words, so this never holds"


def _unknown_classes(rules: RuleSet, rule: Condition) -> Iterator[str]:
    known = {named.id for named in rules.of("nounclass", NounClassRule)}
    for field in (*_CLASS_FIELDS, *(f"{field}_not" for field in _CLASS_FIELDS)):
        for name in getattr(rule, field, ()):
            if name not in known:
                remedy = _remedy(name, known, "add a [[nounclass]] of that id")
                yield f"{field}: there is no noun class {name!r}, so this never holds; {remedy}"


def _taken_triggers(rules: RuleSet, rule: TriggerRule) -> Iterator[str]:
    """Of two triggers with the same word and conditions the first one in force gets every sentence."""
    conditions = _conditions(rule)
    own = _trigger_words(rule)
    for other in rules.of("trigger", TriggerRule):
        if other.id == rule.id:
            return
        shared = own & _trigger_words(other)
        if shared and _conditions(other) == conditions:
            words = ", ".join(sorted(shared))
            yield (
                f"never applies to {words}: {_name(rules, 'trigger', other)} has the same words and "
                "conditions and comes first; give this rule that id, or a condition"
            )


def _trigger_words(rule: TriggerRule) -> set[str]:
    return {word.replace("|", "") for word in (*rule.verbs, *rule.nouns, *rule.words)}


def _conditions(rule: TriggerRule) -> dict[str, object]:
    return rule.model_dump(include=set(Condition.model_fields) - _SILENT)


def _blocks_nothing(rules: RuleSet, rule: BlockRule) -> Iterator[str]:
    known: set[str] = set()
    for trigger in rules.of("trigger", TriggerRule):
        known |= {word.rpartition(" ")[2] for word in _trigger_words(trigger)}
        known |= {word.partition(" +")[0].rpartition(" ")[2] for word in _trigger_words(trigger)}
    for word in rule.words:
        if word not in known:
            yield f"words: {word!r} is no trigger's verb (without |) or noun: nothing to block"


def _taken_places(rules: RuleSet, kind: str, rule: Rule) -> Iterator[str]:
    first: dict[str, str] = {}
    own: list[str] = []
    for form, place in places_of(rules):
        first.setdefault(form, place.rule)
        if place.rule == rule.id:
            own.append(form)
    takers = {first[form] for form in own}
    if own and rule.id not in takers:
        owners = ", ".join(sorted(takers))
        yield f"never applies: its names belong to {owners} already; give this rule that id"


def _remedy(word: str, known: Iterable[str], otherwise: str) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else otherwise


def _name(rules: RuleSet, kind: str, rule: Rule) -> str:
    return f"{rule.id!r} ({rules.sources[kind, rule.id].place()})"


def own_rules(rules: RuleSet, folder: Path) -> set[Key]:
    """Return the (kind, id) of the rules that stand in the files of a folder, named as when loaded."""
    return {key for key, table in rules.sources.items() if Path(table.file).is_relative_to(folder)}
