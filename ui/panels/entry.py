"""One entry of the record, to be read; what may be noted beside it, and how it is corrected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kundcenter.domain.grounds import Ground, GroundNeeded
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.retention import Kept
from kundcenter.domain.units import Unit
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.dissent import DissentDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.ground import GroundDialog
from ui.dialogs.printout import PrintDialog
from ui.dialogs.waiver import WaiverDialog
from ui.panels.note_view import NoteView
from ui.panels.rewrite import RewriteDialog
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page
from ui.widgets.speech import announce
from ui.widgets.text import Text

WIDE, HIGH, MARGIN = 680, 620, 48  # pixels
AROUND = 330  # pixels of the height for what stands above and beneath the note


@dataclass(frozen=True, slots=True)
class _Read:
    opened: OpenEntry
    units: tuple[Unit, ...]


class EntryDialog(Dialog):
    """Reading is logged.  `changed` when something was noted; `said` carries a sentence."""

    changed = Signal()
    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        entry_id: UUID,
        ground: Ground = Ground(),
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("EntryDialog", "Anteckning"),
            sentence=translate("EntryDialog", "Läsningen är loggad."),
            primary=translate("EntryDialog", "Stäng"),
            parent=parent,
        )
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self._tasks, self._services = tasks, services
        self._entry_id, self._ground = entry_id, ground
        self._read: _Read | None = None
        self._signed_now = False
        self._trouble = Banner(
            self.tr("Anteckningen kan inte visas."), ToneName.DANGER, icon="error", wrap=True
        )
        self._trouble.hide()
        self._page = Page("none", "m")
        self.note = NoteView(dissent=Action.ENTRY_DISSENT)
        self._page.body.addWidget(self.note)
        self.note.hide()
        self.sign = Button(self.tr("Signera"), icon="sign")
        self.waive = Button(self.tr("Behöver inte signeras"), icon="check")
        self.correct = Button(self.tr("Rätta"), icon="pen")
        self.rewrite = Button(self.tr("Ändra"), icon="pen")
        self.print = Button(self.tr("Skriv ut"), icon="print")
        self.export = Button(self.tr("Exportera"), icon="save")
        self.retain = Button(self.tr("Bevarandetid"), icon="calendar")
        self.kept = Text("", Type.SMALL, role="muted", wrap=True)
        self.kept.hide()
        acts = spaced(QHBoxLayout(), gap="s")
        for button in (self.sign, self.rewrite, self.correct, self.print, self.export, self.retain):
            acts.addWidget(button)
            button.hide()
        acts.addStretch(1)
        self.waive.hide()
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._page, 1)
        self.body.addWidget(self.kept)
        self.body.addLayout(acts)
        self.body.addWidget(self.waive, 0, Qt.AlignmentFlag.AlignLeft)
        self.note.dissent_wanted.connect(self._ask_dissent)
        self.sign.clicked.connect(self._sign)
        self.waive.clicked.connect(self._ask_waiver)
        self.correct.clicked.connect(self._ask_text)
        self.rewrite.clicked.connect(self._ask_text)
        self.retain.clicked.connect(self._ask_kept)
        self.print.clicked.connect(self._ask_print)
        self.export.clicked.connect(self._ask_export)
        for button, action in (
            (self.sign, Action.ENTRY_SIGN),
            (self.waive, Action.ENTRY_WAIVE),
            (self.rewrite, Action.ENTRY_REWRITE),
            (self.correct, Action.ENTRY_CORRECT),
            (self.print, Action.ENTRY_PRINT),
            (self.export, Action.ENTRY_EXPORT),
            (self.retain, Action.ENTRY_KEEP),
        ):
            button.answer_to(action)
        self._fit(parent)
        self._look()

    def _look(self) -> None:
        self.set_busy(True)
        verb = partial(_read, self._services, self._entry_id, self._ground)
        self._tasks.run(self, verb, self._show, self._refuse)

    def _show(self, read: _Read) -> None:
        self.set_busy(False)
        self._read = read
        self._trouble.hide()
        latest, opened = read.opened.latest, read.opened
        self.note.show_entry(opened, self._services.codes, read.units)
        self.note.show()
        waived = any(waiver.number == latest.number for waiver in opened.waivers)
        self.sign.setVisible(opened.mine and not latest.signed)
        self.rewrite.setVisible(opened.mine and not latest.signed)
        self.correct.setVisible(opened.mine and latest.signed)
        self.waive.setVisible(not latest.signed and not waived)
        self.print.show()
        self.export.setVisible(latest.signed or waived)
        self.retain.show()
        if QApplication.focusWidget() is None:  # what had it could not be pressed meanwhile
            self.activateWindow()
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_kept(self) -> None:
        """Only when it is asked for: this look is an access to the person too."""
        if self._read is not None:
            self.set_busy(True)
            entry = self._read.opened.entry
            # What was stated to open the entry stands, and is not stated once more.
            ground = Ground(self._ground.call_id or entry.call_id)
            verb = partial(self._services.retention.of_person, entry.person_id, ground)
            self._tasks.run(self, verb, self._show_kept, self._tell)

    def _show_kept(self, kept: Kept) -> None:
        """Nothing in the program ends a record; the region may decide over it after that day."""
        self.set_busy(False)
        words = self.tr("Patientens journal bevaras minst till {record}, loggen minst till {log}.")
        record, log = (
            day.isoformat() if day is not None else "–"
            for day in (kept.record_until, kept.log_until)
        )
        self.kept.setText(words.format(record=record, log=log))
        self.kept.show()
        announce(self.kept, self.kept.text())

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if isinstance(error, GroundNeeded) and self._signed_now:
            # To sign it was an own task, to read what is signed is none: nobody is asked why.
            self.said.emit(self.tr("Anteckningen är signerad."))
            self.accept()
            return
        if isinstance(error, GroundNeeded) and self._ground.category is None:
            self._ask_ground()
            return
        self._tell(error)

    def _tell(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(sentence(error))
        self._trouble.show()

    def _ask_ground(self) -> None:
        dialog = GroundDialog(parent=self)
        dialog.confirmed.connect(partial(self._look_on, dialog))
        dialog.rejected.connect(self.reject)
        dialog.open()

    def _look_on(self, dialog: GroundDialog) -> None:
        if dialog.ground is not None:
            self._ground = dialog.ground
            dialog.accept()
            self._look()

    def _sign(self) -> None:
        if self._read is not None:
            self.set_busy(True)
            upon = self._read.opened.latest.number
            verb = partial(self._services.journal.sign, self._entry_id, upon=upon)
            self._tasks.run(self, verb, lambda _: self._on_signed(), self._refuse)

    def _on_signed(self) -> None:
        self._signed_now = True
        self._noted()

    def _ask_waiver(self) -> None:
        if self._read is not None:
            upon = self._read.opened.latest.number
            need = (self._tasks, self._services, self._entry_id)
            self._ask(WaiverDialog(*need, upon=upon, parent=self))

    def _ask_text(self) -> None:
        """Another text: of a signed entry a correction, which says why."""
        if self._read is not None:
            read = self._read
            dialog = RewriteDialog(self._tasks, self._services, read.opened, read.units, self)
            dialog.written.connect(self._noted)
            dialog.open()

    def _ask_dissent(self) -> None:
        self._ask(DissentDialog(self._tasks, self._services, self._entry_id, parent=self))

    def _ask(self, dialog: WaiverDialog | DissentDialog) -> None:
        dialog.noted.connect(self._noted)
        dialog.open()

    def _ask_print(self) -> None:
        dialog = PrintDialog(self._tasks, self._services, self._entry_id, parent=self)
        dialog.said.connect(self.said)
        dialog.accepted.connect(self._noted)
        dialog.open()

    def _ask_export(self) -> None:
        dialog = ExportDialog(self._tasks, self._services, self._entry_id, parent=self)
        dialog.said.connect(self.said)
        dialog.accepted.connect(self._noted)
        dialog.open()

    def _noted(self) -> None:
        self.changed.emit()
        self._look()

    def _fit(self, parent: QWidget | None) -> None:
        scale = current().metrics.scale
        room = parent.window().size() if parent is not None else self.size()
        wide = min(round(WIDE * scale), max(WIDE // 2, room.width() - MARGIN))
        self.setMinimumWidth(wide)
        beside = round(AROUND * scale)
        self._page.setMinimumHeight(min(round(HIGH * scale), max(200, room.height() - beside)))


def _read(services: Services, entry_id: UUID, ground: Ground) -> _Read:
    """On the store's thread.  Raises what journal.open raises."""
    return _Read(services.journal.open(entry_id, ground), services.units.all())
