"""The rig's processes: each in a group of its own, its words in files, to be killed."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGTERM, SIGUSR1, Signals
from uuid import UUID

ROOT = Path(__file__).resolve().parents[2]
HOMES = {
    "HOME": "home",
    "XDG_STATE_HOME": "home",
    "XDG_CACHE_HOME": "home",
    "TMPDIR": "tmp",
    "SQLITE_TMPDIR": "tmp",
}
LONG = 60.0  # seconds, for what takes a moment on a machine with much else to do


def until(seen: Callable[[], object], *, within: float = LONG, what: str = "") -> None:
    """Return when it is so; no other event tells of what another process does."""
    deadline = time.monotonic() + within
    while not seen():
        if time.monotonic() > deadline:
            raise AssertionError(f"it never came to be so: {what}")
        time.sleep(0.02)


def python(*arguments: str) -> list[str]:
    """What starts a script, or a module."""
    script = arguments[0].endswith(".py")
    return [sys.executable, *([] if script else ["-m"]), *arguments]


def free_port() -> int:
    """A port that is free now, and that a service is to have whenever it is begun anew."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@dataclass(slots=True)
class Running:
    """One program, started as often as it is killed.  What it says is kept from life to life."""

    name: str
    folder: Path  # where its words lie
    arguments: list[str]  # of python: a script's path, or the name of a module
    program: Path = ROOT  # where the packages are that it runs
    killed: bool = False  # at least once, by whomsoever
    _process: subprocess.Popen[bytes] | None = None

    @property
    def out(self) -> Path:
        return self.folder / f"{self.name}.out"

    @property
    def err(self) -> Path:
        return self.folder / f"{self.name}.err"

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def begin(self, said: str = "") -> None:
        """Start it.  It is told `said` on stdin, where no other process can read it.

        Its home and its temporary files lie beside its words, so that a checker can read them.
        """
        assert not self.alive, f"{self.name} runs"
        homes = {name: self.folder / where for name, where in HOMES.items()}
        for home in homes.values():
            home.mkdir(exist_ok=True)
        with self.out.open("ab") as out, self.err.open("ab") as err:
            self._process = subprocess.Popen(
                python(*self.arguments),
                cwd=self.program,
                env={
                    **os.environ,
                    **{name: str(home) for name, home in homes.items()},
                    "PYTHONPATH": str(self.program),
                },
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        assert self._process.stdin is not None
        self._process.stdin.write(f"{said}\n".encode())
        self._process.stdin.close()

    def signal(self, what: Signals) -> None:
        if self.alive:
            assert self._process is not None
            os.killpg(self._process.pid, what)

    def kill(self) -> None:
        """kill -9, of a stopped one too."""
        self._end(SIGKILL)

    def end(self) -> int:
        """Ask it to end; returns what it ended with."""
        self.signal(SIGCONT)
        return self._end(SIGTERM)

    def wait(self) -> int:
        """Until it has ended by itself; returns what it ended with.  It may be begun again."""
        assert self._process is not None
        return self._noted(self._process.wait(LONG))

    def _noted(self, code: int) -> int:
        self.killed = self.killed or code == -SIGKILL
        return code

    def _end(self, how: Signals) -> int:
        if self._process is None:
            return 0
        self.signal(how)
        try:
            code = self._process.wait(LONG)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, SIGKILL)
            self._process.wait(LONG)
            raise
        self._process = None
        return self._noted(code)


@dataclass(frozen=True, slots=True)
class Saved:
    """What an operator was told is saved."""

    n: int
    id: UUID
    hash: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A person whom an operator was shown, and the access record that was written with it."""

    person_id: UUID
    n: int
    hash: bytes


@dataclass(slots=True)
class DeskProcess:
    """A desk on its profile folder."""

    name: str
    profile: Path
    device_id: UUID
    running: Running
    passphrase: str = field(repr=False)
    _read: int = 0
    _kept: bytes = b""
    saved: dict[int, Saved] = field(default_factory=dict)
    shown: list[Opened] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)  # one number, two operations
    opened: int = 0  # how often
    replayed: int = 0  # what came back from the mirror, in all lives
    parked: int = 0  # of those, what had to wait for the centre's rows
    unsaved: int = 0  # how often its operator was told so
    refused: list[str] = field(default_factory=list)
    state: str = ""
    waiting: int = -1  # -1 when it has not said since it was begun or told something
    cursors: dict[str, int] = field(default_factory=dict)

    def begin(self, *, idle: bool = False) -> None:
        self.waiting, self.cursors, self.state = -1, {}, ""
        self.running.begin(f"{self.passphrase}\n{'idle' if idle else ''}")

    def begin_and_open(self, *, idle: bool = False) -> None:
        """Begin; return when the profile is open."""
        before = self.hear().opened
        self.begin(idle=idle)
        until(lambda: self.hear().opened > before or self.refused, what=f"{self.name} opens")
        assert not self.refused, self.refused

    def idle(self) -> None:
        """From now on it only exchanges."""
        self.running.signal(SIGUSR1)

    def hear(self) -> DeskProcess:
        """Take in what it has said since the last time."""
        with self.running.out.open("rb") as told:
            told.seek(self._read)
            new = told.read()
        self._read += len(new)
        *lines, self._kept = (self._kept + new).split(b"\n")
        for line in lines:
            self._take(line.decode().split(" "))
        return self

    def _take(self, words: list[str]) -> None:
        match words:
            case ["saved", n, id, hash, kind]:
                told = Saved(int(n), UUID(id), bytes.fromhex(hash), kind)
                if self.saved.setdefault(told.n, told) != told:
                    self.twice.append(f"{self.name} said two things of operation {n}")
            case ["shown", person, n, hash]:
                self.shown.append(Opened(UUID(person), int(n), bytes.fromhex(hash)))
            case ["open", replayed, parked]:
                self.opened += 1
                self.replayed += int(replayed)
                self.parked += int(parked)
            case ["state", phase, _, code]:
                self.state = f"{phase} {code}"
            case ["at", waiting, *cursors]:
                self.waiting, self.cursors = int(waiting), json.loads(" ".join(cursors))
            case ["unsaved", _]:
                self.unsaved += 1
            case ["refused", code]:
                self.refused.append(code)
            case _:
                raise AssertionError(f"{self.name} says {words}")
