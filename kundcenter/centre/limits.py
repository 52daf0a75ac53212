"""How much the service takes on at a time, and how often one address may guess."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from kundcenter.errors import Unavailable

T = TypeVar("T")

POOL, QUEUE = 12, 200
LONGEST_IN_QUEUE = 4.0  # seconds: a desk gives up soon after, and would come again unheard
GUESSES, WITHIN = 5, 60.0  # wrong codes of one address, in so many seconds
MOST_ADDRESSES = 10_000


class CentreBusy(Unavailable):
    """More is asked of the centre than it can do now."""

    code = "centre.busy"


class TooOften(Unavailable):
    """Too many wrong codes came from one address.  Facts: seconds."""

    code = "enrolment.too_often"


class Gate:
    """Runs work in a few threads; a bounded queue waits before them."""

    def __init__(self, pool: int = POOL, queue: int = QUEUE) -> None:
        self._threads = ThreadPoolExecutor(pool, thread_name_prefix="centre")
        self._most = pool + queue
        self.inside = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What the work gives.  Raises CentreBusy, and what the work raises."""
        if self.inside >= self._most:
            raise CentreBusy
        self.inside += 1
        try:
            begun = partial(_in_time, work, time.monotonic() + LONGEST_IN_QUEUE)
            ended = asyncio.get_running_loop().run_in_executor(self._threads, begun)
            ended.add_done_callback(partial(self._left))
        except BaseException:
            self.inside -= 1
            raise
        return await asyncio.shield(ended)

    def close(self) -> None:
        """Let what is going on end."""
        self._threads.shutdown(wait=True)

    def _left(self, ended: asyncio.Future[T]) -> None:
        self.inside -= 1
        if not ended.cancelled():
            ended.exception()  # whoever asked may have gone


def _in_time(work: Callable[[], T], until: float) -> T:
    if time.monotonic() > until:
        raise CentreBusy
    return work()


class Guesses:
    """Counts the wrong codes of an address."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}

    def must_be_few(self, address: str) -> None:
        """Raise TooOften while the address has used up its guesses."""
        recent = self._recent(address)
        if len(recent) >= GUESSES:
            raise TooOften(seconds=max(1, round(recent[0] + WITHIN - self._clock())))

    def wrong(self, address: str) -> None:
        """One more."""
        if len(self._wrong) >= MOST_ADDRESSES:
            self._wrong = {each: left for each in self._wrong if (left := self._recent(each))}
        self._wrong[address] = [*self._recent(address), self._clock()]

    def _recent(self, address: str) -> list[float]:
        since = self._clock() - WITHIN
        return [at for at in self._wrong.get(address, ()) if at > since]
