"""The child of `ui`: an operator works, and a heart beats on the GUI thread meanwhile."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

from kundcenter.domain.calls import Call, CallState
from tests.benchmarks.seat import Seat, painted, pass_time, seated, tell, until
from tests.benchmarks.ui import HEART, ROWS
from tests.benchmarks.working import Working
from ui.panels.log import LogPage

BEAT = 2  # ms
LIST = 10_000


class Heart(QObject):
    """Beats on the GUI thread; a long gap is a time in which the window did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def _beat(self) -> None:
        now = perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def stop(self) -> list[float]:
        self._timer.stop()
        return self.gaps


def work(seat: Seat, calls: int) -> dict[str, list[float]]:
    """Calls with the log in between, then two cards side by side."""
    Working(seat).one_call()  # what is loaded once is not what is measured
    working = Working(seat)
    heart = Heart()
    for _ in range(calls):
        working.one_call()
        working.look_at_log()
    first, second = working.ring(), ""
    working.answer(first)
    second = working.ring()
    working.answer(second)
    for _ in range(calls * 2):
        working.switch_cards()
    gaps = heart.stop()
    return {HEART: gaps, **{name: times.clock for name, times in working.times.items()}}


def refresh(seat: Seat, times: int) -> list[float]:
    """The log with ten thousand rows, of which one has changed, until it is painted again."""
    log = seat.workstation.pages["log"]
    assert isinstance(log, LogPage)
    desk = seat.program.desk
    assert desk is not None
    asked: list[tuple[Call, ...]] = []
    seat.press("Ctrl+2")
    seat.settle()
    seat.program.tasks.run(log, partial(desk.desk.calls.latest, LIST), asked.append)
    until(lambda: asked, "many calls")
    (calls,) = asked
    log.model.replace(calls)
    pass_time(100)
    taken = []
    for turn in range(times):
        changed = [replace(call) for call in calls]  # new ones, as the store gives them
        at = turn % 20
        changed[at] = replace(changed[at], state=CallState.HELD, outcome=f"{turn}")
        start = perf_counter()
        log.model.replace(changed)
        painted(log.table)
        taken.append((perf_counter() - start) * 1000)
    return taken


def main(folder: Path, calls: int) -> None:
    with seated(folder) as seat:
        seat.sign_in()
        measured = work(seat, calls)
        measured[ROWS] = refresh(seat, calls * 3)
    tell(measured)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
