"""kill -9 of whoever leads: roster and measurements from files, samples, closed queues, the report.

`KUNDCENTER_KILLS` says how often, as in test_kill.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from db.access_log import access_log
from db.supervision.queue_closures import queue_closures
from db.supervision.samples import sampled_calls, samples
from db.supervision.surveys import surveys
from db.supervision.work_turns import work_turns
from kundcenter.adapters.paper import summary as paper
from kundcenter.cli import report
from kundcenter.cli.profile_commands import DONE
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement
from kundcenter.domain.supervision.surveys import Measurement
from kundcenter.domain.supervision.work_turns import TurnPlan, planned
from kundcenter.start.opening import OpenDesk, open_profile
from kundcenter.start.verifying import verify_profile
from tests.deaths import KILLED
from tests.faults.checks import Acknowledged
from tests.faults.lives import Acknowledge, lived
from tests.faults.test_kill import KILLS, lose_log
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, Shift, make_profile, opened, source

SEED = 20261124
PART, PARTS = 20, 60
MOST = 300  # kills, on a machine that is too busy for a life to come far
FIRST, DAY = date(2027, 1, 1), timedelta(days=1)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
FRAME = Frame(NOON, NOON + DAY, "2026-11", 1)
CALL = UUID(int=77)  # that no desk has: so anybody may judge it
WHATS = {"turns", "results", "drawn", "judged", "closed", "opened"}
RIGHT = Judgement(True, CareLevel.PRIMARY, CareLevel.SELF_CARE, "Kunde ha fått råd")


def turns_of(part: int, who: UUID) -> tuple[TurnPlan, ...]:
    """One file: days that no other file has."""
    days = (FIRST + DAY * (part * PART + n) for n in range(PART))
    return tuple(planned(PATTERNS[0], day, who, Role.NURSE) for day in days)


def measured(part: int) -> tuple[Measurement, ...]:
    days = (date(2020, 1, 1) + DAY * (part * PART + n) for n in range(PART))
    return tuple(Measurement("NKI", day, day, 80_000, part, "Enkät") for day in days)


def brought(desk: OpenDesk, part: int) -> list[str]:
    """Bring in the files of the part unless all that they hold is there, as the commands do."""
    house, done = desk.desk, []
    (who,) = (each.id for each in house.roster.colleagues() if Role.NURSE in each.roles)
    turns, results = turns_of(part, who), measured(part)
    if house.roster.plan(turns).moved:
        house.roster.import_(turns)
        done.append("turns")
    if house.surveys.plan(results).new:
        house.surveys.import_(results)
        done.append("results")
    return done


def leading(desk: OpenDesk, acknowledge: Acknowledge) -> None:
    """Bring in what is missing, file by file; draw, judge, close and open between them."""
    house = desk.desk
    house.sessions.sign_in("leader", PASSWORD)
    house.presences.begin()
    for part in range(PARTS):
        for kind in brought(desk, part):
            acknowledge(kind, str(UUID(int=part)))
        sample = house.samples.draw(FRAME, (CALL,), 1).the("sample")
        acknowledge("drawn", str(sample))
        told = house.samples.judge(sample, CALL, RIGHT).the("sampled_call")
        acknowledge("judged", str(told))
        shut = house.queue_closures.close(f"kö {part}", "Utbildning").the("queue_closure")
        acknowledge("closed", str(shut))
        house.queue_closures.open(shut)
        acknowledge("opened", str(shut))
        house.presences.seen()


@dataclass(frozen=True)
class There:
    """What the store holds: rows of each part, and ids."""

    turns: Counter[int]
    results: Counter[int]
    ids: frozenset[UUID]
    opened: frozenset[UUID]

    def faults(self, acknowledged: Iterable[Acknowledged]) -> list[str]:
        """What was told to be there and is not, what is there twice, and halves."""
        found = []
        for name, parts in (("turns", self.turns), ("results", self.results)):
            found += [f"{n} {name} of part {part}" for part, n in parts.items() if n != PART]
        for what, id in acknowledged:
            kept = {
                "turns": id.int in self.turns,
                "results": id.int in self.results,
                "opened": id in self.opened,
            }.get(what, id in self.ids)
            if not kept:
                found.append(f"lost {what} {id}")
        return found


def there(desk: OpenDesk) -> There:
    """Turns by the part that their day is of, results by their answers."""
    with desk.engine.connect() as connection:
        turns = list(connection.execute(select(work_turns.c.starts_at)).scalars())
        results = list(connection.execute(select(surveys.c.answers)).scalars())
        ids = [
            id
            for table in (samples, sampled_calls, queue_closures)
            for id in connection.execute(select(table.c.id)).scalars()
        ]
        lifted = select(queue_closures.c.id).where(queue_closures.c.lifted_at.is_not(None))
        return There(
            Counter((local(at).date() - FIRST).days // PART for at in turns),
            Counter(results),
            frozenset(ids),
            frozenset(connection.execute(lifted).scalars()),
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with a nurse, and somebody who leads."""
    made = make_profile(tmp_path / "profile")
    with opened(made) as opening:
        desk = opening.desk
        Shift(desk).begin()
        desk.sessions.sign_out()
        desk.sessions.sign_in("admin", PASSWORD)
        roles = frozenset({Role.SUPERVISOR_NURSE})
        added = desk.operators.add("leader", "Test Leder", roles=roles, care_unit=CARE_UNIT)
        desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return made


def test_killed_while_leading_what_was_told_is_there_and_no_file_is_half(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """After every second kill the database's log is deleted as well."""
    chance = random.Random(SEED)
    acknowledged: list[Acknowledged] = []
    for kill in range(MOST):
        if kill >= max(6, KILLS // 5) and {what for what, _ in acknowledged} >= WHATS:
            break
        acknowledged += lived(folder, leading, seconds=chance.uniform(0.05, 0.9))
        if kill % 2:
            lose_log(folder)
        with opened(folder) as desk:
            assert there(desk).faults(acknowledged) == [], f"kill {kill}"
    caplog.clear()  # that work came back from the mirror is said each time
    assert {what for what, _ in acknowledged} == WHATS
    assert len(set(acknowledged)) == len(acknowledged)  # nothing came in twice
    with opened(folder) as desk:
        desk.desk.sessions.sign_in("leader", PASSWORD)
        some = range(max(there(desk).turns) + 3)
        for part in some:
            brought(desk, part)
        assert [brought(desk, part) for part in some] == [[] for _ in some]
        found = there(desk)
        assert found.turns == found.results == Counter(dict.fromkeys(some, PART))
        assert len(desk.desk.presences.now()) == 1  # one sits there, however often they died
    with open_profile(folder) as profile:
        assert verify_profile(profile, source()).findings == ()


def test_what_is_lost_half_or_there_twice_is_caught() -> None:
    """The checker itself."""
    whole, id = Counter({0: PART}), UUID(int=9)
    found = There(whole, whole, frozenset({id}), frozenset())
    assert found.faults([("turns", UUID(int=0)), ("closed", id)]) == []
    assert found.faults([("opened", id)]) == [f"lost opened {id}"]
    assert found.faults([("turns", UUID(int=1))]) == [f"lost turns {UUID(int=1)}"]
    assert found.faults([("drawn", UUID(int=8))]) == [f"lost drawn {UUID(int=8)}"]
    half = There(Counter({0: PART - 1}), Counter({0: PART, 3: 2 * PART}), found.ids, found.opened)
    assert half.faults(()) == [f"{PART - 1} turns of part 0", f"{2 * PART} results of part 3"]


# -- the report ------------------------------------------------------------------------------------


class DeathAt:
    """An audit hook: the process dies just before the step of the number at files of the folder.

    Steps are opening to write, naming, removing and making.
    """

    def __init__(self, step: int, folder: Path) -> None:
        self._left, self._folder = step, str(folder)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in {"open", "os.rename", "os.remove", "os.link", "os.mkdir"}:
            return
        if not any(str(each).startswith(self._folder) for each in arguments):
            return
        if event == "open" and not int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR):
            return
        self._left -= 1
        if self._left < 0:
            os._exit(KILLED)


def reported(folder: Path, out: Path, step: int | None) -> int:
    """What `kundcenter report` ends with, as a process that dies at the step, if at any."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            parser = argparse.ArgumentParser()
            report.register(parser.add_subparsers())
            typed = ["day", "--from", "2026-11-21", "--out", str(out), "--json", str(out)]
            arguments = parser.parse_args(["report", *typed, "--user", "leader"])
            arguments.profile = folder
            sys.stdin = io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n")
            sys.stdout = io.StringIO()
            if step is not None:
                sys.addaudithook(DeathAt(step, out))
            code = arguments.run(arguments)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def printed(folder: Path) -> int:
    """How many pages have been taken out, by the log."""
    with opened(folder) as desk, desk.engine.connect() as connection:
        found = select(access_log.c.id).where(
            access_log.c.activity == Activity.PRINT, access_log.c.level == Level.SUMMARY
        )
        return len(connection.execute(found).all())


def test_killed_in_a_report_there_are_whole_files_or_none_and_the_log_knows(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    ends, died, before = set[int](), 0, 0
    assert paper.__name__  # it is loaded here, so that no child has to
    while True:
        for each in out.iterdir():
            each.unlink()
        code = reported(folder, out, died)
        files = sorted(each.suffix for each in out.iterdir() if not each.name.startswith("."))
        ends.add(len(files))
        for each in out.glob("*.pdf"):
            assert "Kundcenter" in PdfReader(each).pages[0].extract_text()
        for each in out.glob("*.json"):
            assert json.loads(each.read_text(encoding="utf-8"))["figures"]
        before += 1  # it is logged before there is anything to read
        assert printed(folder) == before
        if sys.platform == "linux":
            assert [each for each in out.iterdir() if each.name.startswith(".")] == []
        if code == DONE:
            break
        assert code == KILLED
        died += 1
    assert died >= 2 and ends == {0, 1, 2}
    assert files == [".json", ".pdf"]
