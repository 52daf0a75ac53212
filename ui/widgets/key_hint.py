"""Shows which key does it: a small key cap with "F4" or "Ctrl+Enter" in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QLabel, QWidget

from ui.actions import Action
from ui.keys import chord_of
from ui.keys import keys as keys_in_force
from ui.theme.look import current
from ui.theme.metrics import Type


def key_text(keys: str) -> str:
    """The keys as the operator's keyboard names them, "Ctrl+Retur" and the like.

    `keys` is a chord, or an Action: then its key in force, which may be none.
    """
    keys = chord_of(keys)
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    # Qt's own Swedish has a word for Shift but none for this key.
    return text.replace("Return", QCoreApplication.translate("keys", "Retur"))


class KeyHint(QLabel):
    """A key cap beside a word.  Decoration: the control itself tells its keys.

    Of an Action it shows the key in force, and nothing while there is none.
    """

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(key_text(keys), parent)
        self._keys, self._room = keys, True
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)
        if isinstance(keys, Action):
            keys_in_force().changed.connect(self._on_keys_changed)
            if not self.text():
                self.hide()

    def give_room(self, room: bool) -> None:
        """Be out of sight where the word beside it would be cut."""
        if room != self._room:
            self._room = room
            self._show()

    def _on_keys_changed(self) -> None:
        self.setText(key_text(self._keys))
        self._show()

    def _show(self) -> None:
        if self.parentWidget() is not None:  # else it would become a window
            self.setVisible(self._room and bool(self.text()))


def key_cap_size(keys: str) -> QSize:
    """How large `paint_key_cap` draws these keys."""
    metrics = QFontMetrics(current().font(Type.SMALL))
    text = key_text(keys)
    high = current().metrics.key_cap
    return QSize(max(high, metrics.horizontalAdvance(text) + 10), high)


def paint_key_cap(painter: QPainter, rect: QRectF, keys: str, ink: QColor) -> None:
    """A key cap inside another control, in the control's own ink."""
    outline = QColor(ink)
    outline.setAlphaF(0.35)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(outline, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(ink)
    painter.setFont(current().font(Type.SMALL))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key_text(keys))
    painter.restore()
