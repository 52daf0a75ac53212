"""Several lines of text; it grows with what is written, up to a limit, then scrolls."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from kundcenter.domain.holes import MARKS, Hole, finished, open_required
from kundcenter.domain.snippets import NoteField
from ui.theme.look import current
from ui.widgets.holes import HoleWriter, SnippetSource
from ui.widgets.labelled import Labelled

LEADING = 140  # per cent: lines that are read all day need air between them


class GrowingEdit(QTextEdit):
    """A plain text edit between `fewest` and `most` lines high.  Tab leaves it, after its holes.

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
        self.writer = HoleWriter(self, longest)
        self.writer.crowded.connect(self.overflowed)
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
        """What there is room for: laying out a whole file would stop the screen for minutes.

        The marks of a hole that was copied become ordinary brackets, for all to see.
        """
        text = source.text().translate(MARKS)

        def paste() -> None:
            room = self._longest - len(self.toPlainText()) + len(self.textCursor().selectedText())
            self.insertPlainText(text[: max(0, room)])
            if len(text) > room:
                self.overflowed.emit()

        self.writer.write(paste)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter that several keys make is written as any other."""
        if event.commitString():
            self.writer.write(lambda: super(GrowingEdit, self).inputMethodEvent(event))
        else:
            super().inputMethodEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return self.writer.takes_tab(next) or super().focusNextPrevChild(next)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.writer.grasp_clicked()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.writer.put_away()

    def event(self, event: QEvent) -> bool:
        """Esc is ours before any shortcut's while there is something to close."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.writer.holds_escape
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._grow()
            self.writer.repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            event.ignore()  # a dialog around it hears the key too
            return
        if self.writer.takes(event):
            event.accept()
            return
        self.writer.write(lambda: super(GrowingEdit, self).keyPressEvent(event), event)

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

    def set_snippets(self, source: SnippetSource | None, field: NoteField | None = None) -> None:
        """Let short codes become texts here; `field` puts those that are meant for it first."""
        self.edit.writer.set_source(source, field)

    def open_required(self) -> tuple[Hole, ...]:
        """The holes that must be filled in before the note is signed, from the top."""
        return open_required(self.text())

    def go_to_hole(self, hole: Hole) -> None:
        """Put the focus in a hole of `open_required`."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.writer.go_to(hole)

    def settled_text(self) -> str:
        """The text to save: without the holes and optional parts that nobody filled in."""
        return finished(self.text())

    def settle(self) -> None:
        """Show the text as it is saved; one step, which can be undone."""
        text = self.settled_text()
        if text != self.text():
            cursor = QTextCursor(self.edit.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)

    def _on_changed(self) -> None:
        self.clear_error()
        self.changed.emit()

    def _on_cut(self) -> None:
        words = self.tr("Allt fick inte plats: fältet rymmer {count} tecken.")
        self.show_error(words.format(count=self._longest))
