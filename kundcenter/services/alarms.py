"""Call 112 and keep the fact of it.  Nothing here can be refused for want of a field."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Actor, Function, Role
from kundcenter.domain.alarms import EMERGENCY_OUTCOME, Alarm, AlarmOfAnother
from kundcenter.domain.calls import Call, CallNotFound
from kundcenter.domain.parts import Part, PartKind
from kundcenter.ports import Reading, Store, Work


class Alarms:
    """Open to every role, and while the desk is locked (DOMAIN §3.6 R1)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sound(self, call_id: UUID | None = None, part_id: UUID | None = None) -> Changes:
        """112 is being called, for a call or for none; `part_id` is the part in sight, if any.

        The call gets a part that says so and whose note is still to be written ("återstår"): the
        one in sight if a note belongs there, else the last open one of its kind.  Who sounds twice
        for the same call has one alarm.  A call or a part that is unknown is left out, and a call
        that is done gets its part all the same: it is a fact, and facts are accepted.
        """
        with self._store.work("alarms.sound", call_id=call_id, part_id=part_id) as work:
            work.actor.must(Function.RAISE_ALARM)
            call = _call(work, call_id)
            of_call = call.id if call else None
            mine = work.alarms.open_of(work.actor.operator_id)
            again = next((alarm for alarm in mine if alarm.call_id == of_call), None)
            alarm = again or Alarm(work.new_id(), of_call, work.actor.operator_id, work.now)
            work.alarms.put(alarm)
            if call is not None and again is None:
                work.parts.put(_part(work, call, part_id))
        return work.changes()

    def confirm(self, alarm_id: UUID) -> Changes:
        """112 has answered, by the exchange's word or by the operator's who called by hand.

        Raises AlarmNotFound, AlarmOfAnother, as all that is told of an alarm.
        """
        with self._store.work("alarms.confirm", alarm_id=alarm_id) as work:
            work.actor.must(Function.RAISE_ALARM)
            work.alarms.put(_own(work, alarm_id).connected(work.now))
        return work.changes()

    def fail(self, alarm_id: UUID) -> Changes:
        """The exchange did not reach 112."""
        with self._store.work("alarms.fail", alarm_id=alarm_id) as work:
            work.actor.must(Function.RAISE_ALARM)
            work.alarms.put(_own(work, alarm_id).failed(work.now))
        return work.changes()

    def end(self, alarm_id: UUID) -> Changes:
        """The operator has put the alarm away."""
        with self._store.work("alarms.end", alarm_id=alarm_id) as work:
            work.actor.must(Function.RAISE_ALARM)
            work.alarms.put(_own(work, alarm_id).ended(work.now))
        return work.changes()

    def open_of_mine(self) -> tuple[Alarm, ...]:
        """The operator's alarms that are not put away, also after a restart."""
        with self._store.read() as reading:
            reading.actor.must(Function.RAISE_ALARM)
            return reading.alarms.open_of(reading.actor.operator_id)

    def mine(self, alarm_id: UUID) -> Alarm:
        """One of the operator's own alarms, also when it is put away.

        Raises AlarmNotFound, AlarmOfAnother.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.RAISE_ALARM)
            return _own(reading, alarm_id)

    def of_call(self, call_id: UUID) -> tuple[Alarm, ...]:
        """When 112 was called for this call, the first time first."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return reading.alarms.of_call(call_id)


def _own(reading: Reading, alarm_id: UUID) -> Alarm:
    """The operator's own alarm.  Nobody is told who sounded another."""
    alarm = reading.alarms.get(alarm_id)
    if alarm.operator_id != reading.actor.operator_id:
        raise AlarmOfAnother(id=alarm_id)
    return alarm


def _call(work: Work, call_id: UUID | None) -> Call | None:
    try:
        return None if call_id is None else work.calls.get(call_id)
    except CallNotFound:
        return None


def _part(work: Work, call: Call, part_id: UUID | None) -> Part:
    """The part that led to 112: the one in sight, else the last open of its kind, else a new one.

    One that is closed already is not opened again: a new one is about the same person.
    """
    kind = _kind(work.actor)
    due = kind is PartKind.ADVICE
    mine = [part for part in work.parts.of_call(call.id) if part.kind is kind]
    seen = next((part for part in mine if part.id == part_id), None)
    part = seen or next((part for part in reversed(mine) if part.open), None)
    if part is not None and part.open:
        due = due and part.entry_id is None  # what is written already needs no second note
        return replace(part, outcome=EMERGENCY_OUTCOME, note_due=due)
    return Part(
        id=work.new_id(),
        call_id=call.id,
        kind=kind,
        opened_at=work.now,
        opened_by=work.actor.operator_id,
        outcome=EMERGENCY_OUTCOME,
        person_id=seen.person_id if seen else None,
        closed_at=work.now if call.closed_at else None,
        note_due=due,
    )


def _kind(actor: Actor) -> PartKind:
    """Who may not write in a record is never left with a note to write."""
    if MATRIX[Function.WRITE_RECORD] & actor.roles:
        return PartKind.ADVICE
    return PartKind.SERVICE if Role.SERVICE_DESK in actor.roles else PartKind.SWITCHBOARD
