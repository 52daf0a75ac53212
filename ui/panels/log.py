"""The call log: every call of the desk, without medical text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call, CallState
from ui.badges import Badge
from ui.labels import label
from ui.numbers import number_of_call
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import lately, span
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

_TONES = {
    CallState.RINGING: (ToneName.ACCENT, "phone-ring"),
    CallState.TALKING: (ToneName.SUCCESS, "phone"),
    CallState.HELD: (ToneName.WARNING, "hold"),
    CallState.WRAP_UP: (ToneName.INFO, "pen"),
    CallState.DONE: (ToneName.NEUTRAL, "check"),
    CallState.ABANDONED: (ToneName.WARNING, "phone-hangup"),
    CallState.PASSED_ON: (ToneName.NEUTRAL, "phone-transfer"),
}


class LogPage(QWidget):
    """`opened` carries a call that is still open; `registering` asks for a call by hand."""

    opened = Signal(object)
    registering = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        codes = current_codes(services)
        outcomes = {outcome.code: outcome.label for outcome in codes.outcomes}
        self.model = RecordModel[Call](
            (
                Column(
                    self.tr("Tid"),
                    lambda call: lately(call.rang_at),
                    sort=lambda call: call.rang_at,
                    figures=True,
                    width=16,
                ),
                Column(self.tr("Nummer"), number_of_call, width=18),
                Column(self.tr("Kö"), lambda call: call.queue or "–", width=10),
                Column(
                    self.tr("Läge"),
                    lambda call: label(call.state),
                    badge=lambda call: Badge(label(call.state), *_TONES[call.state]),
                    width=16,
                ),
                Column(
                    self.tr("Väntade"),
                    lambda call: span(call.waited),
                    sort=lambda call: call.waited,
                    figures=True,
                    width=9,
                ),
                Column(
                    self.tr("Ledde till"),
                    lambda call: outcomes.get(call.outcome or "", call.outcome or ""),
                ),
            ),
            key=lambda call: call.id,
            parent=self,
        )
        self.table = RecordTable(
            self.tr("Samtal"),
            self.model,
            empty=EmptyState(
                self.tr("Inga samtal än"),
                self.tr("Här visas samtalen när telefonen har ringt."),
                icon="phone",
            ),
        )
        self.table.opened.connect(self._on_activated)
        register = Button(self.tr("Nytt samtal"), ButtonKind.PRIMARY, icon="plus", keys="Ctrl+N")
        register.clicked.connect(self.registering)
        head = spaced(QHBoxLayout(), gap="s")
        title = Text(self.tr("Samtal"), Type.TITLE)
        title.setProperty("heading", True)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(register)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addLayout(head)
        column.addWidget(self.table, 1)
        tasks.changed.connect(self._on_changed)

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        self._tasks.run(
            self, self._services.calls.latest, self.model.replace, lambda _: None, topic="calls"
        )

    def _on_activated(self, call: Call) -> None:
        if call.open:
            self.opened.emit(call.id)

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("call") and self.isVisible():
            self.refresh()
