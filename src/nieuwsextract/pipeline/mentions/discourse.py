"""What the text has spoken of so far: the candidates for a pronoun or a later description."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from nieuwsextract.pipeline.clauses import SUBJECTS, clause_verb, is_finite
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.speakers import Speeches
from nieuwsextract.pipeline.words import words_of

#: How many sentences back an antecedent may stand.
WINDOW = 3
#: How many referents back a phrase that is still being read may stand.
_NEAR = 40


@dataclass(eq=False)
class Referent:
    """One place that speaks of something; ``draft`` is None for people that the article never names.

    ``word`` is the noun by which somebody unnamed comes in: ``een minister``.
    """

    draft: Draft | None
    start: int
    end: int
    sentence: int
    subject: bool
    plural: bool
    person: bool
    gender: str | None = None
    reports: bool = False
    word: str | None = None

    @property
    def key(self) -> int:
        """What identifies whom this speaks of."""
        return id(self.draft) if self.draft is not None else id(self)

    def is_like(self, gender: str | None) -> bool:
        """Whether the sexes do not contradict each other."""
        known = (self.draft.gender if self.draft else None) or self.gender
        return known is None or gender is None or known == gender


class Discourse:
    """The referents of one doc in text order, as far as it has been read."""

    def __init__(self, doc: Doc, lexicon: WhoLexicon, speeches: Speeches) -> None:
        self.doc, self.reporting, self.source_words = doc, lexicon.reporting, lexicon.source_words
        self.collectives, self.voices = lexicon.collectives, lexicon.voices
        #: Whoever a word of reporting named last.
        self.speaker: Referent | None = None
        self.referents: list[Referent] = []
        self.sentence_of = _number_sentences(doc, speeches)

    def add(
        self, draft: Draft | None, span: Span, *, plural: bool = False, person: bool = True,
        gender: str | None = None, word: str | None = None,
    ) -> None:  # fmt: skip
        """Add what a span speaks of; ``word`` is the noun of somebody unnamed who is new."""
        subject = is_subject(span.root) or _stands_before_verb(span) or self._is_source(span)
        sentence, reports = self.sentence_of[span.start], self.reports(span)
        new = Referent(draft, span.start, span.end, sentence, subject, plural, person, gender, reports, word)
        self.referents.append(new)
        if reports and person:
            self.speaker = new
        elif subject and person and not plural and draft is None:
            # `De weduwe barstte in tranen uit. Buiten zei ze …`: no longer who spoke before.
            self.speaker = None

    def is_before_verb(self, span: Span) -> bool:
        """Whether a span is a subject, by the parse or because a finite verb follows."""
        return is_subject(span.root) or _stands_before_verb(span)

    def _is_source(self, span: Span) -> bool:
        """``aldus Blok``: who is quoted counts as a subject."""
        return span.start > 0 and self.doc[span.start - 1].lower_ in self.source_words

    def reports(self, span: Span) -> bool:
        """Whether a word of reporting stands beside a span: ``zei hij``, ``volgens hem``, ``hij zei``."""
        before = self.doc[span.start - 1].lower_ if span.start > 0 else ""
        after = self.doc[span.end].lower_ if span.end < len(self.doc) else ""
        return before in self.reporting or after in self.reporting

    def recent(self, at: int, window: int = WINDOW) -> Iterator[Referent]:
        """Yield the referents before the token ``at``, nearest first, at most ``window`` sentences back."""
        first = self.sentence_of[at] - window
        for referent in reversed(self.referents):
            if referent.sentence < first:
                return
            if referent.start < at:
                yield referent

    def subject_of_clause(self, token: Token) -> Referent | None:
        """Return the referent that is the subject of the clause a token stands in, or None.

        Where the parse has none, the nearest one before it in the sentence that stands before a verb.
        """
        subject = _subject_token(token)
        if subject is not None:
            return self.at(subject.i)
        for referent in self.recent(token.i, window=0):
            if referent.subject:
                return referent
        return None

    def is_of_collective(self, token: Token) -> bool:
        """``de regering ontkent dat ze …``: the nearest subject before a pronoun is a body, not a person."""
        lower = words_of(self.doc).lower
        for at in range(token.i - 1, -1, -1):
            if self.sentence_of[at] != self.sentence_of[token.i]:
                return False
            if lower[at] in self.collectives:
                return is_subject(self.doc[at])
            referent = self.at(at)
            if referent is not None and (referent.person or referent.subject):
                return False
        return False

    def at(self, index: int) -> Referent | None:
        """Return the referent with the longest phrase that has the token in it: not ``Rus`` in ``de Rus``."""
        around = [referent for referent in self.referents[-_NEAR:] if referent.start <= index < referent.end]
        return max(around, key=lambda referent: referent.end - referent.start, default=None)


def is_subject(head: Token) -> bool:
    """Whether a phrase's head is a subject, or is in apposition to one."""
    if head.dep_ in SUBJECTS:
        return True
    return (
        head.dep_ in ("appos", "flat", "nmod", "conj") and head.head.dep_ in SUBJECTS and head.dep_ != "nmod"
    )


def _stands_before_verb(span: Span) -> bool:
    """Whether a finite verb follows, maybe after a comma, and no preposition comes first: ``Iran eist``."""
    doc, at = span.doc, span.end
    if at < len(doc) and doc[at].text == ",":
        at += 1
    before = doc[span.start - 1] if span.start > 0 else None
    follows = at < len(doc) and doc[at].pos_ in ("VERB", "AUX") and is_finite(doc[at])
    return follows and (before is None or before.pos_ != "ADP")


def _subject_token(token: Token) -> Token | None:
    """The head of the subject of a token's clause; of its governor's where it has none."""
    verb = clause_verb(token)
    for _ in range(3):
        found = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if found is not None and not found.left_edge.i <= token.i <= found.right_edge.i:
            return found
        if verb.head.i == verb.i:
            return None
        verb = clause_verb(verb.head)
    return None


def _number_sentences(doc: Doc, speeches: Speeches) -> list[int]:
    """The number of its sentence for every token; a speech of many sentences takes the room of one."""
    numbers, number = [], 0
    for at, start in enumerate(doc.to_array("SENT_START").tolist()):
        if at > 0 and start == 1:
            here = speeches.number(at)
            number += here is None or here != speeches.number(at - 1)
        numbers.append(number)
    return numbers


def headline_end(doc: Doc) -> int:
    """Return the character where the headline ends, 0 without one."""
    blocks = doc._.nieuws_layout["blocks"]
    return next((block["end"] for block in blocks if block["kind"] == "headline"), 0)
