"""The guards were seen to catch what they are there for."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards import NetworkGuard, threads_left, unexpected, windows_left


@pytest.fixture
def guard() -> NetworkGuard:
    return NetworkGuard()


@pytest.fixture
def outside() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as endpoint:
        yield endpoint


def test_an_address_outside_the_machine_is_refused_and_remembered(
    guard: NetworkGuard, outside: socket.socket
) -> None:
    guard.loopback = True
    with pytest.raises(ConnectionRefusedError):
        guard("socket.connect", (outside, ("192.0.2.1", 443)))
    assert guard.tried == ["socket.connect 192.0.2.1"]


def test_a_name_is_never_looked_up(guard: NetworkGuard) -> None:
    with pytest.raises(ConnectionRefusedError):
        guard("socket.getaddrinfo", ("example.com", 443, 0, 0, 0))


def test_loopback_needs_its_marker(guard: NetworkGuard, outside: socket.socket) -> None:
    with pytest.raises(ConnectionRefusedError):
        guard("socket.connect", (outside, ("127.0.0.1", 5432)))
    guard.loopback = True
    guard("socket.connect", (outside, ("127.0.0.1", 5432)))


def test_nobody_listens_on_every_address(guard: NetworkGuard, outside: socket.socket) -> None:
    guard.loopback = True
    with pytest.raises(ConnectionRefusedError):
        guard("socket.bind", (outside, ("0.0.0.0", 0)))


def test_a_socket_in_the_file_system_is_free_to_use(guard: NetworkGuard) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as local:
        guard("socket.connect", (local, "/run/somewhere"))
    assert guard.tried == []


@pytest.mark.loopback
def test_the_guard_is_in_force_and_lets_loopback_through() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_a_thread_that_goes_on_is_named_and_one_that_ends_is_not() -> None:
    before = threading.enumerate()
    stop = threading.Event()
    goes_on = threading.Thread(target=stop.wait, name="goes on")
    ends = threading.Thread(target=lambda: None, name="ends")
    goes_on.start()
    ends.start()
    assert threads_left(before, patience=0.05) == ["goes on"]
    stop.set()
    goes_on.join()


def test_a_window_left_open_is_named_and_closed(qapp: object) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel("kvar")
    label.setObjectName("forgotten")
    label.show()
    assert windows_left() == ["QLabel 'forgotten'"]
    assert windows_left() == []


def test_a_warning_nobody_expected_is_a_surprise() -> None:
    assert unexpected(["disk is full"], ()) == ["said: disk is full"]


def test_a_warning_that_was_promised_must_come() -> None:
    assert unexpected([], ("disk is full",)) == ["never said: disk is full"]


@pytest.mark.logs("disk is full")
def test_an_expected_warning_is_no_surprise() -> None:
    logging.getLogger(__name__).warning("the disk is full again")


def test_the_users_own_folders_are_out_of_reach() -> None:
    home = Path.home()
    assert home == Path(os.environ["HOME"])
    assert home.parent.name.startswith("kc-")
    assert Path(os.environ["XDG_DATA_HOME"]).parent == home.parent
    assert os.environ["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"
