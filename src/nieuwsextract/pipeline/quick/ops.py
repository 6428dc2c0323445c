"""Matrix products by BLIS or by NumPy's BLAS: same results, other speed, depending on the processor."""

import time

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps

#: A typical product of a small pipeline: tokens × width × pieces·width.
_SHAPES = (512, 96, 288)
_ROUNDS = 3


def choose_faster_ops(nlp: Language) -> None:
    """Give every model node the faster of the two."""
    blis, numpy = NumpyOps(use_blis=True), NumpyOps(use_blis=False)
    if _time(numpy) >= _time(blis):
        return
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                node.ops = numpy


def _time(ops: NumpyOps) -> float:
    """Seconds of CPU of the fastest of a few rounds."""
    rows, width, out = _SHAPES
    x, w = np.ones((rows, width), dtype="f"), np.ones((width, out), dtype="f")
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        ops.gemm(x, w)
        best = min(best, time.process_time() - start)
    return best
