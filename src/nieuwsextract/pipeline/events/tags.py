"""Whether the tagger lets a word be what the lexicon says of it; a plain form outweighs a tag."""

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.lexicon import Form

_YEAR_DIGITS = 4


def may_be(token: Token, form: Form, forms: list[Form]) -> bool:
    """Whether the tagger lets the form be what the lexicon says; where the form is plain it may err."""
    if form.kind == "word":
        return True
    if form.kind == "noun":
        return not _is_attribute(token) and _may_be_noun(token, forms)
    if relations.is_auxiliary(token) and not form.reading.fixed and form.reading.lemma != "worden":
        return False
    return (form.kind == "finite" and _is_plain_past(token, forms)) or _may_be_verb(token, form, forms)


def _may_be_verb(token: Token, form: Form, forms: list[Form]) -> bool:
    if relations.is_attributive(token) and form.kind != "infinitive":
        return form.kind == "participle" and clauses.agent(token) is not None
    if token.pos_ in ("VERB", "AUX"):
        return form.kind != "finite" or not relations.has_determiner(token)
    return _may_be_mistagged(token, form, forms)


def _is_attribute(token: Token) -> bool:
    """``de dode otter``, ``ontslagen arbeiders``: by tag and parse no noun."""
    return token.pos_ in ("ADJ", "VERB") and relations.is_attributive(token)


def _may_be_noun(token: Token, forms: list[Form]) -> bool:
    is_verb_too = any(other.kind != "noun" for other in forms)
    if not is_verb_too:
        return True
    if clauses.is_verb(token):
        return relations.has_determiner(token)
    return relations.has_determiner(token) or clauses.subject(token) is None or not clauses.auxiliaries(token)


def _may_be_mistagged(token: Token, form: Form, forms: list[Form]) -> bool:
    """A verb that is tagged as something else: plain by its form, or by its place in the parse."""
    if form.kind == "infinitive":
        is_noun_too = any(other.kind == "noun" for other in forms)
        used_as_noun = not is_noun_too and relations.is_nominalised(token)
        if token.pos_ == "NOUN" and (used_as_noun or clauses.subject(token) is not None):
            return True
        return not is_noun_too and not _is_nominal(token) and _is_predicate(token)
    if form.kind == "participle" and token.pos_ == "ADJ":
        return True
    if _ends_clause(token, form):
        return True
    if any(other.kind in ("noun", "infinitive") for other in forms) or _is_nominal(token):
        return False
    return relations.heads_clause(token) or not any(map(clauses.is_verb, token.sent))


def _is_predicate(token: Token) -> bool:
    """Whether a word that may be a plural verb or an infinitive stands where one does."""
    return relations.heads_clause(token) or any(map(relations.is_auxiliary, token.children))


def _ends_clause(token: Token, form: Form) -> bool:
    """``… de winkel openging, …``: what has its particle in it ends a clause as a verb, whatever its tag."""
    after = token.doc[token.i + 1 : token.i + 2]
    return form.joined and not _is_nominal(token) and all(word.is_punct for word in after)


def _is_plain_past(token: Token, forms: list[Form]) -> bool:
    """``in 1981 stierven er twee``, ``hij eiste excuses``: by its form a past tense, whatever its tag."""
    if not all(form.kind == "finite" for form in forms) or _is_counted(token):
        return False
    return token.text.endswith(("en", "te", "de")) and token.text.islower()


def _is_counted(token: Token) -> bool:
    """``drie verdachten``, ``de verdachten``; a year counts nothing: ``in 1981 stierven``."""
    before = (child for child in token.children if child.i < token.i)
    return any(relations.is_determiner(word) or _is_number(word) for word in before)


def _is_number(word: Token) -> bool:
    return word.pos_ == "NUM" and not (word.text.isdigit() and len(word.text) == _YEAR_DIGITS)


def _is_nominal(token: Token) -> bool:
    """Whether a word tagged as a noun is used as one, or stands where a name does."""
    return (
        token.text[0].isupper() or relations.has_determiner(token) or clauses.preposition(token) is not None
    )
