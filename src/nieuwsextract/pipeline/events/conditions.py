"""Whether what a rule asks for is there: classes of arguments, words in the sentence, the text's topic."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.events.classes import NounClasses
from nieuwsextract.pipeline.events.frames import Frame
from nieuwsextract.rules.events import Condition

#: So many different sporting words, and one in so many tokens, make a sports report.
_SPORT = "sport"
_SPORT_WORDS = 3
_SPORT_SHARE = 45
_SPORT_IN_SENTENCE = 2
#: An article speaks of something when so many of its words are of the class.
_TOPIC_WORDS = 3
#: A word that must follow a verb stands so near.
_NEAR = 14
#: Who acts opens the sentence within so many words.
_OPENING = 5
_ACTING = frozenset({"PERSON", "GPE", "ORG", "NORP"})


class Surroundings:
    """A document's nouns by class, sentence by sentence, counted when first asked for."""

    def __init__(self, doc: Doc, classes: NounClasses) -> None:
        self.classes = classes
        self._by_sentence: dict[int, dict[str, list[int]]] = {}
        self.topics = self._count(doc)
        self.sport = self._is_sport(doc)

    def of(self, token: Token) -> frozenset[str]:
        """Return the classes of a token."""
        return self.classes.of(token)

    def in_sentence(self, sentence: Span, name: str, without: frozenset[int]) -> bool:
        """Whether a noun of a class stands in the sentence, other than the trigger's own tokens."""
        if sentence.start not in self._by_sentence:
            found: dict[str, list[int]] = {}
            for token in sentence:
                for each in self.classes.of(token):
                    found.setdefault(each, []).append(token.i)
            self._by_sentence[sentence.start] = found
        return any(at not in without for at in self._by_sentence[sentence.start].get(name, ()))

    def is_sporting(self, sentence: Span) -> bool:
        """Whether the text is a sports report, or the sentence speaks of sport in several words."""
        if self.sport:
            return True
        words = {token.lower_ for token in sentence if "sport" in self.classes.of(token)}
        return len(words) >= _SPORT_IN_SENTENCE

    def is_topic(self, name: str, sentence: Span, without: frozenset[int]) -> bool:
        """Whether the article, or this sentence, speaks of a class of things."""
        if name == _SPORT:
            return self.is_sporting(sentence)
        return len(self.topics.get(name, ())) >= _TOPIC_WORDS or self.in_sentence(sentence, name, without)

    def _count(self, doc: Doc) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for token in doc:
            for name in self.classes.of(token):
                found.setdefault(name, []).append(token.lower_)
        return found

    def _is_sport(self, doc: Doc) -> bool:
        if str(doc._.nieuws_article.get("section") or "").lower().startswith(_SPORT):
            return True
        words = self.topics.get(_SPORT, [])
        return len(set(words)) >= _SPORT_WORDS and len(words) * _SPORT_SHARE >= len(doc)


def fits(
    rule: Condition, frame: Frame, token: Token, own: frozenset[int], around: Surroundings
) -> int | None:
    """Return how many conditions of a rule are met around a trigger; None when one is not."""
    met = [
        _subject(rule, frame, token, around),
        _object(rule, frame, token, own, around),
        _anywhere(rule.about, token, own, around),
        _predicate(rule.predicate, token, around),
        _beside(rule.prepositions, token),
        _topic(rule, token, own, around),
    ]
    if any(one is None for one in met) or _is_excluded(rule, frame, token, own, around):
        return None
    return sum(one for one in met if one)


def _subject(rule: Condition, frame: Frame, token: Token, around: Surroundings) -> int | None:
    """As ``_role``; where the parser confused subject and object, or lost it, by the order of words."""
    found = _role(rule.subject, [frame.subject] if frame.subject else [], around, unknown=True)
    if found is not None or frame.passive:
        return found
    wanted = frozenset(rule.subject)
    if not clauses.is_verb(token) or wanted & around.of(frame.subject or token):
        return None
    swapped = next((noun for noun in frame.objects if noun.i < token.i and wanted & around.of(noun)), None)
    if swapped is not None:
        frame.subject, frame.objects = swapped, [frame.subject] if frame.subject else []
        return 1
    opening = token.doc[token.sent.start : min(token.i, token.sent.start + _OPENING)]
    first = next(
        (other for other in opening if other.ent_type_ in _ACTING and wanted & around.of(other)), None
    )
    if first is None or first.head.i != token.i:
        return None
    frame.objects = [*([frame.subject] if frame.subject else []), *frame.objects]
    frame.subject = first
    return 1


def _role(names: Iterable[str], heads: list[Token], around: Surroundings, *, unknown: bool) -> int | None:
    """2 when an argument is of one of the classes, None when it is of none; unknown passes if told so."""
    wanted = frozenset(names)
    if not wanted:
        return 0
    if not heads:
        return 0 if unknown else None
    return 2 if any(wanted & around.of(head) for head in heads) else None


def _object(
    rule: Condition, frame: Frame, token: Token, own: frozenset[int], around: Surroundings
) -> int | None:
    if rule.no_clause and clauses.has_clause(token):
        return None
    if rule.intransitive:
        return None if frame.objects or (frame.passive and frame.subject) else 1
    if not rule.object:
        return 0
    if frame.objects:
        return _role(rule.object, frame.objects, around, unknown=False)
    if token.pos_ == "NOUN" or not token.has_dep():
        return _anywhere(rule.object, token, own, around) or 0
    wanted = frozenset(rule.object)
    nouns = (
        other
        for other in token.sent
        if other.pos_ in ("NOUN", "PROPN") and other.i not in own and other != frame.subject
    )
    return 1 if any(wanted & around.of(noun) and abs(noun.i - token.i) <= _NEAR for noun in nouns) else None


def _anywhere(names: Iterable[str], token: Token, own: frozenset[int], around: Surroundings) -> int | None:
    names = tuple(names)
    if not names:
        return 0
    sentence = token.sent
    return 1 if any(around.in_sentence(sentence, name, own) for name in names) else None


def _predicate(names: Iterable[str], token: Token, around: Surroundings) -> int | None:
    """``wordt premier``: the noun that the verb links to its subject."""
    wanted = frozenset(names)
    if not wanted:
        return 0
    linked = [child for child in token.children if child.dep_ in ("xcomp", "obj")]
    if token.dep_ == "cop" or token.pos_ == "AUX":
        linked.append(token.head)
    fitting = (noun for noun in linked if noun.pos_ == "NOUN" and wanted & around.of(noun))
    return 2 if any(fitting) else None


def _beside(words: Iterable[str], token: Token) -> int | None:
    wanted = frozenset(words)
    if not wanted:
        return 0
    return 1 if stands_beside(token, wanted) else None


def stands_beside(token: Token, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands in the sentence near the trigger (``erop`` counts for ``op``)."""
    sentence = token.sent
    start, end = max(sentence.start, token.i - _NEAR), min(sentence.end, token.i + _NEAR)
    return any(
        other.lower_ in wanted or other.lower_.removeprefix("er").removeprefix("daar") in wanted
        for other in token.doc[start:end]
        if other.i != token.i
    )


def _topic(rule: Condition, token: Token, own: frozenset[int], around: Surroundings) -> int | None:
    if any(around.is_topic(name, token.sent, own) for name in rule.topic_not):
        return None
    if not rule.topic:
        return 0
    return 1 if any(around.is_topic(name, token.sent, own) for name in rule.topic) else None


def _is_excluded(
    rule: Condition, frame: Frame, token: Token, own: frozenset[int], around: Surroundings
) -> bool:
    subject = [frame.subject] if frame.subject else []
    return (
        bool(_role(rule.subject_not, subject, around, unknown=True))
        or bool(_role(rule.object_not, frame.objects, around, unknown=True))
        or bool(_anywhere(rule.about_not, token, own, around))
    )
