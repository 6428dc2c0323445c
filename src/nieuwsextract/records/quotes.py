"""Who said what: quotes with cue, source, speaker and addressee."""

from pydantic import Field

from nieuwsextract.kinds import CueClass, Position, QuoteType, SpeakerVia
from nieuwsextract.records.parts import Confidence, Explanation, Part, RuleId, TextSpan


class Cue(Part):
    """The expression that attributes a quote: ``zei``, ``liet … weten``, ``volgens``, a colon."""

    spans: list[TextSpan] = Field(min_length=1)
    lemma: str
    cue_class: CueClass


class Speaker(Part):
    """Whom the source refers to: an entity of this article where it is one.

    ``confidence`` is the chance that it is this one, given that the quote is right.
    """

    entity: str | None = None
    name: str
    via: SpeakerVia
    confidence: Confidence | None = None


class Addressee(Part):
    """To whom it was said."""

    span: TextSpan
    entity: str | None = None


class Quote(Part):
    """An attributed statement (PARC 3: an attribution): its content, cue, source and speaker.

    ``content`` leaves out quotation marks, cue and source. ``speaker`` is null when unresolved.
    ``attributed_in`` is the id of the quote whose content embeds this one.
    """

    id: str
    quote_type: QuoteType
    content: list[TextSpan] = Field(min_length=1)
    cue: Cue | None = None
    source: TextSpan | None = None
    speaker: Speaker | None = None
    addressee: Addressee | None = None
    position: Position
    attributed_in: str | None = None
    rule: RuleId
    confidence: Confidence | None = None
    explanation: Explanation | None = None
