"""A real Secret Service for the tests of the keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.private_secret_service import installed, private_secret_service

PASSWORD = "fyra röda traktorer"


@pytest.fixture(scope="session")
def needs_gnome_keyring() -> None:
    if not installed():
        pytest.skip("needs a Secret Service: apt-get install dbus-daemon gnome-keyring")


@pytest.fixture(scope="session")
def secret_service(
    needs_gnome_keyring: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, str]]:
    """The environment of an open keyring that all tests share; each uses keys of its own."""
    with private_secret_service(tmp_path_factory.mktemp("keyring"), PASSWORD) as environment:
        yield environment


@pytest.fixture
def store(secret_service: Mapping[str, str]) -> Iterator[KeyringStore]:
    store = KeyringStore(environment=secret_service, patience=20)
    yield store
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a profile may be made; it does not exist yet."""
    return tmp_path / "profile"
