"""Take a unit out of use, and perhaps say which has taken its place; or take it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.unit_cards import UnitCard
from kundcenter.errors import KundcenterError
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.unit_finder import UnitFinder
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text

WIDE = 640  # pixels


class RetireDialog(Dialog):
    """Nothing is lost: the card and what was written of the unit stay."""

    def __init__(
        self, tasks: Tasks, services: Services, card: UnitCard, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RetireDialog", "Ta {unit} ur bruk?").format(unit=card.unit.name),
            sentence=translate(
                "RetireDialog",
                "Ingen hänvisas dit längre. Kortet och det som redan är skrivet om enheten står"
                " kvar, och den kan tas i bruk igen.",
            ),
            primary=translate("RetireDialog", "Ta ur bruk"),
            danger=True,
            parent=parent,
        )
        self._tasks, self._services, self._card = tasks, services, card
        keeper = DirectoryKeeper.of(tasks, services)
        self.replaced = Check(self.tr("En annan enhet har tagit över"))
        self.unit = UnitFinder(self.tr("Ersätts av"), keeper, without=card.id)
        self.unit.hide()
        self.replaced.toggled.connect(self._on_replaced)
        self._error = Text("", role="danger", wrap=True)
        self._error.hide()
        for part in (self.replaced, self.unit, self._error):
            self.body.addWidget(part)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._retire)

    def _on_replaced(self, replaced: bool) -> None:
        self.unit.setVisible(replaced)
        self.make_room()
        if replaced:
            self.unit.setFocus()

    def _retire(self) -> None:
        other = self.unit.unit
        if self.replaced.isChecked() and other is None:
            self.unit.show_error(self.tr("Sök och välj den enhet som har tagit över."))
            return
        by = other.id if self.replaced.isChecked() and other is not None else None
        self.set_busy(True)
        verb = partial(
            self._services.units.retire, self._card.id, upon=self._card.number, replaced_by=by
        )
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._error.setText(sentence(error))
        self._error.show()


class RestoreDialog(Dialog):
    """Callers are sent there again."""

    def __init__(
        self, tasks: Tasks, services: Services, card: UnitCard, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RestoreDialog", "Ta {unit} i bruk igen?").format(unit=card.unit.name),
            sentence=translate("RestoreDialog", "Enheten föreslås igen, med det kort den har."),
            primary=translate("RestoreDialog", "Ta i bruk"),
            parent=parent,
        )
        self._tasks, self._services, self._card = tasks, services, card
        self._error = Text("", role="danger", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.confirmed.connect(self._restore)

    def _restore(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.units.restore, self._card.id, upon=self._card.number)
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._error.setText(sentence(error))
        self._error.show()
