"""Measurements: `python -m benchmarks.run` and `python -m benchmarks.classifier`."""
