"""How things stand now, as every screen of this window knows it: queues, figures of today.

There is one for the window:

    keeper = LiveKeeper.of(tasks, services)
    keeper.changed.connect(self._show)
    keeper.watch(self, True)   # while it is in sight; then it is kept fresh

What the exchange tells of the queues comes by itself; the figures are asked for while somebody
looks, after what changes them and as time passes.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes, Kind
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.lines import QueueLoad
from kundcenter.domain.supervision.live_now import LiveNow
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.tasks import Tasks

LOOK_MS = 15_000  # what time alone changes is seen no later than this
SETTLE_MS = 1_500  # so many changes in a row are one question to the store
HEARD: tuple[Kind, ...] = (
    "call",
    "callback",
    "queue_call",
    "queue_closure",
    "redirect",
    "incident",
    "presence",
    "target",
)


class LiveKeeper(QObject):
    """`changed` when anything is new, or time has passed."""

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self._board = BoardKeeper.of(tasks, services)
        self.live: LiveNow | None = None
        self.unheeded: frozenset[str] = frozenset()  # queues the exchange has otherwise than we
        self._roles: frozenset[Role] = frozenset()
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._watching: set[int] = set()
        self._age = QTimer(self)
        self._age.setInterval(LOOK_MS)
        self._age.timeout.connect(self._on_time)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.read)
        tasks.changed.connect(self._on_changed)
        self._board.told.connect(self.changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> LiveKeeper:
        """The one of this window."""
        return tasks.findChild(LiveKeeper) or LiveKeeper(tasks, services)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self._forget()
        self._roles = roles

    def forget(self) -> None:
        """They have left."""
        self._forget()
        self.changed.emit()

    def may(self, function: Function) -> bool:
        """Whether whoever sits here may do it."""
        return bool(MATRIX[function] & self._roles)

    def watch(self, looker: QObject, on: bool) -> None:
        """Keep it fresh while the looker is in sight."""
        if on:
            self._watching.add(id(looker))
        else:
            self._watching.discard(id(looker))
        if not self._watching:
            self._age.stop()
            self._soon.stop()
        elif not self._age.isActive():
            self._age.start()
            self.read()

    def show_unheeded(self, queues: frozenset[str]) -> None:
        """The exchange refuses to close or open these; it is asked again meanwhile."""
        self.unheeded = queues
        self.changed.emit()

    # -- what screens ask ----------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """The time by the desk's clock."""
        return self._services.now()

    def load(self, queue: str) -> QueueLoad | None:
        """How much waits in a queue now; None when the exchange has not said."""
        return self._board.load(queue)

    @property
    def loads(self) -> tuple[QueueLoad, ...]:
        return self._board.loads

    @property
    def queues(self) -> tuple[str, ...]:
        """Those that the exchange tells of, and those that had calls today or are closed."""
        known = {load.queue for load in self.loads}
        if self.live is not None:
            known |= {each.queue for each in self.live.queues} | set(self.live.closed)
        return tuple(sorted(known - {""}))

    def read(self) -> None:
        """Ask for the figures, if the operator may see them."""
        if not self.may(Function.SEE_LIVE):
            return
        then = partial(self._on_read, self._sitting)
        ask = self._services.figures.live
        self._tasks.run(self, ask, then, self._on_refused, topic="live")

    # -- how it is kept fresh ------------------------------------------------------------------

    def _forget(self) -> None:
        self._sitting += 1
        self.live, self._roles = None, frozenset()
        self._soon.stop()

    def _on_read(self, sitting: int, live: LiveNow) -> None:
        if sitting == self._sitting:
            self.live = live
            self.changed.emit()

    def _on_refused(self, _: KundcenterError) -> None:
        """What was read stays, with the time that it is of."""
        self.changed.emit()

    def _on_time(self) -> None:
        self.read()
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if self._watching and any(changes.of(kind) for kind in HEARD):
            self._soon.start()
