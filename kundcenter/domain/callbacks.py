"""A promise to ring somebody: in a unit's queue, one's own, or the clock that nets a risk.

DOMAIN §4 (states, closing rules), §5 (the same-day guarantee); FEATURES rows 53–59, leap 5.
What happened is written down step by step and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import day_bounds, is_instant, local
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.people import Person
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import checked, line
from kundcenter.errors import NotFound, Refused

CODE_LIMIT = 40  # characters
MOST_ATTEMPTS = 3  # DOMAIN §4: after the third it is closed as not reached
LEASE = timedelta(minutes=15)  # how long a taken item is one operator's without a sign of them
TRY_AGAIN_AFTER = timedelta(minutes=30)  # what is proposed after no answer
PUNCTUAL = timedelta(minutes=15)  # how long after its time one's own call-back still is kept
FARTHEST = timedelta(days=366)
ALERT_BEFORE = timedelta(minutes=10)  # own call-backs are called out before they are due


class CallbackNotFound(NotFound):
    """No call-back has the id.  Facts: id."""

    code = "callback.not_found"


class CallbackStateWrong(Refused):
    """It is not in a state from which that can be done.  Facts: id, state."""

    code = "callback.state_wrong"


class CallbackOfAnother(Refused):
    """Another operator has taken it.  Facts: id, until (when that ends by itself)."""

    code = "callback.of_another"


class CallbackNeedsNumber(Refused):
    """Nobody can be rung without a number."""

    code = "callback.needs_number"


class CallbackNeedsPerson(Refused):
    """A place in a queue is a known patient's."""

    code = "callback.needs_person"


class CallbackNeedsOutcome(Refused):
    """It is closed by saying what came of it.  Facts: id."""

    code = "callback.needs_outcome"


class CallbackEntryOfAnother(Refused):
    """The note that it is promised in is about another person.  Facts: id (the entry's)."""

    code = "callback.entry_of_another"


class CallbackKindWrong(Refused):
    """A call-back of that kind is not made or changed so.  Facts: kind."""

    code = "callback.kind_wrong"


class CallbackDueInvalid(Refused):
    """It is due in the future, at most a year away, and its interval at most a day long."""

    code = "callback.due_invalid"


class CallbackNeedsCriteria(Refused):
    """The safety clock says when the patient is to ring before that."""

    code = "callback.needs_criteria"


class CallbackKind(StrEnum):
    QUEUE = "KO"  # in a unit's queue: the unit calls
    OWN = "EGEN"  # the contact centre promised to call
    SAFETY = "SAKERHETSNAT"  # the contact centre calls to hear how it went (leap 5)


class CallbackState(StrEnum):
    WAITING = "VANTAR"
    TIME_TOLD = "UTLAMNAD_TID"
    RINGING = "RINGS"
    NO_ANSWER = "EJ_SVAR"
    DONE = "KLAR"
    CANCELLED = "AVBOKAD"
    EXPIRED = "UTGANGEN"  # the promise is broken; stays on the list until somebody sees to it
    NOT_REACHED = "AVSLUTAD_EJ_NADD"


OPEN = frozenset({
    CallbackState.WAITING, CallbackState.TIME_TOLD, CallbackState.RINGING, CallbackState.NO_ANSWER,
})  # fmt: skip
OVER = frozenset({CallbackState.DONE, CallbackState.CANCELLED, CallbackState.NOT_REACHED})


class StepKind(StrEnum):
    PLACED = "PLACERAD"
    MERGED = "SAMMANFORD"  # placed again elsewhere: this one was kept
    TIME_TOLD = "TID_LAMNAD"
    MOVED = "FLYTTAD"
    NUMBER = "NUMMER"  # another number; its text never holds one
    TAKEN = "TAGEN"
    RELEASED = "SLAPPT"
    NO_ANSWER = "EJ_SVAR"
    DONE = "KLAR"
    CANCELLED = "AVBOKAD"
    EXPIRED = "UTGANGEN"
    NOT_REACHED = "AVSLUTAD_EJ_NADD"
    HANDED_ON = "OVERLAMNAD"  # own and safety: to another operator, or to whoever is there


class Promise(StrEnum):
    """Where now is to the promised interval; shown by a shape and a colour."""

    BEFORE = "FORE"
    NOW = "NU"
    AFTER = "EFTER"


@dataclass(frozen=True, slots=True)
class Placing:
    """What is said when somebody is placed.  `number` in any spelling of `phone_numbers`."""

    person_id: UUID
    number: str = field(repr=False)
    number_is_temporary: bool = False
    urgency: str = ""  # a code of the triage set, or nothing
    reason: str = field(default="", repr=False)  # one line
    language: str = ""  # when an interpreter is needed
    call_id: UUID | None = None
    entry_id: UUID | None = None

    def checked(self) -> Placing:
        """As it is stored.  Raises CallbackNeedsNumber, TextInvalid."""
        return replace(
            self,
            number=checked_number(self.number),
            urgency=line(self.urgency, "urgency", limit=CODE_LIMIT),
            reason=line(self.reason, "reason"),
            language=line(self.language, "language"),
        )


@dataclass(frozen=True, slots=True)
class Promised:
    """What is said when the contact centre itself promises to ring.

    `until` is the end of the promised interval; without it the call is promised for PUNCTUAL after
    it is due.  `criteria` say when the patient is to ring before that; the safety clock needs them.
    """

    person_id: UUID
    number: str = field(repr=False)
    number_is_temporary: bool = False
    until: datetime | None = None
    criteria: str = field(default="", repr=False)
    urgency: str = ""
    reason: str = field(default="", repr=False)
    language: str = ""
    call_id: UUID | None = None
    entry_id: UUID | None = None

    def checked(self) -> Promised:
        """As it is stored.  Raises as `Placing.checked`."""
        return replace(
            self,
            number=checked_number(self.number),
            urgency=line(self.urgency, "urgency", limit=CODE_LIMIT),
            criteria=checked(self.criteria, "criteria").strip(),
            reason=line(self.reason, "reason"),
            language=line(self.language, "language"),
        )


@dataclass(frozen=True, slots=True)
class Callback:
    """One promised call.  Times are instants; a promise is the interval [from, to).

    `unit_id`, `category` and the seat are those of a queue's; own ones have none.  `holder` is the
    operator whose own it is (None: anybody of the care unit's).  `leased_by` is ringing now.
    `guaranteed_by` is the end of the day of the same-day guarantee, None where none holds.
    `merged` counts how often somebody was placed again and this one was kept.
    """

    id: UUID
    kind: CallbackKind
    care_unit: str
    made_at: datetime
    made_by: UUID
    promised_from: datetime
    promised_to: datetime
    state: CallbackState
    state_at: datetime
    person_id: UUID | None = None
    number: str = field(default="", repr=False)
    number_is_temporary: bool = False
    unit_id: UUID | None = None
    category: MenuCategory | None = None
    queue_id: UUID | None = None
    timeslot_id: UUID | None = None
    seat: int = 0  # its number in the timeslot; 0 for none
    urgency: str = ""
    reason: str = field(default="", repr=False)
    criteria: str = field(default="", repr=False)
    language: str = ""
    source: str = ""
    call_id: UUID | None = None
    entry_id: UUID | None = None
    holder: UUID | None = None
    attempts: int = 0
    try_at: datetime | None = None
    leased_by: UUID | None = None
    leased_until: datetime | None = None
    guaranteed_by: datetime | None = None
    merged: int = 0
    exported_at: datetime | None = None
    exported_steps: int = 0  # how many of its steps the unit's own system has been told

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def over(self) -> bool:
        """Whether nothing is left to do.  A broken promise is neither open nor over."""
        return self.state in OVER

    @property
    def due_at(self) -> datetime:
        """When it is to be rung: as promised, or after no answer the next time."""
        return self.promised_from if self.try_at is None else self.try_at

    def holds(self, now: datetime) -> UUID | None:
        """Who has taken it.  A lease ends by itself: nobody has to give it back."""
        leased = self.leased_until is not None and now < self.leased_until
        return self.leased_by if leased else None

    def stands(self, now: datetime) -> CallbackState:
        """The state as of now: what nobody holds any more, waits as it did before it was taken."""
        if self.state is not CallbackState.RINGING or self.holds(now) is not None:
            return self.state
        return self.untaken_state()

    def untaken_state(self) -> CallbackState:
        if self.state is CallbackState.EXPIRED:
            return self.state
        if self.attempts:
            return CallbackState.NO_ANSWER
        told = self.kind is CallbackKind.QUEUE
        return CallbackState.TIME_TOLD if told else CallbackState.WAITING

    def promise(self, now: datetime) -> Promise:
        """Where now is to the time at which it is to be rung.

        After no answer that is the next try, which is kept for PUNCTUAL.
        """
        until = self.promised_to if self.try_at is None else self.try_at + PUNCTUAL
        if now < self.due_at:
            return Promise.BEFORE
        return Promise.NOW if now < until else Promise.AFTER

    def breaks_same_day(self) -> bool:
        """Whether the promise lies after the day of the same-day guarantee (DOMAIN §5)."""
        return self.guaranteed_by is not None and self.promised_from > self.guaranteed_by

    def wordless(self) -> Callback:
        """As a list of many patients shows it: no number, and nothing of why."""
        return replace(self, number="", reason="", criteria="")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, never changed.  `text` never holds a number."""

    id: UUID
    callback_id: UUID
    kind: StepKind
    at: datetime
    by: UUID
    text: str = field(default="", repr=False)
    promised_from: datetime | None = None  # of what was promised by this step


@dataclass(frozen=True, slots=True)
class ToldCallback:
    """A call-back and what has happened with it, the oldest first.

    `person` is whom it is about, when it is opened to be rung; veiled where they are protected.
    """

    callback: Callback
    steps: tuple[Step, ...] = ()
    person: Person | None = None


def checked_number(number: str) -> str:
    """The number as it is stored.  Raises CallbackNeedsNumber when none can be dialled."""
    found = stored(number)
    if found is None:
        raise CallbackNeedsNumber
    return found.value


def guaranteed_by(made_at: datetime) -> datetime:
    """The last second of the day on which somebody sought contact (DOMAIN §5, G0)."""
    return day_bounds(local(made_at).date())[1] - timedelta(seconds=1)


def checked_due(due_at: datetime, until: datetime | None, now: datetime) -> datetime:
    """The end of the promised interval.  Raises CallbackDueInvalid."""
    if not is_instant(due_at) or not now < due_at <= now + FARTHEST:
        raise CallbackDueInvalid
    ends_at = due_at + PUNCTUAL if until is None else until
    if not is_instant(ends_at) or not due_at < ends_at <= due_at + timedelta(days=1):
        raise CallbackDueInvalid
    return ends_at


def in_order(
    callbacks: Iterable[Callback], now: datetime, urgencies: Sequence[str] = ()
) -> tuple[Callback, ...]:
    """In which order one rings: broken promises, those that are due, those to come.

    Within each the safety clock first, then by urgency in the order of the triage set (`urgencies`,
    the most urgent first; none is last), then by time.
    """
    rank = {code: at for at, code in enumerate(urgencies)}

    def key(each: Callback) -> tuple[object, ...]:
        where = _DUE_ORDER[each.promise(now)]
        urgency = rank.get(each.urgency, len(rank))
        safety = each.kind is not CallbackKind.SAFETY
        if where == _DUE_ORDER[Promise.BEFORE]:  # of those to come the first is first
            return where, each.due_at, safety, urgency, each.made_at, each.id
        return where, safety, urgency, each.due_at, each.made_at, each.id

    return tuple(sorted(callbacks, key=key))


_DUE_ORDER = {Promise.AFTER: 0, Promise.NOW: 1, Promise.BEFORE: 2}
