"""What tests of batches start from: options, a dump to fill, a run without other processes."""

import json
from dataclasses import replace

import pytest
from batches import Here

from nieuwsextract.batch import PipelineSpec, RunOptions, run


@pytest.fixture
def options(untrained_model):
    return RunOptions(PipelineSpec(str(untrained_model)), shard_size=4)


@pytest.fixture
def run_here(untrained_nlp):
    def run_with(path, out, options):
        return run(path, out, options, engine=Here(untrained_nlp, options))

    return run_with


@pytest.fixture
def failing(options):
    return replace(options, pipeline=replace(options.pipeline, loader="failing_pipelines:load_failing"))


@pytest.fixture
def dump(tmp_path):
    """A function that writes texts (or lines) as JSON lines."""

    def write(*texts):
        lines = (
            text if text.startswith("{") else json.dumps({"id": str(number), "text": text})
            for number, text in enumerate(texts)
        )
        path = tmp_path / "dump.jsonl"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    return write
