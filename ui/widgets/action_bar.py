"""The bar beneath a page: how it stands to the left, what one can do to the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.badges import Badge
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.speech import announce, named
from ui.widgets.text import Text

SHORTEST = 48  # pixels of a state that has to give way


class Remark(Text):
    """One line that is cut with an ellipsis where there is no room; read out, it is whole.

    No tool tip: what an operator has written does not hang about the screen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", role="muted", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class ActionBar(QFrame):
    """Buttons are never cut: where it is narrow their key caps go first, then the state's words."""

    def __init__(
        self, name: str, state: Badge, buttons: Sequence[Button], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name)
        self.setObjectName("actionBar")
        self._buttons = tuple(buttons)
        self._state = Chip(state)
        self._state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state.setMinimumWidth(SHORTEST)
        self._remark = Remark()
        row = spaced(QHBoxLayout(self), ("l", "s"), "s")
        row.addWidget(self._state)
        row.addWidget(self._remark, 1)
        for button in self._buttons:
            row.addWidget(button)

    def show_state(self, badge: Badge, remark: str = "") -> None:
        """How the page stands, and in a few words why."""
        self._state.show_badge(badge)
        self._remark.setText(remark)
        self._fit()

    def say(self, sentence: str) -> None:
        """Speak what the state shows: what went well needs no notice of its own."""
        announce(self._state, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        gap, margin = current().metrics.space("s"), current().metrics.space("l")
        shown = [button for button in self._buttons if not button.isHidden()]
        wanted = sum(button.width_with_keys() + gap for button in shown)
        room = self.width() - 2 * margin - gap - self._state.sizeHint().width()
        for button in self._buttons:
            button.show_keys(wanted <= room)
