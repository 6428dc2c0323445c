"""Which language a text is in, by its most frequent function words: enough to warn, not to sort a library."""

import re
from collections import Counter
from functools import lru_cache

from nieuwsextract.rules import RuleSet
from nieuwsextract.rules.schema import LanguageRule

#: Below this many function words a text says too little.
MIN_EVIDENCE = 8
#: How many times as many words as Dutch another language must have: Afrikaans shares half of them.
MARGIN = 1.5
#: Function words are everywhere in a text: its beginning is enough.
SAMPLE = 5_000

_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str, rules: RuleSet) -> str | None:
    """Return the ISO 639-1 code of the language whose function words the text begins with, or None.

    In doubt between Dutch and another language it is Dutch: news is dropped on this judgement.
    """
    return _find(text[:SAMPLE], rules)


@lru_cache(maxsize=512)  # a batch asks before an article is read, and again for its record
def _find(beginning: str, rules: RuleSet) -> str | None:
    counts = Counter(word.lower() for word in _WORD.findall(beginning))
    scores = {
        rule.id: sum(counts[word] for word in rule.words) for rule in rules.of("language", LanguageRule)
    }
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None or scores[best] < MIN_EVIDENCE:
        return None
    return "nl" if MARGIN * scores.get("nl", 0) >= scores[best] else best
