"""A desk that died between its store and the exchange tells the exchange when it is back."""

from __future__ import annotations

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.lines import LineUp
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside


@pytest.fixture
def opened_unsaid(ground: Ground) -> None:
    """The store has that a queue was closed and another opened again; the exchange knows nothing.

    It is how kill -9 leaves them: each is one transaction, and the exchange is told after it.
    """

    def made() -> None:
        desk = ground.desk
        desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("lead", Role.SUPERVISOR_NURSE)
        ground.sign_in("lead")
        shut = desk.queue_closures.close("1177", "Brandlarm").the("queue_closure")
        desk.queue_closures.close("vaxel", "Möte")
        desk.queue_closures.open(shut)
        desk.sessions.sign_out()

    beside(made)


def test_the_exchange_is_told_of_both_when_somebody_sits_down(
    opened_unsaid: None, seat: Seat
) -> None:
    both = [("1177", False, None), ("vaxel", True, None)]
    seat.line.closes_queues = True
    seat.sign_in("nurse")
    seat.until(lambda: sorted(seat.line.switched) == both, "the open and the closed queue")
    seat.line.tell(LineUp())  # an exchange that may have forgotten it
    seat.until(lambda: len(seat.line.switched) == 4, "both again")
    assert sorted(seat.line.switched[2:]) == both


def test_to_a_line_that_comes_later_too(opened_unsaid: None, seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.settle()
    assert seat.line.switched == []
    seat.line.closes_queues = True
    seat.line.tell(LineUp())
    seat.until(lambda: len(seat.line.switched) == 2, "the open and the closed queue")
    assert ("1177", False, None) in seat.line.switched
