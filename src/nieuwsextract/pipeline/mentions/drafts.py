"""An entity while it is being put together, and its note when it is done."""

from dataclasses import dataclass, field

from nieuwsextract.pipeline.notes import EntityNote, MentionNote


@dataclass(eq=False)
class Draft:
    """One entity.

    ``words`` are the nouns the text calls it by (``minister``), ``groups`` the ids of their title rules;
    ``kind`` is an organisation's kind, ``level`` a place's, ``age`` a person's in years.
    """

    label: str
    name: str
    rule: str
    mentions: list[MentionNote] = field(default_factory=list)
    country: str | None = None
    country_via: str | None = None
    role: str | None = None
    affiliation: "Draft | None" = None
    gender: str | None = None
    words: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    kind: str | None = None
    level: str | None = None
    age: int | None = None
    named: bool = False

    def add(self, start: int, end: int, kind: str, via: str, rule: str, label: str | None = None) -> None:
        """Add a mention (characters, ``end`` exclusive)."""
        self.mentions.append(
            {"start": start, "end": end, "label": label, "kind": kind, "resolved_via": via, "rule": rule}
        )

    def call(self, name: str) -> None:
        """Take over a name that stands in the text when it is longer than the one known so far."""
        if not self.named or len(name) > len(self.name):
            self.name, self.named = name, True

    def locate(self, country: str | None, via: str | None) -> None:
        """Set the country, if there is none yet."""
        if country is not None and self.country is None:
            self.country, self.country_via = country, via


def to_notes(drafts: list[Draft]) -> list[EntityNote]:
    """Return the notes of all drafts that have mentions, in text order."""
    for draft in drafts:
        draft.mentions.sort(key=lambda mention: (mention["start"], -mention["end"]))
    kept = sorted(
        (draft for draft in drafts if draft.mentions),
        key=lambda draft: (draft.mentions[0]["start"], -draft.mentions[0]["end"]),
    )
    index = {id(draft): number for number, draft in enumerate(kept)}
    return [
        {
            "label": draft.label, "name": draft.name, "mentions": draft.mentions,
            "country": draft.country, "country_via": draft.country_via if draft.country else None,
            "role": draft.role, "gender": draft.gender, "rule": draft.rule,
            "affiliation": index.get(id(draft.affiliation)) if draft.affiliation else None,
        }
        for draft in kept
    ]  # fmt: skip
