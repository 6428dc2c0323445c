"""Grammar questions over a parse, in the terms of Dutch grammar: the only file that names UD relations.

Every question has an answer on a wrong parse too (often None): rules ask here, so that they survive
another model's labels. Relations are UD's; the root is ``ROOT`` in spaCy's pipelines, ``root`` in UD files.
"""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.words import words_of

Tokens = tuple[int, int]

ROOT = {"ROOT", "root"}
SUBJECTS = {"nsubj", "nsubj:pass", "csubj"}
AUXILIARIES = {"aux", "aux:pass", "cop"}
_OBJECTS = {"obj", "iobj", "nsubj", "nsubj:pass"}
CLAUSES = {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "conj"} | ROOT
_FUTURE_AUXILIARIES = {"zullen"}
_PERFECT_AUXILIARIES = {"hebben", "zijn"}
_TIMES = {"DATE", "TIME"}
#: What fills the place before the finite verb, so that the subject comes behind it.
_FRONTED = {"obl", "advmod", "advcl", "obj", "iobj", "ccomp"}
#: Dependents of a noun that are no part of its noun phrase as written before the verb.
_NOT_IN_PHRASE = {
    "acl:relcl",
    "acl",
    "parataxis",
    "punct",
    "cop",
    "nsubj",
    "advcl",
    "ccomp",
    "discourse",
    "mark",
}


def is_verb(token: Token) -> bool:
    """Whether a token is a verb or auxiliary by its part of speech."""
    return words_of(token.doc).tags[token.i] in ("VERB", "AUX")


def is_finite(token: Token) -> bool:
    """Whether a verb carries tense."""
    return "Fin" in feature(token, "VerbForm")


def feature(token: Token, name: str) -> tuple[str, ...]:
    """Return the values of a morphological feature (``Number`` → ``("Sing",)``), none where it has none."""
    return words_of(token.doc).features[token.i].get(name, ())


def modifiers(head: Token, relations: Container[str]) -> Iterator[Token]:
    """Yield the dependents of ``head`` by one of the UD relations, in text order."""
    doc = head.doc
    words = words_of(doc)
    found = words.relations
    return (doc[child] for child in words.children[head.i] if found[child] in relations)


def is_passive(verb: Token) -> bool:
    """Whether a verb's clause is passive: by its auxiliary or its subject's relation."""
    return any(modifiers(verb, ("aux:pass", "nsubj:pass")))


def subject(verb: Token) -> Token | None:
    """Return the head of the verb's subject; for a coordinated or controlled verb its governor's."""
    own = own_subject(verb)
    if own is not None or verb.dep_ not in ("conj", "xcomp"):
        return own
    governor = verb.head
    if governor == verb or not (is_verb(governor) or verb.dep_ == "conj"):
        return None
    return own_subject(governor) or (subject(governor) if governor.dep_ in ("conj", "xcomp") else None)


def own_subject(verb: Token) -> Token | None:
    """Return the first subject that hangs on the verb itself, by the parse, else by word order.

    Of two that a parser found a time is none: ``Afgelopen dinsdag lichtte de wethouder dat toe``.
    """
    found = list(modifiers(verb, ("nsubj", "nsubj:pass")))
    if len(found) > 1 and found[0].ent_type_ in _TIMES:
        return found[1]
    return found[0] if found else _subject_by_order(verb)


def _subject_by_order(verb: Token) -> Token | None:
    """``Gisteren heeft Rusland drones gestuurd``: an object right behind the finite verb is the subject.

    So it is where something else stands before the finite verb and no dependent is a subject by the parse.
    """
    words = words_of(verb.doc)
    at_verb = words.children[verb.i]
    objects_found = [child for child in at_verb if words.relations[child] == "obj"]
    finite = next((token.i for token in (verb, *auxiliaries(verb)) if is_finite(token)), None)
    if not objects_found or finite is None:
        return None
    fronted = any(child < finite and words.relations[child] in _FRONTED for child in at_verb)
    behind = next((child for child in objects_found if child > finite), None)
    if not fronted or behind is None or noun_phrase(verb.doc[behind])[0] != finite + 1:
        return None
    return verb.doc[behind]


def objects(verb: Token) -> list[Token]:
    """Return the heads of the verb's direct and indirect objects.

    Of two subjects that a parser found the second is an object: ``Duitsland steunt de Commissie``.
    """
    first = own_subject(verb)
    return [child for child in modifiers(verb, _OBJECTS) if child != first]


def oblique(head: Token, prepositions: frozenset[str]) -> Token | None:
    """Return the first noun that hangs on ``head`` by one of the prepositions (lower case)."""
    words = words_of(head.doc)
    for child in words.children[head.i]:
        if words.relations[child].split(":")[0] in ("obl", "nmod"):
            noun = head.doc[child]
            if preposition(noun) in prepositions:
                return noun
    return None


def preposition(noun: Token) -> str | None:
    """Return a noun's preposition in lower case, or None."""
    words = words_of(noun.doc)
    return next((words.lower[c] for c in words.children[noun.i] if words.relations[c] == "case"), None)


def particle(verb: Token) -> Token | None:
    """Return the split-off part of a separable verb: ``vuurde … af``."""
    return next(modifiers(verb, ("compound:prt",)), None)


def particles(verb: Token) -> list[Token]:
    """Return all words that the parser took for a split-off part; a wrong parse has more than one."""
    return list(modifiers(verb, ("compound:prt",)))


def auxiliaries(verb: Token) -> list[Token]:
    """Return a verb's auxiliaries in text order."""
    return list(modifiers(verb, AUXILIARIES))


def is_copula(token: Token) -> bool:
    """Whether a word links a subject to what is said of it: ``is`` in ``is duidelijk``."""
    return token.dep_ == "cop"


def main_verb(token: Token) -> Token:
    """Return the verb that a word is an auxiliary of by the parse, else the word itself."""
    return token.head if token.dep_ in AUXILIARIES else token


def coordinated(head: Token) -> list[Token]:
    """Return ``head`` and everything coordinated with it, in text order; a name is never divided."""
    others = [child for child in modifiers(head, ("conj",)) if child.ent_iob_ != "I"]
    return [head, *(token for child in others for token in coordinated(child))]


def noun_phrase(head: Token) -> Tokens:
    """Return the tokens of a noun phrase, end exclusive, without its preposition and the clauses in it."""
    words = words_of(head.doc)
    under, found = words.children, words.relations
    waiting = [c for c in under[head.i] if found[c] not in _NOT_IN_PHRASE and found[c] != "case"]
    kept = {head.i}
    while waiting:
        at = waiting.pop()
        kept.add(at)
        waiting += [c for c in under[at] if found[c] not in _NOT_IN_PHRASE or found[c] == "punct"]
    return _contiguous(kept, head)


def _contiguous(tokens: set[int], head: Token) -> Tokens:
    """The longest run around ``head`` without a gap of more than a comma or quotation mark."""
    doc = head.doc
    start = end = head.i
    while start - 1 in tokens or (start - 2 in tokens and doc[start - 1].is_punct):
        start -= 1
    while end + 1 in tokens or (end + 2 in tokens and doc[end + 1].is_punct):
        end += 1
    return start, end + 1


def clause(verb: Token) -> Tokens:
    """Return the tokens that a verb governs, end exclusive: its subtree's edges."""
    return verb.left_edge.i, verb.right_edge.i + 1


def clause_verb(token: Token) -> Token:
    """Return the verb (or predicate) of the clause that a token stands in."""
    words = words_of(token.doc)
    at = token.i
    while words.relations[at] not in CLAUSES and words.heads[at] != at:
        at = words.heads[at]
    return token.doc[at]


def to_chars(doc: Doc, tokens: Tokens) -> tuple[int, int]:
    """Return the character positions of tokens, end exclusive, blanks and white-space tokens left out."""
    start, end = tokens
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def tense(token: Token) -> str | None:
    """Return the tense of a token's clause, or None: ``past`` (perfect too), ``future``, ``present``.

    Without a finite verb in the clause the sentence's nearest one answers: headlines and wrong parses too.
    """
    verb = clause_verb(token)
    group = [verb, *auxiliaries(verb)]
    finite = next((word for word in group if is_finite(word)), None) or _nearest_finite(token)
    if finite is None:
        return None
    if "Past" in feature(finite, "Tense"):
        return "past"
    if finite.lemma_ in _FUTURE_AUXILIARIES:
        return "future"
    participle = any("Part" in feature(word, "VerbForm") for word in group if word is not finite)
    return "past" if participle and finite.lemma_ in _PERFECT_AUXILIARIES else "present"


def _nearest_finite(token: Token) -> Token | None:
    sentence, features = token.sent, words_of(token.doc).features
    found = [at for at in range(sentence.start, sentence.end) if "Fin" in features[at].get("VerbForm", ())]
    nearest = min(found, key=lambda at: abs(at - token.i), default=None)
    return None if nearest is None else token.doc[nearest]


def acting_subject(verb: Token) -> Token | None:
    """Return who or what a verb is said of: its subject, in a relative clause what the pronoun stands for.

    A ``te``-infinitive without subject takes its governor's (``dreigt te staken``, ``om te protesteren``), an
    attributive participle the noun it stands with (``de staal producerende landen``).
    """
    found = subject(verb)
    if found is None and verb.dep_ in ("advcl", "acl", "xcomp", "ccomp") and not is_finite(verb):
        governor = verb.head
        if is_verb(governor) and not any(is_finite(aux) for aux in auxiliaries(verb)):
            found = subject(governor)
        elif verb.dep_ == "acl":
            found = _possessor(governor)
    return antecedent(found) if found is not None else None


def _possessor(noun: Token) -> Token | None:
    """``het plan van X om te …``, or who has the plan: the subject of the verb that the noun hangs on."""
    own = oblique(noun, frozenset({"van"}))
    return own or (subject(noun.head) if noun.dep_ in ("obj", "obl") and is_verb(noun.head) else None)


def antecedent(pronoun: Token) -> Token:
    """Return the noun that a relative pronoun stands for; any other word stands for itself."""
    if pronoun.pos_ not in ("PRON", "DET"):
        return pronoun
    verb = clause_verb(pronoun)
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ == "acl:relcl" and verb.head.i < pronoun.i else pronoun


def agent(verb: Token) -> Token | None:
    """Return the noun that ``door`` introduces."""
    return oblique(verb, frozenset({"door"}))
