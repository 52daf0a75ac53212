"""What the centre has handed back: when, what, why and whose.  Nothing of it can be waved away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.work_items import ItemKind, WorkItem
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.panels.handed_back_item import HandedBackDialog
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence_of
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import lately
from ui.verb_words import verb_words
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class HandedBack(QWidget):
    """Not there while nothing waits, nor at a desk that has no centre.

    `opened` carries the id of an entry and `call_opened` of a call that is to be shown,
    `act_wanted` an action that is to be done; `counted` when another number waits; `said` a
    sentence for a notice.
    """

    opened = Signal(object)
    call_opened = Signal(object)
    act_wanted = Signal(object)
    counted = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._names: Mapping[UUID, str] = {}
        self._me: UUID | None = None
        self.model = RecordModel[WorkItem](
            (
                Column(
                    self.tr("Gjort"),
                    lambda item: lately(item.happened_at),
                    sort=lambda item: item.happened_at,
                    figures=True,
                    width=15,
                ),
                Column(
                    self.tr("Läge"),
                    lambda item: self._badge(item).text,
                    badge=self._badge,
                    width=12,
                ),
                Column(self.tr("Vad som gjordes"), lambda item: verb_words(item.verb), width=22),
                Column(self.tr("Av"), self._whose, width=12),
                Column(self.tr("Varför det kom tillbaka"), lambda item: sentence_of(item.code)),
            ),
            key=lambda item: item.id,
            parent=self,
        )
        self.table = RecordTable(self.tr("Återlämnat av centralen"), self.model)
        title = Text(self.tr("Återlämnat av centralen"), Type.LEAD)
        title.setProperty("heading", True)
        self.table.opened.connect(self._open)
        column = spaced(QVBoxLayout(self), gap="s")
        column.addWidget(title)
        column.addWidget(self.table, 1)
        self.hide()
        tasks.changed.connect(self._on_changed)

    @property
    def items(self) -> tuple[WorkItem, ...]:
        """What waits."""
        return tuple(self.model.records)

    def refresh(self) -> None:
        """Ask the store; nothing at a desk that has no centre."""
        if self._services.link is not None:
            ask = partial(_waiting, self._services)
            self._tasks.run(self, ask, self._show, lambda _: None, topic="handed-back")

    def forget(self) -> None:
        """The operator has left."""
        self._names, self._me = {}, None
        self._put(())

    def _show(self, found: tuple[tuple[WorkItem, ...], UUID, dict[UUID, str]]) -> None:
        items, self._me, self._names = found
        self._put(items)

    def _put(self, items: tuple[WorkItem, ...]) -> None:
        self.model.replace(items)
        self.setVisible(bool(items))
        self.counted.emit()

    def _open(self, item: WorkItem) -> None:
        dialog = HandedBackDialog(
            self._tasks,
            self._services,
            item,
            whose=self._whose(item),
            mine=item.operator_id == self._me,
            parent=self,
        )
        dialog.entry_wanted.connect(self.opened)
        dialog.call_wanted.connect(self.call_opened)
        dialog.act_wanted.connect(self.act_wanted)
        dialog.resolved.connect(lambda: self.said.emit(self.tr("Uppgiften är löst.")))
        dialog.open()

    def _whose(self, item: WorkItem) -> str:
        if item.operator_id == self._me:
            return self.tr("Du")
        return self._names.get(item.operator_id) or self.tr("En kollega")

    def _badge(self, item: WorkItem) -> Badge:
        now: datetime = self._services.now()
        if item.due_at < now:
            return Badge(self.tr("Försenad"), ToneName.WARNING, "clock")
        if item.kind is ItemKind.REJECTED:
            return Badge(self.tr("Avvisad"), ToneName.DANGER, "close")
        return Badge(self.tr("Granskas"), ToneName.WARNING, "search")

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("work_item"):
            self.refresh()


def _waiting(services: Services) -> tuple[tuple[WorkItem, ...], UUID, dict[UUID, str]]:
    """On the store's thread: what waits, for whom it is asked, and the colleagues' names."""
    items, me = services.work_items.waiting(), services.operators.me().id
    names: dict[UUID, str] = {}
    if any(item.operator_id != me for item in items):
        try:
            names = {each.id: each.name for each in services.calls.colleagues()}
        except KundcenterError:  # who works no calls leads nobody by name
            names = {}
    return items, me, names
