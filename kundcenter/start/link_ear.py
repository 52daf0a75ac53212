"""The link's ear: it waits at the centre for news, so that the link itself is free to speak."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Protocol

from kundcenter.errors import KundcenterError
from kundcenter.sync.exchange import Path
from kundcenter.sync.pace import Pace
from kundcenter.sync.wire import Woken, unpack

log = logging.getLogger(__name__)

LOOK_EVERY = 5.0  # seconds between looks after the link, while there is nothing to wait for
AT_LEAST = 1.0  # seconds between questions, should a centre not let them wait


class _Client(Protocol):
    def ask(self, path: str, body: bytes) -> bytes: ...
    def close(self) -> None: ...


class Ear:
    """One long question at a time, on a connection of its own."""

    def __init__(
        self,
        connect: Callable[[], _Client],
        heard: Callable[[], None],
        look: Callable[[], None],
        stop: Event,
        pace: Pace,
    ) -> None:
        """`heard` is called when there is news, or nothing can be heard any more; `look` now and
        then, while there is nothing to wait for."""
        self._connect, self._heard, self._look = connect, heard, look
        self._stop, self._pace = stop, pace
        self._lock, self._given = Lock(), Event()
        self._body: bytes | None = None
        self._client: _Client | None = None
        self.thread = Thread(target=self._run, name="link-ear", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def listen(self, body: bytes, *, anew: bool = False) -> None:
        """Wait with this question from now on.

        One that waits already is let go on, as it hears of all that this one would; with `anew` it
        would not, and is broken off.
        """
        with self._lock:
            self._body = body
        self._given.set()
        if anew:
            self._let_go()

    def stop(self) -> None:
        """End a question that waits."""
        self._given.set()
        self._let_go()

    def _run(self) -> None:
        while not self._stop.is_set():
            if not self._given.wait(LOOK_EVERY):
                self._look()
                continue
            self._given.clear()
            with self._lock:
                body = self._body
            if body is not None and not self._stop.is_set():
                self._stop.wait(self._listen(body))
        self._let_go()

    def _listen(self, body: bytes) -> float:
        """Ask once; returns after how many seconds the next question may be asked."""
        try:
            client = self._joined(body)
            if client is None:
                return 0.0
            woken = unpack(client.ask(Path.WAIT.value, body), Woken)
        except Exception as error:
            if self._stop.is_set() or self._overtaken(body):
                return 0.0
            if isinstance(error, KundcenterError):
                log.info("the link's ear: %s", error.code)
            else:
                log.exception("the link's ear failed")
            self._let_go()
            self._forget(body)
            self._heard()
            return self._pace.failed().seconds
        self._pace.succeeded()
        if woken.changed:
            self._forget(body)
            self._heard()
            return 0.0
        self._given.set()  # on with the newest question
        return AT_LEAST

    def _forget(self, body: bytes) -> None:
        """It has been answered: the link says what to wait for next."""
        with self._lock:
            if self._body == body:
                self._body = None

    def _overtaken(self, body: bytes) -> bool:
        """Whether there is a newer question: that one meets the same trouble, if there is any."""
        with self._lock:
            return self._body is not None and self._body != body

    def _joined(self, body: bytes) -> _Client | None:
        """What to ask with, which `listen` closes when the question is overtaken after this; None
        when it has been."""
        with self._lock:
            if self._body != body:
                return None
            if self._client is None:
                self._client = self._connect()
            return self._client

    def _let_go(self) -> None:
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()
