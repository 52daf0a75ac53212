"""The rig's PostgreSQL keeps what it said it has, through whatever is done to it."""

from __future__ import annotations

import pytest

from tests.rig.own_postgres import own_postgres


@pytest.mark.loopback
def test_what_was_committed_outlives_a_kill() -> None:
    with own_postgres() as server:
        with server.connect() as connection:
            connection.execute("CREATE TABLE kept (n integer)")
            connection.execute("INSERT INTO kept VALUES (1)")
        server.kill()
        server.start()
        with server.connect() as connection:
            assert connection.execute("SELECT n FROM kept").fetchall() == [(1,)]
        server.freeze()
        server.thaw()
        server.stop()
        server.start()
        with server.connect() as connection:
            assert connection.execute("SHOW synchronous_commit").fetchone() == ("on",)
