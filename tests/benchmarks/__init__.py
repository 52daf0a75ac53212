"""Benchmarks: the project's real code paths beside a floor of the same run.  `make bench`."""
