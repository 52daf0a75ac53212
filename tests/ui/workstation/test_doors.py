"""Coming in and going out: nothing of a patient is seen by anybody else, and no text is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ground import PASSWORD, WOMAN, Ground
from tests.ui.workstation.seat import Seat

TEXT = "Yr sedan i morse"


def writing(seat: Seat) -> None:
    """A card about a patient, with text that is not saved."""
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    seat.press("F4")
    seat.write(TEXT)
    seat.see("Inte sparad")


def test_the_right_password_opens_the_desk(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår", "Test Nurse")


@pytest.mark.parametrize("user_name", ["nurse", "nobody", "ingen sådan"])
def test_a_wrong_password_and_an_unknown_name_are_told_alike(seat: Seat, user_name: str) -> None:
    seat.write(user_name)
    seat.press("Tab")
    seat.write("något annat")
    seat.press("Return")
    seat.see("Fel användarnamn eller lösenord.")


def test_after_a_refusal_only_the_password_is_written_again(seat: Seat) -> None:
    seat.write("nurse")
    seat.press("Tab")
    seat.write("något annat")
    seat.press("Return")
    seat.see("Fel användarnamn eller lösenord.")
    seat.write(PASSWORD)
    seat.press("Return")
    seat.see("Inget samtal pågår")


def test_too_many_attempts_have_to_wait_and_the_screen_says_how_long(seat: Seat) -> None:
    seat.write("nurse")
    seat.press("Tab")
    for _ in range(6):
        seat.write("fel")
        seat.press("Return")
    seat.see("För många försök. Vänta ")
    assert "{seconds}" not in seat.reads()


def test_a_disabled_operator_is_told_so(seat: Seat) -> None:
    seat.sign_in("admin")
    seat.see("Test Reviewer")
    seat.write("rev")  # the list finds by letters
    seat.press("Shift+Tab", "Shift+Tab", "Return")
    seat.see("Avstängd")
    seat.press("Ctrl+Q")
    seat.see("Användarnamn")
    seat.write("reviewer")
    seat.press("Tab")
    seat.write(PASSWORD)
    seat.press("Return")
    seat.see("Kontot är avstängt.")


def test_an_empty_store_asks_for_its_first_administrator(
    empty_ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    seat = Seat(empty_ground, tmp_path)
    seat.see("Välkommen", "Skapa administratör")
    for text in ("Karin Test", "karin", PASSWORD, PASSWORD):
        seat.write(text)
        seat.press("Tab")
    seat.press("Return")
    seat.see("Operatörer", "karin", "Administratör")
    seat.leave()


def test_the_first_administrator_writes_the_password_twice_alike(
    empty_ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    seat = Seat(empty_ground, tmp_path)
    for text in ("Karin Test", "karin", PASSWORD, f"{PASSWORD}!"):
        seat.write(text)
        seat.press("Tab")
    seat.press("Return")
    seat.see("De två lösenorden är inte lika.")
    seat.leave()


def test_the_lock_hides_all_of_the_card(nurse: Seat) -> None:
    writing(nurse)
    nurse.press("Ctrl+L")
    nurse.see("Skärmen är låst.")
    shown = nurse.reads()
    assert not any(word in shown for word in ("Person 1988", "8807", TEXT, "Yr "))


def test_the_lock_hides_what_is_open_over_the_card_and_brings_it_back(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write("070101-2387")  # an official test number that is not in the file
    nurse.press("Return")
    nurse.see("Numret finns inte här.")
    nurse.write("Åsa")
    nurse.workstation.doors.lock()
    nurse.see("Skärmen är låst.")
    assert "070101" not in nurse.reads()
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see("Numret finns inte här.", "Åsa")
    nurse.press("Tab")
    nurse.write("Öberg")
    nurse.press("Return")
    nurse.see("Åsa Öberg")


def test_behind_the_lock_the_text_is_kept(nurse: Seat) -> None:
    writing(nurse)
    nurse.press("Ctrl+L")
    nurse.write("fel lösenord")
    nurse.press("Return")
    nurse.see("Fel användarnamn eller lösenord.")
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see("Test Person 1988", TEXT)


def test_a_ring_behind_the_lock_is_there_when_it_opens(nurse: Seat) -> None:
    nurse.press("Ctrl+L")
    nurse.see("Skärmen är låst.")
    nurse.line.ring()
    nurse.settle()
    assert "Ringer" not in nurse.reads()
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see("Ringer")


@pytest.mark.parametrize("keys", ["Ctrl+N", "Ctrl+2", "Ctrl+3", "Ctrl+,", "Ctrl+Q", "Ctrl+Shift+S"])
def test_before_a_door_the_desks_keys_do_nothing(seat: Seat, keys: str) -> None:
    before = seat.reads()
    seat.press(keys)
    assert seat.reads() == before


def test_the_desk_locks_when_nobody_touches_it(
    ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    seat = Seat(ground, tmp_path, idle_minutes=0.02)
    seat.sign_in("nurse")
    seat.see("Skärmen är låst.")
    seat.leave()


def test_signing_out_with_unsaved_text_is_refused_with_a_reason(nurse: Seat) -> None:
    writing(nurse)
    nurse.press("Ctrl+Q")
    nurse.see("Spara eller avsluta samtalet innan du loggar ut.", TEXT)


def test_unsaved_text_on_another_card_counts_too(nurse: Seat) -> None:
    writing(nurse)
    nurse.call_by_hand()
    nurse.press("Ctrl+Q")
    nurse.see("Spara eller avsluta samtalet innan du loggar ut.")


def test_signing_out_leaves_nothing_for_the_next_operator(nurse: Seat) -> None:
    writing(nurse)
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    nurse.press("Ctrl+Q")
    nurse.see("Användarnamn")
    nurse.sign_in("switch")
    nurse.see("Inget samtal pågår")
    assert "Person 1988" not in nurse.reads()


def test_an_open_call_is_there_again_after_signing_in(nurse: Seat) -> None:
    writing(nurse)
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    nurse.press("Ctrl+Q")
    nurse.see("Användarnamn")
    nurse.sign_in("nurse")
    nurse.see("Test Person 1988", TEXT, "Sparad, osignerad")


def test_another_operator_at_the_lock_is_asked_before_text_is_left_unsaved(nurse: Seat) -> None:
    writing(nurse)
    nurse.press("Ctrl+L")
    nurse.see("Annan operatör")
    nurse.press("Tab", "Tab", "Space")
    nurse.see("Det finns text som inte är sparad", "kommer tillbaka när du loggar in")
    nurse.press("Return")
    nurse.see_no_more("Det finns text som inte är sparad")
    nurse.see("Skärmen är låst.")


def test_another_operator_may_take_the_desk_all_the_same(nurse: Seat) -> None:
    writing(nurse)
    nurse.press("Ctrl+L")
    nurse.press("Tab", "Tab", "Space")
    nurse.see("Logga ut ändå")
    nurse.press("Tab", "Space")
    nurse.see("Användarnamn")


def test_closing_the_window_with_unsaved_text_asks_first(nurse: Seat) -> None:
    writing(nurse)
    nurse.window.close()
    nurse.see("Det finns text som inte är sparad", "kommer tillbaka när du loggar in")
    nurse.press("Esc")
    nurse.see(TEXT)
    assert nurse.window.isVisible()


def test_the_window_closes_when_the_text_may_go(nurse: Seat) -> None:
    writing(nurse)
    nurse.window.close()
    nurse.see("Stäng ändå")
    nurse.press("Tab", "Space")
    nurse.until(lambda: not nurse.window.isVisible(), "a closed window")


def test_the_window_closes_at_once_when_all_is_saved(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.window.close()
    assert not nurse.window.isVisible()


def test_a_ring_is_no_business_of_whoever_works_no_calls(seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.see("Loggranskning")
    seat.line.ring()
    seat.settle()
    assert seat.window.notices.sentences == ()
