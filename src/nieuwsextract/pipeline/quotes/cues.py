"""Reporting expressions in a sentence: which verb, with which particle, fixed words and auxiliaries."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.lexicon import FormKind, Lexicon
from nieuwsextract.pipeline.quotes.sentences import Sentence
from nieuwsextract.pipeline.verdicts import INCOMPLETE, UNMET
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules.quotes import CueRule

#: Tokens that may stand between a verb and its particle or fixed words.
_REACH = 30
_BREAKS = (";", ":")
_NO_VERB = {"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "SCONJ", "CCONJ"}


@dataclass(eq=False)
class Cue:
    """A reporting expression in place: all positions are token indexes.

    ``verb`` carries the meaning, ``finite`` the tense (the same token in ``zegt``; None in ``te zeggen``);
    ``tokens`` is the whole group in text order.
    """

    rule: CueRule
    sentence: Sentence
    verb: int
    finite: int | None
    tokens: list[int]

    def takes(self, kind: str) -> bool:
        """Whether the expression introduces this kind of content."""
        return kind in self.rule.takes

    @property
    def anchor(self) -> int:
        """The token whose place in the clause counts: the finite verb, else the verb."""
        return self.verb if self.finite is None else self.finite


def find_cues(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> list[Cue]:
    """Return the cues among a sentence's own tokens in text order; one a verb, the most specific rule."""
    found, lower = [], words_of(doc).lower
    present = {lower[index] for index in sentence.own}
    for place, index in enumerate(sentence.own):
        options = lexicon.verbs.get(lower[index])
        if options and not is_noun(doc, sentence, place, options, lexicon):
            whole = [(rule, kind) for rule, kind in options if lexicon.needs[rule.id] <= present]
            read = [match(doc, sentence, place, rule, kind, lexicon) for rule, kind in whole]
            cues = [cue for cue in read if isinstance(cue, Cue)]
            if cues:
                found.append(max(cues, key=lambda cue: _rank(doc, cue)))
    return _without_shared_tokens(found)


def _rank(doc: Doc, cue: Cue) -> tuple[bool, bool, int]:
    """The more of its words a cue has, the surer; after a comma ``verwacht`` is finite, no participle."""
    finite = cue.finite == cue.verb and cue.verb > 0 and doc[cue.verb - 1].text == ","
    return finite, bool(cue.rule.particle or cue.rule.words or cue.rule.pattern), len(cue.tokens)


def _without_shared_tokens(cues: list[Cue]) -> list[Cue]:
    """``heeft laten weten``: a verb that is part of a longer cue is no cue of its own."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda c: (-len(c.tokens), c.tokens[-1] - c.tokens[0], c.verb)):
        if not any(cue.verb in other.tokens for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.anchor)


def is_noun(
    doc: Doc, sentence: Sentence, place: int, options: list[tuple[CueRule, FormKind]], lexicon: Lexicon
) -> bool:
    """``het vermoeden``: no verb by its part of speech, which taggers miss for rare forms.

    After a comma or a quotation, and between a noun and ``dat``, word order says verb all the same.
    """
    index = sentence.own[place]
    token = doc[index]
    if _after_preposition(doc, sentence, place, lexicon):
        return True
    if token.pos_ not in _NO_VERB or _verb_form(token):
        return False
    if not place:
        return True
    before = doc[sentence.own[place - 1]]
    if follows_speech(doc, sentence, index) or _follows_pointer(doc, sentence, place, lexicon):
        return False
    following = doc[index + 1].lower_ if index + 1 < sentence.end else ""
    if lexicon.has("subordinator", following) and any("participle" in kind for _, kind in options):
        return False
    words = {word.split()[0] for rule, _ in options for word in rule.words}
    expected = {":", *lexicon.words["introducer"], *(rule.particle for rule, _ in options), *words}
    nominal = before.pos_ in ("NOUN", "PROPN", "PRON") or bool(before.ent_type_)
    subject = nominal and not before.morph.get("Poss", [])
    return not subject or (following not in expected and place > 1)


def _follows_pointer(doc: Doc, sentence: Sentence, place: int, lexicon: Lexicon) -> bool:
    """``Dat concluderen onderzoekers``; but ``Dat vermoeden klopt``."""
    if place != 1 or not lexicon.has("backward", doc[sentence.own[0]].lower_):
        return False
    after = sentence.own[place + 1 : place + 2]
    return any(doc[i].pos_ not in ("VERB", "AUX") and not doc[i].is_punct for i in after)


def _after_preposition(doc: Doc, sentence: Sentence, place: int, lexicon: Lexicon) -> bool:
    """``op zoek naar getuigen``; but ``iets waar zij voor waarschuwen``."""
    own = sentence.own
    if not place or not doc[own[place]].lower_.endswith("en") or doc[own[place - 1]].pos_ != "ADP":
        return False
    if doc[own[place - 1]].lower_ == "te" or "Part" in _verb_form(doc[own[place]]):
        return False
    return not any(lexicon.has("stranding", doc[i].lower_) for i in own[max(0, place - 9) : place - 1])


def _verb_form(token: Token) -> list[str]:
    return token.morph.get("VerbForm", [])


def match(
    doc: Doc, sentence: Sentence, place: int, rule: CueRule, kind: FormKind, lexicon: Lexicon
) -> Cue | str:
    """Return the cue at a place, with all that its rule asks for, or why there is none."""
    index = sentence.own[place]
    parts = [_find_words(doc, sentence, place, words.split()) for words in rule.words]
    if all(parts) and kind in ("split", "split participle"):
        parts.append(_find_particle(doc, sentence, place, rule.particle or "", kind, lexicon))
    if all(parts) and rule.reflexive:
        parts.append(_find_reflexive(doc, sentence, place, lexicon))
    if not all(parts) or (kind == "bare" and _other_particle(doc, sentence, index, rule, lexicon)):
        return INCOMPLETE
    finite, group = _auxiliaries(doc, sentence, place, kind, lexicon)
    if finite is None and not group and kind in ("participle", "split participle"):
        return "a participle without an auxiliary"
    for block in lexicon.blocks.get(rule.id, ()):
        fits = not block.words or _blocked(doc, sentence, place, block.words)
        if fits and lexicon.patterns.hold(block.pattern, doc, index, index + 1):
            return f"blocked by {block.id}"
    if rule.pattern and not lexicon.patterns.hold(rule.pattern, doc, index, index + 1):
        return f"{UNMET}: {', '.join(lexicon.patterns.unmet(rule.pattern, doc, index, index + 1))}"
    return Cue(rule, sentence, index, finite, sorted({index, *group, *(i for part in parts for i in part)}))


def _near(doc: Doc, sentence: Sentence, place: int) -> list[int]:
    """The own tokens after a place, up to a break."""
    near, lower = sentence.own[place + 1 : place + 1 + _REACH], words_of(doc).lower
    breaks = (at for at, index in enumerate(near) if lower[index] in _BREAKS)
    return near[: next(breaks, len(near))]


def _find_particle(
    doc: Doc, sentence: Sentence, place: int, particle: str, kind: FormKind, lexicon: Lexicon
) -> list[int]:
    """The particle after the verb (before it: ``aan te kondigen``, ``bekend had gemaakt``)."""
    own = sentence.own
    for back in range(1, 4):
        if place - back >= 0 and doc[own[place - back]].lower_ == particle:
            between = [doc[i].lower_ for i in own[place - back + 1 : place]]
            if kind == "split participle" or between == ["te"]:
                return [own[place - back]]
    if kind == "split participle":
        return []
    lower = words_of(doc).lower
    found = [i for i in _near(doc, sentence, place) if lower[i] == particle]
    parsed = {token.i for token in clauses.particles(doc[own[place]])}
    if parsed and not parsed & set(found):
        found = [i for i in found if i > max(parsed) or not _opens_preposition(doc, i)]
    for index in found:
        if (
            index in parsed
            or doc[index].dep_ == "compound:prt"
            or doc[index].head.i == own[place]
            or _ends_clause(doc, index, sentence.end, lexicon)
            or _opens_infinitive(doc, sentence, index)
        ):
            return [index]
    return []


def _opens_preposition(doc: Doc, index: int) -> bool:
    """``stelde voor het eerst vier man op``: a noun phrase follows, another particle closes the clause."""
    return index + 1 < len(doc) and doc[index + 1].pos_ in ("DET", "NOUN", "PROPN", "NUM", "ADJ")


def _ends_clause(doc: Doc, index: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a particle stands where Dutch puts it: at the end of its clause."""
    if index + 1 >= end:
        return True
    following = doc[index + 1]
    parts = following.is_punct or following.pos_ == "ADP"
    return parts or lexicon.has("after_particle", following.lower_)


def _opens_infinitive(doc: Doc, sentence: Sentence, index: int) -> bool:
    """``kondigt aan de winkel te sluiten``: parsers take the particle for a preposition."""
    ahead = [doc[i] for i in sentence.own if index < i <= index + 12]
    to = next((token for token in ahead if token.lower_ == "te" or token.is_punct), None)
    return to is not None and to.lower_ == "te"


def _other_particle(doc: Doc, sentence: Sentence, index: int, rule: CueRule, lexicon: Lexicon) -> bool:
    """``stelt … voor`` is no ``stelt``; right after what was said it must be a known verb."""
    own = set(_near(doc, sentence, sentence.own.index(index)))
    own |= {child.end - 2 for child in sentence.children if child.start > index}
    particles = (p for p in clauses.particles(doc[index]) if p.i in own and p.pos_ != "VERB")
    particle = next(particles, None)
    if particle is None or particle.lower_ in (*" ".join(rule.words).split(), *rule.prepositions):
        return False
    if any(token.pos_ == "SCONJ" for token in doc[index + 1 : particle.i]):
        return False
    return not follows_speech(doc, sentence, index) or particle.lower_ + doc[index].lower_ in lexicon.verbs


def follows_speech(doc: Doc, sentence: Sentence, index: int) -> bool:
    """Whether a token stands right after a quotation, or after a comma."""
    closed = any(child.end in (index, index - 1) for child in sentence.children)
    return closed or (index > sentence.start and doc[index - 1].text == ",")


def _find_words(doc: Doc, sentence: Sentence, place: int, words: list[str]) -> list[int]:
    """Fixed words of the expression that stand together: after the verb, or just before it."""
    lower = words_of(doc).lower
    for window in (_near(doc, sentence, place), sentence.own[max(0, place - 6) : place]):
        for at, index in enumerate(window):
            if lower[index] == words[0]:
                found = window[at : at + len(words)]
                if [lower[i] for i in found] == words:
                    return found
    return []


def _find_reflexive(doc: Doc, sentence: Sentence, place: int, lexicon: Lexicon) -> list[int]:
    window = sentence.own[max(0, place - 8) : place] + sentence.own[place + 1 : place + 10]
    places = [i for i in window if lexicon.has("reflexive", doc[i].lower_)]
    return sorted(places, key=lambda i: abs(i - sentence.own[place]))[:1]


def _auxiliaries(
    doc: Doc, sentence: Sentence, place: int, kind: FormKind, lexicon: Lexicon
) -> tuple[int | None, list[int]]:
    """The finite verb of the group and its other auxiliaries, by the parse, else by the words around."""
    verb = doc[sentence.own[place]]
    own = set(sentence.own)
    parsed = [token.i for token in clauses.auxiliaries(verb) if token.i in own]
    participle = kind in ("participle", "split participle")
    if not participle and not _is_infinitive(doc, sentence, place, parsed):
        return verb.i, []
    to = place > 0 and doc[sentence.own[place - 1]].lower_ == "te"
    if to and verb.dep_ == "conj":
        return None, []
    if parsed:
        return next((i for i in parsed if lexicon.has("auxiliary", doc[i].lower_)), None), parsed
    around = [*reversed(sentence.own[max(0, place - 20) : place]), *sentence.own[place + 1 : place + 3]]
    for index in around:
        if lexicon.has("auxiliary", doc[index].lower_):
            return index, [index]
        if doc[index].text in _BREAKS or (doc[index].text == "," and not participle):
            break
    return None, []


def _is_infinitive(doc: Doc, sentence: Sentence, place: int, auxiliaries: list[int]) -> bool:
    """Whether a form that could be plural is an infinitive; after a comma or at the start it is not."""
    verb = doc[sentence.own[place]]
    if not place or not verb.lower_.endswith("n"):
        return False
    before = doc[sentence.own[place - 1]]
    if before.lower_ == "te":
        return True
    if place == 1 and before.pos_ not in ("VERB", "AUX"):
        return False
    return before.text != "," and (bool(auxiliaries) or "Inf" in _verb_form(verb))


def _blocked(doc: Doc, sentence: Sentence, place: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words follows the verb within a few tokens or stands just before it.

    Groups of words may stand further before: ``moesten hun meerdere in Gent erkennen``.
    """
    after = " ".join(doc[i].lower_ for i in sentence.own[place + 1 : place + 7])
    before = [doc[i].lower_ for i in sentence.own[max(0, place - 4) : place]]
    single, group = f" {' '.join(before[-2:])} {after} ", f" {' '.join(before)} {after} "
    return any(f" {word} " in (group if " " in word else single) for word in words)
