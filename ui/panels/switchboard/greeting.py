"""What is said first on a call: as large as its line has room for, and never higher."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import current
from ui.theme.metrics import Type
from ui.tips import plain_tip
from ui.widgets.speech import named
from ui.widgets.text import Text, repolish

SIZES = (Type.TITLE, Type.LEAD, Type.STRONG, Type.SMALL)
MUCH = 10_000  # pixels
WRAP = Qt.TextFlag.TextWordWrap


class GreetingLine(Text):
    """The words stay `words`; what is drawn may end in an ellipsis, and the tip has the rest.

    It asks for no room of its own: whatever stands beside it keeps its place and its height.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Type.LEAD, role="text", wrap=True, parent=parent)
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def say(self, words: str) -> None:
        """Show the words; none hide the line."""
        if words == self.words:
            return
        self.words = words
        if words:
            named(self, self.tr("Hälsning: {words}").format(words=words))
        self.setVisible(bool(words))
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The largest type in which all of it is seen; else the smallest, cut at a word."""
        room = self.contentsRect().size()
        for size in SIZES:
            metrics = QFontMetrics(current().font(size))
            if _high(metrics, self.words, room.width()) <= room.height():
                self._draw(size, self.words)
                return
        self._draw(SIZES[-1], _cut(QFontMetrics(current().font(SIZES[-1])), self.words, room))

    def _draw(self, size: Type, text: str) -> None:
        if self.property("type") != size.value:
            self.setProperty("type", size.value)
            repolish(self)
        self.setText(text)
        self.setToolTip(plain_tip(self.words) if text != self.words else "")


def _high(metrics: QFontMetrics, text: str, width: int) -> int:
    """How high the text is when it wraps; more than any room when a word is too wide."""
    box = metrics.boundingRect(QRect(0, 0, max(1, width), MUCH), int(WRAP), text)
    return box.height() if box.width() <= width else MUCH


def _cut(metrics: QFontMetrics, text: str, room: QSize) -> str:
    words = text.split()
    while words:
        words.pop()
        shown = " ".join(words) + "…"
        if _high(metrics, shown, room.width()) <= room.height():
            return shown
    return ""
