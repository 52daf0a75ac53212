"""The one list: a table of records in our look, sorted by its headings, opened by Enter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.badges import Badge
from ui.icons import pixmap, screen_ratio
from ui.records import RecordModel, Role
from ui.theme.look import current
from ui.theme.metrics import Metrics
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.empty import EmptyState
from ui.widgets.speech import named

Index = QModelIndex | QPersistentModelIndex
STRETCH = QHeaderView.ResizeMode.Stretch
FREE = QHeaderView.ResizeMode.Interactive
LEAST_SHARE = 0.6  # of what a column of words asks for
LEAST = 18  # letters for a column that takes what is left over


class FiguresDelegate(QStyledItemDelegate):
    """Digits of equal width, so that a column of times or numbers stands straight."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.font.setFeature(QFont.Tag("tnum"), 1)


class BadgeDelegate(QStyledItemDelegate):
    """Paints the mark of the cell instead of its text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if isinstance(index.data(Role.BADGE), Badge):
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        badge = index.data(Role.BADGE)
        if isinstance(badge, Badge):
            box: QRect = option.rect
            inset = current().metrics.space("m")
            top = box.y() + (box.height() - chip_size(badge).height()) / 2
            paint_chip(painter, QPointF(box.x() + inset, top), badge, box.width() - inset - 4)


class RecordHeader(QHeaderView):
    """Headings to the left, and a chevron of our own beside the one that sorts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(200, current().metrics.row - 2)  # the table gives the width; asking is slow

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if not self.isSortIndicatorShown() or self.sortIndicatorSection() != logicalIndex:
            return
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        side = round(14 * current().metrics.scale)
        ink = QColor(current().colours.accent_ink)
        drawn = pixmap("chevron-up" if up else "chevron-down", ink, side, screen_ratio())
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        width = self.fontMetrics().horizontalAdvance(title)
        inset = current().metrics.space("m")
        x = rect.x() + inset + width + 4
        if self._to_the_right(logicalIndex):
            x = rect.right() - inset - width - side - 3
        x = max(rect.x(), min(x, rect.right() - side))
        painter.drawPixmap(x, rect.y() + (rect.height() - side) // 2, drawn)

    def _to_the_right(self, section: int) -> bool:
        role = Qt.ItemDataRole.TextAlignmentRole
        alignment = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        return bool(Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight)


class RecordTable(QTableView):
    """Shows a `RecordModel`.  `opened` carries the record of Enter or a double click."""

    opened = Signal(object)
    chosen = Signal(object)  # the current record changed

    def __init__(
        self,
        name: str,
        model: RecordModel[Any],
        *,
        empty: EmptyState | None = None,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`flush` takes away the frame, for a table that fills a card or a page."""
        super().__init__(parent)
        named(self, name)
        self.setProperty("flush", flush)
        self._records = model
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        self._measured: Metrics | None = None
        self._dragged = self._fitting = False
        self.setHorizontalHeader(RecordHeader(self))
        self.horizontalHeader().sectionResized.connect(self._on_resized)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(model)
        for number, column in enumerate(model.columns):
            if column.badge:
                self.setItemDelegateForColumn(number, BadgeDelegate(self))
            elif column.figures:
                self.setItemDelegateForColumn(number, FiguresDelegate(self))
        self._measure()
        self._empty = empty
        if empty is not None:
            empty.setParent(self.viewport())
            for signal in (model.rowsInserted, model.rowsRemoved):
                signal.connect(self._show_empty)
            self._show_empty()
        model.replacing.connect(self._hold_place)
        model.replaced.connect(self._keep_place)
        self.doubleClicked.connect(self._open)

    def sort_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort now, show it in the heading and let the headings be clicked."""
        self.horizontalHeader().setSortIndicator(column, order)
        self.setSortingEnabled(True)

    def show_column(self, number: int, shown: bool) -> None:
        """Show or hide a column; the others take its room, or give it."""
        if self.isColumnHidden(number) == shown:
            self.setColumnHidden(number, not shown)
            self._fit()

    @property
    def current(self) -> Any | None:
        """The record under the cursor."""
        index = self.currentIndex()
        return index.data(Role.RECORD) if index.isValid() else None

    def choose(self, key: object) -> None:
        """Put the cursor on the record with that key, if it is shown."""
        row = self._records.row_of(key)
        if row >= 0:
            self.selectRow(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.data(Role.RECORD) if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        clicked = event.reason() is Qt.FocusReason.MouseFocusReason  # and chooses by itself
        if not clicked and self._records.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(max(0, self.currentIndex().row()))  # Qt moves there and marks nothing

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_records"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._place_empty()
        self._fit()

    def _measure(self) -> None:
        metrics = current().metrics
        if metrics == self._measured:
            return  # Qt announces one change of style several times
        self._measured = metrics
        self.verticalHeader().setMinimumSectionSize(metrics.row)  # first: it bounds the other
        self.verticalHeader().setDefaultSectionSize(metrics.row)
        side = round(metrics.icon * 0.85)
        self.setIconSize(QSize(side, side))
        self._dragged = False
        self._fit()

    def _fit(self) -> None:
        """Give each column its letters; where they do not all fit, long words give way.

        Numbers, times and marks never do: half an identity is a wrong one.  Where even that is
        not enough the list scrolls sideways.
        """
        if self._dragged:
            return  # the operator has chosen widths
        font, inset = self.fontMetrics(), 2 * current().metrics.space("m")
        letter = max(font.averageCharWidth(), font.horizontalAdvance("0"))
        every = enumerate(self._records.columns)
        columns = {n: column for n, column in every if not self.isColumnHidden(n)}
        self.horizontalHeader().setStretchLastSection(all(c.width for c in columns.values()))
        wanted = {n: (c.width or LEAST) * letter + inset for n, c in columns.items()}
        for number, column in columns.items():
            wanted[number] += self.iconSize().width() + 6 if column.icon else 0
        words = [n for n, c in columns.items() if not c.badge and not 0 < c.width <= LEAST]
        short = sum(wanted.values()) - self.viewport().width()
        room = sum(wanted[n] for n in words)
        share = max(LEAST_SHARE, 1 - short / room) if short > 0 and room else 1.0
        self._fitting = True
        for number, column in columns.items():
            stretch = not column.width and short <= 0
            self.horizontalHeader().setSectionResizeMode(number, STRETCH if stretch else FREE)
            if not stretch:
                self.setColumnWidth(number, int(wanted[number] * (share if number in words else 1)))
        self._fitting = False

    def _on_resized(self) -> None:
        held = QApplication.mouseButtons() & Qt.MouseButton.LeftButton
        self._dragged = self._dragged or bool(held and not self._fitting)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Role.RECORD))

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(self._records.rowCount() == 0)
            self._place_empty()

    def minimumSizeHint(self) -> QSize:
        """Never too low for the words of an empty list."""
        hint = super().minimumSizeHint()
        if self._empty is None or self._records.rowCount():
            return hint
        words = self._empty.heightForWidth(self.viewport().width())
        bar = self.horizontalScrollBar()
        below = bar.height() if bar.isVisibleTo(self) else 0
        return QSize(hint.width(), words + self.horizontalHeader().height() + below + 2)

    def _place_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self.updateGeometry()

    def _hold_place(self) -> None:
        """Remember the topmost row in sight, so that rows put in above do not push it away."""
        bar, first = self.verticalScrollBar(), self.indexAt(self.viewport().rect().topLeft())
        if bar.value() > bar.minimum() and first.isValid():
            self._anchor = QPersistentModelIndex(first), self.visualRect(first).top()
        else:
            self._anchor = None

    def _keep_place(self) -> None:
        held, self._anchor = self._anchor, None
        if held is None or not held[0].isValid():
            return
        self.executeDelayedItemsLayout()
        bar, (anchor, top) = self.verticalScrollBar(), held
        bar.setValue(anchor.row() * self.verticalHeader().defaultSectionSize() - top)
