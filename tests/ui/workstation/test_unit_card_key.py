"""The whole card of a unit is a key away from the note in which it is chosen."""

from __future__ import annotations

from tests.ui.workstation.guided import CHILDREN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_where_to import evening, form_of, guided, urgent
from ui.dialogs.unit import UnitCardDialog

__all__ = ["evening", "guided"]


def shown(seat: Seat) -> list[UnitCardDialog]:
    seat.settle()
    return [each for each in seat.window.findChildren(UnitCardDialog) if each.isVisible()]


def test_the_chosen_unit_is_looked_at_and_the_note_stays(guided: Seat) -> None:
    urgent(guided)
    guided.press("Ctrl+Shift+F9")
    assert shown(guided) == []  # nothing is chosen yet
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.settle()
    guided.press("Return")
    guided.settle()
    chosen = form_of(guided).unit.value
    assert chosen
    guided.press("Ctrl+Shift+F9")
    (dialog,) = shown(guided)
    assert dialog.view.card is not None
    assert str(dialog.view.card.id) == chosen
    guided.press("Esc")
    assert shown(guided) == []
    assert form_of(guided).unit.value == chosen
