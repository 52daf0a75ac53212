"""Who waits for a call already is seen before another is promised: on the card, by the number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import CallbackKind, Placing, Promised
from tests.ground import MAN, PASSWORD, WOMAN, Ground, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_callbacks import MORNING, NUMBER, choose_unit, furnish_queues
from tests.ui.workstation.test_people import beside, picture
from ui.actions import Action
from ui.theme.fonts import load_fonts

HALF_PAST = MORNING + timedelta(minutes=25)  # 09:30 in Sweden
IN_QUEUE = "I kö: Ängsgärdets vårdcentral, kl 09:30–10:00"
SAME_NUMBER = "Någon annan väntar redan i kön på samma nummer: 09:30–10:00."


@pytest.fixture
def seat(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """The woman has a place in a queue for advice, and a promise of the nurse's own."""
    placed = furnish_queues(ground)

    def promise() -> None:
        ground.sign_in("nurse")
        desk = ground.desk
        if desk.people.find(identity(MAN)) is None:
            ground.person(MAN)
        found = desk.people.find(identity(WOMAN))
        assert found is not None
        queues = desk.callback_queues.of_unit(placed.health_centre)
        advice = next(each for each in queues if each.category is MenuCategory.ADVICE)
        desk.callbacks.place(advice.id, HALF_PAST, Placing(found.id, NUMBER))
        at = MORNING + timedelta(hours=4, minutes=-5)
        desk.callbacks.promise(CallbackKind.OWN, at, Promised(found.id, NUMBER))
        desk.sessions.sign_out()

    beside(promise)
    load_fonts()
    made = Seat(ground, tmp_path)
    made.sign_in("nurse")
    made.see("Inget samtal pågår")
    yield made
    made.leave()


def test_the_card_says_that_the_patient_waits_already_and_no_more_when_it_is_over(
    seat: Seat,
) -> None:
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988", IN_QUEUE, "Vi har lovat att ringa kl 13:00")
    seat.settle()
    picture(seat, "person-waits")
    (queued,) = (
        each for each in asked(seat, lambda desk: desk.callbacks.open()) if each.unit_id is not None
    )
    seat.tasks.run(seat.tasks, lambda: seat.ground.desk.callbacks.cancel(queued.id))
    seat.see_no_more(IN_QUEUE)
    seat.see("Vi har lovat att ringa kl 13:00")


def test_a_colleagues_own_promise_is_on_the_card_by_name_long_before_it_is_due(
    ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    furnish_queues(ground)

    def promise() -> None:
        desk = ground.desk
        desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("other", Role.NURSE)
        desk.sessions.sign_out()
        ground.sign_in("other")
        found = desk.people.find(identity(WOMAN))
        assert found is not None
        at = MORNING + timedelta(hours=4, minutes=-5)
        desk.callbacks.promise(CallbackKind.OWN, at, Promised(found.id, NUMBER))
        desk.sessions.sign_out()

    beside(promise)
    load_fonts()
    seat = Seat(ground, tmp_path)
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988", "Test Other har lovat att ringa kl 13:00")
    seat.leave()


def test_nothing_of_one_patient_stands_at_the_next(seat: Seat) -> None:
    seat.take_call(keyed_id=MAN)
    seat.see("Personnummer")
    seat.settle()
    seat.see_no_more("I kö:", "Vi har lovat att ringa")


def test_a_number_that_waits_in_the_queue_already_is_told_before_a_place_is_given(
    seat: Seat,
) -> None:
    seat.take_call(keyed_id=MAN)
    seat.see("Personnummer")
    choose_unit(seat)
    seat.press("7")
    seat.see("mellan klockan 09:00 och 09:30.")
    seat.settle()
    seat.see_no_more("på samma nummer")
    while "ummer" not in seat.focus().accessibleName():
        seat.press("Tab")
    seat.press("Ctrl+A")
    seat.write("070-174 06 20")
    seat.see(SAME_NUMBER)
    picture(seat, "place-same-number")
    seat.write("1")  # another number, and nobody's
    seat.see_no_more("på samma nummer")


def test_whoever_has_the_mouse_in_hand_finds_what_the_keys_do(seat: Seat) -> None:
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    card = seat.workstation.cards.current
    assert card is not None
    shown = {
        Action.PLACE: "Plats i enhetens återuppringning",
        Action.CALL_LATER: "Lova att ringa upp",
        Action.TIMES: "Patientens tider",
        Action.WAIT_ADD: "väntelista",
    }
    for action, words in shown.items():
        button = card.who.person_view.claims[action]
        assert button.isVisible()
        button.click()
        seat.see(words)
        seat.settle()
        seat.press("Escape")
        seat.settle()
