"""The week as a grid: by arrows and Enter, the letter of a shift, and Delete."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.panels.supervision.roster_model import BADGES, Cell, RosterModel
from ui.supervision.roster_week import DAYS
from ui.theme.look import current
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.speech import named
from ui.widgets.table import RecordHeader

Index = QModelIndex | QPersistentModelIndex
NAME_LETTERS, TIME_LETTERS, LEAST_LETTERS = 18, 8, 9
GAP = 4  # pixels between two marks
FRAME = 2  # pixels around the cell under the cursor


class MarksDelegate(QStyledItemDelegate):
    """Paints the marks of a cell beside one another; those without room are cut."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(BADGES):
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        badges = index.data(BADGES) or ()
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_HasFocus:  # more than a colour tells where one is
            painter.setPen(QPen(QColor(current().colours.focus), FRAME))
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -2))
        x = float(box.x() + current().metrics.space("xs"))
        for badge in badges:
            size, room = chip_size(badge), box.right() - x
            if room < size.height():
                return
            top = box.y() + (box.height() - size.height()) / 2
            paint_chip(painter, QPointF(x, top), badge, room)
            x += size.width() + GAP


class RosterGrid(QTableView):
    """`opened` carries the Cell of Enter or a double click, `moved` the one under the cursor.

    `struck` carries a letter or figure that was typed, `erased` comes of Delete.
    """

    opened = Signal(object)
    moved = Signal(object)
    struck = Signal(str)
    erased = Signal()

    def __init__(self, model: RosterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        named(self, self.tr("Schemat"), self.tr("Piltangenter går mellan dagar och personer."))
        self.setHorizontalHeader(RecordHeader(self))
        self.horizontalHeader().setSectionsClickable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()  # the names: in sight however far one has scrolled
        rows.setObjectName("rowNames")
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setHighlightSections(False)
        rows.setSectionsClickable(False)
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(MarksDelegate(self))
        self.setModel(model)
        self.doubleClicked.connect(lambda _: self._open())
        self._measure()

    @property
    def cell(self) -> Cell | None:
        """What is under the cursor."""
        index = self.currentIndex()
        return self._model.cell(index.row(), index.column()) if index.isValid() else None

    def choose(self, person_id: UUID | None, day: date | None) -> None:
        """Put the cursor on somebody's day, as far as they are shown."""
        place = self._model.place_of(person_id, day)
        if place is not None:
            self.setCurrentIndex(self._model.index(*place))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(self.cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.cell is not None:
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            self.erased.emit()
        elif not shifted and len(event.text()) == 1 and event.text().isalnum():
            self.struck.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or self.cell is None:
            self.choose(None, None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_model"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self) -> None:
        if self.cell is not None:
            self.opened.emit(self.cell)

    def _measure(self) -> None:
        metrics = current().metrics
        self.verticalHeader().setMinimumSectionSize(metrics.row)  # first: it bounds the other
        self.verticalHeader().setDefaultSectionSize(metrics.row)
        self._fit()

    def _fit(self) -> None:
        """The days share what names and times leave; where that is too little it scrolls."""
        letter, inset = self.fontMetrics().averageCharWidth(), current().metrics.space("m")
        self.verticalHeader().setFixedWidth(NAME_LETTERS * letter + 2 * inset)
        last = TIME_LETTERS * letter + 2 * inset
        room = self.viewport().width() - last
        each = max(LEAST_LETTERS * letter + inset, room // DAYS)
        for column in range(DAYS):
            self.setColumnWidth(column, each)
        self.setColumnWidth(DAYS, max(last, self.viewport().width() - DAYS * each))
