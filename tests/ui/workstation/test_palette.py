"""The palette: everything by typing, and nobody's name before they have been looked up."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from kundcenter.domain.access import Role
from tests.ground import MAN, NUMBER, PASSWORD, WOMAN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.commands import names_and_birth
from ui.dialogs.palette import Kind, Palette

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


def offered(seat: Seat, brief: str) -> None:
    """A colleague has offered a call with a note about WOMAN."""
    desk = seat.ground.restarted().desk

    def hand_over(_: object) -> None:
        desk.sessions.sign_in("admin", PASSWORD)
        added = desk.operators.add(
            "second",
            "Test Second",
            roles=frozenset({Role.NURSE}),
            position="Sjuksköterska",
            care_unit="SE0000000001-DEMO1",
        )
        desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_in("second", PASSWORD)
        call = desk.calls.register(NUMBER).the("call")
        me = next(each for each in desk.calls.colleagues() if each.name == "Test Nurse")
        desk.calls.hand_over(call, me.id, brief)

    asked(seat, hand_over)


def test_a_call_that_was_handed_over_is_taken_from_here(nurse: Seat) -> None:
    offered(nurse, "Test Person 1988 vill ha ny bedömning")
    nurse.press("Ctrl+K")
    nurse.write("överlämnade")
    nurse.see("Ta över 070-174 06 05", "Överlämnade till mig")
    shown = palette(nurse)
    assert not any("Test Person" in hit.told for hit in shown.finder.records)
    nurse.press("Return")
    nurse.see("Vem gäller det?", "Rådgivning")
    assert asked(nurse, lambda desk: desk.calls.handed_to_me()) == ()


def test_an_own_unsigned_note_is_found_by_its_time_and_never_by_a_name(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("F4")
    nurse.write("Hosta")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    before = looks(nurse)
    nurse.press("Ctrl+2")
    nurse.press("Ctrl+K")
    nurse.write("osignerad")
    nurse.see("Osignerad anteckning, kontakt")
    shown = palette(nurse)
    assert not any("Test Person" in hit.told or "Hosta" in hit.told for hit in shown.finder.records)
    assert looks(nurse) == before
    nurse.press("Return")
    nurse.see("Kontaktorsak", "Hosta")
    assert looks(nurse) > before


def test_a_note_that_is_due_after_an_alarm_is_an_own_case(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("F12", "Ctrl+Shift+K")
    nurse.settle()
    nurse.press("Ctrl+2")
    nurse.press("Ctrl+K")
    nurse.write("återstår")
    nurse.see("Återstår efter larm 112: samtal")
    nurse.press("Return")
    nurse.see("Kontaktorsak")


def test_of_a_protected_person_nothing_is_listed_but_that_there_is_one(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    nurse.press("Ctrl+K")
    shown = palette(nurse)
    for words in ("samtal", "1988", "Test", MAN):
        nurse.press("Ctrl+A")
        nurse.write(words)
        nurse.settle()
        told = [hit.told for hit in shown.finder.records if hit.kind is not Kind.SEARCH]
        assert not any("070" in each or "Person 1988" in each for each in told), words
    nurse.press("Return")  # looked up by the number
    nurse.settle()
    (found,) = [hit for hit in shown.finder.records if hit.kind is Kind.PERSON]
    assert (found.words, found.detail) == ("Skyddad uppgift", "")


def looks(seat: Seat) -> int:
    return len(seat.ground.accesses())
