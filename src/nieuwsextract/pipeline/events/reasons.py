"""Why triggers applied or did not, rule by rule: for ``rules explain`` and ``--explain``."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.events.conditions import Spot, fits
from nieuwsextract.pipeline.events.frames import read_frame
from nieuwsextract.pipeline.events.lexicon import Form
from nieuwsextract.pipeline.events.matching import own_tokens
from nieuwsextract.pipeline.events.surroundings import Surroundings
from nieuwsextract.pipeline.events.triggers import TriggerFinder, is_name
from nieuwsextract.pipeline.verdicts import UNMET, Look
from nieuwsextract.rules.events import Condition
from nieuwsextract.rules.patterns import Patterned

_CONDITIONS = set(Condition.model_fields) - set(Patterned.model_fields)


def look_at(doc: Doc, finder: TriggerFinder, around: Surroundings) -> Iterator[Look]:
    """Yield what every trigger rule says of every word that is one of its own, in text order."""
    for token, word in zip(doc, around.lower, strict=True):
        forms = finder.lexicon.find(word)
        for form in forms:
            rule = f"events/{form.reading.rule.id}"
            yield Look(rule, token.i, _why_not(token, form, forms, finder, around))


def _why_not(
    token: Token, form: Form, forms: list[Form], finder: TriggerFinder, around: Surroundings
) -> str | None:
    if is_name(token):
        return f"part of a name ({token.ent_type_})"
    found = finder.read(token, form, forms, around)
    if found != UNMET:
        return found if isinstance(found, str) else None
    own = own_tokens(token, form, around) or [token.i]
    spot = Spot(token, frozenset(own), read_frame(token, form, around.known))
    rule = form.reading.rule
    unmet = list(_unmet(rule, spot, around))
    unmet += finder.patterns.unmet(rule.pattern, token.doc, token.i, token.i + 1) if rule.pattern else []
    return f"{UNMET}: {', '.join(unmet or ['nothing else than zich as its object'])}"


def _unmet(rule: Condition, spot: Spot, around: Surroundings) -> Iterator[str]:
    """The conditions that fail when asked for alone: ``subject = person``."""
    plain = {name: Condition.model_fields[name].get_default() for name in _CONDITIONS}
    for name in sorted(_CONDITIONS):
        wanted = getattr(rule, name)
        alone = rule.model_copy(update={**plain, name: wanted})
        if wanted != plain[name] and fits(alone, spot, around) is None:
            shown = " or ".join(wanted) if isinstance(wanted, tuple) else str(wanted).lower()
            yield f"{name} = {shown}"
