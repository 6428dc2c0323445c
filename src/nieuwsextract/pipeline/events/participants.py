"""A head → the note of an actor or recipient: its noun phrase, entity, country and PLOVER sector."""

from functools import lru_cache

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.notes import EntityNote, ParticipantNote
from nieuwsextract.pipeline.stretches import Stretches
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import SectorRule
from nieuwsextract.rules.inflection import noun_forms

_MIN_HEAD = 5
_NAMES = frozenset({"PERSON", "ORG", "GPE"})
_NUMBERS = frozenset({"CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
_TIMES = frozenset({"DATE", "TIME"})
#: Parts of speech that open no noun phrase (``ook CNV``).
_EDGES = frozenset({"ADV", "PUNCT", "CCONJ", "SCONJ", "SPACE"})


class Sectors:
    """Head nouns and names → PLOVER sector."""

    def __init__(self, rules: tuple[SectorRule, ...]) -> None:
        self.words: dict[str, str] = {}
        for rule in rules:
            for word in rule.words:
                forms = {word} if " " in word else noun_forms(word)
                for form in forms:
                    self.words.setdefault(form, rule.id)

    def of(self, phrase: str, head: str) -> str | None:
        """Return the sector of a name or of a head noun, also as the last part of a compound."""
        if found := self.words.get(phrase.lower()) or self.words.get(head):
            return found
        tail = head.rpartition("-")[2]
        if tail != head and tail in self.words:
            return self.words[tail]
        ends = range(2, len(head) - _MIN_HEAD + 1)
        return next((self.words[head[at:]] for at in ends if head[at:] in self.words), None)


@lru_cache(maxsize=4)
def _sectors(fingerprint: str, rules: tuple[SectorRule, ...]) -> Sectors:
    return Sectors(rules)


def build_sectors(rules: RuleSet) -> Sectors:
    """Compile the sector lexicon in force."""
    return _sectors(rules.fingerprint, tuple(rules.of("sector", SectorRule)))


class Participants:
    """Links noun phrases of one document to its entities and countries."""

    def __init__(self, doc: Doc, sectors: Sectors, known: FunctionWords) -> None:
        self.doc = doc
        self.sectors = sectors
        self.phrase_ends = known.phrase_ends
        self.entities: list[EntityNote] = doc._.nieuws_mentions
        self.mentions = Stretches(
            (mention["start"], mention["end"], (mention["start"], mention["end"], index))
            for index, entity in enumerate(self.entities)
            for mention in entity["mentions"]
        )
        self.countries = Stretches(
            (n["start"], n["end"], n["country"]) for n in doc._.nieuws_countries if n["country"]
        )

    def note(self, head: Token) -> ParticipantNote:
        """Return the participant that a noun phrase names."""
        start, end = clauses.to_chars(self.doc, self._trim(head))
        entity = self._entity(head, start, end)
        return {
            "start": start, "end": end, "entity": entity,
            "country": self._country(entity, start, end), "sector": self._sector(head, entity),
        }  # fmt: skip

    def _trim(self, head: Token) -> tuple[int, int]:
        """The noun phrase without adverbs and times at its edges, or what follows a bracket or ``na``.

        A name is never divided.
        """
        start, end = relations.noun_alone(head)
        doc = self.doc
        while start < head.i and (doc[start].pos_ in _EDGES or doc[start].ent_type_ in _TIMES):
            start += 1
        ends = self.phrase_ends
        stops = (t.i for t in doc[head.i + 1 : end] if t.ent_type_ in _TIMES or t.lower_ in ends)
        end = next(stops, end)
        while start and doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        return start, end

    def _entity(self, head: Token, start: int, end: int) -> int | None:
        """The entity whose mention holds the head, before that the name in apposition: ``De Belg X``."""
        beside = {head.idx} | {child.idx for child in head.children if relations.is_apposition(child)}
        found = [
            (self.entities[index]["label"] not in _NAMES, first, index)
            for first, last, index in self.mentions.beginning(start, end)
            if any(first <= at < last for at in beside)
            if self.entities[index]["label"] not in _NUMBERS
        ]
        return min(found)[2] if found else None

    def _country(self, entity: int | None, start: int, end: int) -> str | None:
        if entity is not None and self.entities[entity]["country"]:
            return self.entities[entity]["country"]
        return next(self.countries.beginning(start, end), None)

    def _sector(self, head: Token, entity: int | None) -> str | None:
        if entity is None:
            return self.sectors.of("", head.lower_)
        note = self.entities[entity]
        role = (note["role"] or "").split(" ")[0]
        return (
            self.sectors.of(note["name"], head.lower_)
            or (self.sectors.of("", role.lower()) if role else None)
            or ("GOV" if note["label"] == "GPE" else None)
        )
