"""Margins and gaps by name, so that density can change them while the program runs."""

from __future__ import annotations

from typing import TypeVar, get_args

from PySide6.QtWidgets import QLayout, QWidget

from ui.theme.look import current
from ui.theme.metrics import Step

MARGINS, GAP = "spaceMargins", "spaceGap"
STEPS: tuple[Step, ...] = get_args(Step)
L = TypeVar("L", bound=QLayout)


def spaced(layout: L, margins: Step | tuple[Step, Step] = "none", gap: Step = "s") -> L:
    """Give a layout its margins (one step, or across and down) and gap; returns the layout."""
    across, down = margins if isinstance(margins, tuple) else (margins, margins)
    layout.setProperty(MARGINS, f"{across} {down}")
    layout.setProperty(GAP, gap)
    _apply(layout)
    return layout


def _step(word: str) -> Step:
    return next(step for step in STEPS if step == word)


def _apply(layout: QLayout) -> None:
    words = layout.property(MARGINS)
    if not isinstance(words, str):
        return
    space = current().metrics.space
    across, down = (space(_step(word)) for word in words.split())
    layout.setContentsMargins(across, down, across, down)
    layout.setSpacing(space(_step(str(layout.property(GAP)))))


def respace(window: QWidget) -> None:
    """Measure every spaced layout of a window anew."""
    for layout in window.findChildren(QLayout):
        _apply(layout)


def emptied(layout: QLayout) -> None:
    """Take every widget and stretch out of a layout and let them go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
