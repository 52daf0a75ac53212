"""Two fields beside one another where there is room, else one above the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.theme.look import current
from ui.theme.space import spaced

NARROWEST = 240  # pixels of each at ordinary text size
TOP = Qt.AlignmentFlag.AlignTop  # a sentence under one field must not move its neighbour


class Beside(QWidget):
    """As wide as it is given; never asks for more than the wider of the two."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._both = (first, second)
        self._row = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), gap="l")
        for part in self._both:
            self._row.addWidget(part, 1, TOP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        widest = max(part.minimumSizeHint().width() for part in self._shown())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._arrange()

    def _arrange(self) -> None:
        wanted = 2 * round(NARROWEST * current().metrics.scale) + self._row.spacing()
        direction = QBoxLayout.Direction
        roomy = self.width() >= wanted
        self._row.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._both if not part.isHidden()] or list(self._both)
