"""The child of `ui`: an operator works, and a heart beats on the GUI thread meanwhile."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from kundcenter.domain.calls import CallState
from kundcenter.services.calls import LoggedCall
from tests.benchmarks.bare import floors
from tests.benchmarks.heart import Heart
from tests.benchmarks.moments import Moments
from tests.benchmarks.seat import Seat, painted, pass_time, seated, tell, until
from tests.benchmarks.ui import HEART, HEART_LONG, ROWS
from tests.benchmarks.working import Working
from ui.panels.log import LogPage

LETTERS = 15  # a call, of the long note
LIST = 10_000


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
    working.look_up()
    moments = Moments(working)
    moments.make_snippets()
    moments.expand(calls)
    in_long = moments.write_long(calls * LETTERS)
    moments.keep(calls)
    moments.choose(calls)
    working.switch_cards()  # to the card about nobody: there one looks for a name
    moments.find(calls)
    moments.alarm(calls)
    measured = {name: times.clock for name, times in working.times.items()}
    return {HEART: gaps, HEART_LONG: in_long, **measured}


def refresh(seat: Seat, times: int) -> list[float]:
    """The log with ten thousand rows, of which one has changed, until it is painted again."""
    log = seat.workstation.pages["log"]
    assert isinstance(log, LogPage)
    desk = seat.program.desk
    assert desk is not None
    asked: list[tuple[LoggedCall, ...]] = []
    seat.press("Ctrl+2")
    seat.settle()
    seat.program.tasks.run(log, partial(desk.desk.calls.logged, LIST), asked.append)
    until(lambda: asked, "many calls")
    (calls,) = asked
    log.model.replace(calls)
    pass_time(100)
    taken = []
    for turn in range(times):
        changed = [replace(call) for call in calls]  # new ones, as the store gives them
        at = turn % 20
        call = replace(changed[at].call, state=CallState.HELD, outcome=f"{turn}")
        changed[at] = replace(changed[at], call=call)
        start = perf_counter()
        log.model.replace(changed)
        painted(log.table)
        taken.append((perf_counter() - start) * 1000)
    return taken


def main(folder: Path, calls: int) -> None:
    with seated(folder) as seat:
        seat.sign_in()
        bare = floors(calls)
        measured = bare | work(seat, calls)
        measured[ROWS] = refresh(seat, calls * 3)
    tell(measured)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
