"""A card goes to a colleague with everything in it, and each answers for their own note."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kundcenter.domain.access import Role
from tests.ground import PASSWORD, WOMAN, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked


@pytest.fixture
def ground(ground: Ground) -> Ground:
    """One nurse more, called Second."""
    desk = ground.restarted().desk
    desk.sessions.sign_in("admin", PASSWORD)
    added = desk.operators.add(
        "second",
        "Test Second",
        roles=frozenset({Role.NURSE}),
        position="Sjuksköterska",
        care_unit="SE0000000001-DEMO1",
    )
    desk.operators.give_password(added.the("operator"), PASSWORD)
    desk.sessions.sign_out()
    return ground


def press(seat: Seat, words: str) -> None:
    found = [b for b in seat.window.findChildren(QPushButton) if b.text() == words]
    shown = [button for button in found if button.isVisible() and button.isEnabled()]
    shown[-1].click()
    seat.settle()


def hand_over(seat: Seat, brief: str = "Feber sedan i går, vill ha ny bedömning.") -> UUID:
    """A call about WOMAN with a note, offered to Second."""
    seat.call_by_hand()
    card = seat.workstation.cards.current
    assert card is not None
    seat.write("880702-2382")
    seat.press("Return")
    seat.see("Test Person 1988")
    seat.press("F4")
    seat.write("Hosta i tre dagar.")
    seat.press("Ctrl+Shift+O")
    seat.see("Lämna över samtalet")
    seat.write("second")
    seat.press("Tab")
    seat.write(brief)
    seat.press("Ctrl+Return")
    seat.see("Överlämnat: kortet väntar på att kollegan tar det.")
    return card.call.id


def change_seats(seat: Seat, user_name: str) -> None:
    seat.press("Ctrl+Q")
    seat.see("Användarnamn")
    seat.sign_in(user_name)


def test_a_sign_of_danger_in_the_brief_asks_and_leads_to_112(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Ctrl+Shift+O")
    nurse.see("Lämna över samtalet")
    nurse.write("second")
    nurse.press("Tab")
    nurse.write("Svår andnöd sedan i natt")
    nurse.see("Kan personen prata i hela meningar")
    nurse.write(".")
    assert "Svår andnöd sedan i natt." in nurse.reads(), "the focus stays in the text"
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalMinimumHeightForWidth(dialog.width())
    press(nurse, "Larma 112")
    screen = nurse.workstation.emergency.alarm.screen
    assert screen is not None
    assert screen.isVisible()
    nurse.press("Ctrl+Shift+K")
    nurse.see("Lämna över samtalet")


def test_a_sign_of_danger_in_what_somebody_unknown_is_called_asks(nurse: Seat) -> None:
    nurse.call_by_hand()
    press(nurse, "Okänd identitet")
    nurse.see("Hur personen ska kallas")
    nurse.write("Man som inte andas, medvetslös")
    nurse.see("Öppnar personen ögonen")
    press(nurse, "Larma 112")
    assert nurse.workstation.emergency.alarm.screen is not None


def test_what_was_written_is_saved_before_the_card_goes(nurse: Seat) -> None:
    hand_over(nurse)
    kinds = [each.kind for each in nurse.ground.operations()]
    assert kinds.index("journal.write", 18) < kinds.index("calls.hand_over")
    assert not nurse.workstation.cards.unsaved


def test_nobody_is_handed_a_call_before_it_is_known_whom_it_is_about(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("F4")
    nurse.write("Hosta")
    nurse.press("Ctrl+Shift+O")
    nurse.see("Ange först vem samtalet gäller.")
    assert "Lämna över samtalet" not in nurse.reads()


def test_somebody_must_be_chosen(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Ctrl+Shift+O")
    nurse.see("Lämna över samtalet")
    nurse.press("Ctrl+Return")
    nurse.see("Välj en kollega.")


def test_the_colleague_is_told_takes_it_and_goes_on_in_an_own_note(nurse: Seat) -> None:
    call_id = hand_over(nurse)
    change_seats(nurse, "second")
    nurse.see("Överlämnade till dig", "från Test Nurse", "vill ha ny bedömning")
    assert "Ett samtal är överlämnat till dig." in nurse.window.notices.sentences
    nurse.press("Ctrl+Shift+T")
    nurse.see("Test Person 1988", "Hosta i tre dagar.", "En kollegas anteckning")
    nurse.see_no_more("Överlämnade till dig")
    nurse.press("F4")
    nurse.write("ska inte gå")
    assert "ska inte gå" not in nurse.reads()
    nurse.press("Ctrl+R")
    nurse.see("Rådgivning 2")
    nurse.press("F4", "Ctrl+End")
    nurse.write(" Nu även feber.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    entries = asked(nurse, lambda desk: desk.journal.of_call(call_id))
    assert [(e.entry.author_name, e.latest.note.history) for e in entries] == [
        ("Test Nurse", "Hosta i tre dagar."),
        ("Test Second", "Hosta i tre dagar. Nu även feber."),
    ]


def test_a_card_can_be_taken_back_until_it_is_taken(nurse: Seat) -> None:
    call_id = hand_over(nurse)
    press(nurse, "Ta tillbaka")
    nurse.see_no_more("Överlämnat: kortet väntar på att kollegan tar det.")
    nurse.press("F4")
    nurse.write("Mer. ")
    nurse.see("Ändrad, inte sparad")
    nurse.press("Ctrl+S")
    change_seats(nurse, "second")
    assert "Överlämnade till dig" not in nurse.reads()
    assert asked(nurse, lambda desk: desk.calls.get(call_id)).operator_id is not None


def test_a_card_that_a_colleague_took_is_no_longer_here(nurse: Seat) -> None:
    hand_over(nurse)
    change_seats(nurse, "second")
    nurse.press("Ctrl+Shift+T")
    nurse.see("En kollegas anteckning")
    change_seats(nurse, "nurse")
    nurse.see("Inget samtal pågår")


def test_an_offer_can_be_declined(nurse: Seat) -> None:
    hand_over(nurse)
    change_seats(nurse, "second")
    nurse.see("Överlämnade till dig")
    press(nurse, "Avböj")
    nurse.see_no_more("Överlämnade till dig")
    change_seats(nurse, "nurse")
    nurse.see("Hosta i tre dagar.", "Sparad, osignerad")


def test_a_call_on_the_line_is_not_given_away_with_its_card(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("Ctrl+Shift+O")
    nurse.write("second")
    nurse.press("Tab", "Ctrl+Return")
    nurse.see("Lägg på eller koppla samtalet innan du lämnar över kortet.")
