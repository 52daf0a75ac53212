"""Knowledge cards as the window knows them: read and indexed on the store's lane.

There is one for the window, as with `ui.link.Marks`:

    keeper = TopicKeeper.of(tasks, services)
    keeper.changed.connect(self._show)
    keeper.read()                        # the page is in sight
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.changes import Changes
from kundcenter.domain.service_desk.finder import TopicIndex
from kundcenter.domain.service_desk.topics import Heading, Topic
from kundcenter.errors import KundcenterError
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks

Read = tuple[tuple[Topic, ...], TopicIndex, int]


class TopicKeeper(QObject):
    """`changed` when the cards, or what waits for the editor, are other than before."""

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self.index = TopicIndex()
        self.waiting = 0  # questions that nobody could answer
        self.loaded = False
        self._all: dict[UUID, Topic] = {}
        self._edits = self._in_sight = False
        self._sitting = 0  # answers to an operator who has left are nobody's
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> TopicKeeper:
        """The one of this window."""
        return tasks.findChild(TopicKeeper) or TopicKeeper(tasks, services)

    def topic(self, id: UUID | None) -> Topic | None:
        """A card, also one that is not offered any more."""
        return None if id is None else self._all.get(id)

    @property
    def retired(self) -> tuple[Topic, ...]:
        """Those that are not offered any more, the latest first."""
        gone = [each for each in self._all.values() if each.retired_at is not None]
        return tuple(sorted(gone, key=lambda each: each.changed_at, reverse=True))

    def read(self, *, edits: bool | None = None) -> None:
        """Ask for the cards; with `edits` also how much waits for the editor."""
        self._in_sight = True
        self._edits = self._edits if edits is None else edits
        names = {heading: label(heading) for heading in Heading}
        work = partial(_read, self._services, names, self._edits)
        then = partial(self._on_read, self._sitting)
        self._tasks.run(self, work, then, self._on_refused, topic="topics")

    def forget(self) -> None:
        """The operator has left."""
        self._sitting += 1
        self._in_sight = self._edits = self.loaded = False
        self.index, self._all, self.waiting = TopicIndex(), {}, 0
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if self._in_sight and (changes.of("topic") or changes.of("question")):
            self.read()

    def _on_read(self, sitting: int, read: Read) -> None:
        if sitting != self._sitting:
            return
        topics, self.index, self.waiting = read
        self._all = {each.id: each for each in topics}
        self.loaded = True
        self.changed.emit()

    def _on_refused(self, _: KundcenterError) -> None:
        """The desk is locked: the page asks again when it is shown."""


def _read(services: Services, names: Mapping[Heading, str], edits: bool) -> Read:
    topics = services.topics.all()
    waiting = len(services.questions.waiting()) if edits else 0
    return topics, TopicIndex(topics, names), waiting
