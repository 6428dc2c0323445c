"""The component: which spans are time expressions, and what each one says."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from nieuwsextract.pipeline.dates.calendar import Anchor
from nieuwsextract.pipeline.dates.context import Context, context_of
from nieuwsextract.pipeline.dates.expression import Expression, Timex
from nieuwsextract.pipeline.dates.grammar import evaluate
from nieuwsextract.pipeline.dates.words import Vocabulary
from nieuwsextract.pipeline.notes import TimeNote, published_of, set_span_group
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.pipeline.verdicts import Verdict
from nieuwsextract.rules import Rules, load_rules

LABELS = ("DATE", "TIME")


class Dates:
    """Gives every DATE and TIME its value: ``vorige week woensdag``, on 14 November 2013, is 2013-11-06.

    Reads entities, tenses and the publication date; leaves ``doc._.nieuws_dates`` and ``doc.spans["times"]``.
    """

    def __init__(self, nlp: Language, rules: Rules) -> None:
        self.vocabulary = Vocabulary(load_rules(rules))

    def __call__(self, doc: Doc) -> Doc:
        """Store the time expressions on the doc."""
        make_askable(doc)
        anchor = Anchor.from_edtf(published_of(doc))
        spans = [span for span in doc.ents if span.label_ in LABELS and self.vocabulary.knows(span.text)]
        notes = [self.read(span, anchor) for span in spans]
        doc._.nieuws_dates = notes
        set_span_group(doc, "times", [(n["start"], n["end"], n["type"], n["rule"]) for n in notes])
        return doc

    def explain(self, doc: Doc) -> Iterator[Verdict]:
        """Yield why a DATE or TIME of the tagger is no time expression, or has no value."""
        known = {note["start"]: note["value"] for note in doc._.nieuws_dates}
        for span in doc.ents:
            if span.label_ in LABELS and known.get(span.start_char) is None:
                read = [f"{word.text} = {word.category}" for word in self.vocabulary.read(span.text)]
                reason = "no word of time in it"
                if span.start_char in known:
                    anchor = "" if published_of(doc) else " without a publication date"
                    reason = f"has no value{anchor}: {', '.join(read)}"
                yield Verdict("dates/grammar", span.start_char, span.end_char, reason)

    def read(self, span: Span, anchor: Anchor | None) -> TimeNote:
        """Return the note of one expression; its value is None when the grammar has no answer."""
        timex = self.evaluate(span.text, context_of(span, self.vocabulary), anchor)
        fallback = Timex("DATE" if span.label_ == "DATE" else "TIME", None)
        found = timex or fallback
        return {
            "start": span.start_char,
            "end": span.end_char,
            "label": span.label_,
            "type": found.type,
            "value": found.value,
            "anchor": "published" if found.anchored else None,
            "rule": "dates/grammar" if timex else "ner",
        }

    def evaluate(self, text: str, context: Context, anchor: Anchor | None) -> Timex | None:
        """Return what an expression's text says in its context, or None."""
        return evaluate(Expression(self.vocabulary.read(text), context, anchor))
