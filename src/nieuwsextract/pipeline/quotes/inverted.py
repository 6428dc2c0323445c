"""What was said before its cue: ``De brug gaat dicht, zegt de wethouder``; or after a colon."""

from spacy.tokens import Doc

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import (
    Found,
    clause_start,
    content_end,
    is_finite_form,
    is_said,
    last_before,
)
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import opens_medium

#: What begins a description of the speaker, or of another: ``zegt Kan, hoogleraar in Leiden``.
_DESCRIBING = {"NOUN", "PROPN", "DET", "ADJ", "NUM"}


def find_inverted(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> Found | None:
    """``…, zegt X``: the words before the comma, and those after it that go on."""
    comma = comma_before(doc, cue)
    if comma is None or not _can_follow(cue, source):
        return None
    begin = clause_start(doc, cue.sentence, comma)
    rest = _rest(doc, cue, source, lexicon)
    if rest is not None and comma > begin and _completes(doc, begin, comma, rest, lexicon):
        return [(begin, comma), rest], 0.85
    if not _could_be_said(doc, cue, begin, comma, lexicon):
        return None
    more = _continuation(doc, cue, source, cues, lexicon)
    return [(begin, comma), *([more] if more else [])], 0.9


def _can_follow(cue: Cue, source: Source | None) -> bool:
    """Whether a cue stands as one that follows what was said: a finite verb with its speaker after it."""
    if not cue.takes("speech") or cue.finite is None:
        return False
    return cue.rule.source != "subject" if source is None else source.start > cue.finite


def _could_be_said(doc: Doc, cue: Cue, begin: int, comma: int, lexicon: Lexicon) -> bool:
    words = [
        i for i in cue.sentence.own if begin <= i < comma and not doc[i].is_punct and not doc[i].is_space
    ]
    held = [child for child in cue.sentence.children if begin <= child.start < comma]
    first = doc[words[0]] if words else None
    if len(words) + sum(child.end - child.start for child in held) < 2:
        return first is not None and first.pos_ == "INTJ"
    opens = first and first.pos_ not in ("ADP", "ADV")
    if (
        first
        and opens
        and lexicon.has("adverbial_clause", first.lower_)
        and not _has_main_clause(doc, begin, comma)
    ):
        return False
    return is_said(doc, cue.sentence, begin, comma, lexicon)


def _rest(doc: Doc, cue: Cue, source: Source | None, lexicon: Lexicon) -> tuple[int, int] | None:
    """``Het kabinet, vindt Kan, mist een verhaal``: what follows the comma after cue and source."""
    last = max(last_before(cue, source), *cue.tokens)
    comma = next((i for i in cue.sentence.own if last < i <= last + 6 and doc[i].text == ","), None)
    if comma is None or comma + 2 >= cue.sentence.end or lexicon.has("connective", doc[comma + 1].lower_):
        return None
    return comma + 1, cue.sentence.end


def _completes(doc: Doc, begin: int, comma: int, rest: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the words after cue and speaker complete the clause before them.

    ``Het kabinet, vindt Kan, mist een verhaal``; ``Als het regent, zegt Kan, loopt de kelder onder``; ``Ze
    was, zegt ze, doodsbang``; but ``Het lekt, zegt Kan, loodgieter van beroep``.
    """
    opener = doc[rest[0]]
    goes_on = is_finite_form(opener)
    if not any(is_finite_form(doc[i]) for i in range(begin, comma)):
        return goes_on or lexicon.has("stop", opener.lower_)
    adverbial = lexicon.has("adverbial_clause", doc[begin].lower_)
    if adverbial and goes_on and not _has_main_clause(doc, begin, comma):
        return True
    if opener.lower_ == "dat" and opener.pos_ == "SCONJ":
        return True
    if any(is_finite_form(doc[i]) for i in range(*rest)):
        return False
    described = opener.pos_ in _DESCRIBING or "Part" in opener.morph.get("VerbForm", [])
    return _ends_open(doc, begin, comma) or not (described or opens_medium(doc, rest[0], lexicon))


def _ends_open(doc: Doc, begin: int, comma: int) -> bool:
    """Whether a clause breaks off at its finite verb: ``Het is nu``, ``Hij heeft het``."""
    last = comma - 1
    while last > begin and (doc[last].pos_ in ("ADV", "PRON") or doc[last].is_punct):
        last -= 1
    return is_finite_form(doc[last])


def _has_main_clause(doc: Doc, begin: int, comma: int) -> bool:
    """``Als de bouw begint, wordt het duur, zegt …``: a verb right after a comma begins the main clause."""
    return any(doc[i].text == "," and clauses.is_verb(doc[i + 1]) for i in range(begin, comma - 1))


def comma_before(doc: Doc, cue: Cue) -> int | None:
    """The comma right before the finite verb; ``zo`` or a fronted phrase of a few words may stand between."""
    own = cue.sentence.own
    place = own.index(cue.anchor)
    if place and doc[own[place - 1]].lower_ == "zo":
        place -= 1
    if place and doc[own[place - 1]].text in (",", "–", "-", ";"):
        return own[place - 1]
    return None


def _continuation(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> tuple[int, int] | None:
    """``…, zegt ze, want …``: the paraphrase goes on after the cue."""
    after = [i for i in cue.sentence.own if i > last_before(cue, source) and i not in cue.tokens]
    comma = next((i for i in after if doc[i].text == ","), None)
    if comma is None or comma + 1 >= cue.sentence.end:
        return None
    end = content_end(doc, cue.sentence, comma + 1, [], cues, lexicon)
    told = [c for c in cues if comma < c.anchor < end and c.finite == c.verb and c.takes("speech")]
    goes_on = lexicon.has("stop", doc[comma + 1].lower_) or _is_main_clause(doc, comma + 1, end, lexicon)
    return (comma + 1, end) if goes_on and not told else None


def _is_main_clause(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """``…, zegt X, alleen hier zijn vrouwen onzichtbaar``: more that is said, not what X does meanwhile."""
    opener = doc[start]
    pointing = lexicon.has("pointing", opener.lower_) and is_finite_form(doc[start + 1])
    subordinate = lexicon.has("relative", opener.lower_) and not pointing
    if opener.pos_ in ("SCONJ", "CCONJ", "VERB", "AUX") or subordinate:
        return False
    finite = next((i for i in range(start, end) if is_finite_form(doc[i])), None)
    return finite is not None and finite + 2 < end


def find_after_colon(
    doc: Doc, cue: Cue, source: Source | None, cues: list[Cue], lexicon: Lexicon
) -> Found | None:
    """``X zei: ga maar``: the words after a colon, without quotation marks."""
    if not cue.takes("speech") or cue.finite is None:
        return None
    last = max(last_before(cue, source), *cue.tokens)
    colon = next((i for i in cue.sentence.own if last < i <= last + 6 and doc[i].text == ":"), None)
    if colon is None or not any(i > colon + 1 and not doc[i].is_punct for i in cue.sentence.own):
        return None
    return [(colon + 1, cue.sentence.end)], 0.8
