"""Whether a capital or seat stands for its government: ``Moskou ontkent``, or is a place: ``in Moskou``."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from nieuwsextract.pipeline.clauses import SUBJECTS, is_passive
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.rules.places import GovernmentSignRule
from nieuwsextract.rules.rule import Rule

_DASHES = frozenset("-–—")


@dataclass(frozen=True)
class GovernmentSigns:
    """The words of the ``government_sign`` rules, ready to look up."""

    verbs: frozenset[str]
    place_verbs: frozenset[str]
    place_prepositions: frozenset[str]
    government_prepositions: frozenset[str]
    government_nouns: frozenset[str]
    government_adjectives: frozenset[str]
    seat_prepositions: frozenset[str]
    people_determiners: frozenset[str]
    articles: frozenset[str]

    @classmethod
    def read(cls, rules: RuleSet) -> "GovernmentSigns":
        """Collect the words of all rules of the kind."""
        signs = rules.of("government_sign", GovernmentSignRule)

        def words(field: str) -> frozenset[str]:
            return frozenset(word for sign in signs for word in getattr(sign, field))

        fields = GovernmentSignRule.model_fields.keys() - Rule.model_fields.keys()
        return cls(**{field: words(field) for field in fields}, articles=words_for(rules, "definite_article"))

    def speaks(self, span: Span) -> bool:
        """Whether the capital in ``span`` stands for a government, by its preposition or its verb."""
        before = _before(span)
        if _is_dateline(span) or (before is not None and before.lower_ in self.place_prepositions):
            return False
        if before is not None and before.lower_ in self.government_prepositions:
            return before.lower_ != "door" or is_passive(span.root.head)
        if before is not None and before.lower_ == "van":
            noun = _before(span.doc[before.i : before.i + 1])
            return noun is not None and noun.lower_ in self.government_nouns
        return self._acts(span)

    def is_place(self, span: Span) -> bool:
        """Whether a preposition of place stands before a seat: ``op het Binnenhof``."""
        before = _before(span, skip=self.articles)
        return before is not None and before.lower_ in self.seat_prepositions

    def _acts(self, span: Span) -> bool:
        """As the subject of a verb that towns do not do, or beside a verb that governments do."""
        if any(token.lower_ in self.government_adjectives for token in span.doc[span.end + 1 : span.end + 2]):
            return span.doc[span.end].pos_ == "AUX"
        root = span.root
        if root.dep_ in SUBJECTS and root.head != root:
            verb = root.head
            if verb.pos_ == "VERB" and not is_passive(verb):
                return verb.lemma_ not in self.place_verbs
        after = span.doc[span.end] if span.end < len(span.doc) else None
        if after is not None and after.text == ":" and after.is_sent_start is not True:
            return span.start == 0 or span[0].is_sent_start is True
        before = _before(span)
        starts = before is None or span[0].is_sent_start is True or before.is_punct
        neighbours = [after] if starts else [before]
        return any(self._is_government_verb(token) for token in neighbours if token is not None)

    def _is_government_verb(self, token: Token) -> bool:
        if token.pos_ and token.pos_ not in ("VERB", "AUX"):
            return False
        return token.lemma_ in self.verbs


def _is_dateline(span: Span) -> bool:
    """In capitals where the next word is not: ``BRUSSEL | Het is``; before a dash: ``Brussel - Het is``."""
    if span[0].is_sent_start is True and span.end < len(span.doc) and span.doc[span.end].text in _DASHES:
        return True
    after = next((token.text for token in span.doc[span.end : span.end + 3] if token.is_alpha), "")
    return span.text.isupper() and not after.isupper()


def _before(span: Span, skip: frozenset[str] = frozenset()) -> Token | None:
    """The last word before a span in its sentence's line, articles in ``skip`` left out."""
    index = span.start - 1
    while index >= 0 and span.doc[index].lower_ in skip:
        index -= 1
    return span.doc[index] if index >= 0 and not span.doc[index].is_space else None
