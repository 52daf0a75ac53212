"""An icon on a round ground: the state of something large, or a notice's kind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import pixmap, screen_ratio
from ui.theme.colours import ToneName
from ui.theme.look import current


class Medallion(QWidget):
    """Decoration beside words that say the same; `loud` fills it with the tone itself."""

    def __init__(
        self,
        icon: str,
        tone: ToneName = ToneName.NEUTRAL,
        *,
        loud: bool = True,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._tone, self._loud, self._scale = icon, tone, loud, scale
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: ToneName, *, loud: bool = True) -> None:
        self._icon_name, self._tone, self._loud = icon, tone, loud
        self.update()

    def sizeHint(self) -> QSize:
        side = round(current().metrics.control * self._scale)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        tone = appearance.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if self._loud else QColor(tone.line))
        painter.setBrush(QColor(tone.solid if self._loud else tone.soft))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        side = round(appearance.metrics.icon * self._scale)
        ink = QColor(tone.on_solid if self._loud else tone.ink)
        drawn = pixmap(self._icon_name, ink, side, screen_ratio())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
