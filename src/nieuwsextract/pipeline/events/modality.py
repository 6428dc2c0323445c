"""Whether an event is told as a fact: polarity, modality, and PLOVER's auxiliary modes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import EventTypeRule, ModalRule
from nieuwsextract.rules.inflection import inflection_of

#: A governor this many steps above still colours the event.
_CLIMB = 3


@dataclass(frozen=True)
class Status:
    """How an event is told."""

    polarity: str
    modality: str
    auxiliary: list[str]


class Modality:
    """Answers from the markers in force; the parse is asked through ``clauses``."""

    def __init__(self, rules: RuleSet, support: dict[str, str], known: FunctionWords) -> None:
        self.support = support
        self.known = known
        inflection = inflection_of(rules)
        worden = inflection.conjugate("worden").finite
        self.present = {word for word in worden if word.startswith("wo")}
        self.spoken = {kind.id for kind in rules.of("eventtype", EventTypeRule) if kind.spoken}
        self.tables: dict[str, dict[str, str]] = defaultdict(dict)
        for rule in rules.of("modal", ModalRule):
            table = self.tables[rule.where]
            for word in rule.words:
                for form in inflection.all_forms(word) if rule.where == "governor" else (word,):
                    table.setdefault(form, rule.effect)

    def judge(self, trigger: Trigger, *, is_future: bool, is_undated: bool = False) -> Status:
        """Return polarity and modality.

        ``is_future``: its time lies after the publication date; ``is_undated``: that date is not known.
        """
        effects = list(self._effects(trigger))
        negative = effects.count("negative") % 2 == 1
        modality: str | None = trigger.form.reading.rule.modality
        modality = modality or next((e for e in effects if e != "negative"), None)
        if modality is None and is_future and not self._is_past(trigger):
            modality = "future"
        if modality is None and is_undated and self._is_announced(trigger):
            modality = "future"
        modality = modality or "asserted"
        auxiliary = ["negation"] * negative
        auxiliary += [{"future": "future", "possible": "hypothetical"}.get(modality, "")]
        return Status("neg" if negative else "pos", modality, [mode for mode in auxiliary if mode])

    def _is_past(self, trigger: Trigger) -> bool:
        """By the parse, or by the form: a participle that no ``wordt`` or ``zal`` makes present."""
        if clauses.tense(trigger.token) == "past":
            return True
        words = {aux.lower_ for aux in self._auxiliaries(trigger.token)}
        return trigger.form.kind == "participle" and not words & self.present

    def _is_announced(self, trigger: Trigger) -> bool:
        """``legt vrijdag het werk neer``: what a present tense tells of a day is to come, but for speech."""
        if trigger.event in self.spoken:
            return False
        verb = relations.governing_verb(trigger.token) if trigger.frame.nominal else trigger.token
        return verb is not None and clauses.tense(verb) == "present"

    def _effects(self, trigger: Trigger) -> Iterator[str]:
        token = trigger.token
        yield from self._at_word(token)
        if trigger.frame.nominal and trigger.form.kind != "word":
            yield from self._of_noun(token)
            return
        verb = relations.link_to_verb(token) if trigger.form.kind == "word" else token
        yield from self._in_clause(verb, token, trigger.tokens)
        yield from self._above(verb)

    def _of_noun(self, noun: Token) -> Iterator[str]:
        """What the verb says of an event noun: ``eist de vrijlating``, ``het overleg is mogelijk``."""
        verb = relations.governing_verb(noun)
        if verb is None:
            if relations.is_subject(noun) and (effect := self.tables["adverb"].get(noun.head.lower_)):
                yield effect
            yield from self._above(noun)
            return
        lemma = relations.full_lemma(verb)
        effect = self._governor(verb, lemma)
        if effect and not relations.is_subject(noun) and self._is_governed(noun):
            yield effect
            yield from self._in_clause(verb, noun)
        elif self._is_support(verb) and self._is_governed(noun):
            yield from self._in_clause(verb, noun)
            yield from self._above(verb)

    def _is_governed(self, noun: Token) -> bool:
        """Whether a noun is what a verb is about: its object, or by a preposition (``dreigen met``)."""
        preposition = clauses.preposition(noun)
        return preposition is None or preposition in self.known.governed_prepositions

    def _is_support(self, verb: Token) -> bool:
        return relations.full_lemma(verb) in self.support or relations.full_form(verb) in self.support

    def _governor(self, word: Token, lemma: str) -> str | None:
        return self.tables["governor"].get(lemma) or self.tables["governor"].get(word.lower_)

    def _at_word(self, token: Token) -> Iterator[str]:
        """``geen doden``, ``een mogelijke aanval``, ``zonder protest``."""
        for child in token.children:
            if child.i < token.i:
                effect = self.tables["determiner"].get(child.lower_)
                if effect is None and token.pos_ != "VERB":
                    effect = self.tables["adverb"].get(child.lower_)
                if effect:
                    yield effect

    def _in_clause(self, verb: Token, token: Token, own: Sequence[int] = ()) -> Iterator[str]:
        """Adverbs, auxiliaries and the conjunction of the verb's clause, and objects with ``geen``."""
        helping = self.tables["auxiliary"]
        if not clauses.is_passive(verb):
            helping = helping | self.tables["active auxiliary"]
        yield from (helping[aux.lower_] for aux in self._auxiliaries(verb) if aux.lower_ in helping)
        for child in verb.children:
            if child.i in own:
                continue
            word = child.lower_
            if relations.opens_clause(child) and (effect := self.tables["conjunction"].get(word)):
                yield effect
            elif word in self.tables["adverb"] and not self._is_contrast(child):
                yield self.tables["adverb"][word]
            elif child != token and relations.is_argument(child):
                yield from (e for e in self._at_word(child) if e == "negative")

    def _auxiliaries(self, verb: Token) -> Iterable[Token]:
        """The verb's own, or those that a coordinated verb shares."""
        own = clauses.auxiliaries(verb)
        while not own and relations.is_coordinated(verb) and not clauses.is_finite(verb):
            verb = verb.head
            own = clauses.auxiliaries(verb)
        return own

    def _above(self, token: Token) -> Iterator[str]:
        """What governs the clause or the noun: ``dreigt te``, ``het plan om``, ``eist dat``."""
        for _ in range(_CLIMB):
            governor = relations.governor(token)
            if governor is None:
                return
            effect = self._governor(governor, relations.full_lemma(governor))
            if effect and (clauses.is_verb(token) or self._is_governed(token)):
                yield effect
                if clauses.is_verb(governor):
                    yield from (e for e in self._in_clause(governor, token) if e == "negative")
                return
            if not clauses.is_verb(governor) or not relations.is_infinitival(token):
                return
            if effect := self.tables["auxiliary"].get(governor.lower_):
                yield effect
            yield from self._in_clause(governor, token)
            token = governor

    def _is_contrast(self, adverb: Token) -> bool:
        """``niet alleen X``: no denial."""
        after = adverb.i + 1
        return after < len(adverb.doc) and adverb.doc[after].lower_ in self.known.restrictives
