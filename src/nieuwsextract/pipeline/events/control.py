"""Who carries out an event that another verb speaks of: whom it asks or accuses, who acts in its clause."""

from collections.abc import Iterator

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations

#: So many steps above an infinitive somebody may be asked: ``nodigde het land uit om te komen praten``.
_CLIMB = 3
#: Whom a verb asks, where that is no object: ``dringt er bij X op aan``.
_ASKED_BY = frozenset({"aan", "bij"})
#: What somebody is accused of, called to, sentenced for.
_ASKED_FOR = frozenset({None, "van", "tot", "om", "voor", "wegens"})


class Control:
    """Answers by the verbs whose object carries out what they ask for or accuse it of.

    ``asking`` are forms of such verbs, ``support`` those of verbs that say little beside an event noun.
    """

    def __init__(self, asking: frozenset[str], support: dict[str, str]) -> None:
        self.asking = asking
        self.support = support

    def of_infinitive(self, verb: Token) -> tuple[bool, Token | None]:
        """Return whether a verb asks for this one, and whom: ``roept X op te stoppen`` → X."""
        if clauses.own_subject(verb) is not None or _is_finite(verb):
            return False, None
        for governor in _above(verb):
            if self._asks(governor):
                return True, _asked(governor, verb)
        return False, None

    def of_noun(self, noun: Token) -> Token | None:
        """Return whom a verb accuses of the event, or asks for it: ``beschuldigt X van steun`` → X."""
        inside = noun.head if noun.dep_ == "nmod" else None
        verb = relations.governing_verb(noun) or (inside and relations.governing_verb(inside))
        if verb is None or relations.is_subject(noun) or clauses.preposition(noun) not in _ASKED_FOR:
            return None
        return (inside or _asked(verb, noun)) if self._asks(verb) else None

    def of_relative(self, noun: Token) -> Token | None:
        """Return who does it by the relative clause: ``de aanval die X uitvoerde`` → X."""
        for verb in relations.relative_clauses(noun):
            if "actor" not in (self.support.get(form) for form in _names(verb)):
                continue
            subject = clauses.own_subject(verb)
            if clauses.is_passive(verb):
                return clauses.agent(verb)
            if subject is not None and clauses.antecedent(subject) != noun:
                return subject
        return None

    def _asks(self, verb: Token) -> bool:
        return not self.asking.isdisjoint(_names(verb))


def _names(verb: Token) -> tuple[str, str]:
    return relations.full_form(verb), relations.full_lemma(verb)


def _is_finite(verb: Token) -> bool:
    return clauses.is_finite(verb) or any(map(clauses.is_finite, clauses.auxiliaries(verb)))


def _above(verb: Token) -> Iterator[Token]:
    """The verbs that a subordinate infinitive depends on, from inside out."""
    for _ in range(_CLIMB):
        governor = relations.governor(verb)
        if governor is None or not clauses.is_verb(governor):
            return
        yield governor
        if clauses.own_subject(governor) is not None:
            return
        verb = governor


def _asked(verb: Token, asked_for: Token) -> Token | None:
    """The object of an asking verb, or in the passive its subject."""
    if clauses.is_passive(verb):
        return clauses.acting_subject(verb)
    objects = (noun for noun in clauses.objects(verb) if noun != asked_for and not clauses.is_verb(noun))
    return next(objects, None) or clauses.oblique(verb, _ASKED_BY)
