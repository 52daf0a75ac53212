"""After the talk: the time runs out by itself, and the card with all that is in it stays."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from kundcenter.domain.lines import DownReason, Held, LineDown, LineUp, Resumed
from tests.ui.workstation.seat import Seat
from ui.line_follower import PARKING_MS


@pytest.fixture
def after(nurse: Seat) -> Seat:
    """A talk has just ended; the nurse has written something that is not saved."""
    nurse.take_call()
    nurse.press("F4")
    nurse.write("Ont i halsen")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    return nurse


def pass_time(seat: Seat, seconds: float) -> None:
    """The clock of the desk goes on; the screen is given the time to see it."""
    seat.ground.clock.pass_time(seconds=seconds)
    seat.let_pass(300)
    seat.settle()


def test_when_the_time_is_over_the_desk_is_ready_and_the_card_stays(after: Seat) -> None:
    after.until(lambda: after.line.paused, "the exchange told to wait")
    pass_time(after, 119)
    after.see("Efterarbete")
    pass_time(after, 2)
    after.see("Ledig", "Ont i halsen", "Kortet är öppet tills du avslutar det.")
    after.until(lambda: not after.line.paused, "the exchange told to go on")
    assert after.workstation.cards.unsaved
    assert [each.kind for each in after.ground.operations()][-1] == "calls.end"


def test_the_countdown_is_shown_and_spoken_of_in_time(after: Seat) -> None:
    told: list[str] = []
    after.workstation.readiness.soon.connect(lambda: told.append("soon"))
    after.see("1:5")
    pass_time(after, 100)
    assert told == []
    pass_time(after, 11)
    assert told == ["soon"]
    pass_time(after, 3)
    assert told == ["soon"]


def test_more_time_on_one_key_also_when_it_is_just_over(after: Seat) -> None:
    pass_time(after, 100)
    after.press("F5")
    after.until(lambda: after.workstation.readiness.left.seconds > 60, "more time")
    pass_time(after, 90)
    after.see("Ledig")
    after.press("F5")
    after.see("Efterarbete")
    assert 55 < after.workstation.readiness.left.seconds <= 60


def test_ready_on_one_key_before_the_time(after: Seat) -> None:
    after.press("Shift+F5")
    after.see("Ledig", "Ont i halsen")
    after.until(lambda: not after.line.paused, "the exchange told to go on")


def test_a_restart_finds_what_is_left_of_the_wrap_up(after: Seat, tmp_path: Path) -> None:
    pass_time(after, 50)
    after.leave()
    again = Seat(after.ground, tmp_path)
    try:
        again.sign_in("nurse")
        again.see("Efterarbete")
        assert 60 < again.workstation.readiness.left.seconds < 71
        again.until(lambda: again.line.paused, "the exchange told to wait")
    finally:
        again.leave()


def test_a_pause_is_chosen_and_outlives_the_program(nurse: Seat, tmp_path: Path) -> None:
    nurse.press("Ctrl+F5")
    nurse.see("Paus", "Du tar inte emot samtal")
    nurse.until(lambda: nurse.line.paused, "the exchange told to wait")
    nurse.leave()
    again = Seat(nurse.ground, tmp_path)
    try:
        again.sign_in("nurse")
        again.see("Du tar inte emot samtal")
        assert again.line.paused
        again.press("Ctrl+F5")
        again.see("Ledig")
        again.until(lambda: not again.line.paused, "the exchange told to go on")
    finally:
        again.leave()


class SlowExchange:
    """An exchange that takes its time over each word, and must not be told two at once."""

    def __init__(self, seat: Seat) -> None:
        self.told: list[bool] = []
        self.at_once = self.most_at_once = 0
        self._handset = seat.line.ready
        seat.line.ready = self.ready  # type: ignore[method-assign]

    def ready(self, on: bool) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        sleep(0.15)
        self.told.append(on)
        self._handset(on)
        self.at_once -= 1


@pytest.mark.parametrize("presses", range(1, 8))
def test_a_pause_is_never_lost_or_overtaken_on_the_way_to_a_slow_exchange(
    nurse: Seat, presses: int
) -> None:
    slow = SlowExchange(nurse)
    for _ in range(presses):
        nurse.press("Ctrl+F5")
        nurse.let_pass(40)
    nurse.settle()
    nurse.until(
        lambda: nurse.line.paused is nurse.workstation.readiness.paused, "the exchange to know"
    )
    assert nurse.workstation.readiness.paused is (presses % 2 == 1)
    assert nurse.line.paused is (presses % 2 == 1)
    assert slow.most_at_once == 1
    assert all(one is not other for one, other in pairwise(slow.told)), "nothing is told twice"


def test_a_pause_does_not_wait_for_the_store(nurse: Seat) -> None:
    """A wrap-up is over, and its exchange told, while a verb is still at work."""
    gate = Event()
    nurse.take_call()
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    nurse.until(lambda: nurse.line.paused, "the exchange told to wait")
    nurse.tasks.run(nurse.workstation, gate.wait)
    nurse.ground.clock.pass_time(seconds=121)
    nurse.let_pass(600)
    assert not nurse.line.paused
    gate.set()
    nurse.settle()


def test_a_pause_closes_no_card_and_ends_no_talk(nurse: Seat) -> None:
    nurse.take_call()
    nurse.press("Ctrl+F5")
    nurse.see("I samtal", "Kontaktorsak")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete", "Paus efter tiden")
    pass_time(nurse, 121)
    nurse.see("Du tar inte emot samtal", "Kontaktorsak")


def test_nobody_at_the_desk_is_not_ready(nurse: Seat) -> None:
    assert not nurse.line.paused
    nurse.press("Ctrl+Q")
    nurse.until(lambda: nurse.line.paused, "the exchange told to wait")


def test_a_telephone_with_a_bad_contact_does_not_fill_the_store(nurse: Seat) -> None:
    nurse.take_call()
    before = len(nurse.ground.operations())
    for _ in range(300):
        nurse.line.tell(Held("line-1"))
        nurse.line.tell(Resumed("line-1"))
        nurse.line.tell(Held("line-1"))
    nurse.see("Parkerat")
    nurse.let_pass(2 * PARKING_MS + 100)
    nurse.settle()
    assert len(nurse.ground.operations()) - before <= 3
    nurse.see("Parkerat")
    assert nurse.window.notices.sentences == ()


def test_while_the_exchange_is_away_the_talk_is_steered_by_hand(nurse: Seat) -> None:
    nurse.take_call()
    nurse.line.tell(LineDown(DownReason.CLOSED))
    nurse.see("Växeln svarar inte. Styr samtalet på telefonen.")
    nurse.press("Ctrl+Shift+P")
    nurse.see("Parkerat")
    nurse.press("Ctrl+Shift+P")
    nurse.see("I samtal")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    nurse.line.tell(LineUp())
    nurse.line.gives_up("line-1")
    nurse.settle()
    nurse.see("Efterarbete")
    kinds = [each.kind for each in nurse.ground.operations()]
    assert (kinds.count("calls.end"), kinds.count("calls.ring")) == (1, 1)
    assert nurse.window.notices.sentences == ()
