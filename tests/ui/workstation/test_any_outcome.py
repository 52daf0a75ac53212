"""Any outcome in at most three keys, in the note and when a call without a note is closed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kundcenter.domain.triage import CodeSet, Outcome
from kundcenter.start.desk import published_codes
from kundcenter.start.tour.hands import Hands
from tests.ui.keys import show
from tests.ui.workstation.seat import Seat
from ui.actions import Action
from ui.dialogs.outcome import OutcomeDialog, OutcomePicker, go_to_outcome
from ui.keys import keys
from ui.widgets.choice_row import marks_for
from ui.widgets.combo import Combo, Option

CODES: CodeSet = max(published_codes().items())[1]
MOST = 3


@dataclass(slots=True)
class Field:
    """A field for the outcome with its key, in a window of its own."""

    window: QWidget
    combo: Combo
    hands: Hands
    told: list[str]


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    options = [Option(outcome.code, outcome.label) for outcome in CODES.outcomes]
    combo = Combo("Hänvisning", options, keys=Action.OUTCOME)
    column.addWidget(combo)
    keys().bind(window, Action.OUTCOME, lambda: go_to_outcome(CODES, combo, window))
    told: list[str] = []
    combo.chosen.connect(told.append)
    show(window)
    window.setFocus(Qt.FocusReason.OtherFocusReason)
    return Field(window, combo, Hands(), told)


def mark_of(outcome: Outcome) -> str:
    """The letter that is shown beside it, as the dialog shows it."""
    return marks_for([each.label for each in CODES.outcomes])[CODES.outcomes.index(outcome)]


@pytest.mark.parametrize("outcome", CODES.outcomes, ids=lambda outcome: outcome.code)
def test_any_outcome_in_the_note_takes_at_most_three_keys(field: Field, outcome: Outcome) -> None:
    field.hands.press(keys().of(Action.OUTCOME))
    field.hands.press(keys().of(Action.OUTCOME))
    assert isinstance(QApplication.activeModalWidget(), OutcomePicker)
    field.hands.write(mark_of(outcome))
    assert QApplication.activeModalWidget() is None
    assert field.combo.value == outcome.code
    assert field.told == [outcome.code]
    assert field.hands.keys <= MOST


@pytest.mark.parametrize("outcome", CODES.outcomes, ids=lambda outcome: outcome.code)
def test_a_call_without_a_note_is_closed_by_one_letter(qtbot: QtBot, outcome: Outcome) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    show(window)
    dialog = OutcomeDialog(CODES, parent=window)
    closed: list[str | None] = []
    dialog.confirmed.connect(lambda: closed.append(dialog.outcome.value))
    dialog.open()
    hands = Hands()
    hands.write(mark_of(outcome))
    assert closed == [outcome.code]
    dialog.reject()


def test_the_letters_are_all_different_and_are_one_stroke_on_a_swedish_keyboard() -> None:
    marks = marks_for([outcome.label for outcome in CODES.outcomes])
    assert len(set(marks)) == len(CODES.outcomes) >= 20
    assert all(len(mark) == 1 and mark.isalnum() for mark in marks)
    assert QLocale().name()


def test_the_key_and_a_word_are_still_an_outcome(field: Field) -> None:
    field.hands.press("F9")
    field.hands.write("närakut")
    field.hands.press("Return")
    assert field.combo.value == "NARAKUT"


def test_closing_the_list_unanswered_keeps_what_was_there(field: Field) -> None:
    field.combo.choose("AKUT")
    field.hands.press("F9")
    field.hands.press("F9")
    field.hands.press("Esc")
    assert (field.combo.value, field.told) == ("AKUT", [])


def test_in_the_window_a_call_is_closed_in_two_keys(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Ctrl+Shift+L")
    before = nurse.hands.keys
    nurse.press("Ctrl+D")
    nurse.see("Vad ledde det till?")
    nurse.write(mark_of(CODES.outcome("INFO")))
    nurse.see("Inget samtal pågår")
    assert nurse.hands.keys - before <= MOST
