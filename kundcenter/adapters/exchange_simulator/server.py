"""The process of the simulated exchange: sockets and the passing of time.  Loopback only."""

from __future__ import annotations

import asyncio
import contextlib
import os
import ssl
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.interface import GREETING, Account, ManagerSession
from kundcenter.adapters.telephony.frames import serialise

HOST = "127.0.0.1"
MOST_CLIENTS = 64
LOGIN_SECONDS = 10.0
MOST_UNSENT = 1024 * 1024  # bytes; a client that does not read is sent away
_LONGEST_SLEEP = 0.5  # s; the clock may be set while nothing happens


def serve(
    exchange: Exchange,
    accounts: Sequence[Account],
    ready: Callable[[int], None],
    *,
    port: int = 0,
    speed: float = 1.0,
    certificate: Path | None = None,
    until_closed: int | None = None,
) -> None:
    """Run an exchange in this process until it is told to end.  Port 0 is a free one.

    With a `certificate`, a PEM file that holds the key too, clients must use TLS 1.2 or later.
    Raises OSError when the port is taken or the certificate cannot be read.
    """
    tls = None
    if certificate is not None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.minimum_version = ssl.TLSVersion.TLSv1_2
        tls.load_cert_chain(certificate)
    server = Server(exchange, accounts, speed=speed)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(server.run(port, ready, tls=tls, until_closed=until_closed))


class Server:
    """`speed` is how many seconds pass at the exchange in one of ours."""

    def __init__(self, exchange: Exchange, accounts: Sequence[Account], *, speed: float) -> None:
        self._exchange = exchange
        self._accounts = tuple(accounts)
        self._speed = speed
        self._clients: set[_Client] = set()
        self._started = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._over = asyncio.Event()

    async def run(
        self,
        port: int,
        ready: Callable[[int], None],
        *,
        tls: ssl.SSLContext | None = None,
        until_closed: int | None = None,
    ) -> None:
        """Serve until `stop`, or until the other end of the file descriptor is closed.

        `ready` is told the port when clients may come.  Raises OSError when it is taken.
        """
        loop = asyncio.get_running_loop()
        self._started = loop.time()
        listening = await loop.create_server(lambda: _Client(self), HOST, port, ssl=tls)
        if until_closed is not None:
            threading.Thread(
                target=self._wait_for_end, args=(until_closed, loop), daemon=True
            ).start()
        try:
            ready(listening.sockets[0].getsockname()[1])
            self.tick()
            await self._over.wait()
        finally:
            if self._timer is not None:
                self._timer.cancel()
            listening.close()
            for client in list(self._clients):
                client.close()

    def stop(self) -> None:
        self._over.set()

    def admit(self, client: _Client) -> ManagerSession | None:
        """None when there is no room."""
        if len(self._clients) >= MOST_CLIENTS:
            return None
        self._clients.add(client)
        return ManagerSession(self._exchange, self._accounts)

    def forget(self, client: _Client) -> None:
        self._clients.discard(client)

    def tick(self) -> None:
        """Bring the exchange up to now, tell what happened, and set the alarm for what is next."""
        loop = asyncio.get_running_loop()
        now = (loop.time() - self._started) * self._speed
        self._exchange.advance(now)
        for event in self._exchange.take_events():
            data = serialise(event.fields)
            for client in list(self._clients):
                if client.session is not None and client.session.hears(event):
                    client.send(data)
        if self._timer is not None:
            self._timer.cancel()
        due = self._exchange.next_at
        sleep = _LONGEST_SLEEP if due is None else min(_LONGEST_SLEEP, (due - now) / self._speed)
        self._timer = loop.call_later(max(0.0, sleep), self.tick)

    def _wait_for_end(self, descriptor: int, loop: asyncio.AbstractEventLoop) -> None:
        with contextlib.suppress(OSError, ValueError):
            while os.read(descriptor, 4096):  # unbuffered: a buffer's lock would outlive the loop
                pass
        with contextlib.suppress(RuntimeError):  # the loop ended first
            loop.call_soon_threadsafe(self.stop)


class _Client(asyncio.Protocol):
    """One connection.  What it says is judged in ManagerSession."""

    def __init__(self, server: Server) -> None:
        self.session: ManagerSession | None = None
        self._server = server
        self._transport: asyncio.Transport | None = None
        self._login_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.session = self._server.admit(self)
        if self.session is None:
            transport.abort()
            return
        transport.write(GREETING)
        loop = asyncio.get_running_loop()
        self._login_timer = loop.call_later(LOGIN_SECONDS, self._not_logged_in)

    def data_received(self, data: bytes) -> None:
        if self.session is None:
            return
        self._server.tick()
        self.send(self.session.received(data))
        if self.session.over:
            self.close()
        self._server.tick()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._login_timer is not None:
            self._login_timer.cancel()
        self._server.forget(self)

    def send(self, data: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        if self._transport.get_write_buffer_size() > MOST_UNSENT:
            self._transport.abort()
            return
        self._transport.write(data)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def _not_logged_in(self) -> None:
        if self.session is not None and self.session.account is None:
            self.close()
