"""A run: cut the input, have the shards done, count, and check that everything adds up."""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from nieuwsextract import storage
from nieuwsextract.batch.duplicates import Duplicates
from nieuwsextract.batch.manifest import check_fingerprint, lock, make_fingerprint, write_run
from nieuwsextract.batch.output import count_done, list_done, make_folders
from nieuwsextract.batch.pool import Pool
from nieuwsextract.batch.settings import OnProgress, Result, RunOptions, Summary, Task
from nieuwsextract.batch.shards import QUEUE, Cutter, measure
from nieuwsextract.errors import RunError
from nieuwsextract.remote import is_url
from nieuwsextract.writing.tables import TABLES


class Engine(Protocol):
    """Where shards are done: worker processes here, or a cluster."""

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """Yield each shard's result as it is done."""
        ...

    def close(self) -> None:
        """End the workers."""
        ...


def run(
    inputs: str | Path | Sequence[str | Path],
    out: str | Path,
    options: RunOptions | None = None,
    *,
    workers: int | None = None,
    engine: Engine | None = None,
    on_progress: OnProgress | None = None,
) -> Summary:
    """Process files, dumps or folders into a folder of shards; go on where an earlier run stopped.

    ``workers`` defaults to the number of processors; ``engine`` replaces the worker processes of this
    machine (see ``cluster.DaskEngine``). ``on_progress`` is called after each shard.

    Raises:
        RunError: the folder belongs to another run, the model cannot be loaded, the disk is full, or
            the output does not add up to the input.
        ReadError: an input is not there.
    """
    options = options or RunOptions()
    given = [inputs] if isinstance(inputs, str | Path) else inputs
    paths = [storage.to_local(str(path)) for path in given]
    folder = storage.to_local(str(out))
    _check_apart(paths, folder)
    fingerprint = make_fingerprint(paths, options)
    try:
        storage.make_folder(folder)
        with lock(folder):
            check_fingerprint(folder, fingerprint)
            return _Run(paths, folder, options, fingerprint).go(engine, workers, on_progress)
    except (OSError, sqlite3.Error) as error:
        raise RunError(f"{folder}: {storage.explain(error)}") from error


def _check_apart(inputs: Sequence[str], out: str) -> None:
    """Output inside an input folder would be input the next time."""
    for path in inputs:
        if _is_inside(out, path):
            raise RunError(f"{out}: lies in the input {path}; choose a folder outside it")


def _is_inside(out: str, folder: str) -> bool:
    if is_url(out) or is_url(folder):
        return f"{out.rstrip('/')}/".startswith(f"{folder.rstrip('/')}/")
    return Path(out).resolve().is_relative_to(Path(folder).resolve())


class _Run:
    def __init__(
        self, inputs: list[str], out: str, options: RunOptions, fingerprint: dict[str, object]
    ) -> None:
        self.out, self.options, self.fingerprint = out, options, fingerprint
        self.inputs = inputs
        self.summary = Summary(size=measure(inputs))
        self.started = time.perf_counter()

    def go(self, engine: Engine | None, workers: int | None, on_progress: OnProgress | None) -> Summary:
        self._prepare()
        status = "stopped"
        try:
            with Duplicates(
                exact=self.options.exact_duplicates, near=self.options.near_duplicates
            ) as duplicates:
                cutter = Cutter(self.inputs, self.out, self.options, duplicates)
                self._work(cutter, engine or Pool(self.options, workers or os.cpu_count() or 1), on_progress)
                self._finish(cutter)
            status = "complete"
        finally:
            self.summary.seconds = time.perf_counter() - self.started
            write_run(self.out, self.fingerprint, self.summary, status)
        return self.summary

    def _prepare(self) -> None:
        """Make the folders; what an earlier run left half-done goes."""
        storage.make_folder(storage.join(self.out, QUEUE))
        make_folders(self.out, self.options.format)
        queue = storage.join(self.out, QUEUE)
        for folder in (self.out, queue, *(storage.join(self.out, name) for name in TABLES)):
            for name in storage.list_names(folder):
                if name.endswith(storage.TMP) or folder == queue:
                    storage.remove(storage.join(folder, name))
        write_run(self.out, self.fingerprint, self.summary, "running")

    def _work(self, cutter: Cutter, engine: Engine, on_progress: OnProgress | None) -> None:
        with closing(engine):
            for result in engine.run(self._open_tasks(cutter)):
                storage.remove(result.task.source)
                self.summary.new.add(result.counts)
                self.summary.total.add(result.counts)
                self.summary.shards_done += 1
                self.summary.position = max(self.summary.position, result.task.position)
                self.summary.worker_mb = result.memory_mb
                self.summary.peak_worker_mb = max(self.summary.peak_worker_mb, result.peak_mb)
                self.summary.seconds = time.perf_counter() - self.started
                if on_progress:
                    on_progress(self.summary)

    def _open_tasks(self, cutter: Cutter) -> Iterator[Task]:
        """Yield the shards to do; count those that are done from what is on the disk."""
        done, there = list_done(self.out, self.options.format), storage.list_names(self.out)
        before = 0
        for task, is_done in cutter.cut(lambda task: Path(task.target).name in done):
            read, before = task.position - before, task.position
            if not is_done:
                yield task
                continue
            self.summary.passed += read
            self.summary.position = max(self.summary.position, task.position)
            found = count_done(task.target, self.options.format, there)
            self.summary.total.add(
                replace(task.counts, records=found.records, errors=found.errors, skipped=found.skipped)
            )
            self.summary.shards_done += 1

    def _finish(self, cutter: Cutter) -> None:
        summary = self.summary
        summary.shards = cutter.shards
        summary.repeated_ids = cutter.duplicates.repeated_ids
        if summary.total.articles != cutter.counts.articles or not summary.adds_up:
            raise RunError(
                f"{self.out}: {cutter.counts.articles:,} articles went in, but there are "
                f"{summary.total.records:,} records, {summary.total.errors:,} errors and "
                f"{summary.total.skipped:,} left out; "
                "remove the folder and run again"
            )
