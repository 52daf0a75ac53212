"""Every service test runs three times: on SQLCipher, on PostgreSQL, and as a replay."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from db.connect import open_central, open_local
from tests.ground import (
    KEY,
    Clock,
    Ground,
    desk_on,
    fill_central,
    fill_local,
    opened,
    replay_into,
    rows,
)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    fill_local(path)
    return path


@pytest.fixture(params=["sqlcipher", "postgresql", "replay"])
def ground(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> Iterator[Ground]:
    """A desk on one of the stores.  As a replay it is compared, row by row, when it is done."""
    clock = Clock()
    with ExitStack() as stack:
        if request.param != "sqlcipher":
            server = request.getfixturevalue("postgres_server")
            url = stack.enter_context(server.clone("empty", fill_central))
            central = stack.enter_context(opened(open_central(url)))
        if request.param == "postgresql":
            engine = central
        else:
            shutil.copy(empty_file, tmp_path / "desk.db")
            engine = stack.enter_context(opened(open_local(tmp_path / "desk.db", KEY)))
            event.listen(engine, "connect", _in_a_hurry)
        again = central if request.param == "replay" else None
        yield Ground(desk_on(engine, clock), clock, engine, centre=again)
        if request.param == "replay":
            assert replay_into(central, engine) == len(rows(engine)["operations"])
            assert rows(central) == rows(engine)


def _in_a_hurry(raw: Any, _record: object) -> None:
    # That a commit outlives the power is proved elsewhere; here it would be half the time.
    raw.execute("PRAGMA synchronous = OFF")
