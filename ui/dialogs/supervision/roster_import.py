"""Bring in a file of turns: what it would do is told first, then all is done or nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kundcenter.domain.supervision.roster_changes import RosterChange
from kundcenter.domain.supervision.roster_sheets import PlacedTurns, RosterSheet, placed
from kundcenter.domain.supervision.roster_terms import in_force
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.supervision.roster_words import fault_words
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

FILE_DIALOG = (760, 520)
WIDE = 680  # pixels


class RosterImportDialog(Dialog):
    """Choose a file, read what it would do, do it.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RosterImportDialog", "Läs in schema"),
            sentence=translate(
                "RosterImportDialog",
                "En CSV-fil med rubrikerna datum, användare, pass, roll, börjar, slutar, raster"
                " och anmärkning. Datum och användare behövs, och pass eller tider.",
            ),
            primary=translate("RosterImportDialog", "Läs in"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._sheet = RosterSheet()
        self._placed = PlacedTurns()
        self.file = Button(self.tr("Välj fil"), icon="search")
        self.file.clicked.connect(self._ask_which)
        self.whole = Check(self.tr("Filen är hela schemat för sina dagar och roller"))
        self.whole.toggled.connect(lambda _: self._weigh())
        self.outcome = Text(self.tr("Ingen fil är vald."), wrap=True)
        self.faults = TextArea(self.tr("Rader med fel"), fewest=4, most=6)
        self.faults.edit.setReadOnly(True)
        row = spaced(QHBoxLayout(), gap="m")
        row.addWidget(self.whole, 1)
        row.addWidget(self.file, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.faults)
        self.primary.setEnabled(False)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._bring_in)

    def read(self, path: str) -> None:
        """Tell what bringing in the file would do."""
        self.set_busy(True)
        verb = partial(self._services.roster_files.read, path)
        self._tasks.run(
            self, verb, self._show_sheet, self._refuse, lane=Lane.OUTSIDE, topic="sheet"
        )

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Välj en fil med pass"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Textfiler (*.csv *.tsv *.txt)"), self.tr("Alla filer (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def _show_sheet(self, sheet: RosterSheet) -> None:
        self._sheet, self._placed = sheet, PlacedTurns(faults=sheet.faults)
        self._weigh()

    def _weigh(self) -> None:
        """What the file would do; also when it turns into the whole roster, or no longer is."""
        if not self._sheet.rows:
            if self._sheet.faults:
                self._show_faults()
            return
        self.set_busy(True)
        look = partial(_weighed, self._services, self._sheet, whole=self.whole.isChecked())
        self._tasks.run(self, look, self._show_change, self._refuse, topic="plan")

    def _show_change(self, found: tuple[PlacedTurns, RosterChange | None]) -> None:
        self._placed, change = found
        if self._placed.faults or change is None:
            self._show_faults()
            return
        self.faults.set_text("")
        words = self.tr("{new} nya pass, {changed} ändras, {same} är redan lika, {gone} tas bort.")
        counts = {"new": change.new, "changed": change.changed, "same": change.same}
        ready = bool(change.new or change.changed or change.gone)
        self._say(words.format(**counts, gone=len(change.gone)), ready=ready)

    def _show_faults(self) -> None:
        faults = self._placed.faults
        self.faults.set_text("\n".join(fault_words(each) for each in faults))
        words = self.tr("Inget läses in. Fel: {faults}. Rätta filen och välj den igen.")
        self._say(words.format(faults=len(faults)))

    def _bring_in(self) -> None:
        self.set_busy(True)
        span = self._placed.whole if self.whole.isChecked() else None
        verb = partial(
            self._services.roster.import_,
            self._placed.plans,
            start=span.start if span is not None else None,
            end=span.end if span is not None else None,
        )
        self._tasks.run(self, verb, lambda _: self._brought_in(), self._refuse)

    def _brought_in(self) -> None:
        self.said.emit(self.tr("Schemat är inläst."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.faults.set_text("")
        self._say(sentence(error))

    def _say(self, words: str, *, ready: bool = False) -> None:
        self.set_busy(False)
        self.primary.setEnabled(ready)
        self.outcome.setText(words)


def _weighed(
    services: Services, sheet: RosterSheet, *, whole: bool
) -> tuple[PlacedTurns, RosterChange | None]:
    """Read what there is and lay the rows beside it; on the store's lane."""
    patterns, _ = in_force(services.roster_terms.current())
    people = services.roster.colleagues()
    found = placed(sheet.rows, people, patterns)
    if found.faults:
        return found, None
    span = found.whole if whole else None
    start, end = (span.start, span.end) if span is not None else (None, None)
    change = services.roster.plan(found.plans, start=start, end=end)
    return found.weighed(change, people), change
