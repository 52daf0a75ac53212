"""Somebody is placed in a unit's queue, or had been already."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kundcenter.claiming.seats import let_seat_go, rooms_of_queue, take_seat
from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.callback_queues import (
    CallbackQueue,
    QueueHasNoSuchTime,
    days_open,
    interval_at,
)
from kundcenter.domain.callback_states import merged, seated, told
from kundcenter.domain.callbacks import (
    Callback,
    CallbackEntryOfAnother,
    CallbackKind,
    CallbackState,
    Placing,
    Promised,
    guaranteed_by,
)
from kundcenter.domain.capacity import Timeslot, proposed, told_times
from kundcenter.ports import Reading, Work


def interval(work: Work, queue: CallbackQueue, starts_at: datetime) -> Timeslot:
    """The queue's interval, of a day on which one may be placed.

    Raises QueueHasNoSuchTime (facts id and times).
    """
    try:
        found = interval_at(queue, starts_at)
        if local(starts_at).date() not in days_open(queue, work.now):
            raise QueueHasNoSuchTime(id=queue.id)
    except QueueHasNoSuchTime as refused:
        raise QueueHasNoSuchTime(**refused.facts, times=_instead(work, queue, starts_at)) from None
    return found


def same_person(reading: Reading, person_id: UUID) -> tuple[UUID, ...]:
    """The ids of everybody who is the same person by a merge.  Raises PersonNotFound."""
    return reading.people.cluster(reading.people.get(person_id).merged_into or person_id)


def kept_one(work: Work, there: Callback, timeslot: Timeslot, placing: Placing) -> Callback:
    """The open call-back of somebody who is placed again: the earliest promise is kept.

    Only while it can be kept: when its time has passed, or nobody answered and another try is due,
    the time that is said now is the promise.  A seat that cannot be had is refused, as it is to
    whoever is placed for the first time: it was said aloud.
    """
    kept = merged(there, placing)
    stands = work.now < there.promised_to and there.try_at is None
    if stands and timeslot.starts_at >= there.promised_from:
        return kept
    if there.holds(work.now) is None:
        kept = told(kept, work.now)
    kept = replace(kept, try_at=None)  # who rings goes on ringing; after that the new time counts
    if timeslot.id == there.timeslot_id:
        return kept
    seat = take_seat(work, timeslot, there.id)
    leave_seat(work, there)
    return seated(kept, work.timeslots.get(timeslot.id), seat)


def new_one(
    work: Work, id: UUID, queue: CallbackQueue, timeslot: Timeslot, placing: Placing
) -> Callback:
    """The call-back of somebody who has a seat from now on; told in the same breath."""
    seat = take_seat(work, timeslot, id)
    had = work.timeslots.get(timeslot.id)
    return Callback(
        id=id,
        kind=CallbackKind.QUEUE,
        care_unit=work.actor.care_unit,
        made_at=work.now,
        made_by=work.actor.operator_id,
        promised_from=had.starts_at,
        promised_to=had.ends_at,
        state=CallbackState.TIME_TOLD,
        state_at=work.now,
        person_id=placing.person_id,
        number=placing.number,
        number_is_temporary=placing.number_is_temporary,
        unit_id=queue.unit_id,
        category=queue.category,
        queue_id=queue.id,
        timeslot_id=had.id,
        seat=seat.number,
        urgency=placing.urgency,
        reason=placing.reason,
        language=placing.language,
        call_id=placing.call_id,
        entry_id=placing.entry_id,
        guaranteed_by=guaranteed_by(work.now) if queue.same_day else None,
    )


def own_one(
    work: Work, id: UUID, kind: CallbackKind, said: Promised, *, due_at: datetime, until: datetime
) -> Callback:
    """What the contact centre takes upon itself: one's own call-back, or the safety clock."""
    return Callback(
        id=id,
        kind=kind,
        care_unit=work.actor.care_unit,
        made_at=work.now,
        made_by=work.actor.operator_id,
        promised_from=due_at,
        promised_to=until,
        state=CallbackState.WAITING,
        state_at=work.now,
        person_id=said.person_id,
        number=said.number,
        number_is_temporary=said.number_is_temporary,
        urgency=said.urgency,
        reason=said.reason,
        criteria=said.criteria,
        language=said.language,
        call_id=said.call_id,
        entry_id=said.entry_id,
        holder=work.actor.operator_id,
    )


def must_be_known(work: Work, said: Placing | Promised) -> None:
    """Raise unless all that is named is there, and the entry is about the person.

    Two registrations that were one person at the desk may be two since: late that is not asked.
    PersonNotFound, CallNotFound, EntryNotFound, CallbackEntryOfAnother, CodeUnknown.
    """
    same = same_person(work, said.person_id)
    if said.urgency and not work.late:  # the set may be another since
        work.codes.urgency(said.urgency)
    if said.call_id is not None:
        work.calls.get(said.call_id)
    if said.entry_id is not None:
        theirs = work.journal.get(said.entry_id).person_id in same
        if not theirs and not work.late:
            raise CallbackEntryOfAnother(id=said.entry_id)


def leave_seat(work: Work, callback: Callback) -> None:
    """Its seat is free for somebody else, if it has one."""
    if callback.timeslot_id is not None and callback.seat:
        let_seat_go(work, callback.timeslot_id, callback.seat, callback.id)


def _instead(work: Work, queue: CallbackQueue, starts_at: datetime) -> str:
    now = work.arrived
    rooms = rooms_of_queue(work, queue, days_open(queue, now))
    return told_times(proposed(rooms, starts_at if is_instant(starts_at) else now, now))
