"""Where a paraphrase begins and ends, in tokens."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence

_HARD = (";", ":")


def content_end(
    doc: Doc, sentence: Sentence, start: int, verbs: list[Token], cues: list[Cue], lexicon: Lexicon
) -> int:
    """Return the token after a paraphrase that begins at ``start``.

    It runs to the sentence's end, unless a semicolon or colon, another main clause of the narrator (by the
    parse: coordinated with one of ``verbs``, the cue's), or another cue in the same rank cuts it short.
    Without ``verbs`` only another cue does.
    """
    end = sentence.end
    for index in sentence.own:
        if verbs and index > start and doc[index].text in _HARD:
            end = index
            break
    for verb in verbs:
        for child in verb.children:
            if child.dep_ == "conj" and start < child.i < end and _is_clause(child):
                edge = max(child.left_edge.i, _coordinator_before(doc, child.i, start, lexicon))
                if start < edge < end:
                    end = edge
    for cue in cues:
        if start < cue.anchor < end and cue.verb not in [v.i for v in verbs]:
            end = _rank_edge(doc, sentence, cue, start) or end
    return end


def _is_clause(token: Token) -> bool:
    return clauses.is_verb(token) or clauses.subject(token) is not None or bool(clauses.auxiliaries(token))


def _coordinator_before(doc: Doc, index: int, start: int, lexicon: Lexicon) -> int:
    for at in range(index, start, -1):
        if lexicon.has("coordinator", doc[at].lower_):
            return at
    return start


def _rank_edge(doc: Doc, sentence: Sentence, cue: Cue, start: int) -> int | None:
    """``… en zegt dat``, ``…, maar verwacht``: a coordinator right before the other cue's finite verb."""
    at = cue.anchor - 1
    if at > start and at in sentence.own and doc[at].lower_ in ("en", "maar"):
        return at
    return None


def clause_start(doc: Doc, sentence: Sentence, before: int) -> int:
    """Return the first token of the main clause that ends before a token: after a colon or semicolon."""
    start = sentence.start
    for index in sentence.own:
        if index >= before:
            break
        if doc[index].text in _HARD:
            start = index + 1
    return start
