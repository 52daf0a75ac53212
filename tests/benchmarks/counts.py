"""Work that noise cannot touch: statements, bytes and syncs of each verb.

Run as a module it is the child whose system calls are counted from outside, by strace.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine, event

from db.tables import metadata
from tests.benchmarks.frame import Row, value
from tests.benchmarks.shift import Calls
from tests.benchmarks.stores import opened

ROUNDS = 30
SYNCS = 2  # the database's log, and the mirror
_MARK, _DONE = "mark:", "done"


def rows(folder: Path, benchmark: str) -> Iterator[Row]:
    """Statements, bytes and syncs of each verb, in a profile of its own with calls in it."""
    for verb, statements, written in _within(folder):
        yield value(benchmark, f"{verb}: statements", statements, "")
        if written is not None:
            yield value(benchmark, f"{verb}: written", written / 1024, "kB")
    synced = _synced(folder)
    for verb, syncs in synced.items():
        yield value(benchmark, f"{verb}: syncs", median(syncs), "", most=SYNCS)
    every = [count for syncs in synced.values() for count in syncs]
    if every:
        mean = sum(every) / len(every)
        yield value(benchmark, "any verb: syncs, mean with checkpoints", mean, "")


def _within(folder: Path) -> Iterator[tuple[str, float, float | None]]:
    """Each verb's median count of statements, and of bytes given to the system to write."""
    said: dict[str, list[int]] = defaultdict(list)
    written: dict[str, list[int]] = defaultdict(list)
    with opened(folder) as desk:
        verbs = Calls(desk.desk).verbs
        for _ in range(ROUNDS):
            for name, verb in verbs.items():
                before = bytes_written()
                with listening(desk.engine) as heard:
                    verb()
                said[name].append(len(heard) + 1)  # the commit is no statement of the driver's
                written[name].append((bytes_written() or 0) - (before or 0))
    known = bytes_written() is not None
    for name, counted in said.items():
        yield name, median(counted), median(written[name]) if known else None


@contextmanager
def listening(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are executed meanwhile, with their values."""
    heard: list[tuple[str, Any]] = []

    def hear(*said: Any) -> None:
        heard.append((said[2], said[3]))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def scans(engine: Engine, statement: str, values: Any) -> list[str]:
    """The steps of the plan that read a table of ours from its beginning to its end."""
    if not re.match(r"SELECT|UPDATE|DELETE|INSERT", statement):
        return []
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        whole = [(re.fullmatch(r"SCAN (\w+)", line), line) for *_, line in plan]
        return [line for scanned, line in whole if scanned and scanned[1] in metadata.tables]


def bytes_written() -> int | None:
    """What this process has given to write calls since it began; None where nobody counts."""
    try:
        text = Path("/proc/self/io").read_text(encoding="ascii")
    except OSError:
        return None
    return int(text.split("wchar:")[1].split()[0])


def _synced(folder: Path) -> dict[str, list[int]]:
    """How often each run of each verb waited for the disk; empty without strace."""
    strace = shutil.which("strace")
    if strace is None:
        sys.stderr.write("syncs are not counted: strace is not installed\n")
        return {}
    trace = folder / "trace"
    calls = "trace=fsync,fdatasync,sync_file_range,msync,access,faccessat,faccessat2"
    child = (sys.executable, "-m", __spec__.name, str(folder))
    subprocess.run([strace, "-f", "-qq", "-e", calls, "-o", trace, *child], check=True)
    return read_trace(trace.read_text(encoding="utf-8", errors="replace"))


def read_trace(text: str) -> dict[str, list[int]]:
    """The syncs between marks, by the name in the mark before them."""
    syncs: dict[str, list[int]] = defaultdict(list)
    current: list[int] | None = None
    for line in text.splitlines():
        mark = re.search(rf'access(?:at2?)?\(.*"{_MARK}([^"]+)"', line)
        if mark is not None:
            current = None if mark[1] == _DONE else syncs[mark[1]]
            if current is not None:
                current.append(0)
        elif current is not None and re.search(
            r"\b(fsync|fdatasync|sync_file_range|msync)\(", line
        ):
            current[-1] += 1
    return dict(syncs)


def main(folder: Path) -> None:
    """The child: verbs with a mark before each that a trace shows."""
    with opened(folder) as desk:
        verbs = Calls(desk.desk).verbs
        for name, verb in (item for _ in range(ROUNDS) for item in verbs.items()):
            os.access(_MARK + name, os.F_OK)
            verb()
        os.access(_MARK + _DONE, os.F_OK)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
