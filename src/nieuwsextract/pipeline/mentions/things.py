"""Later descriptions of places and organisations: ``het land``, ``zijn stad``, ``het bedrijf``."""

from collections.abc import Callable, Iterable
from functools import cached_property

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.mentions.discourse import Discourse, Referent, headline_end
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.nearby import Nearby
from nieuwsextract.pipeline.mentions.phrases import Phrase
from nieuwsextract.pipeline.notes import CountryNote
from nieuwsextract.rules.people import OrganisationNounRule, PlaceDescriptionRule

#: A thing spoken of often counts more than the last one: sentences back, and what each sign is worth.
_DISTANCE, _WAS_SUBJECT, _OF_FIRM = 0.7, 0.5, 0.2
_WINDOW, _COUNT, _OFTEN, _SUBJECT, _HEADLINE, _CALLED, _HERE = 5, 0.3, 6, 1.5, 1.0, 1.0, 1.0
#: An adjective says where something is from; the place itself is spoken of by its name.
_ADJECTIVE = 0.5

#: Characters of a noun that is the end of a name's word, and of the longest one.
_SHORTEST_END, _LONGEST_NOUN = 3, 60
#: By how much a country must lead to be `het land`.
_CLEAR = 0.3
_MODIFIERS = frozenset(("ADJ", "NUM"))

Fits = Callable[[Referent, Draft], bool]


class Things:
    """Resolves the definite noun phrases for things of one doc."""

    def __init__(self, doc: Doc, lexicon: WhoLexicon, discourse: Discourse, drafts: list[Draft]) -> None:
        self.doc, self.lexicon, self.discourse, self.drafts = doc, lexicon, discourse, drafts
        self._organisations = Nearby(draft for draft in drafts if draft.label == "ORG")
        self.headline_end = headline_end(doc)
        self.countries: dict[int, CountryNote] = {note["start"]: note for note in doc._.nieuws_countries}

    def by_place(self, phrase: Phrase, rule: PlaceDescriptionRule, owner: Draft | None) -> Draft | None:
        """``zijn land``: the owner's; else the place spoken of most and last."""
        if self.lexicon.is_possessive(self.doc[phrase.start]):
            country = owner.country if owner is not None and "country" in rule.levels else None
            places = (d for d in self.drafts if d.level == "country" and d.label == "GPE")
            return next((d for d in places if d.country == country), None) if country else None
        if is_limited(phrase, self.doc, self.lexicon):
            return None
        # In `de Nederlandse missie in dat land` the country is another one than the phrase around it names.
        around = self._phrase_around(phrase.start)

        def fits(referent: Referent, draft: Draft) -> bool:
            return referent.start < around and self._is_place(referent, draft, rule)

        found = self._salient(phrase, fits, clear=_CLEAR)
        return None if found is None or self._is_paired(phrase, found) else found

    def _is_paired(self, phrase: Phrase, found: Draft) -> bool:
        """``Rusland en Oekraïne praten. Het land`` says neither."""
        for referent in self.discourse.recent(phrase.start, window=1):
            if referent.draft is not found:
                continue
            after = self.doc[referent.end : referent.end + 2]
            before = self.doc[max(referent.start - 2, 0) : referent.start]
            if len(after) == 2 and after[0].lower_ in self.lexicon.list_words and self._is_country(after[1]):
                return True
            return (
                len(before) == 2
                and before[1].lower_ in self.lexicon.list_words
                and self._is_country(before[0])
            )
        return False

    def _is_country(self, token: Token) -> bool:
        note = self.countries.get(token.idx)
        return note is not None and note["kind"] == "name"

    def _phrase_around(self, start: int) -> int:
        """Where the noun phrase begins whose complement a phrase is; without one, the phrase's own start."""
        while start > 1 and self.doc[start - 1].lower_ in self.lexicon.prepositions:
            at = start - 2
            if self.doc[at].pos_ != "NOUN":
                return start
            while at > 0 and (self.doc[at - 1].pos_ in _MODIFIERS or self._is_demonym(at - 1)):
                at -= 1
            start = at - (at > 0 and self.doc[at - 1].pos_ == "DET")
        return start

    def organisation_in(self, word: str) -> Draft | None:
        """Return the article's organisation before a noun's hyphen: ``PvdA-leider``."""
        name = word.rpartition("-")[0]
        return next((d for d in self.drafts if d.label == "ORG" and name and d.name == name), None)

    def _is_place(self, referent: Referent, draft: Draft, rule: PlaceDescriptionRule) -> bool:
        fits = draft.level in rule.levels and draft.label in ("GPE", "LOC")
        return fits and (draft.level == "country" or not self._is_demonym(referent.start))

    def by_noun(
        self, phrase: Phrase, rule: OrganisationNounRule, word: str, owner: Draft | None
    ) -> Draft | None:
        """An organisation of the kinds meant: the one spoken of most and last; the owner's."""
        if self.lexicon.is_possessive(self.doc[phrase.start]):
            return self._fitting(owner.affiliation if owner is not None else None, rule)
        if phrase.end > phrase.head + 1:
            return self._by_complement(phrase, rule, word)
        if self._is_own(phrase, rule) or self._goes_on(phrase):
            return None
        known = self.lexicon.is_organisation_noun(word) or self._is_firm(phrase, rule)

        def fits(referent: Referent, draft: Draft) -> bool:
            return draft.label == "ORG" and (is_called(draft, word) or (known and self._is_of(draft, rule)))

        found = self._salient(phrase, fits, word, firm="company" in rule.kinds)
        if found is not None or is_limited(phrase, self.doc, self.lexicon):
            return found
        near = self._organisations.at(self.doc[phrase.start].idx)
        called = [draft for draft in near if is_called(draft, word)]
        of_kind = [draft for draft in near if known and draft.kind in rule.kinds]
        return self.nearest(phrase.start, called or (of_kind if len(of_kind) == 1 else ()))

    def _is_firm(self, phrase: Phrase, rule: OrganisationNounRule) -> bool:
        """``het telecomconcern``: a compound for a firm, as the subject of its clause."""
        return "company" in rule.kinds and self.discourse.is_before_verb(self.doc[phrase.start : phrase.end])

    def _is_own(self, phrase: Phrase, rule: OrganisationNounRule) -> bool:
        """``dit blad``: the one that prints the article."""
        return "media" in rule.kinds and self.doc[phrase.start].lower_ in self.lexicon.near

    def _goes_on(self, phrase: Phrase) -> bool:
        """``de raad | van commissarissen``: a complement without a name makes it another one."""
        return phrase.end < len(self.doc) and self.doc[phrase.end].lower_ in self.lexicon.other_complement

    def called(self, word: str) -> Draft | None:
        """Return the article's only organisation with a noun in its name: ``de regio``."""
        found = self._by_noun.get(word, ())
        return found[0] if len(found) == 1 else None

    def are_called(self, word: str) -> bool:
        """Whether the article has organisations with a noun in their names."""
        return word in self._by_noun

    @cached_property
    def _by_noun(self) -> dict[str, list[Draft]]:
        """Organisations by every noun that ``is_called`` finds in them: asked once for each description."""
        found: dict[str, list[Draft]] = {}
        for draft in self.drafts:
            for ending in _endings(draft) if draft.label == "ORG" else ():
                found.setdefault(ending, []).append(draft)
        return found

    def _by_complement(self, phrase: Phrase, rule: OrganisationNounRule, word: str) -> Draft | None:
        """``de ploeg van trainer Stef``: his; ``de rechtbank in Den Haag`` only the one of that name."""
        tail = self.doc[phrase.head + 1 : phrase.end]
        people = [
            d
            for d in self.drafts
            if d.label == "PERSON" and any(_stands_in(d, tail.start_char, tail.end_char))
        ]
        if people:
            return self._fitting(people[0].affiliation, rule)
        near = self._organisations.at(self.doc[phrase.start].idx)
        called = [draft for draft in near if is_called(draft, word)]
        # `het moederbedrijf van Albert Heijn` is not Albert Heijn.
        others = [draft for draft in called if not any(_stands_in(draft, tail.start_char, tail.end_char))]
        return next((draft for draft in others if tail[-1].lower_ in draft.name.lower()), None)

    def _fitting(self, draft: Draft | None, rule: OrganisationNounRule) -> Draft | None:
        return draft if draft is not None and draft.label == "ORG" and self._is_of(draft, rule) else None

    def _is_of(self, draft: Draft, rule: OrganisationNounRule) -> bool:
        """Whether the kind fits; an organisation of unknown kind may be a firm."""
        return draft.kind in rule.kinds or (draft.kind is None and "company" in rule.kinds)

    def club_of(self, town: str) -> Draft | None:
        """``de Amsterdammers``: the article's only club of that town."""
        clubs = [d for d in self.drafts if d.label == "ORG" and d.kind == "club" and self._is_from(d, town)]
        return clubs[0] if len(clubs) == 1 else None

    def _is_from(self, draft: Draft, town: str) -> bool:
        known = self.lexicon.organisation(draft.name)
        return town in draft.name.split() or (known is not None and known.town == town)

    def nearest(self, at: int, drafts: Iterable[Draft]) -> Draft | None:
        """Of several, the one last spoken of before ``at``; with none before, the only one after."""
        kept = {id(draft): draft for draft in drafts}
        for referent in self.discourse.recent(at, window=10_000) if kept else ():
            if referent.draft is not None and id(referent.draft) in kept:
                return referent.draft
        return next(iter(kept.values())) if len(kept) == 1 else None

    def _salient(
        self, phrase: Phrase, fits: Fits, word: str | None = None, *, firm: bool = False, clear: float = 0.0
    ) -> Draft | None:
        """The fitting one with the most signs among those spoken of lately; the nearest of equal ones.

        Pages on business go from one firm to the next: there the last one counts more than the first.
        Nobody where another one has almost as many: ``clear`` is by how much the best must lead.
        """
        subject = self.discourse.subject_of_clause(self.doc[phrase.head])
        here = self.discourse.sentence_of[phrase.start]
        values: dict[int, tuple[float, Draft]] = {}
        for referent in self.discourse.recent(phrase.start, window=_WINDOW):
            draft = referent.draft
            if draft is None or not fits(referent, draft):
                continue
            demonym = self._is_demonym(referent.start)
            value = self._weight(draft) * (_OF_FIRM if firm else 1.0) - _DISTANCE * (here - referent.sentence)
            value += _WAS_SUBJECT if referent.subject else 0
            value += _HERE if referent.sentence == here and not demonym else 0
            value += _SUBJECT if subject is not None and subject.draft is draft else 0
            value += _CALLED if word is not None and _is_named(draft, word) else 0
            value -= _ADJECTIVE if demonym else 0
            if id(draft) not in values or value > values[id(draft)][0]:
                values[id(draft)] = value, draft
        return _best(values.values(), clear)

    def _weight(self, draft: Draft) -> float:
        weight = sum(_ADJECTIVE if mention["kind"] == "demonym" else 1.0 for mention in draft.mentions)
        in_headline = bool(draft.mentions) and draft.mentions[0]["start"] < self.headline_end
        return _COUNT * min(_OFTEN, weight) + (_HEADLINE if in_headline else 0)

    def _is_demonym(self, at: int) -> bool:
        note = self.countries.get(self.doc[at].idx)
        return note is not None and note["kind"] in ("demonym", "people")


def _best(values: Iterable[tuple[float, Draft]], clear: float) -> Draft | None:
    """The highest; of equal ones the first; None where it does not lead clearly."""
    ranked = sorted(values, key=lambda item: -item[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < clear):
        return None
    return ranked[0][1]


def _stands_in(draft: Draft, start: int, end: int) -> Iterable[bool]:
    return (start <= mention["start"] < end for mention in draft.mentions)


def is_limited(phrase: Phrase, doc: Doc, lexicon: WhoLexicon) -> bool:
    """Whether a complement or relative clause tells which one of several is meant: ``de man die``."""
    after = doc[phrase.end].lower_ if phrase.end < len(doc) else ""
    complement = phrase.end > phrase.head + 1 and doc[phrase.head + 1].lower_ != "uit"
    return complement or after in lexicon.relative


def _is_named(draft: Draft, word: str) -> bool:
    return any(name.endswith(word) for name in draft.name.lower().split())


def _endings(draft: Draft) -> set[str]:
    """The nouns for which ``is_called`` holds."""
    names = {*draft.name.lower().split(), *draft.words}
    lengths = range(_SHORTEST_END, _LONGEST_NOUN + 1)
    return names | {name[-length:] for name in names for length in lengths if length < len(name)}


def is_called(draft: Draft, word: str) -> bool:
    """Whether the noun, or what ends in it, is part of the organisation's name or stood before it."""
    names = {*draft.name.lower().split(), *draft.words}
    return any(name == word or (len(word) >= _SHORTEST_END and name.endswith(word)) for name in names)
