"""python -m tests.benchmarks [save find …] --out out/bench"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import (
    board,
    capacity,
    cases,
    exchange,
    figures,
    find,
    memory,
    own_shift,
    packs,
    report,
    review,
    routing,
    save,
    start,
    summary,
    ui,
    units,
)
from tests.benchmarks.frame import Row, Terms

BENCHMARKS = {
    each.NAME: each
    for each in (
        save,
        find,
        units,
        board,
        routing,
        packs,
        capacity,
        cases,
        figures,
        own_shift,
        summary,
        review,
        exchange,
        start,
        ui,
        memory,
    )
}
SIZES = (10_000, 100_000, 1_000_000)
QUICK_SIZES, QUICK_SAMPLES = (600,), 5


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for; 1 when a budget was missed and that was to be told."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if strangers := set(asked.benchmarks) - set(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(sorted(strangers))}")
    out: Path = asked.out
    terms = Terms(
        stores=out.parent / "bench-stores",
        sizes=QUICK_SIZES if asked.quick else tuple(sorted(asked.sizes)),
        samples=QUICK_SAMPLES if asked.quick else asked.samples,
        long=asked.long,
        quick=asked.quick,
    )
    rows: list[Row] = []
    command = shlex.join(("python -m tests.benchmarks", *arguments))
    for name in asked.benchmarks or tuple(BENCHMARKS):
        sys.stderr.write(f"{name} …\n")
        measured = list(BENCHMARKS[name].rows(terms))
        rows += measured
        sys.stdout.write(report.table(measured) + "\n\n")
        sys.stdout.flush()
        # After each, so that a run that is stopped leaves what it has measured.
        report.write(rows, out / "run.json", at=datetime.now(UTC), command=command)
        text = f"{report.table(rows)}\n\n{report.verdict(rows)}\n"
        (out / "run.txt").write_text(text, encoding="utf-8")
    sys.stdout.write(report.verdict(rows) + "\n")
    return 1 if asked.strict and any(row.missed for row in rows) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("benchmarks", nargs="*", metavar="BENCHMARK")
    parser.add_argument("--out", type=Path, default=Path("out/bench"))
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="calls, such as 10000,100000")
    parser.add_argument("--samples", type=int, default=1_000, help="runs of each path")
    parser.add_argument("--long", action="store_true", help="a whole shift of 5 000 calls")
    parser.add_argument("--quick", action="store_true", help="only whether all of it runs")
    parser.add_argument("--strict", action="store_true", help="fail when a budget is missed")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
