"""Notices that the machine has slept, and that a session has lasted as long as it may."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.domain.operators import LONGEST_SESSION

LOOK_MS = 5_000
SLEPT_S = 120.0  # between two looks: the machine has slept, or somebody has set the clock
WARN_S = 600.0  # before a session is over


class SessionWatch(QObject):
    """`slept` when the machine has slept; `over` at every look while the session is too old.

    `nearly_over` is told once, with the minutes that are left.  Time goes by the clock that gives
    more: one stands still while a machine sleeps, the other can be set back.
    """

    slept = Signal()
    nearly_over = Signal(int)
    over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wall: Callable[[], float] = time.time
        self.steady: Callable[[], float] = time.monotonic
        self._began = self._looked = (0.0, 0.0)
        self._watching = self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """A session has been opened."""
        self._began = self._looked = self._now()
        self._watching, self._warned = True, False
        self._timer.start()

    def watch(self, watching: bool) -> None:
        """Behind a lock nothing is told; the session grows older all the same."""
        if watching and not self._watching:
            self._looked = self._now()
        self._watching = watching

    def end(self) -> None:
        """Nobody sits at the desk."""
        self._watching = False
        self._timer.stop()

    @property
    def spent(self) -> bool:
        """Whether the session has lasted as long as it may."""
        return self._since(self._began) >= LONGEST_SESSION.total_seconds()

    def look(self) -> None:
        passed, now = self._since(self._looked), self._now()
        # A clock that goes back tells nothing of sleep, and a clock that was set is no sleep
        # either; but who cannot tell locks.
        jumped = max(passed, abs(now[0] - self._looked[0])) > SLEPT_S
        self._looked = now
        if not self._watching:
            return
        if jumped:
            self.slept.emit()
        left = LONGEST_SESSION.total_seconds() - self._since(self._began)
        if left <= 0:
            self.over.emit()
        elif left <= WARN_S and not self._warned:
            self._warned = True
            self.nearly_over.emit(max(1, round(left / 60)))

    def _now(self) -> tuple[float, float]:
        return self.wall(), self.steady()

    def _since(self, then: tuple[float, float]) -> float:
        wall, steady = self._now()
        return max(wall - then[0], steady - then[1])
