"""A call from ring to done, as a value.  Pure: no clock, no store, no screen.

States: DOMAIN §3.8.  Waits and talk times are differences of UTC instants.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.lines import EndReason
from kundcenter.errors import NotFound, Refused


class CallNotFound(NotFound):
    """No call has the id.  Facts: id."""

    code = "call.not_found"


class CallStateWrong(Refused):
    """The call is not in a state that allows the act.  Facts: state."""

    code = "call.state_wrong"


class CallNeedsOutcome(Refused):
    """A call may not be closed before it says what came of it."""

    code = "call.needs_outcome"


class CallState(StrEnum):
    RINGING = "RINGER"
    TALKING = "PAGAENDE"
    HELD = "PARKERAD"
    WRAP_UP = "EFTERARBETE"
    DONE = "KLART"
    ABANDONED = "AVBRUTET_I_KO"
    PASSED_ON = "VIDARE"  # nobody answered here; the caller is still with the exchange


_GAVE_UP = {EndReason.ABANDONED, EndReason.CALLER}


class Channel(StrEnum):
    """How the desk came to know of the call."""

    LINE = "line"  # the exchange said so
    MANUAL = "manual"  # the operator registered it


@dataclass(frozen=True, slots=True)
class Call:
    """One call.  `number` and `called` are E.164 or short numbers; None is a withheld number.

    `line_call` is the exchange's own id of the call.  `keyed_id` is what the caller keyed in
    before the answer, as keyed.  `queued_at` is when the caller joined the queue.  Numbers stay
    out of repr(), so that they reach no log and no traceback.
    """

    id: UUID
    channel: Channel
    rang_at: datetime
    queued_at: datetime
    number: str | None = field(default=None, repr=False)
    called: str | None = field(default=None, repr=False)
    queue: str | None = None
    line_call: str | None = None
    keyed_id: str | None = field(default=None, repr=False)
    state: CallState = CallState.RINGING
    operator_id: UUID | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: str | None = None

    def answered(self, at: datetime, by: UUID) -> Call:
        self._must_be(CallState.RINGING)
        return replace(self, state=CallState.TALKING, answered_at=at, operator_id=by)

    def held(self) -> Call:
        self._must_be(CallState.TALKING)
        return replace(self, state=CallState.HELD)

    def resumed(self) -> Call:
        self._must_be(CallState.HELD)
        return replace(self, state=CallState.TALKING)

    def ended(self, at: datetime, reason: EndReason) -> Call:
        """The line is down.

        Before the answer it was a caller who gave up waiting, or a call that went on to another
        telephone; afterwards the talk is over and the wrap-up begins.
        """
        if self.state is CallState.RINGING:
            state = CallState.ABANDONED if reason in _GAVE_UP else CallState.PASSED_ON
            return replace(self, state=state, ended_at=at, closed_at=at)
        self._must_be(CallState.TALKING, CallState.HELD)
        return replace(self, state=CallState.WRAP_UP, ended_at=at)

    def closed(self, at: datetime, outcome: str | None) -> Call:
        """Done.  A call that is still on the line ends at the same instant."""
        self._must_be(CallState.TALKING, CallState.HELD, CallState.WRAP_UP)
        if not outcome:
            raise CallNeedsOutcome(id=self.id)
        return replace(
            self,
            state=CallState.DONE,
            ended_at=self.ended_at or at,
            closed_at=at,
            outcome=outcome,
        )

    @property
    def on_line(self) -> bool:
        """Whether the operator has the caller, talking or parked."""
        return self.state in {CallState.TALKING, CallState.HELD}

    @property
    def open(self) -> bool:
        """Whether an operator still has work with it."""
        return self.state in {CallState.TALKING, CallState.HELD, CallState.WRAP_UP}

    @property
    def waited(self) -> timedelta:
        """Time in the queue until the answer or the hang-up; zero while it still rings."""
        end = self.answered_at or self.ended_at
        return end - self.queued_at if end else timedelta()

    def _must_be(self, *states: CallState) -> None:
        if self.state not in states:
            raise CallStateWrong(state=self.state)
