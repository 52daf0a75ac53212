"""Follows the line: what the exchange tells becomes verbs, in its order, for whoever sits here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import NotPermitted, NotSignedIn
from kundcenter.domain.calls import Call, CallState, CallStateWrong
from kundcenter.domain.lines import (
    Answered,
    EndReason,
    Held,
    HungUp,
    LineDown,
    LineEvent,
    LineUp,
    Rang,
    Resumed,
)
from kundcenter.errors import KundcenterError
from kundcenter.services.calls import Ring
from ui.services import Services
from ui.tasks import Tasks

Act = Callable[[UUID], None]
PARKING_MS = 500  # parking and taking back: the last word of so long is what is written down


class LineFollower(QObject):
    """`rang` at each ring, `answered` with the id of a call that is to have a card.

    What the exchange has told of the calls that are still with it is remembered, so that who
    sits down while the telephone rings, or after a restart in the middle of a talk, has them.
    """

    rang = Signal()
    answered = Signal(object)
    refused = Signal(object)
    line_changed = Signal(bool)

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._calls = tasks, services.calls
        self._wrap_up = services.wrap_up.seconds
        self._told: dict[str, list[LineEvent]] = {}
        self._heard: dict[str, QElapsedTimer] = {}
        self._known: dict[str, UUID] = {}
        self._waiting: dict[str, list[Act]] = {}
        self._put_down: set[str] = set()
        self._parking: dict[str, _Parking] = {}
        self._seated = False
        tasks.rang.connect(self._on_line)

    def sit_down(self) -> None:
        """Somebody who works calls sits here now: catch up with what the exchange has told."""
        self._seated = True
        self._tasks.run(self, self._calls.latest, self._settle, lambda _: None)

    def stand_up(self) -> None:
        """Nobody sits here any more; the exchange is only listened to."""
        self._seated = False
        self._known.clear()
        self._waiting.clear()
        self._put_down.clear()
        self._drop_parking(*self._parking)

    def answer_by_hand(self, id: UUID) -> None:
        """The handset was lifted while the exchange was away."""
        self._answered(id)

    def put_down(self, line_call: str) -> None:
        """The handset was laid down while the exchange was away: what it tells of the call when it
        is back, is over already."""
        self._put_down.add(line_call)
        self._drop_parking(line_call)

    def _on_line(self, event: LineEvent) -> None:
        match event:
            case LineUp() | LineDown():
                self._drop_parking(*self._parking)
                self.line_changed.emit(isinstance(event, LineUp))
                return
            case Rang(line_call):
                self._told[line_call] = [event]
                self._heard[line_call] = QElapsedTimer()
                self._heard[line_call].start()
            case HungUp(line_call):
                self._told.pop(line_call, None)
                self._heard.pop(line_call, None)
            case Answered(line_call) | Held(line_call) | Resumed(line_call):
                told = self._told.setdefault(line_call, [])
                if told and isinstance(told[-1], Held | Resumed):
                    told.pop()  # whatever was said of parking, the last word stands
                told.append(event)
        if self._seated:
            self._follow(event)

    def _settle(self, latest: tuple[Call, ...]) -> None:
        """End what rang when the program last stopped, then follow what is with the exchange."""
        for call in latest:
            if call.state is CallState.RINGING and call.line_call not in self._told:
                self._verb(partial(self._calls.end, call.id, EndReason.LOST))
        for events in list(self._told.values()):
            for event in events:
                self._follow(event)

    def _follow(self, event: LineEvent) -> None:
        calls = self._calls
        if (
            isinstance(event, Rang | Answered | HungUp | Held | Resumed)
            and event.line_call in self._put_down
        ):
            if isinstance(event, HungUp):
                self._put_down.discard(event.line_call)
            return
        match event:
            case Rang():
                self._ring(event)
            case Answered(line_call):
                self._when_known(line_call, self._answered)
            case HungUp(line_call, reason):
                self._drop_parking(line_call)
                wrap_up = self._wrap_up
                self._when_known(
                    line_call, lambda id: self._verb(partial(calls.end, id, reason, wrap_up))
                )
            case Held(line_call) | Resumed(line_call):
                self._park(line_call, isinstance(event, Held))

    def _park(self, line_call: str, held: bool) -> None:
        """Write the first word down at once, and of those that follow closely only the last.

        A telephone with a bad contact may tell of parking many times a second.
        """
        parking = self._parking.get(line_call)
        if parking is None:
            parking = self._parking[line_call] = _Parking(partial(self._parked, line_call), self)
        parking.tell(held)

    def _parked(self, line_call: str, held: bool) -> None:
        verb = self._calls.hold if held else self._calls.resume
        self._when_known(
            line_call,
            # Told of what the desk knows already, it is no news and no error.
            lambda id: self._tasks.run(self, partial(verb, id), refused=self._unless_known),
        )

    def _unless_known(self, error: KundcenterError) -> None:
        if not isinstance(error, CallStateWrong):
            self.refused.emit(error)

    def _drop_parking(self, *line_calls: str) -> None:
        for line_call in line_calls:
            parking = self._parking.pop(line_call, None)
            if parking is not None:
                parking.stop()

    def _ring(self, event: Rang) -> None:
        heard = self._heard.get(event.line_call)
        since = timedelta(milliseconds=heard.elapsed() if heard else 0)
        ring = Ring(
            line_call=event.line_call,
            number=event.number,
            called=event.called or None,
            queue=event.queue,
            keyed_id=event.keyed_id,
            waited=(event.waited or timedelta()) + since,
            reference=event.reference,
        )
        self._waiting[event.line_call] = []
        self._known.pop(event.line_call, None)
        self.rang.emit()
        self._tasks.run(
            self,
            partial(self._calls.ring, ring),
            partial(self._noted, event.line_call),
            partial(self._not_noted, event.line_call),
        )

    def _noted(self, line_call: str, changes: Changes) -> None:
        id = changes.the("call")
        self._known[line_call] = id
        for act in self._waiting.pop(line_call, []):
            act(id)

    def _not_noted(self, line_call: str, error: KundcenterError) -> None:
        self._waiting.pop(line_call, None)
        # It rings on an empty chair, or at somebody who has no business with it.
        if not isinstance(error, NotSignedIn | NotPermitted):
            self.refused.emit(error)

    def _when_known(self, line_call: str, act: Act) -> None:
        # The exchange may tell more of a call before its ring has been written down.
        if line_call in self._known:
            act(self._known[line_call])
        elif line_call in self._waiting:
            self._waiting[line_call].append(act)

    def _answered(self, id: UUID) -> None:
        verb = partial(self._calls.answer, id)
        self._tasks.run(self, verb, lambda _: self.answered.emit(id), self.refused.emit)

    def _verb(self, verb: Callable[[], Changes]) -> None:
        self._tasks.run(self, verb, refused=self.refused.emit)


class _Parking(QObject):
    """What the exchange tells of one call's parking, at most every PARKING_MS."""

    def __init__(self, write: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._write = write
        self._written: bool | None = None
        self._held = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PARKING_MS)
        self._pause.timeout.connect(self._settle)

    def tell(self, held: bool) -> None:
        self._held = held
        if not self._pause.isActive():
            self._settle()

    def stop(self) -> None:
        self._pause.stop()
        self.deleteLater()

    def _settle(self) -> None:
        if self._held is not self._written:
            self._written = self._held
            self._pause.start()
            self._write(self._held)
