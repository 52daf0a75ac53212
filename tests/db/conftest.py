"""The two databases of the house, empty, with their schema."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.connect import open_central, open_local
from tests.ground import KEY, Clock, Ground, desk_on, fill_central, fill_local, opened


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Engine]:
    """The desk's file, in tmp_path / "desk.db"."""
    fill_local(tmp_path / "desk.db")
    with opened(open_local(tmp_path / "desk.db", KEY)) as engine:
        yield engine


@pytest.fixture(params=["sqlcipher", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    with ExitStack() as stack:
        if request.param == "sqlcipher":
            yield request.getfixturevalue("local")
        else:
            server = request.getfixturevalue("postgres_server")
            url = stack.enter_context(server.clone("empty", fill_central))
            yield stack.enter_context(opened(open_central(url)))


@pytest.fixture
def ground(engine: Engine) -> Ground:
    """A desk on each of the two."""
    clock = Clock()
    return Ground(desk_on(engine, clock), clock, engine)
