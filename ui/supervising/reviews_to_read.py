"""A word in the status line when a review of one's own call waits to be read; quietly."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.services.supervision.call_reviews import ToldReview
from ui.badges import Badge
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.window import Window

ITEM = "reviews"
AFTER_MS = 2_000  # signing in has more important things to ask first


class ReviewsToRead(QObject):
    """Asks once after one has signed in, and when reviews have changed."""

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._asks = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self.look)
        tasks.changed.connect(self._on_changed)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self.forget()
        self._asks = bool(MATRIX[Function.OWN_FIGURES] & roles)
        if self._asks:
            self._soon.start()

    def forget(self) -> None:
        """They have left."""
        self._sitting += 1
        self._asks = False
        self._soon.stop()
        self._window.status.drop_item(ITEM)

    def look(self) -> None:
        """Ask how many wait."""
        then = partial(self._show, self._sitting)
        ask = self._services.call_reviews.mine
        self._tasks.run(self, ask, then, lambda _: None, topic="reviews")  # locked: it stays

    def _show(self, sitting: int, mine: tuple[ToldReview, ...]) -> None:
        if sitting != self._sitting:
            return
        count = sum(each.review.waits_for_operator for each in mine)
        if not count:
            self._window.status.drop_item(ITEM)
            return
        words = self.tr("Genomgångar att läsa: {count}").format(count=count)
        self._window.status.show_item(ITEM, Badge(words, ToneName.INFO, "headset"))

    def _on_changed(self, changes: Changes) -> None:
        if self._asks and changes.of("call_review"):
            self._soon.start()
