"""Several lines of text; it grows with what is written, up to a limit, then scrolls."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui.theme.look import current
from ui.widgets.labelled import Labelled

LEADING = 140  # per cent: lines that are read all day need air between them


class GrowingEdit(QTextEdit):
    """A plain text edit between `fewest` and `most` lines high.  Tab leaves it.

    It is Qt's rich editor only because the plain one cannot space its lines; neither paste nor
    drop brings in anything but text.
    """

    submitted = Signal()  # Ctrl+Enter
    overflowed = Signal()  # more was pasted than there is room for

    def __init__(
        self, fewest: int, most: int, *, longest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self._fewest, self._most = fewest, most
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.put("")

    def put(self, text: str) -> None:
        """Show `text`; what was written before can no longer be undone."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        spacing = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        spacing.setLineHeight(LEADING, proportional)
        whole = QTextCursor(document)
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(spacing)
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What there is room for: laying out a whole file would stop the screen for minutes."""
        text = source.text()
        room = self._longest - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(text[: max(0, room)])
        if len(text) > room:
            self.overflowed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            event.ignore()  # a dialog around it hears the key too
            return
        super().keyPressEvent(event)

    def _grow(self) -> None:
        line = ceil(QFontMetricsF(self.font()).height()) * LEADING / 100  # as Qt lays lines out
        text = min(self._most * line, max(self._fewest * line, self.document().size().height()))
        height = round(text) + current().metrics.space("s") * 2 + 2
        if height != self.maximumHeight():
            self.setFixedHeight(height)


class TextArea(Labelled):
    """A field for free text."""

    changed = Signal()
    submitted = Signal()

    def __init__(
        self,
        label: str,
        *,
        help: str = "",
        keys: str = "",
        placeholder: str = "",
        fewest: int = 3,
        most: int = 12,
        longest: int = 20_000,
        parent: QWidget | None = None,
    ) -> None:
        self._longest = longest
        self.edit = GrowingEdit(fewest, most, longest=longest)
        super().__init__(label, self.edit, help=help, keys=keys, parent=parent)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.submitted.connect(self.submitted)
        self.edit.overflowed.connect(self._on_cut)

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text`; the caret and the undo history stay where the text is the same already."""
        if text != self.text():
            self.edit.put(text)

    def _on_changed(self) -> None:
        self.clear_error()
        self.changed.emit()

    def _on_cut(self) -> None:
        words = self.tr("Allt fick inte plats: fältet rymmer {count} tecken.")
        self.show_error(words.format(count=self._longest))
