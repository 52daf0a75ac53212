"""Wakes the desks that wait: one question to the database for all of them, every quarter second."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from kundcenter.errors import Unavailable

log = logging.getLogger(__name__)

EVERY = 0.25  # seconds
LONGEST = 25.0


class Ticker:
    """One in each process.  `heads` says how far buckets have come."""

    def __init__(
        self, heads: Callable[[Sequence[str]], dict[str, int]], *, longest: float = LONGEST
    ) -> None:
        self._heads = heads
        self._longest = longest
        self._waiting: dict[asyncio.Future[bool], Mapping[str, int]] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ticker")
        self._somebody = asyncio.Event()
        self._closed = False
        self.asked = 0  # questions to the database

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    async def changed(self, cursors: Mapping[str, int], gone: asyncio.Future[Any]) -> bool:
        """Whether a bucket has gone on: at once when it has, else when the wait is over.

        Returns early when the desk is `gone`.  Raises what the database raises.
        """
        if self._closed:
            return False
        woken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting[woken] = cursors
        self._somebody.set()
        try:
            await asyncio.wait(
                {woken, gone}, timeout=self._longest, return_when=asyncio.FIRST_COMPLETED
            )
            return woken.result() if woken.done() else False
        finally:
            del self._waiting[woken]
            woken.cancel()

    async def run(self) -> None:
        """Tick until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            await self._somebody.wait()
            await asyncio.sleep(EVERY)
            if not self._waiting:
                self._somebody.clear()
                continue
            buckets = sorted({name for cursors in self._waiting.values() for name in cursors})
            self.asked += 1
            try:
                heads = await loop.run_in_executor(self._thread, self._heads, buckets)
            except Unavailable as error:
                self._fail(error)
            except Exception as error:  # a bug ends the waits, not the ticker
                log.exception("the ticker could not ask")
                self._fail(error)
            else:
                self._wake(heads)

    def stop(self) -> None:
        """Let everybody go: the service ends."""
        self._closed = True
        for woken in self._waiting:
            if not woken.done():
                woken.set_result(False)

    def close(self) -> None:
        self._thread.shutdown(wait=True)

    def _wake(self, heads: Mapping[str, int]) -> None:
        for woken, cursors in self._waiting.items():
            if not woken.done() and any(heads.get(b, 0) > seq for b, seq in cursors.items()):
                woken.set_result(True)

    def _fail(self, error: Exception) -> None:
        for woken in self._waiting:
            if not woken.done():
                woken.set_exception(error)
