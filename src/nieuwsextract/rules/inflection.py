"""Dutch inflection: the forms of a verb or noun from its lemma; irregular verbs and prefixes are rules.

Spelling alone does not always tell the stress, so both candidates are given (``weiger``, ``weigeer``): a form
that no text has does no harm.
"""

from dataclasses import dataclass
from functools import lru_cache

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.events import VerbRule
from nieuwsextract.rules.function_words import words_for

_VOWELS = "aeiou"
#: Letters; a shorter word is no infinitive of a regular verb.
_SHORTEST = 3


@dataclass(frozen=True)
class VerbForms:
    """A verb's forms in lower case; the infinitive is in neither set."""

    finite: frozenset[str]
    participles: frozenset[str]


class Inflection:
    """The forms of words by the verbs and prefixes of a rule set."""

    def __init__(self, rules: RuleSet) -> None:
        self._irregular = {verb.id: verb for verb in rules.of("verb", VerbRule)}
        self._unstressed = tuple(sorted(words_for(rules, "unstressed_prefix")))
        #: Of other first syllables only the dictionary knows whether they are stressed.
        self._inseparable = (*self._unstressed, *sorted(words_for(rules, "inseparable_prefix")))

    def conjugate(self, infinitive: str) -> VerbForms:
        """Return the forms of a verb without particle; a prefixed one follows its base (``bezoeken``)."""
        if rule := self._irregular.get(infinitive):
            return VerbForms(frozenset((*rule.present, *rule.past)), _inflected(rule.participle))
        for prefix in self._inseparable:
            base = self._irregular.get(infinitive.removeprefix(prefix))
            if base and _has_prefix(infinitive, (prefix,)):
                return self._prefixed(prefix, base)
        return self._regular(infinitive)

    def all_forms(self, word: str) -> frozenset[str]:
        """Return every form of a verb with its particle joined (``uitvoerde``), or of a noun."""
        if not word.endswith("en"):
            return noun_forms(word)
        longer = (verb for verb in self._irregular if word.endswith(verb) and len(word) > len(verb))
        base = next(longer, None)
        if base is None or word in self._irregular:
            forms = self.conjugate(word)
            return frozenset({word}) | forms.finite | forms.participles
        forms, prefix = self.conjugate(base), word[: -len(base)]
        return frozenset({word}) | {prefix + form for form in forms.finite | forms.participles}

    def _prefixed(self, prefix: str, base: VerbRule) -> VerbForms:
        finite = frozenset(prefix + form for form in (*base.present, *base.past))
        bare = [form.removeprefix("ge") for form in base.participle]
        participles = [prefix + form for form in bare]
        if prefix not in self._unstressed:
            participles += [prefix + form for form in base.participle]
        return VerbForms(finite, _inflected(tuple(participles)))

    def _regular(self, infinitive: str) -> VerbForms:
        if len(infinitive) < _SHORTEST:
            return VerbForms(frozenset(), frozenset())
        root = infinitive.removesuffix("n") if infinitive[-2] != "e" else infinitive.removesuffix("en")
        finite: set[str] = set()
        participles: list[str] = []
        for stem in _stems(root):
            voiceless = _devoiced(stem)
            present_t = voiceless if voiceless.endswith("t") else voiceless + "t"
            dental = (
                "t"
                if stem.endswith(("t", "k", "f", "s", "ch", "sh", "p", "x", "c")) and stem[-1] == root[-1]
                else "d"
            )
            finite |= {voiceless, present_t, voiceless + dental + "e", voiceless + dental + "en"}
            participle = voiceless if voiceless.endswith(("d", "t")) else voiceless + dental
            prefixes = [] if _has_prefix(infinitive, self._unstressed) else ["ge"]
            if not prefixes or _has_prefix(infinitive, self._inseparable):
                prefixes.append("")
            participles += [_join(prefix, participle) for prefix in prefixes]
        return VerbForms(frozenset(finite), _inflected(tuple(participles)))


@lru_cache(maxsize=4)
def inflection_of(rules: RuleSet) -> Inflection:
    """Return the inflection of a rule set; the same object for the same set."""
    return Inflection(rules)


def noun_forms(noun: str) -> frozenset[str]:
    """Return a noun and its possible plurals."""
    if noun.endswith("heid"):
        return frozenset((noun, noun[:-4] + "heden"))
    if noun.endswith("e"):
        return frozenset((noun, noun + "n", noun + "s"))
    forms = {noun, noun + "s", noun + "'s", noun + "en", _shorten(noun) + "en", _double(noun) + "en"}
    forms |= {_voiced(form[:-2]) + "en" for form in tuple(forms) if form.endswith("en")}
    return frozenset(forms)


def _inflected(participles: tuple[str, ...]) -> frozenset[str]:
    forms = set(participles)
    forms |= {form + "e" for form in participles if not form.endswith("en")}
    forms |= {_shorten(form) + "e" for form in participles if not form.endswith("en")}
    forms |= {_double(form) + "e" for form in participles if not form.endswith("en")}
    return frozenset(forms)


def _has_prefix(infinitive: str, prefixes: tuple[str, ...]) -> bool:
    """Whether a verb stands behind the prefix: ``be-togen``, but ``bellen``, ``beven``."""
    rests = (infinitive.removeprefix(prefix) for prefix in prefixes if infinitive.startswith(prefix))
    return any(len(rest) > 3 and (rest[0] != rest[1] or rest[0] in _VOWELS) for rest in rests)


def _join(prefix: str, participle: str) -> str:
    """``ge`` + ``eist`` → ``geëist``."""
    trema = {"e": "ë", "i": "ï"}.get(participle[0]) if prefix else None
    return prefix + (trema + participle[1:] if trema else participle)


def _stems(root: str) -> tuple[str, ...]:
    """``stopp`` → ``stop``; ``prat`` → ``praat``, an open syllable's vowel being long; both for an ``e``."""
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in _VOWELS:
        return (root[:-1],)
    if root.endswith("ër"):
        return (root[:-2] + ("ëer" if root[-3:-2] == "e" else "eer"),)
    if root.endswith("uer"):
        return (root[:-1] + "er",)
    if len(root) < 3 or root[-1] in _VOWELS + "wj" or root[-2] not in "aeou" or root[-3] in _VOWELS:
        return (root,)
    lengthened = root[:-1] + root[-2] + root[-1]
    return (root, lengthened) if root[-2] == "e" else (lengthened,)


def _devoiced(stem: str) -> str:
    """``leev`` → ``leef``, ``reiz`` → ``reis``."""
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])


def _voiced(stem: str) -> str:
    return stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1:], stem[-1:])


def _shorten(word: str) -> str:
    """``akkoord`` stays, ``raad`` → ``rad``: one of two equal vowels before a last consonant."""
    if len(word) > 3 and word[-1] not in _VOWELS and word[-2] == word[-3] and word[-2] in _VOWELS:
        return word[:-2] + word[-1]
    return word


def _double(word: str) -> str:
    """``aanval`` → ``aanvall``."""
    closed = len(word) > 2 and word[-1] not in _VOWELS + "jw"
    is_short = closed and word[-2] in _VOWELS and word[-3] not in _VOWELS
    return word + word[-1] if is_short else word
