"""Direct quotes: a quotation whose sentence says who said it, before, after or in its middle."""

from dataclasses import replace

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.addressees import find_addressee
from nieuwsextract.pipeline.quotes.bounds import is_finite_form
from nieuwsextract.pipeline.quotes.colons import headline_speaker
from nieuwsextract.pipeline.quotes.cue_sources import find_source, has_source, whose_words
from nieuwsextract.pipeline.quotes.cues import Cue, find_cues
from nieuwsextract.pipeline.quotes.drafts import Draft, Source, with_cue
from nieuwsextract.pipeline.quotes.fronted import find_fronted
from nieuwsextract.pipeline.quotes.lexicon import Lexicon, is_titled
from nieuwsextract.pipeline.quotes.noun_phrases import phrase_from, phrase_of
from nieuwsextract.pipeline.quotes.phrases import find_phrases
from nieuwsextract.pipeline.quotes.sentences import Marked, Sentence
from nieuwsextract.rules.quotes import AttributionRule

_OPENS_PHRASE = {"DET", "ADP", "ADJ", "NUM"}
#: Tokens after the closing mark within which the cue's finite verb stands.
_AFTER = 4


def find_direct(doc: Doc, sentence: Sentence, cues: list[Cue], lexicon: Lexicon) -> list[Draft]:
    """Return the direct quotes of one sentence; a quotation that goes on after its cue is one quote."""
    drafts: list[Draft] = []
    for child in sentence.children:
        if in_brackets(doc, sentence, child):
            continue
        before, after = _around(sentence, child)
        if drafts and _goes_on(doc, drafts[-1], before, child):
            drafts[-1].content.append(child.content)
            drafts[-1].marked.append(child)
            continue
        if drafts and _coordinated(doc, drafts[-1], before, child, lexicon):
            drafts.append(replace(drafts[-1], content=[child.content], marked=[child]))
            continue
        draft = None
        if _stands_alone(doc, before):
            draft = _cue_after(doc, sentence, child, after, cues, lexicon)
            draft = draft or find_fronted(doc, sentence, child, after, lexicon)
        if draft is None:
            draft = _cue_before(doc, sentence, child, before, cues, lexicon)
        if draft is None and not before:
            draft = _cue_above(doc, sentence, child, lexicon)
        if draft:
            drafts.append(draft)
    return drafts


def _cue_above(doc: Doc, sentence: Sentence, child: Marked, lexicon: Lexicon) -> Draft | None:
    """The paragraph before ends in a colon: ``De minister schreef op X:``; a quotation stands below."""
    lead = sentence.lead
    if lead is None or not lead.own or doc[lead.own[-1]].text != ":":
        return None
    if any(i >= child.end and not doc[i].is_punct and not doc[i].is_space for i in sentence.own):
        return None
    draft = _cue_before(doc, lead, child, lead.own, find_cues(doc, lead, lexicon), lexicon)
    if draft:
        draft.sentence = sentence
    return draft


def _around(sentence: Sentence, child: Marked) -> tuple[list[int], list[int]]:
    """The own tokens between a quotation and its neighbours."""
    earlier = max((c.end for c in sentence.children if c.end <= child.start), default=sentence.start)
    later = min((c.start for c in sentence.children if c.start >= child.end), default=sentence.end)
    before = [i for i in sentence.own if earlier <= i < child.start]
    return before, [i for i in sentence.own if child.end <= i < later]


def in_brackets(doc: Doc, sentence: Sentence, child: Marked) -> bool:
    """``(‘Zwartboek’, ‘Turks fruit’)``: titles, no speech."""
    marks = [doc[i].text for i in sentence.own if i < child.start and doc[i].text in ("(", ")")]
    return bool(marks) and marks[-1] == "("


def _stands_alone(doc: Doc, before: list[int]) -> bool:
    """Whether nothing but a colon, a conjunction or punctuation leads to the quotation."""
    words = [i for i in before if not doc[i].is_punct and not doc[i].is_space]
    return not words or doc[before[-1]].text == ":"


def _goes_on(doc: Doc, draft: Draft, before: list[int], child: Marked) -> bool:
    """``"A", zei hij, "B"``: between the two stand only the cue and its source.

    ``"A", zei hij in ‘B’``: there the second is part of a phrase.
    """
    if not before or (doc[before[-1]].text == ":" and draft.rule == "quotes/colon"):
        return False
    if doc[before[-1]].pos_ in _OPENS_PHRASE:
        return False
    known = {i for i in before if any(s <= doc[i].idx < e for s, e in draft.cue)}
    return bool(known)


def _coordinated(doc: Doc, draft: Draft, before: list[int], child: Marked, lexicon: Lexicon) -> bool:
    """``De kranten kopten: "A" (Trouw) en "B"``: one cue before both."""
    if not draft.cue or draft.cue[0][0] > draft.start or not child.reads_like_speech:
        return False
    opening = next((i for i in before if doc[i].text == "("), None)
    closing = next((i for i in before if doc[i].text == ")"), -1)
    words = [i for i in before if not doc[i].is_punct and not (opening and opening < i < closing)]
    return bool(words) and all(lexicon.has("coordinator", doc[i].lower_) for i in words)


def _cue_after(
    doc: Doc, sentence: Sentence, child: Marked, after: list[int], cues: list[Cue], lexicon: Lexicon
) -> Draft | None:
    words = [i for i in after if not doc[i].is_punct and not doc[i].is_space]
    for phrase, start, end, source in find_phrases(doc, sentence, lexicon):
        if words and start == words[0] and phrase.source == "after":
            draft = Draft("direct", [child.content], sentence, f"quotes/{phrase.id}", 0.97, marked=[child])
            return _with_phrase(doc, draft, phrase, start, end, source)
    near = words[:_AFTER]
    for cue in cues:
        speaks = cue.takes("speech") or cue.takes("predicate")
        if speaks and has_source(doc, cue, lexicon) and cue.finite is not None and cue.finite in near[:2]:
            draft = Draft("direct", [child.content], sentence, f"quotes/{cue.rule.id}", 0.96, marked=[child])
            draft.source = find_source(doc, cue, lexicon)
            draft.addressee = find_addressee(doc, cue, draft, lexicon)
            return with_cue(doc, draft, cue)
    return None


def _with_phrase(
    doc: Doc, draft: Draft, phrase: AttributionRule, start: int, end: int, source: Source | None
) -> Draft:
    draft.cue = [(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))]
    draft.cue_lemma, draft.cue_class, draft.source = phrase.lemma, phrase.cue_class, source
    return draft


def _cue_before(
    doc: Doc, sentence: Sentence, child: Marked, before: list[int], cues: list[Cue], lexicon: Lexicon
) -> Draft | None:
    if not before:
        return None
    colon = doc[before[-1]].text == ":"
    if not colon and not child.reads_like_speech:
        return None
    spoken = [
        cue for cue in cues if cue.anchor in before and cue.takes("speech") and has_source(doc, cue, lexicon)
    ]
    if spoken and not any(_subordinated(doc, before, cue, lexicon) for cue in spoken):
        cue = spoken[-1]
        draft = Draft("direct", [child.content], sentence, f"quotes/{cue.rule.id}", 0.95, marked=[child])
        draft.source = find_source(doc, cue, lexicon)
        draft.addressee = find_addressee(doc, cue, draft, lexicon)
        return with_cue(doc, draft, cue)
    if not colon or is_titled(doc, child.start, lexicon):
        return None
    return _colon(doc, sentence, child, before, lexicon)


def _subordinated(doc: Doc, before: list[int], cue: Cue, lexicon: Lexicon) -> bool:
    """``zei dat "…"``, ``toen hij dat zei, zweeg de zaal: "…"``: another clause leads to the quotation."""
    between = [i for i in before if i > cue.anchor]
    if doc[before[-1]].text == ":":
        return any(doc[i].text == "," and is_finite_form(doc[i + 1]) for i in between)
    return any(lexicon.has("subordinator", doc[i].lower_) for i in between)


def _colon(doc: Doc, sentence: Sentence, child: Marked, before: list[int], lexicon: Lexicon) -> Draft | None:
    """``De Rooij: "…"``, ``Haar man was feller: "…"``: the colon attributes, the subject speaks."""
    colon = before[-1]
    source = _named_by_phrase(doc, sentence, before, lexicon)
    source = source or colon_source(doc, sentence, before[:-1], lexicon)
    if sentence.kind != "paragraph":
        source = headline_speaker(doc, sentence, colon, lexicon)
        if source is None:
            return None
    source = whose_words(doc, source, sentence, lexicon) if source else None
    draft = Draft("direct", [child.content], sentence, "quotes/colon", 0.96, marked=[child], source=source)
    draft.cue = [(doc[colon].idx, doc[colon].idx + 1)]
    draft.cue_lemma, draft.cue_class = ":", "say"
    return draft


def _named_by_phrase(doc: Doc, sentence: Sentence, before: list[int], lexicon: Lexicon) -> Source | None:
    """``Volgens Van Baarle kan dat niet: "…"``: who speaks before the colon goes on after it."""
    phrases = find_phrases(doc, sentence, lexicon)
    return next((source for rule, at, _, source in phrases if at in before and rule.source == "after"), None)


def colon_source(doc: Doc, sentence: Sentence, before: list[int], lexicon: Lexicon) -> Source | None:
    """Return who stands before a colon: a clause's subject, else the phrase that begins the part."""
    words = [i for i in before if not doc[i].is_space]
    while len(words) > 1 and doc[words[0]].pos_ in ("CCONJ", "ADV") and not doc[words[0]].ent_type_:
        words.pop(0)
    for index in words:
        asked = any(child.dep_ == "mark" and child.pos_ == "SCONJ" for child in doc[index].head.children)
        asked = asked or (index > words[0] and lexicon.has("relative", doc[index].lower_))
        speaks = doc[index].dep_.startswith("nsubj") and not lexicon.has("expletive", doc[index].lower_)
        if speaks and doc[index].head.i in words and not asked:
            return phrase_of(doc, doc[index], sentence, [], lexicon)
    if not words or (
        len(words) == 1 and doc[words[0]].pos_ in ("ADJ", "ADV") and not doc[words[0]].ent_type_
    ):
        return None  # ``Allereerst: "…"``
    if doc[words[0]].lower_ == "van" and len(words) > 1 and not doc[words[0]].ent_type_:
        words.pop(0)
    if doc[words[0]].pos_ in ("ADP", "SCONJ"):
        return _only_person(doc, words)
    if len(words) == 1 and doc[words[0]].lower_ in lexicon.verbs and not doc[words[0]].ent_type_:
        return None
    found = phrase_from(doc, words[0], sentence, lexicon)
    if found is None and len(words) <= 3 and doc[words[0]].text[0].isupper():
        return Source(words[0], words[-1] + 1, words[-1])
    return found


def _only_person(doc: Doc, words: list[int]) -> Source | None:
    """``Waarop Van Laer, naar verluidt: "Hoeveel?"``: the one person named before the colon."""
    named = [i for i in words if doc[i].ent_type_ == "PERSON"]
    one = bool(named) and named[-1] - named[0] + 1 == len(named) and doc[named[0] - 1].pos_ != "ADP"
    return Source(named[0], named[-1] + 1, named[-1]) if one else None
