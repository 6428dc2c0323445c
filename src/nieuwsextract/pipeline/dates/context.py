"""What surrounds a time expression: the words before and after it, and the tense of its clause."""

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from nieuwsextract.pipeline.clauses import clause_verb, is_finite, own_subject, tense
from nieuwsextract.pipeline.dates.words import Vocabulary

_DIRECTIONS = {"past": -1, "present": 1, "future": 1}
#: The shape of a past participle: whatever a tagger says, `heeft … onderschept` is the perfect.
_PARTICIPLE = re.compile(r"[a-zë]{0,30}ge[a-zë]{3,30}[dtn]|(?:be|ver|ont|her|onder|over)[a-zë]{3,}(?:d|t|en)")
_WITH_GE = re.compile(r"[a-zë]{0,30}ge[a-zë]{3,30}[dtn]")


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
    before = vocabulary.categories_of(doc[span.start - 1].lower_ if span.start else "")
    after = vocabulary.categories_of(doc[span.end].lower_ if span.end < len(doc) else "")
    return Context(before, after, _direction(span, vocabulary, before))


def _direction(span: Span, vocabulary: Vocabulary, before: frozenset[str]) -> int:
    """The tense's, mended by what stands there: wrong tags make a perfect a present."""
    found = tense(span.root)
    beside = [span.doc[at] for at in (span.start - 1, span.end) if 0 <= at < len(span.doc)]
    if any(is_finite(word) and "Past" in word.morph.get("Tense", []) for word in beside):
        return -1
    if found == "present" and (words := _perfect(span, vocabulary)):
        announced = any("announced" in vocabulary.categories_of(word.lower_) for word in words)
        return 1 if announced else -1
    if found is None:
        # `De raadkamer beslist vrijdag`: without `ge-` the form is a present as well.
        verb = next(
            (word for word in beside if word.pos_ == "VERB" and not _WITH_GE.fullmatch(word.lower_)), None
        )
        found = "present" if verb is not None else _untagged(span.root)
    if found is None and "from_now" in before:
        return 1
    return _DIRECTIONS.get(found or "", 0)


def _perfect(span: Span, vocabulary: Vocabulary) -> list[Token]:
    """The participles at the end of a clause in the sentence, if an auxiliary of the perfect comes before."""
    sentence = span.sent
    forms = vocabulary.perfect
    auxiliary = next((word.i for word in sentence if word.lower_ in forms and is_finite(word)), None)
    if auxiliary is None:
        return []
    return [
        word for word in sentence if word.i > auxiliary and _PARTICIPLE.fullmatch(word.lower_) and _ends(word)
    ]


def _ends(word: Token) -> bool:
    """Whether a word stands last in its clause, or before a preposition."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return after is None or after.is_punct or after.pos_ in ("ADP", "CCONJ", "SCONJ", "SPACE")


def _untagged(token: Token) -> str | None:
    """The tense where no verb was seen: a root with a subject is a verb, with ``ge-`` a participle."""
    verb = clause_verb(token)
    if own_subject(verb) is None:
        return None
    return "past" if _WITH_GE.fullmatch(verb.lower_) else "present"
