"""What can be done with units: the buttons of their page, and the dialogs they open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.unit_cards import UnitCard
from ui.actions import Action
from ui.dialogs.redirect import LiftDialog, RedirectDialog
from ui.dialogs.roster import RosterDialog
from ui.dialogs.unit_edit import UnitDialog
from ui.dialogs.unit_history import UnitHistoryDialog
from ui.dialogs.unit_import import UnitImportDialog
from ui.dialogs.unit_retire import RestoreDialog, RetireDialog
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.buttons import Button, ButtonKind


class UnitActs(QObject):
    """Who may not write sees no button for it.  `said` carries a sentence, `saved` a unit's id."""

    said = Signal(str)
    saved = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._tasks, self._services, self._page = tasks, services, page
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._chosen: UnitCard | None = None
        self.add = Button(self.tr("Ny enhet"), ButtonKind.PRIMARY, icon="plus")
        self.change = Button(self.tr("Ändra"), icon="pen", keys="Return")
        self.redirect = Button(self.tr("Omdirigera"), icon="arrow-right")
        self.retire = Button(self.tr("Ta ur bruk"), icon="trash")
        self.history = Button(self.tr("Versioner"), icon="clock")
        self.bring_in = Button(self.tr("Läs in fil"), icon="save")
        self.roster = Button(self.tr("Jourlistan"), icon="phone")
        acts: tuple[tuple[Button, Action | None, Callable[[], None]], ...] = (
            (self.change, None, self._ask_change),
            (self.redirect, Action.REDIRECT, self._ask_redirect),
            (self.retire, Action.RETIRE_UNIT, self._ask_retire),
            (self.history, Action.UNIT_HISTORY, self._ask_history),
            (self.bring_in, Action.IMPORT_UNITS, self._ask_file),
            (self.roster, Action.ROSTER, self._ask_roster),
            (self.add, Action.ADD_UNIT, self._ask_new),
        )
        for button, action, act in acts:
            button.setParent(page)
            button.clicked.connect(act)
            if action is not None:
                button.answer_to(action)

    @property
    def of_all(self) -> tuple[Button, ...]:
        """Those that are about no unit in particular."""
        return (self.roster, self.bring_in, self.add)

    @property
    def of_one(self) -> tuple[Button, ...]:
        """Those that are about the unit under the cursor."""
        return (self.change, self.redirect, self.retire, self.history)

    def show_for(self, chosen: UnitCard | None) -> None:
        """What can be done with this unit, by this operator, now."""
        self._chosen = chosen
        edits = self._keeper.may(Function.EDIT_DIRECTORY)
        for button in (*self.of_all, self.change, self.retire):
            button.setVisible(edits)
        self.redirect.setVisible(self._keeper.may(Function.REDIRECT))
        for button in (self.change, self.retire, self.history):
            button.setEnabled(chosen is not None)
        in_use = chosen is not None and chosen.retired_at is None
        held = chosen is not None and self._keeper.redirect_of(chosen.id) is not None
        self.redirect.setEnabled(in_use or held)
        self.redirect.setText(self.tr("Häv omdirigering") if held else self.tr("Omdirigera"))
        retired = chosen is not None and not in_use
        self.retire.setText(self.tr("Ta i bruk igen") if retired else self.tr("Ta ur bruk"))

    def _ask_new(self) -> None:
        self._open_editor(None)

    def _ask_change(self) -> None:
        if self._chosen is not None:
            self._open_editor(self._chosen)

    def _open_editor(self, card: UnitCard | None) -> None:
        dialog = UnitDialog(self._tasks, self._services, card, parent=self._page)
        dialog.saved.connect(self.saved)
        dialog.open()

    def _ask_redirect(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        order = self._keeper.redirect_of(chosen.id)
        if order is not None:
            LiftDialog(self._tasks, self._services, order, parent=self._page).open()
        else:
            RedirectDialog(self._tasks, self._services, chosen, parent=self._page).open()

    def _ask_retire(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            kind = RetireDialog if chosen.retired_at is None else RestoreDialog
            kind(self._tasks, self._services, chosen, parent=self._page).open()

    def _ask_history(self) -> None:
        if self._chosen is not None:
            services, page = self._services, self._page
            UnitHistoryDialog(self._tasks, services, self._chosen, parent=page).open()

    def _ask_file(self) -> None:
        dialog = UnitImportDialog(self._tasks, self._services, parent=self._page)
        dialog.said.connect(self.said)
        dialog.open()

    def _ask_roster(self) -> None:
        dialog = RosterDialog(self._tasks, self._services, parent=self._page)
        dialog.said.connect(self.said)
        dialog.open()
