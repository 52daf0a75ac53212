"""Tells the exchange which queues are closed, as the store has it.

Every desk does: whoever closed a queue may be without a line, and the exchange minds it nothing to
be told twice.  The exchange lets a queue open by itself when its time is over (docs/exchange.md).
An exchange that refuses is told again after a while, until it follows.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.lines import LineAway, LineEvent, LineUp, NoQueueSwitch
from kundcenter.domain.supervision.closures import Switch
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Lane, Tasks

AGAIN_MS = 60_000  # after a refusal


class SwitchFollower(QObject):
    """`refused` carries an error for a notice, once until the exchange follows again.

    `unheeded` carries the queues (a frozenset) that the exchange has otherwise than the store,
    when they change.
    """

    refused = Signal(object)
    unheeded = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._told: dict[str, Switch] = {}
        self._complained: set[str] = set()  # the exchange has refused, and has not followed since
        self._seated, self._anew = False, True
        self.again = QTimer(self)
        self.again.setSingleShot(True)
        self.again.setInterval(AGAIN_MS)
        self.again.timeout.connect(self._try_again)
        tasks.rang.connect(self._on_line)
        tasks.changed.connect(self._on_changed)

    def sit_down(self) -> None:
        """Somebody sits here, so that the store may be asked."""
        self._seated = True
        self._look(Changes())

    def stand_up(self) -> None:
        """Nobody does."""
        self._seated = False
        self.again.stop()

    def _on_line(self, event: LineEvent) -> None:
        if isinstance(event, LineUp):
            self._anew = True  # it may be another exchange, or one that has lost what it knew
            self._look(Changes())

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("queue_closure"):
            self._look(changes)

    def _look(self, changes: Changes) -> None:
        if not self._seated or not self._services.telephone.closes_queues:
            return
        ids = changes.of("queue_closure")
        ask = partial(self._services.queue_closures.switches, ids, anew=self._anew)
        self._tasks.run(self, ask, self._show, lambda _: None)

    def _show(self, wanted: tuple[Switch, ...]) -> None:
        """What differs from what has been told is told.

        An order that the centre turned away is not in the store any more: its queue is open.
        """
        anew, self._anew = self._anew, False
        named = {each.queue for each in wanted}
        gone = [
            Switch(queue, False)
            for queue, told in self._told.items()
            if told.closed and queue not in named
        ]
        for each in (*wanted, *gone):
            if anew or self._told.get(each.queue) != each:
                self._tell(each)

    def _tell(self, switch: Switch) -> None:
        telephone = self._services.telephone
        act = (
            partial(telephone.close_queue, switch.queue, switch.until)
            if switch.closed
            else partial(telephone.open_queue, switch.queue)
        )
        before = self._told.get(switch.queue)
        self._told[switch.queue] = switch
        followed = partial(self._on_followed, switch)
        refused = partial(self._on_refused, switch, before)
        self._tasks.run(self, act, followed, refused, lane=Lane.LINE)

    def _try_again(self) -> None:
        """All that holds: what was refused may have been lifted, or replaced, meanwhile."""
        self._anew = True
        self._look(Changes())

    def _on_followed(self, switch: Switch, _: object) -> None:
        if self._told.get(switch.queue) == switch and switch.queue in self._complained:
            self._complained.discard(switch.queue)
            if not self._complained:
                self.again.stop()
            self.unheeded.emit(frozenset(self._complained))

    def _on_refused(self, switch: Switch, before: Switch | None, error: KundcenterError) -> None:
        if self._told.get(switch.queue) == switch:  # it is told again when the line is back
            del self._told[switch.queue]
            if before is not None:
                self._told[switch.queue] = before
        if isinstance(error, LineAway | NoQueueSwitch):
            return
        if self._seated:
            self.again.start()
        if switch.queue not in self._complained:
            self._complained.add(switch.queue)
            self.unheeded.emit(frozenset(self._complained))
            self.refused.emit(error)
