"""From a trigger's grammar to its actors and recipients."""

from collections.abc import Iterable
from itertools import islice

from spacy.tokens import Token

from nieuwsextract.pipeline import clauses, relations
from nieuwsextract.pipeline.events.control import Control
from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.events.surroundings import Surroundings
from nieuwsextract.pipeline.events.triggers import Trigger
from nieuwsextract.rules.events import EventTypeRule

#: Prepositions of a noun's actor and recipient, whatever the rule says.
_BY = ("door",)
_OF = frozenset({"van"})
_BETWEEN = ("tussen",)
#: A noun by these only says when or why the verb happens: ``kwam om bij een oefening``.
_ASIDE = frozenset({"bij", "door", "na", "tijdens", "sinds", "wegens", "vanwege", "voor", "uit"})
_NO_NOUN = frozenset({"ADV", "ADP", "PUNCT", "CCONJ", "SCONJ", "INTJ", "SPACE"})
TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
#: A name that a verb's preposition introduces stands no further than this from it.
_NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_NAMED_REACH = 10
#: Classes of nouns that something befalls.
_ANIMATE = frozenset({"person", "animal", "group", "troops"})


class Arguments:
    """Finds the heads of actors and recipients; support verbs lend a noun their subject."""

    def __init__(self, types: dict[str, EventTypeRule], control: Control, known: FunctionWords) -> None:
        self.types = types
        self.control = control
        self.support = control.support
        self.no_participants = known.no_participants

    def find(self, trigger: Trigger, around: Surroundings) -> tuple[list[Token], list[Token]]:
        """Return the heads of the actors and of the recipients, each in text order."""
        if trigger.frame.nominal:
            actors, recipients = self._of_noun(trigger)
        else:
            actors, recipients = self._of_verb(trigger, around)
        if trigger.frame.oblique(_BETWEEN) is None:
            actors = _spread(actors)
        recipients = [head for head in _spread(recipients) if self.may_receive(head, trigger, around)]
        if not recipients and not (actors and not trigger.frame.passive):
            recipients = self._without_subject(trigger, around)
        taken = {head.i for head in actors}
        return actors, [head for head in recipients if head.i not in taken]

    def _of_verb(self, trigger: Trigger, around: Surroundings) -> tuple[list[Token], list[Token]]:
        frame, rule = trigger.frame, trigger.form.reading.rule
        is_asked, asked = self.control.of_infinitive(trigger.token)
        subject = self._real(asked if is_asked and not frame.passive else frame.subject)
        actors = [subject] if subject is not None and subject.i not in trigger.tokens else []
        objects = [noun for noun in map(self._real, frame.objects) if noun is not None]
        objects = [noun for noun in objects if noun.i not in trigger.tokens]
        if rule.roles == "affected":
            return (actors, objects) if frame.passive or not actors else ([], actors)
        recipients = [noun for noun in objects if self.may_receive(noun, trigger, around)]
        if trigger.named_by is not None:
            more, named = self._of_noun(trigger.named_by)
            actors, recipients = actors or more, recipients or named
        if not recipients and (rule.to or trigger.form.reading.beside):
            by = (*rule.to, *sorted(trigger.form.reading.beside))
            recipients = [noun for noun in [self._real(frame.oblique(by))] if noun is not None]
            recipients = recipients or self._named_behind(trigger, around)
        return actors, recipients

    def _of_noun(self, trigger: Trigger) -> tuple[list[Token], list[Token]]:
        noun, frame, rule = trigger.token, trigger.frame, trigger.form.reading.rule
        between = self._real(frame.oblique(_BETWEEN))
        if between is not None:
            first, *rest = clauses.coordinated(between)
            return [first], rest
        actor = self._real(frame.oblique(_BY))
        recipient = self._real(frame.oblique(rule.to)) if rule.to else None
        of = self._real(clauses.oblique(noun, _OF)) or self._real(relations.possessive(noun))
        if of is not None and rule.van == "recipient":
            recipient = recipient or of
        elif of is not None and rule.van is not None and actor is None:
            actor = of
        if actor is None and rule.van is not None:
            actor, recipient = self._from_adjective(noun, actor, recipient, rule.van)
        if trigger.form.kind == "word":
            said_of = self._real(_said_of(noun))
            if rule.roles == "affected":
                recipient = recipient or said_of
            else:
                actor = actor or said_of
        actor = actor or self._real(self.control.of_noun(noun) or self.control.of_relative(noun))
        actor, recipient = self._from_verb(trigger, actor, recipient)
        return [t for t in (actor,) if t is not None], [t for t in (recipient,) if t is not None]

    def _from_adjective(
        self, noun: Token, actor: Token | None, recipient: Token | None, van: str
    ) -> tuple[Token | None, Token | None]:
        """``de Russische aanval``: the people that the adjective names."""
        adjective = next((word for word in relations.attributes(noun) if word.ent_type_ == "NORP"), None)
        if adjective is None:
            return actor, recipient
        return (adjective, recipient) if van == "actor" else (actor or adjective, recipient)

    def _from_verb(
        self, trigger: Trigger, actor: Token | None, recipient: Token | None
    ) -> tuple[Token | None, Token | None]:
        """``Israël voerde een aanval uit``: the support verb's subject."""
        noun = trigger.token
        verb = relations.governing_verb(noun)
        if verb is None:
            return actor, recipient
        role = self.support.get(relations.full_form(verb)) or self.support.get(relations.full_lemma(verb))
        subject = self._real(clauses.acting_subject(verb))
        if role is None or subject is None or subject == noun or clauses.is_passive(verb):
            return actor, recipient
        if clauses.preposition(noun) in _ASIDE:
            return actor, recipient
        if role == "actor" and actor is None and not relations.is_subject(noun):
            return subject, recipient
        if role == "recipient" and recipient is None and not relations.is_subject(noun):
            return actor, subject
        return actor, recipient

    def _without_subject(self, trigger: Trigger, around: Surroundings) -> list[Token]:
        """``raakten veertien mensen gewond``: who undergoes it, where the parser found no subject."""
        word = trigger.token
        verb = relations.link_to_verb(word) if trigger.form.kind == "word" else word
        undergone = trigger.form.reading.rule.roles == "affected" or trigger.frame.passive
        if not undergone or not clauses.is_verb(verb):
            return []
        nouns = (noun for noun in map(self._real, relations.bare_nominals(verb)) if noun is not None)
        fitting = (noun for noun in nouns if noun.i not in trigger.tokens and _ANIMATE & around.of(noun))
        return [noun for noun in islice(fitting, 1) if self.may_receive(noun, trigger, around)]

    def _named_behind(self, trigger: Trigger, around: Surroundings) -> list[Token]:
        """``won met 1-0 van Tsjechië``: the name by the rule's preposition, whatever it was hung on."""
        to, at = trigger.form.reading.rule.to, trigger.token.i
        if trigger.form.kind != "finite" or not to:
            return []
        _, end = around.near(at, _NAMED_REACH)
        for word in trigger.token.doc[at + 1 : end]:
            if word.lower_ in to and relations.is_preposition(word):
                name = self._real(word.head)
                if name is not None and name.i > word.i and name.ent_type_ in _NAMED:
                    return [name]
            if word.is_punct or word.lower_ in _BY or (clauses.is_verb(word) and clauses.is_finite(word)):
                return []
        return []

    def may_receive(self, head: Token, trigger: Trigger, around: Surroundings) -> bool:
        """Whether the event's type may have such a recipient."""
        wanted = self.types[trigger.event].recipient
        return not wanted or head.ent_type_ == "ORG" or bool(frozenset(wanted) & around.of(head))

    def _real(self, token: Token | None) -> Token | None:
        """The head of a noun phrase if it may take part: no verb, no time, no word that stands for nobody."""
        if token is None or token.lower_ in self.no_participants or token.ent_type_ in TIMES:
            return None
        return None if _is_verb(token) else token


def _is_verb(token: Token) -> bool:
    """Whether a parser hung a verb where a noun phrase stands; a name is none."""
    is_finite = clauses.is_verb(token) and clauses.is_finite(token)
    return not token.ent_type and (token.pos_ == "AUX" or is_finite)


def _said_of(word: Token) -> Token | None:
    """``raakte gewond``, ``de gewonde man``: whom an adjective is said of."""
    if relations.is_attributive(word):
        return word.head
    if word.pos_ == "NOUN":
        return None
    return clauses.acting_subject(relations.link_to_verb(word))


def _spread(heads: Iterable[Token]) -> list[Token]:
    """The heads and what is coordinated with them, in text order."""
    found = {token.i: token for head in heads for token in clauses.coordinated(head)}
    nouns = (found[at] for at in sorted(found) if found[at].ent_type or found[at].pos_ not in _NO_NOUN)
    return [noun for noun in nouns if not _is_verb(noun)]
