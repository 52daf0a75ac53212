"""What other programs hand in, at the window: a ring is a ring, a number is never rung unasked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kundcenter.domain.calls import CallState
from kundcenter.domain.switchboard.handed import (
    HandedDial,
    HandedReply,
    HandedRing,
    read_url,
    was_handed,
)
from tests.ground import NUMBER, PASSWORD, WOMAN
from tests.ui.workstation.seat import ANSWERABLE, Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_stretch import cut
from ui.dialogs.switchboard import dial_asked
from ui.dialogs.switchboard.dial_asked import DialAskedDialog
from ui.panels.switchboard import handed_in

CALLED, QUEUE = "+46846500400", "växel"
RING = HandedRing(NUMBER, CALLED, QUEUE)
DEAD = dial_asked.DEAD_MS + 50


def ring(seat: Seat, handed: HandedRing = RING) -> None:
    assert seat.workstation.handed.take(handed) is HandedReply.TAKEN
    seat.see("Ringer", "070-174 06 05")


def end(seat: Seat) -> HandedReply:
    return seat.workstation.handed.take(HandedRing(NUMBER, CALLED, ended=True))


def state(seat: Seat) -> CallState:
    return asked(seat, lambda desk: desk.calls.latest())[0].state


# -- rings --------------------------------------------------------------------------------------


def test_a_ring_that_is_handed_in_is_a_call_like_any_other(nurse: Seat) -> None:
    ring(nurse, HandedRing(NUMBER, CALLED, QUEUE, WOMAN))
    nurse.see("växel. Styr samtalet på telefonen och säg till här.")
    nurse.let_pass(ANSWERABLE)
    nurse.press("Ctrl+Shift+S")
    nurse.see("I samtal", "Test Person 1988")
    assert nurse.line.answered == []  # no exchange of ours has it
    call = asked(nurse, lambda desk: desk.calls.mine())[0]
    assert (call.number, call.called, call.queue) == (NUMBER, CALLED, QUEUE)
    assert was_handed(call.line_call)
    nurse.press("Ctrl+Shift+P")
    nurse.see("Parkerat")
    nurse.press("Ctrl+Shift+P")
    nurse.see("I samtal")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")


def test_whoever_handed_it_in_says_that_it_is_over(nurse: Seat) -> None:
    ring(nurse)
    assert end(nurse) is HandedReply.TAKEN
    nurse.see_no_more("Ringer")
    assert state(nurse) is CallState.ABANDONED
    assert end(nurse) is HandedReply.NO_RING
    ring(nurse)
    nurse.let_pass(ANSWERABLE)
    nurse.press("Ctrl+Shift+S")
    nurse.see("I samtal")
    assert end(nurse) is HandedReply.TAKEN
    nurse.see("Efterarbete")


def test_what_was_laid_down_by_hand_is_not_ended_once_more(nurse: Seat) -> None:
    ring(nurse)
    nurse.let_pass(ANSWERABLE)
    nurse.press("Ctrl+Shift+S")
    nurse.see("I samtal")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    assert end(nurse) is HandedReply.TAKEN
    nurse.settle()
    assert state(nurse) is CallState.WRAP_UP


def test_said_twice_it_rings_once(nurse: Seat) -> None:
    ring(nurse)
    ring(nurse)
    assert len(asked(nurse, lambda desk: desk.calls.latest())) == 1


def test_what_nobody_answers_nor_ends_is_over_by_itself(
    nurse: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_in, "RINGS_MS", 300)
    ring(nurse)
    nurse.see_no_more("Ringer")
    assert state(nurse) is CallState.PASSED_ON
    ring(nurse)
    nurse.hands.press("Ctrl+Shift+S")  # within the dead time: nothing yet
    nurse.see_no_more("Ringer")


def test_an_answered_one_is_not_over_by_itself(
    nurse: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_in, "RINGS_MS", 1_500)
    ring(nurse)
    nurse.let_pass(ANSWERABLE)
    nurse.press("Ctrl+Shift+S")
    nurse.see("I samtal")
    nurse.let_pass(1_600)
    assert state(nurse) is CallState.TALKING


def test_a_ring_at_a_locked_desk_is_followed_when_it_opens(nurse: Seat) -> None:
    nurse.press("Ctrl+L")
    nurse.see("Lås upp")
    assert nurse.workstation.handed.take(RING) is HandedReply.TAKEN
    nurse.settle()
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see("Ringer", "070-174 06 05")


def test_a_ring_at_an_empty_desk_is_followed_when_somebody_sits_down(seat: Seat) -> None:
    assert seat.workstation.handed.take(RING) is HandedReply.TAKEN
    seat.settle()
    seat.sign_in("nurse")
    seat.see("Ringer", "070-174 06 05")


def test_more_than_anybody_could_answer_are_not_followed(nurse: Seat) -> None:
    replies = [
        nurse.workstation.handed.take(HandedRing(f"+467017406{n:02}", CALLED)) for n in range(5, 99)
    ]
    assert replies[: handed_in.BURST] == [HandedReply.TAKEN] * handed_in.BURST
    assert replies.count(HandedReply.TAKEN) <= handed_in.BURST + 2
    nurse.settle()
    assert len(asked(nurse, lambda desk: desk.calls.latest())) <= handed_in.BURST + 2


# -- numbers ------------------------------------------------------------------------------------


def ask(seat: Seat, number: str = NUMBER) -> DialAskedDialog:
    assert seat.workstation.handed.take(HandedDial(number)) is HandedReply.TAKEN
    seat.see("Ring upp?")
    dialog = seat.window.findChild(DialAskedDialog)
    assert dialog is not None
    return dialog


def test_a_key_on_its_way_when_it_came_rings_nobody(
    nurse: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dial_asked, "DEAD_MS", 60_000)
    nurse.line.rings_out = True
    dialog = ask(nurse)
    nurse.press("Ctrl+Return")
    assert nurse.line.rung_out == [] and dialog.isVisible()


def test_a_number_is_shown_and_rung_by_ctrl_enter_alone(nurse: Seat) -> None:
    nurse.line.rings_out = True
    dialog = ask(nurse)
    nurse.see("070-174 06 05", "Ring inte", "Inget rings förrän du trycker.")
    nurse.let_pass(DEAD)
    assert cut(nurse) == []
    nurse.press("a", "Space", "R", "PgDown")
    assert nurse.line.rung_out == [] and dialog.isVisible()
    nurse.press("Ctrl+Return")
    nurse.until(lambda: nurse.line.rung_out == [NUMBER], "rung up")
    nurse.see("Numret rings upp. Lyft luren när telefonen ringer.")
    nurse.see_no_more("Ring upp?")


@pytest.mark.parametrize("key", ["Return", "Esc"])
def test_enter_and_esc_ring_nobody(nurse: Seat, key: str) -> None:
    nurse.line.rings_out = True
    ask(nurse)
    nurse.let_pass(DEAD)
    nurse.press(key)
    nurse.see_no_more("Ring upp?")
    assert nurse.line.rung_out == []


def test_while_one_writes_no_letter_of_it_rings_anybody(nurse: Seat) -> None:
    nurse.line.rings_out = True
    nurse.call_by_hand()
    nurse.press("F4")
    nurse.write("Ont i halsen")
    ask(nurse)
    for letter in " sedan igår.\n":
        nurse.hands.press("Return") if letter == "\n" else nurse.hands.write(letter)
    nurse.settle()
    assert nurse.line.rung_out == []
    nurse.see("Ont i halsen")


def test_where_the_exchange_rings_nobody_the_number_is_copied(nurse: Seat) -> None:
    ask(nurse)
    nurse.let_pass(DEAD)
    nurse.press("Ctrl+Return")
    nurse.see_no_more("Ring upp?")
    assert QApplication.clipboard().text() == NUMBER


def test_112_is_never_rung_so(nurse: Seat) -> None:
    nurse.line.rings_out = nurse.line.reaches_emergency = True
    handed = read_url("tel:112")
    assert isinstance(handed, HandedDial)
    dialog = ask(nurse, handed.number)
    nurse.see("112 rings inte upp härifrån. Larma med F12.")
    assert dialog.primary.isHidden()
    nurse.let_pass(DEAD)
    nurse.press("Ctrl+Return")
    assert nurse.line.rung_out == nurse.line.emergencies == []


def test_a_second_number_does_not_take_the_first_ones_place(nurse: Seat) -> None:
    nurse.line.rings_out = True
    ask(nurse)
    take = nurse.workstation.handed.take
    replies = [take(HandedDial(f"+467017406{n}")) for n in range(10, 99)]
    assert set(replies) == {HandedReply.TOO_MANY}
    nurse.let_pass(DEAD)
    nurse.press("Ctrl+Return")
    nurse.until(lambda: nurse.line.rung_out == [NUMBER], "the first was rung")
    assert take(HandedDial(NUMBER)) is HandedReply.TOO_MANY  # one rests between two questions
    assert len(nurse.window.findChildren(DialAskedDialog)) <= 1


def test_behind_a_lock_it_waits_for_a_minute(nurse: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    nurse.press("Ctrl+L")
    nurse.see("Lås upp")
    assert nurse.workstation.handed.take(HandedDial(NUMBER)) is HandedReply.TAKEN
    nurse.let_pass(handed_in.LOOK_MS + 100)
    assert nurse.window.findChild(DialAskedDialog) is None
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see("Ring upp?", "070-174 06 05")
    nurse.press("Esc")
    monkeypatch.setattr(handed_in, "KEPT_MS", 200)
    nurse.let_pass(handed_in.REST_MS)
    nurse.press("Ctrl+L")
    nurse.see("Lås upp")
    assert nurse.workstation.handed.take(HandedDial(NUMBER)) is HandedReply.TAKEN
    nurse.let_pass(handed_in.LOOK_MS + 300)
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see_no_more("Lås upp")
    nurse.let_pass(handed_in.LOOK_MS + 100)
    assert nurse.window.findChild(DialAskedDialog) is None


def test_a_question_that_stands_is_gone_when_the_desk_is_locked(nurse: Seat) -> None:
    ask(nurse)
    nurse.workstation.lock()
    nurse.see("Lås upp")
    assert "174 06 05" not in nurse.reads()
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see_no_more("Lås upp")
    nurse.let_pass(handed_in.LOOK_MS + 100)
    assert "Ring upp?" not in nurse.reads()


def test_behind_another_dialog_it_waits(nurse: Seat) -> None:
    nurse.press("F1")
    nurse.see("Alla tangenter")
    assert nurse.workstation.handed.take(HandedDial(NUMBER)) is HandedReply.TAKEN
    nurse.let_pass(handed_in.LOOK_MS + 100)
    assert nurse.window.findChild(DialAskedDialog) is None
    nurse.press("Esc")
    nurse.see("Ring upp?")


def test_who_works_no_calls_is_not_asked(seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.settle()
    assert seat.workstation.handed.take(HandedDial(NUMBER)) is HandedReply.TAKEN
    seat.let_pass(handed_in.LOOK_MS + 100)
    assert seat.window.findChild(DialAskedDialog) is None
