"""The input, cut into shards: files of articles that wait for a worker, each with its place in the input."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from typing import IO

from nieuwsextract import storage
from nieuwsextract.article import Article
from nieuwsextract.batch.duplicates import Duplicates
from nieuwsextract.batch.settings import Counts, RunOptions, Task
from nieuwsextract.language import find_language
from nieuwsextract.reading import Found, Item, ReadFailure, Source, list_files, read_items, to_skip
from nieuwsextract.rules import load_rules

#: Waiting shards; the folder is emptied as they are done.
QUEUE = "queue"
Waiting = tuple[Item, str | None]


class Cutter:
    """Reads the inputs once, in order, and hands out the shards that are not done yet.

    The same input and options give the same shards. What it counts is what the output must add up to.
    """

    def __init__(self, inputs: Iterable[str], out: str, options: RunOptions, duplicates: Duplicates) -> None:
        self.inputs, self.out, self.options = list(inputs), out, options
        self.duplicates = duplicates
        self._rules = load_rules(options.pipeline.rules)
        self.counts = Counts()
        self.shards = 0
        #: Bytes of the files before the one that is being read; and that file.
        self._before = 0
        self._file: tuple[Source, IO[bytes]] | None = None

    def cut(self, is_done: Callable[[Task], bool]) -> Iterator[tuple[Task, bool]]:
        """Yield every shard and whether it is done; one that is not is written to the queue first."""
        shard: list[Waiting] = []
        for waiting in self._read():
            shard.append(waiting)
            if len(shard) == self.options.shard_size:
                yield self._finish(shard, is_done)
                shard = []
        if shard:
            yield self._finish(shard, is_done)

    def _read(self) -> Iterator[Waiting]:
        columns = replace(self.options.columns, dutch_only=self.options.dutch_only)
        for path in self.inputs:
            for item in map(self._sort_out, read_items(path, columns, open_source=self._open)):
                if self.counts.articles == self.options.limit:
                    return
                self.counts.articles += 1
                original = self.duplicates.find(item.article) if isinstance(item, Found) else None
                self.counts.duplicates += original is not None
                yield item, original

    def _sort_out(self, item: Item) -> Item:
        """What is found to be in another language is not processed as Dutch."""
        if self.options.dutch_only and isinstance(item, Found):
            language = find_language(item.article.text, self._rules)
            if language not in (None, "nl"):
                return to_skip(language, item.place, item.article.id)
        return item

    def _open(self, source: Source) -> IO[bytes]:
        self._before = self.position
        self._file = None
        stream = source.open()
        self._file = source, stream
        return stream

    @property
    def position(self) -> int:
        """Bytes of the input that have been read."""
        if self._file is None:
            return self._before
        source, stream = self._file
        return self._before + (source.size if stream.closed else min(stream.tell(), source.size))

    def _finish(self, shard: list[Waiting], is_done: Callable[[Task], bool]) -> tuple[Task, bool]:
        name = f"part-{self.shards:05}"
        self.shards += 1
        source = storage.join(self.out, QUEUE, f"{name}.jsonl")
        found = [item for item, _ in shard if isinstance(item, Found)]
        counts = Counts(
            articles=len(shard),
            duplicates=sum(original is not None for _, original in shard),
            words=sum(len(item.article.text.split()) for item in found),
        )
        task = Task(self.shards - 1, source, storage.join(self.out, name), counts, self.position)
        done = is_done(task)
        if not done:
            write_waiting(source, shard)
        return task, done


def write_waiting(path: str, shard: Iterable[Waiting]) -> None:
    """Write a shard's articles for a worker to read."""
    with storage.write_whole(path, durable=False) as file:
        for item, original in shard:
            if isinstance(item, Found):
                line = {"place": item.place, "article": item.article.model_dump(), "duplicate_of": original}
            else:
                line = {"failure": asdict(item)}
            # ASCII only: half a surrogate pair survives as an escape, not as UTF-8.
            file.write(json.dumps(line).encode("ascii") + b"\n")


def read_waiting(path: str) -> Iterator[Waiting]:
    """Yield a shard's articles as they were cut, each with the id of the article it is a copy of."""
    with storage.open_file(path, "rb") as file:
        for line in file:
            waiting = json.loads(line)
            if "failure" in waiting:
                yield ReadFailure(**waiting["failure"]), None
            else:
                yield Found(Article(**waiting["article"]), waiting["place"]), waiting["duplicate_of"]


def measure(inputs: Iterable[str]) -> int:
    """Return the bytes of all inputs."""
    return sum(source.size for path in inputs for source in list_files(path))
