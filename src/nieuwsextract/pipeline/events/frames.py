"""Who does what to whom around a trigger word, as grammar shows it: before any rule is asked."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.events.lexicon import Form

#: A name of these kinds acts; it opens the sentence in so few words.
_ACTING = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_OPENING = 4


@dataclass
class Frame:
    """Heads of the noun phrases around a trigger.

    ``passive``: the subject is whom it is done to. ``nominal``: the trigger is a noun or a verb used as one.
    """

    subject: Token | None = None
    objects: list[Token] = field(default_factory=list)
    obliques: list[tuple[str, Token]] = field(default_factory=list)
    passive: bool = False
    nominal: bool = False

    def oblique(self, prepositions: tuple[str, ...]) -> Token | None:
        """Return the first noun by one of the prepositions, in the order of the prepositions."""
        return next((noun for wanted in prepositions for word, noun in self.obliques if word == wanted), None)


def read_frame(token: Token, form: Form, known: FunctionWords) -> Frame:
    """Return the frame of a trigger."""
    if form.reading.kind == "verb" and form.kind != "noun":
        return _verb_frame(token, form, known)
    return _noun_frame(token)


def _verb_frame(verb: Token, form: Form, known: FunctionWords) -> Frame:
    if form.kind == "participle" and relations.is_attributive(verb):
        return _attributive_frame(verb)
    if form.kind == "finite" and relations.is_attributive(verb):
        return _misread_frame(verb)
    if form.kind == "infinitive" and _is_used_as_noun(verb):
        return _noun_frame(verb)
    frame = Frame(obliques=list(relations.obliques(verb)))
    subject = clauses.acting_subject(verb)
    outer = next(filter(None, map(clauses.own_subject, clauses.auxiliaries(verb))), None)
    objects = [
        clauses.antecedent(noun)
        for noun in clauses.objects(verb)
        if noun.lower_ not in known.no_objects and noun != subject
    ]
    if outer is not None:
        objects = [*([subject] if subject is not None and subject != outer else []), *objects]
        subject = clauses.antecedent(outer)
    if _is_passive(verb, form, known, has_object=bool(objects)):
        frame.passive = True
        frame.subject = clauses.agent(verb)
        if subject is not None and subject.lower_ not in known.expletives:
            objects = [subject]
        frame.objects = _before_participle(verb, objects) or objects
        return frame
    frame.subject, frame.objects = subject, objects
    if clauses.is_finite(verb) or _has_finite_auxiliary(verb):
        _repair_subject(verb, frame)
    return frame


def _before_participle(verb: Token, objects: list[Token]) -> list[Token]:
    """``Agenten bekogeld in Den Haag``: a noun that opens a headline right before its bare participle."""
    start = verb.sent.start
    if (
        clauses.auxiliaries(verb)
        or any(noun.i < verb.i for noun in objects)
        or verb.i - start not in (1, 2, 3)
    ):
        return []
    opening = list(verb.doc[start : verb.i])
    if any(relations.is_preposition(word) or clauses.is_verb(word) for word in opening):
        return []
    return [word for word in opening if relations.is_noun(word)][:1]


def _repair_subject(verb: Token, frame: Frame) -> None:
    """``Oeganda trok zijn troepen terug``: who owns the troops is no other than who opens the sentence."""
    subject = frame.subject
    if subject is not None and (subject.i < verb.i or relations.possessive(subject) is None):
        return
    opening = _subject_by_order(verb, frame.objects)
    if opening is not None and subject is not None:
        frame.objects = [subject, *frame.objects]
    frame.subject = opening or subject


def _has_finite_auxiliary(verb: Token) -> bool:
    return any(clauses.is_finite(aux) for aux in clauses.auxiliaries(verb))


def _subject_by_order(verb: Token, objects: list[Token]) -> Token | None:
    """A name that opens the sentence right before its finite verb, where the parser gave that no subject."""
    first = next((aux for aux in clauses.auxiliaries(verb) if clauses.is_finite(aux)), verb)
    start = first.sent.start
    opening = first.doc[start : first.i]
    names = [token for token in opening if token.ent_type_ in _ACTING and token not in objects]
    if not names or len(opening) > _OPENING or any(relations.is_preposition(token) for token in opening):
        return None
    return names[0]


def _is_used_as_noun(infinitive: Token) -> bool:
    if clauses.subject(infinitive) is not None:
        return False
    return infinitive.pos_ == "NOUN" or relations.is_nominalised(infinitive)


def _misread_frame(verb: Token) -> Frame:
    """``Beke eiste excuses``, parsed as a noun with an adjective: its subject acts, itself is the object."""
    noun = verb.head
    return Frame(subject=clauses.own_subject(noun), objects=[noun], obliques=list(relations.obliques(noun)))


def _attributive_frame(verb: Token) -> Frame:
    """``de door Syrië gesteunde beweging``: the noun undergoes it."""
    return Frame(
        subject=clauses.agent(verb),
        objects=[verb.head],
        obliques=list(relations.obliques(verb)),
        passive=True,
    )


def _is_passive(verb: Token, form: Form, known: FunctionWords, *, has_object: bool) -> bool:
    """By the parse; without its help by the form: a participle with ``worden``, or bare as in headlines."""
    if form.kind == "infinitive" or (form.kind == "finite" and not clauses.auxiliaries(verb)):
        return False
    chain = [verb]
    while chain[-1].dep_ == "conj" and len(chain) < 4:
        chain.append(chain[-1].head)
    words = {aux.lower_ for one in chain for aux in clauses.auxiliaries(one)}
    if words & known.hebben or (form.reading.rule.perfect_be and not words & known.worden):
        return False
    if words & known.worden or any(clauses.is_passive(one) for one in chain):
        return True
    rule = form.reading.rule
    if not words:
        return not has_object and clauses.tense(verb) is None
    return rule.roles == "agent" and not has_object and bool(words & known.zijn)


def _noun_frame(noun: Token) -> Frame:
    """Of a noun only what hangs on it; who carries it out is for the rule to say (``van``)."""
    return Frame(obliques=[*relations.obliques(noun), *_detached(noun)], nominal=True)


def _detached(noun: Token) -> list[tuple[str, Token]]:
    """Phrases behind the noun that the parser hung on its verb: ``… een aanval uit op X``."""
    verb = relations.governing_verb(noun)
    if verb is None:
        return []
    return [(word, other) for word, other in relations.obliques(verb) if other.i > noun.i]
