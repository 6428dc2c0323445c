"""One shard: written whole or not at all, the same after others and in any batch; which articles repeat others."""

import gc

import pytest
from batches import records_in, text_of

from nieuwsextract.article import Article
from nieuwsextract.batch import output, process
from nieuwsextract.batch.duplicates import Duplicates
from nieuwsextract.batch.process import load_for_good, process_shard
from nieuwsextract.batch.settings import Counts, Task
from nieuwsextract.batch.shards import write_waiting
from nieuwsextract.errors import RunError
from nieuwsextract.pipeline import parts
from nieuwsextract.reading import Found


@pytest.fixture
def shard(tmp_path):
    def make(*texts):
        source, target = str(tmp_path / "wacht.jsonl"), str(tmp_path / "part-00000")
        found = [(Found(Article(id=str(n), text=text), f"regel {n}"), None) for n, text in enumerate(texts)]
        write_waiting(source, found)
        return Task(0, source, target, Counts(articles=len(found)))

    return make


def test_a_shard_that_cannot_be_written_leaves_nothing(shard, untrained_nlp, options, monkeypatch, tmp_path):
    def full_disk(file, record):
        if record.id == "3":
            raise OSError(28, "No space left on device")
        file.write(b"{}\n")

    monkeypatch.setattr(output, "_write_line", full_disk)
    with pytest.raises(RunError, match="part-00000: No space left on device; make room"):
        process_shard(shard(*map(text_of, range(5))), untrained_nlp, options)
    assert [path.name for path in tmp_path.glob("part-*")] == []


def test_the_vocabulary_does_not_grow(shard, untrained_nlp, options, monkeypatch):
    monkeypatch.setattr(process, "KEPT_WORDS", 0)
    sizes = []
    for number in range(4):
        task = shard(*(f"{text_of(n)} Woord{number}x{n} en naam{number}y{n}." for n in range(40)))
        process_shard(task, untrained_nlp, options)
        sizes.append(len(untrained_nlp.vocab.strings))
    assert sizes[1:] == [sizes[1]] * 3


def test_the_search_for_garbage_passes_over_the_pipeline(options):
    nlp = load_for_good(options.pipeline)
    try:
        assert gc.get_freeze_count() > 10_000
        assert not any(found is nlp for found in gc.get_objects())
    finally:
        gc.unfreeze()


def test_a_shard_is_the_same_after_others_and_in_any_batch(shard, untrained_nlp, options, tmp_path):
    texts = [text_of(number) for number in range(40)]
    process_shard(shard(*texts), untrained_nlp, options)
    first = (tmp_path / "part-00000.jsonl").read_bytes()
    process_shard(shard(*reversed(texts)), untrained_nlp, options)
    process_shard(shard(*texts), untrained_nlp, options, careful=True)
    assert (tmp_path / "part-00000.jsonl").read_bytes() == first


def test_an_article_over_the_limit_is_one_record(shard, untrained_nlp, options, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "MAX_PART", 2_000)
    text = "Minister De Wit zei maandag in Wenen: „Dat is niet waar.” Zo ging het verder.\n\n" * 60
    process_shard(shard(text), untrained_nlp, options)
    (record,) = records_in(tmp_path)
    assert record.text == text


def test_lone_surrogates_pass_through_the_queue(shard, untrained_nlp, options, tmp_path):
    process_shard(shard("Een half teken \ud83d staat hier."), untrained_nlp, options)
    (record,) = records_in(tmp_path)
    assert record.warnings[0].code == "surrogates"


def test_near_duplicates_are_found():
    pytest.importorskip("rensa", reason="an extra")
    base = " ".join(f"woord{number}" for number in range(200))
    with Duplicates(exact=True, near=0.8) as duplicates:
        texts = (
            base,
            f"Utrecht - {base}",
            " ".join(f"ander{n}" for n in range(200)),
            base.replace("woord7 ", ""),
        )
        found = [duplicates.find(Article(id=str(n), text=text)) for n, text in enumerate(texts)]
    assert found == [None, "0", None, "0"]
