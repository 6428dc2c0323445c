"""Why pronouns and descriptions mean nobody, and whom they could have meant: for explanations only."""

from collections.abc import Iterator

from spacy.tokens import Doc

from nieuwsextract.pipeline.mentions.reading import Reading
from nieuwsextract.pipeline.verdicts import Passed, Verdict

#: So many of those who could have been meant are told.
_MOST = 3


def why_nobody(doc: Doc, reading: Reading) -> Iterator[Verdict]:
    """Yield the words that were looked at and are no mention of anybody."""
    resolved = {mention["start"] for note in doc._.nieuws_mentions for mention in note["mentions"]}
    for start, end, rule in reading.looked_at:
        words = doc[start:end]
        if words.start_char not in resolved:
            yield Verdict(rule, words.start_char, words.end_char, _why(reading, start))


def _why(reading: Reading, at: int) -> str:
    rule = reading.lexicon.pronouns.get(reading.doc[at].lower_)
    if rule is None:
        return "nobody named in the article is surely meant"
    if rule.function == "speaker":
        return "no quotation around it whose speaker is known"
    if reading.pronouns.ranked.get(at):
        return "somebody is meant whom the article does not name"
    if rule.number != "singular":
        return "several are meant, or the verb does not say whether it is one"
    return "nobody named before it fits"


def passed_antecedents(doc: Doc, reading: Reading) -> Iterator[Passed]:
    """Yield the people whom a resolved pronoun could have meant, and by how much they were less likely."""
    for at, ranked in sorted(reading.pronouns.ranked.items()):
        token = doc[at]
        for value, referent in ranked[1 : 1 + _MOST]:
            name = referent.draft.name if referent.draft else doc[referent.start : referent.end].text
            reason = f"less likely: {value:.1f} against {ranked[0][0]:.1f}"
            yield Passed(token.idx, token.text, "antecedent", name, reason)
