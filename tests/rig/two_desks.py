"""Two workstations side by side on one centre: `make two-desks`.

Starts a PostgreSQL of its own, founds a centre with its own authority, serves it, enrols two desks
and opens their windows.  All of it lies in a folder of its own and goes when both are closed.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile
from kundcenter.domain.access import Role
from kundcenter.domain.units import UnitKind
from kundcenter.start.desk import utc_now
from kundcenter.start.enrolling import Introduction, enrol
from kundcenter.start.joining import begin_link
from kundcenter.start.opening import OpenDesk, OpeningTerms, open_desk, open_profile
from kundcenter.start.settings_file import SETTINGS, read_settings
from tests.ground import CARE_UNIT, CHEAP, NUMBER, PASSWORD
from tests.rig.at_clock import FileClock
from tests.rig.own_postgres import own_postgres
from tests.sync.ground import knows

PASSPHRASE = "sju våta vantar på tork"
PATIENCE = 60.0  # seconds
_ITSELF = (sys.executable, "-m", "tests.rig.two_desks")
NAMES = ("Skrivbord 1", "Skrivbord 2")


def source() -> PassphraseSource:
    """Where the keys of both profiles come from: nobody's secrets are in them."""
    return PassphraseSource(PASSPHRASE, cost=CHEAP)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the two desks are to be.

    `nurses` are names by user name.  `clock` is the time of the centre and of both desks; `way`
    gives, for the port of the service, the one by which the next desk reaches it.
    """

    nurses: Mapping[str, str] = field(
        default_factory=lambda: {"anna": "Test Anna", "bo": "Test Bo"}
    )
    roles: frozenset[Role] = frozenset({Role.NURSE, Role.SUPERVISOR_NURSE})
    clock: FileClock | None = None
    way: Callable[[int], int] = lambda port: port

    @property
    def program(self) -> tuple[str, ...]:
        """The command `kundcenter`."""
        if self.clock is None:
            return (sys.executable, "-m", "kundcenter")
        return (sys.executable, "-m", "tests.rig.at_clock", str(self.clock.file))


@contextmanager
def two_desks(wishes: Wishes | None = None) -> Iterator[tuple[Path, Path]]:
    """Two enrolled profiles beside a centre that serves them; somebody may sign in at each."""
    wishes = wishes or Wishes()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="two-desks-")))
        server = stack.enter_context(own_postgres())
        centre, port = folder / "centre", _free_port()
        arguments = ("init", "--database", server.plain_url, "--dir", str(centre), "--own-ca")
        more = ("--port", str(port), "--administrator", "admin")
        # By the clock of this machine, which TLS asks whether the certificates hold already.
        _command(replace(wishes, clock=None), *arguments, *more, heard=f"{PASSWORD}\n")
        config = centre / "centre.toml"
        with (folder / "service.log").open("wb") as log:
            service = subprocess.Popen(
                [*wishes.program, "centre", "serve", "--config", str(config)],
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        stack.callback(_end, service)
        _until(lambda: _listens(port), "the centre's service")
        profiles = [folder / f"desk-{n}" for n in (1, 2)]
        for profile, name in zip(profiles, NAMES, strict=True):
            told = _command(
                wishes,
                *("invite", "--config", str(config), "--name", name),
                *("--care-unit", CARE_UNIT, "--json"),
            )
            Profile.create(profile, source()).close()
            with open_profile(profile) as opened:
                url = f"https://127.0.0.1:{wishes.way(port)}"
                given = Introduction(url, json.loads(told)["code"], centre / "ca.pem")
                enrol(opened, source(), given)
        _furnish(profiles[0], wishes)
        yield profiles[0], profiles[1]


def _furnish(folder: Path, wishes: Wishes) -> None:
    """A unit, and nurses who may sign in at either desk."""
    with open_profile(folder) as profile:
        opened = open_desk(profile, source(), OpeningTerms(now=wishes.clock or utc_now))
        settings = read_settings(folder / SETTINGS).centre
        assert settings is not None
        link = begin_link(opened, settings, tell=lambda _: None, announce=lambda _: None)
        try:
            _people(opened, wishes)
        finally:
            link.stop()
            opened.close()


def _people(opened: OpenDesk, wishes: Wishes) -> None:
    desk, local = opened.desk, opened.local
    assert local is not None

    _until(lambda: knows(opened.engine, "admin"), "the administrator")
    desk.sessions.sign_in("admin", PASSWORD)
    desk.units.add(
        "SE0000000001-VC1",
        "Vårdcentralen Test",
        kind=UnitKind.PRIMARY_CARE,
        municipality="Jönköping",
        phone=NUMBER,
        hours="08–17",
    )
    for user_name, name in wishes.nurses.items():
        added = desk.operators.add(
            user_name,
            name,
            roles=wishes.roles,
            position="Sjuksköterska",
            care_unit=CARE_UNIT,
        ).the("operator")
        _until(lambda: local.waiting().count == 0, "the answers")
        desk.operators.give_password(added, PASSWORD)
    desk.sessions.sign_out()
    _until(lambda: local.waiting().count == 0, "the answers")


def window(folder: Path, place: int) -> int:
    """One workstation, on the left (0) or the right (1) half of the screen."""
    from kundcenter.start.program import Program, application
    from ui.widgets.focus import FocusRings

    app = application()
    rings = FocusRings(app)
    program = Program(app, folder, source=source())
    room = app.primaryScreen().availableGeometry()
    half = room.width() // 2
    program.begin()
    program.window.setGeometry(room.x() + place * half, room.y(), half, room.height())
    code = app.exec()
    del rings
    return code


def main() -> int:
    """Open both, and wait until both are closed."""
    parser = argparse.ArgumentParser(prog="python -m tests.rig.two_desks", description=__doc__)
    parser.add_argument("--window", type=Path, metavar="PROFILE")
    parser.add_argument("--place", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.window is not None:
        return window(arguments.window, arguments.place)
    sys.stdout.write("Gör i ordning databas, central och två skrivbord …\n")
    sys.stdout.flush()
    with two_desks() as folders:
        sys.stdout.write(f"Logga in som anna eller bo. Lösenord: {PASSWORD}\n")
        sys.stdout.flush()
        windows = [
            subprocess.Popen([*_ITSELF, "--window", str(folder), "--place", str(place)])
            for place, folder in enumerate(folders)
        ]
        try:
            return max(each.wait() for each in windows)
        finally:
            for each in windows:
                _end(each)


def _command(wishes: Wishes, *arguments: str, heard: str = "") -> str:
    done = subprocess.run(
        [*wishes.program, "centre", *arguments],
        input=heard,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _until(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        process.wait(PATIENCE)


if __name__ == "__main__":
    sys.exit(main())
