"""The call log: every call of the desk and what its parts led to, without medical text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Change, Changes
from kundcenter.domain.calls import CallState
from kundcenter.domain.parts import Part
from kundcenter.services.calls import LoggedCall
from ui.actions import Action
from ui.badges import Badge
from ui.labels import label
from ui.link import Marks, mark_column
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
        self._outcomes = {outcome.code: outcome.label for outcome in codes.outcomes}
        self._marks = Marks.of(tasks, services)
        self.model = RecordModel[LoggedCall](
            (
                Column(
                    self.tr("Tid"),
                    lambda row: lately(row.call.rang_at),
                    sort=lambda row: row.call.rang_at,
                    figures=True,
                    width=16,
                ),
                Column(
                    self.tr("Läge"),
                    lambda row: label(row.call.state),
                    badge=lambda row: Badge(label(row.call.state), *_TONES[row.call.state]),
                    width=16,
                ),
                *mark_column(self._marks, self._mark),
                Column(self.tr("Nummer"), lambda row: number_of_call(row.call), width=18),
                Column(self.tr("Kö"), lambda row: row.call.queue or "–", width=10),
                Column(
                    self.tr("Väntade"),
                    lambda row: span(row.call.waited),
                    sort=lambda row: row.call.waited,
                    figures=True,
                    width=9,
                ),
                Column(self.tr("Ledde till"), self._led_to),
            ),
            key=lambda row: row.call.id,
            parent=self,
        )
        self._marks.changed.connect(self.model.renew)
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
        register = Button(
            self.tr("Nytt samtal"), ButtonKind.PRIMARY, icon="plus", keys=Action.REGISTER
        )
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

    def forget(self) -> None:
        """The operator has left."""
        self.model.replace(())

    def refresh(self) -> None:
        self._tasks.run(
            self, self._services.calls.logged, self.model.replace, lambda _: None, topic="calls"
        )

    def _mark(self, row: LoggedCall) -> Badge | None:
        """How the centre stands to the call, and to what is worst of its parts."""
        parts = (Change("part", part.id) for part in row.parts)
        return self._marks.worst(Change("call", row.call.id), *parts)

    def _led_to(self, row: LoggedCall) -> str:
        """The outcome; of a call with several parts that of each, and what is still to be done."""
        parts = row.parts
        if len(parts) < 2 and not any(part.note_due for part in parts):
            return self._outcome(row.call.outcome, done=row.call.state is CallState.DONE)
        return " · ".join(map(self._part, parts))

    def _part(self, part: Part) -> str:
        done = part.closed_at is not None
        outcome = self._outcome(part.outcome, done=done) or self.tr("inget utfall än")
        words = self.tr("{kind}: {outcome}")
        if part.note_due:
            words = self.tr("{kind}: {outcome}, anteckning återstår")
        return words.format(kind=label(part.kind), outcome=outcome)

    def _outcome(self, code: str | None, *, done: bool) -> str:
        if done and code is None:  # what is done has an outcome; this one is kept from the seat
            return self.tr("visas inte")
        return self._outcomes.get(code or "", code or "")

    def _on_activated(self, row: LoggedCall) -> None:
        if row.call.open:
            self.opened.emit(row.call.id)

    def _on_changed(self, changes: Changes) -> None:
        if (changes.of("call") or changes.of("part")) and self.isVisible():
            self.refresh()
