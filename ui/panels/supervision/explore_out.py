"""The statistics as a file: for a spreadsheet, or as a table of text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.supervision.exploring import Exploration
from kundcenter.errors import KundcenterError
from kundcenter.services.supervision.explore import Taken
from kundcenter.services.supervision.figure_files import FileKind
from ui.services import Services, current_codes
from ui.supervision.explore_book import book_of, file_name
from ui.supervision.explore_words import measure_word
from ui.tasks import Lane, Tasks

FILE_DIALOG = 820, 520


class ExploreOut(QObject):
    """`said` carries a sentence, `refused` an error, for a notice.  Each export is logged."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        names: Callable[[Exploration], list[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._names, self._over = tasks, services, names, parent
        self._found: Exploration | None = None

    def ask_where(self, found: Exploration) -> None:
        """Ask where the file is to be."""
        self._found = found
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._over, self.tr("Spara statistiken"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV-filer (*.csv)")])
        dialog.setDefaultSuffix(FileKind.EXCEL)
        dialog.selectFile(f"{file_name(found)}.{FileKind.EXCEL}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.resize(*FILE_DIALOG)
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(
                FileKind.CSV if "*.csv" in chosen else FileKind.EXCEL
            )
        )
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Take out what was shown, and write it; a name that ends in .csv is a table of text."""
        if self._found is not None:
            take = partial(self._services.explore.take, self._found.query)
            self._tasks.run(self, take, partial(self._write, path), self._refuse)

    def _write(self, path: str, taken: Taken) -> None:
        found = taken.found
        book = book_of(found, self._names(found), taken.at, taken.by, current_codes(self._services))
        kind = FileKind.CSV if path.lower().endswith(".csv") else FileKind.EXCEL
        name = f"{file_name(found)}.{kind}"
        work = partial(self._services.figure_files.write, path, name, book, kind, taken.at)
        then = partial(self._written, measure_word(found.query))
        self._tasks.run(self, work, then, self._refuse, lane=Lane.OUTSIDE)

    def _written(self, what: str, _path: str) -> None:
        self.said.emit(self.tr("Sparat: {what}.").format(what=what))

    def _refuse(self, error: KundcenterError) -> None:
        self.refused.emit(error)
