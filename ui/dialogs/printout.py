"""Print an entry: who gets the copy, how it looks, which printer."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from kundcenter.domain.papers import PrintedEntry
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.keys import keys
from ui.printing import Printers, pages, printers, save, send
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

PAGE_WIDTH = 560  # pixels
FILE_DIALOG = 820, 520
LOWEST, HIGHEST, MARGIN = 240, 1000, 40


class PrintDialog(Dialog):
    """First the recipient, who is noted in the log; then the pages.  `said` when it is done."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, entry_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PrintDialog", "Skriv ut anteckningen"),
            sentence=translate(
                "PrintDialog", "Kopian noteras i journalen med mottagare, tid och ditt namn."
            ),
            primary=translate("PrintDialog", "Visa sidan"),
            parent=parent,
        )
        self._tasks, self._services, self._entry_id = tasks, services, entry_id
        self._pdf = b""
        self.recipient = Field(
            self.tr("Vem får utskriften?"),
            placeholder=self.tr("Till exempel: Akutkliniken, eller patienten själv"),
            longest=300,
        )
        self.printer = Combo(self.tr("Skrivare"))
        self.printer.hide()
        self._paper = QVBoxLayout()
        sheets = QWidget()
        sheets.setLayout(self._paper)
        self._view = QScrollArea()
        self._view.setWidget(sheets)
        self._view.setWidgetResizable(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = self._view.verticalScrollBar().sizeHint().width()
        self._view.setMinimumSize(PAGE_WIDTH + 2 * beside, LOWEST)
        self._view.setAccessibleName(self.tr("Sidor"))
        self._view.hide()
        self.save = Button(self.tr("Spara som PDF"), icon="save", keys=Action.SAVE_PDF)
        self.save.hide()
        self.save.clicked.connect(self._ask_where)
        keys().bind(self, Action.SAVE_PDF, self.save.click)
        for part in (self.recipient, self._view, self.printer):
            self.body.addWidget(part)
        spaced(self.body, gap="m").addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.copy = Button(self.tr("Kopiera texten i stället"), icon="copy", keys=Action.COPY_TEXT)
        self.copy.clicked.connect(self._copy)
        keys().bind(self, Action.COPY_TEXT, self.copy.click)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.confirmed.connect(self._go_on)
        self.recipient.setFocus()

    def _go_on(self) -> None:
        if self._pdf:
            self._print()
            return
        recipient = self._named_recipient()
        if not recipient:
            return
        self.set_busy(True)
        verb = partial(self._services.journal.take_print, self._entry_id, recipient)
        self._tasks.run(self, verb, self._set_page, self._refuse)

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
        self._tasks.run(self, verb, self._put_on_clipboard, self._refuse)

    def _put_on_clipboard(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.said.emit(
            self.tr("Texten ligger i urklipp, och kopian är noterad. Klistra in den direkt.")
        )
        self.accept()

    def _set_page(self, printed: PrintedEntry) -> None:
        self._tasks.run(
            self,
            partial(self._services.papers.entry, printed),
            self._keep,
            self._refuse,
            lane=Lane.OUTSIDE,
        )

    def _keep(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._tasks.run(self, partial(pages, pdf), self._show, self._refuse, lane=Lane.OUTSIDE)
        self._tasks.run(self, printers, self._offer, self._refuse, lane=Lane.OUTSIDE)

    def _show(self, pictures: tuple[QImage, ...]) -> None:
        for at, picture in enumerate(pictures, start=1):
            sheet = QLabel()
            sheet.setAccessibleName(self.tr("Sida {number}").format(number=at))
            smooth = Qt.TransformationMode.SmoothTransformation
            sheet.setPixmap(QPixmap.fromImage(picture).scaledToWidth(PAGE_WIDTH, smooth))
            self._paper.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._view.show()
        self.save.show()
        self.copy.hide()
        self.recipient.setEnabled(False)
        self.primary.setText(self.tr("Skriv ut"))
        self.set_busy(False)
        self.primary.setEnabled(self.printer.value is not None)
        self._grow()

    def _grow(self) -> None:
        """As high as its window allows, and in the middle of it."""
        parent = self.parentWidget()
        if parent is not None:
            host = parent.window().geometry()
            self.resize(self.sizeHint().width(), min(HIGHEST, host.height() - 2 * MARGIN))
            self.move(host.center() - self.rect().center())

    def _offer(self, found: Printers) -> None:
        self.printer.set_options([Option(name, name) for name in found.names])
        self.printer.choose(found.default or (found.names[0] if found.names else None))
        self.printer.show()
        if not found.names:
            self.printer.set_help(self.tr("Datorn har ingen skrivare. Sidan kan sparas som PDF."))
        self.primary.setEnabled(bool(found.names))

    def _print(self) -> None:
        name = self.printer.value
        if name is None:
            return
        self.set_busy(True)
        work = partial(send, self._pdf, name, "Journalanteckning")
        self._tasks.run(self, work, lambda _: self._done(), self._refuse, lane=Lane.OUTSIDE)

    def _done(self) -> None:
        self.said.emit(self.tr("Utskriften är skickad."))
        self.accept()

    def _ask_where(self) -> None:
        # The name of the file tells neither whom nor what it is about.
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Spara som PDF"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF-filer (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("journalanteckning.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write the PDF whole or not at all."""
        work = partial(save, self._pdf, name)
        self._tasks.run(self, work, lambda _: self._saved(), self._refuse, lane=Lane.OUTSIDE)

    def _saved(self) -> None:
        self.said.emit(self.tr("Sidan är sparad som PDF."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.recipient.show_error(sentence(error))
