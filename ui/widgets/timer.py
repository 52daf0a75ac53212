"""A running time, 0:00 to 9:59:59, up or down, in digits of equal width."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

from ui.theme.metrics import Type
from ui.widgets.speech import named
from ui.widgets.text import Text


def as_clock(seconds: int) -> str:
    """3:07, 1:02:09."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class TimerLabel(Text):
    """Counts up, or down to 0:00.  It uses a steady clock, so that setting the computer's
    clock does not show."""

    def __init__(
        self,
        name: str,
        type_: Type = Type.BODY,
        *,
        role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", type_, role=role, figures=True, parent=parent)
        named(self, name)
        self._base_ms = 0
        self._down = False
        self._clock = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self._show)

    def count_from(self, seconds: float) -> None:
        """Show `seconds` now and go on from there."""
        self._base_ms, self._down = round(seconds * 1000), False
        self._clock.start()
        self._show()

    def count_down(self, seconds: float) -> None:
        """Show `seconds` now and less each second, to 0:00."""
        self._base_ms, self._down = round(seconds * 1000), True
        self._clock.start()
        self._show()

    @property
    def seconds(self) -> int:
        """Whole seconds counted so far."""
        return (self._base_ms + self._clock.elapsed()) // 1000

    def stop(self) -> None:
        """Leave what is shown standing."""
        self._tick.stop()

    def clear_time(self) -> None:
        self._tick.stop()
        self.setText("")

    def _show(self) -> None:
        if self._down:
            self._show_left()
            return
        passed = self._base_ms + self._clock.elapsed()
        text = as_clock(passed // 1000)
        if text != self.text():
            self.setText(text)
        self._tick.start(1000 - passed % 1000 + 2)  # just after the next full second

    def _show_left(self) -> None:
        left = max(0, self._base_ms - self._clock.elapsed())
        text = as_clock(-(-left // 1000))  # a second is there until it has passed
        if text != self.text():
            self.setText(text)
        if left:
            self._tick.start((left - 1) % 1000 + 2)
