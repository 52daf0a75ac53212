"""What is read for one operator's own day, and for the shares of a team; inside one reading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.calls import Call
from kundcenter.domain.supervision import stays as _stays
from kundcenter.domain.supervision.own_shift import (
    OwnShift,
    TeamShare,
    active_times,
    by_name,
    here_since,
    own_breaks,
    own_calls,
)
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.presences import Presence, PresenceKind
from kundcenter.domain.supervision.roster_terms import RosterLimits, in_force
from kundcenter.domain.supervision.work_turns import WorkTurn
from kundcenter.domain.supervision.working_time import (
    ActiveShare,
    Worked,
    own_turn,
    shares,
    weeks_before,
    worked,
)
from kundcenter.ports import Reading
from kundcenter.services.supervision.active import calls_between

AROUND = timedelta(hours=14)  # a turn that goes on has begun no longer ago
_NOTHING = ActiveShare(timedelta(), timedelta())


def own_span(reading: Reading, operator_id: UUID) -> tuple[datetime, datetime, bool]:
    """The turn that the operator works now; without one, since they signed in for the day.

    Whether it is planned is said beside.
    """
    now = reading.now
    turns = reading.work_turns.between(now - AROUND, now + timedelta(seconds=1))
    turn = own_turn((each for each in turns if each.covers(now)), operator_id, now)
    if turn is not None:
        return turn.starts_at, turn.ends_at, True
    here = [
        each
        for each in reading.presences.of(operator_id, now - AROUND, now + timedelta(seconds=1))
        if each.kind is PresenceKind.SIGNED_IN and each.starts_at <= now
    ]
    begun = min((each.starts_at for each in here), default=now)
    return max(begun, now - AROUND), now, False


def own_shift(reading: Reading, operator_id: UUID, span: Span | None = None) -> OwnShift:
    """The operator's shift as it stands; of `span`, or of the turn that goes on."""
    now = reading.now
    if span is not None:
        start, end, planned = span.start, span.end, span.kind is not PeriodKind.OWN
    else:
        start, end, planned = own_span(reading, operator_id)
    limits = in_force(reading.roster_terms.latest())[1]
    until = max(min(end, now), start)
    calls = calls_between(reading, start, until, operator_id)
    presences = reading.presences.of(operator_id, start, max(until, start + timedelta(seconds=1)))
    share, of = _share(reading, (operator_id,), calls, start, until)[operator_id]
    weeks = _weeks(reading, (operator_id,), until, limits)[operator_id]
    there = _stays.there(_stays.signed_in(presences, now), start, until).get(operator_id, ())
    emergencies = frozenset(each.code for each in reading.codes.outcomes if each.group == EMERGENCY)
    return OwnShift(
        start,
        max(end, start),
        now,
        planned,
        own_calls(calls, start, until, emergencies),
        own_breaks(presences, start, until, now),
        share,
        of.base if of is not None else None,
        weeks,
        limits,
        past=span is not None and end <= now,
        back_at=here_since(there, start),
    )


def team_shares(reading: Reading, span: Span) -> tuple[TeamShare, ...]:
    """Everybody's share who was at work in the span, and theirs over the weeks, by name."""
    until = max(min(span.end, reading.now), span.start)
    limits = in_force(reading.roster_terms.latest())[1]
    calls = calls_between(reading, span.start, until)
    found = _share(reading, (), calls, span.start, until)
    weeks = _weeks(reading, tuple(found), until, limits)
    names = {each.id: each.name for each in reading.operators.all()}
    return by_name(
        TeamShare(
            operator_id,
            names.get(operator_id, ""),
            share,
            of.base if of is not None else None,
            weeks[operator_id],
            limits,
        )
        for operator_id, (share, of) in found.items()
    )


def _share(
    reading: Reading,
    operator_ids: Iterable[UUID],
    calls: tuple[Call, ...],
    start: datetime,
    end: datetime,
) -> dict[UUID, tuple[ActiveShare, Worked | None]]:
    """Of those who worked or were active, and of the named, each with what it was taken from."""
    now = reading.now
    turns, presences = _base(reading, start, end)
    times = worked(
        turns,
        _stays.signed_in(presences, now),
        _stays.lunches_taken(presences, now),
        start,
        end,
    )
    found = shares(active_times(calls, start, end, now, times), times)
    return {
        operator_id: (found.get(operator_id, _NOTHING), times.get(operator_id))
        for operator_id in {*found, *operator_ids}
    }


def _weeks(
    reading: Reading, operator_ids: tuple[UUID, ...], end: datetime, limits: RosterLimits
) -> dict[UUID, ActiveShare]:
    start = weeks_before(end, limits.weeks)
    one = operator_ids[0] if len(operator_ids) == 1 else None
    calls = calls_between(reading, start, end, one)
    found = _share(reading, operator_ids, calls, start, end)
    return {operator_id: found[operator_id][0] for operator_id in operator_ids}


def _base(
    reading: Reading, start: datetime, end: datetime
) -> tuple[tuple[WorkTurn, ...], tuple[Presence, ...]]:
    if start >= end:
        return (), ()
    return reading.work_turns.between(start, end), reading.presences.between(start, end)


EMERGENCY = "112"  # the group of outcomes in which the caller was passed to 112
