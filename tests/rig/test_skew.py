"""Programs of two versions at one centre (F60, F61, G17): this one, and the one before it.

The old desk with the new centre and the new desk with the old centre exchange real verbs over
HTTPS.  Then the old desk is upgraded with hundreds of operations that the old program has queued.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from db.sync import grants
from tests.faults.checks import FULL
from tests.ground import CARE_UNIT, PASSWORD
from tests.postgres import SUPERUSER
from tests.profiles import PASSPHRASE
from tests.rig.checks import broken
from tests.rig.network import measured
from tests.rig.own_postgres import own_postgres
from tests.rig.previous import taken_out, why_not
from tests.rig.processes import ROOT, DeskProcess, Running, free_port, python, until
from tests.rig.world import World

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "the previous program is here"),
]
SCRIPT = str(ROOT / "tests" / "rig" / "skew_desk.py")
EACH = 250 if FULL else 60  # verbs of each desk in each act
QUEUED = 500 if FULL else 120  # of the old program, when it is upgraded
LONG = 300.0  # seconds
_VERDICTS = "SELECT code, count(*) FROM centre_results GROUP BY code"


@dataclass(slots=True)
class Skew:
    """A world whose parts run the one program or the other."""

    world: World
    old: Path

    @property
    def config(self) -> Path:
        return self.world.folder / "centre" / "centre.toml"

    def command(self, program: Path, *arguments: str, heard: str = "") -> str:
        """`kundcenter centre …` of that program; returns what it printed."""
        done = subprocess.run(
            python("kundcenter", "centre", *arguments),
            cwd=program,
            env={"PYTHONPATH": str(program), "HOME": str(self.world.folder), "LC_ALL": "C.UTF-8"},
            input=heard,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def found(self, program: Path, *more: str, heard: str = "") -> None:
        """Found the centre, or upgrade it; its service works as the role that owns nothing."""
        where = ("--database", self.world.server.plain_url, "--dir", str(self.config.parent))
        self.command(program, "init", *where, "--own-ca", *more, heard=heard)
        told = self.config.read_text().replace(f"user={SUPERUSER}", f"user={grants.ROLE}")
        self.config.write_text(told)

    def serve(self, program: Path) -> Running:
        """One service, in place of the one before."""
        world = self.world
        for each in world.services:
            each.kill()
        name = f"service-{len(world.services)}"
        arguments = ["kundcenter", "centre", "serve", "--config", str(self.config)]
        world.services.append(Running(name, world.folder, arguments, program))
        world.begin_service(world.services[-1])
        world.services[:-1] = []
        return world.services[-1]

    def desk(self, program: Path, url: str) -> DeskProcess:
        """A profile that the program makes and enrols."""
        world, number = self.world, len(self.world.desks)
        told = self.command(
            world.services[0].program,
            *("invite", "--config", str(self.config), "--name", f"Desk {number}"),
            *("--care-unit", CARE_UNIT, "--json"),
        )
        folder = world.folder / f"desk-{number}"
        running = Running(f"desk-{number}", world.folder, [], program)
        running.out.touch()
        running.arguments = [SCRIPT, "make", str(folder), url, str(self.config.with_name("ca.pem"))]
        running.begin(f"{PASSPHRASE}\n{json.loads(told)['code']}")
        assert running.wait() == 0, running.err.read_text()
        made = running.out.read_text().split()[1]
        running.out.write_text("")
        desk = DeskProcess(running.name, folder, UUID(made), running, PASSPHRASE)
        world.desks.append(desk)
        return desk

    def people(self, desk: DeskProcess) -> None:
        desk.running.arguments = [SCRIPT, "people", str(desk.profile)]
        desk.running.begin(f"{PASSPHRASE}\n{PASSWORD}")
        assert desk.running.wait() == 0, desk.running.err.read_text()

    def work(self, desk: DeskProcess, count: int, program: Path | None = None) -> None:
        """Begin it; it does so many verbs."""
        number = self.world.desks.index(desk)
        if program is not None:
            desk.running.program = program
        desk.running.arguments = [SCRIPT, "work", str(desk.profile), f"nurse{number}", str(count)]
        desk.waiting, desk.cursors = -1, {}
        desk.running.begin(f"{PASSPHRASE}\n{PASSWORD}")

    def worked(self, desk: DeskProcess) -> None:
        """Until it has done its verbs."""
        until(
            lambda: desk.hear().waiting >= 0 or desk.refused or not desk.running.alive,
            within=LONG,
            what=f"{desk.name} works",
        )
        assert desk.running.alive, desk.running.err.read_text()[-4000:]

    def act(self, *desks: tuple[DeskProcess, Path]) -> None:
        """Both work, all is said and heard, and both end."""
        for desk, program in desks:
            self.work(desk, EACH, program)
        for desk, _ in desks:
            self.worked(desk)
        self.world.drain()
        self.world.end_desks()


def test_a_desk_and_a_centre_of_two_versions_lose_nothing(tmp_path: Path) -> None:
    old = taken_out(tmp_path / "program")
    folder = tmp_path / "world"
    folder.mkdir()
    with own_postgres() as server:
        world = World(folder, server, Random(1))
        skew = Skew(world, old)
        port = free_port()
        try:
            skew.found(
                *(old, "--administrator", "admin", "--port", str(port)), heard=f"{PASSWORD}\n"
            )
            skew.serve(old)
            url = f"https://localhost:{port}"
            its, ours = skew.desk(old, url), skew.desk(ROOT, url)
            skew.people(its)
            skew.act((its, old), (ours, ROOT))  # both with the old centre

            skew.serve(old).kill()
            skew.found(ROOT)
            service = skew.serve(ROOT)
            skew.act((its, old), (ours, ROOT))  # both with the new one

            service.kill()
            before = len(its.hear().saved)
            skew.work(its, QUEUED)  # by the old program, while the centre is away
            skew.worked(its)
            assert its.waiting >= QUEUED
            queued = [its.saved[n] for n in sorted(its.saved)[before:]]
            its.running.kill()
            world.begin_service(service)
            skew.work(its, EACH, ROOT)  # upgraded
            skew.work(ours, EACH)
            for desk in world.desks:
                skew.worked(desk)
            world.drain()
            world.end_desks()
            sent = dict(world.asked("SELECT n, hash FROM centre_results WHERE device_id = "
                                    f"'{its.device_id}'"))  # fmt: skip
            assert {each.n: each.hash for each in queued}.items() <= sent.items()
            assert world.role() == grants.ROLE
            assert broken(world) == []
            verdicts = Counter(dict(world.asked(_VERDICTS)))
            # What two desks did to one record may be refused; nothing was not understood.
            assert not [code for code in verdicts if code.startswith(("sync.", "ticket."))]
            applied = verdicts[""]
            assert applied > 0.9 * verdicts.total() > 4 * EACH + QUEUED
            measured(f"old and new: {applied} of {verdicts.total()} operations carried out")
        finally:
            world.end_all()
