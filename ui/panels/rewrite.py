"""An entry is written anew outside its card: a signed one is corrected, an unsigned one changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.units import Unit
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.keys import keys
from ui.panels.kept_note import KeptNote
from ui.panels.note import NotePanel
from ui.panels.recovered import RecoveredSlot
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

_KEYS = {  # of those fields that are gone to by the card, where there is one
    "reason": Action.REASON,
    "history": Action.HISTORY,
    "assessment": Action.ASSESSMENT,
    "urgency": Action.URGENCY,
    "outcome": Action.OUTCOME,
    "advice": Action.ADVICE,
}
WIDE, HIGH, MARGIN = 980, 520, 48  # pixels
AROUND = 330  # pixels of the window's height for what stands above and beneath the form


class RewriteDialog(Dialog):
    """The author writes upon the latest version; `written` when the store has the next one.

    The card need not be open, and the call may be another's by now.  What is not saved is asked
    about before it is left.
    """

    written = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        opened: OpenEntry,
        units: tuple[Unit, ...],
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        signed = opened.latest.signed
        super().__init__(
            translate("RewriteDialog", "Rätta anteckningen")
            if signed
            else translate("RewriteDialog", "Ändra anteckningen"),
            sentence=translate(
                "RewriteDialog",
                "Den signerade texten finns kvar. Rättelsen blir en ny version med tid och namn.",
            )
            if signed
            else translate("RewriteDialog", "Texten blir en ny version. Den förra finns kvar."),
            primary=translate("RewriteDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._latest = tasks, services, opened.latest
        self._warned = False
        self._caret: QWidget | None = None  # where one wrote when it was saved
        self.reason = Field(self.tr("Varför rättas anteckningen?"), longest=300)
        self.reason.setVisible(signed)
        self._trouble = Banner(
            self.tr("Ingenting är ändrat."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self.panel = NotePanel(current_codes(services))
        self.form = self.panel.form
        self.form.show_units(units)
        self.form.show_note(replace(opened.latest.note, codes=""))
        self._base = self.form.note
        beside = RecoveredSlot()
        for part in (self.reason, self._trouble, beside):
            self.body.addWidget(part)
        self.body.addWidget(self.panel, 1)
        self.form.edited.connect(self._on_edited)
        self.confirmed.connect(self._save)
        keys().bind(self, Action.SAVE, self._save)
        for name, action in _KEYS.items():
            keys().bind(self, action, partial(self.form.go_to, name))
        self._fit(parent)
        latest = self._latest.entry_id, self._latest.number
        KeptNote(self, tasks, services, latest, form=self.form, reason=self.reason, beside=beside)
        if not signed:
            QTimer.singleShot(0, self.form.history, self._begin_writing)

    @property
    def unsaved(self) -> bool:
        """Whether something stands in it that no version holds."""
        return self.form.note != self._base

    def reject(self) -> None:
        """Written text is not lost by one stroke of Esc."""
        if self.unsaved and not self._warned:
            self._warned = True
            self._say(self.tr("Texten är inte sparad. Tryck Esc igen om den ska kastas."))
            return
        super().reject()

    def _save(self) -> None:
        reason = self.reason.text().strip()
        if self._latest.signed and not reason:
            self.reason.show_error(self.tr("Skriv varför anteckningen rättas."))
            self.reason.setFocus()
            return
        if not self.unsaved:
            self._say(self.tr("Ingenting är ändrat."))
            return
        self.set_busy(True)
        self._caret = self.focusWidget()
        verb = self._verb(reason)
        self.panel.setEnabled(False)  # what is typed now would be in no version
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _verb(self, reason: str) -> Callable[[], Changes]:
        journal, latest, note = self._services.journal, self._latest, self.form.note
        if latest.signed:
            return partial(
                journal.correct, latest.entry_id, note, upon=latest.number, reason=reason
            )
        return partial(journal.save, latest.entry_id, note, upon=latest.number)

    def _done(self) -> None:
        self._base = self.form.note
        self.accept()
        self.written.emit()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.panel.setEnabled(True)
        if self._caret is not None:
            self._caret.setFocus()
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()

    def _on_edited(self) -> None:
        self._warned = False
        self._trouble.hide()

    def _begin_writing(self) -> None:
        self.form.history.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self, parent: QWidget | None) -> None:
        scale = current().metrics.scale
        host = parent.window() if parent is not None else self
        while (behind := host.parentWidget()) is not None and host is not self:
            host = behind.window()  # a dialog over a dialog has the room of the window
        room = host.size()
        self.setMinimumWidth(min(round(WIDE * scale), max(WIDE // 2, room.width() - MARGIN)))
        high = min(round(HIGH * scale), max(200, room.height() - round(AROUND * scale)))
        self.panel.setMinimumHeight(high)
