"""What the keys of a card do with the part that is in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kundcenter.domain.journal import Note
from ui.actions import Action
from ui.dialogs.outcome import go_to_outcome
from ui.panels.advice import AdvicePart
from ui.panels.errand import ErrandPart
from ui.panels.part import PartView
from ui.services import Services, current_codes


def _press(action: Action, view: AdvicePart) -> None:
    view.press(action)


def _hand_over(view: AdvicePart) -> None:
    """The note is saved, and read to whoever takes the patient over."""
    view.saved_then(view.aids.guide.hand_over)


PRESSED = (Action.SAVE, Action.SIGN, Action.CORRECT, Action.PRINT)  # have a button in the bar
NOTE_ACTS: Mapping[Action, Callable[[AdvicePart], object]] = {
    **{action: partial(_press, action) for action in PRESSED},
    Action.REASON: lambda view: view.form.reason.setFocus(),
    Action.HISTORY: lambda view: view.form.history.setFocus(),
    Action.ASSESSMENT: lambda view: view.form.assessment.setFocus(),
    Action.URGENCY: lambda view: view.form.urgency.take_focus(),
    Action.ADVICE: lambda view: view.form.advice.setFocus(),
    Action.ROUTE: lambda view: view.aids.guide.ask(),
    Action.LOOK_UP: lambda view: view.aids.support.ask(),
    Action.UNIT_CARD: lambda view: view.aids.guide.show_unit(),
    Action.REFER: _hand_over,
}


def go_to_outcome_of(view: PartView, services: Services, card: QWidget) -> None:
    """To the field with what came of the part; a note's outcomes have letters of their own."""
    if isinstance(view, ErrandPart):
        view.outcome.setFocus()
    elif isinstance(view, AdvicePart):
        go_to_outcome(current_codes(services), view.form.outcome, card)


def carry_on(note: Note, person_id: UUID, view: PartView) -> None:
    """Go on in an own part with what a colleague wrote."""
    assert isinstance(view, AdvicePart)
    view.carry_on(note, person_id)
