"""Where a paraphrase begins and ends, in tokens."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.cues import Cue
from nieuwsextract.pipeline.quotes.drafts import Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence

_HARD = (";", ":")
#: Parts of speech that follow the finite verb of a main clause, where a subordinate one has ended.
_BEHIND_VERB = {"ADV", "PRON", "DET", "NOUN", "PROPN", "ADJ", "NUM"}

Spans = list[tuple[int, int]]
#: The tokens of what was said, and how much to trust it.
Found = tuple[Spans, float]


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
    final = bool(verbs) and lexicon.has("subordinator", doc[start].lower_)
    for verb in verbs:
        for child in verb.children:
            if child.dep_ == "conj" and start < child.i < end and _is_clause(child):
                edge = max(child.left_edge.i, _coordinator_before(doc, child.i, start, lexicon))
                parts = start < edge < end and _parts(doc, edge, lexicon)
                if parts and not (final and _keeps_verb_last(doc, sentence, edge)):
                    end = edge
    if final:
        end = min(end, clause_edge(doc, sentence, start, end, lexicon))
        end = min(end, _tense_edge(doc, sentence, start, end, verbs, lexicon))
    for cue in cues:
        if start < cue.anchor < end and cue.verb not in [v.i for v in verbs]:
            end = _rank_edge(doc, sentence, cue, start, lexicon) or end
            end = _parting_comma(doc, cue, start, lexicon) or end
    return next((c.end for c in sentence.children if c.start < end < c.end and start <= c.start), end)


def _tense_edge(
    doc: Doc, sentence: Sentence, start: int, end: int, verbs: list[Token], lexicon: Lexicon
) -> int:
    """``hield vol dat de rente laag blijft | en verwees naar cijfers``: the narrator's tense comes back."""
    told = next((_tense(verb) for verb in verbs if is_finite_form(verb)), None)
    said = None
    own = [i for i in sentence.own if start <= i < end]
    for index, after in pairwise(own):
        if lexicon.has("connective", doc[index].lower_) and said and told not in (None, said):
            if is_finite_form(doc[after]) and _tense(doc[after]) == told:
                return index
        elif is_finite_form(doc[index]):
            said = _tense(doc[index]) or said
    return end


def _tense(verb: Token) -> str | None:
    return next(iter(verb.morph.get("Tense", [])), None)


def _is_clause(token: Token) -> bool:
    if token.i and token.nbor(-1).lower_ == "te":
        return False
    return clauses.is_verb(token) or clauses.subject(token) is not None or bool(clauses.auxiliaries(token))


def _coordinator_before(doc: Doc, index: int, start: int, lexicon: Lexicon) -> int:
    for at in range(index, start, -1):
        if lexicon.has("coordinator", doc[at].lower_):
            return at
    return start


def _parts(doc: Doc, edge: int, lexicon: Lexicon) -> bool:
    """Whether a clause can begin at a token: with a coordinator, or after one or a comma."""
    words = (doc[edge].lower_, doc[edge - 1].lower_)
    return doc[edge - 1].is_punct or doc[edge].is_punct or any(lexicon.has("coordinator", w) for w in words)


def clause_edge(doc: Doc, sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where a main clause ends the ``dat``-clause or phrase that begins at ``start``, by word order.

    A ``dat``-clause keeps its verb for the end: a finite verb right after a comma, or one with something
    before and behind it after ``maar`` or ``en``, belongs to the narrator again.
    """
    open_clauses = 0
    own = [i for i in sentence.own if start <= i < end]
    for place, index in enumerate(own[:-1]):
        token = doc[index]
        if _opens_clause(token, lexicon):
            open_clauses += 1
        elif is_finite_form(token):
            open_clauses -= 1
        if open_clauses > 0:
            continue
        following = own[place + 1 : place + 12]
        if token.text == "," and is_finite_form(doc[following[0]]):
            return index
        if lexicon.has("connective", token.lower_) and _is_verb_second(doc, following, lexicon):
            return own[place - 1] if doc[own[place - 1]].text == "," else index
    return end


def _opens_clause(token: Token, lexicon: Lexicon) -> bool:
    if token.pos_ == "SCONJ":
        return True
    asks = lexicon.has("question", token.lower_) or lexicon.has("relative", token.lower_)
    return asks and token.pos_ in ("PRON", "ADV")


def _is_verb_second(doc: Doc, following: list[int], lexicon: Lexicon) -> bool:
    """``maar uit Damascus is nog geen reactie``: the finite verb has words before it, and more behind it."""
    for place, index in enumerate(following[:-1]):
        token = doc[index]
        if token.is_punct or _opens_clause(token, lexicon):
            return False
        if is_finite_form(token):
            behind = doc[following[place + 1]]
            more = behind.pos_ in _BEHIND_VERB or behind.lower_ == "volgens"
            return place > 0 and more and not _opens_clause(behind, lexicon)
    return False


def _keeps_verb_last(doc: Doc, sentence: Sentence, edge: int) -> bool:
    """``maar niet zal aftreden``: what is coordinated is a subordinate clause, for its verbs stand last."""
    following = [i for i in sentence.own if i > edge][:12]
    finite = next((n for n, i in enumerate(following) if is_finite_form(doc[i])), 0)
    if not finite or any(doc[i].is_punct for i in following[:finite]):
        return False
    behind = doc[following[finite + 1]] if finite + 1 < len(following) else None
    return behind is None or behind.is_punct or behind.pos_ in ("VERB", "AUX", "ADP")


def _rank_edge(doc: Doc, sentence: Sentence, cue: Cue, start: int, lexicon: Lexicon) -> int | None:
    """``… en zegt dat``, ``…, maar verwacht``: a coordinator right before the other cue's finite verb."""
    at = cue.anchor - 1
    hearsay = lexicon.has("hearsay", doc[cue.anchor].lower_)
    if at > start and at in sentence.own and lexicon.has("connective", doc[at].lower_) and not hearsay:
        return at
    return None


def _parting_comma(doc: Doc, cue: Cue, start: int, lexicon: Lexicon) -> int | None:
    """``…, zo meldt X``, ``…, terwijl Y spreekt van``: the comma before another attribution."""
    if not any(map(cue.takes, ("speech", "predicate", "clause"))) and not cue.rule.prepositions:
        return None
    own = [i for i in cue.sentence.own if start < i < cue.anchor]
    if own and doc[own[-1]].lower_ == "zo":
        own.pop()
    if own and doc[own[-1]].text == "," and cue.takes("speech"):
        return own[-1]
    if len(own) > 1 and doc[own[-2]].text == "," and _is_subject(doc[own[-1]], cue, lexicon):
        return own[-2]
    for index in reversed(own[-10:]):
        if doc[index].lower_ == "terwijl" and doc[index - 1].text == ",":
            return index - 1
    return None


def _is_subject(token: Token, cue: Cue, lexicon: Lexicon) -> bool:
    """``…, hij hoopt``, ``…, critici hopen``: one word between a comma and the finite verb of another cue."""
    plural = token.pos_ == "NOUN" and cue.finite == cue.verb and token.i + 1 == cue.verb
    return plural or lexicon.has("nominative", token.lower_)


def is_said(doc: Doc, sentence: Sentence, begin: int, comma: int, lexicon: Lexicon) -> bool:
    """Whether the words up to a comma can be what was said: a main clause, or a short fragment.

    ``Zuid-Korea, dat maandag oefende`` has a verb in its relative clause only: it is a subject.
    """
    pieces = pieces_between(doc, begin, comma)
    main = [p for number, p in enumerate(pieces) if not is_subordinate(doc, p, lexicon, first=not number)]
    verbs = [i for piece in main for i in piece if clauses.is_verb(doc[i])]
    if doc[begin].pos_ == "ADP" and verbs:
        verbs = verbs if _has_main_verb(doc, begin, comma, lexicon) else []
    held = any(begin <= child.start < comma for child in sentence.children)
    return bool(verbs) or held or (len(pieces) == 1 and bool(main) and doc[begin].pos_ != "ADP")


def _has_main_verb(doc: Doc, begin: int, end: int, lexicon: Lexicon) -> bool:
    """``Op de vraag of hij komt`` has a verb for each of its clauses, and none besides."""
    tokens = doc[begin:end]
    finite = sum(is_finite_form(token) for token in tokens)
    opened = sum(_opens_clause(token, lexicon) for token in tokens)
    return finite > opened


def pieces_between(doc: Doc, begin: int, end: int) -> list[list[int]]:
    """Return the tokens of a stretch, divided at its commas, without empty pieces."""
    pieces: list[list[int]] = [[]]
    for index in range(begin, end):
        if doc[index].text == ",":
            pieces.append([])
        else:
            pieces[-1].append(index)
    return [piece for piece in pieces if piece]


def is_finite_form(token: Token) -> bool:
    """Whether a token is a finite verb; without a tagger any token may be."""
    return token.pos_ in ("VERB", "AUX") and (clauses.is_finite(token) or not token.morph.get("VerbForm", []))


def is_subordinate(doc: Doc, piece: list[int], lexicon: Lexicon, *, first: bool = False) -> bool:
    """Whether a piece between commas is a clause in another; a sentence's first ``die`` points back."""
    words = [doc[i].lower_ for i in piece[:2]]
    if doc[piece[0]].pos_ == "ADP" and len(words) > 1 and lexicon.has("relative", words[1]):
        return True
    if doc[piece[0]].pos_ in ("ADP", "ADV") and any(is_finite_form(doc[i]) for i in piece):
        return False
    relative = not first and lexicon.has("relative", words[0])
    opens = relative or lexicon.has("adverbial_clause", words[0])
    return opens and not (len(piece) > 1 and is_finite_form(doc[piece[1]]))


def clause_start(doc: Doc, sentence: Sentence, before: int) -> int:
    """Return the first token of the main clause that ends before a token: after a colon or semicolon."""
    start = sentence.start
    for index in sentence.own:
        if index >= before:
            break
        if doc[index].text in _HARD:
            start = index + 1
    return start


def verbs_of(doc: Doc, cue: Cue) -> list[Token]:
    """Return the verb of a cue and the one that carries its tense."""
    return [doc[i] for i in dict.fromkeys((cue.verb, cue.anchor))]


def last_before(cue: Cue, source: Source | None) -> int:
    """The last token of cue and source that stand together before the content."""
    return max([cue.anchor, *([source.end - 1] if source and source.start > cue.anchor else [])])


def is_passive_cue(doc: Doc, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether what is said is the cue's subject: ``er wordt gezegd dat``."""
    split = cue.finite is not None and cue.finite != cue.verb
    if split and lexicon.has("passive", doc[cue.anchor].lower_):
        return True
    return clauses.is_passive(doc[cue.verb])
