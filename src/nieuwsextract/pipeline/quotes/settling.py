"""Of two readings of the same words the better founded one stays."""

from collections import defaultdict

from nieuwsextract.pipeline.quotes.drafts import Draft
from nieuwsextract.pipeline.quotes.sentences import Chars

#: Characters: only drafts that share a stretch of the text are compared.
_STRETCH = 400


def settle(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that a more trusted one contradicts."""
    kept: list[Draft] = []
    near: dict[int, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.start, -d.size)):
        places = range(draft.start // _STRETCH, draft.content[-1][1] // _STRETCH + 1)
        if not any(_contradicts(draft, other) for place in places for other in near[place]):
            kept.append(draft)
            for place in places:
                near[place].append(draft)
    return kept


def _contradicts(draft: Draft, other: Draft) -> bool:
    """Whether two drafts claim mostly the same words, and neither reports the other's reporting."""
    if draft.content[-1][1] <= other.content[0][0] or other.content[-1][1] <= draft.content[0][0]:
        return False
    if _embeds(draft, other) or _embeds(other, draft):
        return False
    shared = _shared(draft.content, other.content)
    return shared >= 0.5 * min(draft.size, other.size)


def _embeds(outer: Draft, inner: Draft) -> bool:
    """Whether one draft's cue stands in the other's content: reported reporting."""
    at = inner.cue[0][0] if inner.cue else inner.start
    return bool(inner.cue) and any(start <= at < end for start, end in outer.content)


def _shared(one: list[Chars], other: list[Chars]) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)
