"""A centre and its desks as real processes: to be killed, healed and drained."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from db.connect import open_central
from db.sync import grants
from db.sync.enrolment import SqlEnrolment
from kundcenter.adapters.certificates import Authority
from kundcenter.centre.config import driver_url
from kundcenter.centre.founding import Administrator, Founding, found
from kundcenter.domain.access import Role
from kundcenter.domain.enrolment import CODE_LIFE, Invitation, code_hash, code_text
from kundcenter.start.desk import new_id, published_codes
from kundcenter.start.enrolling import Introduction, enrol
from kundcenter.start.joining import begin_link
from kundcenter.start.opening import open_profile
from kundcenter.start.settings_file import SETTINGS, read_settings
from tests.ground import CARE_UNIT, CHEAP, PASSWORD
from tests.ground import opened as held_open
from tests.postgres import SUPERUSER
from tests.profiles import PASSPHRASE, make_profile, opened, source
from tests.rig.own_postgres import OwnPostgres, own_postgres
from tests.rig.processes import DeskProcess, Running, free_port, until
from tests.sync.ground import knows

STUCK = 90.0  # seconds without any progress: goal G6 calls that wedged
INVITED = b"an invitation no"
NURSES = 4


@dataclass(slots=True)
class World:
    """One PostgreSQL, services on it, and desks that talk with them."""

    folder: Path
    server: OwnPostgres
    rng: Random
    services: list[Running] = field(default_factory=list)
    ports: list[int] = field(default_factory=list)
    desks: list[DeskProcess] = field(default_factory=list)
    gave_up: list[str] = field(default_factory=list)

    # -- making it -------------------------------------------------------------------------------

    def add_service(self) -> Running:
        """One more service on the same database, at a port of its own."""
        config = self.folder / "centre" / "centre.toml"
        port = free_port()
        if not config.exists():
            admin = Administrator("admin", "Test Administratör", PASSWORD, CHEAP)
            founding = Founding(
                self.server.plain_url,
                config.parent,
                own_authority=True,
                port=port,
                administrator=admin,
            )
            founded = found(founding, published_codes(), datetime.now(UTC))
            assert founded.guarded
            config.write_text(
                config.read_text().replace(f"user={SUPERUSER}", f"user={grants.ROLE}")
            )
            assert grants.ROLE in config.read_text()
        else:
            other = config.with_name(f"centre-{port}.toml")
            other.write_text(
                config.read_text().replace(f"port = {self.ports[0]}", f"port = {port}")
            )
            config = other
        arguments = ["kundcenter", "centre", "serve", "--config", str(config)]
        service = Running(f"service-{len(self.services)}", self.folder, arguments)
        self.services.append(service)
        self.ports.append(port)
        self.begin_service(service)
        return service

    def begin_service(self, service: Running) -> None:
        """Start it, or start it again; return when it listens."""
        before = service.out.stat().st_size if service.out.exists() else 0
        service.begin()
        until(
            lambda: service.out.stat().st_size > before or not service.alive,
            what=f"{service.name} listens",
        )
        assert service.alive, service.err.read_text()

    def add_desk(self, *, pace: float = 0.0) -> DeskProcess:
        """A profile, enrolled over the wire.  At the first one the operators are added."""
        number = len(self.desks)
        folder = make_profile(self.folder / f"desk-{number}")
        opened(folder).close()
        code = code_text(INVITED.replace(b"no", f"{number:02}".encode()))
        with held_open(open_central(driver_url(self.server.plain_url))) as engine:
            now = datetime.now(UTC)
            until_then = now + CODE_LIFE
            SqlEnrolment(engine).invite(
                Invitation(new_id(), f"Desk {number}", CARE_UNIT, code_hash(code), now, until_then)
            )
        url = f"https://localhost:{self.ports[number % len(self.ports)]}"
        ca_file = Authority(self.folder / "centre").certificate
        with open_profile(folder) as profile:
            device_id = profile.id
            enrol(profile, source(), Introduction(url, code, ca_file))
        if number == 0:
            _people_the_house(folder)
        seed = self.rng.getrandbits(60)
        arguments = ["tests.rig.desk_process", str(folder), f"nurse{number}", str(seed), str(pace)]
        running = Running(f"desk-{number}", self.folder, arguments)
        running.out.touch()
        desk = DeskProcess(running.name, folder, device_id, running, PASSPHRASE)
        self.desks.append(desk)
        return desk

    # -- what goes wrong -------------------------------------------------------------------------

    def kill_desk(self, desk: DeskProcess, *, at: str = "", within: float = 3.0) -> None:
        """kill -9 within so many seconds; `at` names a path: right after its next answer."""
        log = desk.running.err
        if not at:
            time.sleep(self.rng.uniform(0.0, within))
        else:
            seen, deadline = log.stat().st_size, time.monotonic() + within
            while time.monotonic() < deadline:
                with log.open("rb") as told:
                    told.seek(seen)
                    if f"/v1/sync/{at} ".encode() in told.read():
                        break
                time.sleep(0.001)
            time.sleep(self.rng.uniform(0.0, 0.02))  # it is taking the answer in
        desk.running.kill()

    def kill_postgres(self) -> float:
        """kill -9 of all of it, and start it again; returns the seconds until work gets through."""
        begun = time.monotonic()
        before = self.judged()
        self.server.kill()
        self.server.start()
        until(lambda: self.judged() > before, what="the centre judges again")
        return time.monotonic() - begun

    # -- while it runs ---------------------------------------------------------------------------

    def role(self) -> str:
        """As whom the services have signed in to PostgreSQL."""
        query = (
            "SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name = 'kundcenter'"
        )
        (found,) = self.asked(query)
        return str(found[0])

    @property
    def acknowledged(self) -> int:
        """How many operations operators were told are saved."""
        return sum(len(desk.hear().saved) for desk in self.desks)

    def work_until(self, acknowledged: int, *, within: float = 120.0) -> None:
        """Let them work until so many operations more are acknowledged."""
        goal = self.acknowledged + acknowledged
        until(lambda: self.acknowledged >= goal, within=within, what=f"{goal} acknowledged")

    def judged(self) -> int:
        """How many operations the centre has given a verdict on."""
        return int(self.asked("SELECT count(*) FROM centre_results")[0][0])

    def asked(self, query: str) -> list[Any]:
        """What the centre's database says."""
        with self.server.connect() as connection:
            return connection.execute(query.encode()).fetchall()

    def heal(self) -> None:
        """Everything is there again and runs."""
        for service in self.services:
            service.signal(signal.SIGCONT)
            if not service.alive:
                self.begin_service(service)
        for desk in self.desks:
            desk.running.signal(signal.SIGCONT)
            if not desk.running.alive:
                desk.begin_and_open()

    def drain(self) -> float:
        """Nobody works any more; until all is said and heard.  Returns the seconds it took.

        It fails when for STUCK seconds nothing has come nearer to that.
        """
        for desk in self.desks:
            desk.hear()
            desk.waiting = -1
            desk.idle()
        begun = moved = time.monotonic()
        last: object = None
        while not self._drained():
            now = time.monotonic()
            seen = (
                self.judged(),
                [(desk.waiting, desk.cursors, desk.opened) for desk in self.desks],
            )
            if seen != last:
                moved, last = now, seen
            states = [(desk.name, desk.state, desk.waiting) for desk in self.desks]
            assert now - moved < STUCK, f"wedged: {states}"
            assert all(desk.running.alive for desk in self.desks), f"a desk has ended: {states}"
            time.sleep(0.1)
        return time.monotonic() - begun

    def _drained(self) -> bool:
        heads = dict(self.asked("SELECT id, seq FROM centre_buckets"))
        known = dict(self.asked("SELECT id::text, n FROM centre_devices"))
        return all(
            desk.hear().waiting == 0
            and desk.cursors
            and {bucket: heads.get(bucket, 0) for bucket in desk.cursors} == desk.cursors
            and known[str(desk.device_id)] >= max(desk.saved, default=0)
            for desk in self.desks
        )

    def end_desks(self) -> None:
        """All end in good order."""
        for desk in self.desks:
            assert desk.running.end() == 0, desk.running.err.read_text()[-4000:]
            desk.hear()

    def end_all(self) -> None:
        for desk in self.desks:
            desk.running.kill()
        for service in self.services:
            service.kill()


@contextmanager
def a_world(
    folder: Path, *, desks: int = 2, services: int = 1, seed: int = 1, pace: float = 0.0
) -> Iterator[World]:
    """A founded centre that serves, and desks that are enrolled and not begun yet."""
    with ExitStack() as stack:
        server = stack.enter_context(own_postgres())
        world = World(folder, server, Random(seed))
        stack.callback(world.end_all)
        for _ in range(services):
            world.add_service()
        for _ in range(desks):
            world.add_desk(pace=pace)
        yield world


def _people_the_house(folder: Path) -> None:
    """The first desk's first day: its administrator adds a nurse for each desk there may be."""
    settings = read_settings(folder / SETTINGS).centre
    assert settings is not None
    with opened(folder) as open_desk:
        desk, local = open_desk.desk, open_desk.local
        assert local is not None
        link = begin_link(open_desk, settings, tell=lambda _: None, announce=lambda _: None)
        try:
            until(lambda: knows(open_desk.engine, "admin"), what="the administrator")
            desk.sessions.sign_in("admin", PASSWORD)
            nurses = [
                desk.operators.add(
                    f"nurse{number}",
                    f"Test Nurse {number}",
                    roles=frozenset({Role.NURSE}),
                    position="Sjuksköterska",
                    care_unit=CARE_UNIT,
                ).the("operator")
                for number in range(NURSES)
            ]
            until(lambda: local.waiting().count == 0, what="the answers")
            for nurse in nurses:
                desk.operators.give_password(nurse, PASSWORD)
            desk.sessions.sign_out()
            until(lambda: local.waiting().count == 0, what="the answers")
        finally:
            link.stop()
