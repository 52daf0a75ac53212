"""What waits for the operator: unsigned notes, notes due after an emergency, others' overdue."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.parts import Part
from kundcenter.domain.waiting import Unsigned
from ui.badges import Badge
from ui.panels.handed_back import HandedBack
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import lately
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class ToDoPage(QWidget):
    """`opened` carries the id of an entry, `part_opened` a Part whose note is still to be written,
    `call_opened` the id of a call, `act_wanted` an action; `said` a sentence for a notice.

    No patient is named here, so nothing is logged until one of them is opened.
    """

    opened = Signal(object)
    part_opened = Signal(object)
    call_opened = Signal(object)
    act_wanted = Signal(object)
    said = Signal(str)
    counted = Signal(int)  # how many wait for the operator

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._oversees, self._writes = False, True
        self.unsigned = self._notes(own=True)
        self.mine = RecordTable(
            self.tr("Osignerade anteckningar"),
            self.unsigned,
            empty=EmptyState(
                self.tr("Allt är signerat"),
                self.tr("Här visas dina anteckningar tills du har signerat dem."),
                icon="check-circle",
            ),
        )
        self.due = RecordModel[Part](
            (
                Column(
                    self.tr("Samtalet öppnades"),
                    lambda part: lately(part.opened_at),
                    sort=lambda part: part.opened_at,
                    figures=True,
                    width=18,
                ),
                Column(
                    self.tr("Läge"),
                    lambda _: self.tr("Återstår"),
                    badge=lambda _: Badge(self.tr("Återstår"), ToneName.WARNING, "warning"),
                    width=14,
                ),
                Column(self.tr("Vad som ska göras"), lambda _: self.tr("Skriv anteckningen.")),
            ),
            key=lambda part: part.id,
            parent=self,
        )
        self.after_alarm = RecordTable(self.tr("Anteckningar efter larm"), self.due)
        self.overdue = self._notes(own=False)
        self.others = RecordTable(
            self.tr("Andras anteckningar som väntat för länge"),
            self.overdue,
            empty=EmptyState(
                self.tr("Ingen har väntat för länge"),
                self.tr("Här visas andras anteckningar när de har varit osignerade länge."),
                icon="check-circle",
            ),
        )
        self.handed_back = HandedBack(tasks, services, self)
        self._mine_title = self._title(self.tr("Dina osignerade anteckningar"))
        self._due_title = self._title(self.tr("Återstår efter larm 112"))
        self._others_title = self._title(self.tr("Andras anteckningar som väntat för länge"))
        self._lay_out()
        self.mine.opened.connect(self._open)
        self.others.opened.connect(self._open)
        self.after_alarm.opened.connect(self.part_opened)
        self.handed_back.opened.connect(self.opened)
        self.handed_back.call_opened.connect(self.call_opened)
        self.handed_back.act_wanted.connect(self.act_wanted)
        self.handed_back.said.connect(self.said)
        self.handed_back.counted.connect(self._show_parts)
        tasks.changed.connect(self._on_changed)

    def oversee(self, oversees: bool, *, writes: bool = True) -> None:
        """Whether the operator also sees what others left unsigned, and writes notes at all."""
        self._oversees, self._writes = oversees, writes
        self._show_parts()

    def take_focus(self) -> None:
        first = self.after_alarm if self.due.records else self.mine
        if self.handed_back.items and not self.due.records:
            first = self.handed_back.table
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """The operator has left."""
        self.handed_back.forget()
        for model in (self.unsigned, self.due, self.overdue):
            model.replace(())
        self._show_parts()

    def refresh(self) -> None:
        self.handed_back.refresh()
        if not self._writes:
            return
        journal, terms = self._services.journal, self._services.signing
        mine = partial(journal.unsigned_of_mine, terms)
        self._tasks.run(self, mine, self._show_mine, lambda _: None, topic="to-do-mine")
        self._tasks.run(
            self, self._services.calls.parts_due, self._show_due, lambda _: None, topic="to-do-due"
        )
        if self._oversees:
            overdue = partial(journal.unsigned_overdue, terms)
            self._tasks.run(
                self, overdue, self.overdue.replace, lambda _: None, topic="to-do-others"
            )

    def _open(self, unsigned: Unsigned) -> None:
        self.opened.emit(unsigned.entry_id)

    def _show_mine(self, unsigned: tuple[Unsigned, ...]) -> None:
        self.unsigned.replace(unsigned)
        self._show_parts()

    def _show_due(self, due: tuple[Part, ...]) -> None:
        self.due.replace(due)
        self._show_parts()

    def _show_parts(self) -> None:
        for part in (self._due_title, self.after_alarm):
            part.setVisible(bool(self.due.records))
        for part in (self._others_title, self.others):
            part.setVisible(self._oversees)
        for part in (self._mine_title, self.mine):
            part.setVisible(self._writes)
        waiting = (self.unsigned.records, self.due.records, self.handed_back.items)
        self.counted.emit(sum(map(len, waiting)))

    def _notes(self, *, own: bool) -> RecordModel[Unsigned]:
        late = Badge(self.tr("Försenad"), ToneName.WARNING, "clock")
        waits = Badge(self.tr("Väntar"), ToneName.NEUTRAL, "pen")
        columns = [
            Column[Unsigned](
                self.tr("Kontakt"),
                lambda each: lately(each.contact_at),
                sort=lambda each: each.contact_at,
                figures=True,
                width=18,
            ),
            Column[Unsigned](
                self.tr("Osignerad sedan"),
                lambda each: lately(each.since),
                sort=lambda each: each.since,
                figures=True,
                width=18,
            ),
            Column[Unsigned](
                self.tr("Läge"),
                lambda each: (late if each.late else waits).text,
                badge=lambda each: late if each.late else waits,
                width=14,
            ),
        ]
        if own:
            columns.append(Column[Unsigned](self.tr("Kontaktorsak"), self._reason))
        else:
            columns.append(Column[Unsigned](self.tr("Skriven av"), lambda each: each.author_name))
        return RecordModel[Unsigned](columns, key=lambda each: each.entry_id, parent=self)

    def _reason(self, unsigned: Unsigned) -> str:
        codes = self._services.codes.get(unsigned.codes)
        if codes is None or not unsigned.reason:
            return "–"
        return next((r.label for r in codes.reasons if r.code == unsigned.reason), unsigned.reason)

    def _title(self, words: str) -> Text:
        title = Text(words, Type.LEAD)
        title.setProperty("heading", True)
        return title

    def _lay_out(self) -> None:
        column = spaced(QVBoxLayout(self), "l", "m")
        heading = Text(self.tr("Att göra"), Type.TITLE)
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addWidget(self._due_title)
        column.addWidget(self.after_alarm, 1)
        column.addWidget(self.handed_back, 2)
        column.addWidget(self._mine_title)
        column.addWidget(self.mine, 2)
        column.addWidget(self._others_title)
        column.addWidget(self.others, 2)
        self._show_parts()

    def _on_changed(self, changes: Changes) -> None:
        # Out of sight too, once they are here: how many wait stands in the rail.
        here = self.isVisible() or bool(self.unsigned.records or self.due.records)
        if (changes.of("entry") or changes.of("part")) and here:
            self.refresh()
