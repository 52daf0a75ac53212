"""The service on a socket: TLS 1.3, one process, and an orderly end."""

from __future__ import annotations

import ipaddress
import signal
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from uvicorn.server import HANDLED_SIGNALS

from kundcenter.centre.service import Service
from kundcenter.errors import Refused, Unavailable

KEEP_ALIVE = 75  # seconds without a request: longer than a desk keeps its connection
GRACE = 10  # seconds for what is going on when the service is to end
MOST_CONNECTIONS = 4_000
BACKLOG = 2048


class WithoutTls(Refused):
    """Without TLS nobody but this machine itself may be served."""

    code = "centre.without_tls"


class CertificateUnusable(Refused):
    """The server's certificate and key cannot be read, or do not belong together."""

    code = "centre.certificate_unusable"


class AddressTaken(Unavailable):
    """The address cannot be listened on.  Facts: why."""

    code = "centre.address_taken"


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the service listens.  Without a certificate only on this machine."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None


class Server(uvicorn.Server):
    """Tells when it listens, and lets go of those who wait before it waits for them."""

    def __init__(
        self, config: uvicorn.Config, service: Service, listening: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._service = service
        self._listening = listening

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals end the service in good order; the exit code is then that of success."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self.handle_exit) for each in HANDLED_SIGNALS}
        try:
            yield
        finally:
            for each, old in before.items():
                signal.signal(each, old)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._listening()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._service.stop()
        for connection in tuple(self.server_state.connections):
            cycle = getattr(connection, "cycle", None)
            transport = getattr(connection, "transport", None)
            if transport is not None and (cycle is None or cycle.response_complete):
                transport.abort()  # a farewell in TLS would wait for a desk that is not listening
        await super().shutdown(sockets)


def bound(listening: Listening) -> socket.socket:
    """A socket that listens.  Raises WithoutTls, AddressTaken.

    It says that it is TCP: else the loop would not set TCP_NODELAY, and each answer would come
    40 ms late.
    """
    if listening.certificate is None and not is_loopback(listening.host):
        raise WithoutTls
    try:
        family, _, _, _, address = socket.getaddrinfo(
            listening.host, listening.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except OSError as error:
        raise AddressTaken(why=type(error).__name__) from None
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows the other one lets anybody in
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(BACKLOG)
    except OSError as error:
        made.close()
        raise AddressTaken(why=type(error).__name__) from None
    return made


def is_loopback(host: str) -> bool:
    """Whether only this machine itself can reach the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def server(
    service: Service, listening: Listening, *, announce: Callable[[], None] = lambda: None
) -> Server:
    """A server of the service; run it with the socket from `bound`.

    Raises WithoutTls, CertificateUnusable.
    """
    config = uvicorn.Config(
        service.application(),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_CONNECTIONS,
        backlog=BACKLOG,
    )
    if listening.certificate is not None:
        trust = _context(listening)
        config.ssl_context_factory = lambda _config, _default: trust
    elif not is_loopback(listening.host):
        raise WithoutTls
    return Server(config, service, announce)


def _context(listening: Listening) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    assert listening.certificate is not None
    try:
        context.load_cert_chain(listening.certificate, listening.key)
    except OSError:  # an SSLError is one too
        raise CertificateUnusable from None
    return context
