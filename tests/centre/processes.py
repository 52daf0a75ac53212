"""Real processes: PostgreSQL that can be stopped, the service as it is started, a wire between."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.centre.ground import LONG, until
from tests.postgres import ordinary_user
from tests.postgres_binaries import binaries, borrowed

SAFE = ("-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "listen_addresses=")


@dataclass(slots=True)
class OwnPostgres:
    """A server of this test alone, which keeps what it has said is kept."""

    folder: Path
    programs: Path
    options: tuple[str, ...] = ()
    running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://postgres@/postgres?host={self.folder}"

    def start(self) -> None:
        """Return when it answers."""
        with (self.folder / "log").open("ab") as log:
            self.running = subprocess.Popen(
                [self.programs / "postgres", "-D", "data", "-k", self.folder, *SAFE, *self.options],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                **ordinary_user(),
            )
        until(self._answers)

    def stop(self) -> None:
        """At once, as a machine does that loses its power."""
        if self.running is not None:
            self.running.send_signal(3)  # SIGQUIT: immediate shutdown
            self.running.wait(LONG)
            self.running = None

    def _answers(self) -> bool:
        try:
            psycopg.connect(host=str(self.folder), user="postgres").close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def own_postgres(*options: str) -> Iterator[OwnPostgres]:
    folder = Path(tempfile.mkdtemp(prefix="kc-own-", dir="/tmp"))  # short: it has a socket
    try:
        identity = ordinary_user()
        programs = borrowed(binaries(), folder) if identity else binaries()
        if identity:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, identity["user"], identity["group"])
        made_of = ("-D", "data", "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--locale=C")
        subprocess.run(
            (programs / "initdb", *made_of),
            cwd=folder,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            check=True,
            capture_output=True,
            **identity,
        )
        made = OwnPostgres(folder, programs, options)
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder)


@dataclass(slots=True)
class Process:
    """`kundcenter centre serve`, as it is started."""

    running: subprocess.Popen[str]
    port: int
    said: list[str] = field(default_factory=list)


@contextmanager
def serving(config: Path, *options: str) -> Iterator[Process]:
    """The service, from its first word to its end."""
    running = subprocess.Popen(
        [sys.executable, "-m", "kundcenter", "centre", "serve", "--config", config, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    try:
        line = running.stdout.readline()
        assert line, running.stderr.read()
        yield Process(running, int(line.rpartition("port ")[2].rstrip(".\n")))
    finally:
        running.kill()
        running.wait(LONG)
        running.stdout.close()
        sys.stderr.write(running.stderr.read())  # pytest shows it when the test has failed
        running.stderr.close()


class Wire:
    """Carries bytes both ways, until it is told to let no answer through."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.swallow = threading.Event()
        self._ends: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="wire")]
        self._threads[0].start()

    def close(self) -> None:
        for each in (self._listener, *self._ends):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(LONG)
        for each in self._ends:
            each.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                near.close()
                continue
            self._ends += [near, far]
            for source, target, answers in ((near, far, False), (far, near, True)):
                pump = threading.Thread(
                    target=self._pump, args=(source, target, answers), name="wire"
                )
                self._threads.append(pump)
                pump.start()

    def _pump(self, source: socket.socket, target: socket.socket, answers: bool) -> None:
        with contextlib.suppress(OSError):
            while part := source.recv(65536):
                if not (answers and self.swallow.is_set()):
                    target.sendall(part)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)


@contextmanager
def a_wire(port: int) -> Iterator[Wire]:
    wire = Wire(port)
    try:
        yield wire
    finally:
        wire.close()
