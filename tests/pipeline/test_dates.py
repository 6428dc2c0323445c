"""Time expressions → TIMEX3 types and values, anchored at a publication date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parses import NLP
from spacy.tokens import Doc

from nieuwsextract.pipeline.dates.calendar import Anchor, easter
from nieuwsextract.pipeline.dates.component import Dates
from nieuwsextract.pipeline.dates.context import Context, context_of
from nieuwsextract.pipeline.dates.expression import Timex

DATES = Dates(None, [])
#: A Thursday.
PUBLISHED = "2017-12-07"


def read(text, before="", after="", direction=-1, published=PUBLISHED):
    categories = DATES.vocabulary.categories_of
    context = Context(categories(before), categories(after), direction)
    timex = DATES.evaluate(text, context, Anchor.from_edtf(published))
    return (timex.type, timex.value) if timex else None


@pytest.mark.parametrize(
    ("text", "context", "type_", "value"),
    [
        ("donderdag", {}, "DATE", "2017-12-07"),
        ("dinsdag", {}, "DATE", "2017-12-05"),
        ("dinsdag", {"direction": 1}, "DATE", "2017-12-12"),
        ("komende dinsdag", {}, "DATE", "2017-12-12"),
        ("volgende week dinsdag", {}, "DATE", "2017-12-12"),
        ("vorige week woensdag", {}, "DATE", "2017-11-29"),
        ("vorige donderdag", {}, "DATE", "2017-11-30"),
        ("woensdag 6 december", {}, "DATE", "2017-12-06"),
        ("6 december 2016", {}, "DATE", "2016-12-06"),
        ("12 januari", {"direction": 1}, "DATE", "2018-01-12"),
        ("12 januari", {"direction": -1}, "DATE", "2017-01-12"),
        ("2017-11-30", {}, "DATE", "2017-11-30"),
        ("30-11-2017", {}, "DATE", "2017-11-30"),
        ("2017-12", {}, "DATE", "2017-12"),
        ("2017-18", {}, "DATE", "2017/2018"),
        ("5/12", {}, "DATE", "2017-12-05"),
        ("gisteren", {}, "DATE", "2017-12-06"),
        ("eergisteren", {}, "DATE", "2017-12-05"),
        ("morgen", {}, "DATE", "2017-12-08"),
        ("gisteravond", {}, "TIME", "2017-12-06TEV"),
        ("morgenmiddag", {}, "TIME", "2017-12-08TAF"),
        ("zaterdagmorgen", {}, "TIME", "2017-12-02TMO"),
        ("vanavond", {}, "TIME", "2017-12-07TEV"),
        ("nacht van woensdag op donderdag", {}, "TIME", "2017-12-06TNI"),
        ("nacht van 4 op 5 februari 2017", {}, "TIME", "2017-02-04TNI"),
        ("vorige week", {}, "DATE", "2017-W48"),
        ("volgende maand", {}, "DATE", "2018-01"),
        ("vorig jaar", {}, "DATE", "2016"),
        ("eind vorig jaar", {}, "DATE", "2016"),
        ("dit weekend", {}, "DATE", "2017-W49-WE"),
        ("augustus", {}, "DATE", "2017-08"),
        ("maart", {"direction": 1}, "DATE", "2018-03"),
        ("begin maart 2016", {}, "DATE", "2016-03"),
        ("2016", {}, "DATE", "2016"),
        ("eind 2016", {}, "DATE", "2016"),
        ("najaar van 2022", {}, "DATE", "2022-FA"),
        ("afgelopen zomer", {}, "DATE", "2017-SU"),
        ("derde kwartaal", {}, "DATE", "2017-Q3"),
        ("eerste kwartaal van 2016", {}, "DATE", "2016-Q1"),
        ("jaren negentig", {}, "DATE", "199X"),
        ("jaren '60", {}, "DATE", "196X"),
        ("negentiende eeuw", {}, "DATE", "18XX"),
        ("kerst", {"direction": 1}, "DATE", "2017-12-25"),
        ("Pasen", {}, "DATE", "2017-04-16"),
        ("Tweede Kerstdag", {"direction": 1}, "DATE", "2017-12-25"),
        ("drie weken", {"after": "geleden"}, "DATE", "2017-W46"),
        ("drie jaar geleden", {}, "DATE", "2014"),
        ("twee maanden", {"before": "over"}, "DATE", "2018-02"),
        ("drie weken", {}, "DURATION", "P3W"),
        ("afgelopen drie maanden", {}, "DURATION", "P3M"),
        ("vierentwintig uur", {}, "DURATION", "PT24H"),
        ("anderhalf jaar", {}, "DURATION", "P1.5Y"),
        ("wekenlang", {}, "DURATION", "PXW"),
        ("enkele dagen", {}, "DURATION", "PXD"),
        ("kwartier", {}, "DURATION", "PT15M"),
        ("22-jarige", {}, "DURATION", "P22Y"),
        ("zestienjarige", {}, "DURATION", "P16Y"),
        ("42", {"before": "(", "after": ")"}, "DURATION", "P42Y"),
        ("3 februari vorig jaar", {}, "DATE", "2016-02-03"),
        ("mei volgend jaar", {}, "DATE", "2018-05"),
        ("zomer vorig jaar", {}, "DATE", "2016-SU"),
        ("1.24 minuut", {}, "DURATION", "PT1M24S"),
        ("zondagavond laat", {}, "TIME", "2017-12-03TEV"),
        ("Pasen", {"direction": 1}, "DATE", "2018-04-01"),
        ("drie uur", {"after": "geleden"}, "TIME", None),
        ("1.55,24", {}, "DURATION", "PT1M55.24S"),
        ("08.12 uur", {}, "TIME", "2017-12-07T08:12"),
        ("zes uur", {"before": "om"}, "TIME", "2017-12-07T06:00"),
        ("zes uur", {"before": "van"}, "DURATION", "PT6H"),
        ("half drie", {"before": "om"}, "TIME", "2017-12-07T02:30"),
        ("kwart over twee", {}, "TIME", "2017-12-07T02:15"),
        ("drie uur 's middags", {}, "TIME", "2017-12-07T15:00"),
        ("middernacht", {}, "TIME", "2017-12-07T00:00"),
        ("’s avonds", {}, "TIME", "2017-12-07TEV"),
        ("’s nachts", {"direction": 1}, "SET", "XXXX-XX-XXTNI"),
        ("elke maandag", {}, "SET", "XXXX-WXX-1"),
        ("elk jaar", {}, "SET", "P1Y"),
        ("vorig jaar december", {}, "DATE", "2016-12"),
        ("elk kwartaal", {}, "SET", "P3M"),
        ("volgend kwartaal", {}, "DATE", "2018-Q1"),
        ("eerste halfjaar van 2016", {}, "DATE", "2016-H1"),
        ("halfjaar", {}, "DURATION", "P6M"),
        ("begin jaren negentig", {}, "DATE", "199X"),
        ("voorbije maanden", {}, "DURATION", "PXM"),
        ("laatste jaren", {}, "DURATION", "PXY"),
        ("een paar weken", {}, "DURATION", "PXW"),
        ("luttele seconden", {}, "DURATION", "PTXS"),
        ("een jaar of zes", {}, "DURATION", "P6Y"),
        ("7 minuten en 47 seconden", {}, "DURATION", "PT7M47S"),
        ("een jaar en drie maanden", {}, "DURATION", "P1Y3M"),
        ("11 tot en met 29 juli", {}, "DATE", "2017-07-11/2017-07-29"),
        ("29 tot en met 11 juli", {}, "DATE", "2017-07-29"),
        ("donderdagavond 22 uur", {}, "TIME", "2017-12-07T22:00"),
        ("'s middags om twee uur", {}, "TIME", "2017-12-07T14:00"),
        ("gisteravond 8 uur", {}, "TIME", "2017-12-06T20:00"),
        ("eind van de middag", {}, "TIME", "2017-12-07TAF"),
        ("jaarwisseling", {"direction": 1}, "DATE", "2017-12-31"),
        ("zes", {"before": "was"}, "DURATION", "P6Y"),
        ("zes", {"before": "met"}, None, None),
    ],
    ids=str,
)  # fmt: skip
def test_values(text, context, type_, value):
    if text == "Tweede Kerstdag":
        value = "2017-12-26"
    assert read(text, **context) == ((type_, value) if type_ else None)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        pytest.param("donderdag", "2017-12", ("DATE", "XXXX-WXX-4"), id="weekday-month-only"),
        pytest.param("gisteren", "2017-12", None, id="yesterday-month-only"),
        pytest.param("vandaag", "2017-12", ("DATE", "2017-12"), id="today-month-only"),
        pytest.param("vorige week", "2017-12", None, id="week-month-only"),
        pytest.param("vorige maand", "2017-12", ("DATE", "2017-11"), id="month-month-only"),
        pytest.param("vorig jaar", "2017", ("DATE", "2016"), id="year-year-only"),
        pytest.param("vorige maand", "2017", None, id="month-year-only"),
        pytest.param("vorig jaar", None, None, id="year-no-date"),
        pytest.param("augustus", None, ("DATE", "XXXX-08"), id="month-no-date"),
        pytest.param("12 oktober", None, ("DATE", "XXXX-10-12"), id="day-no-date"),
        pytest.param("31 februari", "2017-12-07", None, id="no-such-day"),
        pytest.param("twee weken geleden", "2017-12", ("DATE", None), id="weeks-ago-month-only"),
        pytest.param("34", "2017-12-07", None, id="a-number-is-no-age"),
        pytest.param("de tijd van toen", "2017-12-07", None, id="no-time-at-all"),
    ],
)
def test_no_more_precise_than_what_is_known(text, published, value):
    assert read(text, published=published) == value


@pytest.mark.parametrize(
    ("text", "known"), [("die dag", True), ("voorbije zomer", True), ("wapenbezit", False)]
)
def test_knows_words_of_time(text, known):
    assert DATES.vocabulary.knows(text) is known


@pytest.mark.parametrize(("year", "day"), [(2017, "2017-04-16"), (2024, "2024-03-31"), (2000, "2000-04-23")])
def test_easter(year, day):
    assert easter(year).isoformat() == day


WORDS = st.sampled_from([*DATES.vocabulary.words, "12", "2017", "08.12", "99", "0", "31-12-9999"])


@given(
    st.lists(WORDS, max_size=6), st.sampled_from([None, "0001", "9999-12-31", "2017-12"]), st.integers(-1, 1)
)
def test_any_words_give_a_time_or_none(words, published, direction):
    timex = DATES.evaluate(
        " ".join(words),
        Context(frozenset({"in_future", "clock_before"}), frozenset({"ago"}), direction),
        Anchor.from_edtf(published),
    )
    assert timex is None or (isinstance(timex, Timex) and timex.value != "")


def test_a_few_minutes_after_midnight_are_midnight():
    assert read("enkele minuten na middernacht") == ("TIME", "2017-12-07T00:00")


CONTEXTS = {
    "Het leger heeft dinsdag een dorp ontruimd.": -1,
    "De douane heeft maandag cocaïne onderschept.": -1,
    "De zitting is dinsdag gepland.": 1,
    "De minister komt dinsdag.": 1,
    "Hij kwam dinsdag.": -1,
}


@pytest.mark.parametrize(("text", "direction"), CONTEXTS.items(), ids=str)
def test_the_direction_of_a_clause_survives_wrong_tags(text, direction):
    """Participles tagged as nouns, as a model does; verbs tagged rightly."""
    words = text.removesuffix(".").split()
    finite = {"heeft": "Pres", "is": "Pres", "komt": "Pres", "kwam": "Past"}
    doc = Doc(
        NLP.vocab,
        words=[*words, "."],
        pos=["AUX" if word in ("heeft", "is") else "VERB" if word in finite else "NOUN" for word in words]
        + ["PUNCT"],
        morphs=[f"VerbForm=Fin|Tense={finite[word]}" if word in finite else "" for word in words] + [""],
        heads=[next(i for i, word in enumerate(words) if word in finite)] * (len(words) + 1),
        deps=["ROOT" if word in finite else "obl" for word in words] + ["punct"],
    )
    day = next(token for token in doc if token.text.endswith("dag"))
    assert context_of(doc[day.i : day.i + 1], DATES.vocabulary).direction == direction


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("1234567 dagen", "P1234567D", id="no-exponent"),
        pytest.param("666666666666666 weken", None, id="no-amount-of-time"),
        pytest.param("9" * 400 + "-jarige", None, id="larger-than-a-float"),
        pytest.param("1.500 mei", None, id="no-day"),
        pytest.param("elke 1,5 uur", "PT1.5H", id="fraction-in-a-set"),
        pytest.param("elke 1.500 dagen", "P1500D", id="thousands-in-a-set"),
        pytest.param("1٣٣٣-01", None, id="digits-of-another-script"),
    ],
)
def test_odd_numbers_give_a_value_or_none(text, value):
    assert (read(text) or (None, None))[1] == value
