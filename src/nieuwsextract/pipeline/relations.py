"""What a word is to its head: more grammar questions, about nouns and what stands around them.

Like ``clauses``: relations are UD's, and every question has an answer on a wrong parse too.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from nieuwsextract.pipeline.clauses import (
    AUXILIARIES,
    CLAUSES,
    SUBJECTS,
    Tokens,
    acting_subject,
    agent,
    clause_verb,
    coordinated,
    is_passive,
    is_verb,
    modifiers,
    noun_phrase,
    objects,
    own_subject,
    particle,
    particles,
    preposition,
)
from nieuwsextract.pipeline.words import words_of

#: No real sentence nests deeper; a wrong parse might.
_LONGEST_CHAIN = 12
_DETERMINERS = ("det", "nmod:poss")


def obliques(head: Token) -> Iterator[tuple[str, Token]]:
    """Yield (preposition in lower case, noun) of all prepositional phrases that hang on ``head``."""
    words = words_of(head.doc)
    for at in words.children[head.i]:
        if words.relations[at].split(":")[0] in ("obl", "nmod", "advmod"):
            child = head.doc[at]
            if word := preposition(child):
                yield word, child


def possessive(noun: Token) -> Token | None:
    """Return ``zijn`` in ``zijn vertrek``, ``Trimbles`` in ``Trimbles vertrek``."""
    return next((c for c in modifiers(noun, ("nmod:poss",)) if c.i < noun.i), None)


def noun_alone(head: Token) -> Tokens:
    """Return the tokens of a noun phrase without what is coordinated with it."""
    start, end = noun_phrase(head)
    for child in modifiers(head, ("conj", "appos", "cc")):
        edge = child.left_edge.i
        if child.i > head.i and (child.dep_ == "conj" or (child.dep_ == "appos" and edge != head.i + 1)):
            end = min(end, edge)
        elif child.dep_ == "cc" and child.i < head.i:
            start = max(start, child.i + 1)
    while end - 1 > head.i and (head.doc[end - 1].is_punct or head.doc[end - 1].dep_ == "cc"):
        end -= 1
    return start, end


def governing_verb(noun: Token) -> Token | None:
    """Return the verb that a noun phrase hangs on directly, or None."""
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
    direct = noun.dep_.split(":")[0] in ("nsubj", "obj", "obl", "iobj", "xcomp")
    return noun.head if direct and is_verb(noun.head) else None


def is_subject(noun: Token) -> bool:
    """Whether a noun is the head of a subject."""
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
    return noun.dep_ in SUBJECTS and noun == own_subject(noun.head)


def full_lemma(verb: Token) -> str:
    """Return a verb's lemma with its split-off particle in front: ``uitvoeren`` for ``voerde … uit``."""
    part = particle(verb)
    return (part.lower_ if part is not None else "") + verb.lemma_.replace("_", "").lower()


def full_form(verb: Token) -> str:
    """Return a verb as it stands, its split-off particle in front: ``uitvoerde`` for ``voerde … uit``."""
    part = particle(verb)
    return (part.lower_ if part is not None else "") + verb.lower_


def governor(token: Token) -> Token | None:
    """Return what a te- or dat-clause or a noun phrase depends on, or None at the top of the sentence."""
    if token.dep_ == "conj":
        return governor(token.head)
    below = ("xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "iobj", "csubj")
    return token.head if token.dep_.split(":")[0] in below and token.dep_ != "acl:relcl" else None


def is_infinitival(token: Token) -> bool:
    """Whether a verb's clause is an infinitive with or without ``te``."""
    return token.dep_ == "xcomp"


def opens_clause(token: Token) -> bool:
    """Whether a token is the conjunction of its clause."""
    return token.dep_ == "mark"


def is_argument(token: Token) -> bool:
    """Whether a token heads a subject or object."""
    return token.dep_ in SUBJECTS or token.dep_ in ("obj", "iobj")


def is_apposition(token: Token) -> bool:
    """Whether a token names again what its head names: ``president Poetin``, ``Rutte, de premier``."""
    return token.dep_ in ("appos", "flat", "nmod") and preposition(token) is None


def is_auxiliary(token: Token) -> bool:
    """Whether a verb serves another: auxiliary or copula."""
    return token.dep_ in AUXILIARIES


def is_determiner(token: Token) -> bool:
    """Whether a token is an article, demonstrative or possessive of its head."""
    return token.dep_ in _DETERMINERS


def has_clause(verb: Token) -> bool:
    """Whether a verb governs a clause with ``dat`` or ``of``, or direct speech."""
    return any(modifiers(verb, ("ccomp", "parataxis")))


def has_determiner(token: Token) -> bool:
    """Whether an article, demonstrative, possessive or number stands before a token."""
    return any(child.i < token.i for child in modifiers(token, (*_DETERMINERS, "nummod")))


def is_nominalised(infinitive: Token) -> bool:
    """Whether an infinitive is used as a noun: ``het aftreden``, ``zijn vertrekken`` (always neuter)."""
    before = [child for child in modifiers(infinitive, _DETERMINERS) if child.i < infinitive.i]
    return any(word.lower_ in ("het", "dit", "dat") or word.dep_ == "nmod:poss" for word in before)


def is_preposition(token: Token) -> bool:
    """Whether a token introduces a noun phrase."""
    return token.dep_ == "case"


def predicates(verb: Token) -> list[Token]:
    """Return the nouns and numerals that a verb links to its subject: ``wordt premier``, ``werd derde``."""
    found = list(modifiers(verb, ("xcomp", "obj", "advmod", "obl")))
    if is_auxiliary(verb):
        found.append(verb.head)
    return [word for word in found if word.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and not preposition(word)]


def is_predicate(noun: Token) -> bool:
    """Whether a noun says what its subject is or becomes: ``wordt premier``, ``is een goede man``."""
    return noun.dep_ == "xcomp" or any(child.dep_ == "cop" for child in noun.children)


def is_attributive(token: Token) -> bool:
    """Whether an adjective or participle stands before the noun that it modifies."""
    return token.dep_ == "amod" or (token.dep_ == "acl" and token.head.i > token.i)


def attributes(noun: Token) -> list[Token]:
    """Return the adjectives before a noun."""
    return [child for child in modifiers(noun, ("amod",)) if child.i < noun.i]


def link_to_verb(word: Token) -> Token:
    """Return the verb that a predicative word belongs to (``raakte gewond``), else the word itself."""
    predicative = ("xcomp", "advmod", "obl", "advcl", "compound:prt", "obj")
    return word.head if word.dep_ in predicative and is_verb(word.head) else word


def is_inside_phrase(noun: Token) -> bool:
    """Whether a noun belongs to another noun rather than to the verb."""
    return noun.dep_ in ("nmod", "appos", "flat", "conj", "nmod:poss") and not is_verb(noun.head)


def phrase_path(noun: Token) -> Iterator[Token]:
    """Yield a noun and the nouns of the phrases that it stands in, from inside out."""
    yield noun
    for _ in range(_LONGEST_CHAIN):
        if noun.head == noun or not is_inside_phrase(noun):
            return
        noun = noun.head
        yield noun


def is_coordinated(verb: Token) -> bool:
    """Whether a verb is coordinated with an earlier verb."""
    return verb.dep_ == "conj" and is_verb(verb.head)


def continued_clauses(token: Token) -> Iterator[Token]:
    """Yield the verb of a token's clause, and of those that it continues: coordinated or with ``te``."""
    verb = clause_verb(token)
    yield verb
    for _ in range(_LONGEST_CHAIN):
        if verb.head == verb or (verb.dep_ not in ("conj", "xcomp") and is_verb(verb)):
            return
        verb = clause_verb(verb.head)
        yield verb


def heads_clause(token: Token) -> bool:
    """Whether the parser took a word for the predicate of a clause, whatever its tag."""
    return token.dep_ in CLAUSES and token.dep_ != "conj"


def standing_as(token: Token, role: str) -> list[Token]:
    """Return the words that stand in a role to a token, as rules name the roles; a passive is turned."""
    if role in ("subject", "object"):
        return _arguments(token, role)
    if role == "particle":
        return particles(token)
    if role == "determiner":
        return list(modifiers(token, _DETERMINERS))
    wanted = {"adjective": ("amod",), "adverb": ("advmod",), "clause": ("ccomp", "xcomp", "acl")}[role]
    return list(modifiers(token, wanted))


def _arguments(verb: Token, role: str) -> list[Token]:
    """The heads of a verb's subjects or objects, and what is counted: ``duizenden boeren``."""
    passive = is_passive(verb)
    if role == "object":
        undergoes = own_subject(verb) if passive else None
        heads = objects(verb) if undergoes is None else [undergoes]
    else:
        acts = agent(verb) if passive else acting_subject(verb)
        heads = [] if acts is None else [acts]
    heads = [token for head in heads for token in coordinated(head)]
    return heads + [
        child for head in heads for child in head.children if head.pos_ == "NUM" and is_noun(child)
    ]


def relative_clauses(noun: Token) -> Iterator[Token]:
    """Yield the verbs of the relative clauses that a noun has."""
    return modifiers(noun, ("acl:relcl",))


def counted(quantity: Token) -> list[Token]:
    """Return the nouns that a head which only says how many stands before: ``een deel van de boeren``."""
    return [child for child in quantity.children if child.i > quantity.i and is_noun(child)]


def is_noun(token: Token) -> bool:
    """Whether a token is a noun or a name by its part of speech."""
    return token.pos_ in ("NOUN", "PROPN")


def bare_nominals(verb: Token) -> list[Token]:
    """Return the noun phrases by a verb that no preposition introduces, whatever the parser made of them."""
    return [
        child
        for child in verb.children
        if child.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        and child.dep_ in ("obj", "obl", "nsubj", "nsubj:pass", "xcomp", "amod", "iobj")
        and not any(word.dep_ == "case" for word in child.children)
    ]
