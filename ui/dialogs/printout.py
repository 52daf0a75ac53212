"""Print an entry: who gets the copy, how it looks, which printer."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from kundcenter.domain.drafts import FormKind
from kundcenter.domain.papers import PrintedEntry
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.clip import put_on_clipboard
from ui.dialogs.paper import PaperDialog
from ui.kept_form import KeptForm
from ui.keys import keys
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.widgets.buttons import Button
from ui.widgets.field import Field


class PrintDialog(PaperDialog):
    """First the recipient, who is noted in the log; then the pages."""

    def __init__(
        self, tasks: Tasks, services: Services, entry_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            translate("PrintDialog", "Skriv ut anteckningen"),
            sentence=translate(
                "PrintDialog", "Kopian noteras i journalen med mottagare, tid och ditt namn."
            ),
            primary=translate("PrintDialog", "Visa sidan"),
            job="Journalanteckning",
            file="journalanteckning",
            parent=parent,
        )
        self._services, self._entry_id = services, entry_id
        self.recipient = Field(
            self.tr("Vem får utskriften?"),
            placeholder=self.tr("Till exempel: Akutkliniken, eller patienten själv"),
            longest=300,
        )
        self.body.insertWidget(0, self.recipient)
        self.copy = Button(self.tr("Kopiera texten i stället"), icon="copy", keys=Action.COPY_TEXT)
        self.copy.clicked.connect(self._copy)
        keys().bind(self, Action.COPY_TEXT, self.copy.click)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        about = FormKind.PRINTOUT, entry_id
        KeptForm(self, tasks, services, about, {"recipient": self.recipient})
        self.recipient.setFocus()

    def take(self) -> None:
        recipient = self._named_recipient()
        if not recipient:
            return
        self.set_busy(True)
        verb = partial(self._services.journal.take_print, self._entry_id, recipient)
        self._tasks.run(self, verb, self._set_page, self.refuse)

    def on_shown(self) -> None:
        self.copy.hide()
        self.recipient.setEnabled(False)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.recipient.show_error(sentence(error))

    def _named_recipient(self) -> str:
        recipient = self.recipient.text().strip()
        if not recipient:
            self.recipient.show_error(self.tr("Skriv vem som får utskriften."))
            self.recipient.setFocus()
        return recipient

    def _copy(self) -> None:
        """The text for another record system, by way of the clipboard."""
        recipient = self._named_recipient()
        if not recipient:
            return
        self.set_busy(True)
        verb = partial(self._services.journal.take_copy, self._entry_id, recipient)
        self._tasks.run(self, verb, self._put_on_clipboard, self.refuse)

    def _put_on_clipboard(self, text: str) -> None:
        put_on_clipboard(text)
        self.said.emit(
            self.tr("Texten ligger i urklipp, och kopian är noterad. Klistra in den direkt.")
        )
        self.accept()

    def _set_page(self, printed: PrintedEntry) -> None:
        work = partial(self._services.papers.entry, printed)
        self._tasks.run(self, work, self.keep, self.refuse, lane=Lane.OUTSIDE)
