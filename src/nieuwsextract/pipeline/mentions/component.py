"""``nieuws_mentions``: one entity per person, country, organisation and other named thing."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.countries import gazetteer_of
from nieuwsextract.pipeline.mentions.descriptions import Descriptions
from nieuwsextract.pipeline.mentions.discourse import Discourse
from nieuwsextract.pipeline.mentions.drafts import Draft, to_notes
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.mentions.names import cluster_people
from nieuwsextract.pipeline.mentions.organisations import cluster_organisations, cluster_things
from nieuwsextract.pipeline.mentions.phrases import Phrases
from nieuwsextract.pipeline.mentions.places import cluster_places
from nieuwsextract.pipeline.mentions.pronouns import Pronouns
from nieuwsextract.pipeline.mentions.reading import Reading
from nieuwsextract.pipeline.mentions.reasons import passed_antecedents, why_nobody
from nieuwsextract.pipeline.mentions.roles import Roles
from nieuwsextract.pipeline.mentions.speakers import Speeches
from nieuwsextract.pipeline.notes import EntityNote, set_span_group
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.pipeline.verdicts import Passed, Verdict
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.rules import Rules, load_rules
from nieuwsextract.rules.gazetteer import Gazetteer


class Mentions:
    """Clusters names, descriptions and pronouns: in ``Premier De Wit zei dat hij gaat`` there is one person.

    Reads ``doc.ents``, ``doc._.nieuws_countries``, sentences and the parse; leaves ``doc._.nieuws_mentions``
    and the span group ``mentions``. What it cannot resolve it leaves out.
    """

    def __init__(self, nlp: Language, rules: Rules) -> None:
        self.lexicon = WhoLexicon(load_rules(rules))
        self.gazetteer = gazetteer_of(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Store the entities on the doc."""
        make_askable(doc)
        notes = self.find(doc)
        doc._.nieuws_mentions = notes
        spans = [(m["start"], m["end"], m["kind"], m["rule"]) for note in notes for m in note["mentions"]]
        set_span_group(doc, "mentions", sorted(spans))
        return doc

    def explain(self, doc: Doc) -> Iterator[Verdict]:
        """Yield why pronouns and descriptions of a doc are mentions of nobody."""
        return why_nobody(doc, self.read(doc)[1]) if len(doc) else iter(())

    def passed_over(self, doc: Doc) -> Iterator[Passed]:
        """Yield whom the pronouns of a doc could have meant besides."""
        return passed_antecedents(doc, self.read(doc)[1]) if len(doc) else iter(())

    def find(self, doc: Doc) -> list[EntityNote]:
        """Return the entities of a doc in text order."""
        return to_notes(self.read(doc)[0]) if len(doc) else []

    def read(self, doc: Doc) -> tuple[list[Draft], Reading]:
        """Return the entities of a doc that has words, and how it was read."""
        text, ents = words_of(doc).text, doc.ents  # entities are made anew each time they are asked for
        people = cluster_people(ents, self.lexicon)
        others = _cluster_others(doc, text, ents, self.lexicon, self.gazetteer)
        drafts = people + others
        named = _by_token(doc, drafts)
        demonyms = _demonym_tokens(doc)
        phrases = Phrases(doc, self.lexicon, demonyms)
        roles = Roles(doc, self.lexicon, phrases, {start: draft for start, (_, draft) in named.items()})
        roles.read(people, ents)
        roles.read_things(named)
        _read_kinds(doc, named, self.lexicon)
        speeches = Speeches(doc, text, self.lexicon.source_words)
        discourse = Discourse(doc, self.lexicon, speeches)
        pronouns = Pronouns(doc, self.lexicon, discourse, speeches)
        descriptions = Descriptions(doc, self.lexicon, discourse, pronouns, drafts)
        reading = Reading(doc, self.lexicon, phrases, pronouns, descriptions)
        reading.run(named, roles)
        return drafts, reading


def _cluster_others(
    doc: Doc, text: str, ents: Sequence[Span], lexicon: WhoLexicon, gazetteer: Gazetteer
) -> list[Draft]:
    """Organisations, places and things; ``Brussel`` as the European Union joins it."""
    organisations = cluster_organisations(doc, text, ents, lexicon)
    places = cluster_places(doc, text, ents, gazetteer)
    by_name = {draft.name.lower(): draft for draft in organisations}
    for draft in [place for place in places if place.label == "ORG"]:
        union = by_name.get("europese unie") or by_name.get("eu")
        if union is not None:
            union.mentions += draft.mentions
            places.remove(draft)
    return organisations + places + cluster_things(doc, ents)


def _by_token(doc: Doc, drafts: list[Draft]) -> dict[int, tuple[int, Draft]]:
    """{first token of a name: (one past its last, draft)}."""
    found = {}
    for draft in drafts:
        for mention in draft.mentions:
            span = doc.char_span(mention["start"], mention["end"], alignment_mode="expand")
            if span is not None:
                found[span.start] = (span.end, draft)
    return found


def _read_kinds(doc: Doc, named: dict[int, tuple[int, Draft]], lexicon: WhoLexicon) -> None:
    """``schoenenketen Van Rossem``: the noun before an organisation is a word for it."""
    for start, (_, draft) in named.items():
        if draft.label == "ORG" and start > 0:
            before = doc[start - 1]
            is_noun = before.pos_ == "NOUN" or lexicon.organisation_noun(before.lower_) is not None
            if is_noun and before.text[-1].islower():
                draft.words.add(before.lower_)
                rule = lexicon.organisation_noun(before.lower_)
                draft.kind = draft.kind or (rule.kinds[0] if rule is not None and rule.kinds else None)


def _demonym_tokens(doc: Doc) -> frozenset[int]:
    """Tokens that are adjectives or inhabitants of a country or city."""
    found = set()
    for note in doc._.nieuws_countries:
        if note["kind"] == "demonym":
            span = doc.char_span(note["start"], note["end"], alignment_mode="expand")
            found |= set(range(span.start, span.end)) if span is not None else set()
    return frozenset(found)
