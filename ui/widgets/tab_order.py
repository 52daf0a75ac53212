"""The order in which Tab goes: the fields, then the buttons, last what helps within a field."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

INSIDE = "inside"  # the property of a button that lies within a field


def put_in_order(inside: QWidget, *buttons: QWidget) -> list[QWidget]:
    """Let Tab go through what is `inside`, then the buttons; returns the stops in order."""
    window = inside.window()
    stops = [
        part
        for part in inside.findChildren(QWidget)
        if part.window() is window and _stops_tab(part) and part not in buttons
    ]
    fields = [stop for stop in stops if not stop.property(INSIDE)]
    within = [stop for stop in stops if stop.property(INSIDE)]
    order = [*fields, *buttons, *within]
    for before, after in pairwise(order):
        QWidget.setTabOrder(_end(before), after)
    return order


def _end(stop: QWidget) -> QWidget:
    """What Tab leaves last: of a list that is typed in its line, or two beside each other loop."""
    line = stop.lineEdit() if isinstance(stop, QComboBox) else None
    return line or stop


def _stops_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
