"""Wakes the desks that wait: one question to the database for all of them, every quarter second."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kundcenter.errors import Unavailable

log = logging.getLogger(__name__)

EVERY = 0.25  # seconds
LONGEST = 25.0


@dataclass(frozen=True, slots=True)
class Awaited:
    """What a desk knows already: how far buckets have come, and whose leave is over.

    `ended` is None for a desk that does not ask about leave.
    """

    cursors: Mapping[str, int]
    device_id: UUID | None = None
    ended: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far buckets have come, and by desk the operators whose leave there is over."""

    heads: Mapping[str, int]
    ended: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)

    def goes_on(self, known: Awaited) -> bool:
        """Whether there is more than is known already."""
        if any(self.heads.get(bucket, 0) > seq for bucket, seq in known.cursors.items()):
            return True
        if known.ended is None or known.device_id is None:
            return False
        return not self.ended.get(known.device_id, frozenset()) <= known.ended


class Ticker:
    """One in each process.  `look` says how it stands with some buckets and some desks."""

    def __init__(
        self,
        look: Callable[[Sequence[str], Sequence[UUID]], Standing],
        *,
        longest: float = LONGEST,
    ) -> None:
        self._look = look
        self._longest = longest
        self._waiting: dict[asyncio.Future[bool], Awaited] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ticker")
        self._somebody = asyncio.Event()
        self._closed = False
        self.asked = 0  # questions to the database

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    async def changed(self, known: Awaited, gone: asyncio.Future[Any]) -> bool:
        """Whether there is more than is known: at once when there is, else when the wait is over.

        Returns early when the desk is `gone`.  Raises what the database raises.
        """
        if self._closed:
            return False
        woken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting[woken] = known
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
            waiting = tuple(self._waiting.values())
            buckets = sorted({name for known in waiting for name in known.cursors})
            desks = sorted({x.device_id for x in waiting if x.device_id and x.ended is not None})
            self.asked += 1
            try:
                standing = await loop.run_in_executor(self._thread, self._look, buckets, desks)
            except Unavailable as error:
                self._fail(error)
            except Exception as error:  # a bug ends the waits, not the ticker
                log.exception("the ticker could not ask")
                self._fail(error)
            else:
                self._wake(standing)

    def stop(self) -> None:
        """Let everybody go: the service ends."""
        self._closed = True
        for woken in self._waiting:
            if not woken.done():
                woken.set_result(False)

    def close(self) -> None:
        self._thread.shutdown(wait=True)

    def _wake(self, standing: Standing) -> None:
        for woken, known in self._waiting.items():
            if not woken.done() and standing.goes_on(known):
                woken.set_result(True)

    def _fail(self, error: Exception) -> None:
        for woken in self._waiting:
            if not woken.done():
                woken.set_exception(error)
