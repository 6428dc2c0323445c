"""Later descriptions: ``de minister``, ``de Rus``, ``het bedrijf``, ``zijn land`` → the entity meant."""

from collections.abc import Iterable

from spacy.tokens import Doc

from nieuwsextract.pipeline.mentions.discourse import Discourse
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import Title, WhoLexicon
from nieuwsextract.pipeline.mentions.phrases import Phrase
from nieuwsextract.rules.people import OrganisationNounRule, PlaceDescriptionRule


class Descriptions:
    """Resolves the definite noun phrases of one doc, one by one in text order."""

    def __init__(self, doc: Doc, lexicon: WhoLexicon, discourse: Discourse, drafts: list[Draft]) -> None:
        self.doc, self.lexicon, self.discourse, self.drafts = doc, lexicon, discourse, drafts
        self.countries = {note["start"]: note for note in doc._.nieuws_countries}

    def resolve(self, phrase: Phrase) -> tuple[Draft | None, str] | None:
        """Return the entity (None: someone unnamed) and the rule's id; None when it is no such phrase."""
        head = self.doc[phrase.head]
        word = head.lower_
        note = self.countries.get(head.idx)
        if note is not None and note["kind"] == "demonym":
            return self._by_country(phrase, note["country"]), "mentions/nationality"
        if note is not None and note["kind"] == "people":
            return None
        title = self.lexicon.title(word)
        if title is not None and head.pos_ not in ("VERB", "AUX"):
            return self._by_title(phrase, title), f"mentions/{title.rule.id}"
        place = self.lexicon.place_description(word)
        if place is not None:
            return self._by_place(phrase, place), f"mentions/{place.id}"
        noun = self.lexicon.organisation_noun(word)
        if noun is not None:
            return self._by_noun(phrase, noun, word), f"mentions/{noun.id}"
        if word.endswith("-jarige"):
            return self._recent_person(phrase, None), "mentions/age"
        return None

    def _by_title(self, phrase: Phrase, title: Title) -> Draft | None:
        """The person last spoken of who has the title; before the first mention, the next one with it."""
        if title.rule.generic:
            return self._recent_person(phrase, title.rule.gender)
        fitting = [draft for draft in self.drafts if draft.label == "PERSON" and _has_title(draft, title)]
        fitting = [draft for draft in fitting if self._agrees(draft, phrase)]
        return self._nearest(phrase.start, fitting)

    def _by_country(self, phrase: Phrase, country: str | None) -> Draft | None:
        """``de Rus``: the person of that country; one whose country nothing tells only when spoken of just now."""
        people = [draft for draft in self.drafts if draft.label == "PERSON"]
        fitting = [draft for draft in people if country is not None and draft.country == country]
        return self._nearest(phrase.start, fitting)

    def _by_place(self, phrase: Phrase, rule: PlaceDescriptionRule) -> Draft | None:
        before = self.doc[phrase.start].lower_
        if before in self.lexicon.possessive:
            return None
        for referent in self.discourse.recent(phrase.start):
            draft = referent.draft
            if draft is not None and draft.level in rule.levels and draft.label in ("GPE", "LOC"):
                return draft
        return None

    def _by_noun(self, phrase: Phrase, rule: OrganisationNounRule, word: str) -> Draft | None:
        """An organisation with the noun in its name or before it, else the last one of the kinds meant."""
        called = [draft for draft in self.drafts if draft.label == "ORG" and is_called(draft, word)]
        if called:
            return self._nearest(phrase.start, called)
        for referent in self.discourse.recent(phrase.start, window=4):
            draft = referent.draft
            if draft is not None and draft.label == "ORG":
                fits = draft.kind in rule.kinds or (draft.kind is None and "company" in rule.kinds)
                if fits:
                    return draft
        return None

    def _recent_person(self, phrase: Phrase, gender: str | None) -> Draft | None:
        """The last person spoken of, if it may be this one."""
        for referent in self.discourse.recent(phrase.start, window=1):
            if referent.person and not referent.plural and referent.is_like(gender):
                return referent.draft
        return None

    def _agrees(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether the nationality and the complement do not speak of someone else."""
        for at in range(phrase.start, phrase.end):
            note = self.countries.get(self.doc[at].idx)
            if note is not None and note["kind"] == "demonym" and note["country"] != draft.country:
                return False
        complement = self.doc[phrase.head + 1 : phrase.end].text.lower()
        return not complement or (draft.role is not None and complement in draft.role.lower())

    def _nearest(self, at: int, drafts: Iterable[Draft]) -> Draft | None:
        """Of several, the one last spoken of before ``at``; with none before, the only one after."""
        kept = {id(draft): draft for draft in drafts}
        for referent in self.discourse.recent(at, window=10_000):
            if referent.draft is not None and id(referent.draft) in kept:
                return referent.draft
        return next(iter(kept.values())) if len(kept) == 1 else None


def _has_title(draft: Draft, title: Title) -> bool:
    if title.rule.gender is not None and draft.gender not in (None, title.rule.gender):
        return False
    return title.word in draft.words or bool(draft.groups & set(title.rule.stands_for))


def is_called(draft: Draft, word: str) -> bool:
    """Whether the noun, or its end, is part of the organisation's name or stood before it."""
    if word in draft.words:
        return True
    names = draft.name.lower().split()
    return any(name == word or (len(word) > 3 and name.endswith(word)) for name in names)
