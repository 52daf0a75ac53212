"""Words as large as their place allows: for what must be read across a room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.speech import announce, named

SMALLEST, LARGEST = 1.0, 4.6  # times the largest size of the type scale
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


class Shout(QWidget):
    """A sentence in the middle of a loud ground, drawn as large as it fits without splitting."""

    def __init__(self, sentence: str, tone: ToneName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self._tone = "", tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.say(sentence, tone)

    def say(self, sentence: str, tone: ToneName) -> None:
        """Another sentence, spoken at once."""
        if (sentence, tone) != (self.sentence, self._tone):
            self.sentence, self._tone = sentence, tone
            named(self, sentence)
            announce(self, sentence, urgent=True)
            self.update()

    @property
    def tone(self) -> ToneName:
        return self._tone

    def minimumSizeHint(self) -> QSize:
        size = current().metrics.type_size(Type.DISPLAY)
        return QSize(size * 12, size * 2)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = current().tone(self._tone)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tone.solid))
        painter.setPen(QColor(tone.on_solid))
        margin = current().metrics.space("xl")
        place = self.rect().adjusted(margin, margin // 2, -margin, -margin // 2)
        painter.setFont(self._largest(place))
        painter.drawText(place, _WRAPPED, self.sentence)

    def _largest(self, place: QRect) -> QFont:
        font = current().font(Type.DISPLAY)
        base = font.pixelSize()
        widest = max(self.sentence.split(), key=len, default="")
        wide = QRect(0, 0, place.width(), 10_000)
        for tenths in range(round(LARGEST * 10), round(SMALLEST * 10) - 1, -1):
            font.setPixelSize(round(base * tenths / 10))
            metrics = QFontMetrics(font)
            drawn = metrics.boundingRect(wide, _WRAPPED, self.sentence)
            fits = drawn.height() <= place.height() and drawn.width() <= place.width()
            if fits and metrics.horizontalAdvance(widest) <= place.width():
                break
        return font
