"""Twelve hours are a session; sleep locks; copied text is gone behind the lock."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kundcenter.domain.operators import LONGEST_SESSION
from tests.ground import PASSWORD, WOMAN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.clip import put_on_clipboard

LOCKED = "Skärmen är låst."


def session_of(seat: Seat) -> object:
    return asked(seat, lambda desk: desk.seat.actor.session_id)


def unlock(seat: Seat) -> None:
    seat.see(LOCKED)
    seat.write(PASSWORD)
    seat.press("Return")
    seat.see_no_more(LOCKED)


def test_after_twelve_hours_the_password_opens_another_session_and_the_text_is_there(
    nurse: Seat,
) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("F4")
    nurse.write("Hosta i tre dagar")
    first = session_of(nurse)
    watch, steady = nurse.workstation.session, nurse.workstation.session.steady
    watch.steady = lambda: steady() + LONGEST_SESSION.total_seconds()
    watch.look()
    unlock(nurse)
    nurse.see("Hosta i tre dagar", "Test Person 1988")
    assert session_of(nurse) != first
    watch.look()
    nurse.see("Hosta i tre dagar")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")


def test_a_lock_within_the_time_keeps_the_session(nurse: Seat) -> None:
    first = session_of(nurse)
    nurse.press("Ctrl+L")
    unlock(nurse)
    assert session_of(nurse) == first


def test_nobody_is_locked_out_of_an_alarm(nurse: Seat) -> None:
    nurse.press("F12")
    watch, steady = nurse.workstation.session, nurse.workstation.session.steady
    watch.steady = lambda: steady() + LONGEST_SESSION.total_seconds() + 60
    watch._looked = (watch.wall(), watch.steady())
    watch.look()
    assert nurse.window.at_desk


def test_a_machine_that_slept_is_locked_when_it_wakes(nurse: Seat) -> None:
    watch, wall = nurse.workstation.session, nurse.workstation.session.wall
    watch.wall = lambda: wall() + 130
    watch.look()
    unlock(nurse)
    watch.look()
    assert nurse.window.at_desk


def test_copied_text_is_gone_behind_the_lock_and_after_signing_out(nurse: Seat) -> None:
    for leave, words in (("Ctrl+L", LOCKED), ("Ctrl+Q", "Användarnamn")):
        put_on_clipboard("Hosta i tre dagar")
        nurse.press(leave)
        nurse.see(words)
        assert QApplication.clipboard().text() == ""
        if words == LOCKED:
            unlock(nurse)
