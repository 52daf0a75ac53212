"""The telephone: a ring disturbs nothing, and nothing but the chord answers it."""

from __future__ import annotations

from kundcenter.domain.lines import DownReason, EndReason, LineDown, LineUp
from tests.ground import MAN, WOMAN
from tests.ui.workstation.seat import ANSWERABLE, Seat

SENTENCE = "Ont i halsen, svårt att svälja. Åt soppa i går; sov illa (38,4). "


def test_the_chord_answers_and_opens_the_card(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988", "880702-2382")
    assert nurse.line.answered == ["line-1"]


def test_a_ring_cannot_be_answered_in_its_first_moment(nurse: Seat) -> None:
    """A key that was on its way to something else must not lift the handset."""
    nurse.line.ring()
    nurse.until(lambda: nurse.workstation.in_hand.ringing is not None, "a ring")
    nurse.hands.press("Ctrl+Shift+S")
    nurse.settle()
    assert nurse.line.answered == []
    nurse.see("Ringer")
    nurse.let_pass(ANSWERABLE)
    nurse.press("Ctrl+Shift+S")
    nurse.see("I samtal")


def test_two_hundred_rings_take_no_letter_and_answer_nothing(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("F4")
    written = ""
    for number in range(200):
        line_call = nurse.line.ring()
        letter = SENTENCE[number % len(SENTENCE)]
        written += letter
        nurse.hands.write(letter)
        nurse.line.gives_up(line_call)
    nurse.settle()
    nurse.see(written)
    assert nurse.line.answered == []
    assert nurse.ground.operations()[-1].kind == "calls.end"


def test_plain_keys_never_answer(nurse: Seat) -> None:
    nurse.line.ring()
    nurse.see("Ringer")
    nurse.let_pass(ANSWERABLE)
    nurse.press("S", "Return", "Space", "Esc", "Shift+S", "Ctrl+S", "Alt+S")
    assert nurse.line.answered == []
    nurse.see("Ringer")


def test_a_ring_moves_neither_the_focus_nor_the_page(nurse: Seat) -> None:
    nurse.press("Ctrl+2")
    nurse.see("Ledde till")
    before = nurse.focus()
    nurse.line.ring()
    nurse.see("Ringer", "Ledde till")
    assert nurse.focus() is before


def test_the_caller_who_gives_up_is_gone_from_the_strip(nurse: Seat) -> None:
    line_call = nurse.line.ring()
    nurse.see("Ringer")
    nurse.line.gives_up(line_call)
    nurse.see("Ledig")
    nurse.press("Ctrl+2")
    nurse.see("Avbrutet i kö")


def test_answering_the_moment_the_caller_gives_up_is_no_error(nurse: Seat) -> None:
    line_call = nurse.line.ring()
    nurse.see("Ringer")
    nurse.let_pass(ANSWERABLE)
    nurse.line.gives_up(line_call)  # the chord is pressed before the desk has heard of it
    nurse.hands.press("Ctrl+Shift+S")
    nurse.see("Ledig")
    assert nurse.window.notices.sentences == ()


def test_holding_and_taking_back(nurse: Seat) -> None:
    nurse.take_call()
    nurse.press("Ctrl+Shift+P")
    nurse.see("Parkerat")
    nurse.press("Ctrl+Shift+P")
    nurse.see("I samtal")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")


def test_the_strip_is_about_the_telephone_before_the_card_in_sight(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("Ctrl+Shift+P")
    nurse.see("Parkerat", "070-174 06 05")
    nurse.press("Ctrl+Tab")
    nurse.see("Vem gäller det?")
    nurse.press("Ctrl+Shift+P")
    nurse.see("I samtal", "070-174 06 05")


def test_the_strip_hides_the_number_of_somebody_with_protected_identity(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER", "Skyddat nummer")
    assert "070-174" not in nurse.window.strip.view.number


def test_nothing_rings_for_an_empty_chair(seat: Seat) -> None:
    seat.line.ring()
    seat.settle()
    assert seat.window.notices.sentences == ()


def test_without_the_exchange_calls_are_registered_by_hand(nurse: Seat) -> None:
    nurse.see("Växeln svarar")
    nurse.line.tell(LineDown(DownReason.CLOSED))
    nurse.see("Växeln svarar inte", "Ingen telefoni")
    nurse.call_by_hand()
    nurse.see("I samtal")
    nurse.line.tell(LineUp())
    nurse.see_no_more("Växeln svarar inte")


def test_a_talk_that_the_exchange_lost_goes_on_as_wrap_up(nurse: Seat) -> None:
    nurse.take_call()
    nurse.line.tell(LineDown(DownReason.CLOSED))
    nurse.line.gives_up("line-1", EndReason.LOST)
    nurse.see("Efterarbete")
