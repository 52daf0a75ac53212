"""How the centre greets and works now: the edition in force, and the mode.

There is one for the window, as with `ui.link.Marks`:

    keeper = SwitchboardKeeper.of(tasks, services)
    keeper.changed.connect(self._show)   # another mode, another edition, or time has passed
    words = keeper.greeting(call)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.switchboard.modes import Mode, ModeOrder, mode_at, ordered
from kundcenter.domain.switchboard.terms import (
    SwitchboardContent,
    SwitchboardTerms,
    Template,
    greeting_for,
    offered,
)
from kundcenter.domain.switchboard.terms_default import DEFAULT
from ui.services import Services
from ui.tasks import Tasks

LOOK_MS = 15_000  # a mode that begins by the clock is seen no later than this
GREETED = {CallState.RINGING, CallState.TALKING}


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read at once."""

    terms: SwitchboardTerms | None = None
    orders: tuple[ModeOrder, ...] = ()
    name: str = ""  # the operator's given name


class SwitchboardKeeper(QObject):
    """`changed` when something is new, and four times a minute while somebody is signed in."""

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self.seen = Seen()
        self._roles: frozenset[Role] = frozenset()
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._outdated = False
        self._ages = QTimer(self)
        self._ages.setInterval(LOOK_MS)
        self._ages.timeout.connect(self._on_time)
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> SwitchboardKeeper:
        """The one of this window."""
        return tasks.findChild(SwitchboardKeeper) or SwitchboardKeeper(tasks, services)

    def may(self, function: Function) -> bool:
        """Whether the operator's roles include the function."""
        return bool(MATRIX[function] & self._roles)

    @property
    def here(self) -> bool:
        """Whether somebody sits here who may know the mode."""
        return self._ages.isActive()

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self._forget()
        self._roles = roles
        if self.may(Function.WORK_CALLS) or self.may(Function.READ_DIRECTORY):
            self._ages.start()
            self.read()

    def catch_up(self) -> None:
        """They are here again, after a lock."""
        if self.here:
            self.read()

    def forget(self) -> None:
        """The operator has left."""
        self._forget()
        self.changed.emit()

    def read(self) -> None:
        """Ask the store."""
        ask, then = partial(_read, self._services), partial(self._on_read, self._sitting)
        self._tasks.run(self, ask, then, lambda _: self._not_read(), topic="terms")

    # -- what screens ask ----------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """The time by the desk's clock."""
        return self._services.now()

    @property
    def terms(self) -> SwitchboardTerms | None:
        """The edition in force; None before the first is published."""
        return self.seen.terms

    @property
    def content(self) -> SwitchboardContent:
        """What counts now."""
        return self.seen.terms.content if self.seen.terms is not None else DEFAULT

    @property
    def templates(self) -> tuple[Template, ...]:
        """Those to write a message from."""
        return offered(self.content)

    @property
    def order(self) -> ModeOrder | None:
        """The order in force, if one is; else the hours of day decide."""
        return ordered(self.seen.orders, self.now)

    @property
    def mode(self) -> Mode:
        return mode_at(self.seen.orders, self.content.day, self.now)

    def greeting(self, call: Call) -> str:
        """What is said first on a call that rings, or has been answered; nothing on others."""
        if call.state not in GREETED or not self.seen.name:
            return ""
        return greeting_for(self.content, call.called, call.queue, self.mode, self.seen.name)

    # -- how it is kept fresh ------------------------------------------------------------------

    def _forget(self) -> None:
        self._ages.stop()
        self._sitting += 1
        self.seen, self._roles, self._outdated = Seen(), frozenset(), False

    def _on_read(self, sitting: int, seen: Seen) -> None:
        if sitting == self._sitting:
            self.seen, self._outdated = seen, False
            self.changed.emit()

    def _not_read(self) -> None:
        """The desk is locked: it is asked again when it is not."""
        self._outdated = True

    def _on_time(self) -> None:
        if self._outdated:
            self.read()
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if self.here and (changes.of("switchboard_terms") or changes.of("mode_order")):
            self.read()


def _read(services: Services) -> Seen:
    """On the store's thread."""
    me = services.operators.me()
    given = (me.name.split() or [""])[0]
    return Seen(services.switchboard_terms.current(), services.modes.standing(), given)
