"""No text whatever makes the quotes fail or do more than linear work."""

import pytest
import spacy
from calls import count_calls
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
def test_work_is_linear(unit):
    def calls(size):
        return count_calls(QUOTES, NLP.make_doc(unit * (size // len(unit))))

    assert calls(20_000) < 6 * calls(4_000)
