"""An event of years before the publication is told as history."""

import pytest
import spacy

from nieuwsextract.pipeline.events.function_words import FunctionWords
from nieuwsextract.pipeline.events.setting import Setting
from nieuwsextract.rules import load_rules


@pytest.mark.parametrize(
    ("value", "published", "historical"),
    [
        pytest.param("1995-07", "2017-12-02", True, id="decades-ago"),
        pytest.param("199X", "2017-12", True, id="decade"),
        pytest.param("18XX", "2017", True, id="century"),
        pytest.param("2016", "2017-12-02", False, id="last-year"),
        pytest.param("XXXX-WXX-2", "2017-12-02", False, id="no-year"),
        pytest.param(None, "2017-12-02", False, id="no-value"),
        pytest.param("1995", None, False, id="no-publication-date"),
    ],
)
def test_historical(value, published, historical):
    doc = spacy.blank("nl").make_doc("In 1995 viel de stad.")
    doc._.nieuws_article = {"published": published}
    doc._.nieuws_dates = [
        {"start": 3, "end": 7, "label": "DATE", "type": "DATE", "value": value, "anchor": None, "rule": "r"}
    ]
    assert Setting(doc, FunctionWords(load_rules())).is_historical(0) is historical
