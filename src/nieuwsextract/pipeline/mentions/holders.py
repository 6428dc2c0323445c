"""Who a noun can be said of: holders of a title, suspects, people of a complement."""

from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.lexicon import Organisation, Title, WhoLexicon
from nieuwsextract.pipeline.notes import CountryNote


def is_local(note: CountryNote) -> bool:
    """Whether a note is of a town or region, not of a country."""
    return note["rule"].startswith("countries/") and not note["rule"][10:].isupper()


def is_suspect(name: str) -> bool:
    """Whether a name is a suspect's as Dutch papers write it: ``Serdar Y.``."""
    return len(name) > 3 and name[-1] == "." and name[-2].isupper() and name[-3] == " "


def has_title(draft: Draft, title: Title, word: str) -> bool:
    """Whether somebody has a title, or one that it stands for; a former one only as such."""
    if title.rule.gender is not None and draft.gender not in (None, title.rule.gender):
        return False
    return word in draft.words or (word == title.word and bool(draft.groups & set(title.rule.stands_for)))


def is_of(draft: Draft, complement: str) -> bool:
    """``van Financiën``: in the role as the text gave it, or as the affiliation."""
    if draft.role is not None and complement in draft.role.lower():
        return True
    other = draft.affiliation.name.lower() if draft.affiliation is not None else None
    return other is not None and complement.partition(" ")[2] in (other, f"de {other}", f"het {other}")


def organisation_in(word: str, lexicon: WhoLexicon) -> Organisation | None:
    """Return the well-known organisation before a noun's hyphen: ``PvdA-leider``."""
    return lexicon.organisation_named(word.rpartition("-")[0])


def belonging(draft: Draft, organisation: Organisation, lexicon: WhoLexicon) -> bool | None:
    """Whether somebody is of an organisation: by his affiliation or role; None where the text tells nothing.

    Nobody is of two parties, or of two clubs.
    """
    names = [draft.affiliation.name] if draft.affiliation is not None else []
    known = [lexicon.organisation_named(name) for name in names]
    known += [organisation_in(draft.role.split()[0], lexicon)] if draft.role else []
    same_kind = [other for other in known if other is not None and other.kind == organisation.kind]
    return any(other.name == organisation.name for other in same_kind) if same_kind else None


def of_organisation(drafts: list[Draft], word: str, lexicon: WhoLexicon) -> list[Draft]:
    """``PvdA-leider``: those of that party; else, the only one of whom the text tells no organisation."""
    organisation = organisation_in(word, lexicon)
    if organisation is None:
        return drafts
    known = [draft for draft in drafts if belonging(draft, organisation, lexicon) is True]
    return known or (drafts if len(drafts) == 1 and drafts[0].affiliation is None else [])
