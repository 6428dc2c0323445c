"""Attribution phrases: ``volgens X``, ``aldus X``, ``in de ogen van X``, ``naar eigen zeggen``."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.bounds import clause_start, content_end, is_finite_form
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Draft, Source, reported
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.noun_phrases import (
    after_preposition,
    phrase_from,
    phrase_of,
    without_adjunct,
    without_object,
)
from nieuwsextract.pipeline.quotes.sentences import Sentence
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules.quotes import AttributionRule, CueBlockRule

Found = tuple[AttributionRule, int, int, Source | None]


def find_phrases(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """Return the attribution phrases among a sentence's own tokens: rule, words' start and end, source."""
    found: list[Found] = []
    lower = words_of(doc).lower
    for place, index in enumerate(sentence.own):
        if found and index < found[-1][2]:
            continue
        for rule in lexicon.phrases.get(lower[index], ()):
            end = match_phrase(doc, sentence, place, rule)
            if end is None or not lexicon.patterns.hold(rule.pattern, doc, index, end):
                continue
            if find_block(doc, index, end, rule, lexicon) is not None:
                continue
            source = source_of(doc, sentence, index, end, rule, lexicon)
            if source is not None and _attributes(doc, sentence, source, lexicon):
                source = without_object(doc, source, lexicon.words["person_plural"])
                source = without_adjunct(doc, source, lexicon)
                found.append((rule, index, end, source))
                break
    return found


def _attributes(doc: Doc, sentence: Sentence, source: Source, lexicon: Lexicon) -> bool:
    """``volgens mij`` in a quotation is a turn of phrase, ``volgens u`` asks."""
    word = doc[source.head].lower_
    return not lexicon.has("second_person", word) and not (
        sentence.region and lexicon.has("first_person", word)
    )


def find_block(
    doc: Doc, start: int, end: int, rule: AttributionRule, lexicon: Lexicon
) -> CueBlockRule | None:
    """Return what blocks a phrase: ``volgens plan``, ``volgens de wet``; nobody says it."""
    following = " ".join(token.lower_ for token in doc[end : end + 3]) + " "
    for block in lexicon.blocks.get(rule.id, ()):
        fits = not block.words or following.startswith(tuple(f"{word} " for word in block.words))
        if fits and lexicon.patterns.hold(block.pattern, doc, start, end):
            return block
    return None


def match_phrase(doc: Doc, sentence: Sentence, place: int, rule: AttributionRule) -> int | None:
    """Return the token after the rule's words, or None; some stand apart: *wat* hem *betreft*."""
    own, lower = sentence.own, words_of(doc).lower
    if rule.source == "between":
        for index in own[place + 1 : place + 9]:
            if lower[index] == rule.words[-1]:
                return index + 1
        return None
    words = [lower[i] for i in own[place : place + len(rule.words)]]
    return own[place] + len(rule.words) if tuple(words) == rule.words else None


def source_of(
    doc: Doc, sentence: Sentence, start: int, end: int, rule: AttributionRule, lexicon: Lexicon
) -> Source | None:
    """Return who speaks by a phrase at tokens ``start`` to ``end``, exclusive."""
    if rule.source == "between":
        return phrase_from(doc, start + 1, sentence, lexicon)
    if rule.source == "subject":
        if start > sentence.start and doc[start - 1].ent_type_ == "PERSON":
            return phrase_of(doc, doc[start - 1], sentence, [start], lexicon)
        verb = clauses.clause_verb(doc[end - 1])
        head = clauses.subject(verb) or next(
            (t for t in doc[sentence.start : sentence.end] if t.dep_.startswith("nsubj")), None
        )
        if head is None:
            return None
        return phrase_of(doc, head, sentence, [start], lexicon)
    if end >= sentence.end:
        return None
    found = after_preposition(doc, end - 1, sentence, lexicon)
    return Source(end, end + 1, end) if found and _is_she(doc, found, sentence) else found


def _is_she(doc: Doc, source: Source, sentence: Sentence) -> bool:
    """``volgens haar | wachten nog duizenden ouders``: no possessive, for no finite verb follows the noun."""
    if source.end - source.start != 2 or doc[source.start].lower_ != "haar" or source.end >= sentence.end:
        return False
    after = doc[source.end]
    followed = after.is_punct or after.pos_ in ("VERB", "AUX", "ADP")
    return doc[source.start + 1].lower_.endswith("en") and not followed


def report_phrases(
    doc: Doc, sentence: Sentence, cues: list[Cue], lexicon: Lexicon, found: list[Found]
) -> list[Draft]:
    """Return the paraphrases that attribution phrases attribute."""
    drafts = []
    for rule, start, end, source in found:
        if source is None:
            continue
        until = source.end if rule.source == "after" else end
        spans = _content(doc, sentence, start, until, rule, cues, lexicon)
        quote_type, content, used = reported(doc, spans, sentence.children)
        if not content or sum(e - s for s, e in content) < 8:
            continue
        draft = Draft(quote_type, content, sentence, f"quotes/{rule.id}", 0.96, marked=used, source=source)
        draft.cue = [(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))]
        if rule.source == "between":
            draft.cue = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in (start, end - 1)]
        draft.cue_lemma, draft.cue_class = rule.lemma, rule.cue_class
        drafts.append(draft)
    return drafts


def _content(  # noqa: PLR0913, PLR0917
    doc: Doc,
    sentence: Sentence,
    start: int,
    until: int,
    rule: AttributionRule,
    cues: list[Cue],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """The clause around the phrase, without it; before it, after it, or both."""
    anchor = doc[start] if rule.source != "after" else doc[until - 1]
    verb = clauses.clause_verb(anchor)
    begin = max(clause_start(doc, sentence, start), _clause_edge(doc, sentence, verb, start, lexicon))
    lead = [i for i in sentence.own if begin <= i < start and not doc[i].is_punct and not doc[i].is_space]
    held = [c for c in sentence.children if begin <= c.start < start]
    if not held and all(lexicon.has("coordinator", doc[i].lower_) for i in lead):
        begin = start
    if rule.follows or (rule.source == "after" and _ends(doc, sentence, until) and begin < start):
        begin = clause_start(doc, sentence, start) if rule.follows else begin
        return [(begin, start), *_rest(doc, sentence, begin, start, until)]
    end = min(content_end(doc, sentence, until, [], cues, lexicon), _colon(doc, sentence, until))
    first = _after_relative(doc, sentence, until, lexicon) if begin == start else until
    return [(begin, start), (first, end)] if begin < start else [(first, end)]


def _colon(doc: Doc, sentence: Sentence, start: int) -> int:
    """The colon from ``start`` on that a quotation follows, which is a quote of its own; else the end."""
    places = (child.start - 1 for child in sentence.children if child.start - 1 >= start)
    return next((i for i in places if doc[i].text == ":"), sentence.end)


def _rest(doc: Doc, sentence: Sentence, begin: int, start: int, until: int) -> list[tuple[int, int]]:
    """``Het is, aldus de minister, 'een kwestie van tijd'``: what completes the clause after the phrase."""
    if until + 1 >= sentence.end or doc[until].text != ",":
        return []
    first = any(is_finite_form(doc[i]) for i in range(begin, start))
    second = any(is_finite_form(doc[i]) for i in range(until, sentence.end))
    return [] if first and second else [(until + 1, sentence.end)]


def _clause_edge(doc: Doc, sentence: Sentence, verb: Token, start: int, lexicon: Lexicon) -> int:
    """The first token of the clause by the parse; a coordinated clause begins after its coordinator."""
    if start > sentence.start and lexicon.has("relative", doc[start - 1].lower_):
        return start - 1
    if verb.i < sentence.start or verb.i >= sentence.end or verb.dep_ in clauses.ROOT:
        return sentence.start
    edge = verb.left_edge.i
    if edge > start or edge < sentence.start:
        return sentence.start
    while edge < start and (doc[edge].is_punct or doc[edge].dep_ == "cc"):
        edge += 1
    return edge


def _ends(doc: Doc, sentence: Sentence, until: int) -> bool:
    """Whether nothing but closing punctuation, or a comma with a phrase, follows."""
    rest = [i for i in sentence.own if i >= until and not doc[i].is_space]
    return all(doc[i].is_punct for i in rest) and not any(c.start >= until for c in sentence.children)


def _after_relative(doc: Doc, sentence: Sentence, until: int, lexicon: Lexicon) -> int:
    """``Volgens het hof, dat de zaak kent, is …``: the content begins after the clause between commas."""
    if until < sentence.end and doc[until].text == "(":
        return next((i + 1 for i in sentence.own if i > until and doc[i].text == ")"), until)
    if until >= sentence.end:
        return until
    relative = doc[until + (doc[until].text == ",")]
    if lexicon.has("pointing", relative.lower_) and relative.pos_ == "PRON":
        return _after_second_verb(doc, sentence, relative.i) or until
    if doc[until].text != ",":
        return until
    for index in sentence.own:
        if (
            index > until
            and doc[index].text == ","
            and index + 1 < sentence.end
            and clauses.is_verb(doc[index + 1])
        ):
            return index + 1
    return until + 1


def _after_second_verb(doc: Doc, sentence: Sentence, relative: int) -> int | None:
    """``Volgens een man die erbij stond bleef het stil``: the second finite verb begins the clause."""
    for index in sentence.own:
        ended = is_finite_form(doc[index - 1]) or doc[index - 1].text == "," or doc[index - 1].pos_ == "VERB"
        if index > relative + 1 and ended and is_finite_form(doc[index]):
            return index
    return None
