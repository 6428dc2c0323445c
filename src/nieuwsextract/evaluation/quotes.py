"""Quotes against gold: content by overlap, per type; of loose matches the cue, source and speaker.

Loose is an overlap (shared ÷ all characters) of at least 0.3, strict of at least 0.8, one to one. Annotators
differ in whether speech after the cue's sentence is the same quote, so direct quotes are scored once more
with the neighbouring quotations of one speaker in a paragraph joined, on both sides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nieuwsextract.evaluation.gold import GoldArticle, GoldQuote
from nieuwsextract.evaluation.scores import Chars, Counts, Scores, pair
from nieuwsextract.records import ArticleRecord, Quote, TextSpan

LOOSE = 0.3
STRICT = 0.8

Matches = list[tuple[GoldQuote, Quote]]


def score_quotes(gold: GoldArticle, record: ArticleRecord) -> Scores:
    """Return counts of contents, and of cue, source and speaker in loose matches; empty without gold."""
    if gold.quotes is None:
        return {}
    loose = match_quotes(gold.quotes, record.quotes, LOOSE)
    strict = match_quotes(gold.quotes, record.quotes, STRICT)
    found, wanted = len(record.quotes), len(gold.quotes)
    scores = {
        "quotes, loose": Counts(len(loose), found, wanted),
        "quotes, strict": Counts(len(strict), found, wanted),
    }
    for name, types in (("direct", {"direct"}), ("indirect and mixed", {"indirect", "mixed"})):
        for degree, matches in (("loose", loose), ("strict", strict)):
            scores[f"quotes {name}, {degree}"] = _of_types(gold.quotes, record.quotes, matches, types)
    scores["quotes direct, loose, turns joined"] = _score_turns(gold, record)
    return scores | _score_parts(loose)


def match_quotes(gold: Sequence[GoldQuote], quotes: Sequence[Quote], least: float) -> Matches:
    """Pair gold quotes with ours by the overlap of their contents, one to one."""
    pairs = pair([_content(quote) for quote in quotes], [quote.content for quote in gold], least)
    return [(gold[j], quotes[i]) for i, j in pairs]


def _content(quote: Quote) -> list[Chars]:
    return [(span.start, span.end) for span in quote.content]


def _of_types(
    gold: Sequence[GoldQuote], quotes: Sequence[Quote], matches: Matches, types: set[str]
) -> Counts:
    """Count matches whose both sides are of these types."""
    right = sum(one.type in types and other.quote_type in types for one, other in matches)
    found = sum(quote.quote_type in types for quote in quotes)
    return Counts(right, found, sum(quote.type in types for quote in gold))


def _score_parts(matches: Matches) -> Scores:
    """Accuracies: of the matches whose gold has the part, how many have it right."""
    cues = [_touch(quote.cue.spans if quote.cue else [], one.cue) for one, quote in matches if one.cue]
    sources = [_touch([quote.source], [one.source]) for one, quote in matches if one.source]
    named = [has_speaker(quote, one) for one, quote in matches if one.speaker and ";" not in one.speaker]
    nulls = [quote.speaker is None for one, quote in matches if one.speaker is None]
    parts = (("cue", cues), ("source", sources), ("speaker", named), ("speaker null", nulls))
    return {f"quote {part}": Counts(sum(right), len(right), len(right)) for part, right in parts}


def _touch(spans: Sequence[TextSpan | None], wanted: Sequence[Chars | None]) -> bool:
    return any(
        span.start < theirs[1] and theirs[0] < span.end
        for span in spans
        for theirs in wanted
        if span and theirs
    )


def has_speaker(quote: Quote, gold: GoldQuote) -> bool:
    """Whether a quote's speaker has the name that gold gives."""
    names = [(name or "").casefold().split() for name in (quote.speaker and quote.speaker.name, gold.speaker)]
    return names[0] == names[1]


@dataclass
class _Turn:
    content: list[Chars]
    speaker: str | None


def _score_turns(gold: GoldArticle, record: ArticleRecord) -> Counts:
    wanted = _join(
        gold.text, [(q.content, q.speaker, bool(q.cue)) for q in gold.quotes or [] if q.type == "direct"]
    )
    ours = _join(
        gold.text,
        [
            (_content(q), q.speaker.name if q.speaker else None, q.cue is not None)
            for q in record.quotes
            if q.quote_type == "direct"
        ],
    )
    return Counts(len(pair(ours, wanted, LOOSE)), len(ours), len(wanted))


def _join(text: str, quotes: list[tuple[list[Chars], str | None, bool]]) -> list[list[Chars]]:
    """Join a quotation without a cue to the one before it in the paragraph, if one speaker says both."""
    turns: list[_Turn] = []
    for content, speaker, has_cue in sorted(quotes, key=lambda quote: quote[0]):
        last = turns[-1] if turns else None
        between = text[last.content[-1][1] : content[0][0]] if last else "\n"
        if last and not has_cue and speaker == last.speaker and "\n" not in between and between:
            last.content = [*last.content, *content]
        else:
            turns.append(_Turn(list(content), speaker))
    return [turn.content for turn in turns]


def list_errors(gold: GoldArticle, record: ArticleRecord) -> Iterator[str]:
    """Yield a line for each quote missed, made up, cut wrongly, or given to the wrong speaker."""
    loose = match_quotes(gold.quotes or [], record.quotes, LOOSE)
    strict = {id(quote) for _, quote in match_quotes(gold.quotes or [], record.quotes, STRICT)}
    met_gold, met = {id(one) for one, _ in loose}, {id(quote) for _, quote in loose}
    for one in gold.quotes or []:
        if id(one) not in met_gold:
            yield _line(gold, "missed", one.type, one.content, one.cue)
    for quote in record.quotes:
        if id(quote) not in met:
            yield _line(gold, "extra", quote.rule, _content(quote), [])
    for one, quote in loose:
        if id(quote) not in strict:
            yield (
                _line(gold, "cut", quote.rule, _content(quote), []) + f" WANTED {_read(gold, one.content)!r}"
            )
        if one.speaker and not has_speaker(quote, one):
            name = quote.speaker.name if quote.speaker else None
            yield _line(gold, "speaker", quote.rule, one.content, []) + f" WANTED {one.speaker} GOT {name}"


def _line(gold: GoldArticle, kind: str, what: str, content: list[Chars], cue: list[Chars]) -> str:
    words = f"\t[{_read(gold, cue)}]" if cue else ""
    return f"{gold.id}\t{kind}\t{what}{words}\t{_read(gold, content)!r}"


def _read(gold: GoldArticle, spans: list[Chars]) -> str:
    return " … ".join(gold.text[start:end] for start, end in spans)
