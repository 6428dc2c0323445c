"""Roles of people from the words around their names: ``premier De Wit``, ``X, directeur van Y``."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from nieuwsextract.pipeline.mentions.cases import read_cases
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.holders import is_suspect
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.phrases import Phrase, Phrases, age_in

#: Tokens that may stand between a name and its apposition: ``(67),`` ``(PvdA),``.
_MAX_GAP = 8
#: ``(61)``: from bracket to bracket.
_AGE_IN_BRACKETS = 2


class Roles:
    """Gives the people of one doc their roles, and adds the appositions that are mentions of them."""

    def __init__(self, doc: Doc, lexicon: WhoLexicon, phrases: Phrases, named: dict[int, Draft]) -> None:
        self.doc, self.lexicon, self.phrases, self.named = doc, lexicon, phrases, named
        self.countries = {note["start"]: note for note in doc._.nieuws_countries if note["country"]}
        self.organisations = {draft.name.lower(): draft for draft in named.values() if draft.label == "ORG"}
        #: ``zijn ambtgenoot X``: the possessive's token → X, who has its owner's role.
        self.peers: dict[int, Draft] = {}
        #: First token of an apposition → its span and who it is.
        self.appositions: dict[int, tuple[Span, Draft]] = {}
        #: First tokens of phrases that are spoken for: titles and appositions.
        self.taken: set[int] = set()

    def read(self, people: list[Draft], ents: Sequence[Span]) -> None:
        """Read what stands around every name of a person."""
        persons = {id(person) for person in people}
        for ent in ents:
            draft = self.named.get(ent.start)
            if draft is None or ent.label_ != "PERSON" or id(draft) not in persons:
                continue
            start = self._read_before(ent, draft)
            self._read_plural(ent)
            end = self._read_brackets(ent, draft)
            self._read_apposition_before(start, end, draft)
            self._read_apposition_after(end, draft)
            self._read_predicate(end, draft)
        read_cases(self.doc, ents, self.named, self.lexicon)

    def read_things(self, named: dict[int, tuple[int, Draft]]) -> None:
        """``Ouagadougou, de hoofdstad van Burkina Faso,``: appositions of places and organisations."""
        for end, draft in named.values():
            if draft.label not in ("GPE", "ORG") or end >= len(self.doc) - 1 or self.doc[end].text != ",":
                continue
            if self.doc[end + 1].lower_ not in self.lexicon.articles:
                continue
            phrase = self.phrases.starting_at(end + 1)
            if phrase is None or phrase.bare or end + 1 in self.named:
                continue
            whole = self.phrases.with_complement(phrase)
            if self._describes(self.doc[phrase.head], draft) and self._is_parenthetic(whole.end):
                self._mention(whole, draft)

    def _describes(self, head: Token, draft: Draft) -> bool:
        """Whether a noun in the singular can say what a place or organisation is."""
        if "Plur" in head.morph.get("Number", []):
            return False
        place = draft.label == "GPE" and self.lexicon.place_description(head.lower_) is not None
        return place or self.lexicon.organisation_noun(head.lower_) is not None

    def _is_parenthetic(self, end: int) -> bool:
        return end >= len(self.doc) or self.doc[end].is_punct

    def _read_before(self, ent: Span, draft: Draft) -> int:
        """Title and nationality right before the name; return where the whole phrase begins."""
        phrase = self._past_address(self.phrases.before(ent.start), draft)
        if phrase is None:
            begin = self.phrases.begin(ent.start)
            if any(at in self.phrases.demonyms for at in range(begin, ent.start)):
                self._read_country(begin, ent.start, draft, "demonym")
                self.taken.add(begin)
                return begin
            return ent.start
        title = self.lexicon.title(self.doc[phrase.head].lower_)
        if title is not None and title.rule.pleads and is_suspect(draft.name):
            # In headlines `advocaat Jos B.` is the one who pleads for him.
            return ent.start
        self._give(draft, phrase)
        self._read_affiliation(phrase.head, ent.start, draft)
        self._read_complement(ent, phrase, draft)
        self.taken.add(phrase.start)
        return phrase.start

    def _past_address(self, phrase: Phrase | None, draft: Draft) -> Phrase | None:
        """``viroloog dr. | Sander Herfst``: the office before the form of address, if there is one."""
        title = self.lexicon.title(self.doc[phrase.head].lower_) if phrase is not None else None
        if phrase is None or title is None or not title.rule.address:
            return phrase
        self._give(draft, phrase)
        return self.phrases.before(phrase.head) or phrase

    def _read_plural(self, ent: Span) -> None:
        """``de ministers Kaag (Buitenlandse Zaken) en Bijleveld``: each of them is one."""
        head = self.doc[ent.start - 1] if ent.start > 0 else None
        found = (
            self.lexicon.plural_title(head.lower_) if head is not None and head.text[-1].islower() else None
        )
        if head is None or found is None:
            return
        (singular, title), at = found, ent.start
        begin = self.phrases.begin(head.i)
        while at in self.named and self.named[at].label == "PERSON":
            draft = self.named[at]
            if not title.rule.generic:
                draft.role = draft.role or head.text[: len(singular) - len(title.word)] + title.word
                draft.words.add(title.word)
                draft.groups.add(title.rule.id)
            self._read_country(begin, head.i, draft, "role")
            at = self._next_listed(at)

    def _next_listed(self, at: int) -> int:
        """The token of the next name in a list, brackets passed over; -1 when the list ends."""
        end = self._close_of(self._end_of_name(at))
        return end + 1 if end < len(self.doc) and self.doc[end].lower_ in (",", "en") else -1

    def _close_of(self, at: int) -> int:
        """The token after the brackets that open at a token; without brackets the token itself."""
        if at >= len(self.doc) or self.doc[at].text != "(":
            return at
        stop = min(at + _MAX_GAP, len(self.doc))
        return next((i + 1 for i in range(at, stop) if self.doc[i].text == ")"), at)

    def _read_complement(self, ent: Span, phrase: Phrase, draft: Draft) -> None:
        """``minister Hoekstra van Buitenlandse Zaken``: the rest of the role after the name."""
        after = self.doc[ent.end] if ent.end < len(self.doc) else None
        if after is None or after.lower_ not in self.lexicon.employer_prepositions:
            return
        for at in range(ent.end + 1, min(ent.end + 4, len(self.doc))):
            other = self.named.get(at)
            if other is not None and other.label in ("ORG", "GPE"):
                self._extend_role(self.doc[ent.end : self._end_of_name(at)], phrase, draft, other)
                if draft.affiliation is None:
                    draft.affiliation = other
                    draft.locate(other.country, "role")
                return

    def _end_of_name(self, at: int) -> int:
        end = at + 1
        while end < len(self.doc) and self.doc[end].ent_iob_ == "I":
            end += 1
        return end

    def _extend_role(self, complement: Span, phrase: Phrase, draft: Draft, other: Draft) -> None:
        """A party is whose somebody is, not what he is minister of."""
        bare = role_text(self.doc[phrase.head : phrase.end], self.lexicon)
        if draft.role == bare and other.kind != "party":
            draft.role = f"{bare} {complement.text}"

    def _read_brackets(self, ent: Span, draft: Draft) -> int:
        """``Tjalling de Boer (PvdA)``, ``Kees Schutte (61)``; return the token after the brackets."""
        draft.age = draft.age or age_in(self.doc[max(ent.start - 3, 0) : ent.start])
        end = self._close_of(ent.end)
        for i in range(ent.end, end):
            other = self.named.get(i)
            if other is not None and other.label == "ORG" and draft.affiliation is None:
                draft.affiliation = other
            if self.doc[i].text.isdigit() and end - 1 - ent.end == _AGE_IN_BRACKETS:
                draft.age = draft.age or int(self.doc[i].text)
        return end

    def _read_apposition_before(self, start: int, end: int, draft: Draft) -> None:
        """``De Russische ambassadeur, Anatoli Zjdanov, spreekt``: a mention of its own."""
        if start < 2 or self.doc[start - 1].text != "," or not self._is_closed(end):
            return
        phrase = self.phrases.before(start - 1, over_people=True)
        if phrase is None or not self._is_definite(phrase):
            return
        self._give(draft, phrase)
        self._read_affiliation(phrase.head, start - 1, draft)
        self._mention(phrase, draft)

    def _read_apposition_after(self, end: int, draft: Draft) -> None:
        """``Wim Gerritsen, eigenaar van de grond,``; with a definite article it is a mention too."""
        if end >= len(self.doc) - 1 or self.doc[end].text != ",":
            return
        phrase = self._phrase_after(end + 1)
        if phrase is None:
            return
        whole = self.phrases.with_complement(phrase)
        if not self._is_closed(whole.end):
            return
        self._give(draft, whole)
        self._read_affiliation(whole.head, whole.end, draft)
        self.taken.add(whole.start)
        if self._is_definite(whole):
            self._mention(whole, draft)

    def _read_predicate(self, end: int, draft: Draft) -> None:
        """``Marion Koopmans is hoogleraar aan het Erasmus MC``: a noun without an article."""
        at = end + 1
        if at >= len(self.doc) or self.doc[end].lower_ not in self.lexicon.copulas or at in self.named:
            return
        if self.phrases.is_title(self.doc[at]) and self.doc[at].text.islower():
            whole = self.phrases.with_complement(Phrase(at, at, at + 1))
            self._give(draft, whole)
            self._read_affiliation(whole.head, whole.end, draft)
            self.taken.add(at)

    def _phrase_after(self, start: int) -> Phrase | None:
        """The phrase of a title at ``start``, with or without a determiner."""
        first = self.doc[start]
        if start in self.named:  # `Brommersma, Bakker en Smolenaers`
            return None
        if self.phrases.is_title(first):
            return Phrase(start, start, start + 1)
        phrase = self.phrases.starting_at(start if first.pos_ == "DET" else start - 1)
        if phrase is None or phrase.bare or not self.phrases.is_title(self.doc[phrase.head]):
            return None
        return Phrase(start, phrase.head, phrase.end)

    def _is_closed(self, end: int) -> bool:
        """Whether punctuation, a relative clause or the text's end follows."""
        if end >= len(self.doc):
            return True
        token = self.doc[end]
        return token.is_punct or token.is_space or token.lower_ in self.lexicon.apposition_ends

    def _is_definite(self, phrase: Phrase) -> bool:
        word = self.doc[phrase.start].lower_
        return word in self.lexicon.definite or word in self.lexicon.possessive

    def _mention(self, phrase: Phrase, draft: Draft) -> None:
        start, end = phrase.start, phrase.end
        while end > start and (self.doc[end - 1].is_punct or self.doc[end - 1].is_space):
            end -= 1
        first, last = self.doc[start], self.doc[end - 1]
        draft.add(first.idx, last.idx + len(last), "role", "apposition", "mentions/apposition")
        self.appositions[start] = self.doc[start:end], draft
        self.taken.add(start)

    def _give(self, draft: Draft, phrase: Phrase) -> None:
        """Note the role, its noun, the sex it tells and the nationality before it."""
        head = self.doc[phrase.head]
        title = self.lexicon.title(head.lower_)
        if title is None:
            return
        draft.gender = title.rule.gender or draft.gender
        if not (title.rule.address or title.rule.generic):
            word = self.lexicon.title_word(title, self.doc[phrase.start : phrase.head + 1])
            draft.words |= {word, head.lower_}
            draft.groups.add(title.rule.id)
            draft.role = draft.role or role_text(self.doc[phrase.head : phrase.end], self.lexicon)
            self._read_compound(head.text, draft)
        if title.rule.peer:
            self.peers[phrase.start] = draft
        self._read_country(phrase.start, phrase.head, draft, "role")

    def _read_compound(self, word: str, draft: Draft) -> None:
        """``N-VA-voorzitter``: the organisation before the last hyphen."""
        organisation = self.organisations.get(word.rpartition("-")[0].lower())
        if organisation is not None and draft.affiliation is None:
            draft.affiliation = organisation

    def _read_country(self, start: int, end: int, draft: Draft, via: str) -> None:
        for at in range(start, end):
            note = self.countries.get(self.doc[at].idx)
            if note is not None and note["kind"] in ("demonym", "name", "people"):
                draft.locate(note["country"], via)

    def _read_affiliation(self, start: int, end: int, draft: Draft) -> None:
        """The organisation or place named inside the role: ``directeur van Philips``."""
        for at in self._inside(start, end):
            other = self.named.get(at)
            if other is None or other is draft or other.label not in ("ORG", "GPE"):
                continue
            if draft.affiliation is None:
                draft.affiliation = other
            if other.level in ("country", "city", "region"):
                draft.locate(other.country, "role")

    def _inside(self, start: int, end: int) -> Iterator[int]:
        return iter(range(start, min(end, len(self.doc))))


def role_text(span: Span, lexicon: WhoLexicon) -> str:
    """Return a role as it is written, without the capital of a noun; ``Denk-leider`` keeps the name's."""
    text = span.text
    first = text.split()[0]
    part, hyphen, _ = first.rpartition("-")
    if not first[1:].islower() or (hyphen and _is_name(first, part, lexicon)):
        return text
    return text[0].lower() + text[1:]


def _is_name(word: str, part: str, lexicon: WhoLexicon) -> bool:
    """Whether the first part of a compound is a name: not so in ``Oud-minister``, ``Vice-president``."""
    whole, first = word.lower(), part.lower()
    title = lexicon.title(whole)
    noun = (title is not None and title.word == whole) or lexicon.title(first) is not None
    return not (noun or whole.startswith(lexicon.former_prefixes) or first in lexicon.name_prefixes)
