"""A queue to choose by its name; what is kept is what the exchange calls it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.services import Services
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.live_words import KNOWN_QUEUES, queue_name
from ui.tasks import Tasks
from ui.widgets.combo import Combo, Option

EVERY = ""  # all queues together


class QueueChoice(Combo):
    """The queues that every exchange has, those that it tells of now, and the `others`."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        others: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("QueueChoice", "Kö"), parent=parent)
        self._known = {*KNOWN_QUEUES, *LiveKeeper.of(tasks, services).queues, *others} - {EVERY}
        self._offer()
        self.choose(EVERY)

    @property
    def queue(self) -> str:
        """The exchange's name of it; "" is all of them."""
        return self.value or EVERY

    def show_queue(self, queue: str) -> None:
        """Choose it, also one that nobody knows any more."""
        if queue not in {*self._known, EVERY}:
            self._known.add(queue)
            self._offer()
        self.choose(queue)

    def _offer(self) -> None:
        every = Option(EVERY, QCoreApplication.translate("QueueChoice", "Alla köer"))
        names = sorted(self._known, key=lambda queue: queue_name(queue).casefold())
        self.set_options([every, *(Option(each, queue_name(each)) for each in names)])
