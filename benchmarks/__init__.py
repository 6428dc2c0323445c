"""Benchmarks: `python -m benchmarks` lists them.

Matrix libraries are kept to one thread, so that CPU seconds mean the same thing everywhere; they read this
when they are first imported.
"""

import os

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")
