"""What is noted in an alarm is kept for who wrote it, and is put into no other patient's note.

An answer to one alarm says nothing of another.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.alarms import rows
from kundcenter.domain.alarms import Alarm
from kundcenter.domain.lines import EmergencyAnswered, EmergencyFailed, EmergencyFailure
from tests.ground import PASSWORD, WOMAN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_after_alarm import RING, advice, shouts
from ui.dialogs.alarm_text import AlarmTextDialog
from ui.panels.alarm import AlarmState

PLACE = "Testgatan 9931"
WAITS = "står inte i någon anteckning"
ANSWERED = "112 har svarat"
DIALS = "Kopplar till 112"


def noted(seat: Seat) -> None:
    """An alarm with a place, put away."""
    seat.press("F12", "F2")
    seat.write(PLACE)
    seat.press("Ctrl+Shift+K")
    seat.settle()


def kept(seat: Seat) -> list[str]:
    """The places that are on the disk as alarms' own."""
    return [each.unsaved.note.history for each in asked(seat, lambda d: d.drafts.of_alarms())]


def alarms(seat: Seat) -> list[Alarm]:
    seat.settle()
    with seat.ground.engine.connect() as connection:
        return sorted(rows.all(connection, rows.select()), key=lambda alarm: alarm.raised_at)


def dialog(seat: Seat) -> AlarmTextDialog:
    """The text, asked for by its line across the window."""
    (found,) = seat.workstation.emergency.left.waiting[:1]
    assert PLACE in found.words
    seat.workstation.emergency.left.show()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, AlarmTextDialog)
    assert PLACE in seat.reads()
    return shown


def test_the_answer_to_an_earlier_alarm_says_nothing_of_this_one(nurse: Seat) -> None:
    nurse.line.reaches_emergency = True
    nurse.take_call()
    nurse.press("F12")
    shouts(nurse, DIALS)
    nurse.press("Ctrl+Shift+K")
    nurse.settle()
    nurse.line.reaches_emergency = False
    nurse.press("Ctrl+N")
    nurse.settle()
    nurse.press("F12")
    shouts(nurse, RING)
    nurse.line.tell(EmergencyAnswered("line-1", nurse.line.attempts[0]))
    nurse.settle()
    shouts(nurse, RING)
    assert [alarm.connected_at for alarm in alarms(nurse)] == [None, None]
    nurse.press("Ctrl+Shift+K")


@pytest.mark.parametrize("named", [True, False])
def test_an_earlier_attempt_that_fails_does_not_stop_this_one(nurse: Seat, named: bool) -> None:
    """Also where the exchange gives the attempts no names: then they are told of in order."""
    nurse.line.reaches_emergency = True
    nurse.take_call()
    nurse.press("F12", "Ctrl+Shift+K")
    nurse.settle()
    nurse.press("F12")
    nurse.settle()
    first, second = nurse.line.attempts
    assert first != second
    for name, words in ((first, DIALS), (second, RING)):
        attempt = name if named else ""
        nurse.line.tell(EmergencyFailed("line-1", EmergencyFailure.BUSY, attempt))
        nurse.settle()
        shouts(nurse, words)
    assert [alarm.failed_at is None for alarm in alarms(nurse)] == [True, False]
    nurse.press("Ctrl+Shift+K")


@pytest.mark.parametrize("by_hand", [True, False])
def test_the_text_of_an_alarm_without_a_call_goes_to_no_call_by_itself(
    nurse: Seat, by_hand: bool
) -> None:
    noted(nurse)
    nurse.see("Larmet hörde inte till något samtal.", WAITS)
    nurse.ground.clock.pass_time(hours=4)
    if by_hand:
        nurse.press("Ctrl+N")
        nurse.see("Vem gäller det?")
    else:
        nurse.take_call()
    nurse.settle()
    assert PLACE not in advice(nurse)
    assert kept(nurse) == [PLACE]


def test_it_is_put_into_the_note_in_sight_when_the_operator_says_so(nurse: Seat) -> None:
    noted(nurse)
    nurse.press("Ctrl+N")
    nurse.see("Vem gäller det?")
    shown = dialog(nurse)
    nurse.press("Return")
    nurse.settle()
    assert PLACE not in advice(nurse), "Enter decides nothing"
    shown = dialog(nurse)
    shown.primary.click()
    nurse.settle()
    assert PLACE in advice(nurse)
    assert WAITS not in nurse.reads()
    assert kept(nurse) == []
    (draft,) = asked(nurse, lambda desk: desk.drafts.mine())
    assert PLACE in draft.unsaved.note.advice


def test_it_is_thrown_away_when_the_operator_says_so(nurse: Seat) -> None:
    noted(nurse)
    dialog(nurse).drop.click()
    nurse.settle()
    assert WAITS not in nurse.reads()
    assert kept(nurse) == []


def test_it_is_found_in_the_palette(nurse: Seat) -> None:
    noted(nurse)
    nurse.press("Ctrl+K")
    nurse.write("Text från larm")
    nurse.press("Return")
    nurse.see("Senare", PLACE)
    nurse.press("Esc")


@pytest.mark.parametrize("how", ["signs out", "dies"])
def test_it_outlives_the_operators_going_and_the_program(
    nurse: Seat, tmp_path: Path, how: str
) -> None:
    noted(nurse)
    if how == "signs out":
        nurse.press("Ctrl+Q")
        nurse.see("Logga in")
        assert WAITS not in nurse.reads()
        nurse.sign_in("switch")
        nurse.settle()
        assert WAITS not in nurse.reads(), "nobody else is shown it"
        nurse.press("Ctrl+Q")
        nurse.see("Logga in")
        nurse.sign_in("nurse")
        nurse.see(WAITS)
        dialog(nurse)
        nurse.press("Esc")
        return
    nurse.leave()
    again = Seat(nurse.ground.restarted(), tmp_path)
    try:
        again.sign_in("nurse")
        again.see(WAITS)
        dialog(again)
        again.press("Esc")
    finally:
        again.leave()


def test_a_telephonists_alarm_in_a_call_keeps_its_text(seat: Seat) -> None:
    seat.sign_in("switch")
    seat.line.ring()
    seat.see("Ringer")
    seat.let_pass(450)
    seat.press("Ctrl+Shift+S")
    seat.see("I samtal")
    noted(seat)
    seat.see("Larmets text fick ingen anteckning.", WAITS)
    assert kept(seat) == [PLACE]
    assert not dialog(seat).primary.isVisible()
    seat.press("Esc")


def test_who_works_no_calls_keeps_it_too_and_is_told_of_no_card(seat: Seat) -> None:
    seat.sign_in("reviewer")
    noted(seat)
    seat.see("Larmet hörde inte till något samtal.", WAITS)
    assert "Ctrl+N" not in seat.reads()
    assert kept(seat) == [PLACE]
    assert not dialog(seat).primary.isVisible()
    seat.press("Esc")


def test_behind_the_lock_it_is_kept_and_stands_in_the_note_afterwards(
    nurse: Seat, tmp_path: Path
) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("Ctrl+L")
    nurse.see("Skärmen är låst.")
    nurse.press("F12", "F2")
    nurse.write(PLACE)
    nurse.let_pass(1200)
    nurse.settle()
    with nurse.ground.engine.connect() as connection:
        found = connection.exec_driver_sql("select content from drafts").fetchall()
    assert any(PLACE.encode() in row[0] for row in found)
    nurse.press("Ctrl+Shift+K")
    nurse.settle()
    assert WAITS not in nurse.reads()
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see_no_more("Skärmen är låst.")
    nurse.settle()
    assert PLACE in advice(nurse)
    assert kept(nurse) == []
    assert WAITS not in nurse.reads()
    assert any(PLACE in d.unsaved.note.advice for d in asked(nurse, lambda d: d.drafts.mine()))


def test_killed_behind_the_lock_it_is_offered_afterwards(nurse: Seat, tmp_path: Path) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("Ctrl+L")
    nurse.see("Skärmen är låst.")
    noted(nurse)
    nurse.leave()
    again = Seat(nurse.ground.restarted(), tmp_path)
    try:
        again.sign_in("nurse")
        again.see(WAITS)
        dialog(again)
        again.press("Esc")
    finally:
        again.leave()


def test_an_answer_of_long_ago_is_told_with_its_time_and_112_is_rung_again(
    nurse: Seat, tmp_path: Path
) -> None:
    nurse.press("F12", "Ctrl+Shift+A")
    nurse.settle()
    nurse.leave()
    nurse.ground.clock.pass_time(minutes=6)
    again = Seat(nurse.ground.restarted(), tmp_path)
    try:
        again.sign_in("nurse")
        shouts(again, "112 svarade kl. ")
        screen = again.workstation.emergency.alarm.screen
        assert screen is not None
        assert screen.state is AlarmState.ENDED
        assert ANSWERED not in again.reads()
        again.line.reaches_emergency = True
        again.press("F12")
        shouts(again, DIALS)
        again.settle()
        assert again.line.emergencies == [None]
        again.press("Ctrl+Shift+K")
        again.settle()
    finally:
        again.leave()


def test_an_alarm_that_the_store_did_not_take_keeps_its_text_while_one_sits_there(
    nurse: Seat,
) -> None:
    with nurse.ground.refusing("alarms"):
        noted(nurse)
    nurse.see(WAITS, "Larmets text kunde inte sparas.")
    dialog(nurse).drop.click()
    nurse.settle()
    assert WAITS not in nurse.reads()
