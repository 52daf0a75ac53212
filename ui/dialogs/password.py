"""Change one's own password: the old one, and the new one twice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.slots import PasswordWrong, SignInTooSoon
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.dialog import Dialog
from ui.widgets.field import SecretField


class OwnPasswordDialog(Dialog):
    """`said` carries what to tell when it is done."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("OwnPasswordDialog", "Byt lösenord"),
            sentence=translate("OwnPasswordDialog", "Skriv gärna en hel mening."),
            primary=translate("OwnPasswordDialog", "Byt lösenord"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self.old = SecretField(self.tr("Nuvarande lösenord"))
        self.new = SecretField(self.tr("Nytt lösenord"))
        self.again = SecretField(self.tr("Det nya lösenordet en gång till"))
        for field in (self.old, self.new, self.again):
            self.body.addWidget(field)
        self.old.setFocus()
        self.confirmed.connect(self._change)

    def _change(self) -> None:
        if self.new.text() != self.again.text():
            self.again.show_error(self.tr("De två lösenorden är inte lika."))
            self.again.setFocus()
            return
        self.set_busy(True)
        verb = partial(self._services.operators.change_password, self.old.text(), self.new.text())
        self._tasks.run(self, verb, lambda _: self._on_changed(), self._refuse)

    def _on_changed(self) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()
        self.accept()
        self.said.emit(self.tr("Ditt lösenord är bytt."))

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        field = self.old if isinstance(error, PasswordWrong | SignInTooSoon) else self.new
        words = sentence(error)
        if isinstance(error, PasswordWrong):  # the sentence of the door speaks of a user name
            words = self.tr("Det nuvarande lösenordet stämmer inte.")
        field.show_error(words)
        field.setFocus()
