"""Run work off the GUI thread and bring the answer back to it.

Only a ticket and plain values cross the thread border.  Everything that could keep a widget
alive stays here, so no widget is ever destroyed by a worker.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from kundcenter.changes import Changes
from kundcenter.errors import KundcenterError

log = logging.getLogger(__name__)
T = TypeVar("T")


class Lane(StrEnum):
    STORE = "store"  # one thread: everything that opens the desk's database, in order of clicks
    OUTSIDE = "outside"  # a few threads: keyring, printing, exports, look-ups at the centre
    LINE = "line"  # a few threads for the telephone alone: nothing of it waits behind a printer


THREADS = {Lane.STORE: 1, Lane.OUTSIDE: 4, Lane.LINE: 4}


@dataclass(frozen=True, slots=True)
class _Waiting:
    owner: QObject
    then: Callable[[Any], object]
    refused: Callable[[KundcenterError], object] | None
    topic: str | None
    future: Future[Any] | None = None


def _belongs_to_widget(work: object) -> bool:
    """True if `work` holds a Qt object: as its self, in a partial, or closed over by a lambda."""
    if isinstance(work, partial):
        parts: Iterable[object] = (work.func, *work.args, *work.keywords.values())
        return any(_belongs_to_widget(part) for part in parts)
    if isinstance(work, QObject) or isinstance(getattr(work, "__self__", None), QObject):
        return True
    cells = getattr(work, "__closure__", None) or ()
    return any(isinstance(_content(cell), QObject) for cell in cells)


def _content(cell: Any) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # a name that is bound later
        return None


class Tasks(QObject):
    """The only way from a widget to a service."""

    changed = Signal(object)  # Changes: something was committed, here or at the centre
    came = Signal(object)  # Changes: the part of it that came from other desks, told first
    rang = Signal(object)  # what the telephone line told
    failed = Signal(str)  # the number under which an unexpected error lies in the log
    _done = Signal(int, object)
    _announced = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(n, lane) for lane, n in THREADS.items()}
        self._tickets = count()
        self._waiting: dict[int, _Waiting] = {}
        self._latest: dict[tuple[int, str], int] = {}
        self._closed = False
        # Queued always: an answer that is ready at once must not come back inside `run`.
        queued = Qt.ConnectionType.QueuedConnection
        self._done.connect(self._deliver, queued)
        self._announced.connect(self._on_announced, queued)
        self._told.connect(self._on_told, queued)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], object] = lambda _: None,
        refused: Callable[[KundcenterError], object] | None = None,
        *,
        lane: Lane = Lane.STORE,
        topic: str | None = None,
    ) -> None:
        """Do `work` on `lane`, then call `then` or `refused` here, if `owner` still lives.

        `work` is a service method with plain arguments.  `topic` is for questions only ("search"):
        a newer question of the same owner and topic makes the older answer worthless, so it is
        dropped, and not even asked if it still stands in line.  An error nobody takes is logged
        under a number and told by `failed`.
        """
        assert not _belongs_to_widget(work), "work would carry a widget over the border"
        if self._closed:
            return
        ticket = next(self._tickets)
        if topic is not None:
            self._supersede(owner, topic, ticket)
        future = self._pools[lane].submit(work)
        self._waiting[ticket] = _Waiting(owner, then, refused, topic, future if topic else None)
        future.add_done_callback(partial(_hand_over, self._done, ticket))

    def announce(self, changes: Changes) -> None:
        """Tell the screens what another thread (the sync) has committed.  From any thread."""
        if changes:
            self._announced.emit(changes)

    def tell(self, news: object) -> None:
        """Bring what the line says to the GUI thread, as `rang`.  From any thread."""
        self._told.emit(news)

    @property
    def idle(self) -> bool:
        """Nothing is under way."""
        return not self._waiting

    def close(self) -> None:
        """Let verbs that were asked for be done, forget what is asked outside, end the threads."""
        self._closed = True
        for lane, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=lane is Lane.OUTSIDE)

    @Slot(int, object)
    def _deliver(self, ticket: int, future: Future[Any]) -> None:
        waiting = self._waiting.pop(ticket)
        outdated = waiting.topic is not None and not self._settle(waiting, ticket)
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            result = future.result()
            if isinstance(result, Changes) and result:
                self.changed.emit(result)
            if isValid(waiting.owner) and not outdated:
                waiting.then(result)
        elif isinstance(error, KundcenterError) and waiting.refused is not None:
            if isValid(waiting.owner) and not outdated:
                waiting.refused(error)
        else:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        number = secrets.token_hex(3).upper()
        log.error("task failed, number %s", number, exc_info=error)
        self.failed.emit(number)

    def _supersede(self, owner: QObject, topic: str, ticket: int) -> None:
        older = self._latest.get((id(owner), topic))
        self._latest[id(owner), topic] = ticket
        if older is not None and older in self._waiting:
            future = self._waiting[older].future
            if future is not None:
                future.cancel()

    def _settle(self, waiting: _Waiting, ticket: int) -> bool:
        """True if no newer question has been asked since."""
        key = (id(waiting.owner), waiting.topic or "")
        if self._latest.get(key) != ticket:
            return False
        del self._latest[key]
        return True

    @Slot(object)
    def _on_announced(self, changes: Changes) -> None:
        self.came.emit(changes)
        self.changed.emit(changes)

    @Slot(object)
    def _on_told(self, news: object) -> None:
        self.rang.emit(news)


def _hand_over(done: Any, ticket: int, future: Future[Any]) -> None:
    """Runs in the worker: only the ticket and the future go over."""
    done.emit(ticket, future)
