"""Any text gives a valid record, whatever it holds and however it comes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nieuwsextract import Article, extract, extract_many
from nieuwsextract.records import ArticleRecord, iter_spans

#: Pieces that our rules look for, in any mixture, and any character at all.
PIECES = [
    "„", "”", "“", '"', "'", "’", "‘", "«", "»", ",,", "''", "– ", ": ", ", ", ". ", "\n", "\n\n", "\r\n", "\t", "(", ")",
    "zegt", "zei", "volgens", "aldus", "dat", "Lavrov", "hij", "de minister", "Noord-Korea", "vuurt", "raket", "af",
    "niet", "zou", "dinsdag", "12 mei", "WENEN (ANP) - ", "Bron: ANP", "date 2017-12 ", "\x00", "\u2028", "é", "😀",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW
@given(TEXTS, st.sampled_from([None, "2017", "2017-12", "2017-12-02"]))
def test_any_text_gives_a_valid_record(untrained_nlp, text, published):
    record = extract(Article(text=text, published=published), nlp=untrained_nlp)
    assert ArticleRecord.model_validate_json(record.model_dump_json()) == record
    assert all(record.text[span.start : span.end] == span.text for span in iter_spans(record))


@SLOW
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_batches_change_nothing(untrained_nlp, texts):
    articles = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    together = list(extract_many(articles, nlp=untrained_nlp, batch_size=3))
    assert together == [extract(article, nlp=untrained_nlp) for article in articles]


@pytest.mark.parametrize("separator", ["\n\n", "\n", "\r\n\r\n"], ids=ascii)
def test_a_long_article_is_read_in_parts_and_joined(untrained_nlp, monkeypatch, separator):
    text = separator.join(f"Minister nummer {number} zegt dat het goed is." for number in range(60))
    whole = extract(text, nlp=untrained_nlp)
    monkeypatch.setattr("nieuwsextract.pipeline.parts.MAX_PART", 500)
    parts = extract(text, nlp=untrained_nlp)
    assert parts.text == whole.text == text
    assert ArticleRecord.model_validate_json(parts.model_dump_json()) == parts
