"""Who is who: countries, entity clusters, and how many roles and pronouns are resolved, and how well."""

from collections import Counter
from collections.abc import Iterable

from nieuwsextract.evaluation.clusters import b_cubed, lea, muc
from nieuwsextract.evaluation.gold import GoldArticle, GoldResolved
from nieuwsextract.evaluation.scores import Chars, Counts, Scores
from nieuwsextract.records import ArticleRecord, Entity

#: The labels that are resolved in the gold.
_LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP"))
_PLACES = frozenset(("GPE", "LOC", "NORP"))
_NAMING = frozenset(("name", "demonym", "metonym"))

Mentions = dict[Chars, str]


def score_resolution(gold: GoldArticle, record: ArticleRecord) -> Scores:
    """Return counts of countries, clusters, roles and pronouns; mentions match by their exact spans.

    A role or pronoun is right when its entity is the one with (most of) the names of the gold entity.
    "answered" counts the gold mentions for which there is an answer; "right" how many of those are right.
    """
    if gold.resolved is None:
        return {}
    wanted = [entity for entity in gold.resolved if entity.label in _LABELS]
    found = [entity for entity in record.entities if entity.label in _LABELS]
    wanted_mentions: list[Mentions] = [dict(_spans(entity)) for entity in wanted]
    found_mentions: list[Mentions] = [dict(_spans(entity)) for entity in found]
    clusters = [set(mentions) for mentions in found_mentions], [set(mentions) for mentions in wanted_mentions]
    persons = [i for i, entity in enumerate(wanted) if entity.label == "PERSON"]
    return {
        "countries per mention": _compare(_country_mentions(found), _country_mentions(wanted)),
        "countries per article": _compare(_countries(found), _countries(wanted)),
        "entities B³": b_cubed(*clusters),
        "entities LEA": lea(*clusters),
        "entities MUC": muc(*clusters),
        **_score_kind("roles", "role", found_mentions, wanted_mentions, range(len(wanted))),
        **_score_kind("pronouns", "pronoun", found_mentions, wanted_mentions, range(len(wanted))),
        **_score_kind("pronouns of people", "pronoun", found_mentions, wanted_mentions, persons),
    }


def _compare(found: set[object], wanted: set[object]) -> Counts:
    return Counts(len(found & wanted), len(found), len(wanted))


def _country_mentions(entities: Iterable[Entity] | Iterable[GoldResolved]) -> set[object]:
    """(start, end, country) of every name, adjective, inhabitant and seat of a place."""
    return {
        (*span, entity.country)
        for entity in entities
        if entity.label in _PLACES and entity.country is not None
        for span, kind in _spans(entity)
        if kind in _NAMING
    }


def _spans(entity: Entity | GoldResolved) -> list[tuple[Chars, str]]:
    if isinstance(entity, Entity):
        return [((m.span.start, m.span.end), m.kind) for m in entity.mentions]
    return [((m.start, m.end), m.kind) for m in entity.mentions]


def _countries(entities: Iterable[Entity] | Iterable[GoldResolved]) -> set[object]:
    return {entity.country for entity in entities if entity.label in _PLACES and entity.country}


def _score_kind(
    title: str, kind: str, found: list[Mentions], wanted: list[Mentions], which: Iterable[int]
) -> Scores:
    """How many of a kind are answered, and how many of the answered ones are right."""
    names = _align(found, wanted)
    entity_of = {span: number for number, mentions in enumerate(found) for span in mentions}
    asked = [(span, number) for number in which for span, own in wanted[number].items() if own == kind]
    answered = [(span, number) for span, number in asked if span in entity_of]
    right = sum(names.get(entity_of[span]) == number for span, number in answered)
    return {
        f"{title}: answered": Counts(len(answered), len(asked), len(asked)),
        f"{title}: right of answered": Counts(right, len(answered), len(answered)),
    }


def _align(found: list[Mentions], wanted: list[Mentions]) -> dict[int, int]:
    """Found entity → the wanted one with which it shares most names."""
    wanted_of = {span: number for number, mentions in enumerate(wanted) for span in mentions}
    aligned = {}
    for number, mentions in enumerate(found):
        shared = Counter(
            wanted_of[span] for span, kind in mentions.items() if kind in _NAMING and span in wanted_of
        )
        if shared:
            aligned[number] = shared.most_common(1)[0][0]
    return aligned
