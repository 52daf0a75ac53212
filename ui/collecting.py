"""Cycles of references are collected in the GUI thread, and in no other.

Left alone, Python collects in whichever thread happens to make the next object.  A timer, a model
or an action of the GUI thread would be destroyed there, in the middle of being used.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000  # milliseconds
OLDEST = 2  # generation


class Collector(QObject):
    """Collects as long as it lives, for whoever is in the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settled = False
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(EVERY)

    def _look(self) -> None:
        if collect_due() == OLDEST and not self._settled:
            self._settled = True
            gc.freeze()  # the program itself: not looked through again while somebody types


def collect_due() -> int | None:
    """Collect the generation that Python would have collected by now; returns which."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in range(OLDEST, -1, -1):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return generation
    return None
