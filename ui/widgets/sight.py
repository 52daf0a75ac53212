"""Bring a part of a page that scrolls into sight: what has just appeared is meant to be read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def into_sight(part: QWidget, *, uppermost: bool = False, margin: int = 8) -> None:
    """All of it, as far as there is room, when it has been laid out; `uppermost` its head first."""
    QTimer.singleShot(0, part, partial(_bring, part, margin, uppermost=uppermost))


def _bring(part: QWidget, margin: int, *, uppermost: bool) -> None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if above is not None else None
    if above is None or inside is None or not part.isVisible():
        return
    top = part.mapTo(inside, QPoint()).y() - margin
    bottom = top + part.height() + 2 * margin
    bar, room = above.verticalScrollBar(), above.viewport().height()
    if uppermost or bottom - top > room or top < bar.value():
        bar.setValue(top)
    elif bottom > bar.value() + room:
        bar.setValue(bottom - room)
