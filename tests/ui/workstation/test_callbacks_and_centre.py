"""A call-back at a desk that has a centre is preliminary until the centre has answered."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import CallbackKind, Placing, Promised
from kundcenter.domain.feed import Verdict
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_callbacks import (
    MORNING,
    NUMBER,
    page_of,
    queue,
)
from tests.ui.workstation.test_callbacks_truth import WARNED, place, shown, to_page
from tests.ui.workstation.test_claims import looked, told
from ui.dialogs.say_claim import SayClaimDialog

Sit = Callable[..., Seat]


@pytest.fixture
def advice(joined: Joined) -> UUID:
    """A unit with a queue that the centre knows of."""
    ground = joined.ground
    ground.clock.at = MORNING
    ground.sign_in("admin")
    unit = ground.unit()
    ground.sign_in("leader")
    ground.desk.callback_queues.put(None, queue(unit, MenuCategory.ADVICE))
    joined.accepts(joined.last("callback_queues.put"))
    joined.rows_come()
    ground.sign_in("nurse")
    return unit


def test_a_place_is_not_told_as_settled_before_the_centre_has_answered(
    joined: Joined, advice: UUID, sit: Sit
) -> None:
    seat = sit()
    place(seat, advice, joined.person)
    seat.see("mellan klockan 09:00 och 09:30.")
    seat.settle()
    seat.press("Return")
    seat.see("Preliminär", "Jag har bokat preliminärt.", WARNED)
    seat.see_no_more("Platsen är given")
    joined.accepts(joined.last("callbacks.place"))
    told(seat, "callback")
    seat.see("Bekräftad")
    seat.see_no_more("Jag har bokat preliminärt.")
    assert WARNED not in shown(seat, SayClaimDialog).said.told.text()


def test_a_place_that_somebody_else_got_is_not_read_aloud(
    joined: Joined, advice: UUID, sit: Sit
) -> None:
    seat = sit()
    seat.until(lambda: looked(seat), "a first look")
    place(seat, advice, joined.person)
    seat.see("mellan klockan 09:00 och 09:30.")
    seat.settle()
    seat.press("Return")
    seat.see("Jag har bokat preliminärt.")
    operation = joined.last("callbacks.place")
    asked(seat, lambda _: joined.says(operation, Verdict.REJECTED, "timeslot.full"))
    told(seat, "work_item")
    seat.see("Avvisad", "Tiden hann gå till någon annan. Jag letar upp en annan.")


def test_a_moved_time_is_preliminary_too(joined: Joined, advice: UUID, sit: Sit) -> None:
    desk = joined.ground.desk
    (made,) = desk.callback_queues.of_unit(advice)
    at = MORNING.replace(hour=8, minute=30)
    desk.callbacks.place(made.id, at, Placing(joined.person, NUMBER))
    joined.accepts(joined.last("callbacks.place"))
    joined.rows_come()
    seat = sit()
    to_page(seat, queued=True)
    seat.press("Ctrl+J")
    seat.see("Nu är det lovat 09:30–10:00.", "mellan klockan 09:00 och 09:30.")
    seat.settle()
    seat.press("Return")
    seat.see("Flytt till en annan tid", "Preliminär", "Jag har bokat preliminärt.", WARNED)
    assert not [each for each in seat.window.notices.sentences if "Flyttad" in each]
    joined.accepts(joined.last("callbacks.move"))
    told(seat, "callback")
    seat.see("Bekräftad")
    seat.see_no_more("Jag har bokat preliminärt.")


@pytest.fixture
def promised(joined: Joined) -> Joined:
    """The nurse has an own promise at 13:00, of which the centre has heard."""
    ground = joined.ground
    ground.clock.at = MORNING
    at = MORNING.replace(hour=12, minute=0)
    ground.desk.callbacks.promise(CallbackKind.OWN, at, Promised(joined.person, NUMBER))
    joined.accepts(joined.last("callbacks.promise"))
    joined.rows_come()
    return joined


def put_off(seat: Seat) -> None:
    """To 15:00, by keys."""
    seat.press("Ctrl+M")
    seat.see("Löften som vi själva har gett", "13:00")
    seat.settle()
    page_of(seat).promised.selectRow(0)
    page_of(seat).promised.setFocus()
    seat.settle()
    seat.press("Ctrl+J")
    seat.see("Lova en annan tid", "Nu är det lovat 13:00.")
    seat.write("15:00")
    seat.see("Vi ringer dig i dag klockan 15:00.")
    seat.press("Return")


def test_an_own_promise_that_is_put_off_is_preliminary_too(promised: Joined, sit: Sit) -> None:
    seat = sit()
    put_off(seat)
    seat.see("Flytt till en annan tid", "Preliminär", "Jag har bokat preliminärt.", WARNED)
    assert not [each for each in seat.window.notices.sentences if "Flyttad" in each]
    promised.accepts(promised.last("callbacks.move"))
    told(seat, "callback")
    seat.see("Bekräftad")
    seat.see_no_more("Jag har bokat preliminärt.")


def test_a_promise_that_could_not_be_put_off_stands_as_it_was_given(
    promised: Joined, sit: Sit
) -> None:
    seat = sit()
    seat.until(lambda: looked(seat), "a first look")
    put_off(seat)
    seat.see("Jag har bokat preliminärt.")
    operation = promised.last("callbacks.move")
    asked(seat, lambda _: promised.says(operation, Verdict.REJECTED, "callback.state_wrong"))
    told(seat, "work_item")
    seat.see("Avvisad", "Det gick inte att flytta. Den gamla tiden gäller fortfarande.")
    assert "någon annan" not in shown(seat, SayClaimDialog).said.words.text()
