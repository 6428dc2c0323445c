"""Batches: every article is one record or one error, once, whatever is interrupted, repeated or broken."""

import json
import os
from dataclasses import replace

import pytest
from batches import contents, errors_in, records_in, text_of

from nieuwsextract.batch import PipelineSpec, driver, manifest, run
from nieuwsextract.batch.settings import Counts
from nieuwsextract.errors import RunError


def test_every_article_is_a_record_or_an_error(dump, options, tmp_path):
    path = dump(*map(text_of, range(6)), '{"id": "zonder", "title": "Alleen een kop"}', text_of(7), "{kapot")
    summary = run(path, tmp_path / "uit", options, workers=2)
    assert [record.id for record in records_in(tmp_path / "uit")] == ["0", "1", "2", "3", "4", "5", "7"]
    errors = errors_in(tmp_path / "uit")
    assert [error["place"] for error in errors] == ["dump.jsonl, line 7", "dump.jsonl, line 9"]
    assert all(error["stage"] == "read" and error["error"] and error["remedy"] for error in errors)
    assert summary.total == Counts(articles=9, records=7, errors=2, words=summary.total.words)
    told = json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))
    assert (told["status"], told["adds_up"], told["articles"], told["shards"]) == ("complete", True, 9, 3)
    assert not list((tmp_path / "uit" / "queue").iterdir())


def test_the_same_run_again_does_nothing(dump, run_here, options, tmp_path):
    path, out = dump(*map(text_of, range(6))), tmp_path / "uit"
    run_here(path, out, options)
    before = {file: file.stat().st_mtime_ns for file in out.glob("part-*")}
    again = run_here(path, out, options)
    assert again.new.articles == 0
    assert again.total.records == 6
    assert {file: file.stat().st_mtime_ns for file in out.glob("part-*")} == before


def test_what_is_missing_is_done_again_to_the_byte(dump, options, tmp_path):
    path, out = dump(*map(text_of, range(10)), "{kapot"), tmp_path / "uit"
    run(path, out, options, workers=2)
    whole = contents(out)
    (out / "part-00001.jsonl").unlink()
    (out / "part-00002.jsonl").unlink()
    (out / "part-00000.jsonl.1234abcd.tmp").write_text("half", "utf-8")
    again = run(path, out, options, workers=1)
    assert again.new.articles == 7
    assert contents(out) == whole


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"shard_size": 5}, "options"),
        ({"with_text": False}, "options"),
        ({"limit": 3}, "options"),
    ],
    ids=["shard-size", "no-text", "limit"],
)
def test_other_options_in_the_same_folder_are_refused(dump, run_here, options, tmp_path, change, word):
    path = dump(text_of(1))
    run_here(path, tmp_path / "uit", options)
    with pytest.raises(RunError, match=f"begun with other {word}"):
        run_here(path, tmp_path / "uit", replace(options, **change))


def test_other_inputs_in_the_same_folder_are_refused(dump, run_here, options, tmp_path):
    run_here(dump(text_of(1)), tmp_path / "uit", options)
    with pytest.raises(RunError, match="begun with other inputs"):
        run_here(dump(text_of(1), text_of(2)), tmp_path / "uit", options)


def test_another_model_in_the_same_folder_is_refused(dump, run_here, options, tmp_path, untrained_model):
    path = dump(text_of(1))
    run_here(path, tmp_path / "uit", options)
    (other := tmp_path / "model").mkdir()
    (other / "meta.json").write_text("{}", "utf-8")
    with pytest.raises(RunError, match="begun with other model"):
        run_here(path, tmp_path / "uit", replace(options, pipeline=PipelineSpec(str(other))))


def test_strict_is_no_other_run(dump, run_here, options, tmp_path):
    path = dump(text_of(1))
    run_here(path, tmp_path / "uit", options)
    assert run_here(path, tmp_path / "uit", replace(options, strict=True)).new.articles == 0


def test_a_folder_with_shards_of_nobody_is_refused(dump, run_here, options, tmp_path):
    (tmp_path / "part-00000.jsonl").write_text("", "utf-8")
    with pytest.raises(RunError, match=r"no run\.json"):
        run_here(dump(text_of(1)), tmp_path, options)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"fingerprint": 1}'])
def test_a_damaged_account_of_a_run_is_a_sentence(dump, run_here, options, tmp_path, content):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "run.json").write_text(content, "utf-8")
    with pytest.raises(RunError, match=r"run\.json is damaged; choose another folder"):
        run_here(dump(text_of(1)), tmp_path / "uit", options)


def test_a_folder_in_which_nothing_was_done_is_free(dump, run_here, options, tmp_path):
    (tmp_path / "leeg.jsonl").write_text("", "utf-8")
    run_here(tmp_path / "leeg.jsonl", tmp_path / "uit", options)
    assert run_here(dump(text_of(1)), tmp_path / "uit", options).new.articles == 1


def test_two_runs_cannot_write_in_one_folder(dump, run_here, options, tmp_path):
    (tmp_path / "uit").mkdir()
    with manifest.lock(str(tmp_path / "uit")), pytest.raises(RunError, match="another run"):
        run_here(dump(text_of(1)), tmp_path / "uit", options)


def test_an_article_that_raises_costs_itself(dump, failing, tmp_path):
    summary = run(dump(text_of(0), "Dit is KAPOT.", text_of(2)), tmp_path / "uit", failing, workers=1)
    assert [record.id for record in records_in(tmp_path / "uit")] == ["0", "2"]
    (error,) = errors_in(tmp_path / "uit")
    assert (error["id"], error["place"], error["stage"]) == ("1", "dump.jsonl, line 2", "process")
    assert error["error"] == "ValueError: this text breaks the pipeline"
    assert summary.adds_up


@pytest.mark.skipif(os.name != "posix", reason="kills its own process with a signal")
def test_an_article_that_kills_its_worker_costs_itself(dump, failing, tmp_path):
    texts = (text_of(0), text_of(1), "Dit is DODELIJK.", text_of(3), text_of(4))
    summary = run(dump(*texts), tmp_path / "uit", failing, workers=2)
    assert [record.id for record in records_in(tmp_path / "uit")] == ["0", "1", "3", "4"]
    (error,) = errors_in(tmp_path / "uit")
    assert (error["id"], error["error"]) == ("2", "the process died on it")
    assert summary.adds_up


def test_strict_stops_at_the_first_error(dump, failing, tmp_path):
    with pytest.raises(RunError, match=r"line 2: ValueError.*--strict"):
        run(dump(text_of(0), "KAPOT."), tmp_path / "uit", replace(failing, strict=True), workers=1)
    assert not contents(tmp_path / "uit")


def test_a_model_that_is_not_there_is_said_once(dump, options, tmp_path):
    with pytest.raises(RunError, match="neither an installed pipeline nor a folder"):
        run(dump(text_of(0)), tmp_path / "uit", replace(options, pipeline=PipelineSpec("nl_weg")), workers=2)
    assert json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))["status"] == "stopped"


def test_output_that_does_not_add_up_is_an_error(dump, run_here, options, tmp_path):
    path, out = dump(*map(text_of, range(4))), tmp_path / "uit"
    run_here(path, out, options)
    lines = (out / "part-00000.jsonl").read_text("utf-8").splitlines(keepends=True)
    (out / "part-00000.jsonl").write_text("".join(lines[1:]), "utf-8")
    with pytest.raises(RunError, match="4 articles went in, but there are 3 records"):
        run_here(path, out, options)


def test_limit_stops_the_input(dump, run_here, options, tmp_path):
    summary = run_here(dump(*map(text_of, range(9))), tmp_path / "uit", replace(options, limit=5))
    assert summary.total.records == 5


def test_the_same_text_is_processed_once(dump, run_here, options, tmp_path):
    texts = (text_of(0), text_of(1), text_of(0).replace("\n\n", "\n"), text_of(1))
    summary = run_here(dump(*texts), tmp_path / "uit", options)
    assert [record.duplicate_of for record in records_in(tmp_path / "uit")] == [None, None, "0", "1"]
    assert summary.total.duplicates == 2
    copy = records_in(tmp_path / "uit")[2]
    assert copy.text == texts[2]
    assert not copy.entities + copy.quotes + copy.events + copy.times


def test_duplicates_can_be_left_alone(dump, run_here, options, tmp_path):
    run_here(dump(text_of(0), text_of(0)), tmp_path / "uit", replace(options, exact_duplicates=False))
    assert [record.duplicate_of for record in records_in(tmp_path / "uit")] == [None, None]


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_as_shards_resume_too(dump, run_here, options, tmp_path, format):
    if format == "parquet":
        pytest.importorskip("pyarrow", reason="an extra")
    path, out = dump(*map(text_of, range(6)), "{kapot"), tmp_path / "uit"
    options = replace(options, format=format)
    run_here(path, out, options)
    names = sorted(file.parent.name for file in out.glob(f"*/part-00001.{format}"))
    assert names == ["articles", "entities", "events", "mentions", "participants", "quotes", "times"]
    (out / "articles" / f"part-00001.{format}").unlink()
    again = run_here(path, out, options)
    assert (again.new.articles, again.total.records, again.total.errors) == (3, 6, 1)


def test_workers_default_to_the_processors(dump, options, tmp_path, monkeypatch):
    asked = []

    class Engine:
        def __init__(self, options, workers):
            asked.append(workers)

        def run(self, tasks):
            return iter(())

        def close(self):
            pass

    monkeypatch.setattr(driver, "Pool", Engine)
    path = tmp_path / "leeg.jsonl"
    path.write_text("\n", "utf-8")
    summary = run(path, tmp_path / "uit", options)
    assert asked == [os.cpu_count()]
    assert summary.total.articles == 0
