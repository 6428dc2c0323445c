"""Whether what a rule asks for is there: classes of arguments, words in the sentence, the text's topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.frames import Frame
from nieuwsextract.pipeline.events.surroundings import Surroundings
from nieuwsextract.rules.events import Condition

#: A word that must follow a verb stands so near.
_NEAR = 14
#: Who acts opens the sentence within so many words.
_OPENING = 5
_ACTING = frozenset({"PERSON", "GPE", "ORG", "NORP"})


@dataclass
class Spot:
    """A possible trigger: its main token, all its tokens, its grammar."""

    token: Token
    own: frozenset[int]
    frame: Frame


def fits(rule: Condition, spot: Spot, around: Surroundings) -> int | None:
    """Return how many conditions of a rule are met around a trigger; None when one is not."""
    total = 0
    for met in (_beside, _topic, _about, _subject, _object, _predicate):
        found = met(rule, spot, around)
        if found is None:
            return None
        total += found
    return None if _is_excluded(rule, spot, around) else total


def stands_beside(at: int, wanted: frozenset[str], around: Surroundings) -> bool:
    """Whether one of the words stands near a token (``erop`` and ``waarop`` count for ``op``)."""
    start, end = around.near(at, _NEAR)
    spellings = _with_pronouns(wanted, around.known.r_pronouns)
    return any(word in spellings for other, word in enumerate(around.lower[start:end], start) if other != at)


@lru_cache(maxsize=4096)
def _with_pronouns(wanted: frozenset[str], pronouns: frozenset[str]) -> frozenset[str]:
    return wanted | {pronoun + word for word in wanted for pronoun in pronouns}


def _beside(rule: Condition, spot: Spot, around: Surroundings) -> int | None:
    if not rule.prepositions:
        return 0
    return 1 if stands_beside(spot.token.i, frozenset(rule.prepositions), around) else None


def _topic(rule: Condition, spot: Spot, around: Surroundings) -> int | None:
    at = spot.token.i
    if any(around.is_topic(at, name, spot.own) for name in rule.topic_not):
        return None
    if not rule.topic:
        return 0
    return 1 if any(around.is_topic(at, name, spot.own) for name in rule.topic) else None


def _about(rule: Condition, spot: Spot, around: Surroundings) -> int | None:
    return _anywhere(rule.about, spot, around)


def _anywhere(names: Iterable[str], spot: Spot, around: Surroundings) -> int | None:
    names = tuple(names)
    if not names:
        return 0
    return 1 if any(around.in_sentence(spot.token.i, name, spot.own) for name in names) else None


def _subject(rule: Condition, spot: Spot, around: Surroundings) -> int | None:
    """As ``_role``; where the parser confused subject and object, or lost it, by the order of words."""
    frame, token = spot.frame, spot.token
    subjects = [frame.subject] if frame.subject is not None else []
    found = _role(rule.subject, subjects, around) if subjects else 0
    if found is not None or frame.passive or not clauses.is_verb(token):
        return found
    wanted = frozenset(rule.subject)
    swapped = next((noun for noun in frame.objects if noun.i < token.i and wanted & around.of(noun)), None)
    if swapped is not None:
        frame.subject, frame.objects = swapped, subjects
        return 1
    start, _ = around.sentence(token.i)
    opening = (other for other in token.doc[start : min(token.i, start + _OPENING)] if other.head == token)
    first = next((o for o in opening if o.ent_type_ in _ACTING and wanted & around.of(o)), None)
    if first is None:
        return None
    frame.subject, frame.objects = first, [*subjects, *frame.objects]
    return 1


def _role(names: Iterable[str], heads: list[Token], around: Surroundings) -> int | None:
    """2 when an argument is of one of the classes, None when all are of none."""
    wanted = frozenset(names)
    if not wanted:
        return 0
    return 2 if any(wanted & around.of(head) for head in heads) else None


def _object(rule: Condition, spot: Spot, around: Surroundings) -> int | None:
    frame, token = spot.frame, spot.token
    if rule.no_clause and relations.has_clause(token):
        return None
    if rule.intransitive:
        return None if frame.objects or (frame.passive and frame.subject) else 1
    if not rule.object or frame.objects:
        return _role(rule.object, frame.objects, around)
    if frame.nominal:
        return _anywhere(rule.object, spot, around) or 0
    return _nearby(rule.object, spot, around)


def _nearby(names: Iterable[str], spot: Spot, around: Surroundings) -> int | None:
    """A noun of the class near the verb, where the parser gave it no object."""
    wanted = frozenset(names)
    start, end = around.near(spot.token.i, _NEAR)
    nouns = (
        other
        for other in spot.token.doc[start:end]
        if other.pos_ in ("NOUN", "PROPN") and other.i not in spot.own and other != spot.frame.subject
    )
    found = next((noun for noun in nouns if wanted & around.of(noun)), None)
    if found is None:
        return None
    if not spot.frame.passive and not clauses.preposition(found):
        spot.frame.objects = [found]
    return 1


def _predicate(rule: Condition, spot: Spot, around: Surroundings) -> int | None:
    """``wordt premier``: the noun that the verb links to its subject."""
    wanted = frozenset(rule.predicate)
    if not wanted:
        return 0
    fitting = (word for word in relations.predicates(spot.token) if wanted & around.of(word))
    return 2 if any(True for _ in fitting) else None


def _is_excluded(rule: Condition, spot: Spot, around: Surroundings) -> bool:
    frame = spot.frame
    subject = [frame.subject] if frame.subject is not None else []
    return (
        bool(_role(rule.subject_not, subject, around))
        or bool(_role(rule.object_not, frame.objects, around))
        or bool(_anywhere(rule.about_not, spot, around))
    )
