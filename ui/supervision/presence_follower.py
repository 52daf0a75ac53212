"""Writes down that the operator is at the desk, and when they take a break.

That they sign out is written by the verb that signs them out.  A desk that loses its power says
nothing: so it gives a sign of life every ten minutes.  One that has been locked for long gives none
either: whoever went home without signing out is not there, and at night a colleague is alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import NotPermitted, NotSignedIn
from kundcenter.domain.supervision.presences import LOCKED_FOR, SIGN_EVERY, PresenceKind
from kundcenter.errors import KundcenterError
from ui.readiness import Readiness
from ui.services import Services
from ui.tasks import Tasks


class PresenceFollower(QObject):
    """`paused` carries the id of a break that has begun, `refused` an error for a notice."""

    paused = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        readiness: Readiness,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._presences, self._readiness = tasks, services.presences, readiness
        self._seated = self._paused = False
        self.locked_for = LOCKED_FOR
        self._locked: QElapsedTimer | None = None
        self._signs = QTimer(self)
        self._signs.setInterval(int(SIGN_EVERY.total_seconds() * 1000))
        self._signs.timeout.connect(self._give_sign)
        readiness.changed.connect(self._look)

    def sit_down(self) -> None:
        """Somebody has signed in."""
        self._seated, self._paused, self._locked = True, False, None
        self._begin()
        self._look()

    def renewed(self) -> None:
        """The same operator in another session: what they did goes on in it."""
        if self._seated:
            self.sit_down()

    def lock(self) -> None:
        """Nobody can say whether they still sit here."""
        self._locked = QElapsedTimer()
        self._locked.start()

    def unlock(self) -> None:
        """They do."""
        locked, self._locked = self._locked, None
        if (
            self._seated
            and locked is not None
            and _lasts(locked) >= min(SIGN_EVERY, self.locked_for)
        ):
            self._give_sign()

    def leave(self) -> None:
        """The program ends, and nobody signs out."""
        if self._seated:
            self._verb(partial(self._presences.end, PresenceKind.SIGNED_IN))
            self.stand_up()

    def stand_up(self) -> None:
        """Nobody sits here any more."""
        self._seated = self._paused = False
        self._signs.stop()

    def _begin(self) -> None:
        self._signs.start()
        self._verb(self._presences.begin)

    def _give_sign(self) -> None:
        if self._locked is None or _lasts(self._locked) < self.locked_for:
            self._verb(self._presences.seen)

    def _look(self) -> None:
        """The pause key is one stroke: what kind of break it is may be said afterwards."""
        if not self._seated or self._readiness.paused is self._paused:
            return
        self._paused = self._readiness.paused
        if not self._paused:
            self._verb(partial(self._presences.end, PresenceKind.PAUSE))
            return
        begin = partial(self._presences.begin, PresenceKind.PAUSE)
        self._tasks.run(self, begin, self._on_paused, self._on_refused)

    def _on_paused(self, changes: Changes) -> None:
        if self._paused:
            self.paused.emit(changes.the("presence"))

    def _verb(self, verb: Callable[[], Changes]) -> None:
        self._tasks.run(self, verb, refused=self._on_refused)

    def _on_refused(self, error: KundcenterError) -> None:
        if not isinstance(error, NotSignedIn | NotPermitted):  # they have just left
            self.refused.emit(error)


def _lasts(since: QElapsedTimer) -> timedelta:
    return timedelta(milliseconds=since.elapsed())
