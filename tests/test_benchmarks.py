"""The benchmarks' own arithmetic; their figures are in docs/performance.md."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import growth, libraries, timing  # noqa: E402
from benchmarks.__main__ import NAMES, main  # noqa: E402
from benchmarks.components import watch  # noqa: E402

from nieuwsextract import extract_many, load  # noqa: E402
from nieuwsextract.evaluation.gold import GoldArticle  # noqa: E402

TEXT = "Dinsdag 3 mei sprak hij in mei, dinsdag zweeg hij."
GOLD = GoldArticle(
    id="A001",
    text=TEXT,
    times=[
        {"start": 0, "end": 13, "type": "DATE", "value": "2016-05-03"},
        {"start": 27, "end": 30, "type": "DATE", "value": "2016-05"},
        {"start": 32, "end": 39, "type": "DATE", "value": "2016-05-10"},
    ],
)


@pytest.mark.parametrize(("power", "name"), [(1, "linear"), (2, "quadratic"), (0, "constant")])
def test_exponent(power, name):
    assert growth.exponent([10, 100, 1000], [0.5 * n**power for n in (10, 100, 1000)]) == pytest.approx(power)


def test_tasks_take_turns_and_preparation_is_not_counted(monkeypatch):
    done = []
    monkeypatch.setattr(timing.time, "process_time", lambda: float(sum(map(len, done))))
    tasks = {"a": lambda: done.append("a"), "bb": lambda: done.append("bb")}
    times = timing.by_turns(tasks, 2, {"bb": lambda: done.append("prepare")})
    assert done == ["a", "prepare", "bb"] * 2
    assert times == {"a": [1.0, 1.0], "bb": [2.0, 2.0]}


def test_ratio_is_within_a_round():
    assert timing.ratio([2.0, 40.0, 6.0], [1.0, 10.0, 3.0]) == (2.0, 2.0, 4.0)


def test_failing_child_is_told():
    with pytest.raises(SystemExit, match="no luck"):
        timing.run_child([sys.executable, "-c", "raise ValueError('no luck')"])


@pytest.mark.parametrize("words", [1, 200, 5000])
def test_long_article_has_so_many_words(words):
    assert growth.long_article(words).replace("\n\n", " ").count(" ") + 1 == words


def test_names_differ():
    assert len({growth.name_of(number) for number in range(3200)}) == 3200


def test_hits_are_found_in_order():
    hits = [
        ("Dinsdag", datetime(2016, 5, 3)),
        ("dinsdag", datetime(2016, 5, 10)),
        ("niet", datetime(2016, 1, 1)),
    ]
    assert libraries.locate(TEXT, hits) == [(0, 7, "2016-05-03"), (32, 39, "2016-05-10")]


@pytest.mark.parametrize(
    ("found", "counts"),
    [
        ([(0, 7, "2016-05-03"), (32, 39, "2016-05-10")], (2, 2, 2)),
        ([(0, 7, "2016-05-04")], (0, 1, 2)),
        ([(27, 30, "2016-05-01")], (0, 0, 2)),
        ([(32, 39, "2016-05-10T20:00"), (40, 45, "2016-01-01")], (1, 2, 2)),
    ],
    ids=["right", "wrong day", "hit on a month is left out", "extra hit"],
)
def test_days(found, counts):
    scored = libraries.score_days(GOLD, found)
    assert (scored.right, scored.found, scored.wanted) == counts


def test_watching_changes_nothing(untrained_model):
    texts = ["De minister zegt niets.", "Kop\n\nEerste zin. Tweede zin van Jan!"]
    plain, watched = load(untrained_model), load(untrained_model)
    seconds = watch(watched)
    expected, found = (list(extract_many(texts, nlp=nlp)) for nlp in (plain, watched))
    assert found == expected
    assert list(seconds) == ["tokenizer", *plain.pipe_names]
    assert all(second > 0 for second in seconds.values())


def test_names_of_benchmarks(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["benchmarks"])
    with pytest.raises(SystemExit, match="pipeline"):
        main()
    assert all((ROOT / "benchmarks" / f"{name}.py").exists() for name in NAMES)
