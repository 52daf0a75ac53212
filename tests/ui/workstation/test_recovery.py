"""What was written and never saved comes back to its writer, and is never over a saved note."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kundcenter.domain.drafts import Draft
from tests.ground import PASSWORD, WOMAN, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.dialogs.leave import LeaveDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts

RECOVERED = "Återställd text, inte sparad"


class Died:
    """Seats one after the other on one file; the one before is gone without a word."""

    def __init__(self, ground: Ground, folder: Path) -> None:
        self._ground, self._folder = ground, folder
        self.seat = Seat(ground, folder)

    def die_and_return(self, user_name: str = "nurse") -> Seat:
        self.seat.workstation.keeper.blockSignals(True)
        self.seat.workstation.keeper.keep = lambda: None  # type: ignore[method-assign]
        self.seat.leave()
        self._ground = self._ground.restarted()
        self.seat = Seat(self._ground, self._folder)
        self.seat.sign_in(user_name)
        return self.seat


@pytest.fixture
def life(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Died]:
    load_fonts()
    made = Died(ground, tmp_path)
    made.seat.sign_in("nurse")
    yield made
    made.seat.leave()


def kept(seat: Seat) -> tuple[Draft, ...]:
    seat.let_pass(KEEP_WITHIN_MS + 100)
    return asked(seat, lambda desk: desk.drafts.mine())


def write(seat: Seat, text: str) -> None:
    seat.press("F4")
    seat.write(text)


def caret_text(seat: Seat, letter: str) -> str:
    seat.write(letter)
    card = seat.workstation.cards.current
    assert card is not None
    return card.form.history.text()


def test_text_comes_back_marked_with_the_caret_where_it_was(life: Died) -> None:
    seat = life.seat
    seat.call_by_hand()
    write(seat, "Hosta i tre dagar")
    seat.press("Left", "Left")
    assert [draft.unsaved.note.history for draft in kept(seat)] == ["Hosta i tre dagar"]
    seat = life.die_and_return()
    seat.see(RECOVERED, "Hosta i tre dagar")
    assert caret_text(seat, "X") == "Hosta i tre dagXar"


def test_the_cards_stand_as_they_stood(life: Died) -> None:
    seat = life.seat
    for text in ("ett", "två", "tre"):
        seat.call_by_hand()
        write(seat, text)
    seat.press("Ctrl+Tab", "Ctrl+Tab")
    seat.write("!")
    kept(seat)
    before = seat.workstation.cards.places
    seat = life.die_and_return()
    seat.see("två!")
    assert seat.workstation.cards.places == before
    for shown in ("tre", "ett"):
        seat.press("Ctrl+Tab")
        seat.see(shown)


def test_the_person_who_was_chosen_and_the_number_that_was_typed_come_back(life: Died) -> None:
    seat = life.seat
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    kept(seat)
    seat.call_by_hand()
    seat.write("19880701")
    kept(seat)
    seat = life.die_and_return()
    seat.see("19880701")
    seat.press("Ctrl+Tab")
    seat.see("Test Person 1988")


def test_what_is_saved_is_kept_no_longer(life: Died) -> None:
    seat = life.seat
    seat.take_call(keyed_id=WOMAN)
    write(seat, "Hosta")
    assert len(kept(seat)) == 1
    seat.press("Ctrl+S")
    seat.see("Sparad, osignerad")
    assert kept(seat) == ()
    seat = life.die_and_return()
    seat.see("Sparad, osignerad", "Hosta")
    assert RECOVERED not in seat.reads()


def test_text_written_upon_the_saved_version_is_shown_in_its_place_unsaved(life: Died) -> None:
    seat = life.seat
    seat.take_call(keyed_id=WOMAN)
    write(seat, "Hosta")
    seat.press("Ctrl+S")
    seat.write(" och snuva")
    kept(seat)
    seat = life.die_and_return()
    seat.see(RECOVERED, "Hosta och snuva")


def test_text_older_than_the_saved_note_stands_beside_it_and_can_be_inserted(life: Died) -> None:
    seat = life.seat
    seat.take_call(keyed_id=WOMAN)
    write(seat, "Tappad mening.")
    (draft,) = kept(seat)
    seat.press("Ctrl+A", "Del")
    seat.write("Sparad mening.")
    seat.press("Ctrl+S")
    seat.see("Sparad, osignerad")
    kept(seat)
    asked(seat, lambda desk: desk.drafts.keep(draft.call_id, draft.part_id, draft.unsaved))
    seat = life.die_and_return()
    seat.see("Anteckningen har en nyare version", "Tappad mening.", "Sparad mening.")
    card = seat.workstation.cards.current
    assert card is not None
    assert card.form.history.text() == "Sparad mening."
    assert len(kept(seat)) == 1  # not yet decided about, so not yet forgotten
    insert_recovered(seat)
    assert card.form.history.text() == "Sparad mening.\nTappad mening."
    seat.see("Ändrad, inte sparad")


def insert_recovered(seat: Seat) -> None:
    found = [b for b in seat.window.findChildren(QPushButton) if "Infoga" in b.text()]
    found[0].click()
    seat.settle()


def test_another_operator_sees_nothing_of_it(life: Died) -> None:
    seat = life.seat
    seat.call_by_hand()
    write(seat, "Bara mitt")
    kept(seat)
    seat = life.die_and_return("switch")
    seat.settle()
    assert "Bara mitt" not in seat.reads()
    assert asked(seat, lambda desk: desk.drafts.mine()) == ()


def test_who_has_to_leave_the_desk_behind_the_lock_finds_the_text_again(life: Died) -> None:
    seat = life.seat
    seat.call_by_hand()
    write(seat, "Halv mening")
    seat.press("Ctrl+L")
    seat.see("Skärmen är låst.")
    seat.workstation.doors.other_asked.emit()
    seat.see("kommer tillbaka när du loggar in igen", "Logga ut ändå")
    leave = QApplication.activeModalWidget()
    assert isinstance(leave, LeaveDialog)
    leave.primary.click()
    seat.see("Användarnamn")
    seat.sign_in("switch")
    assert "Halv mening" not in seat.reads()
    seat.press("Ctrl+Q")
    seat.see("Användarnamn")
    seat.sign_in("nurse", PASSWORD)
    seat.see(RECOVERED, "Halv mening")


def test_a_disk_that_takes_nothing_is_told_once_and_tried_again(life: Died) -> None:
    seat = life.seat
    seat.call_by_hand()
    told: list[bool] = []
    seat.workstation.keeper.troubled.connect(told.append)
    with seat.ground.refusing("drafts"):
        write(seat, "Hosta")
        seat.see("Osparad text skyddas inte: disken tar inte emot")
        seat.write(" mer")
        seat.let_pass(2 * KEEP_WITHIN_MS)
        assert told == [True]
    seat.see("Osparad text skyddas", within=5.0)
    seat.see_no_more("disken tar inte emot")
    assert told == [True, False]
    assert [draft.unsaved.note.history for draft in kept(seat)] == ["Hosta mer"]


def test_a_text_is_kept_while_one_goes_on_writing(life: Died) -> None:
    """Never only in a pause: at latest a second after the first letter."""
    seat = life.seat
    seat.call_by_hand()
    seat.press("F4")
    kept_while: list[int] = []
    for _ in range(30):
        seat.hands.write("a")
        seat.let_pass(60)
        kept_while.append(len(asked(seat, lambda desk: desk.drafts.mine())))
    assert 1 in kept_while[:25]
