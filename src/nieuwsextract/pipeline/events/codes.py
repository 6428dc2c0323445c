"""Event type, mode and CAMEO code → the PLOVER and CAMEO parts of a note."""

from dataclasses import dataclass
from typing import Any

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import CameoRule, EventTypeRule, PloverRule, TriggerRule


@dataclass(frozen=True)
class Codebook:
    """The crosswalk in force."""

    types: dict[str, EventTypeRule]
    plover: dict[str, PloverRule]
    cameo: dict[str, CameoRule]

    def plover_of(self, rule: TriggerRule, auxiliary: list[str]) -> dict[str, Any] | None:
        """Return the PLOVER code of an event, None for news that PLOVER does not code."""
        kind = self.types[rule.event]
        if kind.plover is None or kind.plover not in self.plover:
            return None
        numbers = self.plover[kind.plover]
        mode = rule.mode or kind.mode
        code = self.cameo.get(rule.cameo or kind.cameo or "")
        return {
            "event_type": kind.plover,
            "mode": mode,
            "contexts": list(kind.contexts or (code.contexts if code and code.plover == kind.plover else ())),
            "quad_class": numbers.quad_class,
            "score": numbers.modes.get(mode or "", numbers.score),
            "auxiliary_modes": auxiliary,
        }

    def cameo_of(self, rule: TriggerRule) -> dict[str, Any] | None:
        """Return the CAMEO code of an event, None where CAMEO has no counterpart."""
        code = rule.cameo or self.types[rule.event].cameo
        if code is None:
            return None
        known = self.cameo.get(code)
        return {"code": code, "goldstein": known.goldstein if known else None}


def build_codebook(rules: RuleSet) -> Codebook:
    """Collect the crosswalk from the rules in force."""
    return Codebook(
        {rule.id: rule for rule in rules.of("eventtype", EventTypeRule)},
        {rule.id: rule for rule in rules.of("plover", PloverRule)},
        {rule.id: rule for rule in rules.of("cameo", CameoRule)},
    )
