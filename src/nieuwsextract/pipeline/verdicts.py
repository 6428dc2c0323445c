"""What the rules that looked at a word made of it: for explanations only, never on the normal path."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from nieuwsextract.pipeline.notes import Chars

#: Why a rule that has one of its words makes nothing of it: the commonest and least telling reason.
INCOMPLETE = "its other words are missing, or another particle stands with it"
#: Why a rule is refused whose conditions do not hold; what follows it says which.
UNMET = "its conditions do not hold"


@dataclass(frozen=True)
class Verdict:
    """A rule that looked at a word (characters, end exclusive); ``reason`` says why not, None: it applied.

    ``did`` says what an applied rule did where no item shows it.
    """

    rule: str
    start: int
    end: int
    reason: str | None
    did: str | None = None


@dataclass(frozen=True)
class Passed:
    """Somebody who was not taken for ``part`` (speaker, actor) of the item that starts at a character."""

    at: int
    words: str
    part: str
    name: str
    reason: str


@dataclass(frozen=True)
class Look:
    """A rule that found one of its words at a token, and why it made nothing of it; None: it could."""

    rule: str
    token: int
    reason: str | None


def judge(
    doc: Doc, looks: Iterable[Look], made: Iterable[tuple[str, list[Chars]]], lost: str
) -> Iterator[Verdict]:
    """Set looks beside the items made, (rule, spans of its cue or trigger): applied, refused, or ``lost``."""
    items = list(made)
    for look in looks:
        token = doc[look.token]
        start, end = token.idx, token.idx + len(token)
        there = [rule for rule, spans in items if any(s < end and start < e for s, e in spans)]
        if look.reason is not None:
            yield Verdict(look.rule, start, end, look.reason)
        elif look.rule in there:
            yield Verdict(look.rule, start, end, None)
        else:
            yield Verdict(look.rule, start, end, f"{there[0]} fits better" if there else lost)
