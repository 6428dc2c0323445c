"""What happened: events with their codes, participants, place and time."""

from typing import Annotated, Literal

from pydantic import Field

from nieuwsextract.kinds import AuxiliaryMode, EventType, Modality, PloverType, Polarity, Position
from nieuwsextract.records.parts import Confidence, CountryCode, Explanation, Part, RuleId, TextSpan


class Plover(Part):
    """The PLOVER code of an event."""

    event_type: PloverType
    mode: str | None = None
    contexts: list[str] = []
    quad_class: Literal[1, 2, 3, 4]
    score: float | None = None
    auxiliary_modes: list[AuxiliaryMode] = []


class Cameo(Part):
    """The CAMEO code (a string: ``"010"`` is not ``"10"``) and its Goldstein value."""

    code: Annotated[str, Field(pattern=r"^[0-9]{2,4}$")]
    goldstein: float | None = None


class Participant(Part):
    """An actor or recipient of an event, with country and PLOVER sector where known."""

    span: TextSpan
    entity: str | None = None
    country: CountryCode | None = None
    sector: str | None = None


class Place(Part):
    """Where an event happened; ``assumed`` when taken from the dateline."""

    span: TextSpan
    country: CountryCode | None = None
    assumed: bool = False


class EventTime(Part):
    """When an event happened: a time of this article, or (``assumed``) the publication date."""

    time: str | None = None
    value: str | None = None
    assumed: bool = False


class Event(Part):
    """Something that happened, or is said to be going to happen.

    ``trigger`` is a list because Dutch verbs split: ``vuurde … af``. ``reported_by`` is the id of the
    quote that reports it, null for the narrator. Mentions of one event share a ``cluster``.
    """

    id: str
    event_type: EventType
    trigger: list[TextSpan] = Field(min_length=1)
    plover: Plover | None = None
    cameo: Cameo | None = None
    actors: list[Participant] = []
    recipients: list[Participant] = []
    place: Place | None = None
    time: EventTime | None = None
    polarity: Polarity
    modality: Modality
    reported_by: str | None = None
    position: Position
    cluster: str | None = None
    rule: RuleId
    confidence: Confidence | None = None
    explanation: Explanation | None = None
