"""The rig's proxy does what it says, seen from both sides of it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from threading import Thread

import pytest

from tests.rig.proxy import PARTITION, Fault, Proxy, proxy_before

pytestmark = pytest.mark.loopback


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """Before a server that says back what it hears, until it hears the end."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        thread = Thread(target=_echo, args=(server,))
        thread.start()
        with proxy_before(server.getsockname()[1]) as proxy:
            yield proxy
        with socket.create_connection(server.getsockname()) as last:
            last.sendall(b"END")
            thread.join(10)


def _echo(server: socket.socket) -> None:
    while True:
        connection, _ = server.accept()
        with connection:
            try:
                while heard := connection.recv(1 << 16):
                    if heard == b"END":
                        return
                    connection.sendall(heard)
            except OSError:
                continue


def to(proxy: Proxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), timeout=5)


def test_without_a_fault_all_goes_through(proxy: Proxy) -> None:
    with to(proxy) as wire:
        wire.sendall(b"x" * 40_000)
        with wire.makefile("rb") as heard:
            assert heard.read(40_000) == b"x" * 40_000


@pytest.mark.parametrize("fault", [Fault(cut_up=0), Fault(cut_down=0), Fault(refuse=True)])
def test_a_cut_connection_is_reset(proxy: Proxy, fault: Fault) -> None:
    proxy.be(fault)
    with pytest.raises(ConnectionResetError), to(proxy) as wire:
        wire.sendall(b"hello")
        wire.recv(5)


def test_a_cut_lets_through_what_it_says_and_no_more(proxy: Proxy) -> None:
    proxy.once(cut_down=3)
    with to(proxy) as wire:
        wire.sendall(b"hello")
        heard = b""
        with pytest.raises(ConnectionResetError):
            while True:
                heard += wire.recv(5) or pytest.fail("closed, not reset")
        assert len(heard) <= 3
    with to(proxy) as wire:
        wire.sendall(b"again")
        assert wire.recv(5) == b"again"


def test_in_a_partition_nothing_is_heard_and_nothing_is_said(proxy: Proxy) -> None:
    with to(proxy) as wire:
        wire.sendall(b"before")
        assert wire.recv(6) == b"before"
        proxy.be(PARTITION)
        wire.sendall(b"lost")
        wire.settimeout(0.3)
        with pytest.raises(TimeoutError):
            wire.recv(4)
        proxy.heal()
        wire.sendall(b"after")
        wire.settimeout(5)
        assert wire.recv(5) == b"after"
