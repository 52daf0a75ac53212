"""Catches the palette's key where a field of text would keep it for itself."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ui.actions import Action
from ui.keys import chord_pressed, keys
from ui.window_filter import WindowFilter

# Ctrl+K deletes the rest of the line on some desktops.
_KEPT = QKeySequence.StandardKey.DeleteEndOfLine


class KeyWatch(WindowFilter):
    """No key of an action ever deletes text, also where the action does not apply."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress:
            return False
        stroke = cast("QKeyEvent", event)
        if not stroke.matches(_KEPT):
            return False
        return self._run(chord_pressed(stroke.key(), stroke.modifiers()))

    def _run(self, chord: str) -> bool:
        """Do what the chord means here.  True also when it means something, but not here."""
        window = QApplication.activeWindow()
        live = keys().live(window) if window is not None else ()
        for bound in live:
            if keys().of(bound.action) == chord:
                bound.run()
                return True
        return any(keys().of(action) == chord for action in Action)
