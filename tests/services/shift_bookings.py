"""A shift's work on booked times: their rules, what units have booked, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.demo.cancel_rules import OWN, demo_rules
from kundcenter.domain.bookings import BookingKind
from kundcenter.domain.cancellations import (
    CancelFacts,
    CancelledBy,
    CancelReason,
    ExceptionClaim,
    Wish,
)
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.imported_bookings import ImportedBooking
from kundcenter.domain.visit_times import NewTime
from tests.ground import ASKED, Ground
from tests.services.shift_record import Records

ODD = "Test \u2028å😀"
SAID = CancelFacts(
    CancelledBy.RELATIVE,
    CancelReason.CHILD_ILL,
    claims=(ExceptionClaim.CHILD_ILL, ExceptionClaim.PROTECTED),
    wish=Wish.WILL_CALL,
    caller_name=ODD,
    message=f"Ring\n{ODD}",
    notify_patient=True,
)


def bookings(ground: Ground, written: Records, call: UUID, unit: UUID) -> None:
    """Every verb of bookings and their rules; whoever sits there leads."""
    desk = ground.desk
    desk.cancel_rules.publish(demo_rules(), upon=0, own=OWN, demonstration=True)
    desk.cancel_rules.publish(demo_rules()[:4], upon=1, comment=ODD)
    begins = ground.clock.at + timedelta(days=60, microseconds=7)
    half = timedelta(minutes=30)
    # No care type: it is the unit's.
    first, second, third = (
        desk.timeslots.add((NewTime(unit, "NYBESOK", at, at + half),)).the("timeslot")
        for at in (begins, begins + half, begins + 2 * half)
    )
    old = desk.bookings.book(first, written.woman, call_id=call).the("booking")
    made = desk.bookings.rebook(old, second, SAID, call_id=call)
    new = next(id for id in made.of("booking") if id != old)
    desk.bookings.cancel(new, replace(SAID, by=CancelledBy.UNIT, claims=()), call_id=call)
    row = ImportedBooking(
        1,
        "SE0000000001-VC1",
        "B-1",
        PersonId(IdKind.LMA, "B 1"),
        BookingKind.TIMED_INVITATION,
        begins,
        begins + half,
        time_type="ATERBESOK",
        purpose=ODD,
        performer=ODD,
        message_allowed=True,
        by_phone=True,
        letter_by_mediation=True,
        given_name="Test",
        family_name="Person",
    )
    past = ground.clock.at - timedelta(hours=1)
    been = replace(row, row=2, source="B-2", starts_at=past, ends_at=past + half)
    open_ = BookingKind.OPEN_INVITATION
    invited = replace(row, row=3, source="B-3", kind=open_, starts_at=None, ends_at=None)
    changes = desk.bookings.import_((row, been, invited))
    person = changes.the("person")
    ids = {each.source[-3:]: each.id for each in desk.bookings.of_person(person, ASKED)}
    desk.bookings.import_((replace(row, starts_at=begins + half, ends_at=begins + 2 * half),))
    desk.bookings.missed(ids["B-2"], ODD, attempts=2)
    desk.bookings.book(third, person, invitation=ids["B-3"])
