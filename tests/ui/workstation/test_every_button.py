"""Buttons that had no key have one: on the card, in review, among operators, in an entry."""

from __future__ import annotations

from tests.ground import PASSWORD, WOMAN
from tests.ui.workstation.seat import Seat
from ui.actions import Action
from ui.keys import keys


def live(seat: Seat) -> set[Action]:
    seat.settle()
    return {bound.action for bound in keys().live(seat.window)}


def test_who_the_call_is_about_is_said_by_key(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Ctrl+Shift+G")
    nurse.see("Anonym – ingen journal")
    nurse.press("Ctrl+Shift+G")
    nurse.see_no_more("Anonym – ingen journal")
    nurse.press("Ctrl+Shift+I")
    nurse.see("Okänd identitet")


def test_a_patient_is_changed_support_unfolded_and_a_sign_hidden_by_key(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("Ctrl+B")
    assert nurse.focus().accessibleName() == "Beslutsstödets ämne"
    nurse.press("F4")
    nurse.write("Plötslig bröstsmärta, svårt att andas")
    nurse.let_pass(800)
    nurse.settle()
    assert Action.HIDE_FLAG in live(nurse)
    nurse.press("Ctrl+H")
    nurse.press("Shift+F7")
    assert nurse.focus().accessibleName() == "Bakgrund"
    assert {Action.CHANGE_PERSON, Action.SUPPORT, Action.BACKGROUND} <= live(nurse)


def test_a_reviewer_goes_through_the_lists_by_key(seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.see("Mönster")
    review = seat.workstation.pages["review"]
    tabs = review.tabs  # type: ignore[attr-defined]
    seat.press("Ctrl+J")
    assert tabs.currentIndex() == 1
    seat.press("Ctrl+J")
    assert tabs.currentIndex() == 2
    seat.press("Ctrl+J")
    assert tabs.currentIndex() == 0


def test_operators_are_looked_after_by_key(seat: Seat) -> None:
    seat.sign_in("admin", PASSWORD)
    seat.see("Operatörer", "Test Nurse")
    seat.press("Ctrl+B")
    seat.see("Nytt lösenord")
    seat.press("Esc", "Ctrl+R")
    seat.see("Roller")
