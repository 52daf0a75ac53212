"""The link to the centre as the screen knows it: its state, and which records wait for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from kundcenter.changes import Change, Changes, Kind
from kundcenter.domain.link import GRAVITY, LinkState, Mark
from kundcenter.domain.work_items import ItemKind, WorkItem
from ui.badges import Badge
from ui.records import Column
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName

R = TypeVar("R")
SETTLE_MS = 400  # so many changes in a row are one question to the store
CONFIRMED_MS = 6_000  # for which a claim that was accepted says so; then it is like everything else
_ACCEPTED = frozenset({Mark.CONFIRMED, Mark.WAITING})  # with something else that waits
_OF_ITEM = {ItemKind.REJECTED: Mark.REJECTED, ItemKind.QUARANTINED: Mark.REVIEWED}


class LinkView(QObject):
    """`tell` may be called from any thread; `changed` comes on the screen's own.

    `ended` carries the operators whose leave the centre has taken back; `erased`, that the desk
    is to destroy itself.
    """

    changed = Signal(object)  # LinkState
    ended = Signal(object)  # Ended
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

    Empty at a desk that has no centre, where nothing is ever asked.  `rejected` carries the work
    items of the operator's own claims that the centre has just turned away.
    """

    changed = Signal()
    rejected = Signal(object)  # tuple[WorkItem, ...]

    def __init__(self, tasks: Tasks, services: Services) -> None:
        super().__init__(tasks)
        self._tasks, self._services = tasks, services
        self._marks: Mapping[Change, Mark] = {}
        self._fresh: frozenset[Change] = frozenset()  # claims that were accepted a moment ago
        self._known: frozenset[UUID] | None = None  # work items; None until they have been seen
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(CONFIRMED_MS)
        self._quiet.timeout.connect(self._on_quiet)
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
        return None if id is None else self.worst(Change(kind, id))

    def worst(self, *records: Change) -> Badge | None:
        """How the centre stands to the one of these records that is worst off."""
        mark = self.mark(*records)
        return None if mark is None else mark_badge(mark)

    def mark(self, *records: Change) -> Mark | None:
        """The gravest mark of these records."""
        found = [mark for each in records if (mark := self._mark(each)) is not None]
        return max(found, key=GRAVITY.index) if found else None

    def _mark(self, record: Change) -> Mark | None:
        return self._marks.get(record) or (Mark.CONFIRMED if record in self._fresh else None)

    def look(self) -> None:
        """Ask the store, soon."""
        if self.there and not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """The operator has left."""
        self._soon.stop()
        self._quiet.stop()
        self._fresh, self._known, self._marks = frozenset(), None, {}
        self.changed.emit()

    def _on_changed(self, _: Changes) -> None:
        self.look()

    def _ask(self) -> None:
        link = self._services.link
        if link is not None:
            self._tasks.run(self, link.marks, self._with_items, lambda _: None, topic="marks")

    def _with_items(self, marks: dict[Change, Mark]) -> None:
        """What was turned away is undone here, and its record marked while the work waits."""

        def show(found: tuple[tuple[WorkItem, ...], UUID]) -> None:
            items, me = found
            for item in items:
                if item.about_id is not None:
                    marks[Change(item.about_kind, item.about_id)] = _OF_ITEM[item.kind]  # type: ignore[arg-type]
            self._show(marks)
            self._tell(items, me)

        ask = partial(_waiting, self._services)
        self._tasks.run(self, ask, show, lambda _: self._show(marks), topic="marked-items")

    def _show(self, marks: Mapping[Change, Mark]) -> None:
        answered = {
            record
            for record, mark in self._marks.items()
            if mark is Mark.PRELIMINARY and marks.get(record, Mark.CONFIRMED) in _ACCEPTED
        }
        if answered or Mark.CONFIRMED in marks.values():
            self._quiet.start()  # whose rows may come without a change that anybody is told of
        if marks == self._marks and not answered:
            return
        self._marks = dict(marks)
        self._fresh |= answered
        self.changed.emit()

    def _tell(self, items: tuple[WorkItem, ...], me: UUID) -> None:
        """Whoever has been here a while is told; whoever comes finds it under what is to do."""
        known, self._known = self._known, frozenset(item.id for item in items)
        if known is None:
            return
        mine = (item for item in items if item.id not in known and item.operator_id == me)
        turned_away = tuple(item for item in mine if item.kind is ItemKind.REJECTED)
        if turned_away:
            self.rejected.emit(turned_away)

    def _on_quiet(self) -> None:
        self._fresh = frozenset()
        self.changed.emit()
        self.look()


def mark_column(marks: Marks, of: Callable[[R], Badge | None]) -> tuple[Column[R], ...]:
    """A column of a list for how the centre stands to each row; none at a desk without one."""
    if not marks.there:
        return ()
    words = QCoreApplication.translate("Marks", "Centralen")

    def text(row: R) -> str:
        badge = of(row)
        return badge.text if badge is not None else ""

    return (Column(words, text, badge=of, width=13),)


def _waiting(services: Services) -> tuple[tuple[WorkItem, ...], UUID]:
    """On the store's thread: what has been handed back, and for whom it is asked."""
    return services.work_items.waiting(), services.operators.me().id


def mark_badge(mark: Mark) -> Badge:
    """A word and a shape for each mark."""
    translate = QCoreApplication.translate
    match mark:
        case Mark.CONFIRMED:
            return Badge(translate("Marks", "Bekräftad"), ToneName.SUCCESS, "check")
        case Mark.WAITING:
            return Badge(translate("Marks", "Ej skickad"), ToneName.NEUTRAL, "clock")
        case Mark.PRELIMINARY:
            return Badge(translate("Marks", "Preliminär"), ToneName.INFO, "refresh")
        case Mark.REVIEWED:
            return Badge(translate("Marks", "Granskas"), ToneName.WARNING, "search")
        case Mark.REJECTED:
            return Badge(translate("Marks", "Avvisad"), ToneName.DANGER, "close")
