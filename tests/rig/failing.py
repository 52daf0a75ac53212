"""A program that dies at one narrow place: `python -m tests.rig.failing POINT NTH MODULE …`.

The NTH time that it comes there it is killed as by kill -9.  The product knows nothing of it: the
methods are wrapped here, before the module's own main begins.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.mirror.outbox import OutboxMirror
from db.sync.batch import SqlBatch
from db.sync.desk import SqlLocal
from db.sync.rounds import Round
from kundcenter.sync.judge import Judge


@dataclass(frozen=True, slots=True)
class Point:
    """Before or after a method has done its work."""

    owner: type
    method: str
    after: bool


DESK = {
    "committed, not in the mirror": Point(OutboxMirror, "append", after=False),
    "in the mirror, nobody told": Point(OutboxMirror, "append", after=True),
    "verdicts kept, not settled": Point(SqlLocal, "answered", after=True),
    "rows counted, not put": Point(Round, "_put", after=False),
    "rows put, own work not run again": Point(Round, "_run_again", after=False),
    "taken in, the screen not told": Point(SqlLocal, "apply", after=True),
}
CENTRE = {
    "judged, not published": Point(SqlBatch, "publish", after=False),
    "recorded, not committed": Point(SqlBatch, "record", after=True),
    "committed, nobody answered": Point(Judge, "push", after=True),
}
POINTS = DESK | CENTRE


def plant(point: Point, nth: int) -> None:
    """From now on the process dies when it comes there for the nth time."""
    whole: Callable[..., Any] = getattr(point.owner, point.method)
    left = [nth]

    def dying(*args: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0 and not point.after:
            os.kill(os.getpid(), signal.SIGKILL)
        found = whole(*args, **named)
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    setattr(point.owner, point.method, dying)


if __name__ == "__main__":
    _, name, nth, module, *rest = sys.argv
    plant(POINTS[name], int(nth))
    sys.argv = [module, *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
