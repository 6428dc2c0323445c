"""The rules compiled for look-up: word form → the reporting expressions that it may belong to."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from spacy.tokens import Doc

from nieuwsextract.pipeline.patterns import Patterns
from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.function_words import words_for
from nieuwsextract.rules.quotes import (
    AttributionRule,
    CueBlockRule,
    CueRule,
    NounCueRule,
    QuoteElement,
    QuoteWordsRule,
)

#: ``bare`` zegt; ``split`` kondigt (… aan); ``joined`` aankondigt; ``participle`` gezegd.
FormKind = Literal["bare", "split", "joined", "participle", "split participle"]


@dataclass(frozen=True)
class Lexicon:
    """What the finders look up; all words in lower case."""

    verbs: dict[str, list[tuple[CueRule, FormKind]]]
    #: The fixed words that each cue rule asks for besides its verb.
    needs: dict[str, frozenset[str]]
    nouns: dict[str, list[NounCueRule]]
    phrases: dict[str, list[AttributionRule]]
    blocks: dict[str, list[CueBlockRule]]
    words: dict[QuoteElement, frozenset[str]]
    name_particles: frozenset[str]
    patterns: Patterns

    def has(self, element: QuoteElement, word: str) -> bool:
        """Whether a word belongs to one of the closed classes."""
        return word in self.words[element]


def is_titled(doc: Doc, at: int, lexicon: Lexicon) -> bool:
    """Whether the words before a token announce a title or a nickname: ``bijgenaamd``, ``het boek``."""
    text = " ".join(token.lower_ for token in doc[max(0, at - 4) : at]).rstrip(" :")
    return any(text == word or text.endswith(" " + word) for word in lexicon.words["no_quote"])


@lru_cache(maxsize=8)
def compile_lexicon(rules: RuleSet) -> Lexicon:
    """Return the look-up tables of a rule set; the same object for the same set."""
    verbs: dict[str, list[tuple[CueRule, FormKind]]] = defaultdict(list)
    for rule in rules.of("cue", CueRule):
        for form, kind in _forms(rule):
            verbs[form].append((rule, kind))
    phrases: dict[str, list[AttributionRule]] = defaultdict(list)
    for phrase in rules.of("attribution", AttributionRule):
        phrases[phrase.words[0]].append(phrase)
    nouns: dict[str, list[NounCueRule]] = defaultdict(list)
    for noun in rules.of("cue_noun", NounCueRule):
        for form in noun.forms:
            nouns[form].append(noun)
    blocks: dict[str, list[CueBlockRule]] = defaultdict(list)
    for block in rules.of("cue_block", CueBlockRule):
        blocks[block.cue].append(block)
    words: dict[QuoteElement, set[str]] = {element: set() for element in get_args(QuoteElement)}
    for group in rules.of("quote_words", QuoteWordsRule):
        words[group.element].update(group.words)
    return Lexicon(
        verbs=dict(verbs),
        needs={rule.id: frozenset(" ".join(rule.words).split()) for rule in rules.of("cue", CueRule)},
        nouns=dict(nouns),
        phrases={first: sorted(found, key=lambda p: -len(p.words)) for first, found in phrases.items()},
        blocks=dict(blocks),
        words={element: frozenset(found) for element, found in words.items()},
        name_particles=words_for(rules, "name_particle"),
        patterns=Patterns(rules),
    )


def _forms(rule: CueRule) -> list[tuple[str, FormKind]]:
    """Every form in which a cue's verb may stand in the text."""
    if rule.particle is None:
        found: list[tuple[str, FormKind]] = [(form, "bare") for form in rule.forms]
    else:
        found = [(form, "split") for form in rule.forms]
        found += [(rule.particle + form, "joined") for form in rule.forms]
    if rule.participle:
        found.append((rule.participle, "participle"))
        if rule.particle:
            found.append((rule.participle.removeprefix(rule.particle), "split participle"))
    return list(dict.fromkeys(found))
