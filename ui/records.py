"""The one table model: a read-only list of domain values that changes as little as it must.

Columns are functions from a value to what is seen.  The model sorts itself (a proxy would ask
Python for every comparison) and never queries and never writes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.badges import Badge
from ui.icons import icon
from ui.tips import plain_tip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
FEW = 24  # more runs of rows than this are told as one change of layout


class Role(IntEnum):
    RECORD = Qt.ItemDataRole.UserRole  # the value itself
    SORT = Qt.ItemDataRole.UserRole + 1
    BADGE = Qt.ItemDataRole.UserRole + 2  # a Badge, painted by the table's delegate


@dataclass(frozen=True)  # no slots: `Column[Call](...)` could not be written on Python 3.11
class Column(Generic[T]):
    """What one column shows of a value.

    `sort` gives something ordered (a number, a moment, a text); without it the text is sorted as
    the Swedish alphabet has it.  `None` comes last in both directions.
    """

    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    icon: Callable[[T], str | None] | None = None  # the name of one of our icons
    badge: Callable[[T], Badge | None] | None = None
    tip: Callable[[T], str] | None = None
    spoken: Callable[[T], str] | None = None  # for screen readers, if `text` is too short
    figures: bool = False  # numbers and times: to the right, digits of equal width
    width: int = 0  # in letters; 0 takes what is left over


class RecordModel(QAbstractTableModel, Generic[T]):
    """Shows the values given to `replace`; the same key is the same row."""

    replacing = Signal()  # before and after a replace, for views that keep their place
    replaced = Signal()

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[T] = []
        self._keys: list[Hashable] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._collator = QCollator(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._sort_keys: dict[Hashable, Any] = {}

    # -- what a panel does ---------------------------------------------------------------------

    def replace(self, records: Iterable[T]) -> None:
        """Show `records`, telling the views only what differs; selection and scroll survive."""
        self.replacing.emit()
        wanted = {self._key(record): record for record in records}
        self._remove([row for row, key in enumerate(self._keys) if key not in wanted])
        self._change(wanted)
        target = self._ordered(wanted)
        here = set(self._keys)
        self._permute([key for key in target if key in here])
        if len(target) > len(self._keys):
            self._insert(target, wanted, here)
        self.replaced.emit()

    def renew(self) -> None:
        """The same records are shown in another way: what the columns say of them has changed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def record(self, row: int) -> T:
        return self._rows[row]

    def row_of(self, key: Hashable) -> int:
        """The row of the record with that key, -1 if it is not shown."""
        return self._keys.index(key) if key in self._keys else -1

    @property
    def records(self) -> tuple[T, ...]:
        """As shown, from the top."""
        return tuple(self._rows)

    # -- what Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return _cell(self._rows[index.row()], self.columns[index.column()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self.columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = ASCENDING) -> None:
        """Sort by a column and stay sorted; a column below 0 keeps the order of `replace`."""
        self._sorted_by = (column, order) if column >= 0 else None
        self._sort_keys.clear()
        if column >= 0:
            self.replacing.emit()
            self._permute(self._ordered(dict(zip(self._keys, self._rows, strict=True))))
            self.replaced.emit()

    # -- the small steps of replace ------------------------------------------------------------

    def _ordered(self, records: dict[Hashable, T]) -> list[Hashable]:
        """The keys in the order in which they are to be shown."""
        if self._sorted_by is None:
            return list(records)
        number, order = self._sorted_by
        column = self.columns[number]
        value_of = column.sort or column.text
        known = self._sort_keys
        keys: dict[Hashable, Any] = {}
        for key, record in records.items():
            made = known.get(key)
            if made is None:
                value = value_of(record)
                made = self._collator.sortKey(value) if isinstance(value, str) else value
            keys[key] = made
        self._sort_keys = keys
        # From the order on the screen: equal ones stay put, and nearly sorted costs nearly nothing.
        shown = [key for key in self._keys if key in records]
        news = records.keys() - set(shown)
        everyone = shown + [key for key in records if key in news]
        some = [key for key in everyone if keys[key] is not None]
        some.sort(key=keys.__getitem__, reverse=order == DESCENDING)
        return some + [key for key in everyone if keys[key] is None]

    def _remove(self, rows: list[int]) -> None:
        runs = _runs(rows)
        if len(runs) > FEW:  # gather them at the end, then cut once
            gone = set(rows)
            stay = [key for row, key in enumerate(self._keys) if row not in gone]
            self._permute(stay + [self._keys[row] for row in rows])
            runs = [(len(stay), len(self._keys) - 1)]
        for first, last in reversed(runs):
            self.beginRemoveRows(QModelIndex(), first, last)
            for key in self._keys[first : last + 1]:
                self._sort_keys.pop(key, None)
            del self._rows[first : last + 1], self._keys[first : last + 1]
            self.endRemoveRows()

    def _change(self, wanted: dict[Hashable, T]) -> None:
        changed = []
        for row, key in enumerate(self._keys):
            new, old = wanted[key], self._rows[row]
            if new is not old and new != old:
                self._rows[row] = new
                self._sort_keys.pop(key, None)
                changed.append(row)
        runs = _runs(changed)
        if len(runs) > FEW:
            runs = [(changed[0], changed[-1])]
        last_column = len(self.columns) - 1
        for first, last in runs:
            self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))

    def _permute(self, target: list[Hashable]) -> None:
        if target == self._keys:
            return
        one = _single_move(self._keys, target)
        if one is not None:
            source, destination = one
            where = destination + 1 if destination > source else destination
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), where)
            self._rows.insert(destination, self._rows.pop(source))
            self._keys = target
            self.endMoveRows()
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        at = {key: row for row, key in enumerate(target)}
        new = [self.index(at[self._keys[index.row()]], index.column()) for index in old]
        by_key = dict(zip(self._keys, self._rows, strict=True))
        self._rows, self._keys = [by_key[key] for key in target], target
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert(
        self, target: list[Hashable], wanted: dict[Hashable, T], here: set[Hashable]
    ) -> None:
        runs = _runs([row for row, key in enumerate(target) if key not in here])
        if len(runs) > FEW:  # one block at the end, then everything to its place
            tail = [key for key in target if key not in here]
            first = len(self._keys)
            self.beginInsertRows(QModelIndex(), first, first + len(tail) - 1)
            self._keys = self._keys + tail
            self._rows.extend(wanted[key] for key in tail)
            self.endInsertRows()
            self._permute(target)
            return
        for first, last in runs:
            block = target[first : last + 1]
            self.beginInsertRows(QModelIndex(), first, last)
            self._keys[first:first] = block
            self._rows[first:first] = [wanted[key] for key in block]
            self.endInsertRows()


def _cell(record: Any, column: Column[Any], role: int) -> Any:
    """What a cell answers Qt; a table, because the view asks ten roles for each cell it paints."""
    answer = ANSWERS.get(role)
    return answer(column, record) if answer else None


def _icon(column: Column[Any], record: Any) -> Any:
    name = column.icon(record) if column.icon else None
    return icon(name, "muted") if name else None


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """[1, 2, 3, 7] as [(1, 3), (7, 7)]."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _single_move(old: list[Hashable], new: list[Hashable]) -> tuple[int, int] | None:
    """(from, to) if taking one element out and putting it in elsewhere makes `new` of `old`."""
    last = len(old) - 1
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b), last)
    while last > first and old[last] == new[last]:
        last -= 1
    if old[first + 1 : last + 1] == new[first:last] and old[first] == new[last]:
        return first, last
    if old[first:last] == new[first + 1 : last + 1] and old[last] == new[first]:
        return last, first
    return None


ANSWERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, record: column.text(record),
    Qt.ItemDataRole.DecorationRole: _icon,
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _: _alignment(column),
    Qt.ItemDataRole.ToolTipRole: lambda column, record: (
        plain_tip(column.tip(record)) if column.tip else None
    ),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, record: (column.spoken or column.text)(
        record
    ),
    Role.BADGE: lambda column, record: column.badge(record) if column.badge else None,
    Role.SORT: lambda column, record: (column.sort or column.text)(record),
    Role.RECORD: lambda _, record: record,
}
