"""Whether the desk is ready for the next call: the wrap-up that runs out, and the pause.

A wrap-up is counted from the time that the store holds, so that a restart finds what is left of it.
When it is over the operator is ready; the card stays open, and nothing is closed or lost.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.lines import LineAway
from kundcenter.errors import KundcenterError
from ui.in_hand import InHand
from ui.services import Services
from ui.tasks import Lane, Tasks

SOON = timedelta(seconds=10)
TICK_MS = 250
PAUSED, YES, NO = "paused", "yes", "no"  # the operator's own choice: it outlives the program


class Readiness(QObject):
    """`changed` when the desk is ready or no longer so, `soon` when ten seconds are left of the
    wrap-up, `refused` with an error for a notice."""

    changed = Signal()
    soon = Signal()
    refused = Signal(object)

    def __init__(
        self, tasks: Tasks, services: Services, in_hand: InHand, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._in_hand = tasks, services, in_hand
        self._seated = False
        self._paused = False
        self._left = timedelta()
        self._told: bool | None = None
        self._telling = False
        self._complained = False
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._look)
        in_hand.seated.connect(self._on_seated)
        in_hand.changed.connect(self._look)

    @property
    def paused(self) -> bool:
        """Whether the operator has chosen to take no calls."""
        return self._paused

    @property
    def ready(self) -> bool:
        """Whether the exchange may let the next call ring here."""
        busy = any(call.on_line for call in self._in_hand.calls)
        return self._seated and not (self._paused or self._left or busy)

    @property
    def until(self) -> datetime | None:
        """When the wrap-up is over; None when there is none."""
        call = self._kept_by()
        return call.wrap_up_until if call is not None else None

    @property
    def left(self) -> timedelta:
        """How much is left of the wrap-up."""
        return self._left

    def extend(self) -> None:
        """More time after the talk, also when the time is just over."""
        call, current = self._kept_by(), self._in_hand.current
        if call is None and current is not None and current.state is CallState.WRAP_UP:
            call = current
        if call is not None:
            seconds = self._services.wrap_up.extend_seconds
            verb = partial(self._services.calls.extend_wrap_up, call.id, seconds)
            self._tasks.run(self, verb, refused=self.refused.emit)

    def end_wrap_up(self) -> None:
        """Ready at once.  No card is closed by it."""
        now = self._services.now()
        for call in self._in_hand.calls:
            if call.wrap_up_left(now):
                verb = partial(self._services.calls.ready, call.id)
                self._tasks.run(self, verb, refused=self.refused.emit)

    def pause(self, on: bool) -> None:
        """Take no calls, or take them again."""
        verb = partial(self._services.choices.set, PAUSED, YES if on else NO)
        self._tasks.run(self, verb, partial(self._on_paused, on), self.refused.emit)

    def _on_paused(self, on: bool, _: Changes) -> None:
        self._paused = on
        self.changed.emit()
        self._tell()

    def _on_seated(self, seated: bool) -> None:
        self._seated, self._paused = False, False
        if seated:
            self._tasks.run(self, self._services.choices.mine, self._wear, lambda _: None)
        self._look()

    def _wear(self, choices: dict[str, str]) -> None:
        self._seated, self._paused = True, choices.get(PAUSED) == YES
        self.changed.emit()
        self._look()

    def _kept_by(self) -> Call | None:
        """The call whose wrap-up lasts longest."""
        now = self._services.now()
        kept = [call for call in self._in_hand.calls if call.wrap_up_left(now)]
        return max(kept, key=lambda call: call.wrap_up_left(now), default=None)

    def _look(self) -> None:
        call, before = self._kept_by(), self._left
        self._left = call.wrap_up_left(self._services.now()) if call is not None else timedelta()
        if bool(self._left) != self._tick.isActive():
            if self._left:
                self._tick.start()
            else:
                self._tick.stop()
        if timedelta() < self._left <= SOON < before:
            self.soon.emit()
        if bool(self._left) != bool(before):
            self.changed.emit()
        self._tell()

    def _tell(self) -> None:
        """Tell the exchange, one word at a time: two at once could arrive the wrong way round."""
        if self._telling or self.ready is self._told:
            return
        if self._told is None and not self._seated:
            return
        self._telling = True
        on = self.ready
        act = partial(self._services.telephone.ready, on)
        answered = partial(self._on_told, on)
        self._tasks.run(self, act, lambda _: answered(None), answered, lane=Lane.LINE)

    def _on_told(self, on: bool, error: KundcenterError | None) -> None:
        self._telling, self._told = False, on
        # A line that is away is told by itself when it comes back.
        if error is not None and not isinstance(error, LineAway) and not self._complained:
            self._complained = True
            self.refused.emit(error)
        self._tell()
