"""Whom the text is about at a place: who spoke last, and the persons that sentences begin with."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.quotes.drafts import Draft
from nieuwsextract.pipeline.quotes.lexicon import Lexicon
from nieuwsextract.pipeline.quotes.people import Named, People, Someone
from nieuwsextract.pipeline.quotes.sentences import Reading, Sentence

#: How many sentences back a pronoun or an unattributed turn is resolved.
REACH = 8
#: What speaking, being a main clause's subject and being named weigh in the sentence before; how it fades.
SPEAKER, SUBJECT, NAMED = 1.0, 1.0, 0.4
FADING = 0.7
#: The weight of somebody's share of all mentions of persons.
PROTAGONIST = 0.5


class Focus:
    """Follows who speaks through one doc; ``remember`` is to be called in text order."""

    def __init__(self, doc: Doc, reading: Reading, people: People, lexicon: Lexicon) -> None:
        self.doc, self.people, self.lexicon = doc, people, lexicon
        self.outer = [s for s in reading.sentences if s.region is None]
        self.starts = [s.start for s in self.outer]
        #: Running sentence (its place) → the person whose words stand in it.
        self.spoken: dict[int, Someone] = {}
        self.shares: dict[int, float] = {}

    def remember(self, draft: Draft, speaker: Someone) -> None:
        """Note who spoke in the sentences of a quote that no other quote holds; a name stands above none."""
        if draft.sentence.region is None:
            place = self._place(draft.sentence.start)
            if speaker.name or place not in self.spoken:
                self.spoken[place] = speaker
            for marked in draft.marked:
                self.spoken.setdefault(self._place(marked.start), speaker)

    def sentence_at(self, token: int) -> Sentence:
        """Return the running sentence that a token stands in."""
        return self.outer[self._place(token)]

    def people_between(self, start: int, before: int) -> list[Named]:
        """Return the mentions of persons in a stretch of tokens."""
        return [n for n in self.people.within(max(0, start), before) if n.who.label == "PERSON"]

    def echoed(self, sentence: Sentence) -> Someone | None:
        """Return who spoke in a sentence, else in the one before it in the paragraph."""
        place = self._place(sentence.start)
        return self.spoken.get(place) or (self.spoken.get(place - 1) if sentence.previous else None)

    def speaks_on(self, draft: Draft) -> Someone | None:
        """Return who says a quotation that names no speaker.

        With a colon the sentence before it may tell; without one the sentence after a paragraph's first
        quotation does (``"Het is op." De Rooij stond …``); else the turn goes on.
        """
        sentence = draft.sentence
        said = self.spoken.get(self._place(sentence.start)) if draft.cue else self._after(sentence)
        return said or self._answering(sentence) or self._turn(sentence)

    def spoke_before(self, sentence: Sentence, gender: str | None) -> Someone | None:
        """Return the person who spoke in the sentence before, in the same paragraph."""
        told = self.spoken.get(self._place(sentence.start) - 1) if sentence.previous is not None else None
        return told if told and told.name and told.label == "PERSON" and _fits(told, gender) else None

    def is_heading(self, draft: Draft) -> bool:
        """Whether a quotation is a headline or, alone in its block and without a full stop, a heading."""
        sentence = draft.sentence
        if sentence.kind != "paragraph":
            return True
        after = self._place(sentence.start) + 1
        alone = sentence.previous is None and not (
            after < len(self.outer) and self.outer[after].block == sentence.block
        )
        marked = draft.marked[0] if draft.marked else None
        closed = marked is not None and marked.quotation.close is not None and marked.text[-1].isalnum()
        return alone and closed and not draft.cue and after < len(self.outer)

    def _answering(self, sentence: Sentence) -> Someone | None:
        """Who was asked: the paragraph before says ``u``, so that whoever answered before goes on."""
        lead = sentence.lead
        if lead is None or lead.children or not any(self._addresses(i) for i in lead.own):
            return None
        asked = self._place(lead.start)
        while asked and self.outer[asked].previous is not None:
            asked -= 1
        places = range(asked - 1, max(-1, asked - 1 - REACH), -1)
        return next((self.spoken[place] for place in places if place in self.spoken), None)

    def _addresses(self, index: int) -> bool:
        return self.lexicon.has("reader", self.doc[index].lower_)

    def back(self, sentence: Sentence, before: int, gender: str | None = None) -> Someone | None:
        """Return the person that the text is about: who spoke last, or the nearest subject before a token."""
        at = self._place(sentence.start)
        for number, index in enumerate(range(at, max(-1, at - REACH), -1)):
            earlier = self.outer[index]
            told = self.spoken.get(index) if number else None
            found = told if told and told.label == "PERSON" and _fits(told, gender) else None
            found = found or self._subject_of(earlier, before if not number else earlier.end, gender)
            if found is not None:
                return found
        near = [
            n for n in self.people_between(self.starts[max(0, at - REACH)], before) if _fits(n.who, gender)
        ]
        return near[-1].who if near else None

    def _after(self, sentence: Sentence) -> Someone | None:
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
        return self._most_salient(place)

    def _most_salient(self, place: int) -> Someone | None:
        """Who is most in focus before a running sentence: speakers, then subjects, then others named.

        Each counts by how near it is; of those about equally near the one whom the text names most wins.
        """
        scores: dict[int, float] = {}
        found: dict[int, Someone] = {}
        for distance, index in enumerate(range(place - 1, max(-1, place - 1 - REACH), -1)):
            for who, weight in self._weights(index):
                value = weight * FADING**distance
                if value > scores.get(id(who), 0.0):
                    scores[id(who)], found[id(who)] = value, who
        for key, who in found.items():
            scores[key] += PROTAGONIST * self._share(who)
        best = max(scores, key=lambda key: scores[key], default=None)
        return found[best] if best is not None else None

    def _weights(self, index: int) -> Iterator[tuple[Someone, float]]:
        sentence = self.outer[index]
        told = self.spoken.get(index)
        if told is not None and told.label == "PERSON":
            yield told, SPEAKER
        subject = self._subject_of(sentence, sentence.end, None)
        for token in sentence.own:
            item = self.people.by_token.get(token)
            if item is not None and item.who.label == "PERSON":
                yield item.who, SUBJECT if item.who is subject else NAMED

    def _share(self, who: Someone) -> float:
        """How many of the mentions of persons are somebody's."""
        if not self.shares:
            persons = [n.who for n in self.people.named if n.who.label == "PERSON"]
            counts = Counter(map(id, persons))
            self.shares = {key: count / len(persons) for key, count in counts.items()}
        return self.shares.get(id(who), 0.0)

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
        return max(0, bisect_right(self.starts, token) - 1)

    def _subject_of(self, sentence: Sentence, before: int, gender: str | None) -> Someone | None:
        """The person who is the subject of a sentence's main clause, or whose name begins it."""
        words = [i for i in sentence.own if not self.doc[i].is_punct and not self.doc[i].is_space]
        first = self.people.by_token.get(words[0]) if words else None
        named = first is not None and first.via != "pronoun" and first.who.label == "PERSON"
        if first and named and words[0] < before and _fits(first.who, gender):
            return first.who
        for index in sentence.own:
            token = self.doc[index]
            if index >= before or not token.dep_.startswith("nsubj") or not _is_main(token.head):
                continue
            for place in (token.i, *_apposed(token), *self._named_in(token)):
                item = self.people.by_token.get(place)
                if item and item.who.label == "PERSON" and place < before and _fits(item.who, gender):
                    return item.who
        return None

    def _named_in(self, noun: Token) -> Iterator[int]:
        """``Minister van Onderwijs Ben Weyts``: where names begin in a noun's phrase, not behind ``van``."""
        for index in range(noun.i + 1, clauses.noun_phrase(noun)[1]):
            item = self.people.by_token.get(index)
            if item is not None and item.start == index and self.doc[index - 1].pos_ != "ADP":
                yield index


def _apposed(noun: Token) -> Iterator[int]:
    """Where a name may stand that a subject is called by; parsers coordinate some appositions."""
    for child in noun.children:
        after_comma = child.dep_ == "conj" and noun.doc[child.left_edge.i - 1].text == ","
        if child.dep_ in ("appos", "flat", "nmod") or after_comma:
            yield child.i


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ in clauses.ROOT or verb.dep_ == "parataxis"


def _fits(who: Someone, gender: str | None) -> bool:
    return gender is None or who.gender is None or who.gender == gender
