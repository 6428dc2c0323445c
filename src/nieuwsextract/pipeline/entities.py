"""``nieuws_entities``: repairs the recogniser's entities by what the rest of the article says."""

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.countries import gazetteer_of
from nieuwsextract.pipeline.repairs import (
    NAMES,
    Article,
    Known,
    Name,
    Names,
    edges,
    lists,
    lookup,
    nouns,
    people,
    readings,
    recurring,
    shapes,
    signs,
)
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.pipeline.verdicts import UNMET, Verdict
from nieuwsextract.rules import Rules, load_rules
from nieuwsextract.rules.people import EntityRepairRule

Repair = Callable[[Article, Names, EntityRepairRule], None]

#: What a rule's ``repair`` does.
REPAIRS: dict[str, Repair] = {
    "abbreviations": recurring.abbreviations,
    "ages": people.ages,
    "amounts": edges.drop_amounts,
    "cabinets": readings.cabinets,
    "common-nouns": nouns.compounds,
    "compatriots": signs.compatriots,
    "compounds": edges.drop_compounds,
    "datelines": lookup.datelines,
    "deeds": signs.deeds,
    "described": lookup.described,
    "divided": people.divided,
    "doings": signs.doings,
    "drop": edges.drop,
    "employers": lookup.employers,
    "endings": shapes.endings,
    "exact": shapes.exact,
    "first-names": people.first_names,
    "first-words": readings.first_words,
    "headings": nouns.headings,
    "inhabitants": readings.inhabitants,
    "languages": readings.languages,
    "last-words": shapes.last_words,
    "lists": lists.lists,
    "longer-names": people.longer_names,
    "majority": lookup.majority,
    "matches": shapes.matches,
    "members": signs.members,
    "organisations": lookup.organisations,
    "places": lookup.places,
    "plurals": nouns.plurals,
    "prefixes": shapes.prefixes,
    "race-times": edges.race_times,
    "regions": lookup.regions,
    "repeats": recurring.repeats,
    "surnames": recurring.surnames,
    "title-nouns": nouns.titles,
    "titles": people.titles,
    "trim": edges.trim,
    "trim-end": edges.trim_end,
    "words": edges.drop_words,
    "works": shapes.works,
}


def _names_in(doc: Doc) -> Iterator[Name]:
    """The recogniser's names; what is blank at their edges, or altogether, is no part of a name."""
    for ent in doc.ents:
        words = [token.i for token in ent if not token.is_space]
        if words:
            yield Name(words[0], words[-1] + 1, ent.label_)


class EntityRepair:
    """Repairs ``doc.ents``: after ``Mark Rutte`` a bare ``Rutte`` is the same person's name.

    Reads and sets ``doc.ents``; what a repair made or changed stands in the span group ``entity_repairs``,
    what was left out in ``entity_drops``, the ``span_id`` is the rule. Each repair is a rule of kind
    ``entity_repair`` and can be switched off.
    """

    def __init__(self, nlp: Language, rules: Rules) -> None:
        rule_set = load_rules(rules)
        self.repairs = rule_set.of("entity_repair", EntityRepairRule)
        self.drops = [rule for rule in self.repairs if rule.repair == "drop"]
        self.known = Known.read(rule_set, gazetteer_of(rule_set))

    def __call__(self, doc: Doc) -> Doc:
        """Set the repaired entities."""
        make_askable(doc)
        names = Names(_names_in(doc))
        article = Article.read(doc, self.known)
        doc.spans["entity_drops"] = []
        # Once more at the end: no later repair brings back what is left out.
        for rule in (*self.repairs, *self.drops):
            REPAIRS[rule.repair](article, names, rule)
        doc.ents = [Span(doc, name.start, name.end, name.label) for name in names]
        doc.spans["entity_repairs"] = [
            Span(doc, name.start, name.end, name.label, span_id=name.rule)
            for name in names
            if name.rule != "ner"
        ]
        return doc

    def explain(self, doc: Doc) -> Iterator[Verdict]:
        """Yield what the repairs made of the names of a doc, and why a rule that drops one did not."""
        for group, did in (("entity_repairs", "makes this"), ("entity_drops", "leaves out this")):
            for span in doc.spans.get(group, ()):
                yield Verdict(span.id_, span.start_char, span.end_char, None, f"{did} {span.label_}")
        for ent in doc.ents:
            for rule in self.drops:
                if (
                    rule.pattern
                    and ent.label_ in NAMES
                    and ent.text.lower() in (rule.words or (ent.text.lower(),))
                ):
                    unmet = ", ".join(self.known.patterns.unmet(rule.pattern, doc, ent.start, ent.end))
                    yield Verdict(f"entities/{rule.id}", ent.start_char, ent.end_char, f"{UNMET}: {unmet}")
