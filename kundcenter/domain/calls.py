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
    """A call may not be closed before it says what came of it.

    Facts: id; parts (the ids of the parts that do not say it, when the call has parts).
    """

    code = "call.needs_outcome"


class CallOfAnother(Refused):
    """Only the operator who has the call may do this with it.  Facts: id."""

    code = "call.of_another"


class CallOnLine(Refused):
    """The caller is still there: the card is not put away before the line is down.  Facts: id."""

    code = "call.on_line"


class WrapUpOutside(Refused):
    """A wrap-up lasts for 0 to `LONGEST_WRAP_UP` seconds.  Facts: limit (seconds)."""

    code = "call.wrap_up_outside"


class CallState(StrEnum):
    RINGING = "RINGER"
    TALKING = "PAGAENDE"
    HELD = "PARKERAD"
    WRAP_UP = "EFTERARBETE"
    DONE = "KLART"
    ABANDONED = "AVBRUTET_I_KO"
    PASSED_ON = "VIDARE"  # nobody answered here; the caller is still with the exchange


MISSED = (CallState.ABANDONED, CallState.PASSED_ON)
LONGEST_WRAP_UP = 3_600  # seconds; more than that is a pause

_GAVE_UP = {EndReason.ABANDONED, EndReason.CALLER}


class Channel(StrEnum):
    """How the desk came to know of the call."""

    LINE = "line"  # the exchange said so
    MANUAL = "manual"  # the operator registered it


@dataclass(frozen=True, slots=True)
class WrapUp:
    """How long the work after a talk may take before the desk is ready again, in seconds."""

    seconds: int = 120
    extend_seconds: int = 60


@dataclass(frozen=True, slots=True)
class Call:
    """One call.  `number` and `called` are E.164 or short numbers; None is a withheld number.

    `line_call` is the exchange's own id of the call.  `keyed_id` is what the caller keyed in
    before the answer, as keyed.  `queued_at` is when the caller joined the queue.  Numbers stay
    out of repr(), so that they reach no log and no traceback.  `wrap_up_until` is when the operator
    is ready for the next call, whether this one is open still or not; None is at once.
    `number_hidden` is set when the call is about somebody with protected identity, whose number
    is kept no longer than the call is open (DOMAIN §1.4 rule 3).  `reference` is what whoever
    passed the caller on calls that: the id of the transfer.  `handled_at` is when somebody said
    that a missed call has been seen to.  `held_ms` is how long the caller has been parked in all,
    `held_since` when the parking that goes on began; calls from before this was kept have neither.
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
    wrap_up_until: datetime | None = None
    number_hidden: bool = False
    reference: str = ""
    handled_at: datetime | None = None
    handled_by: UUID | None = None
    held_ms: int = 0
    held_since: datetime | None = None

    def answered(self, at: datetime, by: UUID) -> Call:
        self._must_be(CallState.RINGING)
        return replace(self, state=CallState.TALKING, answered_at=at, operator_id=by)

    def held(self, at: datetime) -> Call:
        self._must_be(CallState.TALKING)
        return replace(self, state=CallState.HELD, held_since=at)

    def resumed(self, at: datetime) -> Call:
        self._must_be(CallState.HELD)
        return replace(self._unparked(at), state=CallState.TALKING)

    def ended(self, at: datetime, reason: EndReason, wrap_up_seconds: int = 0) -> Call:
        """The line is down.

        Before the answer it was a caller who gave up waiting, or a call that went on to another
        telephone; afterwards the talk is over and the wrap-up begins.  Raises WrapUpOutside.
        """
        wrap_up = _wrap_up(wrap_up_seconds)
        if self.state is CallState.RINGING:
            state = CallState.ABANDONED if reason in _GAVE_UP else CallState.PASSED_ON
            return replace(self, state=state, ended_at=at, closed_at=at).for_others()
        self._must_be(CallState.TALKING, CallState.HELD)
        until = at + wrap_up if wrap_up else None
        over = self._unparked(at)
        return replace(over, state=CallState.WRAP_UP, ended_at=at, wrap_up_until=until)

    def wrap_up_extended(self, at: datetime, seconds: int) -> Call:
        """So many seconds more, from now if the time is already over.  Raises WrapUpOutside."""
        self._must_be(CallState.WRAP_UP)
        until = max(self.wrap_up_until or at, at) + _wrap_up(seconds)
        if until > at + timedelta(seconds=LONGEST_WRAP_UP):
            raise WrapUpOutside(limit=LONGEST_WRAP_UP)
        return replace(self, wrap_up_until=until)

    def wrap_up_over(self, at: datetime) -> Call:
        """The operator is ready; the call stays open and keeps all it has."""
        self._must_be(CallState.WRAP_UP)
        until = self.wrap_up_until
        return self if until is None or until <= at else replace(self, wrap_up_until=at)

    def wrap_up_left(self, at: datetime) -> timedelta:
        """How long the operator is still kept from the next call; zero when ready.

        A clock that is set back keeps nobody longer than the wrap-up was meant to be.
        """
        if self.state is not CallState.WRAP_UP or self.wrap_up_until is None:
            return timedelta()
        return max(self.wrap_up_until - max(at, self.ended_at or at), timedelta())

    def passed_to(self, operator_id: UUID) -> Call:
        """The card is another operator's; whoever takes it is not kept by the wrap-up of it."""
        return replace(self, operator_id=operator_id, wrap_up_until=None)

    def hiding_number(self) -> Call:
        """It is about somebody with protected identity; a call that is over forgets the number."""
        hidden = replace(self, number_hidden=True)
        return hidden if hidden.closed_at is None else hidden.without_number()

    def without_number(self) -> Call:
        """Without the number of somebody with protected identity."""
        return replace(self, number=None, keyed_id=None) if self.number_hidden else self

    def for_others(self) -> Call:
        """As it may be shown to whoever does not have the call.

        What the caller keyed in is the number of a person, and no look at a person goes unlogged.
        """
        return replace(self.without_number(), keyed_id=None)

    def without_outcome(self) -> Call:
        """As it is shown when what came of it is the content of an entry that is blocked."""
        return replace(self, outcome=None)

    def closed(self, at: datetime, outcome: str | None) -> Call:
        """Done.  A call that is still on the line ends at the same instant.

        Whoever closes it before the wrap-up is over is ready for the next one.
        """
        self._must_be(CallState.TALKING, CallState.HELD, CallState.WRAP_UP)
        if not outcome:
            raise CallNeedsOutcome(id=self.id)
        ended, until = self.ended_at or at, self.wrap_up_until
        return replace(
            self._unparked(at),
            state=CallState.DONE,
            ended_at=ended,
            wrap_up_until=None if until is None else max(min(until, at), ended),
            closed_at=at,
            outcome=outcome,
        ).for_others()

    @property
    def missed(self) -> bool:
        """Whether it is over and nobody answered it here."""
        return self.state in MISSED

    def handled(self, at: datetime, by: UUID) -> Call:
        """Somebody has seen to a missed call; who said so first stands.  Raises CallStateWrong."""
        self._must_be(*MISSED)
        return self if self.handled_at else replace(self, handled_at=at, handled_by=by)

    @property
    def on_line(self) -> bool:
        """Whether the operator has the caller, talking or parked."""
        return self.state in {CallState.TALKING, CallState.HELD}

    @property
    def open(self) -> bool:
        """Whether an operator still has work with it."""
        return self.state in {CallState.TALKING, CallState.HELD, CallState.WRAP_UP}

    def must_be_of(self, operator_id: UUID) -> None:
        """Raise CallStateWrong or CallOfAnother unless the operator has work with it."""
        if not self.open:
            raise CallStateWrong(state=self.state)
        if self.operator_id != operator_id:
            raise CallOfAnother(id=self.id)

    @property
    def waited(self) -> timedelta:
        """Time in the queue until the answer or the hang-up; zero while it still rings.

        Never less than nothing: the clock may have been set back between.
        """
        end = self.answered_at or self.ended_at
        return max(end - self.queued_at, timedelta()) if end else timedelta()

    @property
    def parked(self) -> timedelta:
        """How long the caller was parked, without a parking that goes on; at most the talk."""
        held = timedelta(milliseconds=self.held_ms)
        return min(held, self._on_line_for) if self.ended_at else held

    @property
    def wrapped_for(self) -> timedelta:
        """How long the work after the talk kept the operator from the next call.

        From the end until `wrap_up_until`, which is sooner when they said that they were ready, or
        closed the card (DOMAIN §13.1: end of call until the agent is ready).  See `wrapped_before`
        for who answers sooner all the same.
        """
        if self.answered_at is None or self.ended_at is None or self.wrap_up_until is None:
            return timedelta()
        return max(self.wrap_up_until - self.ended_at, timedelta())

    def wrapped_before(self, answer: datetime | None) -> timedelta:
        """`wrapped_for`, at most until the operator's next answer: nobody works on two at once."""
        if answer is None or self.ended_at is None:
            return self.wrapped_for
        return min(self.wrapped_for, max(answer - self.ended_at, timedelta()))

    @property
    def _on_line_for(self) -> timedelta:
        if self.answered_at is None or self.ended_at is None:
            return timedelta()
        return max(self.ended_at - self.answered_at, timedelta())

    def _unparked(self, at: datetime) -> Call:
        """With the parking that went on counted; nothing where the clock was set back between."""
        if self.held_since is None:
            return self
        lasted = max(at - self.held_since, timedelta()) // timedelta(milliseconds=1)
        return replace(self, held_ms=self.held_ms + lasted, held_since=None)

    def _must_be(self, *states: CallState) -> None:
        if self.state not in states:
            raise CallStateWrong(state=self.state)


def _wrap_up(seconds: int) -> timedelta:
    if not 0 <= seconds <= LONGEST_WRAP_UP:
        raise WrapUpOutside(limit=LONGEST_WRAP_UP)
    return timedelta(seconds=seconds)
