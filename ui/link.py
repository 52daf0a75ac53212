"""The link to the centre as the screen knows it: its state, and which records wait for it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from kundcenter.changes import Change, Changes, Kind
from kundcenter.domain.link import LinkState, Mark
from kundcenter.domain.work_items import ItemKind, WorkItem
from ui.badges import Badge
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName

SETTLE_MS = 400  # so many changes in a row are one question to the store
_OF_ITEM = {ItemKind.REJECTED: Mark.REJECTED, ItemKind.QUARANTINED: Mark.REVIEWED}


class LinkView(QObject):
    """`tell` may be called from any thread; `changed` comes on the screen's own.

    `ended` carries the operators whose leave the centre has taken back; `erased`, that the desk
    is to destroy itself.
    """

    changed = Signal(object)  # LinkState
    ended = Signal(object)  # tuple[UUID, ...]
    erased = Signal()
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = LinkState()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> LinkState:
        """The latest."""
        return self._state

    def tell(self, state: LinkState) -> None:
        """Bring a state to the screen."""
        self._told.emit(state)

    @Slot(object)
    def _on_told(self, state: LinkState) -> None:
        self._state = state
        self.changed.emit(state)


class Marks(QObject):
    """Which records wait for the centre's last word.  One for the whole window.

    Empty at a desk that has no centre, where nothing is ever asked.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services) -> None:
        super().__init__(tasks)
        self._tasks, self._services = tasks, services
        self._marks: Mapping[Change, Mark] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self._ask)
        if self.there:
            tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> Marks:
        """The one of this window."""
        return tasks.findChild(Marks) or Marks(tasks, services)

    @property
    def there(self) -> bool:
        """Whether the desk has a centre."""
        return self._services.link is not None

    def badge(self, kind: Kind, id: UUID | None) -> Badge | None:
        """How the centre stands to a record; None when there is nothing to say."""
        mark = None if id is None else self._marks.get(Change(kind, id))
        return None if mark is None else mark_badge(mark)

    def look(self) -> None:
        """Ask the store, soon."""
        if self.there and not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """The operator has left."""
        self._soon.stop()
        self._show({})

    def _on_changed(self, _: Changes) -> None:
        self.look()

    def _ask(self) -> None:
        link = self._services.link
        if link is not None:
            self._tasks.run(self, link.marks, self._with_items, lambda _: None, topic="marks")

    def _with_items(self, marks: dict[Change, Mark]) -> None:
        """What was turned away is undone here, and its record marked while the work waits."""

        def show(items: tuple[WorkItem, ...]) -> None:
            for item in items:
                if item.about_id is not None:
                    marks[Change(item.about_kind, item.about_id)] = _OF_ITEM[item.kind]  # type: ignore[arg-type]
            self._show(marks)

        waiting = self._services.work_items.waiting
        self._tasks.run(self, waiting, show, lambda _: self._show(marks), topic="marked-items")

    def _show(self, marks: Mapping[Change, Mark]) -> None:
        if marks != self._marks:
            self._marks = dict(marks)
            self.changed.emit()


def mark_badge(mark: Mark) -> Badge:
    """A word and a shape for each mark."""
    translate = QCoreApplication.translate
    match mark:
        case Mark.WAITING:
            return Badge(translate("Marks", "Väntar"), ToneName.NEUTRAL, "clock")
        case Mark.REVIEWED:
            return Badge(translate("Marks", "Granskas"), ToneName.WARNING, "search")
        case Mark.REJECTED:
            return Badge(translate("Marks", "Avvisad"), ToneName.DANGER, "close")
