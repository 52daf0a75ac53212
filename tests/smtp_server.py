"""A real mail server on this machine: aiosmtpd on a port of its own, in a thread of its own."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from threading import Thread
from types import SimpleNamespace
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"


@dataclass(slots=True)
class Received:
    """One letter as it came: who it was from and to by the envelope, and what was in it."""

    sender: str | None
    to: list[str]
    message: EmailMessage
    secret: bool  # over TLS
    user: str | None = None
    raw: bytes = b""


@dataclass(slots=True)
class Postbox:
    """What the server has taken, and how it takes it."""

    port: int = 0
    received: list[Received] = field(default_factory=list)
    password: str = ""
    refuses: str = ""  # the reply to every recipient
    hangs_up: bool = False  # when the letter has come, before it says so

    async def take_receiver(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def take_letter(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        transport = server.transport
        assert isinstance(transport, asyncio.WriteTransport)
        if self.hangs_up:
            transport.abort()
            return "250 OK"
        login: bytes | None = session.auth_data
        raw = bytes(envelope.content or b"")  # type: ignore[arg-type]
        message = message_from_bytes(raw, policy=default)
        self.received.append(
            Received(
                envelope.mail_from,
                list(envelope.rcpt_tos),
                message,
                transport.get_extra_info("sslcontext") is not None,
                user=login.decode() if login else None,
                raw=raw,
            )
        )
        return "250 OK"

    def login(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any
    ) -> AuthResult:
        good = isinstance(data, LoginPassword) and data.password == self.password.encode()
        return AuthResult(success=good, handled=False, auth_data=data.login if good else None)


@contextmanager
def serving(
    box: Postbox,
    *,
    certificate: tuple[str, str] | None = None,
    at_once: bool = False,
    asks: bool = False,
) -> Iterator[Postbox]:
    """`certificate` is (certificate, key): with it TLS is offered, or spoken `at_once`.

    `asks`: nothing is taken before a login (with STARTTLS only).
    """
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # it tells of its own faults
    context = None
    if certificate is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*certificate)
    loop = asyncio.new_event_loop()

    def protocol() -> SMTP:
        return SMTP(
            SimpleNamespace(handle_RCPT=box.take_receiver, handle_DATA=box.take_letter),
            hostname="localhost",
            loop=loop,
            tls_context=None if at_once else context,
            authenticator=box.login,
            auth_required=asks and not at_once,  # it knows of no TLS but STARTTLS
            auth_require_tls=not at_once,
        )

    server = loop.run_until_complete(
        loop.create_server(protocol, HOST, 0, ssl=context if at_once else None)
    )
    box.port = server.sockets[0].getsockname()[1]
    thread = Thread(target=loop.run_forever, name="smtp")
    thread.start()
    try:
        yield box
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
        logging.getLogger("mail.log").setLevel(logging.NOTSET)


async def _end(server: asyncio.Server) -> None:
    server.close()
    await server.wait_closed()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_asyncgens()
