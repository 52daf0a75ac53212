"""The rig's PostgreSQL keeps what it said it has, through whatever is done to it."""

from __future__ import annotations

from pathlib import Path

import psycopg
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


@pytest.mark.loopback
def test_a_kill_and_a_freeze_reach_every_process_of_the_server() -> None:
    with own_postgres() as server:
        with server.connect() as connection:
            pid = connection.info.backend_pid
            assert pid in server.backends()
            server.freeze()
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            assert state == "T"
            server.thaw()
            assert connection.execute("SELECT 1").fetchone() == (1,)
            server.kill()
            with pytest.raises(psycopg.OperationalError):
                connection.execute("SELECT 1")
        assert "FATAL" not in (server.folder / "log").read_text()  # nobody had time for a word
        server.start()
