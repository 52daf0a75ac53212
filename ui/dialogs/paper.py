"""Pages to look at, save as PDF and print; what is on them, and how it is taken, others say."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.keys import keys
from ui.printing import Printers, pages, printers, save, send
from ui.tasks import Lane, Tasks
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog

PAGE_WIDTH = 560  # pixels
FILE_DIALOG = 820, 520
LOWEST, HIGHEST, MARGIN = 240, 1000, 40


class PaperDialog(Dialog):
    """First `take`, which is logged, then the pages.  `said` carries a sentence when it is done.

    `job` names the print job and `file` the file that is offered: they tell neither whom nor what
    it is about.
    """

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        title: str,
        *,
        sentence: str,
        primary: str,
        job: str,
        file: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence=sentence, primary=primary, parent=parent)
        self._tasks, self._job, self._file = tasks, job, file
        self._pdf = b""
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
        spaced(self.body, gap="m")
        self.body.addWidget(self._view)
        self.body.addWidget(self.printer)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.confirmed.connect(self._go_on)

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        if self._pdf and self.printer.value is None:
            self.primary.setEnabled(False)  # there is nothing to print on

    # -- what each kind of paper says for itself -----------------------------------------------

    def take(self) -> None:
        """Take what is to be printed, and hand the PDF to `keep`."""
        raise NotImplementedError

    def on_shown(self) -> None:
        """The pages are in sight."""

    def refuse(self, error: KundcenterError) -> None:
        """Say what stands in the way."""
        raise NotImplementedError

    # -- what they share -----------------------------------------------------------------------

    def keep(self, pdf: bytes) -> None:
        """Show these pages, and offer the platform's printers."""
        self._pdf = pdf
        self._tasks.run(self, partial(pages, pdf), self._show, self.refuse, lane=Lane.OUTSIDE)
        self._tasks.run(self, printers, self._offer, self.refuse, lane=Lane.OUTSIDE)

    def save_to(self, name: str) -> None:
        """Write the PDF whole or not at all."""
        work = partial(save, self._pdf, name)
        self._tasks.run(self, work, lambda _: self._saved(), self.refuse, lane=Lane.OUTSIDE)

    def _go_on(self) -> None:
        if self._pdf:
            self._print()
        else:
            self.take()

    def _show(self, pictures: tuple[QImage, ...]) -> None:
        for at, picture in enumerate(pictures, start=1):
            sheet = QLabel()
            sheet.setAccessibleName(self.tr("Sida {number}").format(number=at))
            smooth = Qt.TransformationMode.SmoothTransformation
            sheet.setPixmap(QPixmap.fromImage(picture).scaledToWidth(PAGE_WIDTH, smooth))
            self._paper.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._view.show()
        self.save.show()
        self.on_shown()
        self.primary.setText(self.tr("Skriv ut"))
        self.set_busy(False)
        self._grow()

    def _grow(self) -> None:
        """As high as its window allows, and in the middle of it."""
        if self.host is not None:
            host = self.host.geometry()
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
        work = partial(send, self._pdf, name, self._job)
        self._tasks.run(self, work, lambda _: self._done(), self.refuse, lane=Lane.OUTSIDE)

    def _done(self) -> None:
        self.said.emit(self.tr("Utskriften är skickad."))
        self.accept()

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Spara som PDF"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF-filer (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._file}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _saved(self) -> None:
        self.said.emit(self.tr("Sidan är sparad som PDF."))
        self.accept()
