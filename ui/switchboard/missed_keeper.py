"""The missed calls as every screen of this window knows them, and who is who.

There is one for the window, as with `ui.link.Marks`:

    keeper = MissedKeeper.of(tasks, services)
    keeper.changed.connect(self._show)
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.switchboard.missed import Missed, once_each
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Tasks

SETTLE_MS = 300  # so many changes in a row are one question to the store


@dataclass(frozen=True, slots=True)
class _Seen:
    missed: tuple[Missed, ...] = ()
    me: UUID | None = None
    names: Mapping[UUID, str] = field(default_factory=dict)


class MissedKeeper(QObject):
    """`changed` when another call is missed, or somebody has seen to one."""

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self._seen = _Seen()
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._seated = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.read)
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> MissedKeeper:
        """The one of this window."""
        return tasks.findChild(MissedKeeper) or MissedKeeper(tasks, services)

    @property
    def missed(self) -> tuple[Missed, ...]:
        """Whom nobody has answered or rung back, the newest first."""
        return self._seen.missed

    @property
    def me(self) -> UUID | None:
        return self._seen.me

    def name(self, operator_id: UUID | None) -> str:
        """A colleague's name; nothing for nobody and for whom one does not know."""
        return self._seen.names.get(operator_id, "") if operator_id is not None else ""

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here; who works calls is told of missed ones."""
        self._forget()
        self._seated = bool(MATRIX[Function.WORK_CALLS] & roles)
        self.read()

    def catch_up(self) -> None:
        """They are here again, after a lock."""
        self.read()

    def forget(self) -> None:
        """The operator has left."""
        self._forget()
        self.changed.emit()

    def read(self) -> None:
        if not self._seated:
            return
        then = partial(self._on_read, self._sitting)
        self._tasks.run(self, partial(_read, self._services), then, lambda _: None, topic="missed")

    def _on_read(self, sitting: int, seen: _Seen) -> None:
        if sitting == self._sitting and seen != self._seen:
            self._seen = seen
            self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("call") and self._seated:
            self._soon.start()

    def _forget(self) -> None:
        self._soon.stop()
        self._sitting += 1
        self._seen, self._seated = _Seen(), False


def _read(services: Services) -> _Seen:
    """On the store's thread: the list, for whom it is read, and the colleagues' names."""
    missed = once_each(services.calls.missed())
    me = services.operators.me()
    names = {me.id: me.name}
    with suppress(KundcenterError):
        names |= {each.id: each.name for each in services.calls.colleagues()}
    return _Seen(missed, me.id, names)
