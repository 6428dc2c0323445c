"""``nieuws_quotes``: runs the finders sentence by sentence, settles overlaps, names the speakers."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nieuwsextract.pipeline.confidence import Confidence
from nieuwsextract.pipeline.notes import QuoteNote, set_span_group
from nieuwsextract.pipeline.quotes.backward import find_backward
from nieuwsextract.pipeline.quotes.colons import find_headline
from nieuwsextract.pipeline.quotes.cues import find_cues
from nieuwsextract.pipeline.quotes.direct import find_direct
from nieuwsextract.pipeline.quotes.drafts import Draft
from nieuwsextract.pipeline.quotes.indirect import find_indirect
from nieuwsextract.pipeline.quotes.lexicon import Lexicon, compile_lexicon
from nieuwsextract.pipeline.quotes.nouns import find_nouns
from nieuwsextract.pipeline.quotes.phrases import find_phrases, report_phrases
from nieuwsextract.pipeline.quotes.reasons import look_at, why_no_quotes
from nieuwsextract.pipeline.quotes.sentences import Reading, Sentence, read_sentences
from nieuwsextract.pipeline.quotes.settling import settle
from nieuwsextract.pipeline.quotes.signatures import find_signed
from nieuwsextract.pipeline.quotes.signs import quote_signs, speaker_signs
from nieuwsextract.pipeline.quotes.speaker_reasons import passed_speakers
from nieuwsextract.pipeline.quotes.speakers import make_notes
from nieuwsextract.pipeline.quotes.turns import find_turns
from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.pipeline.verdicts import Passed, Verdict, judge
from nieuwsextract.rules import Rules, load_rules


class Quotes:
    """Finds attributed statements: ``"Wij gaan door", zei Rutte`` → content, cue, source, speaker.

    Reads the layout, the parse and the mentions; leaves ``doc._.nieuws_quotes`` and ``doc.spans["quotes"]``.
    """

    def __init__(self, nlp: Language, rules: Rules) -> None:
        in_force = load_rules(rules)
        self.lexicon = compile_lexicon(in_force)
        self.confidence = Confidence(in_force, "quotes")
        self.speaker_confidence = Confidence(in_force, "speakers")

    def __call__(self, doc: Doc) -> Doc:
        """Store the quotes on the doc."""
        make_askable(doc)
        notes = find_quotes(doc, self.lexicon)
        self._weigh(doc, notes)
        doc._.nieuws_quotes = notes
        set_span_group(
            doc,
            "quotes",
            [(s, e, note["quote_type"], note["rule"]) for note in notes for s, e in note["content"]],
        )
        return doc

    def _weigh(self, doc: Doc, notes: list[QuoteNote]) -> None:
        """Give quotes and speakers their confidences; so far there were the finders' scores."""
        signs, of_speakers = quote_signs(doc, notes), speaker_signs(doc, notes)
        for note, own, of_speaker in zip(notes, signs, of_speakers, strict=True):
            note["confidence"], note["evidence"] = self.confidence.of(own), own
            if note["speaker"]:
                note["speaker"]["confidence"] = self.speaker_confidence.of(of_speaker)
                note["speaker"]["evidence"] = of_speaker

    def explain(self, doc: Doc) -> list[Verdict]:
        """Return what the rules made of cues and quotation marks in a doc that has its quotes already."""
        if not len(doc):
            return []
        made = [(note["rule"], note["cue"]) for note in doc._.nieuws_quotes]
        verdicts = judge(doc, look_at(doc, self.lexicon), made, "nothing here that it introduces")
        return [*verdicts, *why_no_quotes(doc, self.lexicon)]

    def passed_over(self, doc: Doc) -> Iterator[Passed]:
        """Yield who could have said the quotes of a doc and was not taken for their speaker."""
        return passed_speakers(doc, self.lexicon) if len(doc) else iter(())


def find_quotes(doc: Doc, lexicon: Lexicon) -> list[QuoteNote]:
    """Return the quotes of a doc in text order."""
    if not len(doc):
        return []
    reading = read_sentences(doc)
    drafts = [draft for sentence in reading.sentences for draft in find_in(doc, sentence, lexicon)]
    drafts = settle(drafts)
    drafts = find_turns(doc, reading, drafts, lexicon)
    drafts.sort(key=lambda d: (d.start, -d.size))
    return make_notes(doc, reading, drafts, lexicon)


def find_in(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """Return the quotes that one sentence attributes."""
    cues = find_cues(doc, sentence, lexicon)
    direct = find_direct(doc, sentence, cues, lexicon)
    spoken = {chars for draft in direct for chars in draft.cue}
    left = [c for c in cues if not any(s <= doc[c.verb].idx < e for s, e in spoken)]
    backward = find_backward(doc, sentence, left, lexicon)
    if backward:
        return [*direct, backward]
    indirect = [d for d in find_indirect(doc, sentence, left, lexicon) if not _repeats(doc, d, direct)]
    drafts = [*direct, *indirect]
    phrases = [
        f for f in find_phrases(doc, sentence, lexicon) if (doc[f[1]].idx not in {s for s, _ in spoken})
    ]
    drafts += report_phrases(doc, sentence, cues, lexicon, phrases)
    drafts += find_nouns(doc, sentence, lexicon)
    signed = find_signed(doc, sentence, lexicon) if not direct else None
    drafts += [signed] if signed else []
    return drafts + find_headline(doc, sentence, drafts, lexicon)


def _repeats(doc: Doc, draft: Draft, direct: list[Draft]) -> bool:
    """``X spreekt dat tegen: "A", stelt een woordvoerder``: what follows the colon is told already."""
    first = draft.marked[0] if draft.marked else None
    if first is None or first.start < 1 or doc[first.start - 1].text != ":":
        return False
    return draft.start <= first.content[0] and any(first in other.marked for other in direct)


__all__ = ["Quotes", "Reading", "find_quotes"]
