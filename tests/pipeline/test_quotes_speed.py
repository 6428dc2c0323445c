"""No text whatever makes the quotes fail or take more than linear time."""

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nieuwsextract.pipeline.quotes import Quotes

NLP = spacy.blank("nl")
QUOTES = Quotes(NLP, [])
UNITS = [
    '" ',
    '"Ja." ',
    "“a b c.” ",
    "Jan zegt dat het regent. ",
    "hij zegt dat ",
    '"A b c.", zegt Jan. ',
    "volgens Jan ",
]


@given(
    st.lists(
        st.sampled_from([*UNITS, "‘", "’", '"', ",,", "\n", "zei hij", ": ", ", ", "Dat ", "(", ")"]),
        max_size=30,
    )
)
def test_any_text_gives_spans_of_the_text(pieces):
    doc = NLP.make_doc("".join(pieces))
    for note in QUOTES(doc)._.nieuws_quotes:
        spans = [*note["content"], *note["cue"], *([note["source"]] if note["source"] else [])]
        assert all(0 <= start < end <= len(doc.text) for start, end in spans)


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit):
    def seconds(size):
        doc = NLP.make_doc(unit * (size // len(unit)))
        begin = time.process_time()
        QUOTES(doc)
        return time.process_time() - begin

    assert seconds(20_000) < 12 * seconds(4_000) + 0.5
