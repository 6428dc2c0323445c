"""From source to speaker: the entity that a noun phrase refers to, or the turn that goes on."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.notes import QuoteNote, SpeakerNote
from nieuwsextract.pipeline.quotes.drafts import Draft, Source
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.people import Named, People, Someone
from nieuwsextract.pipeline.quotes.sentences import Chars, Reading, Sentence

#: How many sentences back a pronoun or an unattributed turn is resolved.
_REACH = 6
_PRONOUN_GENDER = {
    "hij": "male",
    "hem": "male",
    "ie": "male",
    "-ie": "male",
    "zij": "female",
    "ze": "female",
    "haar": "female",
}


class Speakers:
    """Resolves the sources of one doc's quotes in text order."""

    def __init__(self, doc: Doc, reading: Reading, lexicon: Lexicon) -> None:
        self.doc, self.lexicon = doc, lexicon
        self.people = People(doc)
        self.outer = [s for s in reading.sentences if s.region is None]
        self.place = {id(s): i for i, s in enumerate(self.outer)}
        #: Whom the quotes of a running sentence are attributed to.
        self.spoken: dict[int, Someone] = {}

    def notes(self, drafts: list[Draft]) -> list[QuoteNote]:
        """Return the notes of the drafts, in their order."""
        inside = [_embedding(draft, drafts) for draft in drafts]
        speakers: list[tuple[Someone, str] | None] = [None] * len(drafts)
        order = sorted(
            range(len(drafts)),
            key=lambda i: (drafts[i].sentence.kind == "headline" and not drafts[i].source, i),
        )
        for index in order:
            outer = inside[index]
            speakers[index] = self._find(drafts[index], speakers[outer] if outer is not None else None)
            self._remember(drafts[index], speakers[index])
        for index in order:
            if (
                speakers[index] is None
                and drafts[index].rule == "quotes/turn"
                and drafts[index].sentence.kind != "paragraph"
            ):
                speakers[index] = self._same_words(drafts[index], drafts, speakers)
        return [
            {
                "quote_type": draft.quote_type,
                "content": draft.content,
                "cue": draft.cue,
                "cue_lemma": draft.cue_lemma,
                "cue_class": draft.cue_class,
                "source": self._chars(draft.source),
                "speaker": _note(speaker),
                "addressee": None,
                "addressee_entity": None,
                "attributed_in": outer,
                "rule": draft.rule,
                "confidence": draft.confidence,
            }
            for draft, outer, speaker in zip(drafts, inside, speakers, strict=True)
        ]

    def _chars(self, source: Source | None) -> Chars | None:
        if source is None or source.end <= source.start:
            return None
        last = self.doc[source.end - 1]
        return self.doc[source.start].idx, last.idx + len(last)

    def _find(self, draft: Draft, outer: tuple[Someone, str] | None) -> tuple[Someone, str] | None:
        if draft.source is None:
            if draft.cue_lemma == "klinken":
                return self._echo(draft)
            if draft.rule != "quotes/turn" or draft.sentence.kind != "paragraph":
                return None
            found = self._turn(draft)
            return (found, "previous_quote") if found else None
        head = self.doc[draft.source.head]
        if head.lower_ in ("ik", "mij", "me"):
            return (outer[0], "pronoun") if outer else None
        return self._by_words(draft, draft.source)

    def _echo(self, draft: Draft) -> tuple[Someone, str] | None:
        """``…, klinkt het``: whoever spoke just before in the paragraph."""
        for sentence in (draft.sentence, draft.sentence.previous):
            if sentence is not None and id(sentence) in self.spoken:
                return self.spoken[id(sentence)], "previous_quote"
        return None

    def _by_words(self, draft: Draft, source: Source) -> tuple[Someone, str] | None:  # noqa: PLR0911
        head = self.doc[source.head]
        at_head = self.people.by_token.get(source.head)
        if at_head is not None and at_head.label != "NORP":
            return at_head.who, at_head.via
        named = [n for n in self.people.within(source.start, source.end) if n.label != "NORP"]
        if self._is_several(source):
            return None
        person = next((n for n in named if n.who.label == "PERSON" and self._is_apposed(n, source)), None)
        if person:
            return person.who, "name" if person.via == "name" else person.via
        other = next((n for n in named if self._is_apposed(n, source) or self._speaks_for(source, n)), None)
        if other:
            return other.who, other.via
        if not named and (name := self._unknown_name(source)):
            return name, "name"
        if self.lexicon.has("third_person", head.lower_):
            found = self._pronoun(draft, source)
            return (found, "pronoun") if found else None
        return self._role(draft, source)

    def _unknown_name(self, source: Source) -> Someone | None:
        """A proper name that the recogniser overlooked."""
        start = end = source.head
        if self.doc[source.head].pos_ != "PROPN":
            return None
        while start > source.start and self.doc[start - 1].pos_ == "PROPN":
            start -= 1
        while end + 1 < source.end and self.doc[end + 1].pos_ == "PROPN":
            end += 1
        return self.people.named_like(self.doc[start : end + 1].text)

    def _is_several(self, source: Source) -> bool:
        return any(
            t.dep_ == "conj" and t.head.i == source.head and source.start <= t.i < source.end
            for t in self.doc[source.head].children
        )

    def _is_apposed(self, named: Named, source: Source) -> bool:
        """``minister Jansen``, ``de krant El Tiempo``: no preposition between head and name."""
        if named.start <= source.head:
            return not any(t.pos_ == "ADP" for t in self.doc[named.end : source.head])
        return not any(
            t.pos_ == "ADP" or t.lower_ in ("die", "dat") for t in self.doc[source.head + 1 : named.start]
        )

    def _speaks_for(self, source: Source, named: Named) -> bool:
        """A spokesperson without a name speaks for the organisation."""
        word = self.doc[source.head].lower_
        return named.who.label in ("ORG", "GPE") and self.lexicon.has("spokesperson", word)

    def _role(self, draft: Draft, source: Source) -> tuple[Someone, str] | None:
        first, head = self.doc[source.start], self.doc[source.head]
        if not named_role(head) or not self.lexicon.has("definite", first.lower_):
            return None
        found = self.people.with_role(head.lower_, source.start)
        if found is None and self._is_anaphoric(source):
            found = self._back(draft.sentence, source.start, _gender_of(head.lower_))
        return (found, "role") if found else None

    def _is_anaphoric(self, source: Source) -> bool:
        """``de bewindsvrouw``, ``de Fransman``: a definite person that nothing else sets apart."""
        first, head = self.doc[source.start], self.doc[source.head]
        if first.lower_ != "de" or source.end != source.head + 1 or head.morph.get("Number", []) == ["Plur"]:
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
            near = [n for n in self.people.named if n.end <= source.start and n.who.label == "PERSON"]
            return near[-1].who if near and source.start - near[-1].end < 40 else None
        gender = _PRONOUN_GENDER.get(word)
        found = self._back(draft.sentence, source.start, gender)
        if found is not None and found.gender is None:
            found.gender = gender
        return found

    def _is_plural(self, draft: Draft) -> bool:
        """Whether the cue's finite verb is plural, by its form."""
        first = self.doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue else None
        if first is None or not len(first):
            return False
        number = first[0].morph.get("Number", [])
        return "Plur" in number or (not number and first[0].lower_.endswith("en"))

    def _back(self, sentence: Sentence, before: int, gender: str | None = None) -> Someone | None:
        """The person that the sentences before, nearest first, speak of."""
        at = self.place.get(id(sentence))
        if at is None:
            at = next((i for i, s in enumerate(self.outer) if s.start <= sentence.start < s.end), 0)
        for number, index in enumerate(range(at, max(-1, at - _REACH), -1)):
            found = self._person_of(
                self.outer[index], before if number == 0 else self.outer[index].end, gender, number > 0
            )
            if found is not None:
                return found
        return None

    def _person_of(self, sentence: Sentence, before: int, gender: str | None, spoken: bool) -> Someone | None:
        """Whom a sentence is about: who speaks in it, its subject, else the only person in it."""
        told = self.spoken.get(id(sentence)) if spoken else None
        if told is not None and _fits(told, gender):
            return told
        own = [i for i in sentence.own if i < before]
        named = [
            n
            for i in own
            if (n := self.people.by_token.get(i))
            and n.start == i
            and n.who.label == "PERSON"
            and _fits(n.who, gender)
        ]
        for item in named:
            if any(
                self.doc[i].dep_.startswith("nsubj") or self.doc[i].head.dep_.startswith("nsubj")
                for i in range(item.start, item.end)
            ):
                return item.who
        return named[0].who if named else None

    def _turn(self, draft: Draft) -> Someone | None:
        sentence = draft.sentence
        at = self.place.get(id(sentence), 0)
        if sentence.previous is None:
            following = self.outer[at + 1] if at + 1 < len(self.outer) else None
            if following is not None and following.block == sentence.block:
                found = self._person_of(following, following.end, None, False)
                if found:
                    return found
        return self._back(sentence, sentence.start)

    def _remember(self, draft: Draft, speaker: tuple[Someone, str] | None) -> None:
        if speaker and draft.sentence.region is None and speaker[0].label == "PERSON":
            self.spoken[id(draft.sentence)] = speaker[0]
            for marked in draft.marked:
                for sentence in self.outer:
                    if sentence.start <= marked.start < sentence.end:
                        self.spoken.setdefault(id(sentence), speaker[0])

    def _same_words(
        self, draft: Draft, drafts: list[Draft], speakers: list[tuple[Someone, str] | None]
    ) -> tuple[Someone, str] | None:
        """A headline's quote is somebody's words from the body: the quote that shares most of them."""
        words = _words(self.doc, draft)
        best, found = 0.5, None
        for other, speaker in zip(drafts, speakers, strict=True):
            if other is draft or speaker is None:
                continue
            share = len(words & _words(self.doc, other)) / max(1, len(words))
            if share > best:
                best, found = share, speaker
        return (found[0], "previous_quote") if found else None


def named_role(head: Token) -> bool:
    """Whether a head can be a role or a description: no pronoun."""
    return head.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")


def _gender_of(noun: str) -> str | None:
    if noun.endswith(("vrouw", "ster", "trice", "es", "in", "euse", "dame")):
        return "female"
    return "male" if noun.endswith("man") else None


def _fits(who: Someone, gender: str | None) -> bool:
    return gender is None or who.gender is None or who.gender == gender


def _words(doc: Doc, draft: Draft) -> set[str]:
    text = " ".join(doc.text[s:e] for s, e in draft.content).lower()
    return {word.strip(".,;:!?'\"‘’“”„") for word in text.split()}


def _note(speaker: tuple[Someone, str] | None) -> SpeakerNote | None:
    if speaker is None:
        return None
    return {"entity": speaker[0].entity, "name": speaker[0].name, "via": speaker[1]}


def _embedding(draft: Draft, drafts: list[Draft]) -> int | None:
    """The index of the smallest quote whose content holds this one with its cue."""
    at = draft.cue[0][0] if draft.cue else draft.start
    holding = [
        (other.size, index)
        for index, other in enumerate(drafts)
        if other is not draft
        and any(s <= at < e and s <= draft.start and draft.content[-1][1] <= e for s, e in other.content)
    ]
    return min(holding)[1] if holding else None
