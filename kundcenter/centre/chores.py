"""What the centre does by itself, every so often: one loop in each process of the service.

Of several processes one does a chore at a time, and all together do it as often as they should
(db.sync.chores).  A chore that fails stops no other; it is told in the metrics and the status.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from threading import Event, Thread

from db.sync.chores import SqlChores
from kundcenter.domain.chores import ChoreState
from kundcenter.errors import KundcenterError, Unavailable

log = logging.getLogger(__name__)

LOOK_EVERY = 15.0  # seconds between looks at what is due; the first comes as long after the start
END_WITHIN = 8.0  # seconds for a chore that is going on when the service ends

Stopping = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do `every` so often.

    `work` may be broken off at any moment and begun anew: it does the same once or twice.  It is
    given a question, and returns soon when the answer is yes: the service is about to end.
    """

    name: str
    every: timedelta
    work: Callable[[Stopping], object]


class Chores:
    """The loop.  `start` once, `stop` and `close` once."""

    def __init__(
        self,
        store: SqlChores,
        chores: Sequence[Chore],
        now: Callable[[], datetime],
        *,
        look_every: float = LOOK_EVERY,
    ) -> None:
        self._store, self._chores, self._now = store, tuple(chores), now
        self._look_every = look_every
        self._stop = Event()
        self._thread = Thread(target=self._run, name="chores", daemon=True)

    def start(self) -> None:
        """Begin.  Returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Begin nothing any more, and let what is going on know of it.  Returns at once."""
        self._stop.set()

    def close(self) -> None:
        """Wait until nothing is going on."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join(END_WITHIN)
            if self._thread.is_alive():
                log.warning("a chore did not end in time")

    def look(self) -> None:
        """Do whatever is due and nobody else is at."""
        for chore in self._chores:
            if self._stop.is_set():
                return
            try:
                self._take(chore)
            except Unavailable as error:
                log.info("the chore %s was not begun: %s", chore.name, error.code)
            except Exception:  # a bug ends this look at it, not the loop
                log.exception("the chore %s could not be begun or ended", chore.name)

    def _run(self) -> None:
        while not self._stop.wait(self._look_every):
            self.look()

    def _take(self, chore: Chore) -> None:
        at = self._now()
        with self._store.turn(chore.name, partial(_due, chore.every, at), at) as mine:
            if not mine:
                return
            code = self._done(chore)
            if not self._stop.is_set():  # else it may have been broken off: it is done again soon
                self._store.ended(chore.name, self._now(), code)

    def _done(self, chore: Chore) -> str:
        """Do it; returns the code of what went wrong."""
        try:
            chore.work(self._stop.is_set)
        except KundcenterError as error:
            log.warning("the chore %s failed: %s", chore.name, error.code)
            return error.code
        except Exception as error:
            log.exception("the chore %s failed", chore.name)
            return type(error).__name__
        return ""


def _due(every: timedelta, at: datetime, state: ChoreState | None) -> bool:
    return state is None or state.due(every, at)
