"""From the first line of the program to a card that can be written in, beside a bare window."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from unittest.mock import patch

from kundcenter.start.tour.display import DECIDED, screen
from tests.benchmarks.frame import Budget, Figure, Row, Terms, Times, growth, timings, value
from tests.benchmarks.seat import OFFSCREEN, SETTINGS, child
from tests.benchmarks.stores import copied

NAME = "start"
STARTS = 5
BUDGETS = {
    "window painted": Budget(Figure.RATIO, 2),
    "card usable after signing in": Budget(Figure.P99, 1_000),
}
MEMORY = 120  # megabytes, with a card open
TOLD = {
    "painted": "window painted",
    "door": "sign-in usable, passphrase typed at once",
    "desk": "signing in, with the password's hash",
    "card": "a call by hand, to its card",
    "usable": "card usable after signing in",
}


def rows(terms: Terms) -> Iterator[Row]:
    """On each screen: the bare window, then each stage of ours at the smallest and largest size."""
    with virtual() as virtually:
        for where, environment in (("in memory", OFFSCREEN), ("X", virtually)):
            if environment is not None and not (terms.quick and where == "X"):
                yield from _on(terms, where, environment)


def _on(terms: Terms, where: str, environment: Mapping[str, str]) -> Iterator[Row]:
    bare: dict[str, Times] = defaultdict(Times)
    measured: list[Row] = []
    memory: list[Row] = []
    for size in sorted({terms.sizes[0], terms.sizes[-1]}):
        ours: dict[str, Times] = defaultdict(Times)
        with copied(terms.stores, size) as folder:
            (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
            child("start_child", str(folder), stores=terms.stores, screen=environment)
            for _ in range(1 if terms.quick else STARTS):
                _note(bare, child("start_child", stores=terms.stores, screen=environment))
                told = child("start_child", str(folder), stores=terms.stores, screen=environment)
                _note(ours, told)
        floor = bare["painted"]
        for name, path in TOLD.items():
            budgets = [BUDGETS[path]] if path in BUDGETS else []
            times = Times(ours[name].clock, ours["cpu"].clock if name == "painted" else [])
            measured.append(
                timings(
                    NAME,
                    f"{where}: {path}",
                    times,
                    size=size,
                    floor=floor if name == "painted" else None,
                    budgets=budgets,
                )
            )
        for name, most in (("pss", None), ("pss usable", MEMORY)):
            told_of = "window" if name == "pss" else "open card"
            amount = max(ours[name].clock)
            memory.append(
                value(NAME, f"{where}: PSS with {told_of}", amount, "MB", size=size, most=most)
            )
    floor = Times(bare["painted"].clock, bare["cpu"].clock)
    yield timings(NAME, f"{where}: floor: a bare PySide window painted", floor)
    yield value(NAME, f"{where}: PSS of the bare window", max(bare["pss"].clock), "MB")
    yield from measured
    usable = f"{where}: {TOLD['usable']}"
    yield growth((row for row in measured if row.path == usable), Figure.P50, most=0.1)
    yield from memory


def _note(times: dict[str, Times], told: Mapping[str, float]) -> None:
    for name, amount in told.items():
        times[name].clock.append(amount)


@contextmanager
def virtual() -> Iterator[Mapping[str, str] | None]:
    """The environment of a virtual X screen of our own; None where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        yield None
        return
    with patch.dict(os.environ):
        for name in DECIDED:
            os.environ.pop(name, None)
        with screen():
            yield {name: os.environ[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")}
