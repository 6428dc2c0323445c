"""The same articles give the same bytes: with any number of workers or processes, under any hash seed and locale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nieuwsextract import Article, extract, read, run
from nieuwsextract.assemble import assemble, describe_producer
from nieuwsextract.batch import RunOptions
from nieuwsextract.pipeline.loading import rules_of

ARTICLES = Path(__file__).parents[2] / "samples" / "articles"


@pytest.fixture(scope="module")
def expected(shipped_nlp):
    return [extract(article, nlp=shipped_nlp) for article in read(ARTICLES)]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "3", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"},
    ],
    ids=["seed-1", "seed-2-no-locale", "seed-3-elsewhere"],
)
def test_hash_seed_and_locale_change_nothing(expected, environment):
    command = [sys.executable, "-m", "nieuwsextract", "extract", str(ARTICLES)]
    result = subprocess.run(command, env=os.environ | environment, capture_output=True, check=True)
    assert result.stdout.decode().splitlines() == [record.model_dump_json() for record in expected]


def test_workers_change_nothing(expected, tmp_path):
    for workers in (1, 2):
        run(ARTICLES, tmp_path / str(workers), RunOptions(shard_size=3), workers=workers)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / str(workers)).glob("part-*")}
        for workers in (1, 2)
    )
    assert one == two
    lines = [line for name in sorted(one) if "errors" not in name for line in one[name].decode().splitlines()]
    assert lines == [record.model_dump_json() for record in expected]


def test_processes_of_spacy_change_nothing(shipped_nlp):
    """Notes cross to other processes and back, so that ``nlp.pipe(…, n_process=2)`` works as it does for any pipeline."""
    articles = [Article(id=article.id, text=article.text) for article in read(ARTICLES)]
    produced_by = describe_producer(shipped_nlp, rules_of(shipped_nlp))
    docs = shipped_nlp.pipe([article.text for article in articles], n_process=2, batch_size=4)
    together = [assemble(doc, article, produced_by, []) for doc, article in zip(docs, articles, strict=True)]
    alone = [assemble(shipped_nlp(article.text), article, produced_by, []) for article in articles]
    assert together == alone
