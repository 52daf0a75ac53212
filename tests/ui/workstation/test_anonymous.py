"""An anonymous caller: a general question about nobody, with an outcome and without a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.kept_form import KEEP_WITHIN_MS

WHY = "Bara utfallet sparas."


def press(seat: Seat, words: str) -> None:
    found = [b for b in seat.window.findChildren(QPushButton) if b.text() == words]
    next(b for b in found if b.isVisible() and b.isEnabled()).click()
    seat.settle()


def enabled(seat: Seat, words: str) -> bool:
    found = [b for b in seat.window.findChildren(QPushButton) if b.text() == words]
    return any(b.isVisible() and b.isEnabled() for b in found)


@pytest.fixture
def anonymous(nurse: Seat) -> Seat:
    nurse.call_by_hand()
    press(nurse, "Anonym")
    return nurse


def test_nothing_can_be_saved_or_signed_and_it_says_why(anonymous: Seat) -> None:
    anonymous.see(WHY, "Anonym – ingen journal")
    assert not enabled(anonymous, "Spara")
    assert not enabled(anonymous, "Signera")
    before = len(anonymous.ground.operations())
    anonymous.press("Ctrl+S", "Ctrl+Return", "Ctrl+P")
    anonymous.settle()
    assert len(anonymous.ground.operations()) == before


def test_the_outcome_alone_finishes_it(anonymous: Seat) -> None:
    card = anonymous.workstation.cards.current
    assert card is not None
    call_id = card.call.id
    anonymous.press("F9")
    anonymous.write("egenv")
    anonymous.press("Return", "Ctrl+D")
    anonymous.see("Inget samtal pågår")
    call = asked(anonymous, lambda desk: desk.calls.get(call_id))
    (part,) = asked(anonymous, lambda desk: desk.calls.parts(call_id))
    assert (call.outcome, part.outcome, part.entry_id) == ("EGENVARD", "EGENVARD", None)
    assert asked(anonymous, lambda desk: desk.drafts.mine()) == ()


def test_without_an_outcome_it_is_asked_for_when_the_call_is_closed(anonymous: Seat) -> None:
    anonymous.press("Ctrl+D")
    anonymous.see("Vad ledde det till?")


def test_text_is_neither_saved_nor_thrown_away_behind_ones_back(anonymous: Seat) -> None:
    anonymous.press("F4")
    anonymous.write("Hosta")
    anonymous.press("Ctrl+D")
    anonymous.see("En anonym får ingen anteckning.", "Hosta")
    press(anonymous, "Ange person")
    assert enabled(anonymous, "Spara")
    anonymous.see("Hosta")


def test_a_change_of_mind_gives_the_note_back(anonymous: Seat) -> None:
    press(anonymous, "Ange person")
    assert enabled(anonymous, "Spara")
    assert WHY not in anonymous.reads()


def test_it_is_anonymous_after_a_restart_too(anonymous: Seat, tmp_path: Path) -> None:
    anonymous.let_pass(KEEP_WITHIN_MS + 200)
    anonymous.settle()
    anonymous.leave()
    again = Seat(anonymous.ground.restarted(), tmp_path)
    try:
        again.sign_in("nurse")
        again.see(WHY, "Anonym – ingen journal")
    finally:
        again.leave()
