"""A booked time is preliminary until the centre has answered, and the sentence to say is so too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

import pytest

from kundcenter.changes import Change, Changes
from kundcenter.domain.calendar import at_clock
from kundcenter.domain.capacity import Room
from kundcenter.domain.feed import Result, Verdict
from kundcenter.domain.units import UnitKind
from kundcenter.domain.visit_times import NewTime
from tests.ground import UNIT_PHONE
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_claims import looked, told
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import swedish_days
from ui.dialogs.time_booked import TimeBookedDialog

Sit = Callable[..., Seat]
UNIT = "Vårdcentralen Test"
AT = at_clock(date(2026, 11, 24), time(9))


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


def free_time(joined: Joined) -> Room:
    """One seat at a unit."""
    desk, ground = joined.ground.desk, joined.ground
    ground.sign_in("admin")
    unit = desk.units.add(
        "SE0000000001-VC1",
        UNIT,
        kind=UnitKind.PRIMARY_CARE,
        municipality="Jönköping",
        phone=UNIT_PHONE,
        hours="08–17",
    ).the("unit")
    desk.timeslots.add((NewTime(unit, "Läkarbesök", AT, AT + timedelta(minutes=30)),))
    ground.sign_in("nurse")
    (room,) = desk.timeslots.free(start=AT, end=AT + timedelta(hours=1))
    return room


def booked(joined: Joined, seat: Seat, room: Room) -> Changes:
    """The woman gets it, and the dialog says so."""
    book = joined.ground.desk.bookings.book
    changes = beside(lambda: book(room.timeslot.id, joined.person))
    TimeBookedDialog(
        seat.tasks, seat.workstation._services, room, UNIT, changes, parent=seat.window
    ).open()
    return changes


def test_the_caller_hears_that_it_is_preliminary_until_it_is_confirmed(
    joined: Joined, sit: Sit
) -> None:
    room = free_time(joined)
    seat = sit()
    booked(joined, seat, room)
    seat.see("Jag har bokat preliminärt.", "Preliminär", "Lova inget förrän det står Bekräftad")
    seat.settle()
    picture(seat, "booked-preliminary")
    joined.accepts(joined.last("bookings.book"))
    told(seat, "booking")
    seat.see("Bekräftad")
    seat.see_no_more("Jag har bokat preliminärt.")
    picture(seat, "booked-confirmed")


def test_a_time_that_somebody_else_got_is_not_called_booked(joined: Joined, sit: Sit) -> None:
    room = free_time(joined)
    seat = sit()
    seat.until(lambda: looked(seat), "a first look")
    changes = booked(joined, seat, room)
    seat.see("Jag har bokat preliminärt.")
    operation, booking = joined.last("bookings.book"), changes.the("booking")
    assert Change("booking", booking) in operation.wrote

    def turned_away() -> None:
        rejected = Result(operation.n, operation.id, Verdict.REJECTED, "timeslot.full")
        joined.local.answered([rejected])
        joined.ground.hand_back(
            operation.actor.operator_id,
            id=operation.id,
            verb=operation.kind,
            code="timeslot.full",
            about_kind="booking",
            about_id=booking,
        )

    beside(turned_away)
    told(seat, "work_item")
    seat.see("Avvisad", "Tiden hann gå till någon annan. Jag letar upp en annan.")
    assert "Tiden är bokad" not in seat.reads()
    (dialog,) = seat.window.findChildren(TimeBookedDialog)
    assert dialog.windowTitle() == dialog.accessibleName() == "Bokning av tid"
    picture(seat, "booked-rejected")
