"""A centre over HTTPS for each test; one authority for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kundcenter.adapters.certificates import Authority
from tests.centre.ground import House, a_house, certified
from tests.ground import Clock, fill_central
from tests.postgres import PostgresServer
from tests.sync.ground import a_centre


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return certified(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def store(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of a centre's database that is not founded yet."""
    with postgres_server.clone("empty", fill_central) as url:
        yield url


@pytest.fixture
def house(store: str, authority: Authority) -> Iterator[House]:
    with a_centre(store, Clock()) as centre, a_house(centre, store, authority) as house:
        yield house


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
