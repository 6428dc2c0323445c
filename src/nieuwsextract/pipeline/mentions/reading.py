"""One pass over the text, word by word: names enter the discourse, descriptions and pronouns are resolved."""

from spacy.tokens import Doc, Token

from nieuwsextract.pipeline.mentions.descriptions import Descriptions
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.phrases import Phrase, Phrases
from nieuwsextract.pipeline.mentions.pronouns import Pronouns
from nieuwsextract.pipeline.mentions.roles import Roles
from nieuwsextract.pipeline.relations import is_predicate
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules.people import PronounRule

#: Descriptions of people that no noun of the lexicon makes: whom they mean may be nobody the article names.
_UNNAMED = frozenset(("mentions/party-member", "mentions/nationality"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"))


class Reading:
    """Reads one doc once; mentions are added to the drafts as they are found."""

    def __init__(
        self, doc: Doc, lexicon: WhoLexicon, phrases: Phrases, pronouns: Pronouns, descriptions: Descriptions
    ) -> None:
        self.doc, self.lexicon, self.phrases = doc, lexicon, phrases
        self.pronouns, self.descriptions = pronouns, descriptions
        self.discourse, self.speeches = pronouns.discourse, pronouns.speeches
        self.first_persons: list[Token] = []
        #: Pronouns and descriptions that were looked at: first token, one past the last, rule's id.
        self.looked_at: list[tuple[int, int, str]] = []
        self.drafts_at: dict[int, Draft] = {}
        self.peers: dict[int, Draft] = {}

    def run(self, named: dict[int, tuple[int, Draft]], roles: Roles) -> None:
        """Go through the tokens, after the roles around the names have been read."""
        self.peers = roles.peers
        self.drafts_at = {start: draft for start, (_, draft) in named.items()}
        people = {id(draft) for draft in self.drafts_at.values() if draft.label == "PERSON"}
        self.speeches.attribute(self.drafts_at, people)
        words = words_of(self.doc)
        for at, (form, word) in enumerate(zip(words.forms, words.lower, strict=True)):
            if at in roles.appositions:
                span, draft = roles.appositions[at]
                self.discourse.add(draft, span)
            if at in named:
                self._enter(at, *named[at])
            elif self.lexicon.may_refer(word) and (form.isalpha() or form[0] in "'’"):
                self._read(self.doc[at], roles.taken)
        self.speeches.attribute(self.drafts_at, people)
        for token in self.first_persons:
            speaker = self.speeches.speaker_at(token.i)
            if speaker is not None:
                _add(token, token, speaker, "pronoun", "pronoun", "mentions/ik")

    def _enter(self, start: int, end: int, draft: Draft) -> None:
        """A name enters the discourse."""
        plural = draft.label == "NORP"
        self.discourse.add(draft, self.doc[start:end], plural=plural, person=draft.label == "PERSON")
        if start not in self.phrases.demonyms:
            self.pronouns.count(draft)

    def _read(self, token: Token, taken: set[int]) -> None:
        word = token.lower_
        rule = self.lexicon.pronouns.get(word)
        if rule is not None and token.pos_ not in ("AUX", "VERB"):
            self._read_pronoun(token, rule)
        if token.i in taken or self._read_demonstrative(token):
            return
        if word in self.lexicon.definite or word in self.lexicon.possessive:
            self._read_definite(token)
        elif (
            token.idx < self.descriptions.headline_end and token.i not in taken and self._read_headline(token)
        ):
            return
        elif self._is_unnamed(token):
            self._enter_unnamed(token)

    def _read_demonstrative(self, token: Token) -> bool:
        """``Die kapte dat af``: at a sentence's start, before a finite verb in the singular."""
        if token.lower_ not in self.lexicon.demonstrative or token.is_sent_start is not True:
            return False
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        singular = after.pos_ in ("VERB", "AUX") and "Sing" in after.morph.get("Number", [])
        antecedent = self.pronouns.last_named(token) if singular else None
        if antecedent is None or antecedent.draft is None:
            return False
        _add(token, token, antecedent.draft, "pronoun", "pronoun", "mentions/die")
        self.drafts_at[token.i] = antecedent.draft
        self.discourse.add(antecedent.draft, self.doc[token.i : token.i + 1])
        return True

    def _read_headline(self, token: Token) -> bool:
        """``Minister: …``, ``Congolese militieleider veroordeeld``: a title without article or name."""
        if token.i + 1 in self.drafts_at or not self.phrases.is_title(token):
            return False
        draft = self.descriptions.in_headline(token.lower_)
        if draft is None:
            return False
        first = self.phrases.begin(token.i)
        _add(self.doc[first], token, draft, "role", "role", "mentions/headline")
        self.discourse.add(draft, self.doc[first : token.i + 1])
        return True

    def _read_pronoun(self, token: Token, rule: PronounRule) -> None:
        self.looked_at.append((token.i, token.i + 1, f"mentions/{rule.id}"))
        if rule.function == "speaker":
            self.first_persons.append(token)
            return
        antecedent = self.pronouns.resolve(token, rule)
        if antecedent is None:
            return
        if antecedent.draft is not None:
            self.pronouns.count(antecedent.draft)
            self.drafts_at[token.i] = antecedent.draft
            _add(token, token, antecedent.draft, "pronoun", "pronoun", f"mentions/{rule.id}")
            if antecedent.draft.label == "PERSON" and self.speeches.number(token.i) is None:
                antecedent.draft.gender = antecedent.draft.gender or rule.gender
        if token.i in self.peers and antecedent.draft is not None:
            _share_role(antecedent.draft, self.peers[token.i])
        if rule.function != "possessive":
            span = self.doc[token.i : token.i + 1]
            self.discourse.add(antecedent.draft, span, person=antecedent.person, gender=rule.gender)

    def _read_definite(self, token: Token) -> None:
        """``de minister``: an entity, or someone the article does not name."""
        phrase = None if self._is_relative(token) else self.phrases.starting_at(token.i)
        if phrase is None or self._goes_on_to_name(phrase) or self._is_name(phrase.head):
            return
        if self._is_expression(phrase):
            return
        whole = self.phrases.with_complement(phrase)
        found = self.descriptions.resolve(whole, owner=self.drafts_at.get(token.i))
        if found is None:
            return
        draft, rule = found
        self.looked_at.append((token.i, whole.end, rule))
        head = self.doc[phrase.head]
        if draft is not None:
            _add(token, self.doc[whole.end - 1], draft, "role", "role", rule)
            self.pronouns.count(draft)
            self.drafts_at.setdefault(token.i, draft)
            self.discourse.add(draft, self.doc[token.i : whole.end], person=draft.label == "PERSON")
        elif rule in _UNNAMED:
            self.discourse.add(None, self.doc[token.i : phrase.end])
        elif self.phrases.is_title(head):
            self._enter_unnamed(head, start=token.i)

    def _is_expression(self, phrase: Phrase) -> bool:
        """``was Ajax de baas``, ``kan de opvolger worden``: says what somebody was, and takes up nobody."""
        span = self.doc[phrase.start : phrase.end]
        if phrase.end < len(self.doc) and self.doc[phrase.end].lower_ in self.lexicon.becoming:
            return self.phrases.is_title(self.doc[phrase.head])
        said = len(span) == 2 and span[1].lower_ in self.lexicon.idioms
        return said and not self.discourse.is_before_verb(span) and not self.discourse.reports(span)

    def _is_relative(self, token: Token) -> bool:
        """``zijn vader, die timmerman was``: no determiner after a comma or a noun."""
        if token.lower_ not in self.lexicon.relative or token.i == 0:
            return False
        return token.pos_ == "PRON" or self.doc[token.i - 1].text == ","

    def _is_name(self, head: int) -> bool:
        """Whether a phrase's noun is itself a name: ``de Europese Unie``."""
        token = self.doc[head]
        return token.ent_type_ in _NAMES and head not in self.phrases.demonyms

    def _goes_on_to_name(self, phrase: Phrase) -> bool:
        """``de minister Lavrov``, ``de stad Utrecht``: the name follows, the phrase is its title."""
        after = self.drafts_at.get(phrase.end)
        return after is not None and phrase.end not in self.phrases.demonyms

    def _is_unnamed(self, token: Token) -> bool:
        """``een vrouw``, ``woordvoerder``: a person by a noun, with nobody's name beside it."""
        return self.phrases.is_title(token) and token.i + 1 not in self.drafts_at and not is_predicate(token)

    def _enter_unnamed(self, head: Token, start: int | None = None) -> None:
        title = self.lexicon.title(head.lower_)
        if title is None or title.rule.address or self.discourse.at(head.i) is not None:
            return
        first = head.i if start is None else start
        word = title.word if start is None else None
        self.discourse.add(None, self.doc[first : head.i + 1], gender=title.rule.gender, word=word)


def _share_role(owner: Draft, peer: Draft) -> None:
    """``zijn Turkse ambtgenoot X``: X is a minister as well, of his own country."""
    peer.role = peer.role or owner.role
    peer.words |= owner.words
    peer.groups |= owner.groups


def _add(first: Token, last: Token, draft: Draft, kind: str, via: str, rule: str) -> None:
    draft.add(first.idx, last.idx + len(last), kind, via, rule)
