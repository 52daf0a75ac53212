"""A page that scrolls downwards when the window is low or the text is large, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme.metrics import Step
from ui.theme.space import spaced


class Page(QScrollArea):
    """Put widgets into `body`.  What gets the focus by keys is scrolled into sight."""

    def __init__(
        self,
        margins: Step | tuple[Step, Step] = "l",
        gap: Step = "l",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self.viewport())
        self._inside.setObjectName("page")
        self.body = spaced(QVBoxLayout(self._inside), margins, gap)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)

    def turn(self, *, down: bool) -> None:
        """One screenful up or down, as PgUp and PgDown do."""
        step = QAbstractSlider.SliderAction.SliderPageStepSub
        if down:
            step = QAbstractSlider.SliderAction.SliderPageStepAdd
        self.verticalScrollBar().triggerAction(step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as wide as what is inside needs at least, since it cannot be scrolled sideways."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(self._inside.minimumSizeHint().width() + bar)
        return super().eventFilter(watched, event)
