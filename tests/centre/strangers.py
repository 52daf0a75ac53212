"""Whoever else may answer in the centre's place: real sockets that say what a test wants."""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kundcenter.adapters.certificates import Authority
from tests.centre.ground import LONG


@contextmanager
def answering(
    answer: bytes | None,
    authority: Authority | None,
    *,
    version: ssl.TLSVersion | None = None,
    ca: Authority | None = None,
    hold: bool = False,
) -> Iterator[str]:
    """A server that reads a little and sends the answer, then closes; with `hold` it does not."""
    listener = socket.create_server(("127.0.0.1", 0))
    context = None
    if authority is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(authority.server, authority.server_key)
        if version is not None:
            context.maximum_version = version
    over = threading.Event()

    def serve() -> None:
        while True:
            try:
                taken, _ = listener.accept()
            except OSError:
                return
            taken.settimeout(LONG)
            with contextlib.suppress(OSError), _wrapped(taken, context) as wire:
                _hear(wire)
                if answer is not None:
                    wire.sendall(answer)
                if hold:
                    over.wait(LONG)

    thread = threading.Thread(target=serve, name="a stranger")
    thread.start()
    try:
        scheme = "http" if authority is None else "https"
        yield f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(LONG)
        assert not thread.is_alive()


def _hear(wire: socket.socket) -> None:
    """Read a whole request: to close before it has come would reset the connection."""
    heard = b""
    while part := wire.recv(65536):
        heard += part
        if not heard.startswith(b"POST "):
            return
        head, found, body = heard.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        if found and len(body) >= int(length[1] if length else 0):
            return


@contextmanager
def _wrapped(taken: socket.socket, context: ssl.SSLContext | None) -> Iterator[socket.socket]:
    with taken:
        if context is None:
            yield taken
            return
        with context.wrap_socket(taken, server_side=True) as wire:
            yield wire


def response(
    status: str, body: bytes, *headers: str, media: str = "text/html", length: int | None = None
) -> bytes:
    """An HTTP response, with the length it says."""
    lines = [
        f"HTTP/1.1 {status}",
        f"content-type: {media}",
        f"content-length: {len(body) if length is None else length}",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
