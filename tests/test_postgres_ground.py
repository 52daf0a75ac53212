"""The PostgreSQL that tests stand on: private, shared by a run, cheap to clone, gone afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text

from tests.postgres import PostgresServer, shared_server
from tests.postgres_binaries import binaries, reachable, wheel_binaries

ROOT = Path(__file__).parents[1]
HOLDER = """
import sys, time
from pathlib import Path
from tests.postgres import shared_server
with shared_server(Path(sys.argv[1])) as server:
    print(server.folder, flush=True)
    time.sleep(600)
"""


def fill(url: str) -> None:
    """One table with one row, as a stand-in for the migrations."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("create table units (name text primary key)"))
        connection.execute(text("insert into units values ('Råslätts vårdcentral')"))
    engine.dispose()


def never(url: str) -> None:
    raise AssertionError(f"{url} was filled twice")


def units(url: str) -> list[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        names = connection.execute(text("select name from units order by name")).scalars().all()
    engine.dispose()
    return list(names)


def gone(folder: Path) -> bool:
    until = time.monotonic() + 20
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.05)
    return not folder.exists()


def test_a_clone_holds_what_the_template_holds(postgres_server: PostgresServer) -> None:
    with postgres_server.clone("ground_holds", fill) as url:
        assert units(url) == ["Råslätts vårdcentral"]


def test_what_one_test_writes_no_other_reads(postgres_server: PostgresServer) -> None:
    with (
        postgres_server.clone("ground_writes", fill) as mine,
        postgres_server.clone("ground_writes", never) as yours,
    ):
        engine = create_engine(mine)
        with engine.begin() as connection:
            connection.execute(text("delete from units"))
        engine.dispose()
        assert units(mine) == []
        assert units(yours) == ["Råslätts vårdcentral"]


def test_a_clone_is_dropped_even_when_somebody_is_still_in_it(
    postgres_server: PostgresServer,
) -> None:
    with postgres_server.clone("ground_drops", fill) as url:
        name = url.partition("@/")[2].partition("?")[0]
        lingering = postgres_server.connect(name)
    with pytest.raises(psycopg.OperationalError):
        lingering.execute("select 1")
    lingering.close()
    with pytest.raises(psycopg.OperationalError):
        postgres_server.connect(name)


def test_a_template_that_failed_half_way_is_not_there_next_time(
    postgres_server: PostgresServer,
) -> None:
    def fails(url: str) -> None:
        fill(url)
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        postgres_server.template("ground_fails", fails)
    with postgres_server.clone("ground_fails", fill) as url:
        assert units(url) == ["Råslätts vårdcentral"]


def test_the_server_is_reached_through_its_own_folder_only(
    postgres_server: PostgresServer,
) -> None:
    with postgres_server.connect() as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)
        version = connection.info.server_version
    assert version >= 15_00_00
    assert postgres_server.folder.stat().st_mode & 0o077 == 0


def test_letters_are_ordered_by_code_point_and_folded_in_swedish(
    postgres_server: PostgresServer,
) -> None:
    with postgres_server.connect() as connection:
        ordered = connection.execute("select 'Z' < 'Å' and 'a' > 'B', lower('ÅÄÖ')").fetchone()
    assert ordered == (True, "åäö")


def test_the_binaries_of_the_wheel_serve_even_from_a_folder_closed_to_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PG_BIN", str(wheel_binaries()))
    monkeypatch.setattr("tests.postgres_binaries.reachable", lambda folder: False)
    with shared_server(tmp_path) as server, server.connect() as connection:
        assert connection.info.server_version >= 18_00_00
    assert gone(server.folder)


def test_a_folder_closed_to_others_is_not_reachable(tmp_path: Path) -> None:
    assert reachable(Path("/usr/bin"))
    tmp_path.chmod(0o700)
    assert not reachable(tmp_path)


def test_missing_binaries_are_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PG_BIN", str(tmp_path))
    assert binaries() == tmp_path
    monkeypatch.delenv("PG_BIN")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tests.postgres_binaries.OLDEST", 99)
    with pytest.raises(FileNotFoundError, match="no PostgreSQL server"):
        binaries()


def test_the_server_outlives_one_killed_user_but_not_the_last(tmp_path: Path) -> None:
    users = [
        subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(tmp_path)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    folders = [Path(user.stdout.readline().strip()) for user in users if user.stdout]
    assert folders[0] == folders[1]
    server = PostgresServer(folders[0])
    for user in users:
        server.connect().close()
        user.send_signal(signal.SIGKILL)
        user.communicate()
    assert gone(server.folder)
