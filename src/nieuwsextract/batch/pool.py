"""Worker processes on one machine: each loads the pipeline once; one that dies is replaced."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from nieuwsextract.batch.process import MAX_DEATHS, load_for_good, process_shard
from nieuwsextract.batch.settings import Counts, Result, RunOptions, Task
from nieuwsextract.batch.system import deaf_to_interrupts, measure_memory
from nieuwsextract.errors import NieuwsextractError, RunError
from nieuwsextract.threads import use_one_thread

#: Deaths on a shard after which its articles go one by one.
_CAREFUL_AFTER = 2
#: Times that a worker is started again when it dies before it has loaded the model.
_MAX_LOADS = 5
#: A worker that has grown so much since its first shard is replaced.
_MAX_GROWTH = 1.5


@dataclass
class _Job:
    task: Task
    deaths: int = 0


@dataclass
class _Worker:
    process: BaseProcess
    connection: Connection
    job: _Job | None = None
    first_mb: float = 0.0
    is_loaded: bool = False


class Pool:
    """Hands out shards to worker processes; nothing but paths and counts goes to and fro."""

    def __init__(self, options: RunOptions, workers: int) -> None:
        self._options = options
        self._context = multiprocessing.get_context("spawn")
        use_one_thread()
        self._size = max(1, workers)
        self._workers: list[_Worker] = []
        self._ready: deque[_Job] = deque()
        self._deaths_while_loading = 0

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """Yield each shard's result as it is done; ``tasks`` is read no further ahead than needed.

        Raises:
            RunError: the pipeline cannot be loaded, the output cannot be written, or ``--strict``.
        """
        left = True
        while left or self._ready or any(worker.job for worker in self._workers):
            for worker in self._workers:
                if worker.is_loaded and worker.job is None and self._ready:
                    self._give(worker, self._ready.popleft())
            if left and len(self._ready) < self._size:
                task = next(tasks, None)
                left = task is not None
                if task is not None:
                    self._ready.append(_Job(task))
                    self._workers = self._workers or [self._start() for _ in range(self._size)]
                yield from self._receive(0)
            else:
                yield from self._receive(None)

    def close(self) -> None:
        """End the workers; what they were doing is left for the next run."""
        for worker in self._workers:
            worker.process.terminate()
            worker.process.join()
            worker.connection.close()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._options), daemon=True)
        with deaf_to_interrupts():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, job: _Job) -> None:
        worker.job = job
        with suppress(OSError):  # it has died: _receive finds that out
            worker.connection.send((job.task, job.deaths >= _CAREFUL_AFTER))

    def _receive(self, timeout: float | None) -> Iterator[Result]:
        if timeout is None and not any(worker.job or not worker.is_loaded for worker in self._workers):
            return
        ready = set(wait([worker.connection for worker in self._workers], timeout))
        for number, worker in enumerate(self._workers):
            if worker.connection not in ready:
                continue
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self._replace(number)
                continue
            if isinstance(answer, str):
                raise RunError(answer)
            if not worker.is_loaded:
                worker.is_loaded = True
                continue
            yield self._accept(number, worker, answer)

    def _accept(self, number: int, worker: _Worker, answer: tuple[Counts, float, float]) -> Result:
        counts, memory, peak = answer
        job, worker.job = worker.job, None
        if job is None:
            raise AssertionError("a worker answered without a question")
        worker.first_mb = worker.first_mb or memory
        result = Result(job.task, counts, worker.process.pid or 0, memory, peak)
        if memory > _MAX_GROWTH * worker.first_mb:
            worker.process.terminate()
            self._replace(number)
        return result

    def _replace(self, number: int) -> None:
        """Start another worker in the place of one that died; its shard comes first again."""
        worker = self._workers[number]
        worker.process.join()
        worker.connection.close()
        self._deaths_while_loading = 0 if worker.is_loaded else self._deaths_while_loading + 1
        if self._deaths_while_loading > _MAX_LOADS * self._size:
            raise RunError(
                f"workers end with code {worker.process.exitcode} while they load the model; is there memory "
                "for each, and is a script that calls run() guarded with `if __name__ == '__main__':`?"
            )
        if worker.job is not None:
            self._ready.appendleft(replace(worker.job, deaths=worker.job.deaths + 1))
            if worker.job.deaths > MAX_DEATHS * self._options.shard_size + _CAREFUL_AFTER:
                raise RunError(f"{worker.job.task.source}: every worker dies on it; is there enough memory?")
        self._workers[number] = self._start()


def _work(connection: Connection, options: RunOptions) -> None:
    """What a worker process does: load, then shard after shard until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where deaf_to_interrupts does nothing
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        nlp = load_for_good(options.pipeline)
        connection.send(True)
        while True:
            task, careful = connection.recv()
            connection.send((process_shard(task, nlp, options, careful=careful), *measure_memory()))
    except (EOFError, BrokenPipeError):
        return
    except Exception as error:
        connection.send(_explain(error))


def _explain(error: Exception) -> str:
    return str(error) if isinstance(error, NieuwsextractError) else f"{type(error).__name__}: {error}"


def _die_with_parent() -> None:
    """A killed parent cannot end its workers; left alone they would wait for it for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
