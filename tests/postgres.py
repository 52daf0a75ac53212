"""A PostgreSQL server that the tests start themselves, as an ordinary user.

One server serves a whole test run, xdist's workers together.  Each of them holds a shared lock on
a file; the server's keeper, a shell, waits for the exclusive one.  It gets it when the last of them
has ended, in whatever way, and then stops the server and deletes its folder.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypedDict
from uuid import uuid4

import psycopg
import pytest
from filelock import FileLock
from psycopg.sql import SQL, Identifier

from tests.postgres_binaries import binaries, borrowed

PATIENCE = 60.0  # seconds to wait for a start on a loaded machine
MEMORY = Path("/dev/shm")  # where a clone costs a tenth of what it costs on a disk
ROOM = 2 << 30  # bytes that have to be free there: nobody shall run out of memory for our sake
SUPERUSER = "postgres"
SETTINGS = {
    "listen_addresses": "",  # only the socket in the server's own folder
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_wal_size": "128MB",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
KEEPER = """(
"$@" >log 2>&1 &
exec 9<users
flock --exclusive 9
kill -INT $!
wait
cd / && rm -rf "$FOLDER" "$DATA"
) &"""


class Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def ordinary_user() -> Identity:
    """Who runs the server: ourselves, or `nobody` when we are root, whom PostgreSQL refuses."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server; its folder holds the data, the log, the socket and the file `users`."""

    folder: Path

    def url(self, database: str) -> str:
        """An SQLAlchemy URL of `database`, for psycopg 3."""
        return f"postgresql+psycopg://{SUPERUSER}@/{database}?host={self.folder}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A plain connection in autocommit, for what tests do behind the program's back."""
        return psycopg.connect(
            host=str(self.folder), user=SUPERUSER, dbname=database, autocommit=True
        )

    def template(self, name: str, fill: Callable[[str], None]) -> None:
        """Make the database `name` once in a run; `fill` gets the URL of a new, empty one.

        Whoever comes second waits.  A template whose `fill` failed is not there the next time.
        """
        with FileLock(self.folder / f"{name}.lock"), self.connect() as connection:
            if _exists(connection, name):
                return
            filling = f"{name}_filling"
            connection.execute(SQL("drop database if exists {}").format(Identifier(filling)))
            connection.execute(SQL("create database {}").format(Identifier(filling)))
            fill(self.url(filling))
            connection.execute(
                SQL("alter database {} rename to {}").format(Identifier(filling), Identifier(name))
            )

    @contextmanager
    def clone(self, template: str, fill: Callable[[str], None]) -> Iterator[str]:
        """The URL of a database of one's own, made from `template`; gone afterwards.

        Costs about 70 ms where there is room in memory, and most of a second on a disk.
        """
        self.template(template, fill)
        name = f"{template}_{uuid4().hex}"
        with self.connect() as connection:
            connection.execute(
                SQL("create database {} template {}").format(Identifier(name), Identifier(template))
            )
            try:
                yield self.url(name)
            finally:
                _await_quiet(connection, name)
                connection.execute(SQL("drop database {} with (force)").format(Identifier(name)))


def _exists(connection: psycopg.Connection, database: str) -> bool:
    found = connection.execute("select from pg_database where datname = %s", (database,))
    return found.fetchone() is not None


def _await_quiet(connection: psycopg.Connection, database: str) -> None:
    """Return when nobody is in it, or soon: a session that has just been closed is still going,
    and a drop that meets one sleeps for a tenth of a second."""
    for _ in range(20):
        asked = "select from pg_stat_activity where datname = %s"
        if connection.execute(asked, (database,)).fetchone() is None:
            return
        time.sleep(0.002)


def _data(folder: Path) -> Path:
    """Where the data lie: in memory when there is room, so that a clone costs next to nothing."""
    try:
        roomy = shutil.disk_usage(MEMORY).free >= ROOM and os.access(MEMORY, os.W_OK)
    except OSError:
        roomy = False
    if not roomy:
        return folder / "data"
    data = Path(tempfile.mkdtemp(prefix="kc-pg-", dir=MEMORY))
    (folder / "data").symlink_to(data)
    return data


def _start(folder: Path, data: Path) -> None:
    """Make a cluster in `folder` and leave it running with its keeper; returns before it answers.

    Raises RuntimeError with what initdb said when it refuses.
    """
    identity = ordinary_user()
    found = binaries()
    if identity:
        found = borrowed(found, folder)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, identity["user"], identity["group"])
    environment = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    environment |= {"FOLDER": str(folder), "DATA": str(data)}
    run = partial(
        subprocess.run, **identity, cwd=folder, env=environment, stdin=subprocess.DEVNULL, text=True
    )
    # libc's order of code points, on every binary alike: Debian's has ICU, the wheel's has not
    locale = ["-E", "UTF8", "--lc-collate=C", "--lc-ctype=C.UTF-8"]
    made = run(
        [found / "initdb", "-D", "data", "-U", SUPERUSER, "-A", "trust", "-N", *locale],
        capture_output=True,
    )
    if made.returncode != 0:
        raise RuntimeError(made.stderr)
    options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    server = [found / "postgres", "-D", "data", "-k", folder, *options]
    run(
        ["/bin/sh", "-c", KEEPER, "keeper", *server],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C in the terminal is for the tests, not for the server
        check=True,
    )


def _hold(folder: Path) -> int | None:
    """Become a user of the server in `folder`: a descriptor to close, or None if it is gone."""
    try:
        descriptor = os.open(folder / "users", os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:  # its keeper was faster
        os.close(descriptor)
        return None
    return descriptor


def _await(server: PostgresServer) -> None:
    """Return when the server answers; raises TimeoutError with its log when it does not."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise TimeoutError((server.folder / "log").read_text()) from None
            time.sleep(0.02)
        else:
            return


@contextmanager
def shared_server(meeting_place: Path) -> Iterator[PostgresServer]:
    """The server of all who name the same folder `meeting_place`; the first one starts it."""
    note = meeting_place / "postgres"
    with FileLock(meeting_place / "postgres.lock"):
        folder = Path(note.read_text()) if note.exists() else None
        users = _hold(folder) if folder else None
        if folder is None or users is None:
            folder = Path(tempfile.mkdtemp(prefix="kc-pg-", dir="/tmp"))  # short: it has a socket
            (folder / "users").touch()
            users = _hold(folder)
            data = _data(folder)
            try:
                _start(folder, data)
            except BaseException:
                shutil.rmtree(folder)
                shutil.rmtree(data, ignore_errors=True)
                raise
            _await(PostgresServer(folder))
            note.write_text(str(folder))
    assert users is not None
    try:
        yield PostgresServer(folder)
    finally:
        os.close(users)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """The PostgreSQL of this test run; clone a database of it for each test."""
    own = tmp_path_factory.getbasetemp()
    with shared_server(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) as server:
        yield server
