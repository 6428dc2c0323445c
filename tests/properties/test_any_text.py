"""Any text gives a valid record, whatever it holds and however it comes, and whatever the parser makes of it."""

import itertools

import pytest
from any_articles import ARTICLES, TEXTS
from hypothesis import given
from hypothesis import strategies as st

from nieuwsextract import Article, extract, extract_many
from nieuwsextract.records import ArticleRecord, iter_spans


def check(record, article):
    """What every record promises beyond its schema."""
    text = record.text
    assert len(text) == len(article.text)
    assert all(text[span.start : span.end] == span.text for span in iter_spans(record))
    names = sorted(
        (mention.span.start, mention.span.end)
        for entity in record.entities
        for mention in entity.mentions
        if mention.kind == "name"
    )
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(names)), "names overlap"
    assert ArticleRecord.model_validate_json(record.model_dump_json()) == record


@given(article=ARTICLES)
def test_any_article_gives_a_valid_record(any_nlp, article):
    check(extract(article, nlp=any_nlp), article)


@given(article=ARTICLES)
def test_any_record_explains_itself_and_does_without_its_text(any_nlp, article):
    record = extract(article, nlp=any_nlp)
    explained = extract(article, nlp=any_nlp, explain=True)
    layers = ("entities", "times", "quotes", "events")
    without = {layer: {"__all__": {"explanation"}} for layer in layers}
    assert explained.model_dump(exclude=without) == record.model_dump(exclude=without)
    bare = extract(article, nlp=any_nlp, with_text=False)
    assert bare.model_dump(exclude={"text"}) == record.model_dump(exclude={"text"})


@given(article=ARTICLES, seed=st.integers(0, 2**32))
def test_any_parse_of_any_article_gives_a_valid_record(any_parse_nlp, article, seed):
    any_parse_nlp.get_pipe("any_parse").seed = seed
    check(extract(article, nlp=any_parse_nlp), article)


@given(st.lists(TEXTS, min_size=1, max_size=5), st.integers(1, 5), st.randoms(use_true_random=False))
def test_batches_and_order_change_nothing(any_nlp, texts, size, chance):
    articles = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    alone = [extract(article, nlp=any_nlp) for article in articles]
    assert list(extract_many(articles, nlp=any_nlp, batch_size=size)) == alone
    order = chance.sample(range(len(articles)), len(articles))
    shuffled = list(extract_many([articles[number] for number in order], nlp=any_nlp, batch_size=size))
    assert shuffled == [alone[number] for number in order]


@pytest.mark.parametrize("separator", ["\n\n", "\n", "\r\n\r\n"], ids=ascii)
def test_a_long_article_is_read_in_parts_and_joined(untrained_nlp, monkeypatch, separator):
    text = separator.join(f"Minister nummer {number} zegt dat het goed is." for number in range(60))
    whole = extract(text, nlp=untrained_nlp)
    monkeypatch.setattr("nieuwsextract.pipeline.parts.MAX_PART", 500)
    parts = extract(text, nlp=untrained_nlp)
    assert parts.text == whole.text == text
    assert ArticleRecord.model_validate_json(parts.model_dump_json()) == parts
