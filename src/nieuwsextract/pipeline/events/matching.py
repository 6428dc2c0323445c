"""Which tokens of a sentence make up a trigger: the verb, its particle, its fixed words."""

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.conditions import stands_beside
from nieuwsextract.pipeline.events.lexicon import Form, Reading
from nieuwsextract.pipeline.events.surroundings import Surroundings

_REFLEXIVES = frozenset({"zich", "me", "mij", "ons", "je"})
#: Particles that never introduce a noun phrase, whatever the parser says.
_NO_PREPOSITIONS = frozenset({"af", "dicht", "los", "mee", "neer", "samen", "terug", "vrij", "weg"})
#: A reflexive that the parser lost, and a fixed word, stand so near their verb.
_REFLEXIVE_REACH = 8
_FIXED_REACH = 14
#: Between two fixed words so many others fit.
_FIXED_GAP = 2
_PARTICLE_REACH = 25


def own_tokens(token: Token, form: Form, around: Surroundings) -> list[int] | None:
    """Return the tokens of a trigger in text order, None when one of them is missing."""
    reading = form.reading
    own = [token.i]
    if reading.fixed:
        fixed = _fixed_words(token.i, reading, around)
        if fixed is None:
            return None
        own += fixed
    if reading.particle and not form.joined:
        at = _particle(token, reading.particle, form, around)
        if at is None:
            return None
        own.append(at)
    elif not reading.particle and reading.kind == "verb" and _has_other_particle(token, reading):
        return None
    if reading.kind == "verb" and reading.reflexive != _has_reflexive(token, reading, around):
        return None
    if reading.beside and not stands_beside(token.i, reading.beside, around):
        return None
    return sorted(set(own))


def has_words(form: Form, around: Surroundings, at: int) -> bool:
    """Whether the sentence has the words that a reading needs: cheaper to ask than where they stand."""
    reading = form.reading
    particle = None if form.joined else reading.particle
    if not reading.fixed and particle is None:
        return True
    words = around.words(at)
    if particle is not None and particle not in words:
        return False
    return not any(alternatives.isdisjoint(words) for alternatives in reading.fixed)


def may_be(token: Token, form: Form, forms: list[Form]) -> bool:
    """Whether the tagger lets the form be what the lexicon says; where the form is plain it may err."""
    if form.kind == "word":
        return True
    if form.kind == "noun":
        return _may_be_noun(token, forms)
    if relations.is_auxiliary(token) and not form.reading.fixed and form.reading.lemma != "worden":
        return False
    if form.kind == "participle" and relations.is_attributive(token):
        return clauses.agent(token) is not None
    if token.pos_ in ("VERB", "AUX"):
        return form.kind != "finite" or not relations.has_determiner(token)
    return _may_be_mistagged(token, form, forms)


def _may_be_noun(token: Token, forms: list[Form]) -> bool:
    is_verb_too = any(other.kind != "noun" for other in forms)
    if not is_verb_too:
        return True
    if clauses.is_verb(token):
        return relations.has_determiner(token)
    return clauses.subject(token) is None or not clauses.auxiliaries(token)


def _may_be_mistagged(token: Token, form: Form, forms: list[Form]) -> bool:
    """A verb that is tagged as something else: plain by its form, or by its place in the parse."""
    if form.kind == "infinitive":
        is_noun_too = any(other.kind == "noun" for other in forms)
        used_as_noun = not is_noun_too and relations.is_nominalised(token)
        return token.pos_ == "NOUN" and (used_as_noun or clauses.subject(token) is not None)
    if form.kind == "participle" and token.pos_ == "ADJ":
        return True
    if any(other.kind in ("noun", "infinitive") for other in forms) or _is_nominal(token):
        return False
    return relations.heads_clause(token) or not any(map(clauses.is_verb, token.sent))


def _is_nominal(token: Token) -> bool:
    """Whether a word tagged as a noun is used as one, or stands where a name does."""
    return (
        token.text[0].isupper() or relations.has_determiner(token) or clauses.preposition(token) is not None
    )


def _particle(verb: Token, word: str, form: Form, around: Surroundings) -> int | None:
    """The particle: where the parser hung it, before ``te``, or next in the clause after the verb.

    ``om … te`` opens a clause of purpose, so there ``om`` is no particle.
    """
    start, end = around.sentence(verb.i)
    words = around.lower[start:end]
    if word not in words or (word == "om" and "te" in words[words.index(word) :]):
        return None
    found = next((part.i for part in clauses.particles(verb) if part.lower_ == word), None)
    if found is not None or form.kind != "infinitive":
        return found if found is not None else _later_particle(verb, word, form, around)
    before = verb.i - 2
    return before if before >= 0 and around.lower[before : before + 2] == [word, "te"] else None


def _later_particle(verb: Token, word: str, form: Form, around: Surroundings) -> int | None:
    _, end = around.near(verb.i, _PARTICLE_REACH)
    for other in verb.doc[verb.i + 1 : end]:
        if other.lower_ == word and (_is_free(other, end) or _governs_infinitive(other.i, form, around)):
            return other.i
        if other.text in (";", ":", ".") or (clauses.is_verb(other) and clauses.is_finite(other)):
            return None
    return None


def _is_free(token: Token, end: int) -> bool:
    """Whether a word like ``op`` stands alone: at a clause's end, not before a noun phrase of its own."""
    if token.i + 1 >= end:
        return True
    after = token.doc[token.i + 1]
    ends_here = after.is_punct or after.pos_ in ("CCONJ", "SCONJ", "ADP", "VERB", "AUX")
    return ends_here or token.lower_ in _NO_PREPOSITIONS or not relations.is_preposition(token)


def _governs_infinitive(at: int, form: Form, around: Surroundings) -> bool:
    """``riep de bevolking op thuis te blijven``: the particle stands before a ``te``-infinitive."""
    return "te" in form.reading.beside and "te" in around.lower[at : around.sentence(at)[1]]


def _has_other_particle(verb: Token, reading: Reading) -> bool:
    """Whether the verb is another one, ``op|komen``; the parser takes ``om het leven`` for a particle too."""
    parts = clauses.particles(verb)
    return bool(parts) and any(part.lower_ not in reading.beside.union(*reading.fixed) for part in parts)


def _fixed_words(at: int, reading: Reading, around: Surroundings) -> list[int] | None:
    """The fixed words in order, near each other, before or after the verb."""
    wanted, words = reading.fixed, around.lower
    start, end = around.near(at, _FIXED_REACH)
    if reading.kind == "noun":
        start, end = max(start, at - len(wanted)), at
    for first in range(start, end):
        if words[first] in wanted[0] and not _is_governed(first, around):
            found = _run(first, end, wanted, words, at)
            if found is not None:
                return found
    return None


def _is_governed(at: int, around: Surroundings) -> bool:
    """Whether a noun stands behind a preposition: ``eist jaren voor (het) doden`` is no ``doden eisen``."""
    doc = around.doc
    before = at - 2 if at > 1 and doc[at - 1].pos_ == "DET" else at - 1
    return (
        before >= 0
        and doc[at].pos_ in ("NOUN", "VERB")
        and doc[before].pos_ == "ADP"
        and doc[before].dep_ != "mark"
    )


def _run(
    first: int, end: int, wanted: tuple[frozenset[str], ...], words: list[str], verb: int
) -> list[int] | None:
    """The fixed words in order and near each other, the first of them at ``first``."""
    found = [first]
    for alternatives in wanted[1:]:
        reach = range(found[-1] + 1, min(end, found[-1] + 2 + _FIXED_GAP))
        following = next((i for i in reach if words[i] in alternatives and i != verb), None)
        if following is None:
            return None
        found.append(following)
    return None if verb in found else found


def _has_reflexive(verb: Token, reading: Reading, around: Surroundings) -> bool:
    """Whether a reflexive pronoun belongs to the verb, or stands near it when the parser lost it."""
    if not reading.reflexive:
        return any(child.lower_ == "zich" for child in verb.children) and not reading.fixed
    if any(child.lower_ in _REFLEXIVES for child in verb.children):
        return True
    start, end = around.near(verb.i, _REFLEXIVE_REACH)
    return "zich" in around.lower[start:end]
