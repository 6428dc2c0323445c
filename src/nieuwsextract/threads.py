"""Matrix libraries with one thread each."""

import os

_SETTINGS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def use_one_thread() -> None:
    """Set what the libraries read when they are first imported, unless it is set already.

    The products of a small pipeline are too short to share: several threads wait for one another, and on a
    machine that is busy, or with several processes, that costs many times what the products do.
    """
    for name in _SETTINGS:
        os.environ.setdefault(name, "1")
