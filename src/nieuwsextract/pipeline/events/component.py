"""``nieuws_events``: runs the finders, links what they found, stores notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from nieuwsextract.pipeline import clauses
from nieuwsextract.pipeline.confidence import Confidence
from nieuwsextract.pipeline.events.arguments import Arguments
from nieuwsextract.pipeline.events.classes import build_classes
from nieuwsextract.pipeline.events.codes import build_codebook
from nieuwsextract.pipeline.events.control import Control
from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.events.lexicon import build_lexicon
from nieuwsextract.pipeline.events.modality import Modality
from nieuwsextract.pipeline.events.participant_reasons import passed_participants
from nieuwsextract.pipeline.events.participants import Participants, build_sectors
from nieuwsextract.pipeline.events.ranking import choose_main, cluster_events
from nieuwsextract.pipeline.events.reasons import look_at
from nieuwsextract.pipeline.events.reports import Reports
from nieuwsextract.pipeline.events.setting import Setting
from nieuwsextract.pipeline.events.signs import event_signs
from nieuwsextract.pipeline.events.surroundings import Surroundings
from nieuwsextract.pipeline.events.triggers import Trigger, TriggerFinder
from nieuwsextract.pipeline.notes import Chars, EventNote, set_span_group
from nieuwsextract.pipeline.patterns import Patterns
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.pipeline.verdicts import Passed, Verdict, judge
from nieuwsextract.rules import Rules, load_rules
from nieuwsextract.rules.events import SupportVerbRule
from nieuwsextract.rules.inflection import inflection_of


@dataclass(frozen=True)
class _Known:
    """What is known of one document, to look up around each of its triggers."""

    around: Surroundings
    setting: Setting
    people: Participants
    reports: Reports


class Events:
    """Finds events: in ``Noord-Korea vuurt raket af`` a MOBILIZE with actor Noord-Korea.

    Reads the parse, ``doc.ents`` and the notes of the other components; leaves ``doc._.nieuws_events``
    and the span group ``events``.
    """

    def __init__(self, nlp: Language, rules: Rules) -> None:
        in_force = load_rules(rules)
        self.confidence = Confidence(in_force, "events")
        self.classes = build_classes(in_force)
        self.function_words = FunctionWords(in_force)
        self.codebook = build_codebook(in_force)
        self.triggers = TriggerFinder(build_lexicon(in_force), self.codebook.types, Patterns(in_force))
        self.sectors = build_sectors(in_force)
        inflection = inflection_of(in_force)
        support: dict[str, str] = {}
        for rule in in_force.of("supportverb", SupportVerbRule):
            for verb in rule.verbs:
                support |= dict.fromkeys(inflection.all_forms(verb) - support.keys(), rule.subject)
        asking = frozenset(form for form, subject in support.items() if subject == "asking")
        support = {form: subject for form, subject in support.items() if subject != "asking"}
        control = Control(asking, support)
        self.arguments = Arguments(self.codebook.types, control, self.function_words)
        self.modality = Modality(in_force, support, self.function_words)

    def __call__(self, doc: Doc) -> Doc:
        """Store the events on the doc."""
        make_askable(doc)
        notes = self.find(doc)
        doc._.nieuws_events = notes
        spans = [(s, e, note["event_type"], note["rule"]) for note in notes for s, e in note["trigger"]]
        set_span_group(doc, "events", spans)
        return doc

    def explain(self, doc: Doc) -> list[Verdict]:
        """Return what each trigger rule made of its words in a doc that has its events already."""
        made = [(note["rule"], note["trigger"]) for note in doc._.nieuws_events]
        looks = look_at(doc, self.triggers, Surroundings(doc, self.classes, self.function_words))
        return list(judge(doc, looks, made, "another word tells this event"))

    def passed_over(self, doc: Doc) -> Iterator[Passed]:
        """Yield who stands around the triggers of a doc and takes no part in their events."""
        around = Surroundings(doc, self.classes, self.function_words)
        return passed_participants(doc, self.triggers.find(doc, around), self.arguments, around)

    def find(self, doc: Doc) -> list[EventNote]:
        """Return the events in text order."""
        known = _Known(
            Surroundings(doc, self.classes, self.function_words),
            Setting(doc, self.function_words),
            Participants(doc, self.sectors, self.function_words),
            Reports(doc._.nieuws_quotes),
        )
        triggers = self.triggers.find(doc, known.around)
        notes = [self._note(doc, trigger, known) for trigger in triggers]
        cluster_events(doc, triggers, notes)
        choose_main(doc, notes)
        signs = event_signs(doc, triggers, notes, self.triggers.lexicon)
        for note, own in zip(notes, signs, strict=True):
            note["confidence"], note["evidence"] = self.confidence.of(own), own
        return notes

    def _note(self, doc: Doc, trigger: Trigger, known: _Known) -> EventNote:
        setting, people = known.setting, known.people
        rule = trigger.form.reading.rule
        actors, recipients = self.arguments.find(trigger, known.around)
        time = setting.time_of(trigger)
        status = self.modality.judge(
            trigger, is_future=setting.is_future(time), is_undated=setting.is_undated(time)
        )
        historical = ["historical"] * setting.is_historical(time)
        pieces = _pieces(doc, trigger.tokens)
        return {
            "event_type": rule.event,
            "trigger": pieces,
            "plover": self.codebook.plover_of(rule, status.auxiliary + historical),
            "cameo": self.codebook.cameo_of(rule),
            "actors": [people.note(head) for head in actors],
            "recipients": [people.note(head) for head in recipients],
            "place": setting.place_of(trigger, {head.i for head in (*actors, *recipients)}),
            "time": time,
            "polarity": status.polarity,
            "modality": status.modality,
            "reported_by": known.reports.at(trigger.token.idx),
            "cluster": None,
            "main": False,
            "rule": f"events/{rule.id}",
            "confidence": None,
            "evidence": {},
        }


def _pieces(doc: Doc, tokens: list[int]) -> list[Chars]:
    """Neighbouring tokens as one span: ``vuurde``, ``af``; ``aan te wijzen``."""
    runs: list[list[int]] = []
    for at in tokens:
        if runs and at == runs[-1][1]:
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1])
    return [clauses.to_chars(doc, (start, end)) for start, end in runs]
