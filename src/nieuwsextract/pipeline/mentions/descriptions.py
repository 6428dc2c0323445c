"""Later descriptions: ``de minister``, ``de Rus``, ``het bedrijf``, ``zijn land`` → the entity meant."""

from collections.abc import Iterable

from spacy.tokens import Doc

from nieuwsextract.pipeline.mentions.discourse import Discourse, headline_end
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import Title, WhoLexicon
from nieuwsextract.pipeline.mentions.phrases import Phrase
from nieuwsextract.pipeline.mentions.pronouns import Pronouns
from nieuwsextract.pipeline.mentions.roles import role_text
from nieuwsextract.pipeline.notes import CountryNote
from nieuwsextract.rules.people import OrganisationNounRule, PersonTitleRule, PlaceDescriptionRule

#: A place spoken of often counts more than the last one: sentences back, and what a mention is worth.
_PLACE_WINDOW, _PLACE_COUNT, _PLACE_OFTEN, _PLACE_SUBJECT, _PLACE_HEADLINE = 5, 0.3, 6, 1.5, 1.0

#: By how much the likeliest person must lead when no title decides.
_CLEAR = 0.4


class Descriptions:
    """Resolves the definite noun phrases of one doc, one by one in text order."""

    def __init__(
        self, doc: Doc, lexicon: WhoLexicon, discourse: Discourse, pronouns: Pronouns, drafts: list[Draft]
    ) -> None:
        self.doc, self.lexicon, self.discourse, self.drafts = doc, lexicon, discourse, drafts
        self.pronouns = pronouns
        self.headline_end = headline_end(doc)
        self.countries = {note["start"]: note for note in doc._.nieuws_countries}

    def resolve(self, phrase: Phrase, owner: Draft | None = None) -> tuple[Draft | None, str] | None:
        """Return the entity (None: someone unnamed) and the rule's id; None when it is no such phrase.

        ``owner`` is whom the possessive determiner takes up.
        """
        head = self.doc[phrase.head]
        word = head.lower_
        note = self.countries.get(head.idx)
        if note is not None and note["kind"] in ("demonym", "people"):
            person = self._by_country(phrase, note) if note["kind"] == "demonym" else None
            return (person, "mentions/nationality") if note["kind"] == "demonym" else None
        title = self.lexicon.title(word) if head.pos_ not in ("VERB", "AUX") else None
        place, noun = self.lexicon.place_description(word), self.lexicon.organisation_noun(word)
        found: tuple[Draft | None, str] | None = None
        if title is not None:
            found = self._by_title(phrase, title), title.rule.id
        elif place is not None and not self._names_organisation(word):
            found = self._by_place(phrase, place, owner), place.id
        elif noun is not None:
            found = self._by_noun(phrase, noun, word, owner), noun.id
        elif word.endswith("-jarige"):
            found = self._recent_person(phrase, None), "age"
        elif self._speaks(phrase, word):
            found = self._recent_person(phrase, None), "speaker"
        elif (party := self.lexicon.party_of(head.text)) is not None:
            found = self._by_party(phrase, party), "party-member"
        return None if found is None else (found[0], f"mentions/{found[1]}")

    def _names_organisation(self, word: str) -> bool:
        """``de regio`` where the article has a ``Veiligheidsregio``."""
        return self.lexicon.is_organisation_noun(word) and any(
            draft.label == "ORG" and is_called(draft, word) for draft in self.drafts
        )

    def _speaks(self, phrase: Phrase, word: str) -> bool:
        """``zegt de vastgoedman``: a noun that ends like one for people, beside a word of reporting."""
        if not word.endswith(self.lexicon.person_endings) or len(word) < 6:
            return False
        return self.discourse.reports(self.doc[phrase.start : phrase.end]) and not self._is_possessive(phrase)

    def in_headline(self, word: str) -> Draft | None:
        """Return the only person with a title: headlines have no articles (``Minister stapt op``)."""
        title = self.lexicon.title(word)
        if title is None:
            return None
        fitting = [draft for draft in self.drafts if draft.label == "PERSON" and title.word in draft.words]
        return fitting[0] if len(fitting) == 1 else None

    def _by_title(self, phrase: Phrase, title: Title) -> Draft | None:
        """The person last spoken of who has the title; before the first mention, the next one with it.

        Nobody has it: the person spoken of just now, if nothing speaks against it.
        """
        fitting = [draft for draft in self.drafts if draft.label == "PERSON" and _has_title(draft, title)]
        fitting = [draft for draft in fitting if self._agrees(draft, phrase)]
        if fitting:
            found = self._nearest(phrase.start, fitting)
            if found is not None:
                found.gender = found.gender or title.rule.gender
            return found
        if title.rule.id == "zaak" and (suspect := self._suspect(title.word)) is not None:
            return suspect
        if self._is_possessive(phrase) or self._has_adjective(phrase) or self._is_limited(phrase):
            return None
        found = self._recent_person(phrase, title.rule)
        if found is not None and not title.rule.generic:
            found.words.add(title.word)
            found.gender = found.gender or title.rule.gender
            if title.rule.id != "zaak":
                found.role = found.role or role_text(self.doc[phrase.head : phrase.end])
        return found

    def _suspect(self, word: str) -> Draft | None:
        """Dutch papers shorten a suspect's surname: ``Serdar Y.``."""
        if word not in ("verdachte", "hoofdverdachte"):
            return None
        people = [draft for draft in self.drafts if draft.label == "PERSON" and _is_suspect(draft.name)]
        return people[0] if len(people) == 1 else None

    def _by_country(self, phrase: Phrase, note: CountryNote) -> Draft | None:
        """``de Rus``: the person of that country; one of unknown country only when spoken of just now."""
        people = [draft for draft in self.drafts if draft.label == "PERSON"]
        fitting = [
            draft for draft in people if draft.country is not None and draft.country == note["country"]
        ]
        local = note["rule"].startswith("countries/") and not note["rule"][10:].isupper()
        if fitting and not local:
            return self._nearest(phrase.start, fitting)
        found = self._recent_person(phrase, None, note["country"])
        if found is None:
            return None
        found.locate(note["country"], "demonym")
        return found

    def _by_party(self, phrase: Phrase, party: str) -> Draft | None:
        """``de CDA'er``: the one with that affiliation."""
        people = [draft for draft in self.drafts if draft.label == "PERSON" and draft.affiliation is not None]
        fitting = [draft for draft in people if draft.affiliation and draft.affiliation.name == party]
        return self._nearest(phrase.start, fitting)

    def _by_place(self, phrase: Phrase, rule: PlaceDescriptionRule, owner: Draft | None) -> Draft | None:
        """``zijn land``: the owner's; else the place spoken of most and last."""
        if self._is_possessive(phrase):
            country = owner.country if owner is not None and "country" in rule.levels else None
            fits = (
                d for d in self.drafts if d.level == "country" and d.country == country and d.label == "GPE"
            )
            return next(fits, None) if country else None
        if self._is_limited(phrase):
            return None
        subject = self.discourse.subject_of_clause(self.doc[phrase.head])
        best, best_value = None, float("-inf")
        for referent in self.discourse.recent(phrase.start, window=_PLACE_WINDOW):
            draft = referent.draft
            if draft is None or draft.level not in rule.levels or draft.label not in ("GPE", "LOC"):
                continue
            if draft.level != "country" and self._is_demonym(referent.start):
                continue
            distance = self.discourse.sentence_of[phrase.start] - referent.sentence
            value = _PLACE_COUNT * min(_PLACE_OFTEN, len(draft.mentions)) - distance
            value += _PLACE_SUBJECT if subject is not None and subject.draft is draft else 0
            value += _PLACE_HEADLINE if draft.mentions[0]["start"] < self.headline_end else 0
            if value > best_value:
                best, best_value = draft, value
        return best

    def _is_demonym(self, at: int) -> bool:
        note = self.countries.get(self.doc[at].idx)
        return note is not None and note["kind"] in ("demonym", "people")

    def _by_noun(
        self, phrase: Phrase, rule: OrganisationNounRule, word: str, owner: Draft | None
    ) -> Draft | None:
        """An organisation with the noun in its name or before it, else the last one of the kinds meant."""
        if self._is_possessive(phrase):
            mine = owner.affiliation if owner is not None else None
            return mine if mine is not None and mine.label == "ORG" and mine.kind in rule.kinds else None
        called = [draft for draft in self.drafts if draft.label == "ORG" and is_called(draft, word)]
        if called:
            return self._nearest(phrase.start, called)
        if self._is_limited(phrase) or not self.lexicon.is_organisation_noun(word):
            return None
        for referent in self.discourse.recent(phrase.start, window=4):
            draft = referent.draft
            if draft is not None and draft.label == "ORG":
                fits = draft.kind in rule.kinds or (draft.kind is None and "company" in rule.kinds)
                if fits:
                    return draft
        kinds = [draft for draft in self.drafts if draft.label == "ORG" and draft.kind in rule.kinds]
        return self._nearest(phrase.start, kinds) if len(kinds) == 1 else None

    def _recent_person(
        self, phrase: Phrase, rule: PersonTitleRule | None, country: str | None = None
    ) -> Draft | None:
        """The person that a pronoun would mean here, if that is clear and nothing speaks against it.

        Who holds an office is taken up by it or by his country, an office takes up nobody else; within
        speech only the text's own words count. Whoever has another role is meant only where he speaks.
        """
        token = self.doc[phrase.start]
        if self.pronouns.speeches.number(token.i) is not None or (rule is not None and rule.office):
            return None
        speaks = self.discourse.reports(self.doc[phrase.start : phrase.end])
        ranked = [
            (value, referent.draft)
            for value, referent in self.pronouns.rank(token, rule.gender if rule is not None else None)
            if referent.draft is None or self._may_be(referent.draft, rule, country, speaks)
        ]
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR):
            return None
        return ranked[0][1]

    def _may_be(self, draft: Draft, rule: PersonTitleRule | None, country: str | None, speaks: bool) -> bool:
        if draft.groups & self.lexicon.offices and country is None:
            return False
        if country is not None and draft.country not in (None, country):
            return False
        other_role = rule is not None and not rule.generic and draft.groups and rule.id not in draft.groups
        return speaks or not other_role

    def _is_limited(self, phrase: Phrase) -> bool:
        """Whether a complement or relative clause tells which one of several is meant: ``de man die``."""
        after = self.doc[phrase.end].lower_ if phrase.end < len(self.doc) else ""
        complement = phrase.end > phrase.head + 1 and self.doc[phrase.head + 1].lower_ != "uit"
        return complement or after in self.lexicon.relative

    def _has_adjective(self, phrase: Phrase) -> bool:
        """Whether more than a nationality or age stands before the noun: ``de gewone man``, ``de andere``."""
        return any(
            token.pos_ == "ADJ" and token.idx not in self.countries and not token.lower_.endswith("-jarige")
            for token in self.doc[phrase.start + 1 : phrase.head]
        )

    def _is_possessive(self, phrase: Phrase) -> bool:
        return self.doc[phrase.start].lower_ in self.lexicon.possessive

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


def _is_suspect(name: str) -> bool:
    return len(name) > 3 and name[-1] == "." and name[-2].isupper() and name[-3] == " "


def _has_title(draft: Draft, title: Title) -> bool:
    if title.rule.gender is not None and draft.gender not in (None, title.rule.gender):
        return False
    return title.word in draft.words or bool(draft.groups & set(title.rule.stands_for))


def is_called(draft: Draft, word: str) -> bool:
    """Whether the noun, or its end, is part of the organisation's name or stood before it."""
    names = {*draft.name.lower().split(), *draft.words}
    return any(name == word or (len(word) > 2 and name.endswith(word)) for name in names)
