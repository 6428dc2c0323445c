"""Speed measurements: `python -m benchmarks.NAME`."""
