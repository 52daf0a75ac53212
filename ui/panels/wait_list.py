"""A unit's waiting list: who waits is told by what for and how long, never by name."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import local
from kundcenter.domain.freed_times import ToldWait, Wait, WaitEnded
from kundcenter.domain.grounds import Ground, GroundNeeded
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.find_person import FindPersonDialog
from ui.dialogs.ground import GroundDialog
from ui.dialogs.wait import EndWaitDialog, PriorityDialog, WaitDialog
from ui.directory_keeper import DirectoryKeeper
from ui.freed_words import notice_words, period_words, priority_badge, suits_words
from ui.keys import keys
from ui.link import Marks, mark_column
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.unit_source import DirectoryUnits
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.found_box import FoundCombo
from ui.widgets.head import Head
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class WaitListPart(QWidget):
    """`said` carries a sentence, `refused` an error.

    Opening a line to change it opens the person, which leaves a record in the log; looking at the
    list does not.
    """

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.unit = FoundCombo(
            self.tr("Enhet"),
            keys=Action.FIND_TIMES,
            placeholder=self.tr("Skriv en del av namnet"),
        )
        marks = Marks.of(tasks, services)
        self.model = self._made_model(marks)
        marks.changed.connect(self.model.renew)
        self._empty = EmptyState(self.tr("Välj en enhet"), icon="people")
        self.table = RecordTable(self.tr("Väntelista"), self.model, empty=self._empty)
        self.table.sort_by(0)
        self.add = Button(
            self.tr("Ny på väntelistan"), ButtonKind.PRIMARY, icon="plus", keys=Action.WAIT_NEW
        )
        self.change = Button(self.tr("Öppna"), icon="pen", keys="Return")
        self.rank = Button(self.tr("Prioritet"), icon="shape-diamond", keys=Action.WAIT_PRIORITY)
        self.end = Button(self.tr("Avsluta"), icon="close", keys=Action.WAIT_END)
        self.count = Text("", Type.SMALL, role="muted")
        self._lay_out()
        self._listen()

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        reason = Qt.FocusReason.ShortcutFocusReason
        (self.unit if self.unit.value is None else self.table).setFocus(reason)

    def refresh(self) -> None:
        self.rank.setVisible(self._keeper.may(Function.SET_PRIORITY))
        unit = self.unit.value
        if unit is None:
            self._show(())
            return
        verb = partial(self._services.wait_list.of_unit, UUID(unit))
        self._tasks.run(self, verb, self._show, self.refused.emit, topic="waits")

    def forget(self) -> None:
        """The operator has left."""
        self.unit.choose(None)
        self.model.replace(())
        self._show_acts()

    # -- the list ------------------------------------------------------------------------------

    def _show(self, waits: tuple[Wait, ...]) -> None:
        if self.unit.value is not None:
            self._empty.say(
                self.tr("Ingen väntar vid enheten"),
                self.tr("Sätt upp patienten härifrån eller från samtalskortet."),
                icon="people",
            )
        self.model.replace(waits)
        if waits and self.table.current is None:
            self.table.selectRow(0)
        self.count.setText(self.tr("Väntar: {count}").format(count=len(waits)) if waits else "")
        self._show_acts()

    def _show_acts(self) -> None:
        chosen = self.table.current is not None
        for button in (self.change, self.rank, self.end):
            button.setEnabled(chosen)

    def _made_model(self, marks: Marks) -> RecordModel[Wait]:
        return RecordModel[Wait](
            (
                Column(
                    self.tr("Väntar sedan"),
                    lambda wait: str(local(wait.added_at).date()),
                    sort=lambda wait: wait.added_at,
                    figures=True,
                    width=11,
                ),
                Column(
                    self.tr("Tidstyp"),
                    lambda wait: wait.time_type,
                    tip=lambda wait: wait.time_type,
                    width=18,
                ),
                Column(self.tr("När"), period_words, tip=period_words, width=19),
                Column(self.tr("Passar"), suits_words, tip=suits_words),
                Column(
                    self.tr("Varsel"),
                    lambda wait: notice_words(wait.notice),
                    sort=lambda wait: wait.notice,
                    figures=True,
                    width=7,
                ),
                Column(
                    self.tr("Prioritet"),
                    lambda wait: str(wait.priority) if wait.priority else "",
                    badge=lambda wait: priority_badge(wait.priority),
                    sort=lambda wait: -wait.priority,
                    width=8,
                ),
                Column(
                    self.tr("Vårdgaranti"),
                    lambda wait: (
                        str(local(wait.guaranteed_by).date()) if wait.guaranteed_by else ""
                    ),
                    sort=lambda wait: wait.guaranteed_by,
                    figures=True,
                    width=11,
                ),
                Column(
                    self.tr("Frågad"),
                    lambda wait: str(wait.offered),
                    sort=lambda wait: wait.offered,
                    figures=True,
                    width=6,
                ),
                *mark_column(marks, lambda wait: marks.badge("wait", wait.id)),
            ),
            key=lambda wait: wait.id,
            parent=self,
        )

    def _lay_out(self) -> None:
        words = self.tr("Ingen patient nämns i listan. Den som öppnas loggas.")
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(self.unit)
        column.addWidget(self.table, 1)
        column.addWidget(Text(words, Type.SMALL, role="muted", wrap=True))
        column.addWidget(Head((self.count,), (self.add, self.change, self.rank, self.end)))

    def _listen(self) -> None:
        self.unit.chosen.connect(lambda _: self.refresh())
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _: self._show_acts())
        self.add.clicked.connect(self._find)
        self.change.clicked.connect(self._open_current)
        self.rank.clicked.connect(self._ask_priority)
        self.end.clicked.connect(self._ask_end)
        keys().bind(self, Action.FIND_TIMES, self._to_unit)
        keys().bind(self, Action.WAIT_NEW, self.add.click)
        keys().bind(self, Action.WAIT_PRIORITY, self.rank.click)
        keys().bind(self, Action.WAIT_END, self.end.click)
        self._tasks.changed.connect(self._on_changed)
        self._keeper.changed.connect(self._on_directory)
        self._on_directory()
        self._show_acts()

    # -- what is done --------------------------------------------------------------------------

    def _to_unit(self) -> None:
        self.unit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _find(self) -> None:
        dialog = FindPersonDialog(self._tasks, self._services, parent=self)
        dialog.found.connect(self._ask_new)
        dialog.open()

    def _ask_new(self, person_id: UUID) -> None:
        unit = UUID(self.unit.value) if self.unit.value is not None else None
        dialog = WaitDialog(self._tasks, self._services, person_id, unit_id=unit, parent=self)
        dialog.said.connect(self.said)
        dialog.open()

    def _open_current(self) -> None:
        wait: Wait | None = self.table.current
        if wait is not None:
            self._open(wait)

    def _open(
        self, wait: Wait, ground: Ground | None = None, asked: GroundDialog | None = None
    ) -> None:
        """The line that was meant: the list may have moved on while it was asked why."""
        refused = partial(self._not_opened, wait, asked)
        if ground is None:
            look = partial(self._services.wait_list.get, wait.id)
        else:
            look = partial(self._services.wait_list.get, wait.id, ground)

        def show(told: ToldWait) -> None:
            try:
                told.wait.must_wait()
            except WaitEnded as error:
                refused(error)
                return
            if asked is not None:
                asked.accept()
            dialog = WaitDialog(self._tasks, self._services, told.person.id, told=told, parent=self)
            dialog.said.connect(self.said)
            dialog.open()

        # For a question that was put away nothing is opened any more.
        self._tasks.run(self if asked is None else asked, look, show, refused)

    def _not_opened(self, wait: Wait, asked: GroundDialog | None, error: KundcenterError) -> None:
        """Of somebody who is in none of one's calls it is asked why."""
        if asked is not None:
            asked.refuse(error)
        elif isinstance(error, GroundNeeded):
            dialog = GroundDialog(parent=self)
            dialog.confirmed.connect(partial(self._open_on, wait, dialog))
            dialog.open()
        else:
            self.refused.emit(error)

    def _open_on(self, wait: Wait, dialog: GroundDialog) -> None:
        ground = dialog.ground
        if ground is not None:
            dialog.set_busy(True)
            self._open(wait, ground, dialog)

    def _ask_priority(self) -> None:
        wait: Wait | None = self.table.current
        if wait is not None and self._keeper.may(Function.SET_PRIORITY):
            PriorityDialog(self._tasks, self._services, wait, parent=self).open()

    def _ask_end(self) -> None:
        wait: Wait | None = self.table.current
        if wait is not None:
            dialog = EndWaitDialog(self._tasks, self._services, wait, parent=self)
            dialog.said.connect(self.said)
            dialog.open()

    def _on_directory(self) -> None:
        self.unit.find_in(DirectoryUnits(self._keeper.directory))

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("wait") and self.isVisible():
            self.refresh()
