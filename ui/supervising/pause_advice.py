"""A word in the status line when a pause would be good: for whoever sits here, and quietly.

It says nothing aloud, stands in nobody's way and is kept nowhere (FEATURES leap 20).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.supervision.own_shift import OwnShift
from ui.badges import Badge
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.window import Window

ITEM = "rest"
LOOK_MS = 300_000  # a shift is not followed by the second
SETTLE_MS = 3_000  # after a break has begun or ended


class PauseAdvice(QObject):
    """Looks now and then, and after each break."""

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.look)
        tasks.changed.connect(self._on_changed)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here; whoever takes no calls is advised nothing."""
        self.forget()
        if MATRIX[Function.OWN_FIGURES] & roles and MATRIX[Function.WORK_CALLS] & roles:
            self._looks.start()

    def forget(self) -> None:
        """They have left."""
        self._sitting += 1
        self._looks.stop()
        self._soon.stop()
        self._window.status.drop_item(ITEM)

    def look(self) -> None:
        """Ask how the shift has been."""
        then = partial(self._show, self._sitting)
        ask = self._services.figures.mine
        self._tasks.run(self, ask, then, lambda _: None, topic="advice")  # locked: it stays

    def _show(self, sitting: int, own: OwnShift) -> None:
        if sitting != self._sitting:
            return
        if own.advice is None:
            self._window.status.drop_item(ITEM)
        else:  # why stands on the page of one's own shift
            badge = Badge(self.tr("Ta gärna en paus"), ToneName.INFO, "coffee")
            self._window.status.show_item(ITEM, badge)

    def _on_changed(self, changes: Changes) -> None:
        if self._looks.isActive() and changes.of("presence"):
            self._soon.start()
