"""Booked times: who has one, make one, move it, cancel it, and bring in what units have booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.claiming.making import let_go, made, of_person, replaced
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.bookings import (
    Booking,
    BookingKind,
    BookingRefused,
    BookingState,
    BookingUnverified,
    Control,
    ResultCode,
)
from kundcenter.domain.calendar import is_instant
from kundcenter.domain.cancellations import (
    MOST_ATTEMPTS,
    Assessment,
    CancelFacts,
    Cancellation,
    CancellationInvalid,
    CancelledBy,
    CancelReason,
    Wish,
)
from kundcenter.domain.control_questions import answer_fits
from kundcenter.domain.grounds import Ground
from kundcenter.domain.imported_bookings import BookingPlan, ImportedBooking
from kundcenter.domain.text import line
from kundcenter.ports import Store, Work
from kundcenter.services.bookings import asking, importing

__all__ = ["Bookings"]


class Bookings:
    """The operator records what is said and never decides a fee: that is the unit's.

    To cancel and to have missed are facts: told late, of what is cancelled already, they are kept
    beside what stands and change nothing else.  To book and to rebook are claims.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # -- looks ---------------------------------------------------------------------------------

    def verify(
        self, person_id: UUID, control: Control, answer: str, *, call_id: UUID
    ) -> tuple[Booking, ...]:
        """What is to come for the person, if the caller's answer is right of one of the bookings.

        Three answers may be wrong in one call; then no answer is right any more.  A wrong answer,
        a person without bookings and an unknown unit are refused in the same words.  Either way
        an access record is left.  Raises BookingUnverified, CallNotFound, CallOfAnother,
        CallStateWrong, PersonNotFound, GroundNeeded, and BookingInvalid or TextInvalid for what
        nobody could read, which is no answer.
        """
        answer_fits(control, answer, (), {})
        with self._store.opening() as view:
            view.actor.must(Function.BOOK)
            view.calls.get(call_id).must_be_of(view.actor.operator_id)
            person = view.people.kept(view.people.get(person_id))
            stands = view.grounded(person.id, Ground(call_id))
            registrations = view.people.cluster(person.id)
            left = asking.tries_left(view, registrations, call_id)
            right, found = asking.answered(view, person.id, control, answer)
            fits = right and left > 0
            asking.witness(view, registrations, call_id, stands, fits=fits)
        if not fits:
            raise BookingUnverified(left=max(0, left - 1))
        return found

    def of_person(self, person_id: UUID, ground: Ground = Ground()) -> tuple[Booking, ...]:
        """Every booking of somebody who is identified already, with an access record.

        Raises PersonNotFound, GroundNeeded, GroundTooShort, TextInvalid.
        """
        with self._store.opening() as view:
            view.actor.must(Function.BOOK)
            person = view.people.kept(view.people.get(person_id))
            stands = view.grounded(person.id, ground)
            for id in view.people.cluster(person.id):
                view.witness(
                    Activity.READ,
                    id,
                    level=Level.OVERVIEW,
                    purpose=stands.purpose,
                    subject=stands.subject,
                    reason=stands.reason,
                )
            return asking.shown(view, of_person(view, person.id))

    def preview(
        self, booking_id: UUID, facts: CancelFacts, at: datetime | None = None
    ) -> Assessment:
        """What the rules would say of the cancellation now, or at `at`; nothing is saved.

        Whoever asks has the booking's id from a look that left its record.  Raises
        BookingNotFound, CancellationInvalid, TextInvalid.
        """
        facts = facts.worded()
        if at is not None and not is_instant(at):
            raise CancellationInvalid(field="at")
        with self._store.read() as reading:
            reading.actor.must(Function.BOOK)
            booking = reading.bookings.get(booking_id)
            return asking.assessed(reading, booking, facts, at=at or reading.now)

    def plan(self, rows: tuple[ImportedBooking, ...]) -> BookingPlan:
        """What `import_` of the rows would do, and which of them it would refuse.

        Raises RowsTooMany.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.MANAGE_CAPACITY)
            return importing.planned(reading, rows).told()

    # -- verbs ---------------------------------------------------------------------------------

    def book(
        self,
        timeslot_id: UUID,
        person_id: UUID,
        *,
        invitation: UUID | None = None,
        call_id: UUID | None = None,
    ) -> Changes:
        """Give the person a seat; an open invitation that is answered so has then been used.

        Raises TimeslotNotFound, TimeslotFull, TimeslotClosed, TimeslotLate, PersonNotFound,
        BookingNotFound and BookingRefused (PASSED, OCCUPIED, NOT_AVAILABLE; of the invitation
        DOES_NOT_EXIST, BOOKING_NOT_ALLOWED or what it is already).
        """
        with self._store.work(
            "bookings.book",
            timeslot_id=timeslot_id,
            person_id=person_id,
            invitation=invitation,
            call_id=call_id,
        ) as work:
            work.actor.must(Function.BOOK)
            id, timeslot = work.new_id(), work.timeslots.get(timeslot_id)
            person = work.people.kept(work.people.get(person_id))
            older = None if invitation is None else _invitation(work, invitation, person.id)
            new = made(work, id, person.id, timeslot, call_id=call_id, replaces=invitation)
            if older is not None:
                replaced(work, older, new)
            _witness(work, new)
        return work.changes()

    def cancel(
        self, booking_id: UUID, facts: CancelFacts, *, call_id: UUID | None = None
    ) -> Changes:
        """The time is not used; it is free for others at once.

        Kept with it is what the rules said then.  When the unit cancels too late the next visit
        for the same issue is free.  Raises BookingNotFound, BookingRefused (CANCEL_NOT_ALLOWED by
        its own flag, TOO_LATE_TO_CANCEL when it has begun, or what it is already),
        CancellationInvalid, TextInvalid.
        """
        with self._store.work(
            "bookings.cancel", booking_id=booking_id, facts=facts, call_id=call_id
        ) as work:
            work.actor.must(Function.BOOK)
            id, booking = work.new_id(), work.bookings.get(booking_id)
            facts = _checked(work, booking, facts)
            if not work.late:
                _must_be_cancellable(work, booking, facts)
            told = asking.assessed(work, booking, facts, at=work.now)
            _noted(work, id, booking, facts, told, call_id=call_id)
            if booking.standing:
                gone = booking.told(BookingState.CANCELLED, work.now)
                work.bookings.put(replace(gone, free_next=told.free_next))
                let_go(work, booking)
            _witness(work, booking)
        return work.changes()

    def rebook(
        self,
        booking_id: UUID,
        timeslot_id: UUID,
        facts: CancelFacts,
        *,
        call_id: UUID | None = None,
    ) -> Changes:
        """Take the new time first and let the old one go then, in one: never without a time.

        Late for a cancellation is late for this too, and is kept so.  The new time is at the same
        unit.  Raises what `book` raises and BookingRefused (UPDATE_NOT_ALLOWED, TOO_LATE_TO_UPDATE,
        or what it is already), CancellationInvalid, TextInvalid.
        """
        with self._store.work(
            "bookings.rebook",
            booking_id=booking_id,
            timeslot_id=timeslot_id,
            facts=facts,
            call_id=call_id,
        ) as work:
            work.actor.must(Function.BOOK)
            id, row = work.new_id(), work.new_id()
            old, timeslot = work.bookings.get(booking_id), work.timeslots.get(timeslot_id)
            facts = replace(_checked(work, old, facts), wish=Wish.REBOOKED)
            _must_be_movable(work, old, facts)
            if timeslot.unit_id != old.unit_id or timeslot.id == old.timeslot_id:
                raise BookingRefused(id=booking_id, result=ResultCode.UPDATE_NOT_ALLOWED)
            told = asking.assessed(work, old, facts, at=work.now)
            new = made(work, id, old.person_id, timeslot, call_id=call_id, replaces=old.id)
            replaced(work, replace(old, free_next=told.free_next), new)
            _noted(work, row, old, facts, told, call_id=call_id, rebooked=True)
            _witness(work, new)
        return work.changes()

    def missed(self, booking_id: UUID, text: str = "", *, attempts: int = 0) -> Changes:
        """Nobody came, or answered after `attempts` calls to a visit by telephone.

        Raises BookingNotFound, BookingRefused (what it is already; ERROR when it has not begun),
        CancellationInvalid, TextInvalid.
        """
        with self._store.work(
            "bookings.missed", booking_id=booking_id, text=text, attempts=attempts
        ) as work:
            work.actor.must(Function.BOOK)
            id, booking = work.new_id(), work.bookings.get(booking_id)
            if not 0 <= attempts <= MOST_ATTEMPTS:
                raise CancellationInvalid(field="attempts")
            said = line(text, "text")
            facts = CancelFacts(CancelledBy.PATIENT, CancelReason.OTHER, message=said)
            if not work.late:
                booking.must_stand()
                if booking.starts_at is None or work.now < booking.starts_at:
                    raise BookingRefused(id=booking_id, result=ResultCode.ERROR)
            told = asking.assessed(work, booking, facts, at=work.now, attempts=attempts)
            _noted(work, id, booking, facts, told, missed=True)
            if booking.standing:
                work.bookings.put(booking.told(BookingState.MISSED, work.now))
            _witness(work, booking)
        return work.changes()

    def import_(self, rows: tuple[ImportedBooking, ...]) -> Changes:
        """Bring in all rows or none; a booking that is there is changed to what its unit says.

        What does not stand any more stays so.  Told late, a row that cannot be taken in is left
        out.  The facts of what is wrong with a row have also row.  Raises RowsTooMany,
        BookingInvalid, TextInvalid.
        """
        with self._store.work("bookings.import_", rows=rows) as work:
            work.actor.must(Function.MANAGE_CAPACITY)
            importing.brought_in(work, rows)
        return work.changes()


def _invitation(work: Work, id: UUID, person_id: UUID) -> Booking:
    """The open invitation of the person that is answered.  Raises BookingRefused."""
    found = work.bookings.get(id)
    if found.person_id not in work.people.cluster(person_id):
        raise BookingRefused(id=id, result=ResultCode.DOES_NOT_EXIST)
    found.must_stand()
    if found.kind is not BookingKind.OPEN_INVITATION:
        raise BookingRefused(id=id, result=ResultCode.BOOKING_NOT_ALLOWED)
    return found


def _checked(work: Work, booking: Booking, facts: CancelFacts) -> CancelFacts:
    """As it is stored.  Late, the booking's flag may be another than the one that was gone by."""
    return facts.checked(replace(booking, message_allowed=True) if work.late else booking)


def _must_be_cancellable(work: Work, booking: Booking, facts: CancelFacts) -> None:
    booking.must_stand()
    if booking.starts_at is not None and booking.starts_at <= work.now:
        raise BookingRefused(id=booking.id, result=ResultCode.TOO_LATE_TO_CANCEL)
    if not (booking.cancel_allowed or facts.by is CancelledBy.UNIT):
        raise BookingRefused(id=booking.id, result=ResultCode.CANCEL_NOT_ALLOWED)


def _must_be_movable(work: Work, booking: Booking, facts: CancelFacts) -> None:
    booking.must_stand()
    if booking.starts_at is None or facts.reason is CancelReason.DECEASED:
        raise BookingRefused(id=booking.id, result=ResultCode.UPDATE_NOT_ALLOWED)
    if booking.starts_at <= work.now:
        raise BookingRefused(id=booking.id, result=ResultCode.TOO_LATE_TO_UPDATE)
    if not (booking.rebook_allowed or facts.by is CancelledBy.UNIT):
        raise BookingRefused(id=booking.id, result=ResultCode.UPDATE_NOT_ALLOWED)


def _noted(
    work: Work,
    id: UUID,
    booking: Booking,
    facts: CancelFacts,
    told: Assessment,
    *,
    call_id: UUID | None = None,
    rebooked: bool = False,
    missed: bool = False,
) -> None:
    work.bookings.add_cancellation(
        Cancellation(
            id=id,
            booking_id=booking.id,
            at=work.now,
            by_operator=work.actor.operator_id,
            call_id=call_id,
            facts=facts,
            code=told.code,
            row=told.row,
            late=told.late,
            deadline=told.deadline,
            amount=told.amount,
            edition=told.edition,
            rebooked=rebooked,
            again=not booking.standing,
            missed=missed,
        )
    )


def _witness(work: Work, booking: Booking) -> None:
    subject = ("booking", booking.id)
    work.witness(Activity.WRITE, booking.person_id, level=Level.OVERVIEW, subject=subject)
