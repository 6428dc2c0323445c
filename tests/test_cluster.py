"""The same shards on Dask, and behind a URL: the same bytes as from the processes of this machine."""

import json

import pytest

from nieuwsextract.batch import PipelineSpec, RunOptions, run
from nieuwsextract.batch.manifest import describe_program
from nieuwsextract.batch.settings import Counts, Task
from nieuwsextract.errors import RunError

pytest.importorskip("distributed", reason="an extra")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def options(untrained_model):
    return RunOptions(PipelineSpec(str(untrained_model)), shard_size=2)


@pytest.fixture
def dump(tmp_path):
    lines = [json.dumps({"id": str(n), "text": f"Minister {n} zei maandag nee."}) for n in range(5)]
    path = tmp_path / "dump.jsonl"
    path.write_text("\n".join([*lines, "kapot"]) + "\n", "utf-8")
    return path


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.glob("part-*")}


def test_dask_gives_the_same_bytes_also_behind_a_url(dump, options, tmp_path):
    from nieuwsextract.cluster import DaskEngine  # noqa: PLC0415 (an extra)

    run(dump, tmp_path / "hier", options, workers=1)
    summary = run(dump, f"file://{tmp_path}/dask", options, engine=DaskEngine("local", options, workers=1))
    assert (summary.total.records, summary.total.errors) == (5, 1)
    assert contents(tmp_path / "dask") == contents(tmp_path / "hier")


def test_no_scheduler_is_said_in_a_sentence(options, monkeypatch):
    import distributed  # noqa: PLC0415 (an extra)

    from nieuwsextract.cluster import DaskEngine  # noqa: PLC0415

    def refuse(*args, **kwargs):
        raise OSError("timed out")

    monkeypatch.setattr(distributed, "Client", refuse)
    with pytest.raises(RunError, match="no Dask scheduler answers"):
        DaskEngine("tcp://127.0.0.1:1", options)


def test_workers_with_other_rules_are_refused(options):
    from nieuwsextract import cluster  # noqa: PLC0415 (an extra)

    task = Task(0, "queue/part-00000.jsonl", "part-00000", Counts())
    other = describe_program(options.pipeline) | {"rules": "0123456789abcdef"}
    with pytest.raises(RunError, match=r"has rules [0-9a-f]{16} for 0123456789abcdef; install the same"):
        cluster._do(task, options, other, careful=False)


def test_workers_get_whole_paths(tmp_path, monkeypatch):
    from nieuwsextract import cluster  # noqa: PLC0415 (an extra)

    monkeypatch.chdir(tmp_path)
    (tmp_path / "model").mkdir()
    spec = cluster._from_anywhere(PipelineSpec("model", ("regels",)))
    assert (spec.model, spec.rules) == (str(tmp_path / "model"), (str(tmp_path / "regels"),))
    assert cluster._from_anywhere(PipelineSpec()) == PipelineSpec()
    task = Task(0, "uit/queue/part-00000.jsonl", "uit/part-00000", Counts())
    assert cluster._from_root(task).target == str(tmp_path / "uit" / "part-00000")
