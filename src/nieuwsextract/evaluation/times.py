"""Time expressions against gold: spans, and of the spans found their TIMEX3 types and values."""

from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.scores import Counts, Scores
from nieuwsextract.records import ArticleRecord


def score_times(gold: GoldArticle, record: ArticleRecord) -> Scores:
    """Return span counts, and the accuracy of type and value over all gold times; empty without gold.

    A value counts as found only where the record gives one; an honest null costs recall, not precision.
    """
    if gold.times is None:
        return {}
    found = {(time.span.start, time.span.end): time for time in record.times}
    pairs = [(time, found.get((time.start, time.end))) for time in gold.times]
    matched = [(wanted, ours) for wanted, ours in pairs if ours is not None]
    total = len(gold.times)
    return {
        "times: spans": Counts(len(matched), len(found), total),
        "times: type": Counts(sum(w.type == o.type for w, o in matched), len(matched), total),
        "times: value": Counts(
            sum(w.value == o.value for w, o in matched), sum(o.value is not None for _, o in matched), total
        ),
        "times: value, where the span is right": Counts(
            sum(w.value == o.value for w, o in matched), len(matched), len(matched)
        ),
    }
