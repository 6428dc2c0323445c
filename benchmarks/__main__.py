"""`python -m benchmarks NAME [OPTIONS]`."""

import sys
from importlib import import_module

NAMES = {
    "pipeline": "the shipped pipeline against the reference architecture",
    "extraction": "the whole extraction against it, and what each component costs",
    "peers": "Frog, textacy's quotations and dateparser on the same texts",
    "growth": "how time grows with the length of an article and with what stands in it",
    "process": "CPU seconds and memory of whole processes: --help, the first record, long articles",
    "batch": "what a batch costs beside the pipeline, and what a second worker gains",
    "memory": "memory of a batch's processes over a long dump",
    "faults": "runs that are killed, or out of disk",
    "cluster": "a Dask cluster of which a worker and the command are killed",
}


def main() -> None:
    """Run the benchmark that the command line names."""
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        wanted = "\n".join(f"  {name:12}{what}" for name, what in NAMES.items())
        raise SystemExit(f"usage: python -m benchmarks NAME [--help]\n{wanted}")
    name = sys.argv.pop(1)
    sys.argv[0] = f"benchmarks {name}"
    import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
