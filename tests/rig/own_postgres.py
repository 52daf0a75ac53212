"""A PostgreSQL with its safety on, of one's own: to be started, killed, stopped and frozen."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.postgres import SUPERUSER, ordinary_user
from tests.postgres_binaries import binaries, borrowed

PATIENCE = 60.0  # seconds
SETTINGS = {
    "listen_addresses": "",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "track_commit_timestamp": "on",  # a checker wants to know in what order they were
    "shared_buffers": "32MB",
    "max_connections": "60",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


@dataclass(slots=True)
class OwnPostgres:
    """A cluster in `folder`, run by an ordinary user."""

    folder: Path
    _bin: Path
    _process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        """An SQLAlchemy URL of the one database."""
        return f"postgresql+psycopg://{SUPERUSER}@/{SUPERUSER}?host={self.folder}"

    @property
    def plain_url(self) -> str:
        """The same in libpq's own spelling."""
        return f"postgresql:///{SUPERUSER}?host={self.folder}&user={SUPERUSER}"

    def start(self) -> None:
        """Start the server, or start it again, and wait until it answers."""
        options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        log = (self.folder / "log").open("ab")
        with log:
            self._process = subprocess.Popen(
                [self._bin / "postgres", "-D", "data", "-k", self.folder, *options],
                cwd=self.folder,
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **ordinary_user(),
            )
        self._await()

    def stop(self) -> None:
        """Stop it as an administrator would: sessions are ended, all is written."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """kill -9 of the postmaster and every backend, none of which has time for a word."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)  # so that it begins nobody anew
            _until_stopped(self._process.pid)
            while alive := self.backends():  # a survivor would keep the next one from starting
                for pid in alive:
                    _send(pid, signal.SIGKILL)
                time.sleep(0.001)
            self._process.kill()
            self._process.wait(PATIENCE)
            self._process = None

    def freeze(self) -> None:
        """SIGSTOP: it is there and answers nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        _until_stopped(self._process.pid)  # from now on it begins nobody anew
        for pid in self.backends():
            _send(pid, signal.SIGSTOP)
            _until_stopped(pid)

    def thaw(self) -> None:
        self._signal_all(signal.SIGCONT)

    def connect(self) -> psycopg.Connection:
        """A plain connection in autocommit."""
        return psycopg.connect(
            host=str(self.folder), user=SUPERUSER, dbname=SUPERUSER, autocommit=True
        )

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)
            self._process = None

    def backends(self) -> list[int]:
        """The processes of the server; each is in a session, and so in a group, of its own."""
        assert self._process is not None
        mine = str(self._process.pid)
        told = {int(each.name): _stat(int(each.name)) for each in Path("/proc").glob("[0-9]*")}
        return [pid for pid, stat in told.items() if stat[1:2] == [mine] and stat[0] != "Z"]

    def _signal_all(self, what: signal.Signals) -> None:
        assert self._process is not None
        for pid in (self._process.pid, *self.backends()):
            _send(pid, what)

    def _await(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.connect().close()
            except psycopg.OperationalError:
                assert self._process is not None
                if time.monotonic() > until or self._process.poll() is not None:
                    raise TimeoutError((self.folder / "log").read_text()[-2000:]) from None
                time.sleep(0.02)
            else:
                return


def _stat(pid: int) -> list[str]:
    """What /proc tells of a process: its state, its parent, …; nothing when it has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _until_stopped(pid: int) -> None:
    while _stat(pid)[:1] not in (["T"], ["Z"], []):
        time.sleep(0.001)


def _send(pid: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, what)


@contextmanager
def own_postgres() -> Iterator[OwnPostgres]:
    """A new cluster, running; gone afterwards.  Its folder has a short name: it has a socket."""
    with tempfile.TemporaryDirectory(prefix="kc-own-", dir="/tmp") as name:
        server = made_in(Path(name))
        server.start()
        try:
            yield server
        finally:
            server.kill()


def made_in(folder: Path) -> OwnPostgres:
    """A cluster in the folder: made now, or the one that is there.

    Raises RuntimeError with what initdb said when it refuses.
    """
    identity = ordinary_user()
    found = binaries()
    if identity:
        found = borrowed(found, folder)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, identity["user"], identity["group"])
    if not (folder / "data").exists():
        made = subprocess.run(
            [
                *(found / "initdb", "-D", "data", "-U", SUPERUSER, "-A", "trust"),
                *("-E", "UTF8", "--lc-collate=C", "--lc-ctype=C.UTF-8"),
            ],
            cwd=folder,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **identity,
        )
        if made.returncode != 0:
            raise RuntimeError(made.stderr)
    return OwnPostgres(folder, found)
