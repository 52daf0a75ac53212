"""The note on its card: ready in time, whole when it is saved, as it was when it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.repeats import Course
from tests.ground import WOMAN, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import woman
from tests.ui.workstation.test_recovery import Died, kept
from ui.panels.advice import AdvicePart
from ui.panels.card import CallCard
from ui.panels.cards import RESTING_MS
from ui.panels.note_form import NoteForm
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear


@pytest.fixture
def life(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Died]:
    load_fonts()
    made = Died(ground, tmp_path)
    made.seat.sign_in("nurse")
    yield made
    made.seat.leave()


def card_of(seat: Seat) -> CallCard:
    card = seat.workstation.cards.current
    assert card is not None
    return card


def form_of(seat: Seat) -> NoteForm:
    return card_of(seat).form


def cards(seat: Seat) -> list[CallCard]:
    return seat.window.findChildren(CallCard)


def test_the_next_card_is_made_while_nobody_waits_and_is_about_nobody(nurse: Seat) -> None:
    nurse.let_pass(RESTING_MS + 200)
    (spare,) = cards(nurse)
    assert not spare.isVisible()
    assert not hasattr(spare, "call")
    (part,) = spare.findChildren(AdvicePart)
    nurse.take_call()
    assert card_of(nurse) is spare
    assert spare.view is part
    nurse.let_pass(RESTING_MS + 200)
    assert cards(nurse) == [spare]  # nothing is made while somebody may be typing
    nurse.press("F4")
    nurse.write("Ett.")
    nurse.call_by_hand()
    assert card_of(nurse) is not spare
    assert form_of(nurse).note.history == ""


def test_what_nobody_filled_in_is_not_in_the_record(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    form_of(nurse).history.set_text("Hosta⟪, sedan ⟦dygn⟧⟫. Feber ⟦grader=38⟧.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    assert form_of(nurse).note.history == "Hosta. Feber 38."
    form_of(nurse).assessment.set_text("Tar ⟦!läkemedel⟧ och ⟧ mer.")
    nurse.press("Ctrl+Return")
    nurse.see("Fyll i luckan innan du signerar.")
    nurse.write("Alvedon")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    assert form_of(nurse).note.assessment == "Tar Alvedon och ] mer."


def test_snippets_know_who_writes_and_where(nurse: Seat) -> None:
    woman(nurse)
    nurse.settle()
    view = card_of(nurse).view
    assert isinstance(view, AdvicePart)
    values = view.aids._setting().values()
    assert values["operator"] == "Test Nurse"
    assert values["patient.name"] == "Test Person 1988"


def test_how_it_is_now_comes_back_in_the_radar_too(life: Died) -> None:
    woman(life.seat)
    life.seat.press("Alt+3")
    assert form_of(life.seat).note.course == Course.BETTER
    assert kept(life.seat)
    seat = life.die_and_return()
    seat.see("Bättre", "Har hört av sig nyligen")
    seat.settle()
    radar = card_of(seat).who.person_view.radar
    chosen = [course for course, button in radar._buttons.items() if button.isChecked()]
    assert chosen == [Course.BETTER]


def test_a_card_that_is_about_nobody_yet_takes_a_new_look(nurse: Seat, qapp: QApplication) -> None:
    nurse.let_pass(RESTING_MS + 200)
    assert len(cards(nurse)) == 1
    wear(qapp, Look(size=150))
    nurse.settle()
    nurse.take_call()
    assert len(cards(nurse)) == 1
