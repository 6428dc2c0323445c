import pytest

from nieuwsextract.evaluation.scores import Counts, add_scores, overlap, pair


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        pytest.param(Counts(3, 4, 6), 0.75, 0.5, 0.6, id="ordinary"),
        pytest.param(Counts(0, 0, 2), None, 0.0, 0.0, id="nothing-found"),
        pytest.param(Counts(0, 2, 0), 0.0, None, 0.0, id="nothing-wanted"),
        pytest.param(Counts(), None, None, None, id="nothing"),
    ],
)
def test_counts(counts, precision, recall, f1):
    assert (counts.precision, counts.recall) == (precision, recall)
    assert counts.f1 == (None if f1 is None else pytest.approx(f1))


def test_scores_add_by_name():
    assert add_scores([{"a": Counts(1, 2, 3)}, {"a": Counts(1, 1, 1), "b": Counts(0, 1, 0)}]) == {
        "a": Counts(2, 3, 4),
        "b": Counts(0, 1, 0),
    }


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        pytest.param([(0, 10)], [(0, 10)], 1.0, id="same"),
        pytest.param([(0, 10)], [(5, 10)], 0.5, id="half"),
        pytest.param([(0, 2), (8, 10)], [(0, 4)], 2 / 6, id="two-spans"),
        pytest.param([(0, 2)], [(2, 4)], 0.0, id="neighbours"),
    ],
)
def test_overlap(first, second, share):
    assert overlap(first, second) == pytest.approx(share)


def test_pair_takes_the_best_overlap_first_and_each_item_once():
    found = [[(0, 10)], [(0, 6)]]
    wanted = [[(0, 6)], [(20, 30)]]
    assert pair(found, wanted, least=0.3) == [(1, 0)]


def test_pair_asks_for_the_least_overlap():
    assert pair([[(0, 10)]], [[(9, 20)]], least=0.3) == []
