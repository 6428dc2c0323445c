"""What the operating system knows of a process: its memory, and who hears Ctrl-C."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Start processes and threads in here that Ctrl-C does not reach, not even while they begin.

    A terminal sends it to every process of a command; it is the first one's to handle. One that comes
    meanwhile is heard afterwards. On Windows nothing changes.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 (not on Windows)

    # Begun by the first process, which would hear it again: starting the tracker ends the block.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def measure_memory() -> tuple[float, float]:
    """Return this process's resident memory in MB, now and at its highest; zeros where it cannot be told."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return 0.0, 0.0
    unit = 1_000_000 if sys.platform == "darwin" else 1_000_000 / 1_024  # bytes there, kB here
    peak: Any = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (a kernel interface, no path)
            now = int(file.read().split()[1]) * resource.getpagesize() / 1_000_000
    except OSError:
        now = peak / unit
    return now, peak / unit
