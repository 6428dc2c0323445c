"""Whom a source refers to: by a name in it, a role, a pronoun, or because the turn goes on."""

from bisect import bisect_right

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.drafts import Draft, Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.people import Named, People, Someone
from nieuwsextract.pipeline.quotes.sentences import Reading, Sentence

Speaker = tuple[Someone, str]

#: How many sentences back a pronoun or an unattributed turn is resolved.
_REACH = 8
_GENDERS = {
    "hij": "male", "hem": "male", "ie": "male", "-ie": "male",
    "zij": "female", "ze": "female", "haar": "female",
}  # fmt: skip


class References:
    """Resolves the sources of one doc's quotes; to be asked in text order."""

    def __init__(self, doc: Doc, reading: Reading, lexicon: Lexicon) -> None:
        self.doc, self.lexicon = doc, lexicon
        self.people = People(doc)
        self.outer = [s for s in reading.sentences if s.region is None]
        self.starts = [s.start for s in self.outer]
        #: Running sentence (its place) → the person whose words stand in it.
        self.spoken: dict[int, Someone] = {}

    def speaker(self, draft: Draft, outer: Speaker | None) -> Speaker | None:
        """Return who says a quote and how that is known; ``outer`` says the quote around it."""
        if draft.source is None:
            return self._without_source(draft)
        if self.doc[draft.source.head].lower_ in ("ik", "mij", "me"):
            return (outer[0], "pronoun") if outer else None
        found = self._named(draft, draft.source) or self._described(draft, draft.source)
        if found and outer and found[0] is outer[0] and found[1] == "pronoun":
            return self._somebody_else(draft.source, outer[0])
        return found

    def entity_at(self, phrase: Source | None) -> int | None:
        """Return the entity that a phrase's head or first name means, as an index into the mentions."""
        if phrase is None:
            return None
        named = [n for n in self.people.within(phrase.start, phrase.end) if _is_someone(n)]
        at_head = self.people.by_token.get(phrase.head)
        best = at_head if at_head is not None and _is_someone(at_head) else next(iter(named), None)
        return best.who.entity if best else None

    def remember(self, draft: Draft, speaker: Speaker | None) -> None:
        """Note who spoke in the sentences of a quote."""
        if speaker and draft.sentence.region is None:
            self.spoken[self._place(draft.sentence.start)] = speaker[0]
            for marked in draft.marked:
                self.spoken.setdefault(self._place(marked.start), speaker[0])

    def _somebody_else(self, source: Source, speaker: Someone) -> Speaker | None:
        """``"Hij zei dat ook"``, said by Jansen: not Jansen, but the person named last besides."""
        others = [n for n in self._people_between(source.start - 60, source.start) if n.who is not speaker]
        return (others[-1].who, "pronoun") if others else None

    # --- sources with a name

    def _named(self, draft: Draft, source: Source) -> Speaker | None:
        if self._is_several(draft, source):
            return None
        at_head = self.people.by_token.get(source.head)
        if at_head is not None and _is_someone(at_head):
            return at_head.who, at_head.via
        named = [
            n for n in self.people.within(source.start, source.end) if _is_someone(n) and n.via != "pronoun"
        ]
        apposed = [n for n in named if self._is_apposed(n, source)]
        people = [n for n in apposed if n.who.label == "PERSON"]
        others = [n for n in named if self._speaks_for(source, n)]
        for item in (*people, *apposed, *others):
            return item.who, item.via
        return self._apposition_after(source) or self._unknown_name(source) or self._spokesperson(source)

    def _is_several(self, draft: Draft, source: Source) -> bool:
        """Coordinated speakers with a plural verb; a list of one person's qualities has a singular one."""
        joined = any(
            t.dep_ == "conj" and source.start <= t.i < source.end for t in self.doc[source.head].children
        )
        return joined and self._is_plural(draft)

    def _is_apposed(self, named: Named, source: Source) -> bool:
        """``minister van Cultuur Jansen``, ``de krant El Tiempo``: no preposition right before the name."""
        if named.start <= source.head:
            return not any(t.pos_ == "ADP" for t in self.doc[named.end : source.head])
        between = self.doc[source.head + 1 : named.start]
        if not len(between):
            return True
        return between[-1].pos_ not in ("ADP", "DET") and not any(t.lower_ in ("die", "dat") for t in between)

    def _speaks_for(self, source: Source, named: Named) -> bool:
        """A spokesperson without a name speaks for the organisation."""
        word = self.doc[source.head].lower_
        return named.who.label in ("ORG", "GPE") and self.lexicon.has("spokesperson", word)

    def _apposition_after(self, source: Source) -> Speaker | None:
        """The name after a description: ``De ambassadeur, Anatoli Zjdanov, zei``."""
        if source.end + 1 >= len(self.doc) or self.doc[source.end].text != ",":
            return None
        item = self.people.by_token.get(source.end + 1)
        human = item is not None and item.who.label == "PERSON" and self.doc[source.head].pos_ == "NOUN"
        return (item.who, "apposition") if item and human else None

    def _unknown_name(self, source: Source) -> Speaker | None:
        """A proper name that the recogniser overlooked."""
        start = end = source.head
        head = self.doc[source.head]
        if head.pos_ != "PROPN" or self.lexicon.has("person_plural", head.lower_):
            return None
        while start > source.start and self.doc[start - 1].pos_ == "PROPN":
            start -= 1
        while end + 1 < source.end and self.doc[end + 1].pos_ == "PROPN":
            end += 1
        return self.people.named_like(self.doc[start : end + 1].text), "name"

    def _spokesperson(self, source: Source) -> Speaker | None:
        """``Een woordvoerder``: of the organisation that the paragraph named last."""
        if source.end - source.start > 2 or not self.lexicon.has(
            "spokesperson", self.doc[source.head].lower_
        ):
            return None
        sentence = self.outer[self._place(source.head)]
        for _ in range(_REACH):
            sentence = sentence.previous or sentence
        near = [n for n in self.people.within(sentence.start, source.start) if n.who.label == "ORG"]
        return (near[-1].who, "role") if near else None

    # --- sources without a name

    def _described(self, draft: Draft, source: Source) -> Speaker | None:
        first, head = self.doc[source.start], self.doc[source.head]
        if self.lexicon.has("third_person", head.lower_):
            found = self._pronoun(draft, source)
            return (found, "pronoun") if found else None
        if not self.lexicon.has("definite", first.lower_) or head.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM"):
            return None
        found = self.people.with_role(head.lower_, source.start)
        if found is None and self._is_anaphoric(source):
            found = self._back(draft.sentence, source.start, _gender_of(head.lower_))
        return (found, "role") if found else None

    def _is_anaphoric(self, source: Source) -> bool:
        """``de bewindsvrouw``, ``de Fransman``: a definite person that nothing else sets apart."""
        first, head = self.doc[source.start], self.doc[source.head]
        if first.lower_ != "de" or source.end != source.head + 1:
            return False
        if any(t.ent_type_ == "NORP" for t in self.doc[source.start : source.head]):
            return False
        norp = head.ent_type_ == "NORP" and not head.lower_.endswith(("en", "s"))
        return norp or head.lower_.endswith(tuple(self.lexicon.words["person_suffix"]))

    def _pronoun(self, draft: Draft, source: Source) -> Someone | None:
        word = self.doc[source.head].lower_
        if word in ("ze", "zij") and self._is_plural(draft):
            return None
        if word in ("die", "deze"):
            near = self._people_between(source.start - 40, source.start)
            return near[-1].who if near else None
        gender = _GENDERS.get(word)
        found = self._back(draft.sentence, source.start, gender)
        if found is not None and found.gender is None:
            found.gender = gender
        return found

    def _is_plural(self, draft: Draft) -> bool:
        """Whether the cue's first verb is plural, by its form."""
        first = self.doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue else None
        if first is None or not len(first):
            return False
        number = first[0].morph.get("Number", [])
        return "Plur" in number or (not number and first[0].lower_.endswith("en"))

    def _without_source(self, draft: Draft) -> Speaker | None:
        """``klinkt het`` echoes whoever spoke just before; a quotation without a cue is the next turn."""
        place = self._place(draft.sentence.start)
        if draft.cue_lemma == "klinken":
            found = self.spoken.get(place) or (
                self.spoken.get(place - 1) if draft.sentence.previous else None
            )
        elif draft.rule == "quotes/turn" and draft.sentence.kind == "paragraph":
            found = self._after(draft.sentence) or self._turn(draft.sentence)
        else:
            return None
        return (found, "previous_quote") if found else None

    def _after(self, sentence: Sentence) -> Someone | None:
        """``"Het is op." De Rooij stond …``: the paragraph begins with the quotation, its speaker follows."""
        at = self._place(sentence.start) + 1
        if sentence.previous is not None or at >= len(self.outer) or self.outer[at].block != sentence.block:
            return None
        return self._subject_of(self.outer[at], self.outer[at].end, None)

    def _turn(self, sentence: Sentence) -> Someone | None:
        """Who goes on speaking: the subject of the sentence before, else whoever spoke last."""
        place = self._place(sentence.start)
        before = self.spoken.get(place - 1)
        if before is not None and sentence.previous is not None:
            return before
        if sentence.previous is not None and self._is_about_others(sentence.previous):
            return None
        return self._back(sentence, sentence.start)

    # --- whom the text is about

    def _back(self, sentence: Sentence, before: int, gender: str | None = None) -> Someone | None:
        """The person that the text is about: who spoke last, or the nearest subject before a token."""
        at = self._place(sentence.start)
        for number, index in enumerate(range(at, max(-1, at - _REACH), -1)):
            earlier = self.outer[index]
            told = self.spoken.get(index) if number else None
            found = told if told and told.label == "PERSON" and _fits(told, gender) else None
            found = found or self._subject_of(earlier, before if not number else earlier.end, gender)
            if found is not None:
                return found
        near = [
            n for n in self._people_between(self.starts[max(0, at - _REACH)], before) if _fits(n.who, gender)
        ]
        return near[-1].who if near else None

    def _is_about_others(self, sentence: Sentence) -> bool:
        """Whether a sentence's subject is an organisation, a country or several: no turn goes on."""
        for index in sentence.own:
            token = self.doc[index]
            if token.dep_.startswith("nsubj") and _is_main(token.head):
                item = self.people.by_token.get(token.i)
                joined = any(child.dep_ == "conj" for child in token.children)
                return joined or (item is not None and item.who.label in ("ORG", "GPE"))
        return False

    def _place(self, token: int) -> int:
        """The running sentence that a token stands in."""
        return max(0, bisect_right(self.starts, token) - 1)

    def _people_between(self, start: int, before: int) -> list[Named]:
        return [n for n in self.people.within(max(0, start), before) if n.who.label == "PERSON"]

    def _subject_of(self, sentence: Sentence, before: int, gender: str | None) -> Someone | None:
        """The person who is the subject of a sentence's main clause."""
        for index in sentence.own:
            token = self.doc[index]
            if index >= before or not token.dep_.startswith("nsubj") or not _is_main(token.head):
                continue
            places = [token.i, *(c.i for c in token.children if c.dep_ in ("appos", "flat", "nmod"))]
            for place in places:
                item = self.people.by_token.get(place)
                if item and item.who.label == "PERSON" and place < before and _fits(item.who, gender):
                    return item.who
        return None


def _is_someone(named: Named) -> bool:
    """``de Fransman`` names a nationality, not who is meant."""
    return "NORP" not in (named.label, named.who.label)


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ in clauses.ROOT or verb.dep_ == "parataxis"


def _gender_of(noun: str) -> str | None:
    if noun.endswith(("vrouw", "ster", "trice", "es", "in", "euse", "dame")):
        return "female"
    return "male" if noun.endswith("man") else None


def _fits(who: Someone, gender: str | None) -> bool:
    return gender is None or who.gender is None or who.gender == gender
