"""The buttons of a headset, where the platform hands them on as keys: heard in every window.

A shortcut would be deaf behind a dialog, and who presses the button at the ear means it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.window_filter import WindowFilter


class Headset(WindowFilter):
    """Does the act of each button while `listens` says so; nothing is typed by one."""

    def __init__(
        self,
        acts: Mapping[Qt.Key, Callable[[], object]],
        listens: Callable[[], bool],
        parent: QObject,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        super().__init__(app, parent)
        # By number: a keyboard may send one that Qt has no name for.
        self._acts = {key.value: act for key, act in acts.items()}
        self._listens = listens

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        act = self._acts.get(event.key())
        if act is None:
            return False
        if self._listens() and not event.isAutoRepeat():
            act()
        return True
