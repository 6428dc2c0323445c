"""Entities against gold: strict (same characters, same label) and overlapping (same label, any overlap)."""

from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.scores import Counts, Scores, pair
from nieuwsextract.records import ArticleRecord

Tagged = tuple[int, int, str]
#: The labels that most users want first.
WHO = {"PERSON", "GPE", "ORG", "NORP"}


def score_entities(gold: GoldArticle, record: ArticleRecord) -> Scores:
    """Return counts for all labels together, the four of ``WHO``, and each label; empty without gold."""
    if gold.entities is None:
        return {}
    wanted: set[tuple[int, int, str]] = {(each.start, each.end, each.label) for each in gold.entities}
    found = tagged_spans(record)
    scores = {"entities, strict": _strict(found, wanted), "entities, overlap": _overlapping(found, wanted)}
    scores["PERSON+GPE+ORG+NORP, strict"] = _strict(_only(found, WHO), _only(wanted, WHO))
    for label in sorted({label for _, _, label in wanted | found}):
        scores[f"{label}, strict"] = _strict(_only(found, {label}), _only(wanted, {label}))
    return scores


def tagged_spans(record: ArticleRecord) -> set[Tagged]:
    """Return every name that the tagger (or its repair) labelled, and the dates and times."""
    names = {
        (mention.span.start, mention.span.end, mention.label)
        for entity in record.entities
        for mention in entity.mentions
        if mention.label
    }
    return names | {(time.span.start, time.span.end, time.label) for time in record.times}


def _strict(found: set[Tagged], wanted: set[Tagged]) -> Counts:
    return Counts(len(found & wanted), len(found), len(wanted))


def _overlapping(found: set[Tagged], wanted: set[Tagged]) -> Counts:
    right = 0
    for label in {label for _, _, label in found}:
        ours = [[(start, end)] for start, end, _ in sorted(_only(found, {label}))]
        theirs = [[(start, end)] for start, end, _ in sorted(_only(wanted, {label}))]
        right += len(pair(ours, theirs, least=0.0))
    return Counts(right, len(found), len(wanted))


def _only(tagged: set[Tagged], labels: set[str]) -> set[Tagged]:
    return {item for item in tagged if item[2] in labels}
