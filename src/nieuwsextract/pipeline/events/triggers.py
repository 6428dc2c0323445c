"""Words → triggers: forms by the lexicon, particles and fixed words, the best reading that fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.events.conditions import Surroundings, fits, stands_beside
from nieuwsextract.pipeline.events.frames import Frame, read_frame
from nieuwsextract.pipeline.events.lexicon import Form, Lexicon, Reading
from nieuwsextract.rules.events import EventTypeRule

#: Names are no events; `Tweede Wereldoorlog` and `Slag bij Waterloo` neither.
_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "LANGUAGE"}
)
_REFLEXIVES = frozenset({"zich", "me", "mij", "ons", "je"})
#: A fixed word stands so near its verb; between two fixed words so many others fit.
_FIXED_REACH = 14
_FIXED_GAP = 2
_PARTICLE_REACH = 25


@dataclass
class Trigger:
    """A trigger in the text: its main token, all its tokens, the reading chosen and its grammar.

    ``named_by`` is the event noun beside a verb of the same type: ``een klacht indienen``.
    """

    token: Token
    tokens: list[int]
    form: Form
    frame: Frame
    evidence: int
    named_by: "Trigger | None" = None

    @property
    def event(self) -> str:
        """The event type."""
        return self.form.reading.rule.event


def find_triggers(
    doc: Doc, lexicon: Lexicon, types: dict[str, EventTypeRule], around: Surroundings
) -> list[Trigger]:
    """Return the triggers in text order: at most one a word."""
    found: dict[int, Trigger] = {}
    for token in doc:
        if token.is_punct or token.is_space or (token.ent_type_ in _NAMES and token.ent_type):
            continue
        forms = lexicon.find(token.lower_)
        if not forms:
            continue
        best = _best_reading(token, forms, lexicon, types, around)
        if best is not None:
            found[token.i] = best
    return _without_doubles(found)


def _best_reading(
    token: Token, forms: list[Form], lexicon: Lexicon, types: dict[str, EventTypeRule], around: Surroundings
) -> Trigger | None:
    best: Trigger | None = None
    for form in forms:
        own = _own_tokens(token, form)
        if own is None or not _may_be(token, form, forms):
            continue
        rule = form.reading.rule
        if around.sport and not types[rule.event].in_sport and rule.topic is None:
            continue
        frame = read_frame(token, form)
        if form.reading.reflexive and frame.objects:
            continue
        met = fits(rule, frame, token, frozenset(own), around)
        if met is None or _is_blocked(token, form, frame, frozenset(own), lexicon, around):
            continue
        evidence = met + 3 * (len(own) - 1) + 2 * len(form.reading.fixed) + bool(form.reading.beside)
        if best is None or evidence > best.evidence:
            best = Trigger(token, own, form, frame, evidence)
    return best


def _may_be(token: Token, form: Form, forms: list[Form]) -> bool:
    """Whether the tagger lets the form be what the lexicon says; where the form is plain it may err."""
    if form.kind == "word":
        return True
    if form.kind == "noun":
        is_verb_too = any(other.kind != "noun" for other in forms)
        return not clauses.is_verb(token) or not is_verb_too or _has_article(token)
    if clauses.is_auxiliary(token) and form.reading.lemma != "worden":
        return False
    if token.pos_ in ("VERB", "AUX"):
        return form.kind != "finite" or not _has_article(token)
    if form.kind == "infinitive":
        return token.pos_ == "NOUN" and (_is_nominalised(token) or clauses.subject(token) is not None)
    is_noun_too = any(other.kind in ("noun", "infinitive") for other in forms)
    return (form.kind == "participle" and token.pos_ == "ADJ") or not (is_noun_too or _is_nominal(token))


def _is_nominalised(token: Token) -> bool:
    """``het aftreden``, ``zijn vertrekken``: an infinitive is neuter."""
    before = [child.lower_ for child in token.children if clauses.is_determiner(child) and child.i < token.i]
    return bool(before) and not any(word in ("de", "die", "deze", "een") for word in before)


def _is_nominal(token: Token) -> bool:
    """Whether a word tagged as a noun is used as one, or stands where a name does."""
    return token.text[0].isupper() or _has_article(token) or clauses.preposition(token) is not None


def _has_article(token: Token) -> bool:
    return any(clauses.is_determiner(child) and child.i < token.i for child in token.children)


def _own_tokens(token: Token, form: Form) -> list[int] | None:
    """The tokens of the trigger: verb, particle, fixed words; None when one of them is missing."""
    reading = form.reading
    own = [token.i]
    if reading.particle and not form.joined:
        at = _particle(token, reading.particle, form)
        if at is None:
            return None
        own.append(at)
    elif not reading.particle and reading.kind == "verb" and _has_other_particle(token, reading):
        return None
    if reading.fixed:
        fixed = _fixed_words(token, form)
        if fixed is None:
            return None
        own += fixed
    if reading.reflexive and not _has_reflexive(token):
        return None
    if reading.beside and not stands_beside(token, reading.beside):
        return None
    return sorted(own)


def _particle(verb: Token, word: str, form: Form) -> int | None:
    """The particle: where the parser hung it, before ``te``, or next in the clause after the verb."""
    found = next((part for part in clauses.particles(verb) if part.lower_ == word), None)
    if found is not None:
        return found.i
    doc = verb.doc
    if form.kind == "infinitive":
        before = verb.i - 2
        is_split = before >= 0 and doc[before].lower_ == word and doc[before + 1].lower_ == "te"
        return before if is_split else None
    end = min(verb.sent.end, verb.i + _PARTICLE_REACH)
    for other in doc[verb.i + 1 : end]:
        if other.lower_ == word and _is_free(other):
            return other.i
        if other.text in (";", ":", ".") or (clauses.is_verb(other) and clauses.is_finite(other)):
            return None
    return None


def _is_free(token: Token) -> bool:
    """Whether a word like ``op`` stands alone: at a clause's end, not before a noun phrase of its own."""
    if token.i + 1 >= token.sent.end:
        return True
    after = token.doc[token.i + 1]
    return token.dep_ != "case" or after.is_punct or after.pos_ in ("CCONJ", "SCONJ", "ADP", "VERB", "AUX")


def _has_other_particle(verb: Token, reading: Reading) -> bool:
    """Whether the verb is another one, ``op|komen``; the parser takes ``om het leven`` for a particle too."""
    own = reading.beside.union(*reading.fixed)
    return any(part.lower_ not in own for part in clauses.particles(verb))


def _fixed_words(token: Token, form: Form) -> list[int] | None:
    """The fixed words in order, near each other, before or after the verb."""
    wanted = form.reading.fixed
    doc, sentence = token.doc, token.sent
    start = max(sentence.start, token.i - _FIXED_REACH)
    end = min(sentence.end, token.i + _FIXED_REACH)
    if form.reading.kind == "noun":
        start, end = max(sentence.start, token.i - len(wanted)), token.i
    for at in range(start, end):
        if doc[at].lower_ in wanted[0]:
            found = _run(token, at, wanted, end)
            if found is not None:
                return found
    return None


def _run(token: Token, at: int, wanted: tuple[frozenset[str], ...], end: int) -> list[int] | None:
    found = [at]
    for alternatives in wanted[1:]:
        reach = range(found[-1] + 1, min(end, found[-1] + 2 + _FIXED_GAP))
        following = next((i for i in reach if token.doc[i].lower_ in alternatives and i != token.i), None)
        if following is None:
            return None
        found.append(following)
    return None if token.i in found else found


def _has_reflexive(verb: Token) -> bool:
    """Whether a reflexive pronoun belongs to the verb, or stands near it when the parser lost it."""
    if any(child.lower_ in _REFLEXIVES for child in verb.children):
        return True
    start, end = max(verb.sent.start, verb.i - 8), min(verb.sent.end, verb.i + 8)
    return any(other.lower_ == "zich" for other in verb.doc[start:end])


def _is_blocked(
    token: Token, form: Form, frame: Frame, own: frozenset[int], lexicon: Lexicon, around: Surroundings
) -> bool:
    reading = form.reading
    lemma = (reading.particle or "") + reading.lemma
    doc = token.doc
    for block in lexicon.blocks.get(lemma, ()):
        if block.events and reading.rule.event not in block.events:
            continue
        if block.before and (token.i == 0 or doc[token.i - 1].lower_ not in block.before):
            continue
        if block.after and (token.i + 1 >= len(doc) or doc[token.i + 1].lower_ not in block.after):
            continue
        if fits(block, frame, token, own, around) is not None:
            return True
    return False


def _without_doubles(found: dict[int, Trigger]) -> list[Trigger]:
    """A phrase and a word in it, a verb and its subject or object: one event when of one type."""
    kept = dict(found)
    for at, trigger in found.items():
        for inside in trigger.tokens:
            if inside != at:
                kept.pop(inside, None)
        for noun in _arguments(trigger):
            other = kept.get(noun.i)
            if (
                other is not None
                and other.form.kind == "noun"
                and other.event == trigger.event
                and at in kept
            ):
                trigger.tokens = sorted({*trigger.tokens, *other.tokens})
                trigger.named_by = other
                kept.pop(noun.i)
    return [kept[at] for at in sorted(kept)]


def _arguments(trigger: Trigger) -> Iterator[Token]:
    if trigger.form.reading.kind == "verb":
        yield from trigger.frame.objects
        if trigger.frame.subject is not None:
            yield trigger.frame.subject
