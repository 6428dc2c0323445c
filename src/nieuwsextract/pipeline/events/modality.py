"""Whether an event is told as a fact: polarity, modality, and PLOVER's auxiliary modes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import ModalRule, VerbRule
from nieuwsextract.rules.inflection import conjugate, noun_forms

#: A governor this many steps above still colours the event.
_CLIMB = 3
#: An adverb belongs to the verb when no further away than this.
_ADVERB_REACH = 12


@dataclass(frozen=True)
class Status:
    """How an event is told."""

    polarity: str
    modality: str
    auxiliary: list[str]


class Modality:
    """Answers from the markers in force; the parse is asked through ``clauses``."""

    def __init__(self, rules: RuleSet, support: dict[str, str]) -> None:
        self.support = support
        verbs = {verb.id: verb for verb in rules.of("verb", VerbRule)}
        self.tables: dict[str, dict[str, str]] = {}
        for rule in rules.of("modal", ModalRule):
            table = self.tables.setdefault(rule.where, {})
            for word in rule.words:
                for form in _forms(word, verbs) if rule.where == "governor" else (word,):
                    table.setdefault(form, rule.effect)

    def judge(self, trigger: Trigger, *, is_future: bool) -> Status:
        """Return polarity and modality; ``is_future``: its time lies after the publication date."""
        effects = list(self._effects(trigger))
        negative = effects.count("negative") % 2 == 1
        modality: str | None = trigger.form.reading.rule.modality
        modality = modality or next((e for e in effects if e != "negative"), None)
        if modality in (None, "future") and is_future and clauses.tense(trigger.token) != "past":
            modality = "future"
        modality = modality or "asserted"
        auxiliary = ["negation"] * negative
        auxiliary += [{"future": "future", "possible": "hypothetical"}.get(modality, "")]
        return Status("neg" if negative else "pos", modality, [mode for mode in auxiliary if mode])

    def _effects(self, trigger: Trigger) -> Iterator[str]:
        token = trigger.token
        yield from self._at_word(token)
        verb = token if trigger.form.reading.kind == "verb" else None
        if verb is None:
            verb = clauses.governing_verb(token)
            if verb is None:
                yield from self._above(token)
                return
            lemma = clauses.full_lemma(verb)
            effect = self.tables["governor"].get(lemma) or self.tables["governor"].get(verb.lower_)
            if effect and not clauses.is_subject(token):
                yield effect
            if lemma not in self.support and not effect:
                return
        yield from self._in_clause(verb, token)
        yield from self._above(verb)

    def _at_word(self, token: Token) -> Iterator[str]:
        """``geen doden``, ``een mogelijke aanval``, ``zonder protest``."""
        for child in token.children:
            if child.i < token.i:
                effect = self.tables["determiner"].get(child.lower_)
                if effect is None and token.pos_ != "VERB":
                    effect = self.tables["adverb"].get(child.lower_)
                if effect:
                    yield effect

    def _in_clause(self, verb: Token, token: Token) -> Iterator[str]:
        """Adverbs, auxiliaries and the conjunction of the verb's clause, and objects with ``geen``."""
        for aux in self._auxiliaries(verb):
            if effect := self.tables["auxiliary"].get(aux.lower_):
                yield effect
        for child in verb.children:
            word = child.lower_
            if clauses.opens_clause(child) and (effect := self.tables["conjunction"].get(word)):
                yield effect
            elif word in self.tables["adverb"] and not _is_contrast(child):
                yield self.tables["adverb"][word]
            elif child is not token and clauses.is_argument(child):
                yield from (e for e in self._at_word(child) if e == "negative")

    def _auxiliaries(self, verb: Token) -> Iterable[Token]:
        """The verb's own, or those that a coordinated verb shares."""
        own = clauses.auxiliaries(verb)
        while not own and verb.dep_ == "conj" and clauses.is_verb(verb.head) and not clauses.is_finite(verb):
            verb = verb.head
            own = clauses.auxiliaries(verb)
        return own

    def _above(self, token: Token) -> Iterator[str]:
        """What governs the clause or the noun: ``dreigt te``, ``het plan om``, ``eist dat``."""
        for _ in range(_CLIMB):
            governor = clauses.governor(token)
            if governor is None:
                return
            lemma = clauses.full_lemma(governor)
            effect = self.tables["governor"].get(lemma) or self.tables["governor"].get(governor.lower_)
            if effect:
                yield effect
                if clauses.is_verb(governor):
                    yield from (e for e in self._in_clause(governor, token) if e == "negative")
                return
            if not clauses.is_verb(governor) or not clauses.is_infinitival(token):
                return
            yield from self._in_clause(governor, token)
            token = governor


def _is_contrast(adverb: Token) -> bool:
    """``niet alleen X``: no denial."""
    after = adverb.i + 1
    return after < len(adverb.doc) and adverb.doc[after].lower_ in ("alleen", "slechts", "enkel")


def _forms(word: str, verbs: dict[str, VerbRule]) -> set[str]:
    """A governor's forms, with or without particle, verb or noun."""
    if not word.endswith("en"):
        return set(noun_forms(word)) | {word}
    found = {word}
    for base in verbs:
        if word.endswith(base) and len(word) > len(base):
            forms = conjugate(base, verbs)
            prefix = word[: -len(base)]
            return found | {prefix + form for form in forms.finite | forms.participles}
    forms = conjugate(word, verbs)
    return found | forms.finite | forms.participles
