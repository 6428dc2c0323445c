"""Who and when: entities with their mentions, and times."""

from typing import Literal

from pydantic import Field

from nieuwsextract.kinds import CountryVia, EntityLabel, Gender, MentionKind, ResolvedVia, TimexType
from nieuwsextract.records.parts import CountryCode, Explanation, Part, RuleId, TextSpan


class Mention(Part):
    """One place in the text that speaks of an entity.

    ``label`` is the tagger's own for this name (null for roles and pronouns).
    """

    span: TextSpan
    label: EntityLabel | None = None
    kind: MentionKind
    resolved_via: ResolvedVia
    rule: RuleId


class Entity(Part):
    """One person, country, organisation or other named thing, with all its mentions.

    ``name`` is its longest name in the article. ``affiliation`` is the id of another entity.
    """

    id: str
    label: EntityLabel
    name: str
    mentions: list[Mention] = Field(min_length=1)
    country: CountryCode | None = None
    country_via: CountryVia | None = None
    role: str | None = None
    affiliation: str | None = None
    gender: Gender | None = None
    rule: RuleId
    explanation: Explanation | None = None


class TimeExpression(Part):
    """A date, time, duration or set with its TIMEX3 value; ``anchor`` is what it was counted from.

    ``label`` is what the tagger says: a period of a day or longer (DATE) or a shorter one (TIME).
    """

    id: str
    span: TextSpan
    label: Literal["DATE", "TIME"]
    type: TimexType
    value: str | None = None
    anchor: str | None = Field(default=None, description="'published', another time's id, or null")
    rule: RuleId
    explanation: Explanation | None = None
