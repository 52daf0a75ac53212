"""What can be done with the row that is chosen: its absence, its facts, and a new row."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.switchboard.board import Line
from kundcenter.domain.switchboard.contacts import Contact
from ui.actions import Action
from ui.dialogs.switchboard.absence import AbsenceDialog
from ui.dialogs.switchboard.contact import ContactDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.buttons import Button


class DirectoryActs(QObject):
    """`said` carries a sentence; `saved` the id of a contact that was written."""

    said = Signal(str)
    saved = Signal(UUID)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        page: QWidget,
        chosen: Callable[[], Line | None],
    ) -> None:
        """`chosen` tells which row it is now: a key may come before `show_for` does."""
        super().__init__(page)
        self._tasks, self._services, self._page, self._chosen = tasks, services, page, chosen
        self._units = DirectoryKeeper.of(tasks, services)
        self._contact: Contact | None = None
        self.absence = Button(self.tr("Frånvaro"), icon="calendar", keys=Action.DISPATCH_ABSENCE)
        self.edit = Button(self.tr("Ändra"), icon="pen", keys=Action.DISPATCH_EDIT)
        self.new = Button(self.tr("Ny rad"), icon="plus", keys=Action.DISPATCH_NEW)
        self.buttons: tuple[Button, ...] = (self.absence, self.edit, self.new)
        for action, act, button in (
            (Action.DISPATCH_ABSENCE, self._set_absence, self.absence),
            (Action.DISPATCH_EDIT, self._edit, self.edit),
            (Action.DISPATCH_NEW, self._new, self.new),
        ):
            button.clicked.connect(act)
            keys().bind(page, action, act)
        self._units.changed.connect(self._show)
        self._show()

    def show_for(self, line: Line | None) -> None:
        """The row that is chosen, or none."""
        self._contact = line.contact if line is not None else None
        self._show()

    def _show(self) -> None:
        edits = self._units.may(Function.EDIT_DIRECTORY)
        self.absence.setEnabled(self._contact is not None and self._units.may(Function.WORK_CALLS))
        self.edit.setVisible(edits)
        self.new.setVisible(edits)
        self.edit.setEnabled(self._contact is not None)

    def _set_absence(self) -> None:
        contact = self._now()
        if contact is None or not self._units.may(Function.WORK_CALLS):
            return
        dialog = AbsenceDialog(self._tasks, self._services, contact, parent=self._page)
        dialog.said.connect(self.said)
        dialog.open()

    def _edit(self) -> None:
        contact = self._now()
        if contact is not None and self._units.may(Function.EDIT_DIRECTORY):
            self._open(contact)

    def _new(self) -> None:
        if self._units.may(Function.EDIT_DIRECTORY):
            self._open(None)

    def _now(self) -> Contact | None:
        line = self._chosen()
        return line.contact if line is not None else None

    def _open(self, contact: Contact | None) -> None:
        dialog = ContactDialog(self._tasks, self._services, contact, parent=self._page)
        dialog.said.connect(self.said)
        dialog.saved.connect(self.saved)
        dialog.open()
