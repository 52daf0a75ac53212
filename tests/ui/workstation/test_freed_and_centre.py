"""A freed time that somebody said yes to is preliminary until the centre has answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from kundcenter.domain.freed_times import WaitDraft
from kundcenter.domain.units import UnitKind
from kundcenter.domain.visit_times import NewTime
from tests.ground import NUMBER, UNIT_PHONE
from tests.services.freed_ground import AT, SUITS, TYPE
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_claims import told
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.timed import swedish_days

Sit = Callable[..., Seat]
UNIT = "Vårdcentralen Test"


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


def let_go(joined: Joined) -> None:
    """A time that was let go, and the woman, who waits for it."""
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
    slot = desk.timeslots.add((NewTime(unit, TYPE, AT, AT + timedelta(minutes=30)),))
    ground.sign_in("nurse")
    other = ground.person("192104198383")
    booking = desk.bookings.book(slot.the("timeslot"), other).the("booking")
    desk.bookings.cancel(booking, SUITS)
    desk.wait_list.add(WaitDraft(joined.person, unit, TYPE, NUMBER, notice=timedelta()))


def test_a_yes_is_preliminary_until_the_centre_has_said_so(joined: Joined, sit: Sit) -> None:
    let_go(joined)
    seat = sit()
    seat.line.rings_out = True
    seat.press("Ctrl+W")
    seat.see(UNIT, TYPE)
    seat.press("Return")
    seat.see("Test Person")
    seat.press("Return")
    seat.see("Ring igen")
    seat.press("Alt+1")
    seat.see("Jag har bokat preliminärt.", "Preliminär", "Lova inget förrän det står Bekräftad")
    assert "Tiden är bokad." not in seat.reads()
    picture(seat, "freed-preliminary")
    joined.accepts(joined.last("freed_times.accept"))
    told(seat, "booking")
    seat.see("Bekräftad")
    seat.see_no_more("Jag har bokat preliminärt.")
