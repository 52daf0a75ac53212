"""What other programs hand in: a ring rings in the strip, a number is asked about and then rung.

No exchange of ours steers such a ring: it is answered and laid down at the telephone, and here it
is said.  Whoever sends it says that it is over; what nobody answers is over by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.calls import CallState
from kundcenter.domain.lines import EndReason, HungUp, Rang
from kundcenter.domain.switchboard.handed import LINE_CALL, HandedDial, HandedReply, HandedRing
from ui.dialling import Dialling
from ui.dialogs.switchboard.dial_asked import DialAskedDialog
from ui.in_hand import InHand
from ui.services import Services
from ui.tasks import Tasks

RINGS_MS = 120_000  # so long a telephone rings at most, when nobody says that it is over
TWICE_MS = 5_000  # a program that says the same again so soon says it twice
MOST_RINGS = 32  # with their talks
BURST, EVERY_MS = 12, 1_000  # so many rings in a row, then one each so many milliseconds
KEPT_MS = 60_000  # a number waits so long for somebody to sit down
LOOK_MS = 500
REST_MS = 2_000  # after one question the next


@dataclass(slots=True)
class _Live:
    """A ring that was handed in, and is not over."""

    line_call: str
    rang: QElapsedTimer
    answered: bool = False


class HandedIn(QObject):
    """Takes what the ear hears.  `at_desk` says whether the desk is in sight."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        in_hand: InHand,
        window: QWidget,
        at_desk: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._tasks, self._in_hand, self._window = tasks, in_hand, window
        self._dialling = Dialling.of(tasks, services)
        self._at_desk = at_desk
        self._live: dict[tuple[str | None, str], _Live] = {}
        self._tokens, self._refilled = BURST, _started()
        self._seated: bool | None = None  # whether who sits here works calls; None: nobody does
        self._kept: str | None = None
        self._waited = QElapsedTimer()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show_kept)
        self._dialog: DialAskedDialog | None = None
        self._rested: QElapsedTimer | None = None
        in_hand.changed.connect(self._note_answers)

    def take(self, handed: HandedRing | HandedDial) -> HandedReply:
        """Follow what was handed in; what is answered to whoever did."""
        if isinstance(handed, HandedDial):
            return self._take_dial(handed.number)
        if handed.ended:
            return self._end((handed.number, handed.called))
        return self._ring(handed)

    def sit_down(self, roles: frozenset[Role]) -> None:
        self._seated = bool(MATRIX[Function.WORK_CALLS] & roles)

    def locked(self) -> None:
        """Nobody is asked behind a lock, nor when it opens for another."""
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.reject()

    def forget(self) -> None:
        """The operator has left."""
        self._seated = None

    # -- rings ---------------------------------------------------------------------------------

    def _ring(self, handed: HandedRing) -> HandedReply:
        key = (handed.number, handed.called)
        before = self._live.get(key)
        if before is not None and not before.answered and before.rang.elapsed() < TWICE_MS:
            return HandedReply.TAKEN
        if not self._may_ring():
            return HandedReply.TOO_MANY
        if before is not None:
            self._over(key)
        live = _Live(f"{LINE_CALL}{uuid4().hex}", _started())
        self._live[key] = live
        self._tasks.tell(
            Rang(
                live.line_call,
                number=handed.number,
                called=handed.called,
                queue=handed.queue,
                keyed_id=handed.keyed_id,
            )
        )
        QTimer.singleShot(RINGS_MS, self, partial(self._expire, key, live.line_call))
        return HandedReply.TAKEN

    def _may_ring(self) -> bool:
        """Somebody who hands in more than anybody could answer is not followed."""
        came = self._refilled.elapsed() // EVERY_MS
        if came:
            self._tokens = min(self._tokens + came, BURST)
            self._refilled.start()
        if not self._tokens:
            return False
        self._tokens -= 1
        while len(self._live) >= MOST_RINGS:
            self._over(next(iter(self._live)))
        return True

    def _end(self, key: tuple[str | None, str]) -> HandedReply:
        if key not in self._live:
            return HandedReply.NO_RING
        self._over(key, gave_up=True)
        return HandedReply.TAKEN

    def _expire(self, key: tuple[str | None, str], line_call: str) -> None:
        live = self._live.get(key)
        if live is not None and live.line_call == line_call and not live.answered:
            self._over(key)

    def _over(self, key: tuple[str | None, str], *, gave_up: bool = False) -> None:
        live = self._live.pop(key)
        if live.answered:
            reason = EndReason.CALLER
        else:
            reason = EndReason.ABANDONED if gave_up else EndReason.NO_ANSWER
        self._tasks.tell(HungUp(live.line_call, reason))

    def _note_answers(self) -> None:
        states = {call.line_call: call.state for call in self._in_hand.calls}
        for live in self._live.values():
            state = states.get(live.line_call, CallState.RINGING)
            live.answered = live.answered or state is not CallState.RINGING

    # -- numbers to dial -----------------------------------------------------------------------

    def _take_dial(self, number: str) -> HandedReply:
        """One is asked about at a time, and none takes another's place under the hand."""
        resting = self._rested is not None and self._rested.elapsed() < REST_MS
        if self._kept is not None or self._dialog is not None or resting:
            return HandedReply.TOO_MANY
        self._kept = number
        self._waited.start()
        self._look.start()
        self._show_kept()
        return HandedReply.TAKEN

    def _show_kept(self) -> None:
        number = self._kept
        if number is None or self._waited.elapsed() > KEPT_MS or self._seated is False:
            self._drop_kept()
        elif self._seated and self._at_desk() and QApplication.activeModalWidget() is None:
            self._drop_kept()
            self._ask(number)

    def _drop_kept(self) -> None:
        self._look.stop()
        self._kept = None

    def _ask(self, number: str) -> None:
        rings = self._dialling.rings(number)
        dialog = self._dialog = DialAskedDialog(number, rings=rings, parent=self._window)
        dialog.dialled.connect(partial(self._dialling.dial, number, self._window))
        dialog.finished.connect(self._on_asked)
        if not self._window.isActiveWindow():  # the link was clicked in another program
            self._window.raise_()
            self._window.activateWindow()
        dialog.open()

    def _on_asked(self, _: int) -> None:
        self._dialog = None
        self._rested = _started()


def _started() -> QElapsedTimer:
    timer = QElapsedTimer()
    timer.start()
    return timer
