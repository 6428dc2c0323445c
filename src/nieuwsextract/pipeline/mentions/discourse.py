"""What the text has spoken of so far: the candidates for a pronoun or a later description."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.clauses import SUBJECTS, clause_verb
from nieuwsextract.pipeline.mentions.drafts import Draft

#: How many sentences back an antecedent may stand.
WINDOW = 3


@dataclass(eq=False)
class Referent:
    """One place that speaks of something; ``draft`` is None for people that the article never names."""

    draft: Draft | None
    start: int
    end: int
    head: int
    sentence: int
    subject: bool
    plural: bool
    person: bool
    gender: str | None = None

    def is_like(self, gender: str | None) -> bool:
        """Whether the sexes do not contradict each other."""
        known = (self.draft.gender if self.draft else None) or self.gender
        return known is None or gender is None or known == gender


class Discourse:
    """The referents of one doc in text order, as far as it has been read."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.referents: list[Referent] = []
        self.sentence_of = _number_sentences(doc)

    def add(
        self, draft: Draft | None, start: int, end: int, *, head: int | None = None, plural: bool = False,
        person: bool = True, gender: str | None = None,
    ) -> Referent:  # fmt: skip
        """Add what the tokens ``start`` to ``end`` speak of."""
        head = self.doc[start:end].root.i if head is None else head
        referent = Referent(
            draft, start, end, head, self.sentence_of[start], is_subject(self.doc[head]), plural, person, gender
        )
        self.referents.append(referent)
        return referent

    def recent(self, at: int, window: int = WINDOW) -> Iterator[Referent]:
        """Yield the referents before the token ``at``, the nearest first, no further than ``window`` sentences."""
        first = self.sentence_of[at] - window
        for referent in reversed(self.referents):
            if referent.sentence < first:
                return
            if referent.start < at:
                yield referent

    def subject_of_clause(self, token: Token) -> Referent | None:
        """Return the referent that is the subject of the clause a token stands in, or None."""
        subject = _subject_token(token)
        return None if subject is None else self.at(subject.i)

    def at(self, index: int) -> Referent | None:
        """Return the referent whose phrase has the token in it."""
        for referent in reversed(self.referents):
            if referent.start <= index < referent.end:
                return referent
        return None


def is_subject(head: Token) -> bool:
    """Whether a phrase's head is a subject, or is in apposition to one."""
    if head.dep_ in SUBJECTS:
        return True
    return head.dep_ in ("appos", "flat", "nmod", "conj") and head.head.dep_ in SUBJECTS and head.dep_ != "nmod"


def _subject_token(token: Token) -> Token | None:
    """The head of the subject of a token's clause; for a coordinated or embedded verb its governor's."""
    verb = clause_verb(token)
    for _ in range(3):
        found = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if found is not None or verb.head.i == verb.i or verb.dep_ not in ("conj", "xcomp", "advcl"):
            return found
        verb = verb.head
    return None


def _number_sentences(doc: Doc) -> list[int]:
    """The number of its sentence for every token; a doc without sentences is one."""
    numbers, number = [], 0
    for token in doc:
        if token.i > 0 and token.is_sent_start is True:
            number += 1
        numbers.append(number)
    return numbers
