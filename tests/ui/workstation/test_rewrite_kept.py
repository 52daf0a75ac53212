"""What is written in the window that changes a note comes back to it, over no newer version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ground import WHOLE, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_attacked import slow_store
from tests.ui.workstation.test_own_notes import given_away, reach, versions
from tests.ui.workstation.test_people import beside
from tests.ui.workstation.test_recovery import RECOVERED, Died
from ui.kept_form import KEEP_WITHIN_MS
from ui.panels.rewrite import RewriteDialog
from ui.theme.fonts import load_fonts


@pytest.fixture
def life(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Died]:
    load_fonts()
    made = Died(ground, tmp_path)
    yield made
    made.seat.leave()


@pytest.fixture
def entry(life: Died) -> UUID:
    """The nurse's unsigned note; the nurse has signed in."""
    found = beside(lambda: given_away(life.seat.ground))
    life.seat.sign_in("nurse")
    return found


def changing(seat: Seat) -> RewriteDialog:
    """The window that changes the note, opened by keys."""
    seat.press("Ctrl+3")
    seat.see("Dina osignerade anteckningar")
    seat.press("Home", "Return")
    seat.see("Läsningen är loggad.")
    reach(seat, "Ändra")
    seat.press("Space")
    seat.see("Ändra anteckningen")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RewriteDialog)
    return dialog


def write(seat: Seat, text: str) -> None:
    changing(seat)
    seat.press("F7")
    seat.write(text)
    seat.let_pass(KEEP_WITHIN_MS + 200)


def test_after_a_crash_the_whole_note_stands_there_again(life: Died, entry: UUID) -> None:
    write(life.seat, "Lugn och klar.")
    dialog = changing(life.die_and_return())
    life.seat.see(RECOVERED)
    assert dialog.form.assessment.text() == "Lugn och klar."
    life.seat.press("Ctrl+Return")
    life.seat.see_no_more("Ändra anteckningen")
    assert versions(life.seat, entry)[-1].note.assessment == "Lugn och klar."


def test_over_a_newer_version_it_is_only_offered(life: Died, entry: UUID) -> None:
    write(life.seat, "Lugn och klar.")
    seat = life.die_and_return()
    newer = replace(WHOLE, assessment="Trött.")
    asked(seat, lambda desk: desk.journal.save(entry, newer, upon=1))
    dialog = changing(seat)
    seat.see("Anteckningen har en nyare version.", "Lugn och klar.")
    assert dialog.form.assessment.text() == "Trött."


def test_what_was_thrown_away_does_not_come_back(life: Died, entry: UUID) -> None:
    write(life.seat, "Lugn och klar.")
    life.seat.press("Esc", "Esc")
    life.seat.see_no_more("Ändra anteckningen")
    life.seat.press("Esc")
    dialog = changing(life.seat)
    assert dialog.form.assessment.text() == ""


def test_nothing_slips_in_while_it_is_saved(life: Died, entry: UUID) -> None:
    write(life.seat, "Lugn.")
    with slow_store(life.seat):
        life.seat.hands.press("Ctrl+Return")
        life.seat.hands.write("FÖRLORAT")
    life.seat.see_no_more("Ändra anteckningen")
    assert versions(life.seat, entry)[-1].note.assessment == "Lugn."
