"""The content packs in force as every card of this window looks them up, offline."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kundcenter.changes import Changes
from kundcenter.domain.packs.search import TopicIndex
from kundcenter.domain.packs.shelf import Shelf
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Tasks


class PackKeeper(QObject):
    """`changed` when another shelf has come.  Read and indexed on the store's lane, once."""

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services) -> None:
        super().__init__(tasks)
        self._tasks, self._services = tasks, services
        self.shelf: Shelf | None = None
        self.index: TopicIndex | None = None
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> PackKeeper:
        """The one of this window."""
        return tasks.findChild(PackKeeper) or PackKeeper(tasks, services)

    def want(self) -> None:
        """Somebody is about to look something up."""
        if self.shelf is None:
            self._read()

    def _read(self) -> None:
        services = self._services
        self._tasks.run(self, lambda: _indexed(services), self._show, _not_now, topic="shelf")

    def _show(self, read: tuple[Shelf, TopicIndex]) -> None:
        self.shelf, self.index = read
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if self.shelf is not None and changes.of("pack"):
            self._read()


def _not_now(_: KundcenterError) -> None:
    """The desk is locked, or the role may not: it is asked again at the next look."""


def _indexed(services: Services) -> tuple[Shelf, TopicIndex]:
    shelf = services.packs.shelf()
    return shelf, TopicIndex.of(shelf.topics)
