"""What the palette finds goes onto the card in sight: a person, a unit."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.units import Unit
from ui.dialogs.unit import UnitCardDialog
from ui.panels.advice import AdvicePart
from ui.panels.cards import CardsPage
from ui.services import Services
from ui.tasks import Tasks
from ui.window import Window


class OntoCard(QObject):
    """`said` carries a sentence for a notice, when there is no place for what was found."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, window: Window, cards: CardsPage) -> None:
        super().__init__(window)
        self._tasks, self._services = tasks, services
        self._window, self._cards = window, cards

    def put_person(self, person_id: UUID) -> None:
        """Open a person on the card, which is the ground for the look."""
        card = self._cards.current
        if card is None or not card.isVisible():
            self.said.emit(self.tr("Öppna ett samtal först: personen visas på dess kort."))
        elif card.who.person is not None:
            self.said.emit(self.tr("Kortet gäller redan en person. Ta en ny del för en annan."))
        else:
            card.who.open(person_id)

    def put_unit(self, unit: Unit) -> None:
        """Into the note, where one is asked for; else a look at the unit."""
        card = self._cards.current
        view = card.view if card is not None and card.isVisible() else None
        if isinstance(view, AdvicePart) and view.form.unit.isVisible():
            view.form.unit.take(str(unit.id))
            view.form.unit.setFocus()
        else:
            UnitCardDialog(self._tasks, self._services, unit.id, parent=self._window).open()
