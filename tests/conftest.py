"""The guards every test lives under, and the grounds that tests are given."""

from __future__ import annotations

import gc
import logging
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.guards import NetworkGuard, surround, threads_left, unexpected, windows_left

pytest_plugins = ["tests.postgres"]

SURROUNDINGS = Path(tempfile.mkdtemp(prefix="kc-"))  # short: a socket's path has 107 characters
surround(SURROUNDINGS)
NETWORK = NetworkGuard()
sys.addaudithook(NETWORK)

# hypothesis chooses its own profile "ci" (derandomized) where CI is set; at home it may surprise us
hypothesis.settings.register_profile("default", deadline=None)


def pytest_configure(config: pytest.Config) -> None:
    config.add_cleanup(lambda: shutil.rmtree(SURROUNDINGS, ignore_errors=True))


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """Sockets of other families than AF_UNIX need the marker `loopback`, and stay on 127.0.0.1."""
    NETWORK.tried.clear()
    NETWORK.loopback = request.node.get_closest_marker("loopback") is not None
    yield
    NETWORK.loopback = False
    assert NETWORK.tried == []


@pytest.fixture(autouse=True)
def collected_in_this_thread() -> Iterator[None]:
    """As in the program: no worker destroys what an earlier test has left to the collector."""
    from ui.collecting import collect_due  # not before `surround`: it brings Qt

    gc.disable()
    yield
    collect_due()


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    before = threading.enumerate()
    yield
    assert threads_left(before) == []


@pytest.fixture(autouse=True)
def no_windows_left() -> Iterator[None]:
    yield
    assert windows_left() == []


@pytest.fixture(autouse=True)
def no_surprises_in_the_log(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Warnings fail a test unless the marker `logs` names a part of each."""
    yield
    marker = request.node.get_closest_marker("logs")
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    said = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert unexpected(said, marker.args if marker else ()) == []
