"""Sees that a widget was painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject


class Eye(QObject):
    """An event filter; `saw` once what it watches has been painted.

    One class for all: Qt never gives back what a class made for a single look has taken, and
    such classes were 40 kB of what the program seemed to grow by in a call.
    """

    saw = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.saw = self.saw or event.type() == QEvent.Type.Paint
        return False
