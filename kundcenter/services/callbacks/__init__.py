"""Promise to ring, ring, and say what came of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.claiming.numbers import unnumbered
from kundcenter.claiming.seats import take_seat
from kundcenter.domain import callback_states as states
from kundcenter.domain.access import MATRIX, Function
from kundcenter.domain.access_log import Activity
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import (
    Callback,
    CallbackKind,
    CallbackKindWrong,
    CallbackNeedsCriteria,
    CallbackState,
    Placing,
    Promised,
    Step,
    StepKind,
    ToldCallback,
    checked_due,
    checked_number,
)
from kundcenter.domain.grounds import Ground
from kundcenter.domain.hand_overs import ReceiverUnfit
from kundcenter.domain.operators import OperatorNotFound
from kundcenter.domain.text import line
from kundcenter.ports import Store, Work
from kundcenter.services.callbacks import looks
from kundcenter.services.callbacks import placing as places

__all__ = ["Callbacks"]


class Callbacks:
    """A place, another time and taking one are claims; all else is what happened.

    What happened is taken in whenever it comes: when the call-back was over already, the step is
    added and nothing else changes.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def place(self, queue_id: UUID, starts_at: datetime, placing: Placing) -> Changes:
        """Promise the patient a call in the interval of the unit's queue.

        Somebody who has an open call-back there already keeps that one, and the earliest promise
        that can be kept (DOMAIN §4); no second seat is taken.  Raises QueueNotFound,
        QueueHasNoSuchTime, TimeslotFull, TimeslotClosed, TimeslotLate (facts id and times),
        CallbackNeedsNumber, PersonNotFound, CallNotFound, EntryNotFound, CallbackEntryOfAnother,
        CodeUnknown, TextInvalid.
        """
        with self._store.work(
            "callbacks.place", queue_id=queue_id, starts_at=starts_at, placing=placing
        ) as work:
            work.actor.must(Function.CALL_BACK)
            id, step_id = work.new_id(), work.new_id()  # at the centre there may be one already
            said = placing.checked()
            places.must_be_known(work, said)
            queue = work.callback_queues.get(queue_id)
            timeslot = places.interval(work, queue, starts_at)
            there = work.callbacks.open_of(
                queue.unit_id, queue.category, places.same_person(work, said.person_id)
            )
            if there is None:
                found, kind = places.new_one(work, id, queue, timeslot, said), StepKind.PLACED
            else:
                # By the step's id whatever a desk tells of the one it made finds the one kept.
                found, kind = places.kept_one(work, there, timeslot, said), StepKind.MERGED
                step_id = id
            work.callbacks.put(found)
            _step(work, found, kind, id=step_id, promised=True)
        return work.changes()

    def promise(self, kind: CallbackKind, due_at: datetime, promised: Promised) -> Changes:
        """Take upon oneself to ring: one's own call-back, or the clock that nets a risk.

        Neither needs anybody else, so nobody turns it away.  Raises CallbackKindWrong,
        CallbackDueInvalid, CallbackNeedsCriteria, CallbackNeedsNumber, PersonNotFound,
        CallNotFound, EntryNotFound, CallbackEntryOfAnother, CodeUnknown, TextInvalid.
        """
        with self._store.work(
            "callbacks.promise", kind=kind, due_at=due_at, promised=promised
        ) as work:
            _must(work, kind)
            if kind is CallbackKind.QUEUE:
                raise CallbackKindWrong(kind=kind)
            said = promised.checked()
            until = checked_due(due_at, said.until, work.now)
            if kind is CallbackKind.SAFETY and not said.criteria:
                raise CallbackNeedsCriteria
            places.must_be_known(work, said)
            made = places.own_one(work, work.new_id(), kind, said, due_at=due_at, until=until)
            work.callbacks.put(made)
            _step(work, made, StepKind.PLACED, promised=True)
        return work.changes()

    def move(self, callback_id: UUID, starts_at: datetime) -> Changes:
        """Promise another time: a seat there is taken first, and then the old one is let go.

        One's own and the safety clock are due at any time.  Raises CallbackNotFound,
        CallbackStateWrong, CallbackOfAnother, CallbackDueInvalid, and as `place`.
        """
        with self._store.work(
            "callbacks.move", callback_id=callback_id, starts_at=starts_at
        ) as work:
            there = _there(work, callback_id)
            states.must_be_movable(there, work.actor.operator_id, work.now)
            if there.queue_id is None:
                moved = states.put_off(there, starts_at, work.now)
            else:
                queue = work.callback_queues.get(there.queue_id)
                timeslot = places.interval(work, queue, starts_at)
                moved = states.told(there, work.now)
                if timeslot.id != there.timeslot_id:
                    seat = take_seat(work, timeslot, there.id)
                    places.leave_seat(work, there)
                    moved = states.seated(moved, work.timeslots.get(timeslot.id), seat)
            work.callbacks.put(moved)
            _step(work, moved, StepKind.MOVED, promised=True)
        return work.changes()

    def set_number(self, callback_id: UUID, number: str, temporary: bool) -> Changes:
        """The patient is to be rung at another number; a temporary one goes with the call-back.

        Raises CallbackNotFound, CallbackStateWrong when it is over, CallbackNeedsNumber.
        """
        with self._store.work(
            "callbacks.set_number", callback_id=callback_id, number=number, temporary=temporary
        ) as work:
            there = _there(work, callback_id)
            other = states.numbered(
                there, checked_number(number), temporary=temporary, late=work.late
            )
            work.callbacks.put(other)
            _step(work, other, StepKind.NUMBER)
        return work.changes()

    def take(self, callback_id: UUID) -> Changes:
        """Ring: nobody else does while the lease lasts.  Taken again it lasts anew.

        Raises CallbackNotFound, CallbackStateWrong when it is over, CallbackOfAnother.
        """
        with self._store.work("callbacks.take", callback_id=callback_id) as work:
            there = _there(work, callback_id)
            taken = states.taken(there, work.actor.operator_id, work.now)
            work.callbacks.put(taken)
            _step(work, taken, StepKind.TAKEN)
        return work.changes()

    def release(self, callback_id: UUID) -> Changes:
        """Somebody else may ring.  Those who lead let go what another has taken.

        Raises CallbackNotFound, CallbackStateWrong when nobody has it, CallbackOfAnother.
        """
        with self._store.work("callbacks.release", callback_id=callback_id) as work:
            leads = work.actor.may(Function.MANAGE_CAPACITY)
            if not leads:
                work.actor.must(Function.CALL_BACK)
            there = work.callbacks.kept(callback_id)
            free = states.released(
                there, work.actor.operator_id, work.now, leads=leads, late=work.late
            )
            work.callbacks.put(free)
            _step(work, free, StepKind.RELEASED)
        return work.changes()

    def tried(
        self, callback_id: UUID, *, try_at: datetime | None = None, text: str = ""
    ) -> Changes:
        """Nobody answered; it is tried again then, in half an hour unless told.

        After the third try it is closed as not reached (DOMAIN §4), but the safety clock only when
        `text` says what was done instead.  Raises CallbackNotFound, CallbackStateWrong,
        CallbackOfAnother, CallbackDueInvalid, TextInvalid.
        """
        with self._store.work(
            "callbacks.tried", callback_id=callback_id, try_at=try_at, text=text
        ) as work:
            there, said = _there(work, callback_id), line(text, "text")
            step_id, closing = work.new_id(), work.new_id()  # whether it closes it may differ
            by, now = work.actor.operator_id, work.now
            tried = states.tried(there, by, now, try_at=try_at, text=said, late=work.late)
            tried = _put(work, tried)
            _step(work, tried, StepKind.NO_ANSWER, said, id=step_id)
            if tried.state is CallbackState.NOT_REACHED and not there.over:
                _step(work, tried, StepKind.NOT_REACHED, id=closing)
        return work.changes()

    def done(self, callback_id: UUID, outcome: str) -> Changes:
        """The patient was reached; `outcome` says what came of it.

        It may be left out of a place in a queue only, and not when the promise was broken.  Raises
        CallbackNotFound, CallbackStateWrong, CallbackOfAnother, CallbackNeedsOutcome, TextInvalid.
        """
        with self._store.work("callbacks.done", callback_id=callback_id, outcome=outcome) as work:
            there, said = _there(work, callback_id), line(outcome, "outcome")
            by, now = work.actor.operator_id, work.now
            over = _put(work, states.done(there, by, now, text=said, late=work.late))
            _step(work, over, StepKind.DONE, said)
        return work.changes()

    def cancel(self, callback_id: UUID, text: str = "") -> Changes:
        """The patient does not want to be rung any more; the seat is free for somebody else.

        Raises as `done`, and CallbackStateWrong while it is being rung.
        """
        with self._store.work("callbacks.cancel", callback_id=callback_id, text=text) as work:
            there, said = _there(work, callback_id), line(text, "text")
            by, now = work.actor.operator_id, work.now
            over = _put(work, states.cancelled(there, by, now, text=said, late=work.late))
            if not there.over:
                places.leave_seat(work, there)
            _step(work, over, StepKind.CANCELLED, said)
        return work.changes()

    def expire(self, callback_id: UUID) -> Changes:
        """Nobody has rung in the promised interval.  It stays on the list until it is closed.

        Raises CallbackNotFound, CallbackStateWrong.
        """
        with self._store.work("callbacks.expire", callback_id=callback_id) as work:
            there = _there(work, callback_id)
            broken = states.expired(there, work.now, late=work.late)
            work.callbacks.put(broken)
            _step(work, broken, StepKind.EXPIRED)
        return work.changes()

    def hand_on(self, callback_id: UUID, to: UUID | None) -> Changes:
        """One's own call-back or the safety clock is another's from now on, or anybody's.

        Raises CallbackNotFound, CallbackKindWrong, CallbackStateWrong, CallbackOfAnother,
        OperatorNotFound, ReceiverUnfit when `to` could not carry it on.
        """
        with self._store.work("callbacks.hand_on", callback_id=callback_id, to=to) as work:
            there = _there(work, callback_id)
            by, now = work.actor.operator_id, work.now
            if work.late and not _is_known(work, to):
                to = None  # the centre turned the operator away: it is anybody's
            other = states.handed_on(there, by, to, now, late=work.late)
            if to is not None:
                _must_carry_on(work, there, to)
            work.callbacks.put(other)
            _step(work, other, StepKind.HANDED_ON)
        return work.changes()

    # -- looks ---------------------------------------------------------------------------------

    def open(self, unit_id: UUID | None = None) -> tuple[Callback, ...]:
        """What is to be rung, and broken promises, of one unit or all; the first to ring first.

        The list names no patient and holds no number, no reason and no criteria, so that the law
        asks for no access record; whoever opens a line leaves one.
        """
        with self._store.read() as reading:
            if not reading.actor.may(Function.MANAGE_CAPACITY):
                reading.actor.must(Function.CALL_BACK)
            return looks.listed(reading, unit_id)

    def mine(self) -> tuple[Callback, ...]:
        """The operator's own call-backs and safety clocks, and those that are anybody's.

        A safety clock that is due is everybody's of the care unit.  As wordless as `open`.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.CALL_BACK)
            return looks.of_mine(reading)

    def of_person(self, person_id: UUID, ground: Ground = Ground()) -> tuple[ToldCallback, ...]:
        """Every call-back that the person has been promised, the newest first, with a record.

        Raises PersonNotFound, GroundNeeded, GroundTooShort.
        """
        with self._store.opening() as view:
            view.actor.must(Function.CALL_BACK)
            return looks.of_person(view, person_id, ground)

    def get(self, callback_id: UUID) -> ToldCallback:
        """One call-back with its steps, with an access record: it is the task that opens it.

        Raises CallbackNotFound.
        """
        with self._store.opening() as view:
            view.actor.must(Function.CALL_BACK)
            return looks.opened(view, callback_id)

    def same(self, unit_id: UUID, category: MenuCategory, person_id: UUID) -> Callback | None:
        """The person's open call-back in the unit's queue, to warn of before one is placed.

        Only its id, its state and what was promised: it leaves no record.  Raises PersonNotFound.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.CALL_BACK)
            same = places.same_person(reading, person_id)
            there = reading.callbacks.open_of(unit_id, category, same)
            return None if there is None else looks.bare(there)

    def same_number(
        self, unit_id: UUID, category: MenuCategory, number: str, person_id: UUID
    ) -> Callback | None:
        """Somebody else's open call-back to the number in the unit's queue: perhaps the same call.

        `number` in any spelling of `phone_numbers`.  As bare as `same`: not whose it is, and no
        record.  Raises CallbackNeedsNumber, PersonNotFound.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.CALL_BACK)
            wanted = checked_number(number)
            return looks.of_number(reading, unit_id, category, wanted, besides=person_id)


def _must(work: Work, kind: CallbackKind) -> None:
    """The safety clock is of those who take part in the care."""
    work.actor.must(Function.CALL_BACK)
    if kind is CallbackKind.SAFETY:
        work.actor.must(Function.NET_RISK)


def _there(work: Work, callback_id: UUID) -> Callback:
    work.actor.must(Function.CALL_BACK)
    there = work.callbacks.kept(callback_id)
    _must(work, there.kind)
    return there


def _put(work: Work, callback: Callback) -> Callback:
    stored = unnumbered(work, callback)
    work.callbacks.put(stored)
    return stored


def _is_known(work: Work, operator_id: UUID | None) -> bool:
    try:
        return operator_id is None or work.operators.get(operator_id).id == operator_id
    except OperatorNotFound:
        return False


def _must_carry_on(work: Work, callback: Callback, to: UUID) -> None:
    """Raise ReceiverUnfit unless the operator could take the call-back over."""
    operator = work.operators.get(to)
    safety = callback.kind is CallbackKind.SAFETY
    function = Function.NET_RISK if safety else Function.CALL_BACK
    fit = operator.enabled and MATRIX[function] & operator.roles
    if not fit and not work.late:
        raise ReceiverUnfit(id=to)


def _step(
    work: Work,
    callback: Callback,
    kind: StepKind,
    text: str = "",
    *,
    id: UUID | None = None,
    promised: bool = False,
) -> None:
    """What happened, and the access record of it."""
    at, by = work.now, work.actor.operator_id
    since = callback.promised_from if promised else None
    work.callbacks.add_step(Step(id or work.new_id(), callback.id, kind, at, by, text, since))
    work.witness(Activity.WRITE, callback.person_id, subject=("callback", callback.id))
