"""Noun phrases by their words: determiner, modifiers, noun. They hold on a wrong parse too."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from nieuwsextract.pipeline.clauses import noun_phrase
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon

#: Tokens between a determiner and its noun.
_MAX_MODIFIERS = 5
#: Tokens of a title with its complement.
_LONGEST_TITLE = 9
_MODIFIERS = frozenset(("ADJ", "NUM", "ADV"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC"))
_NOUNS = frozenset(("NOUN", "PROPN", ""))


@dataclass(frozen=True)
class Phrase:
    """Tokens ``start`` to ``end`` (exclusive) with their head; ``bare``: no noun, as in ``de Italiaanse``."""

    start: int
    head: int
    end: int
    bare: bool = False


def age_in(span: Span) -> int | None:
    """Return the years of ``de 54-jarige ondernemer``, or None."""
    words = (token.lower_.partition("-jarige") for token in span)
    return next((int(years) for years, jarige, _ in words if jarige and years.isdigit()), None)


class Phrases:
    """Finds noun phrases in one doc; ``demonyms`` are token indexes of adjectives and inhabitants."""

    def __init__(self, doc: Doc, lexicon: WhoLexicon, demonyms: frozenset[int]) -> None:
        self.doc, self.lexicon, self.demonyms = doc, lexicon, demonyms

    def starting_at(self, start: int) -> Phrase | None:
        """Return the phrase of the determiner at ``start``, without what follows its noun."""
        at = start + 1
        while at < len(self.doc) and at - start <= _MAX_MODIFIERS:
            token = self.doc[at]
            if self.is_head(token) and not self._is_modifier_here(token):
                return Phrase(start, at, at + 1)
            if not self.is_modifier(token):
                break
            at += 1
        if at > start + 1 and (at - 1 in self.demonyms or self.doc[at - 1].lower_.endswith("-jarige")):
            return Phrase(start, at - 1, at, bare=True)
        return None

    def with_complement(self, phrase: Phrase) -> Phrase:
        """Take in what the parse hangs on the noun by a preposition, up to the first comma or time.

        ``de voorzitter van de top``; of things only what has a name in it: ``de ploeg van trainer Stef``.
        """
        end = phrase.end
        if end < len(self.doc) and self.doc[end].lower_ in self.lexicon.prepositions:
            start, stop = noun_phrase(self.doc[phrase.head])
            if start <= phrase.head < stop:
                while end < stop and not self._ends_complement(self.doc[end]):
                    end += 1
        tail = self.doc[phrase.end : end]
        if not self.is_title(self.doc[phrase.head]) and phrase.head not in self.demonyms:
            end = end if any(token.ent_type_ in _NAMES for token in tail) else phrase.end
        return Phrase(phrase.start, phrase.head, end, phrase.bare)

    def _ends_complement(self, token: Token) -> bool:
        return token.is_punct or token.is_space or token.ent_type_ in ("DATE", "TIME")

    def before(self, end: int, *, over_people: bool = False) -> Phrase | None:
        """Return the phrase of a title that ends right before ``end``: ``de minister van X | Lavrov``.

        In ``de advocaat van | Holleeder`` the name is the complement's: no title of his. ``over_people``:
        the complement may name somebody, ``de advocaat van Holleeder | , Janssen``.
        """
        head = self._title_before(end, over_people)
        if head is None:
            return None
        return Phrase(self.begin(head), head, end)

    def begin(self, head: int) -> int:
        """Return where the phrase of a noun begins: over its modifiers to its determiner."""
        start = head
        while start > 0 and self.is_modifier(self.doc[start - 1]) and not self.doc[start].is_sent_start:
            start -= 1
        if start > 0 and self._is_determiner(self.doc[start - 1]) and not self.doc[start].is_sent_start:
            start -= 1
        return start

    def is_head(self, token: Token) -> bool:
        """Whether a token is a noun, by its part of speech or because the rules know it."""
        noun = token.text[0].isalpha() or self.lexicon.party_of(token.text) is not None
        if (noun and token.pos_ in _NOUNS) or self.is_title(token):
            return True
        # Whatever the tagger says: `hof` is a noun between an article and anything.
        known = self.lexicon.is_organisation_noun(token.lower_) or self.lexicon.place_description(
            token.lower_
        )
        return bool(known) and token.i > 0 and self._is_determiner(self.doc[token.i - 1])

    def is_title(self, token: Token) -> bool:
        """Whether a token is a noun for a person."""
        return token.pos_ not in ("VERB", "AUX") and self.lexicon.title(token.lower_) is not None

    def is_modifier(self, token: Token) -> bool:
        """Whether a token may stand between determiner and noun."""
        if token.is_punct or token.is_space:
            return False
        return token.i in self.demonyms or token.pos_ in _MODIFIERS or token.lower_.endswith("-jarige")

    def _is_modifier_here(self, token: Token) -> bool:
        """A demonym or adjective before another noun is no head: ``de Russische minister``."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if token.i in self.demonyms:
            return after is not None and self.is_head(after) and after.ent_type_ != "PERSON"
        return token.lower_.endswith("-jarige")

    def _is_determiner(self, token: Token) -> bool:
        word = token.lower_
        lexicon = self.lexicon
        return word in lexicon.definite or word in lexicon.possessive or word in lexicon.indefinite

    def _title_before(self, end: int, over_people: bool) -> int | None:
        """The title noun next to ``end``, or with a whole complement between."""
        at, found = end - 1, None
        while at >= 0 and end - at <= _LONGEST_TITLE:
            token = self.doc[at]
            person = token.ent_type_ == "PERSON" and not over_people
            if token.is_punct or token.is_space or person or token.pos_ == "VERB":
                return found
            if self.is_title(token):
                # In `de zus van het slachtoffer, Karin` the sister is named: the first noun, not the last.
                found = at if self._is_whole(at + 1, end) else None
                if not over_people or found is None:
                    return found
            if token.is_sent_start:
                return found
            at -= 1
        return found

    def _is_whole(self, start: int, end: int) -> bool:
        """Nothing, or a preposition with its noun."""
        if start == end:
            return True
        last = self.doc[end - 1].lower_
        # In `verdachte van moord op | Lisa` the name is the complement's.
        open_ended = (
            last in self.lexicon.prepositions
            or last in self.lexicon.definite
            or last in self.lexicon.open_ends
            or self.doc[end - 1].pos_ == "ADP"
        )
        return self.doc[start].lower_ in self.lexicon.prepositions and not open_ended
