"""A box to tick, with its sentence."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from ui.icons import pixmap, screen_ratio
from ui.theme.look import current
from ui.widgets.speech import named


class Check(QCheckBox):
    """A tick box whose tick is drawn by us, so that it follows every theme."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(part, option, self)
        colours = current().colours
        ink = QColor(colours.accent_text if self.isEnabled() else colours.disabled)
        side = box.width() - 2
        drawn = pixmap("check", ink, side, screen_ratio())
        QPainter(self).drawPixmap(box.x() + 1, box.y() + (box.height() - side) // 2, drawn)
