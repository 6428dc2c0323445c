"""What a document's words are, looked up once: in lower case, by sentence, by class of noun, by topic."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import relations
from nieuwsextract.pipeline.events.classes import NounClasses
from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.words import words_of

#: So many different sporting words, and one in so many tokens, make a sports report.
_SPORT = "sport"
_SPORT_WORDS = 3
_SPORT_SHARE = 60
_SPORT_IN_SENTENCE = 2
#: Of them so many say nothing else: `koers`, `seizoen` and `meter` are not of sport alone.
_AMBIGUOUS = "ambiguoussport"
_SPORT_SURE = 2
#: An article speaks of something when so many of its words are of the class.
_TOPIC_WORDS = 3

Bounds = tuple[int, int]


class Surroundings:
    """The words around every trigger of one document; ``known`` are the function words in force."""

    def __init__(self, doc: Doc, classes: NounClasses, known: FunctionWords) -> None:
        self.doc = doc
        self.classes = classes
        self.known = known
        words = words_of(doc)
        self.lower = words.lower
        self._bounds: list[Bounds] = []
        for sentence in doc.sents:
            self._bounds += [(sentence.start, sentence.end)] * (sentence.end - sentence.start)
        self._members: dict[str, list[int]] = {}
        for at, (word, label) in enumerate(zip(self.lower, words.read("ENT_TYPE"), strict=True)):
            for name in classes.of_word(word, label, self.lower, at):
                self._members.setdefault(name, []).append(at)
        self._sentence_words: dict[int, frozenset[str]] = {}
        self.sport = self._is_sport()

    def of(self, token: Token) -> frozenset[str]:
        """Return the classes of a token; of ``een aantal Kamerleden`` those of what is counted too."""
        found = self.classes.of(token)
        if token.lower_ not in self.known.quantifiers:
            return found
        return found.union(*(self.classes.of(noun) for noun in relations.counted(token)))

    def sentence(self, at: int) -> Bounds:
        """Return the tokens of the sentence that a token stands in, end exclusive."""
        return self._bounds[at]

    def words(self, at: int) -> frozenset[str]:
        """Return the words (lower case) of the sentence that a token stands in."""
        start, end = self._bounds[at]
        if start not in self._sentence_words:
            self._sentence_words[start] = frozenset(self.lower[start:end])
        return self._sentence_words[start]

    def near(self, at: int, reach: int) -> Bounds:
        """Return the tokens of the sentence no further than ``reach`` from a token, end exclusive."""
        start, end = self._bounds[at]
        return max(start, at - reach), min(end, at + reach)

    def in_sentence(self, at: int, name: str, without: frozenset[int]) -> bool:
        """Whether a noun of a class stands in the sentence, other than the trigger's own tokens."""
        return any(other not in without for other in self._in_sentence(at, name))

    def is_sporting(self, at: int) -> bool:
        """Whether the text is a sports report, or the sentence speaks of sport in several words."""
        if self.sport:
            return True
        words = {self.lower[other] for other in self._in_sentence(at, _SPORT)}
        return len(words) >= _SPORT_IN_SENTENCE

    def is_topic(self, at: int, name: str, without: frozenset[int]) -> bool:
        """Whether the article, or this sentence, speaks of a class of things."""
        if name == _SPORT:
            return self.is_sporting(at)
        return len(self._members.get(name, ())) >= _TOPIC_WORDS or self.in_sentence(at, name, without)

    def _in_sentence(self, at: int, name: str) -> list[int]:
        """The nouns of a class in the sentence of a token."""
        start, end = self._bounds[at]
        members = self._members.get(name, [])
        return members[bisect_left(members, start) : bisect_left(members, end)]

    def _is_sport(self) -> bool:
        if str(self.doc._.nieuws_article.get("section") or "").lower().startswith(_SPORT):
            return True
        words = [self.lower[at] for at in self._members.get(_SPORT, ())]
        if len(set(words)) < _SPORT_WORDS or len(words) * _SPORT_SHARE < len(self.doc):
            return False
        doubtful = {self.lower[at] for at in self._members.get(_AMBIGUOUS, ())}
        return len(set(words) - doubtful) >= _SPORT_SURE
