"""The week as a table: a row for each who works, a column for each day.

The first rows tell of each day: what it is, how many turns, whether a nurse is alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.colleagues import Colleague
from kundcenter.domain.supervision.lone_working import LoneWorking
from kundcenter.domain.supervision.work_turns import WorkTurn
from ui.badges import Badge
from ui.supervision.roster_cells import all_turns, alone_badge, counted, nobody_badge, turn_badge
from ui.supervision.roster_week import DAYS, Week
from ui.supervision.roster_words import (
    day_head,
    day_notes,
    day_words,
    hours_figures,
    plan_words,
)

Index = QModelIndex | QPersistentModelIndex
BADGES = Qt.ItemDataRole.UserRole + 2  # the marks of a cell, painted by the delegate


class Head(StrEnum):
    """A row that tells of the days."""

    NOTES = "notes"
    TURNS = "turns"
    ALONE = "alone"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is under the cursor.  Without a person it is one of the rows above them."""

    day: date | None
    person: Colleague | None
    turns: tuple[WorkTurn, ...] = ()
    head: Head | None = None


class RosterModel(QAbstractTableModel):
    """Shows a week to whoever is `me`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.week: Week | None = None
        self._role: Role | None = None
        self._me: UUID | None = None
        self._today: date | None = None
        self._people: tuple[Colleague, ...] = ()
        self._heads: tuple[Head, ...] = ()
        self._cells: dict[tuple[UUID, date], tuple[WorkTurn, ...]] = {}
        self._times: dict[UUID, timedelta] = {}
        self._alone: dict[date, LoneWorking] = {}

    def show_week(
        self, week: Week | None, role: Role | None, *, me: UUID | None, today: date | None
    ) -> None:
        """Show it, of those who work as `role`; None is nothing at all."""
        self.beginResetModel()
        self.week, self._role, self._me, self._today = week, role, me, today
        self._people = week.rows(role) if week else ()
        self._cells = week.cells(role) if week else {}
        self._times = week.working_times() if week else {}
        self._alone = {day: week.alone(day) for day in week.days} if week else {}
        self._heads = self._needed_heads()
        self.endResetModel()

    def _needed_heads(self) -> tuple[Head, ...]:
        """Those of which there is something to tell."""
        if self.week is None:
            return ()
        noted = any(day_notes(day) for day in self.week.days)
        empty = any(nobody_badge(found) for found in self._alone.values())
        first = (Head.NOTES,) if noted else ()
        last = (Head.NOBODY,) if empty else ()
        return (*first, Head.TURNS, Head.ALONE, *last)

    def cell(self, row: int, column: int) -> Cell | None:
        """What a place means; None outside."""
        week = self.week
        if week is None or not 0 <= row < self.rowCount():
            return None
        day = week.days[column] if 0 <= column < DAYS else None
        if row < len(self._heads):
            return Cell(day, None, head=self._heads[row])
        person = self._people[row - len(self._heads)]
        turns = self._cells.get((person.id, day), ()) if day is not None else ()
        return Cell(day, person, turns)

    def place_of(self, person_id: UUID | None, day: date | None) -> tuple[int, int] | None:
        """Where the cell of somebody on a day is; without somebody the first row of people."""
        if self.week is None or not self._people:
            return None
        ids = [each.id for each in self._people]
        row = ids.index(person_id) if person_id in ids else 0
        days = self.week.days
        column = days.index(day) if day in days else 0
        return row + len(self._heads), column

    # -- what Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads) + len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else DAYS + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return self._badges(cell) if role == BADGES else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.week is None:
            return None
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section if across else 0)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heading(section) if across else self._row_name(section)

    def _heading(self, section: int) -> str:
        assert self.week is not None
        if section >= DAYS:
            return self.tr("Arbetstid")
        day = self.week.days[section]
        if day == self._today:
            return self.tr("i dag {day}").format(day=f"{day.day}/{day.month}")
        return day_head(day)

    # -- in words ------------------------------------------------------------------------------

    def _row_name(self, row: int) -> str:
        cell = self.cell(row, 0)
        return self._name_of(cell) if cell is not None else ""

    def _name_of(self, cell: Cell) -> str:
        if cell.person is not None:
            return self._name(cell.person)
        return {
            Head.NOTES: self.tr("Dagen"),
            Head.TURNS: self.tr("Antal pass"),
            Head.ALONE: self.tr("Ensam sjuksköterska"),
            Head.NOBODY: self.tr("Ingen sjuksköterska"),
        }[cell.head or Head.TURNS]

    def _text(self, cell: Cell) -> str:
        if cell.head is not None:
            return self._head_text(cell)
        assert cell.person is not None
        if cell.day is None:
            lasts = self._times.get(cell.person.id)
            return hours_figures(lasts) if lasts else ""
        return "  ".join(turn_badge(each).text for each in cell.turns)

    def _head_text(self, cell: Cell) -> str:
        if cell.day is None or self.week is None:
            return ""
        if cell.head is Head.NOTES:
            return day_notes(cell.day)
        if cell.head is Head.TURNS:
            return all_turns(self.week.count(cell.day, self._role))
        return " ".join(each.text for each in self._badges(cell))

    def _name(self, person: Colleague) -> str:
        """Of two who are called the same the user names tell who is who."""
        name = person.name
        if sum(each.name == name for each in self._people) > 1:
            name = f"{name}, {person.user_name}"
        if person.id == self._me:
            return self.tr("{name} (du)").format(name=name)
        if person.left:
            return self.tr("{name} (slutat)").format(name=name)
        return name

    def _badges(self, cell: Cell) -> tuple[Badge, ...]:
        if cell.day is not None and cell.head in {Head.ALONE, Head.NOBODY}:
            of = alone_badge if cell.head is Head.ALONE else nobody_badge
            badge = of(self._alone[cell.day])
            return (badge,) if badge is not None else ()
        return tuple(turn_badge(each) for each in cell.turns)

    def spoken(self, cell: Cell) -> str:
        """All that there is to say of a cell: for the line above the grid, and read out."""
        if cell.day is None or self.week is None:
            words = self.tr("{name}, arbetstid i veckan: {hours}")
            hours = self._text(cell) or "–"
            return words.format(name=self._name_of(cell), hours=hours)
        if cell.head is not None:
            words = self._head_text(cell) or "–"
            counts = self.week.count(cell.day, self._role)
            if cell.head is Head.TURNS and counts:
                words = f"{words} ({counted(counts)})"
            return f"{self._name_of(cell)}, {day_words(cell.day)}: {words}"
        told = "; ".join(plan_words(each.plan, self.week.names) for each in cell.turns)
        words = told or self.tr("inget pass")
        return f"{self._name_of(cell)}, {day_words(cell.day)}: {words}"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column >= DAYS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
