"""The palette: everything by typing, and nobody's name before they have been looked up."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from tests.ground import MAN, WOMAN
from tests.ui.workstation.seat import Seat
from ui.commands import names_and_birth
from ui.dialogs.palette import Palette

FRAME = 0.050  # s from key to paint


def palette(seat: Seat) -> Palette:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Palette)
    return found


def test_an_action_is_found_by_a_part_of_its_name_and_run_by_enter(nurse: Seat) -> None:
    nurse.press("Ctrl+K")
    nurse.see("Sök och gör")
    nurse.write("nytt sam")
    nurse.see("Ctrl+N")
    nurse.press("Return")
    nurse.see("Vem gäller det?")


def test_only_what_can_be_done_here_is_offered(nurse: Seat) -> None:
    nurse.press("Ctrl+K")
    nurse.write("signera")
    nurse.see("Ingen träff")
    nurse.press("Esc")
    nurse.call_by_hand()
    nurse.press("Ctrl+K")
    nurse.write("signera")
    nurse.see("Signera")
    assert "Ingen träff" not in nurse.reads()


def test_another_page_is_a_few_letters_away(nurse: Seat) -> None:
    nurse.press("Ctrl+K")
    nurse.write("samtal")
    nurse.press("Down", "Return")
    nurse.see("Ledde till")


def test_a_call_in_hand_is_found_by_its_number(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("Ctrl+2")
    nurse.see("Ledde till")
    nurse.press("Ctrl+K")
    nurse.write("samtal 0")
    nurse.press("Return")
    nurse.see("Kontaktorsak")


def test_a_unit_is_looked_at(nurse: Seat) -> None:
    nurse.press("Ctrl+K")
    nurse.write("vårdcentralen")
    nurse.see("Vårdcentralen Test")
    nurse.press("Return")
    nurse.see("HSA-id")


def test_nobody_is_looked_up_before_enter(nurse: Seat) -> None:
    nurse.call_by_hand()
    before = looks(nurse)
    nurse.press("Ctrl+K")
    nurse.write(WOMAN)
    nurse.see("Sök personen med numret")
    assert looks(nurse) == before
    nurse.press("Return")
    nurse.see("Test Person 1988")
    assert looks(nurse) == before + 1
    nurse.press("Return")
    nurse.see("Kontaktorsak", "Test Person 1988")


def test_a_protected_person_is_never_shown_by_name(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Ctrl+K")
    nurse.write(MAN)
    nurse.press("Return")
    nurse.see("Skyddad uppgift")
    assert "Test Person" not in nurse.reads()


def test_without_a_card_there_is_no_ground_to_open_a_person(nurse: Seat) -> None:
    nurse.press("Ctrl+K")
    nurse.write(WOMAN)
    nurse.press("Return")
    nurse.see("Test Person 1988")
    nurse.press("Return")
    nurse.see("Öppna ett samtal först")


def test_from_key_to_paint_is_less_than_a_frame_of_attention(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Ctrl+K")
    shown = palette(nurse)
    worst = 0.0
    for letter in "samtal":
        began = perf_counter()
        nurse.hands.write(letter)
        shown.finder.table.viewport().repaint()
        worst = max(worst, perf_counter() - began)
    assert worst < FRAME


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Test Person 1988-07-02", True),
        ("1988-07-02 Test", True),
        ("Test Person", False),
        ("1988-07-02", False),
        ("Test 1988-13-02", False),
    ],
)
def test_a_name_is_asked_for_with_a_whole_date_of_birth_only(text: str, asks: bool) -> None:
    assert names_and_birth(text) is asks


def looks(seat: Seat) -> int:
    return len(seat.ground.accesses())
