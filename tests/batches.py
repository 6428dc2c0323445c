"""Articles for batches, an engine without processes, and what a run left in its folder."""

import json

from nieuwsextract.batch.process import process_shard
from nieuwsextract.batch.settings import Result
from nieuwsextract.records import ArticleRecord


def text_of(number):
    return f"Minister nummer {number}\n\n„Ik stap op”, zei minister De Wit maandag in Wenen. Dat is keer {number}."


class Here:
    """An engine without other processes, for tests that are not about them."""

    def __init__(self, nlp, options):
        self.nlp, self.options = nlp, options

    def run(self, tasks):
        for task in tasks:
            yield Result(task, process_shard(task, self.nlp, self.options), 0, 0.0, 0.0)

    def close(self):
        pass


def records_in(out):
    files = sorted(path for path in out.glob("part-*.jsonl") if path.name.count(".") == 1)
    return [
        ArticleRecord.model_validate_json(line)
        for path in files
        for line in path.read_text("utf-8").splitlines()
    ]


def errors_in(out):
    return [
        json.loads(line)
        for path in sorted(out.glob("part-*.errors.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def contents(out):
    return {path.name: path.read_bytes() for path in sorted(out.glob("part-*"))}
