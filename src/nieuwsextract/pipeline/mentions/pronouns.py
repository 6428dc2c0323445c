"""Pronouns: ``hij``, ``ze``, ``zijn`` … → the entity meant, by grammar; in doubt, nobody."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.clauses import is_finite
from nieuwsextract.pipeline.mentions.discourse import Discourse, Referent, is_subject
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.speakers import Speeches
from nieuwsextract.rules.people import PronounRule

#: What each sign is worth when candidates are compared; distances count sentences.
_SUBJECT, _PARALLEL, _KNOWN_GENDER, _DISTANCE = 1.0, 0.5, 0.8, 1.1
_OFTEN, _UNNAMED, _IN_SPEECH, _SPOKE, _SAME, _RELATIVE = 0.15, 0.5, 2.5, 0.8, 1.0, 2.0
_THINGS = frozenset(("ORG", "GPE"))


class Pronouns:
    """Resolves the pronouns of one doc, one by one in text order."""

    def __init__(self, doc: Doc, lexicon: WhoLexicon, discourse: Discourse, speeches: Speeches) -> None:
        self.doc, self.lexicon, self.discourse, self.speeches = doc, lexicon, discourse, speeches
        self.counts: dict[int, int] = {}
        #: Pronoun's token → who could have been meant, the likeliest first: kept for explanations.
        self.ranked: dict[int, list[tuple[float, Referent]]] = {}

    def resolve(self, token: Token, rule: PronounRule) -> Referent | None:
        """Return the antecedent of a pronoun, or None."""
        if rule.function == "possessive" and _is_possessive(token):
            return self._possessor(token, rule)
        gender = rule.gender
        if rule.number == "by-verb":
            number = _number_of(token)
            if number != "singular":
                return None
        if rule.number == "plural" or self.discourse.is_of_collective(token):
            return None
        found = self._best(token, gender, excluded=self._excluded(token, rule))
        return found

    def _possessor(self, token: Token, rule: PronounRule) -> Referent | None:
        """The subject of its own clause, be it a person or a thing; else as other pronouns."""
        joined = self._joined(token, rule)
        if joined is not None:
            return joined
        subject = self.discourse.subject_of_clause(token)
        if subject is not None and not subject.start <= token.i < subject.end:
            if rule.number == "plural":
                return subject if subject.plural and subject.draft is not None else None
            if subject.person and not subject.plural:
                if subject.is_like(rule.gender):
                    return subject
            elif subject.draft is not None and subject.draft.label in _THINGS:
                return subject
        if rule.number == "plural" or self.discourse.is_of_collective(token):
            return None
        return self._best(token, rule.gender, excluded=self._speaker(token))

    def _joined(self, token: Token, rule: PronounRule) -> Referent | None:
        """``Ahmad en zijn moeder``, ``heeft Trump zijn buik vol``: the person right before (``en``)."""
        if token.i < 2:
            return None
        end = token.i - (self.doc[token.i - 1].lower_ in self.lexicon.joining)
        before = self.discourse.at(end - 1)
        fits = before is not None and before.end == end and before.person and not before.plural
        return before if fits and before is not None and before.is_like(rule.gender) else None

    def _best(self, token: Token, gender: str | None, excluded: Iterable[int]) -> Referent | None:
        """The candidate with the most signs; the nearest of equal ones."""
        ranked = self.ranked[token.i] = self.rank(token, gender, excluded)
        return ranked[0][1] if ranked else None

    def rank(
        self, token: Token, gender: str | None, excluded: Iterable[int] = ()
    ) -> list[tuple[float, Referent]]:
        """Return the people that may be meant at a token with their values, the likeliest first."""
        out, best = set(excluded), dict[int, tuple[float, Referent]]()
        reports = self.discourse.reports(self.doc[token.i : token.i + 1])
        for referent in self.discourse.recent(token.i):
            if not referent.person or referent.plural or referent.key in out or not referent.is_like(gender):
                continue
            if not reports and self._only_tells(token, referent):
                continue
            value = self._value(token, referent, gender)
            if referent.key not in best or value > best[referent.key][0]:
                best[referent.key] = value, referent
        return sorted(best.values(), key=lambda item: (-item[0], -item[1].start))

    def _only_tells(self, token: Token, referent: Referent) -> bool:
        """``“…”, zegt woordvoerder X. Hij stak brand``: who speaks for the police is not meant."""
        draft = referent.draft
        earlier = self.discourse.sentence_of[token.i] > referent.sentence
        return earlier and draft is not None and bool(draft.groups & self.discourse.voices)

    def _value(self, token: Token, referent: Referent, gender: str | None) -> float:
        span = self.doc[token.i : token.i + 1]
        distance = self.discourse.sentence_of[token.i] - referent.sentence
        value = _SAME if distance == 0 and referent.subject else -_DISTANCE * distance
        if referent.subject:
            value += _SUBJECT + (_PARALLEL if token.dep_.startswith("nsubj") else 0)
        known = (referent.draft.gender if referent.draft else None) or referent.gender
        if gender is not None and known == gender:
            value += _KNOWN_GENDER
        value += _OFTEN * min(4, self.counts.get(referent.key, 0)) if referent.draft else -_UNNAMED
        here, there = self.speeches.number(token.i), self.speeches.number(referent.start)
        if there not in (None, here):
            value -= _IN_SPEECH
        if distance == 0 and is_subject(token) and self._is_head_of_relative(token, referent):
            value += _RELATIVE
        speaker = self.discourse.speaker
        if (
            here is None
            and speaker is not None
            and speaker.key == referent.key
            and self.discourse.reports(span)
        ):
            value += _SPOKE
        return value

    def _is_head_of_relative(self, token: Token, referent: Referent) -> bool:
        """``een man die niet weet waar hij is``: within the relative clause of somebody unnamed."""
        if referent.draft is not None or self.doc[referent.end].lower_ not in self.lexicon.relative:
            return False
        return not any(
            word.is_punct or word.ent_type_ == "PERSON" for word in self.doc[referent.end : token.i]
        )

    def _excluded(self, token: Token, rule: PronounRule) -> set[int]:
        """An object is not its own clause's subject; within speech nobody says ``hij`` of himself."""
        out = self._speaker(token)
        if rule.function != "subject":
            subject = self.discourse.subject_of_clause(token)
            if subject is not None:
                out.add(subject.key)
        return out

    def _speaker(self, token: Token) -> set[int]:
        speaker = self.speeches.speaker_at(token.i)
        return {id(speaker)} if speaker is not None else set()

    def last_named(self, token: Token) -> Referent | None:
        """Return whom ``Die`` takes up: the person that the sentence before ends with."""
        for referent in self.discourse.recent(token.i, window=1):
            if not referent.person:
                continue
            if referent.sentence == self.discourse.sentence_of[token.i]:
                return None
            rest = self.doc[referent.end : token.i]
            others = any(word.pos_ == "NOUN" or word.is_quote for word in rest)
            return None if others or referent.plural or referent.draft is None else referent
        return None

    def count(self, draft: Draft | None) -> None:
        """Remember that a draft was spoken of."""
        if draft is not None:
            self.counts[id(draft)] = self.counts.get(id(draft), 0) + 1


def _is_possessive(token: Token) -> bool:
    """``haar boek`` against ``zag haar``: by the parse, or by a noun phrase that follows."""
    if token.dep_:
        return token.dep_ in ("nmod:poss", "det") or "Poss" in str(token.morph)
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.is_alpha


def _number_of(token: Token) -> str:
    """``ze zegt`` is one, ``ze zeggen`` several: by the finite verb of its clause or the one beside it."""
    head = token.head
    verbs = [head, *head.children] if token.dep_.startswith("nsubj") else []
    beside = [token.doc[i] for i in (token.i + 1, token.i - 1) if 0 <= i < len(token.doc)]
    for verb in [*verbs, *beside]:
        if verb.pos_ in ("VERB", "AUX") and is_finite(verb):
            number = verb.morph.get("Number", [])
            if number:
                return "singular" if number[0] == "Sing" else "plural"
    return "unknown"
