"""Coreference scores against their authors' own examples; resolution on a small article."""

import pytest

from nieuwsextract.evaluation.clusters import b_cubed, lea, muc
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.resolution import score_resolution
from nieuwsextract.evaluation.scores import Counts
from nieuwsextract.records import ArticleRecord, hash_text

#: Bagga and Baldwin 1998, figures 1 to 3.
TRUTH = [set("12345"), set("67"), set("89ABC")]
FIRST = [set("12345"), set("6789ABC")]
SECOND = [set("1234589ABC"), set("67")]


@pytest.mark.parametrize(("response", "precision"), [(FIRST, 0.76), (SECOND, 0.58)])
def test_b_cubed_of_bagga_and_baldwin(response, precision):
    counts = b_cubed(response, TRUTH)
    assert (round(counts.precision, 2), counts.recall) == (precision, 1.0)


@pytest.mark.parametrize("response", [FIRST, SECOND])
def test_muc_of_bagga_and_baldwin(response):
    counts = muc(response, TRUTH)
    assert (counts.precision, counts.recall) == (0.9, 1.0)


def test_lea_of_moosavi_and_strube():
    key, response = [set("abc"), set("defg")], [set("ab"), set("cd"), set("fghi")]
    counts = lea(response, key)
    assert (round(counts.precision, 2), round(counts.recall, 2)) == (0.33, 0.24)


def test_a_perfect_answer_scores_one():
    for score in (b_cubed, lea, muc):
        assert score(TRUTH, TRUTH).f1 == 1.0
    assert lea([{"a"}], [{"a"}]).f1 == 1.0


def test_nothing_shared_scores_zero():
    for score in (b_cubed, lea, muc):
        assert not score([{"a", "b"}], [{"c", "d"}]).f1


def test_counts_of_clusters_add_up():
    total = b_cubed(FIRST, TRUTH) + b_cubed(TRUTH, TRUTH)
    assert total.recall == 1.0
    assert total.precision == pytest.approx((12 * 0.7619 + 12) / 24, abs=1e-4)


TEXT = "Rusland zwijgt. Anna Smit wacht. Ze belt de Rus."


def record(entities):
    return ArticleRecord.model_validate(
        {"schema_version": 1, "id": "a", "article": {}, "text": TEXT, "text_sha256": hash_text(TEXT), "entities": entities,
         "produced_by": {"nieuwsextract": "0", "schema_version": 1, "model": "m", "model_version": "0", "rules": "r"}}
    )  # fmt: skip


def entity(number, label, name, mentions, country=None):
    return {
        "id": f"e{number}", "label": label, "name": name, "country": country, "rule": "r",
        "mentions": [
            {"span": {"start": (at := TEXT.index(words)), "end": at + len(words), "text": words}, "kind": kind,
             "resolved_via": "name", "rule": "r"}
            for words, kind in mentions
        ],
    }  # fmt: skip


GOLD = GoldArticle.model_validate(
    {"id": "a", "text": TEXT, "resolved": [
        {"name": "Rusland", "label": "GPE", "country": "RU", "mentions": [
            {"start": 0, "end": 7, "kind": "name"}, {"start": 44, "end": 47, "kind": "demonym"}]},
        {"name": "Anna Smit", "label": "PERSON", "mentions": [
            {"start": 16, "end": 25, "kind": "name"}, {"start": 33, "end": 35, "kind": "pronoun"}]},
    ]}
)  # fmt: skip


def test_a_right_record():
    made = record(
        [
            entity(1, "GPE", "Rusland", [("Rusland", "name")], "RU"),
            entity(2, "PERSON", "Anna Smit", [("Anna Smit", "name"), ("Ze", "pronoun")]),
        ]
    )
    scores = score_resolution(GOLD, made)
    assert scores["countries per article"] == Counts(1, 1, 1)
    assert scores["countries per mention"] == Counts(1, 1, 2)
    assert scores["pronouns of people: answered"] == Counts(1, 1, 1)
    assert scores["pronouns of people: right of answered"] == Counts(1, 1, 1)


def test_a_pronoun_of_the_wrong_entity():
    made = record(
        [
            entity(1, "GPE", "Rusland", [("Rusland", "name"), ("Ze", "pronoun")], "UA"),
            entity(2, "PERSON", "Anna Smit", [("Anna Smit", "name")]),
        ]
    )
    scores = score_resolution(GOLD, made)
    assert scores["countries per article"] == Counts(0, 1, 1)
    assert scores["pronouns: answered"] == Counts(1, 1, 1)
    assert scores["pronouns: right of answered"] == Counts(0, 1, 1)


def test_an_article_without_the_layer_scores_nothing():
    assert score_resolution(GOLD.model_copy(update={"resolved": None}), record([])) == {}
