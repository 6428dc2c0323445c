"""Whom a source refers to: by a name in it, a role, a pronoun, or because the turn goes on."""

from spacy.tokens import Doc

from nieuwsextract.pipeline.quotes.drafts import Draft, Source
from nieuwsextract.pipeline.quotes.focus import REACH, Focus
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.people import Named, People, Someone, is_of_other_party
from nieuwsextract.pipeline.quotes.sentences import Reading

Speaker = tuple[Someone, str]


class References:
    """Resolves the sources of one doc's quotes; to be asked in text order."""

    def __init__(self, doc: Doc, reading: Reading, lexicon: Lexicon) -> None:
        self.doc, self.lexicon = doc, lexicon
        self.people = People(doc, lexicon)
        self.focus = Focus(doc, reading, self.people, lexicon)

    def speaker(self, draft: Draft, outer: Speaker | None, *, in_direct: bool) -> Speaker | None:
        """Return who says a quote and how that is known.

        ``outer`` says the quote around it, which is direct or not: ``"Hij liegt", zei Jansen`` speaks of
        another, ``Jansen zei dat hij ontkent`` of Jansen.
        """
        found = self._speaker(draft, outer, in_direct)
        return found if found and found[0].name else None

    def _speaker(self, draft: Draft, outer: Speaker | None, in_direct: bool) -> Speaker | None:
        if draft.source is None:
            return self._without_source(draft)
        if self.lexicon.has("self", self.doc[draft.source.head].lower_):
            return (outer[0], "pronoun") if outer else None
        found = self._named(draft, draft.source) or self._described(draft, draft.source)
        if found and found[1] == "pronoun":
            found = self._goes_on(draft, draft.source) or found
            if self._is_spoken_of(found[0], draft):
                other = self._pronoun(draft, draft.source)
                return (other, "pronoun") if other and not self._is_spoken_of(other, draft) else None
        if in_direct and found and outer and found[0] is outer[0] and found[1] == "pronoun":
            return self._somebody_else(draft.source, outer[0])
        return found

    def unnamed(self, draft: Draft, source: Source) -> Someone:
        """Return a stand-in, without a name, for a source that nobody is known by."""
        label = "" if self._is_plural(draft) or self._is_several(draft, source) else "PERSON"
        return Someone("", label, gender=_gender_of_noun(self.doc[source.head].lower_, self.lexicon))

    def entity_at(self, phrase: Source | None) -> int | None:
        """Return the entity that a phrase's head or first name means, as an index into the mentions."""
        if phrase is None:
            return None
        named = [n for n in self.people.within(phrase.start, phrase.end) if _is_someone(n)]
        at_head = self.people.by_token.get(phrase.head)
        best = at_head if at_head is not None and _is_someone(at_head) else next(iter(named), None)
        return best.who.entity if best else None

    def _goes_on(self, draft: Draft, source: Source) -> Speaker | None:
        """``… zegt Postma. Het is te laat, zegt hij``: the last speaker, unless another is named."""
        named, said = self.focus.people_between(draft.sentence.start, source.start), self._named_in(draft)
        if any(n.start in draft.sentence.own and n not in said for n in named):
            return None
        gender = _gender_of_pronoun(self.doc[source.head].lower_, self.lexicon)
        before = self.focus.spoke_before(draft.sentence, gender)
        return (before, "pronoun") if before and not self._is_spoken_of(before, draft) else None

    def _is_spoken_of(self, who: Someone, draft: Draft) -> bool:
        """``"Trump blaft vaker dan hij bijt", zegt hij``: nobody calls himself by his name."""
        named = self._named_in(draft) if draft.quote_type == "direct" else []
        return any(n.who is who and n.via == "name" for n in named)

    def _named_in(self, draft: Draft) -> list[Named]:
        """Return the mentions in what a quote says."""
        spans = [self.doc.char_span(*chars, alignment_mode="expand") for chars in draft.content]
        return [n for span in spans if span is not None for n in self.people.within(span.start, span.end)]

    def _somebody_else(self, source: Source, speaker: Someone) -> Speaker | None:
        """``"Hij zei dat ook"``, said by Jansen: not Jansen, but the person named last besides."""
        others = [
            n for n in self.focus.people_between(source.start - 60, source.start) if n.who is not speaker
        ]
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
        return (
            self._government(source)
            or self._apposition_after(source)
            or self._unknown_name(source)
            or self._spokesperson(source)
        )

    def _is_several(self, draft: Draft, source: Source) -> bool:
        """Coordinated speakers with a plural verb; a list of one person's qualities has a singular one."""
        phrase = self.doc[source.start : source.end]
        joined = any(t.dep_ == "conj" and t in phrase for t in self.doc[source.head].children)
        ands = [t.i for t in phrase if t.lower_ == "en"]
        names = any(
            self.doc[i - 1].ent_type_ and self.doc[i + 1].ent_type_ for i in ands if i + 1 < source.end
        )
        no_verb = self.lexicon.has("verbless", draft.cue_lemma or "")
        return (joined or names) and (self._is_plural(draft) or (names and no_verb))

    def _is_apposed(self, named: Named, source: Source) -> bool:
        """``minister van Cultuur Jansen``, ``de krant El Tiempo``: no preposition right before the name."""
        if named.start <= source.head:
            return not any(t.pos_ == "ADP" for t in self.doc[named.end : source.head])
        between = self.doc[source.head + 1 : named.start]
        if not len(between):
            return True
        inner = any(t.pos_ == "ADP" for t in between)
        if inner and named.who.label != "PERSON":
            return False
        titled = len(between) < 2 or between[-2].pos_ != "DET"
        if inner and titled and self.lexicon.has("person_noun", between[-1].lower_):
            return False
        relative = any(self.lexicon.has("pointing", t.lower_) for t in between)
        return between[-1].pos_ not in ("ADP", "DET") and not relative

    def _speaks_for(self, source: Source, named: Named) -> bool:
        """A spokesperson without a name speaks for the organisation."""
        if named.who.label not in ("ORG", "GPE") or named.start <= source.head:
            return False
        links = [t.lower_ for t in self.doc[source.head + 1 : named.start] if t.pos_ == "ADP"]
        belongs = not links or self.lexicon.has("behalf", links[-1])
        return belongs and self.lexicon.has("spokesperson", self.doc[source.head].lower_)

    def _government(self, source: Source) -> Speaker | None:
        """``De Cypriotische regering`` speaks for the country."""
        if not self.lexicon.has("government", self.doc[source.head].lower_):
            return None
        named = self.people.within(source.start, source.head)
        return next(((n.who, n.via) for n in named if n.who.label == "GPE"), None)

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
        item = self.people.by_token.get(source.head)
        inhabitant = item is not None and item.label == "NORP" and item.who.country is not None
        known = any(self.lexicon.has(kind, head.lower_) for kind in ("person_plural", "indefinite"))
        if head.pos_ != "PROPN" or inhabitant or known or head.lower_.endswith(("'er", "’er")):
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
        sentence = self.focus.sentence_at(source.head)
        for _ in range(REACH):
            sentence = sentence.previous or sentence
        near = [n for n in self.people.within(sentence.start, source.start) if n.who.label == "ORG"]
        return (near[-1].who, "role") if near else None

    # --- sources without a name

    def _described(self, draft: Draft, source: Source) -> Speaker | None:
        first, head = self.doc[source.start], self.doc[source.head]
        if self.lexicon.has("third_person", head.lower_):
            found = self._pronoun(draft, source)
            return (found, "pronoun") if found else None
        bare = draft.sentence.kind == "headline" and self.lexicon.has("person_noun", head.lower_)
        if not (bare or self.lexicon.has("definite", first.lower_)) or head.pos_ not in (
            "NOUN",
            "ADJ",
            "PROPN",
            "NUM",
        ):
            return None
        found = self.people.with_role(head.lower_, source.start)
        if found is None and self._is_anaphoric(source):
            found = self.focus.back(draft.sentence, source.start, _gender_of_noun(head.lower_, self.lexicon))
            if found is not None and is_of_other_party(found, head.lower_):
                return None
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
        if self.lexicon.has("she_or_they", word) and self._is_plural(draft):
            return None
        if self.lexicon.has("this_one", word):
            return self._antecedent(source.start)
        gender = _gender_of_pronoun(word, self.lexicon)
        found = self.focus.back(draft.sentence, source.start, gender)
        if found is not None and found.gender is None:
            found.gender = gender
        return found

    def _antecedent(self, at: int) -> Someone | None:
        """``Zijlaard, die …``: whoever is named right before; at a sentence's start the person named last."""
        before = at - 1
        if self.doc[before].text == ",":
            before -= 1
        if at > self.focus.sentence_at(at).start and self.doc[before].pos_ in ("NOUN", "PROPN"):
            item = self.people.by_token.get(before)
            return item.who if item and _is_someone(item) else None
        near = self.focus.people_between(at - 40, at)
        return near[-1].who if near else None

    def _is_plural(self, draft: Draft) -> bool:
        """Whether the cue's first verb is plural, by its form."""
        first = self.doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue else None
        if first is None or not len(first):
            return False
        number = first[0].morph.get("Number", [])
        return "Plur" in number or (not number and first[0].lower_.endswith("en"))

    def _without_source(self, draft: Draft) -> Speaker | None:
        """``klinkt het`` echoes whoever spoke just before; a quotation without a speaker is the next turn."""
        if draft.cue_lemma == "klinken":
            found = self.focus.echoed(draft.sentence)
        elif draft.rule in ("quotes/turn", "quotes/colon") and not self.focus.is_heading(draft):
            found = self.focus.speaks_on(draft)
        else:
            return None
        return (found, "previous_quote") if found else None


def _is_someone(named: Named) -> bool:
    """``de Fransman`` names a nationality, not who is meant."""
    return "NORP" not in (named.label, named.who.label)


def gender_of(word: str, lexicon: Lexicon) -> str | None:
    """Return the sex that a pronoun, or the ending of a noun for people, tells; None: neither."""
    return _gender_of_pronoun(word, lexicon) or _gender_of_noun(word, lexicon)


def _gender_of_pronoun(word: str, lexicon: Lexicon) -> str | None:
    if lexicon.has("female_pronoun", word):
        return "female"
    return "male" if lexicon.has("male_pronoun", word) else None


def _gender_of_noun(noun: str, lexicon: Lexicon) -> str | None:
    if noun.endswith(tuple(lexicon.words["female_ending"])):
        return "female"
    return "male" if noun.endswith(tuple(lexicon.words["male_ending"])) else None
