"""Which tokens of a sentence make up a trigger: the verb, its particle, its fixed words."""

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.conditions import stands_beside
from nieuwsextract.pipeline.events.lexicon import Form, Reading
from nieuwsextract.pipeline.events.surroundings import Surroundings

#: A reflexive that the parser lost, and a fixed word, stand so near their verb.
_REFLEXIVE_REACH = 10
_FIXED_REACH = 18
#: Between two fixed words so many others fit.
_FIXED_GAP = 2
#: Behind this word stands whatever the clause has: ``werden het daarover vorige week eens``.
_LOOSE = "het"
_LOOSE_GAP = 5
_PARTICLE_REACH = 25


def has_words(form: Form, around: Surroundings, at: int) -> bool:
    """Whether the sentence has the other words of a trigger at all: a quick look that refuses most."""
    words, reading = around.words(at), form.reading
    if reading.particle and not form.joined and reading.particle not in words:
        return False
    return not any(map(words.isdisjoint, reading.fixed))


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
    elif not reading.particle and reading.kind == "verb" and _has_other_particle(token, reading, around):
        return None
    if reading.kind == "verb" and reading.reflexive != _has_reflexive(token, reading, around):
        return None
    if reading.beside and not stands_beside(token.i, reading.beside, around):
        return None
    return sorted(set(own))


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
        if other.lower_ == word and (
            _is_free(other, end, around) or _governs_infinitive(other.i, form, around)
        ):
            return other.i
        if other.text in (";", ":", ".") or (clauses.is_verb(other) and clauses.is_finite(other)):
            return None
    return None


def _is_free(token: Token, end: int, around: Surroundings) -> bool:
    """Whether a word like ``op`` stands alone: at a clause's end, not before a noun phrase of its own."""
    if token.i + 1 >= end:
        return True
    after = token.doc[token.i + 1]
    ends_here = after.is_punct or after.pos_ in ("CCONJ", "SCONJ", "ADP", "VERB", "AUX")
    pure = around.known.pure_particles
    return ends_here or token.lower_ in pure or not relations.is_preposition(token)


def _governs_infinitive(at: int, form: Form, around: Surroundings) -> bool:
    """``riep de bevolking op thuis te blijven``: the particle stands before a ``te``-infinitive."""
    return "te" in form.reading.beside and "te" in around.lower[at : around.sentence(at)[1]]


def _has_other_particle(verb: Token, reading: Reading, around: Surroundings) -> bool:
    """Whether the verb is another one, ``op|komen``; the parser takes ``om het leven`` for a particle too.

    No particle is a word that a wrong parse hung there, nor what ``er`` has left behind: ``praat er over``.
    """
    parts = [part for part in clauses.particles(verb) if part.lower_ in around.known.particles]
    known = reading.beside.union(*reading.fixed)
    return any(part.lower_ not in known and not _is_stranded(part, around) for part in parts)


def _is_stranded(part: Token, around: Surroundings) -> bool:
    start, _ = around.near(part.i, _FIXED_REACH)
    return not around.known.r_pronouns.isdisjoint(around.lower[start : part.i])


def _fixed_words(at: int, reading: Reading, around: Surroundings) -> list[int] | None:
    """The fixed words in order, near each other, before or after the verb."""
    wanted, words = reading.fixed, around.lower
    start, end = around.near(at, _FIXED_REACH)
    if reading.kind == "noun":
        start, end = max(start, at - len(wanted)), at
    for first in range(start, end):
        if words[first] not in wanted[0] or (reading.bare and not _is_bare_noun(first, around)):
            continue
        if reading.kind == "noun" or not _is_governed(first, around):
            found = _run(first, wanted, end, at, around)
            if found is not None:
                return found
    return None


def _is_bare_noun(at: int, around: Surroundings) -> bool:
    token = around.doc[at]
    return (
        relations.is_noun(token) and not relations.has_determiner(token) and not relations.attributes(token)
    )


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
    first: int, wanted: tuple[frozenset[str], ...], end: int, verb: int, around: Surroundings
) -> list[int] | None:
    words, found = around.lower, [first]
    for alternatives in wanted[1:]:
        gap = _LOOSE_GAP if _is_loose(found[-1], around) else _FIXED_GAP
        reach = range(found[-1] + 1, min(end, found[-1] + 2 + gap))
        following = next((i for i in reach if words[i] in alternatives and i != verb), None)
        if following is None:
            return None
        found.append(following)
    return None if verb in found else found


def _is_loose(at: int, around: Surroundings) -> bool:
    """Whether a word is a pronoun that the clause may part from the next word; ``het plan`` is none."""
    if around.lower[at] != _LOOSE or at + 1 >= len(around.lower):
        return False
    return around.doc[at + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def _has_reflexive(verb: Token, reading: Reading, around: Surroundings) -> bool:
    """Whether a reflexive pronoun belongs to the verb, or stands near it when the parser lost it."""
    if not reading.reflexive:
        return any(child.lower_ == "zich" for child in verb.children) and not reading.fixed
    if any(child.lower_ in around.known.reflexives for child in verb.children):
        return True
    start, end = around.near(verb.i, _REFLEXIVE_REACH)
    return "zich" in around.lower[start:end]
