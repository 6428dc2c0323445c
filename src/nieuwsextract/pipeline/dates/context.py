"""What surrounds a time expression: the words before and after it, and the tense of its clause."""

from dataclasses import dataclass

from spacy.tokens import Span

from nieuwsextract.pipeline.clauses import tense
from nieuwsextract.pipeline.dates.words import Vocabulary

_DIRECTIONS = {"past": -1, "present": 1, "future": 1}


@dataclass(frozen=True)
class Context:
    """What the words beside an expression may do (categories of the lexicon), and which way its tense points.

    ``direction`` is -1 for the past, 1 for the future (and a present that announces), 0 when nothing tells.
    """

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    direction: int = 0


def context_of(span: Span, vocabulary: Vocabulary) -> Context:
    """Read the context of a span in its parsed document."""
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    direction = _DIRECTIONS.get(tense(span.root) or "", 0)
    return Context(vocabulary.categories_of(before), vocabulary.categories_of(after), direction)
