"""After an alarm: its times and answers stand in the note that is due, and it outlives the program.

112 comes first and the note afterwards (DOMAIN §3.6): nothing asks for a field before.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QLineEdit

from kundcenter.domain.lines import EmergencyAnswered
from kundcenter.domain.parts import Part
from tests.ground import WHOLE, WOMAN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_protected import told
from ui.dialogs.printout import PrintDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.panels.alarm import AlarmState

RING = "RING 112 NU"


def due(seat: Seat) -> tuple[Part, ...]:
    return asked(seat, lambda desk: desk.calls.parts_due())


def advice(seat: Seat) -> str:
    card = seat.workstation.cards.current
    assert card is not None
    return card.form.advice.text()


def shouts(seat: Seat, words: str) -> None:
    """The alarm's screen is there, and says so in large letters."""
    keeper = seat.workstation.emergency.alarm
    seat.until(lambda: keeper.screen is not None, "the screen of the alarm")
    screen = keeper.screen
    assert screen is not None
    seat.until(lambda: words in screen.shout.sentence, words)


def alarm(seat: Seat, place: str = "Testgatan 1, port 1234") -> None:
    """Sounded, ticked and put away, with an answer by hand."""
    seat.press("F12")
    shouts(seat, RING)
    seat.press("Ctrl+1", "Ctrl+3", "F2")
    seat.write(place)
    seat.press("Ctrl+Shift+A")
    shouts(seat, "112 har svarat")
    seat.press("Ctrl+Shift+K")
    seat.settle()


def test_the_times_and_answers_stand_in_the_note_after_what_was_written(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("F10")
    nurse.write("Lägg dig ned.")
    nurse.press("Left")
    alarm(nurse)
    words = advice(nurse)
    assert words.startswith("Lägg dig ned.\nLarm 112 kl. ")
    for part in ("112 svarade 0:0", "Testgatan 1, port 1234", "Var patienten är", "andas"):
        assert part in words
    nurse.write("X")
    assert advice(nurse).startswith("Lägg dig nedX."), "the caret stays where it was"


def test_the_note_remains_due_on_card_and_list_until_it_is_written(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    alarm(nurse)
    nurse.see("Återstår")
    assert len(due(nurse)) == 1
    nurse.press("Ctrl+3")
    nurse.see("Återstår efter larm 112", "Skriv anteckningen.")
    nurse.press("Ctrl+1")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    assert due(nurse) == ()
    assert "Återstår" not in nurse.reads()
    nurse.press("Ctrl+3")
    assert "Återstår efter larm 112" not in nurse.reads()


def test_it_is_about_the_matter_that_led_to_it_and_no_urgency_is_chosen(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    alarm(nurse)
    card = nurse.workstation.cards.current
    assert card is not None
    assert card.form.outcome.value == "SOS112"
    assert card.form.urgency.value is None
    assert card.form.note.reason == ""


def test_it_is_noted_in_the_part_that_was_in_sight(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("Ctrl+Shift+N", "Return")
    nurse.see("Rådgivning 2")
    nurse.press("Ctrl+Shift+J")
    nurse.see("Test Person 1988")
    alarm(nurse)
    assert "Testgatan 1" in advice(nurse)
    (part,) = due(nurse)
    card = nurse.workstation.cards.current
    assert card is not None
    assert part.id == card.in_sight
    nurse.press("Ctrl+J")
    assert "Testgatan 1" not in advice(nurse)


def test_each_alarm_is_noted_in_its_own_part_also_when_both_are_due(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("Ctrl+Shift+N", "Return")
    nurse.see("Rådgivning 2")
    alarm(nurse, "Andra gatan 2")
    nurse.press("Ctrl+Shift+J")
    alarm(nurse, "Första gatan 1")
    assert len(due(nurse)) == 2
    assert "Första gatan 1" in advice(nurse)
    assert "Andra gatan 2" not in advice(nurse)
    nurse.press("Ctrl+J")
    assert "Andra gatan 2" in advice(nurse)
    assert "Första gatan 1" not in advice(nurse)


def test_nothing_says_that_it_was_put_through_when_nobody_confirmed_that(
    nurse: Seat, tmp_path: Path
) -> None:
    """Neither card nor log nor page (DOMAIN 3.6): the outcome says where, the alarm whether."""
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("F12", "Ctrl+Shift+K")
    nurse.settle()
    assert "Inget svar från 112 är bekräftat" in advice(nurse)
    card = nurse.workstation.cards.current
    assert card is not None
    assert "112 / SOS Alarm" in [edit.text() for edit in card.findChildren(QLineEdit)]
    assert "kopplat" not in told(nurse).lower()
    card.form.show_note(replace(WHOLE, outcome="SOS112", unit_id=None))
    nurse.press("Ctrl+Return")
    nurse.see("Signerad")
    nurse.press("Ctrl+P")
    nurse.see("Vem får utskriften?")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    dialog.recipient.set_text("Akutkliniken")
    dialog.primary.click()
    nurse.see("Spara som PDF", within=60.0)
    dialog.save_to(str(tmp_path / "page.pdf"))
    nurse.see("Sidan är sparad som PDF.")
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages)
    assert "112 / SOS Alarm" in text
    assert "kopplat" not in text.lower()
    nurse.press("Esc", "Ctrl+Shift+L", "Ctrl+D", "Ctrl+2")
    nurse.see("Ledde till", "112 / SOS Alarm")
    assert "kopplat" not in told(nurse).lower()


def test_an_answered_call_by_the_line_is_told_with_its_time(nurse: Seat) -> None:
    nurse.line.reaches_emergency = True
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F12")
    nurse.settle()
    nurse.line.tell(EmergencyAnswered("line-1"))
    shouts(nurse, "112 har svarat")
    nurse.press("Ctrl+Shift+K")
    nurse.settle()
    assert "112 svarade 0:0" in advice(nurse)


def test_without_a_confirmed_answer_the_note_claims_none(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F12", "Ctrl+Shift+K")
    nurse.settle()
    assert "112 svarade" not in advice(nurse)
    assert "Inget svar från 112 är bekräftat" in advice(nurse)


def test_a_signed_note_gets_nothing_by_itself_and_the_text_waits_beside_it(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    card = nurse.workstation.cards.current
    assert card is not None
    card.form.show_note(WHOLE)
    nurse.press("Ctrl+Return")
    nurse.see("Signerad")
    alarm(nurse)
    nurse.see("Testgatan 1, port 1234")
    assert card.form.advice.text() == WHOLE.advice


def test_after_a_restart_the_alarm_goes_on_with_its_clock_and_what_was_ticked(
    nurse: Seat, tmp_path: Path
) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("F12", "Ctrl+2", "F2")
    nurse.write("Testgatan 1")
    nurse.let_pass(KEEP_WITHIN_MS + 200)
    nurse.settle()
    nurse.leave()
    nurse.ground.clock.pass_time(seconds=125)
    again = Seat(nurse.ground.restarted(), tmp_path)
    try:
        again.sign_in("nurse")
        shouts(again, RING)
        screen = again.workstation.emergency.alarm.screen
        assert screen is not None
        assert 125 <= screen.clock.seconds < 180
        assert screen.notes.place == "Testgatan 1"
        assert list(screen.notes.ticked) == ["Vad som har hänt"]
        again.press("Ctrl+Shift+K")
        again.settle()
        for words in ("Larm 112 kl. ", "Testgatan 1", "Vad som har hänt"):
            assert words in advice(again)
        assert asked(again, lambda desk: desk.alarms.open_of_mine()) == ()
        again.leave()
        third = Seat(nurse.ground.restarted(), tmp_path)
        third.sign_in("nurse")
        third.see("Återstår")
        assert "Testgatan 1" in advice(third)
        assert third.workstation.emergency.alarm.screen is None
        third.leave()
    finally:
        again.leave()


def test_an_alarm_that_was_answered_is_shown_as_answered_after_a_restart(
    nurse: Seat, tmp_path: Path
) -> None:
    nurse.press("F12", "Ctrl+Shift+A")
    nurse.settle()
    nurse.leave()
    again = Seat(nurse.ground.restarted(), tmp_path)
    try:
        again.sign_in("nurse")
        shouts(again, "112 har svarat")
        screen = again.workstation.emergency.alarm.screen
        assert screen is not None
        assert screen.state is AlarmState.ANSWERED
        screen.closed.emit()
        again.settle()
    finally:
        again.leave()


@pytest.mark.parametrize("user", ["switch"])
def test_somebody_elses_alarm_is_not_shown(nurse: Seat, tmp_path: Path, user: str) -> None:
    nurse.press("F12")
    nurse.settle()
    nurse.leave()
    again = Seat(nurse.ground.restarted(), tmp_path)
    try:
        again.sign_in(user)
        again.see("Inget samtal pågår")
        assert again.workstation.emergency.alarm.screen is None
    finally:
        again.leave()
