"""Follows the line: who left a queue is written down, once for all desks.

Every desk hears of each caller.  So a desk waits a while that differs from desk to desk, and then
notes only those of whom no other desk has told it.  Of those who were reached at another telephone
it waits longer: where that has a desk, the call comes from there.
"""

from __future__ import annotations

import logging
import random
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import NotPermitted, NotSignedIn
from kundcenter.domain.lines import CallerLeft, LineEvent
from kundcenter.domain.supervision.queue_calls import MOST_AT_ONCE, Left, QueueUnnamed
from kundcenter.domain.text import TextInvalid
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Tasks

SOONEST_MS, LATEST_MS = 3_000, 30_000
REACHED_MS = 120_000, 300_000  # the same of those who were reached
MOST_KEPT = 2_000  # while nobody sits here; the oldest have been noted by another desk long ago

_CHANCE = random.SystemRandom()

log = logging.getLogger(__name__)


class LeftFollower(QObject):
    """Of those who gave up, or of those who were `reached`; `refused` is an error for a notice."""

    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        parent: QObject | None = None,
        *,
        reached: bool = False,
    ) -> None:
        super().__init__(parent)
        self._reached = reached
        self._tasks, self._queue_calls = tasks, services.queue_calls
        self._told: list[tuple[CallerLeft, QElapsedTimer]] = []
        self._noting = 0
        self._complained = False  # of what is tried again
        self._seated = False
        self.delays = REACHED_MS if reached else (SOONEST_MS, LATEST_MS)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setTimerType(Qt.TimerType.PreciseTimer)  # one that is early waits once more
        self._soon.timeout.connect(self._note)
        tasks.rang.connect(self._on_line)

    def sit_down(self) -> None:
        """Somebody who works calls sits here now."""
        self._seated = True
        self._plan()

    def stand_up(self) -> None:
        """Nobody does; what is told is kept for the next."""
        self._seated = False
        self._soon.stop()

    def _on_line(self, event: LineEvent) -> None:
        if not isinstance(event, CallerLeft) or event.reached is not self._reached:
            return
        try:
            _left(event).checked()
        except (TextInvalid, QueueUnnamed):  # one that cannot be kept takes no others along
            log.info("a caller who left is not noted: the exchange's words cannot be kept")
            return
        since = QElapsedTimer()
        since.start()
        self._told.append((event, since))
        if len(self._told) > MOST_KEPT and not self._noting:
            del self._told[:-MOST_KEPT]
        self._plan()

    def _plan(self) -> None:
        if self._seated and self._told and not self._noting and not self._soon.isActive():
            self._soon.start(_CHANCE.randint(*self.delays))

    def _note(self) -> None:
        soonest = self.delays[0]
        batch = [each for each in self._told[:MOST_AT_ONCE] if each[1].elapsed() >= soonest]
        self._noting = len(batch)
        if not batch:
            self._plan()
            return
        left = tuple(_left(each, timedelta(milliseconds=since.elapsed())) for each, since in batch)
        note = partial(self._queue_calls.note_new, left)
        self._tasks.run(self, note, self._on_noted, self._on_refused)

    def _on_noted(self, _: Changes) -> None:
        del self._told[: self._noting]
        self._noting, self._complained = 0, False
        self._plan()

    def _on_refused(self, error: KundcenterError) -> None:
        """They are kept: whoever sits down next notes them, or this desk when the store can."""
        self._noting = 0
        if isinstance(error, NotSignedIn | NotPermitted):
            return
        if not self._complained:
            self._complained = True
            self.refused.emit(error)
        self._plan()


def _left(event: CallerLeft, ago: timedelta = timedelta()) -> Left:
    return Left(event.line_call, event.queue, event.waited, ago=ago, reached=event.reached)
