"""The calls in hand: what the line tells becomes verbs, and what the verbs say is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.lines import CallGone, EndReason, LineAway
from kundcenter.domain.operators import Operator
from kundcenter.domain.switchboard.handed import was_handed
from kundcenter.errors import KundcenterError
from ui.line_follower import LineFollower
from ui.services import Services
from ui.tasks import Lane, Tasks

_NEARNESS = (CallState.RINGING, CallState.TALKING, CallState.HELD, CallState.WRAP_UP)
DEAD_TIME_MS = 400  # a key that was on its way when the telephone rang must not answer it


class InHand(QObject):
    """Follows the line and the operator's own calls.

    `changed` says that what the strip shows may differ; `opened` carries the id of a call that
    is to have a card; `refused` an error for a notice; `rang` at each ring; `line_changed`
    whether the exchange is there; `seated` whether somebody who works calls sits here.
    """

    changed = Signal()
    opened = Signal(object)
    refused = Signal(object)
    rang = Signal()
    line_changed = Signal(bool)
    seated = Signal(bool)

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._calls: dict[UUID, Call] = {}
        self._unread: set[UUID] = set()
        self._looked_at: UUID | None = None
        self._since_ring = QElapsedTimer()
        self._registering = False
        self._line_there = True
        self._me: UUID | None = None
        self._line = LineFollower(tasks, services, self)
        self._line.rang.connect(self._since_ring.start)
        self._line.rang.connect(self.rang)
        self._line.answered.connect(self.opened)
        self._line.refused.connect(self.refused)
        self._line.line_changed.connect(self._on_line_changed)
        tasks.changed.connect(self._on_changed)

    @property
    def calls(self) -> tuple[Call, ...]:
        """Every call in hand, and the one that rings."""
        return tuple(self._calls.values())

    @property
    def ringing(self) -> Call | None:
        """The call that rings, if any."""
        return next((c for c in self._calls.values() if c.state is CallState.RINGING), None)

    @property
    def current(self) -> Call | None:
        """What the strip is about: what the telephone does, else the call of the card in sight."""
        return min(self._calls.values(), key=self._distance, default=None)

    def by_hand(self, call: Call) -> bool:
        """Whether the operator steers the call at the telephone, and only says so here.

        So it is with a call that no exchange of ours knows, and with every call while it is away.
        """
        line_call = call.line_call
        return line_call is None or was_handed(line_call) or not self._line_there

    def look_at(self, call_id: UUID | None) -> None:
        """The card of this call is in sight."""
        self._looked_at = call_id
        self.changed.emit()

    def _distance(self, call: Call) -> tuple[bool, int, bool, int]:
        on_line = call.line_call is not None and call.state is not CallState.WRAP_UP
        return (
            call.state is not CallState.RINGING,
            _NEARNESS.index(call.state) if on_line else len(_NEARNESS),
            call.id != self._looked_at,
            _NEARNESS.index(call.state),
        )

    def resume_session(self) -> None:
        """Show again what was in hand when the program last ended."""
        self._tasks.run(self, self._services.operators.me, self._show_me, self.refused.emit)
        self._tasks.run(self, self._services.calls.mine, self._show_mine, self.refused.emit)
        self._line.sit_down()
        self.seated.emit(True)

    def forget(self) -> None:
        """Nobody sits here any more."""
        self._line.stand_up()
        self._calls.clear()
        self._unread.clear()
        self._looked_at = None
        self._me = None
        self.seated.emit(False)
        self.changed.emit()

    def catch_up(self) -> None:
        """Read what the line did while the desk was locked and nothing could be read."""
        for id in tuple(self._unread):
            self._read(id)

    def answer(self) -> bool:
        """Answer the call that rings.  False when none rings or it has only just begun."""
        call = self.ringing
        if call is None or call.line_call is None:
            return False
        if self._since_ring.isValid() and self._since_ring.elapsed() < DEAD_TIME_MS:
            return False
        if self.by_hand(call):
            self._line.answer_by_hand(call.id)
        else:
            self._phone(self._services.telephone.answer, call.line_call)
        return True

    def hang_up(self) -> None:
        """End the talk; a call that no exchange knows ends at once."""
        call = self.current
        if call is None or call.state not in {CallState.TALKING, CallState.HELD}:
            return
        end, wrap_up = self._services.calls.end, self._services.wrap_up.seconds
        if call.line_call is None:
            self._verb(partial(end, call.id, EndReason.OTHER, wrap_up))
        elif self.by_hand(call):
            self._line.put_down(call.line_call)
            self._verb(partial(end, call.id, EndReason.OPERATOR, wrap_up))
        else:
            gone = partial(end, call.id, EndReason.LOST, wrap_up)
            self._phone(self._services.telephone.hang_up, call.line_call, gone=gone)

    def hold_or_resume(self) -> None:
        """Park the talk, or take it back."""
        call, telephone, calls = self.current, self._services.telephone, self._services.calls
        if call is None:
            return
        if call.state is CallState.TALKING:
            act, verb = telephone.hold, calls.hold
        elif call.state is CallState.HELD:
            act, verb = telephone.resume, calls.resume
        else:
            return
        if call.line_call is None or self.by_hand(call):
            self._verb(partial(verb, call.id))
        else:
            self._phone(act, call.line_call)

    def register(self, number: str | None = None) -> None:
        """A call that came without the exchange's telling."""
        if self._registering:  # one press too many is not one call more
            return
        self._registering = True
        verb = partial(self._services.calls.register, number)
        self._tasks.run(self, verb, self._open_new, self._not_registered)

    def _not_registered(self, error: KundcenterError) -> None:
        self._registering = False
        self.refused.emit(error)

    def _open_new(self, changes: Changes) -> None:
        self._registering = False
        self.opened.emit(changes.the("call"))

    def _verb(self, verb: Callable[[], Changes]) -> None:
        self._tasks.run(self, verb, refused=self.refused.emit)

    def _phone(
        self,
        act: Callable[[str], None],
        line_call: str,
        *,
        gone: Callable[[], Changes] | None = None,
    ) -> None:
        """Ask the exchange; `gone` is done when it no longer has the call."""
        refused = partial(self._phone_refused, gone)
        self._tasks.run(self, partial(act, line_call), refused=refused, lane=Lane.LINE)

    def _phone_refused(self, gone: Callable[[], Changes] | None, error: KundcenterError) -> None:
        if gone is not None and isinstance(error, CallGone | LineAway):
            self._verb(gone)
        if not isinstance(error, CallGone):
            self.refused.emit(error)

    def _on_changed(self, changes: Changes) -> None:
        for id in changes.of("call"):
            self._read(id)

    def _read(self, id: UUID) -> None:
        self._unread.add(id)
        self._tasks.run(self, partial(self._services.calls.get, id), self._show, lambda _: None)

    def _on_line_changed(self, there: bool) -> None:
        self._line_there = there
        self.line_changed.emit(there)
        self.changed.emit()

    def _show_me(self, me: Operator) -> None:
        self._me = me.id

    def _show_mine(self, calls: tuple[Call, ...]) -> None:
        for call in calls:
            self._calls[call.id] = call
            self.opened.emit(call.id)
        self.changed.emit()

    def _show(self, call: Call) -> None:
        self._unread.discard(call.id)
        gone = self._me is not None and call.operator_id not in (None, self._me)  # handed over
        if not gone and (call.open or call.state is CallState.RINGING):
            self._calls[call.id] = call
        else:
            self._calls.pop(call.id, None)
        self.changed.emit()
