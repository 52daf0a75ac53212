"""One operator's own day: calls, the work after them, breaks, and when a pause would be good.

For the operator and for nobody else, but the active share, which supervisors see too (DOMAIN §12);
nothing here is a rank.  Source: FEATURES leap 20 (calls, wrap-up, breaks, heavy calls in a row).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calls import Call
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import Presence, PresenceKind
from kundcenter.domain.supervision.roster_terms import LIMITS, RosterLimits
from kundcenter.domain.supervision.stays import Stretch
from kundcenter.domain.supervision.working_time import ActiveShare, Base, Mark, Worked

HEAVY_AFTER = timedelta(minutes=15)  # about twice the planned eight to nine minutes (DOMAIN §13.3)
HEAVY_IN_A_ROW = 3
LONG_WITHOUT = timedelta(hours=2)  # work at a screen without any break
AWAY = timedelta(minutes=5)  # signed out for less is another desk, or the program anew
_NO = timedelta()


class Heavy(StrEnum):
    """Why a call is called heavy."""

    LONG = "LANG"  # talk and wrap-up together
    EMERGENCY = "112"  # it was passed to 112


class Advice(StrEnum):
    """Why a pause would be good, the most pressing first."""

    HEAVY = "TUNGA"  # several heavy calls in a row
    SHARE = "ANDEL"  # more active advice than there should be over a shift
    LONG = "LANGE"  # long since the last break


@dataclass(frozen=True, slots=True)
class OwnCall:
    """One answered call.  `wrap` is until the next answer at most; all lie in the shift."""

    answered_at: datetime
    over_at: datetime  # when the operator was free of it, or now
    talk: timedelta
    hold: timedelta
    wrap: timedelta
    heavy: Heavy | None = None


@dataclass(frozen=True, slots=True)
class OwnBreak:
    """One break; `ends_at` None while it goes on.  `id` is of the presence that it is."""

    id: UUID
    why: BreakKind
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnShift:
    """From `start` until `end`, as known at `now`.

    `planned`: the bounds are those of a turn on the roster.  `share` is of the shift, `weeks` of
    the last weeks; `base` says what the working time was taken from.  `past`: it is one that is
    looked back at.
    """

    start: datetime
    end: datetime
    now: datetime
    planned: bool
    calls: tuple[OwnCall, ...]
    breaks: tuple[OwnBreak, ...]
    share: ActiveShare
    base: Base | None
    weeks: ActiveShare
    limits: RosterLimits = LIMITS
    past: bool = False
    back_at: datetime | None = None  # since when one has been here, see here_since

    @property
    def talk(self) -> timedelta:
        """Without the holds."""
        return sum((each.talk - each.hold for each in self.calls), _NO)

    @property
    def hold(self) -> timedelta:
        return sum((each.hold for each in self.calls), _NO)

    @property
    def wrap(self) -> timedelta:
        return sum((each.wrap for each in self.calls), _NO)

    @property
    def heavy(self) -> int:
        """How many heavy calls there were."""
        return sum(each.heavy is not None for each in self.calls)

    @property
    def on_break(self) -> OwnBreak | None:
        """The break that goes on."""
        return next((each for each in self.breaks if each.ends_at is None), None)

    @property
    def heavy_in_row(self) -> int:
        """How many of the last calls were heavy, since the last break or the last one that was not.

        Zero during a break.
        """
        if self.on_break is not None:
            return 0
        count, rested = 0, self._rested
        for each in reversed(self.calls):
            if each.heavy is None or each.over_at <= rested:
                break
            count += 1
        return count

    @property
    def without_break(self) -> timedelta:
        """How long it is since the last break ended, or since the work began.

        Who was away, signed out, has not worked meanwhile.
        """
        if self.on_break is not None:
            return _NO
        return max(min(self.now, self.end) - self._rested, _NO)

    @property
    def _rested(self) -> datetime:
        """When the work since the last break or absence began."""
        ended = (each.ends_at for each in self.breaks if each.ends_at is not None)
        return max((*ended, self.back_at or self.start))

    @property
    def advice(self) -> Advice | None:
        """Why a pause would be good now; None when none is called for, or one is taken."""
        if self.on_break is not None or self.past or (self.planned and self.now >= self.end):
            return None
        if self.heavy_in_row >= HEAVY_IN_A_ROW:
            return Advice.HEAVY
        worked_enough = self.share.worked >= timedelta(hours=1)  # an hour says something
        if worked_enough and self.share.mark(self.limits) is Mark.OVER:
            return Advice.SHARE
        return Advice.LONG if self.without_break >= LONG_WITHOUT else None


def own_calls(
    calls: Iterable[Call], start: datetime, end: datetime, emergencies: frozenset[str]
) -> tuple[OwnCall, ...]:
    """The answered calls of one operator of which some lies between, in order.

    `end` is now or before; `emergencies` are the outcomes that are 112.
    """
    answered = sorted(
        (each for each in calls if each.answered_at is not None),
        key=lambda each: (each.answered_at or start, each.id),
    )
    found = []
    for at, call in enumerate(answered):
        following = answered[at + 1].answered_at if at + 1 < len(answered) else None
        made = _own_call(call, following, start, end, emergencies)
        if made is not None:
            found.append(made)
    return tuple(found)


def _own_call(
    call: Call,
    following: datetime | None,
    start: datetime,
    end: datetime,
    emergencies: frozenset[str],
) -> OwnCall | None:
    answered = call.answered_at
    assert answered is not None
    ended = max(call.ended_at or end, answered)
    over = ended + (call.wrapped_before(following) if call.ended_at else _NO)
    begins, stops = max(answered, start), min(over, end)
    if begins >= stops and not start <= answered < end:
        return None
    talk = max(min(ended, end) - begins, _NO)
    wrap = max(min(over, end) - max(ended, start), _NO)
    hold = min(call.parked, talk)
    heavy = None
    if call.outcome in emergencies:
        heavy = Heavy.EMERGENCY
    elif over - answered >= HEAVY_AFTER:
        heavy = Heavy.LONG
    return OwnCall(answered, max(stops, begins), talk, hold, wrap, heavy)


def own_breaks(
    presences: Iterable[Presence], start: datetime, end: datetime, now: datetime
) -> tuple[OwnBreak, ...]:
    """The breaks that were taken between, in order."""
    found = (
        OwnBreak(
            each.id,
            each.why or BreakKind.PAUSE,
            each.starts_at,
            None if each.goes_on(now) else each.until(now),
        )
        for each in presences
        if each.kind is PresenceKind.PAUSE and each.starts_at < end and each.until(now) > start
    )
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.id)))


def here_since(there: Iterable[Stretch], start: datetime) -> datetime:
    """When the work began that goes on: who is signed out for long is away, and not at work.

    `there` is when the operator was signed in, in order; without any it is the `start`.
    """
    since, left = None, None
    for each in there:
        if left is None or each.starts_at - left >= AWAY:
            since = each.starts_at
        left = each.ends_at
    return start if since is None else max(since, start)


def active_times(
    calls: Iterable[Call],
    start: datetime,
    end: datetime,
    now: datetime,
    times: Mapping[UUID, Worked],
) -> dict[UUID, timedelta]:
    """The time in which each operator talked, held or wrapped up between, of their working time.

    Nobody works on two calls at once: what overlaps counts once.  What was done before or after
    the working time is no part of it; of whoever has none all of it is told.
    """
    until = min(end, now)
    answered = sorted(
        (each for each in calls if each.answered_at is not None and each.operator_id is not None),
        key=lambda each: each.answered_at or start,
    )
    found: dict[UUID, timedelta] = {}
    free_at: dict[UUID, datetime] = {}
    for call in answered:
        operator_id, begins = call.operator_id, call.answered_at
        assert operator_id is not None
        assert begins is not None
        over = call.ended_at + call.wrapped_for if call.ended_at else now
        begins = max(begins, start, free_at.get(operator_id, start))
        over = min(over, until)
        if over > begins:
            active = _during(begins, over, times.get(operator_id))
            found[operator_id] = found.get(operator_id, _NO) + active
            free_at[operator_id] = over
    return found


def _during(begins: datetime, over: datetime, worked: Worked | None) -> timedelta:
    if worked is None:
        return over - begins
    parts = (
        min(over, each.ends_at) - max(begins, each.starts_at)
        for each in worked.stretches
        if each.starts_at < over and each.ends_at > begins
    )
    return sum(parts, _NO)


@dataclass(frozen=True, slots=True)
class TeamShare:
    """One operator's active share, over the shift and over the weeks."""

    operator_id: UUID
    name: str
    share: ActiveShare
    base: Base | None
    weeks: ActiveShare
    limits: RosterLimits = LIMITS


def by_name(shares: Iterable[TeamShare]) -> tuple[TeamShare, ...]:
    """In the order of their names, and never of their figures."""
    return tuple(sorted(shares, key=lambda each: (each.name.casefold(), each.operator_id)))
