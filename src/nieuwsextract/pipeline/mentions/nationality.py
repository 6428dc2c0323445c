"""``de Mexicaan``, ``de Rus``: which person of a country is meant; a wrong one is worse than none."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.mentions.discourse import Discourse, Referent
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.phrases import Phrase
from nieuwsextract.pipeline.notes import CountryNote

#: How nouns and adjectives for a woman of a country or town end: ``Friezin``, ``Amerikaanse``.
_FEMALE = ("in", "e")
#: What stands between an article and the noun for somebody unnamed, and the noun.
_WITHIN = frozenset(("ADJ", "NUM", "NOUN"))


class Nationality:
    """Finds whom the inhabitants of a country, spoken of in the singular, take up."""

    def __init__(self, doc: Doc, lexicon: WhoLexicon, discourse: Discourse) -> None:
        self.doc, self.lexicon, self.discourse = doc, lexicon, discourse

    def gender_of(self, phrase: Phrase) -> str:
        """Return the sex that the noun tells."""
        return "female" if self.doc[phrase.head].lower_.endswith(_FEMALE) else "male"

    def is_another(self, phrase: Phrase) -> bool:
        """``de laatste Nederlander die …``, ``de Amerikaanse, Britse en Duitse leiders``: nobody's."""
        after = self.doc[phrase.end].lower_ if phrase.end < len(self.doc) else ""
        words = self.doc[phrase.start : phrase.head]
        if after in self.lexicon.relative or any(token.lower_ in self.lexicon.others for token in words):
            return True
        # `het Chinese`: an adjective without its noun.
        listed = after in (",", "-") or after in self.lexicon.list_words
        return phrase.bare and (listed or self.doc[phrase.start].lower_ in self.lexicon.neuter)

    def newcomer(self, phrase: Phrase, note: CountryNote) -> Draft | None:
        """The one person of unknown country spoken of just now; of several, who alone is new, and last.

        ``Schreuder prees Edson Álvarez. De Mexicaan``: who comes into the text is told where he is from.
        """
        near: dict[int, Referent] = {}
        for referent in self.discourse.recent(phrase.start, window=1):
            if referent.person and not referent.plural and self._may_be(referent, phrase, note):
                near.setdefault(referent.key, referent)
        if not near:
            return None
        last = next(iter(near.values()))
        news = [referent for referent in near.values() if self._is_new(referent)]
        is_told = self.doc[phrase.start].is_sent_start is True and news == [last]
        return last.draft if len(near) == 1 or is_told else None

    def _may_be(self, referent: Referent, phrase: Phrase, note: CountryNote) -> bool:
        known = referent.draft.country if referent.draft is not None else None
        if referent.draft is None and not self._has_article(referent):
            return False
        return referent.is_like(self.gender_of(phrase)) and known in (None, note["country"])

    def _has_article(self, referent: Referent) -> bool:
        """``een man``; in ``werd wereldkampioen`` nobody new is spoken of."""
        at = referent.start
        while at > 0 and self.doc[at].pos_ in _WITHIN:
            at -= 1
        token = self.doc[at]
        return token.lower_ in self.lexicon.definite or token.pos_ == "DET"

    def _is_new(self, referent: Referent) -> bool:
        """Whether the text names somebody here for the first time, and has not told yet what he is."""
        draft, at = referent.draft, self.doc[referent.start].idx
        if draft is None or draft.role is not None:
            return False
        return min(mention["start"] for mention in draft.mentions) == at
