"""A small list beneath the caret: what the letters that are typed may become.  Takes no focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextEdit, QWidget

from ui.theme.look import current
from ui.widgets.speech import announce, named

MOST = 8  # lines; the rest is reached by another letter
WIDEST = 460  # pixels at 100 per cent


class OfferList(QListWidget):
    """Lies in the window of its edit, so that no window manager can give it the focus."""

    taken = Signal(int)  # the row that was clicked

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit.window())
        self._edit = edit
        named(self, self.tr("Förslag"))
        self.setObjectName("offers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))
        self.hide()

    def offer(self, lines: Sequence[str], *, chosen: int = 0) -> None:
        """Show the lines beneath the caret; none of them is chosen where `chosen` is below 0."""
        shown = [line.replace("\n", " ") for line in lines[:MOST]]
        if shown != self.lines():
            self.clear()
            for line in shown:
                self.addItem(QListWidgetItem(line))
        if not shown:
            self.hide()
            return
        self._dress()
        self._place()
        self.show()
        self.raise_()
        self.choose(chosen)

    def lines(self) -> list[str]:
        return [self.item(row).text() for row in range(self.count())]

    def choose(self, row: int) -> None:
        """Mark a row and say it aloud; the focus stays in the text."""
        self.setCurrentRow(row if 0 <= row < self.count() else -1)
        if self.currentRow() >= 0:
            announce(self._edit, self.item(self.currentRow()).text())

    def move_choice(self, by: int) -> None:
        """The next or the previous row, round and round."""
        row = self.currentRow()
        self.choose((row + by) % self.count() if row >= 0 else (0 if by > 0 else self.count() - 1))

    def _dress(self) -> None:
        look = current()
        colours, metrics = look.colours, look.metrics
        self.setStyleSheet(
            f"#offers {{ background: {colours.raised}; color: {colours.text};"
            f" border: 1px solid {colours.edge}; padding: 2px;"
            f" border-radius: {metrics.radius}px; }}"
            f"#offers::item {{ padding: 3px 8px; border: 0; }}"
            f"#offers::item:selected {{ background: {colours.selection};"
            f" color: {colours.selection_text}; }}"
        )
        self.setFont(self._edit.font())

    def _place(self) -> None:
        """Beneath the line that is written on; above it where there is no room beneath."""
        window: QWidget = self._edit.window()
        line = self._edit.cursorRect()
        scale = current().metrics.scale
        rows = self.sizeHintForRow(0) * self.count()
        asked = max(round(WIDEST * scale / 3), self.sizeHintForColumn(0) + 24)
        width = min(asked, round(WIDEST * scale), window.width())
        height = rows + 2 * self.frameWidth() + 8
        at = self._edit.viewport().mapTo(window, line.bottomLeft() + QPoint(0, 2))
        if at.y() + height > window.height():
            above = self._edit.viewport().mapTo(window, line.topLeft()).y() - height - 2
            at.setY(max(0, above))
        at.setX(max(0, min(at.x(), window.width() - width)))
        self.setGeometry(at.x(), at.y(), width, height)
