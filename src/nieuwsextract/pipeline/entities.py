"""``nieuws_entities``: repairs the recogniser's entities by what the rest of the article says."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline import repairs
from nieuwsextract.pipeline.countries import gazetteer_of
from nieuwsextract.pipeline.mentions.lexicon import WhoLexicon
from nieuwsextract.pipeline.patterns import Patterns
from nieuwsextract.pipeline.repairs import NAMES, Article, Name, Names
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.rules import Rules, load_rules
from nieuwsextract.rules.gazetteer import PlaceName
from nieuwsextract.rules.people import EntityRepairRule

#: Labels that a majority of mentions may give to the rest.
_SETTLED = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP"))


Repair = Callable[[Article, list[Name], EntityRepairRule], list[Name]]


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
        self.patterns = Patterns(rule_set)
        self.lexicon, self.gazetteer = WhoLexicon(rule_set), gazetteer_of(rule_set)
        self._by_kind: dict[str, Repair] = {
            "trim": repairs.trim,
            "drop": self._drop,
            "places": self._places,
            "organisations": self._organisations,
            "abbreviations": repairs.abbreviations,
            "surnames": repairs.surnames,
            "titles": self._titles,
            "repeats": repairs.repeats,
            "majority": self._majority,
        }

    def __call__(self, doc: Doc) -> Doc:
        """Set the repaired entities."""
        make_askable(doc)
        names = [Name(ent.start, ent.end, ent.label_) for ent in doc.ents]
        article = Article.read(doc)
        doc.spans["entity_drops"] = []
        # Once more at the end: no later repair brings back what is left out.
        for rule in (*self.repairs, *self.drops):
            names = self._by_kind[rule.repair](article, names, rule)
        names.sort(key=lambda name: name.start)
        doc.ents = [Span(doc, name.start, name.end, name.label) for name in names]
        doc.spans["entity_repairs"] = [
            Span(doc, name.start, name.end, name.label, span_id=name.rule)
            for name in names
            if name.rule != "ner"
        ]
        return doc

    def _drop(self, article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
        """Words that are no names."""
        doc = article.doc
        dropped = repairs.find_drops(doc, names, rule, self.patterns)
        for name in dropped:
            span = Span(doc, name.start, name.end, name.label, span_id=f"entities/{rule.id}")
            doc.spans["entity_drops"].append(span)
        return [name for name in names if name not in dropped] if dropped else names

    def _places(self, article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
        """Countries by name, adjective or inhabitants; other inhabitants where there is a label to mend."""
        doc = article.doc
        tagged = {(name.start, name.end) for name in names}
        mended = Names(names)
        for found in self.gazetteer.find(doc.text):
            place = found.place
            if found.part or place.wary or place.form == "seat":
                continue
            span = doc.char_span(found.start, found.end)
            if span is None or (place.level != "country" and not _is_mendable(place, span, tagged)):
                continue
            if place.form in ("person", "adjective") and not _is_safe(span):
                continue
            label = "GPE" if place.form in ("name", "abbreviation") else "NORP"
            mended.put(Name(span.start, span.end, label, f"entities/{rule.id}"), over=("ORG", "PERSON"))
        return list(mended)

    def _organisations(self, article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
        """Well-known organisations by their names; longer than what was tagged wins."""
        doc = article.doc
        mended = Names(names)
        for token in article.capitals:
            start = token.i
            for length in self.lexicon.name_lengths.get(token.text, ()):
                span = doc[start : start + length]
                known = self.lexicon.organisation_named(span.text)
                if known is not None and span.text not in known.words:
                    new = Name(start, span.end, "ORG", f"entities/{rule.id}")
                    mended.put(new, over=("PERSON", "GPE"))
                    break
        return list(mended)

    def _titles(self, article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
        """What a noun for a person stands right before is a person: ``GE-baas Welch``."""
        doc = article.doc
        mended = []
        for name in names:
            text = doc[name.start : name.end].text
            wrong = name.label in NAMES - {"PERSON", "NORP"} and name.start > 0 and " en " not in text
            if wrong and doc[name.start].is_sent_start is not True and self._is_person(doc, name, text):
                mended.append(replace(name, label="PERSON", rule=f"entities/{rule.id}"))
            else:
                mended.append(name)
        return mended

    def _is_person(self, doc: Doc, name: Name, text: str) -> bool:
        title = self.lexicon.title(doc[name.start - 1].lower_)
        if (
            title is None
            or not text[0].isupper()
            or title.rule.generic
            or doc[name.start - 1].pos_ in ("VERB", "AUX")
        ):
            return False
        return self.gazetteer.of(text) is None and self.lexicon.kind_of(text) is None

    def _majority(self, article: Article, names: list[Name], rule: EntityRepairRule) -> list[Name]:
        """The label that a name has most often; a place that nobody knows is a person where it can be one."""
        doc = article.doc
        counts: dict[str, Counter[str]] = {}
        for name in names:
            if name.label in NAMES:
                counts.setdefault(doc[name.start : name.end].text, Counter())[name.label] += 1
        labels = {text: self._settle(text, found) for text, found in counts.items() if len(found) > 1}
        mended = []
        for name in names:
            label = labels.get(doc[name.start : name.end].text) if name.label in NAMES else None
            changed = label is not None and label != name.label
            mended.append(
                replace(name, label=label, rule=f"entities/{rule.id}") if changed and label else name
            )
        return mended

    def _settle(self, text: str, counts: Counter[str]) -> str | None:
        """One label for a name that has several, or None to leave it as it is."""
        known = self.gazetteer.of(text)
        if known is None and "PERSON" in counts and set(counts) <= {"PERSON", "GPE", "LOC"}:
            return "PERSON"
        (first, most), (_, next_most), *_ = counts.most_common()
        if most == next_most or first not in _SETTLED or (first in ("GPE", "LOC") and known is None):
            return None
        return first


def _is_mendable(place: PlaceName, span: Span, tagged: set[tuple[int, int]]) -> bool:
    """Whether this is an inhabitant or adjective of a city or region that was tagged, rightly or not."""
    return place.form in ("adjective", "person", "people") and (span.start, span.end) in tagged


def _is_safe(span: Span) -> bool:
    """Whether an inhabitant or adjective is more than a word with a capital: not first, not a language."""
    if span.text.endswith("e") and len(span.text) > 4:
        return True
    return not (span.start == 0 or span[0].is_sent_start) and span[0].pos_ in ("NOUN", "PROPN")
