"""One line of text with its label, help and error; and its secret sister."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.look import current
from ui.widgets.buttons import IconButton
from ui.widgets.labelled import Labelled


class Field(Labelled):
    """A line to write in.  `changed` at every key, `submitted` at Enter."""

    changed = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        label: str,
        *,
        help: str = "",
        keys: str = "",
        placeholder: str = "",
        longest: int = 500,
        edit: QLineEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = edit or QLineEdit()
        super().__init__(label, self.edit, help=help, keys=keys, parent=parent)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMaxLength(longest)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self.submitted)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show `text` without asking anybody; an error belongs to the old text and goes."""
        self.clear_error()
        self.edit.setText(text)
        if not self.edit.hasFocus():
            self.edit.setCursorPosition(0)  # of a long text the beginning is read

    def _on_edited(self, text: str) -> None:
        self.clear_error()
        self.changed.emit(text)


class SecretEdit(QLineEdit):
    """Hides what is written until asked to show it, and notices Caps Lock.

    No platform tells a program how Caps Lock stands, so it is read from the keys themselves: a
    capital without Shift means on.  It is known from the first letter and after every Caps Lock.
    """

    caps_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhHiddenText
        )
        self._caps: bool | None = None
        self._reveal = IconButton(self.tr("Visa lösenordet"), "eye", parent=self)
        self._reveal.setCheckable(True)
        self._reveal.setProperty("inside", True)
        self._reveal.toggled.connect(self._on_revealed)

    def hide_text(self) -> None:
        self._reveal.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            if self._caps is not None:
                self._know(not self._caps)
        elif len(event.text()) == 1 and event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._know(event.text().isupper() != shift)
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 6
        self._reveal.setFixedSize(QSize(side, side))
        self._reveal.move(self.width() - side - 3, 3)
        self.setTextMargins(0, 0, side, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(current().metrics.control)

    def _know(self, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_lock_changed.emit(on)

    def _on_revealed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        if shown:
            self._reveal.rename(self.tr("Dölj lösenordet"), "eye-off")
        else:
            self._reveal.rename(self.tr("Visa lösenordet"), "eye")


class SecretField(Field):
    """A password field.  It warns of Caps Lock in words, where the help stands."""

    def __init__(self, label: str, *, help: str = "", parent: QWidget | None = None) -> None:
        self._secret = SecretEdit()
        self._own_help = help
        super().__init__(label, help=help, longest=256, edit=self._secret, parent=parent)
        self._secret.caps_lock_changed.connect(self._on_caps)

    def clear(self) -> None:
        """Empty and hide it again; the undo history goes with the text."""
        self._secret.clear()
        self._secret.hide_text()
        self.clear_error()

    def advise(self, help: str) -> None:
        """Another help sentence, kept when Caps Lock comes and goes."""
        self._own_help = help
        self.set_help(help)

    def _on_caps(self, on: bool) -> None:
        warning = self.tr("Caps Lock är på: bokstäverna blir versaler.")
        self.set_help(warning if on else self._own_help)
