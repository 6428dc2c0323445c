"""Later descriptions: ``de minister``, ``de Rus``, ``het bedrijf``, ``zijn land`` → the entity meant."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.mentions.discourse import Discourse
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.holders import (
    belonging,
    has_title,
    is_local,
    is_of,
    is_suspect,
    of_organisation,
    organisation_in,
)
from nieuwsextract.pipeline.mentions.lexicon import Title, WhoLexicon
from nieuwsextract.pipeline.mentions.nationality import Nationality
from nieuwsextract.pipeline.mentions.nearby import Nearby
from nieuwsextract.pipeline.mentions.phrases import Phrase, age_in
from nieuwsextract.pipeline.mentions.pronouns import Pronouns
from nieuwsextract.pipeline.mentions.roles import role_text
from nieuwsextract.pipeline.mentions.things import Things, is_limited
from nieuwsextract.pipeline.notes import CountryNote
from nieuwsextract.rules.people import PersonTitleRule

#: By how much the likeliest speaker must lead.
_CLEAR = 0.4


class Descriptions:
    """Resolves the definite noun phrases of one doc, one by one in text order."""

    def __init__(
        self, doc: Doc, lexicon: WhoLexicon, discourse: Discourse, pronouns: Pronouns, drafts: list[Draft]
    ) -> None:
        self.doc, self.lexicon, self.discourse = doc, lexicon, discourse
        self.pronouns = pronouns
        self.people = [draft for draft in drafts if draft.label == "PERSON"]
        self._nearby = Nearby(self.people)
        self.things = Things(doc, lexicon, discourse, drafts)
        self.nationality = Nationality(doc, lexicon, discourse)
        self.headline_end, self.countries = self.things.headline_end, self.things.countries

    def resolve(self, phrase: Phrase, owner: Draft | None = None) -> tuple[Draft | None, str] | None:
        """Return the entity (None: someone unnamed) and the rule's id; None when it is no such phrase.

        ``owner`` is whom the possessive determiner takes up.
        """
        head = self.doc[phrase.head]
        note = self.countries.get(head.idx)
        if note is not None and note["kind"] in ("demonym", "people"):
            return self._by_demonym(phrase, note)
        found = self._by_noun(phrase, owner)
        return None if found is None else (found[0], f"mentions/{found[1]}")

    def _by_demonym(self, phrase: Phrase, note: CountryNote) -> tuple[Draft | None, str] | None:
        """``de Rus``; ``de Amsterdammers`` are the club where it plays."""
        if note["kind"] == "demonym":
            return self._by_country(phrase, note), "mentions/nationality"
        club = self.things.club_of(note["name"])
        return (club, "mentions/club-of-town") if club is not None else None

    def _by_noun(self, phrase: Phrase, owner: Draft | None) -> tuple[Draft | None, str] | None:
        head = self.doc[phrase.head]
        word = head.lower_
        title = self.lexicon.title(word) if head.pos_ not in ("VERB", "AUX") else None
        place, noun = self.lexicon.place_description(word), self.lexicon.organisation_noun(word)
        if title is not None:
            return self._by_title(phrase, title), title.rule.id
        if place is not None:
            named = self.things.called(word) if noun is None else None
            if named is not None or not self._names_organisation(word):
                return named or self.things.by_place(phrase, place, owner), place.id
        if noun is not None:
            return self.things.by_noun(phrase, noun, word, owner), noun.id
        if word.endswith("-jarige"):
            return self._likeliest(phrase), "age"
        if self._speaks(phrase, word):
            return self._likeliest(phrase), "speaker"
        party = self.lexicon.party_of(head.text)
        return (self._by_party(phrase, party), "party-member") if party is not None else None

    def _names_organisation(self, word: str) -> bool:
        """``de regio`` where the article has a ``Veiligheidsregio``."""
        return self.lexicon.is_organisation_noun(word) and self.things.are_called(word)

    def _speaks(self, phrase: Phrase, word: str) -> bool:
        """``zegt de vastgoedman``: a noun that ends like one for people, beside a word of reporting."""
        if not word.endswith(self.lexicon.person_endings) or len(word) < 6:
            return False
        if self.doc[phrase.start].lower_ in self.lexicon.neuter:  # `op dit moment`
            return False
        return self._reports(phrase) and not self._is_possessive(phrase)

    def _reports(self, phrase: Phrase) -> bool:
        return self.discourse.reports(self._span(phrase))

    def in_headline(self, word: str) -> Draft | None:
        """Return the only person with a title: headlines have no articles (``Minister stapt op``)."""
        title = self.lexicon.title(word)
        if title is None:
            return None
        fitting = [draft for draft in self.people if has_title(draft, title, title.word)]
        return fitting[0] if len(fitting) == 1 else None

    def _by_title(self, phrase: Phrase, title: Title) -> Draft | None:
        """The person last spoken of who has the title; before the first mention, the next one with it.

        Nobody has it: the one person spoken of just now, if nothing speaks against it.
        """
        word = self.lexicon.title_word(title, self.doc[phrase.start + 1 : phrase.head + 1])
        fitting = [d for d in self._near(phrase) if has_title(d, title, word) and self._agrees(d, phrase)]
        fitting = of_organisation(fitting, self.doc[phrase.head].text, self.lexicon)
        if title.rule.case and len(fitting) > 1:
            return None
        if fitting and not self._is_taken_over(phrase, title, fitting):
            found = self._last_titled(phrase.start, fitting, title.word)
            if found is not None:
                found.gender = found.gender or title.rule.gender
            return found
        if title.rule.case:
            return self._suspect(phrase) if title.rule.suspect else None
        if self._is_possessive(phrase) or self._has_adjective(phrase) or self._is_limited(phrase):
            return None
        found = (
            self._likeliest(phrase, title.rule) if self._reports(phrase) else self._topic(phrase, title.rule)
        )
        if found is not None and title.rule.pleads and is_suspect(found.name):
            return None
        if found is not None and not title.rule.generic:
            found.words.add(word)
            found.gender = found.gender or title.rule.gender
            found.role = found.role or role_text(self.doc[phrase.head : phrase.end], self.lexicon)
            found.affiliation = found.affiliation or self.things.organisation_in(self.doc[phrase.head].text)
        return found

    def _is_taken_over(self, phrase: Phrase, title: Title, drafts: list[Draft]) -> bool:
        """``De spits`` where the text has long gone on to somebody else, of whom it has told no office."""
        if title.rule.office or title.rule.case or self._is_possessive(phrase):
            return False
        spoken = {id(referent.draft) for referent in self.discourse.recent(phrase.start)}
        if any(id(draft) in spoken for draft in drafts):
            return False
        topic = self._topic(phrase, title.rule)
        return topic is not None and not topic.groups

    def _suspect(self, phrase: Phrase) -> Draft | None:
        """Dutch papers shorten a suspect's surname: ``Serdar Y.``; the only one spoken of so far."""
        at = self.doc[phrase.start].idx
        named = [d for d in self.people if is_suspect(d.name) and d.mentions[0]["start"] < at]
        # `een 29-jarige man`, `een tweede verdachte`: it may be somebody without a name.
        others = any(r.word in self.lexicon.anybody for r in self.discourse.referents if r.draft is None)
        return named[0] if len(named) == 1 and not others else None

    def _by_country(self, phrase: Phrase, note: CountryNote) -> Draft | None:
        """``de Rus``: the person of that country; one of unknown country only when spoken of just now."""
        if self.nationality.is_another(phrase):
            return None
        gender = self.nationality.gender_of(phrase)
        fitting = [
            draft
            for draft in self._near(phrase)
            if draft.country is not None
            and draft.country == note["country"]
            and draft.gender in (None, gender)
            and self._is_of_age(draft, phrase)
        ]
        # `de dappere Fransman` tells which one of several is meant, `de enige Fransman` that it is another.
        if self._has_adjective(phrase):
            return fitting[0] if len(fitting) == 1 and not is_local(note) else None
        if fitting and not is_local(note):
            return self.things.nearest(phrase.start, fitting)
        if self.pronouns.speeches.number(phrase.start) is not None:
            return None
        found = self.nationality.newcomer(phrase, note)
        if found is not None:
            found.locate(note["country"], "demonym")
        return found

    def _by_party(self, phrase: Phrase, party: str) -> Draft | None:
        """``de CDA'er``: the one with that affiliation."""
        fitting = [d for d in self._near(phrase) if d.affiliation is not None and d.affiliation.name == party]
        return self.things.nearest(phrase.start, fitting)

    def _topic(self, phrase: Phrase, rule: PersonTitleRule) -> Draft | None:
        """The only person that the text speaks of just now, in the sentence before or earlier in this one.

        An office takes up nobody whom the text has not given it; within speech only the text's own words
        count. The subject of the same clause is never the object too.
        """
        token = self.doc[phrase.start]
        if self.pronouns.speeches.number(token.i) is not None or rule.office:
            return None
        age = age_in(self._span(phrase))
        if age is not None and (aged := self._of_age(age)) is not None:
            return aged
        subject = self.discourse.subject_of_clause(self.doc[phrase.head])
        near = {
            referent.key: referent
            for referent in self.discourse.recent(token.i, window=1)
            if referent.person
            and not referent.plural
            and referent is not subject
            and referent.is_like(rule.gender)
            and (referent.draft is None or self._may_be(referent.draft, phrase, rule, age))
        }
        return next(iter(near.values())).draft if len(near) == 1 else None

    def _likeliest(self, phrase: Phrase, rule: PersonTitleRule | None = None) -> Draft | None:
        """The person that a pronoun would mean here, if that is clear and nothing speaks against it."""
        token, age = self.doc[phrase.start], age_in(self._span(phrase))
        if self.pronouns.speeches.number(token.i) is not None or (rule is not None and rule.office):
            return None
        if age is not None and (aged := self._of_age(age)) is not None:
            return aged
        ranked = [
            (value, referent)
            for value, referent in self.pronouns.rank(token, rule.gender if rule is not None else None)
            if referent.draft is None or self._may_be(referent.draft, phrase, None, age)
        ]
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR):
            return None
        return ranked[0][1].draft

    def _of_age(self, age: int) -> Draft | None:
        """The only person of whom the text has told that age."""
        same = [draft for draft in self.people if draft.age == age]
        return same[0] if len(same) == 1 else None

    def _may_be(self, draft: Draft, phrase: Phrase, rule: PersonTitleRule | None, age: int | None) -> bool:
        if draft.groups & self.lexicon.offices or self._belongs_elsewhere(draft, phrase):
            return False
        if age is not None and draft.age not in (None, age):
            return False
        return rule is None or rule.generic or not draft.groups or rule.id in draft.groups

    def _is_limited(self, phrase: Phrase) -> bool:
        return is_limited(phrase, self.doc, self.lexicon)

    def _has_adjective(self, phrase: Phrase) -> bool:
        """Whether more than a nationality or age stands before the noun: ``de gewone man``, ``de andere``."""
        return any(
            token.pos_ in ("ADJ", "NUM")
            and token.idx not in self.countries
            and not token.lower_.endswith("-jarige")
            for token in self.doc[phrase.start + 1 : phrase.head]
        )

    def _is_possessive(self, phrase: Phrase) -> bool:
        return self.lexicon.is_possessive(self.doc[phrase.start])

    def _agrees(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether the nationality, the age, the organisation and the complement speak of no one else."""
        for at in range(phrase.start, phrase.end):
            note = self.countries.get(self.doc[at].idx)
            here = note is not None and is_local(note) and draft.country is None
            if (
                note is not None
                and note["kind"] == "demonym"
                and note["country"] != draft.country
                and not here
            ):
                return False
        if not self._is_of_age(draft, phrase) or self._belongs_elsewhere(draft, phrase):
            return False
        complement = self.doc[phrase.head + 1 : phrase.end]
        return not len(complement) or is_of(draft, complement.text.lower())

    def _belongs_elsewhere(self, draft: Draft, phrase: Phrase) -> bool:
        organisation = organisation_in(self.doc[phrase.head].text, self.lexicon)
        return organisation is not None and belonging(draft, organisation, self.lexicon) is False

    def _is_of_age(self, draft: Draft, phrase: Phrase) -> bool:
        age = age_in(self._span(phrase))
        return age is None or draft.age in (None, age)

    def _last_titled(self, at: int, drafts: Iterable[Draft], word: str) -> Draft | None:
        """The nearest of those with a title, unless somebody unnamed with it came after: ``een minister``."""
        kept = {id(draft) for draft in drafts}
        for referent in self.discourse.recent(at, window=10_000):
            if referent.draft is None and referent.word == word:
                return None
            if id(referent.draft) in kept:
                return referent.draft
        return self.things.nearest(at, drafts)

    def _near(self, phrase: Phrase) -> list[Draft]:
        """The people whom a phrase may speak of."""
        return self._nearby.at(self.doc[phrase.start].idx)

    def _span(self, phrase: Phrase) -> Span:
        return self.doc[phrase.start : phrase.end]
