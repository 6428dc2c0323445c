"""The same shards on a Dask cluster (extra ``cluster``): only paths and counts go over the network.

Every worker must see the output folder under the same path or URL, and have nieuwsextract installed.
"""

import logging
import platform
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

from spacy.language import Language

from nieuwsextract.batch.manifest import describe_program
from nieuwsextract.batch.process import load_for_good, process_shard
from nieuwsextract.batch.settings import Counts, PipelineSpec, Result, RunOptions, Task
from nieuwsextract.batch.system import deaf_to_interrupts, measure_memory
from nieuwsextract.errors import NieuwsextractError, RunError
from nieuwsextract.remote import is_url
from nieuwsextract.shipped import DEFAULT_MODEL

#: Shards that wait for each thread of the cluster: enough to keep it busy, few enough for the queue's disk.
_AHEAD = 2
#: Times that a shard may take its worker down before its articles go one by one, and before the run stops.
_CAREFUL_AFTER, _GIVE_UP_AFTER = 1, 20
_TURN = Lock()


class DaskEngine:
    """Has shards done by the workers of a Dask cluster, or of one started on this machine."""

    def __init__(self, address: str, options: RunOptions, *, workers: int | None = None) -> None:
        """Connect to ``tcp://host:8786``, or start worker processes with ``local``.

        Raises:
            RunError: Dask is not installed, or there is no scheduler at the address.
        """
        try:
            self._dask = import_module("distributed")
        except ImportError as error:
            raise RunError("--cluster needs Dask; pip install 'nieuwsextract[cluster]'") from error
        self._options = replace(options, pipeline=_from_anywhere(options.pipeline))
        self._program = describe_program(options.pipeline)
        self._cluster: Any = None
        self._client: Any = None
        try:
            self._connect(address, workers)
        except BaseException as error:
            self.close()
            if isinstance(error, OSError):
                raise RunError(
                    f"{address}: no Dask scheduler answers there; start one, or check it"
                ) from error
            raise

    def _connect(self, address: str, workers: int | None) -> None:
        with deaf_to_interrupts():
            if address == "local":
                # A worker that is ended in the middle of a shard is no news: the shard is done again.
                self._cluster = self._dask.LocalCluster(
                    n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )  # fmt: skip
            self._client = self._dask.Client(self._cluster or address, timeout=20)

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """Yield each shard's result as it is done; hands out more as workers become free.

        Raises:
            RunError: a shard cannot be done; the message is the worker's.
        """
        running = self._dask.as_completed()
        jobs: dict[str, tuple[Task, int]] = {}
        left = True
        while left or jobs:
            while left and len(jobs) < _AHEAD * max(1, sum(self._client.nthreads().values())):
                task = next(tasks, None)
                left = task is not None
                if task is not None:
                    self._submit(task, 0, running, jobs)
            if jobs:
                future = next(running)
                task, deaths = jobs.pop(future.key)
                yield from self._receive(future, task, deaths, running, jobs)

    def close(self) -> None:
        """Leave the cluster; end the one that was started here."""
        for part in (self._client, self._cluster):
            if part is not None:
                part.close()

    def _submit(self, task: Task, deaths: int, running: Any, jobs: dict[str, tuple[Task, int]]) -> None:
        future = self._client.submit(
            _do, _from_root(task), self._options, self._program, deaths >= _CAREFUL_AFTER,
            key=f"{task.target}-{deaths}", pure=False,
        )  # fmt: skip
        jobs[future.key] = task, deaths
        running.add(future)

    def _receive(
        self, future: Any, task: Task, deaths: int, running: Any, jobs: dict[str, tuple[Task, int]]
    ) -> Iterator[Result]:
        """Dask itself repeats the shard of a worker that died; when it gives up the shard goes carefully."""
        try:
            counts, memory, peak = future.result()
        except self._dask.KilledWorker:
            if deaths == _GIVE_UP_AFTER:
                raise RunError(f"{task.source}: every worker dies on it; is there enough memory?") from None
            self._submit(task, deaths + 1, running, jobs)
        except NieuwsextractError as error:
            raise RunError(str(error)) from error
        except Exception as error:
            raise RunError(f"{task.source}: {type(error).__name__}: {error}") from error
        else:
            yield Result(task, counts, 0, memory, peak)


def _from_anywhere(spec: PipelineSpec) -> PipelineSpec:
    """Workers begin in other folders than the command."""
    is_folder = spec.model != DEFAULT_MODEL and Path(spec.model).is_dir()
    model = str(Path(spec.model).resolve()) if is_folder else spec.model
    return replace(spec, model=model, rules=tuple(str(Path(folder).resolve()) for folder in spec.rules))


def _from_root(task: Task) -> Task:
    if is_url(task.source):
        return task
    return replace(task, source=str(Path(task.source).resolve()), target=str(Path(task.target).resolve()))


def _do(
    task: Task, options: RunOptions, program: dict[str, Any], careful: bool
) -> tuple[Counts, float, float]:
    """What a worker does with one shard; threads of one worker take turns, as they share a vocabulary."""
    with _TURN:
        _check_program(options.pipeline, program)
        counts = process_shard(task, _pipeline(options.pipeline), options, careful=careful)
    return (counts, *measure_memory())


def _check_program(spec: PipelineSpec, program: dict[str, Any]) -> None:
    """Refuse to mix the records of one version, model or rules with those of another."""
    own = _program(spec)
    differ = [f"{name} {own[name]} for {program[name]}" for name in program if own[name] != program[name]]
    if differ:
        raise RunError(f"worker on {platform.node()}: has {', '.join(differ)}; install the same there")


@lru_cache(maxsize=1)
def _program(spec: PipelineSpec) -> dict[str, Any]:
    """Looked up once in each worker process."""
    return describe_program(spec)


@lru_cache(maxsize=1)
def _pipeline(spec: PipelineSpec) -> Language:
    """Loaded once in each worker process."""
    return load_for_good(spec)
