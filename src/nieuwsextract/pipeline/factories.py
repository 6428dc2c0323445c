"""The components' names and default settings. spaCy imports this on every ``blank()``: keep it light."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

Component = Callable[[Doc], Doc]


@Language.factory(
    "nieuws_layout", default_config={"rules": []}, assigns=["doc._.nieuws_layout", "token.is_sent_start"]
)
def make_layout(nlp: Language, name: str, rules: list[str]) -> Component:
    """Headline, paragraphs, datelines; sentences never cross a block's end."""
    from nieuwsextract.pipeline.carried import rules_for
    from nieuwsextract.pipeline.layout import Layout

    return Layout(rules_for(nlp, rules))


@Language.factory(
    "nieuws_entities", default_config={"rules": []}, requires=["doc.ents"], assigns=["doc.ents"]
)
def make_entities(nlp: Language, name: str, rules: list[str]) -> Component:
    """Repairs the recogniser's entities within the document."""
    from nieuwsextract.pipeline.carried import rules_for
    from nieuwsextract.pipeline.entities import EntityRepair

    return EntityRepair(nlp, rules_for(nlp, rules))


@Language.factory(
    "nieuws_countries",
    default_config={"rules": []},
    requires=["doc.ents"],
    assigns=["doc._.nieuws_countries"],
)
def make_countries(nlp: Language, name: str, rules: list[str]) -> Component:
    """Names, adjectives, inhabitants, capitals and seats → ISO codes."""
    from nieuwsextract.pipeline.carried import rules_for
    from nieuwsextract.pipeline.countries import Countries

    return Countries(nlp, rules_for(nlp, rules))


@Language.factory(
    "nieuws_dates", default_config={"rules": []}, requires=["doc.ents"], assigns=["doc._.nieuws_dates"]
)
def make_dates(nlp: Language, name: str, rules: list[str]) -> Component:
    """Time expressions with TIMEX3 values, anchored at the publication date."""
    from nieuwsextract.pipeline.carried import rules_for
    from nieuwsextract.pipeline.dates import Dates

    return Dates(nlp, rules_for(nlp, rules))


@Language.factory(
    "nieuws_mentions", default_config={"rules": []}, requires=["doc.ents"], assigns=["doc._.nieuws_mentions"]
)
def make_mentions(nlp: Language, name: str, rules: list[str]) -> Component:
    """One entity per person, country and organisation, with its names, roles and pronouns."""
    from nieuwsextract.pipeline.carried import rules_for
    from nieuwsextract.pipeline.mentions import Mentions

    return Mentions(nlp, rules_for(nlp, rules))


@Language.factory(
    "nieuws_quotes",
    default_config={"rules": []},
    requires=["token.dep"],
    assigns=["doc._.nieuws_quotes", "doc.spans"],
)
def make_quotes(nlp: Language, name: str, rules: list[str]) -> Component:
    """Direct, indirect and mixed quotes with cue, source and speaker."""
    from nieuwsextract.pipeline.carried import rules_for
    from nieuwsextract.pipeline.quotes import Quotes

    return Quotes(nlp, rules_for(nlp, rules))


@Language.factory(
    "nieuws_events",
    default_config={"rules": []},
    requires=["token.dep"],
    assigns=["doc._.nieuws_events", "doc.spans"],
)
def make_events(nlp: Language, name: str, rules: list[str]) -> Component:
    """Events with type, actors, recipients, place, time, polarity and modality."""
    from nieuwsextract.pipeline.carried import rules_for
    from nieuwsextract.pipeline.events import Events

    return Events(nlp, rules_for(nlp, rules))
