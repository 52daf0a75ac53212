"""The promised calls as every screen of this window knows them: lists, names, what is due.

There is one for the window, as with `ui.link.Marks`:

    keeper = CallbackKeeper.of(tasks, services)
    keeper.changed.connect(self._show)   # something in it is new, or time has passed
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.callbacks import (
    ALERT_BEFORE,
    Callback,
    CallbackKind,
    CallbackState,
    Promise,
    in_order,
)
from kundcenter.errors import KundcenterError
from ui.services import Services, current_codes
from ui.tasks import Tasks

LOOK_MS = 30_000  # a promise is called out no later than this after its moment
AWAY = timedelta(hours=12)  # from one shift to the next
SETTLE_MS = 300  # so many changes in a row are one question to the store


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read at once: the queues' calls, one's own and the team's, and who is who.

    `others` are what colleagues of the care unit have promised themselves: told on the patient's
    card and in no list.
    """

    queued: tuple[Callback, ...] = ()
    promised: tuple[Callback, ...] = ()
    me: UUID | None = None
    names: Mapping[UUID, str] = field(default_factory=dict)
    others: tuple[Callback, ...] = ()


class CallbackKeeper(QObject):
    """`changed` when a list is new, and twice a minute while somebody is signed in."""

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self.seen = Seen()
        self._roles: frozenset[Role] = frozenset()
        self._sitting = 0  # answers to an operator who has left are nobody's
        urgencies = current_codes(services).urgencies
        self._urgencies = tuple(each.code for each in urgencies)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_time)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.read)
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> CallbackKeeper:
        """The one of this window."""
        return tasks.findChild(CallbackKeeper) or CallbackKeeper(tasks, services)

    def may(self, function: Function) -> bool:
        """Whether the operator's roles include the function."""
        return bool(MATRIX[function] & self._roles)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self._forget()
        self._roles = roles
        if self.may(Function.CALL_BACK):
            self._look.start()
            self.read()

    def catch_up(self) -> None:
        """They are here again, after a lock."""
        if self._look.isActive():
            self.read()

    def forget(self) -> None:
        """The operator has left."""
        self._forget()
        self.changed.emit()

    def read(self) -> None:
        """Ask the store for both lists."""
        if not self._look.isActive():
            return
        then = partial(self._on_read, self._sitting)
        self._tasks.run(self, partial(_read, self._services), then, lambda _: None, topic="calls")

    # -- what screens ask ----------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """The time by the desk's clock."""
        return self._services.now()

    @property
    def queued(self) -> tuple[Callback, ...]:
        """What waits in the units' queues, in the order in which one rings."""
        return in_order(self.seen.queued, self.now, self._urgencies)

    @property
    def promised(self) -> tuple[Callback, ...]:
        """One's own promises and what anybody of the care unit may take, in that order."""
        return in_order(self.seen.promised, self.now, self._urgencies)

    def is_due(self, callback: Callback) -> bool:
        """Whether it is called out: due within ALERT_BEFORE, and nobody else is ringing."""
        now = self.now
        held = callback.holds(now)
        return callback.due_at - ALERT_BEFORE <= now and held in {None, self.seen.me}

    @property
    def due(self) -> tuple[Callback, ...]:
        """Of one's own promises and those of nobody, what is called out now."""
        return tuple(each for each in self.promised if self.is_due(each))

    @property
    def own_soon(self) -> tuple[Callback, ...]:
        """One's own promises that are due before one is back."""
        until = self.now + AWAY
        me = self.seen.me
        return tuple(each for each in self.promised if each.holder == me and each.due_at < until)

    def name(self, operator_id: UUID | None) -> str:
        """A colleague's name; nothing for nobody and for whom one does not know."""
        return self.seen.names.get(operator_id, "") if operator_id is not None else ""

    # -- how it is kept fresh ------------------------------------------------------------------

    def _forget(self) -> None:
        self._look.stop()
        self._soon.stop()
        self._sitting += 1
        self.seen, self._roles = Seen(), frozenset()

    def _on_read(self, sitting: int, seen: Seen) -> None:
        if sitting == self._sitting:
            self.seen = seen
            self._note_broken()
            self.changed.emit()

    def _on_time(self) -> None:
        self._note_broken()
        self.changed.emit()

    def _note_broken(self) -> None:
        """A unit's broken promise is noted by a desk that leads, so that it is noted once."""
        if not self.may(Function.MANAGE_CAPACITY):
            return
        now, told = self.now, CallbackState.TIME_TOLD
        for each in self.seen.queued:
            if each.stands(now) is told and each.promise(now) is Promise.AFTER:
                verb = partial(self._services.callbacks.expire, each.id)
                self._tasks.run(self, verb, refused=lambda _: None)

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("callback") and self._look.isActive():
            self._soon.start()


def _read(services: Services) -> Seen:
    """On the store's thread: both lists, for whom they are read, and the colleagues' names."""
    queue = CallbackKind.QUEUE
    every = services.callbacks.open()
    queued = tuple(each for each in every if each.kind is queue)
    promised = services.callbacks.mine()
    me, seen = services.operators.me(), {each.id for each in promised}
    others = tuple(
        each
        for each in every
        if each.kind is not queue and each.care_unit == me.care_unit and each.id not in seen
    )
    names = {me.id: me.name}
    with suppress(KundcenterError):  # who works no calls is told nobody's name
        names |= {each.id: each.name for each in services.calls.colleagues()}
    return Seen(queued, promised, me.id, names, others)
