"""The list of the switchboard: letters search, arrows choose, Enter passes on."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kundcenter.domain.switchboard.board import Key, Line, LineKind
from ui.actions import Action
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.records import Column, RecordModel
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.row_words import about, icon_of, line_badge, there_badge
from ui.switchboard.targets import ADVICE_QUEUE, name_of, written
from ui.theme.space import spaced
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.table import RecordTable

ADVICE_ROW: Key = (LineKind.QUEUE, ADVICE_QUEUE)  # it has a row of its own as 1177
SHOWN = 50  # rows; nobody reads more of them
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NO_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DispatchList(QWidget):
    """`sent` at Enter, `asked` at Shift+Enter; `chosen` when another row is, or none."""

    sent = Signal()
    asked = Signal()
    chosen = Signal()

    def __init__(
        self, board: BoardKeeper, units: DirectoryKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._board, self._units = board, units
        self._badges: dict[tuple[Key, bool], Badge | None] = {}
        self.moved = False  # to a row, by the arrows or a click
        self._put_first: Line | None = None  # chosen by a key, whatever else fits the words
        self.field = Field(
            self.tr("Sök person, enhet, jour eller svarsgrupp"),
            keys=Action.DISPATCH_FIND,
            placeholder=self.tr("Namn, titel, arbetsplats eller nummer"),
            longest=120,
        )
        self.model = RecordModel[Line](
            (
                Column(self.tr("Namn"), name_of, icon=icon_of),
                Column(self.tr("Titel och arbetsplats"), about, width=18),
                Column(self.tr("Linje"), self._line_text, badge=self._line_badge, width=10),
                Column(
                    self.tr("Frånvaro och öppet"),
                    self._there_text,
                    badge=self._there_badge,
                    tip=self._there_text,
                    width=19,
                ),
            ),
            key=lambda line: line.key,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Hämtar katalogen"), icon="search")
        self.table = RecordTable(self.tr("Träffar"), self.model, empty=self._empty)
        column = spaced(QVBoxLayout(self), gap="s")
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.field)
        self.field.edit.installEventFilter(self)
        self.table.installEventFilter(self)
        self.field.changed.connect(lambda _: self._on_typed())
        self.table.opened.connect(lambda _: self._gone_to(send=True))
        self.table.clicked.connect(lambda _: self._gone_to(send=False))
        self.table.chosen.connect(lambda _: self.chosen.emit())

    @property
    def current(self) -> Line | None:
        """The row under the cursor."""
        found = self.table.current
        return found if isinstance(found, Line) else None

    @property
    def text(self) -> str:
        return self.field.text().strip()

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def clear(self) -> None:
        """Ready for the next name."""
        self._put_first, self.moved = None, False
        self.field.set_text("")
        self.search()
        if self.model.rowCount():
            self.table.selectRow(0)
            self.table.scrollToTop()

    def show_line(self, line: Line) -> None:
        """Put a row first and the cursor on it, as if its name had been written."""
        self._put_first = line
        self.field.set_text(name_of(line))
        self.search()
        self.table.choose(line.key)
        if self.field.edit.hasFocus():
            self.field.edit.selectAll()  # what is written next is another name

    def search(self) -> None:
        """What fits the words, the best first; a number that is written is a row too."""
        kept = self.current
        text = self.field.text()
        found = [line for line in self._board.find(text, SHOWN) if line.key != ADVICE_ROW]
        number = written(text)
        if number is not None:
            found.append(number)
        if self._put_first is not None:
            first = self._board.line(self._put_first.key) or self._put_first
            found = [first, *(line for line in found if line.key != first.key)]
        self.model.replace(found)
        if self._board.loaded:
            self._empty.say(
                self.tr("Ingen träff"), self.tr("Skriv färre bokstäver, eller ett nummer.")
            )
        if found and (kept is None or self.model.row_of(kept.key) < 0):
            self.table.selectRow(0)
            self.table.scrollToTop()
        self.chosen.emit()

    def renew(self) -> None:
        """The same rows, as they stand by now."""
        self._badges.clear()
        self.model.renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress:
            return False
        stroke = cast("QKeyEvent", event)
        if watched is self.table:
            self.moved = self.moved or stroke.key() in _MOVES
            return self._from_table(stroke)
        return self._from_field(stroke)

    def _from_field(self, stroke: QKeyEvent) -> bool:
        held = stroke.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if stroke.key() in _ENTER and not held & _NO_TEXT:
            if not stroke.isAutoRepeat():  # a key that is held down passes on one call
                shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
                (self.asked if shift else self.sent).emit()
            return True
        if stroke.key() in _MOVES:
            self.moved = True
            QApplication.sendEvent(self.table, stroke)
            return True
        if stroke.key() == Qt.Key.Key_Escape and self.field.text():
            self.clear()
            return True
        return False

    def _from_table(self, stroke: QKeyEvent) -> bool:
        """Letters go on in the field, wherever a click has left the focus."""
        shift = stroke.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if stroke.key() in _ENTER and shift:
            self.asked.emit()
            return True
        text = stroke.text()
        if text and text.isprintable() and not stroke.modifiers() & _NO_TEXT:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(self.field.edit, stroke)
            return True
        return False

    def _gone_to(self, *, send: bool) -> None:
        self.moved = True
        if send:
            self.sent.emit()

    def _on_typed(self) -> None:
        self._put_first, self.moved = None, False
        self.search()
        if self.model.rowCount():
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _badge(self, line: Line, *, there: bool) -> Badge | None:
        """Made once for a state of things: a cell that is painted asks several times."""
        key = (line.key, there)
        if key not in self._badges:
            made = (
                there_badge(self._board, self._units, line)
                if there
                else line_badge(self._board, line)
            )
            self._badges[key] = made
        return self._badges[key]

    def _line_badge(self, line: Line) -> Badge | None:
        return self._badge(line, there=False)

    def _there_badge(self, line: Line) -> Badge | None:
        return self._badge(line, there=True)

    def _line_text(self, line: Line) -> str:
        badge = self._badge(line, there=False)
        return "" if badge is None else badge.text

    def _there_text(self, line: Line) -> str:
        badge = self._badge(line, there=True)
        return "" if badge is None else badge.text
