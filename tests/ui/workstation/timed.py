"""A file with booked times, free times, an invitation and rules of cancelling: all invented.

It is Saturday evening, 2026-11-21 21:50, as in `guided`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QLocale

from db import bookings as booking_rows
from kundcenter.domain.access import Role
from kundcenter.domain.bookings import Booking, BookingKind, BookingState, CareType
from kundcenter.domain.calendar import at_clock
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.cancellations import Cancellation, CancelRule, ExceptionClaim
from kundcenter.domain.visit_times import NewTime
from kundcenter.start.desk import Desk, new_id
from tests.ground import CHILD, PASSWORD, WOMAN, Ground, identity
from tests.ui.workstation.guided import CENTRE, CLINIC, furnish_guidance
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.theme.fonts import load_fonts

REGION = "06"
TYPE = "Läkarbesök"
SOON = at_clock(date(2026, 11, 23), time(8, 30))  # Monday morning: the limit was on Friday
LATER = at_clock(date(2026, 11, 26), time(10))  # Thursday: there is time until Wednesday
QUESTION = "Vilken mottagning gäller tiden, eller vilken dag är den?"
FREE = (
    at_clock(date(2026, 11, 24), time(9)),
    at_clock(date(2026, 11, 27), time(13, 15)),
    at_clock(date(2026, 12, 1), time(8)),
)
EXCEPTIONS = (
    ExceptionClaim.ACUTELY_ILL,
    ExceptionClaim.CHILD_ILL,
    ExceptionClaim.REDUCED_AUTONOMY,
    ExceptionClaim.INVITATION_NOT_RECEIVED,
)
RULES = (
    CancelRule(REGION, CareType.OTHER, 24, 100, age_to=19, exceptions=EXCEPTIONS,
               source="1177.se, Jönköpings län"),
    CancelRule(REGION, CareType.OTHER, 24, 275, age_from=20, exceptions=EXCEPTIONS,
               source="1177.se, Jönköpings län"),
    CancelRule(REGION, CareType.SPECIALIST, 72, 400, exceptions=EXCEPTIONS, travel_paid=True),
)  # fmt: skip


def furnish_times(ground: Ground) -> None:
    """Units, rules, free times, and what the woman and the child have booked."""
    furnish_guidance(ground)
    desk = ground.desk
    desk.sessions.sign_in("admin", PASSWORD)
    ground.operator("leader", Role.SUPERVISOR_NURSE, position="Arbetsledare")
    desk.cancel_rules.publish(RULES, upon=0, own=REGION, comment="Påhittade")
    units = {each.unit.name: each.unit.id for each in desk.units.directory().cards}
    centre, clinic = units[CENTRE], units[CLINIC]
    half = timedelta(minutes=30)
    desk.timeslots.add(
        tuple(
            NewTime(centre, TYPE, at, at + half, performer="Dr Test", within_guarantee=n < 2)
            for n, at in enumerate((SOON, LATER, *FREE))
        )
    )
    desk.callback_queues.put(
        None, QueueDraft(centre, MenuCategory.BOOK, tuple(_span(day) for day in range(1, 8)))
    )
    ground.sign_in("nurse")
    rooms = desk.timeslots.free(unit_id=centre, start=SOON - half, end=LATER + half)
    slots = {room.timeslot.starts_at: room.timeslot.id for room in rooms}
    woman, child = (known(ground, number) for number in (WOMAN, CHILD))
    desk.bookings.book(slots[SOON], woman)
    desk.bookings.book(slots[LATER], child)
    desk.sessions.sign_out()
    with ground.engine.begin() as connection:
        for booking in _others(woman, centre, clinic, ground.clock()):
            booking_rows.rows.put(connection, booking)


def _span(day: int) -> QueueSpan:
    return QueueSpan(day, 8 * 60, 16 * 60, 30, 4)


def known(ground: Ground, number: str) -> UUID:
    person = ground.desk.people.find(identity(number))
    assert person is not None
    return person.id


def bookings_of(seat: Seat, number: str) -> list[Booking]:
    """What the store has of somebody, the latest change last."""

    def look(_: Desk) -> list[Booking]:
        wanted = booking_rows.rows.select().where(
            booking_rows.bookings.c.person_id == known(seat.ground, number)
        )
        with seat.ground.engine.connect() as connection:
            found = booking_rows.rows.all(connection, wanted)
        return sorted(found, key=lambda each: each.state_at)

    return asked(seat, look)


def cancellations(seat: Seat) -> list[Cancellation]:
    """Whatever has been cancelled, the oldest first."""

    def look(_: Desk) -> list[Cancellation]:
        rows = booking_rows.cancellation_rows
        with seat.ground.engine.connect() as connection:
            found = rows.all(connection, rows.select())
        return sorted(found, key=lambda each: each.at)

    return asked(seat, look)


def _others(person: UUID, centre: UUID, clinic: UUID, now: datetime) -> tuple[Booking, ...]:
    """An invitation without a time, and a time that its unit lets nobody else touch."""
    return (
        Booking(
            new_id(), person, centre, BookingKind.OPEN_INVITATION, BookingState.STANDING, now,
            None, None, time_type=TYPE, purpose="Hälsosamtal", cancel_allowed=True,
        ),
        Booking(
            new_id(), person, clinic, BookingKind.TIMED_INVITATION, BookingState.STANDING, now,
            FREE[2], FREE[2] + timedelta(hours=1), care_type=CareType.SPECIALIST,
            time_type="Återbesök",
        ),
    )  # fmt: skip


@contextmanager
def swedish_days() -> Iterator[None]:
    """The days of the week as the program says them, whatever the machine's language."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


def called(ground: Ground, folder: Path, number: str = WOMAN) -> Seat:
    """A nurse with a call from somebody who has booked times."""
    load_fonts()
    seat = Seat(ground, folder)
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")
    seat.take_call(keyed_id=number)
    seat.see(f"Test Person {number[:4]}")
    return seat


def listed(seat: Seat, answer: str = "23/11") -> None:
    """The caller has answered."""
    seat.press("Ctrl+Shift+A")
    seat.see(QUESTION)
    seat.write(answer)
    seat.press("Return")
    seat.see("Svaret stämde.")
    seat.settle()


def cancelled(seat: Seat) -> Cancellation:
    """The only one."""
    (only,) = cancellations(seat)
    return only


def state_of(seat: Seat, at: datetime) -> BookingState:
    (found,) = (each for each in bookings_of(seat, WOMAN) if each.starts_at == at)
    return found.state
