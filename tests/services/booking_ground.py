"""A clinic whose times are booked, moved and cancelled, and the rules of it; anna is seated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from db.base import Unit
from db.bookings import SqlBookings
from db.timeslots import SqlTimeslots
from kundcenter.demo.cancel_rules import OWN, demo_rules
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.bookings import Booking, BookingKind, Control
from kundcenter.domain.cancellations import (
    CancelFacts,
    Cancellation,
    CancelledBy,
    CancelReason,
)
from kundcenter.domain.capacity import Seat
from kundcenter.domain.imported_bookings import ImportedBooking
from kundcenter.domain.visit_times import NewTime
from tests.ground import ASKED, CHILD, MAN, NUMBER, WOMAN, Ground, identity, rows

HSA = "SE0000000001-VC1"
# Ground's MORNING is a Saturday: this is the Thursday after it, 10:00 in Sweden, whose limit of one
# whole weekday is Wednesday 10:00.
VISIT = datetime.fromisoformat("2026-11-26T09:00+00:00")
LIMIT = datetime.fromisoformat("2026-11-25T09:00+00:00")
HALF_HOUR = timedelta(minutes=30)
DAY = timedelta(days=1)
SUITS = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)
OPEN: dict[str, Any] = {"kind": BookingKind.OPEN_INVITATION, "starts_at": None, "ends_at": None}
BY_UNIT = CancelFacts(CancelledBy.UNIT, CancelReason.OTHER)


@dataclass
class Clinic:
    """Two units, a staff, a woman, a man and a child; times as they are asked for."""

    ground: Ground
    unit: UUID
    other: UUID
    woman: UUID
    man: UUID
    child: UUID

    def time(self, starts_at: datetime = VISIT, **change: Any) -> UUID:
        """A time of half an hour that may be booked; anna has the seat again."""
        told: dict[str, Any] = {"unit_id": self.unit, "time_type": "NYBESOK", **change}
        told = {"starts_at": starts_at, "ends_at": starts_at + HALF_HOUR, **told}
        self.ground.sign_in("eva")
        made = self.ground.desk.timeslots.add((NewTime(**told),)).the("timeslot")
        self.ground.sign_in("anna")
        return made

    def booked(self, timeslot: UUID | None = None, person: UUID | None = None) -> UUID:
        """The woman's, unless somebody else is named, at VISIT, unless another time is."""
        slot = timeslot or self.time()
        made = self.ground.desk.bookings.book(slot, person or self.woman)
        return made.of("booking")[-1]

    def row(self, source: str = "B-1", **change: Any) -> ImportedBooking:
        """As the unit's own system would tell of the woman's visit."""
        return ImportedBooking(
            **{
                "row": 2,
                "hsa_id": HSA,
                "source": source,
                "identity": identity(WOMAN),
                "kind": BookingKind.BOOKED,
                "starts_at": VISIT,
                "ends_at": VISIT + HALF_HOUR,
                "cancel_allowed": True,
                "rebook_allowed": True,
                **change,
            }
        )

    def imported(self, *rows: ImportedBooking) -> tuple[Booking, ...]:
        """Eva brings the rows in; the woman's bookings afterwards."""
        self.ground.sign_in("eva")
        self.ground.desk.bookings.import_(rows)
        self.ground.sign_in("anna")
        return self.of()

    def of(self, person: UUID | None = None) -> tuple[Booking, ...]:
        return self.ground.desk.bookings.of_person(person or self.woman, ASKED)

    def get(self, booking: UUID) -> Booking:
        people = (self.woman, self.man, self.child)
        (found,) = [each for p in people for each in self.of(p) if each.id == booking]
        return found

    def cancellations(self, booking: UUID) -> tuple[Cancellation, ...]:
        """No look tells them; they are what the store keeps."""
        with self.ground.engine.connect() as connection:
            return SqlBookings(Unit(connection)).cancellations((booking,))

    def seats(self, timeslot: UUID) -> tuple[Seat, ...]:
        with self.ground.engine.connect() as connection:
            return SqlTimeslots(Unit(connection)).seats(timeslot)

    def freed(self) -> list[tuple[UUID, int]]:
        """What of the freed times can be filled: which timeslot, which generation."""
        found = self.ground.desk.freed_times.open()
        return [(each.timeslot.id, each.freed.generation) for each in found]

    def publish(self) -> None:
        """The demonstration's rules are in force; anna has the seat again."""
        self.ground.sign_in("eva")
        latest = self.ground.desk.cancel_rules.current()
        upon = latest.number if latest else 0
        self.ground.desk.cancel_rules.publish(demo_rules(), upon=upon, own=OWN)
        self.ground.sign_in("anna")

    def call(self) -> UUID:
        """A call that anna has in hand."""
        return self.ground.desk.calls.register(NUMBER).the("call")

    def last_access(self) -> AccessRecord:
        return self.ground.accesses()[-1]

    def table(self, name: str) -> list[dict[str, Any]]:
        return rows(self.ground.engine)[name]


def clinic(ground: Ground) -> Clinic:
    """An empty store with a staff of four; anna, a nurse, is seated."""
    ground.begin()
    unit, other = ground.unit(), ground.unit("Vårdcentralen Rosenlund", "SE0000000001-VC2")
    ground.operator("anna", Role.NURSE)
    ground.operator("bo", Role.SERVICE_DESK)
    ground.operator("eva", Role.SUPERVISOR_NURSE)
    ground.operator("lo", Role.LOG_REVIEWER)
    ground.sign_in("anna")
    people = [ground.person(number) for number in (WOMAN, MAN, CHILD)]
    return Clinic(ground, unit, other, *people)


def visit_times(ground: Ground, *starts: datetime) -> list[UUID]:
    """Times at a unit of their own, added by the administrator who is signed in."""
    unit, add = ground.unit("Mottagningen Test", "SE0000000001-TIDER"), ground.desk.timeslots.add
    times = [NewTime(unit, "NYBESOK", at, at + HALF_HOUR) for at in starts]
    return [add((time,)).the("timeslot") for time in times]


def booking_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each method with arguments that would do, but of things that do not exist."""
    bookings, rules = ground.desk.bookings, ground.desk.cancel_rules
    none = UUID(int=7)
    row = ImportedBooking(
        2, "SE0000000001-NEJ", "B-1", identity(WOMAN), BookingKind.OPEN_INVITATION, None, None
    )
    return {
        "bookings.verify": lambda: bookings.verify(none, Control.DATE, "26/11", call_id=none),
        "bookings.of_person": lambda: bookings.of_person(none, ASKED),
        "bookings.preview": lambda: bookings.preview(none, SUITS),
        "bookings.plan": lambda: bookings.plan((row,)),
        "bookings.cancel": lambda: bookings.cancel(none, SUITS),
        "bookings.rebook": lambda: bookings.rebook(none, none, SUITS),
        "bookings.import_": lambda: bookings.import_((row,)),
        "cancel_rules.publish": lambda: rules.publish(demo_rules(), upon=7, own=OWN),
    }
