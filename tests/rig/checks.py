"""What must hold when a world of real processes has been healed and drained (RELIABILITY §6).

The checkers are those of the simulator (tests/sync/checkers.py).  They are shown the same things
here, as the files, the database and the desks' own words have them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Engine, text

from db.connect import open_central
from db.sync.desk import SqlLocal
from kundcenter.centre.config import driver_url
from tests.ground import CHILD, MAN, NUMBER, WOMAN
from tests.ground import opened as held_open
from tests.profiles import opened
from tests.rig.processes import Saved
from tests.rig.work import CANARY
from tests.rig.world import World
from tests.sync import checkers
from tests.sync.simulator.places import Judged
from tests.sync.simulator.world import World as Simulated

CHECKERS: tuple[Callable[[Simulated], Iterator[str]], ...] = (
    checkers.c1_nothing_saved_is_lost,
    checkers.c2_no_phantom,
    checkers.c3_exactly_once,
    checkers.c6_dense,
    checkers.c7_all_agree,
    checkers.c8_sessions,
    checkers.c11_signed_stays,
    checkers.c12_everything_refused_is_work,
    checkers.c15_nothing_is_stuck,
    checkers.c19_all_accounted_for,
)

# In the order of the commits: the rig's PostgreSQL notes when each was made.
_LOG = """
    SELECT device_id, n, operation_id, verdict, code, hash FROM centre_results
    ORDER BY pg_xact_commit_timestamp(xmin), xmin::text::bigint, n"""


@dataclass(slots=True)
class SeenDesk:
    """A desk's file, when nobody works at it, and what its operator was told."""

    name: str
    device_id: UUID
    engine: Engine
    local: SqlLocal
    saved: dict[int, Saved]
    lost: set[UUID] = field(default_factory=set)
    stopped: str = ""

    def rows(self, query: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(query)).all())


@dataclass(slots=True)
class SeenCentre:
    """The centre's database, and the log of its verdicts."""

    engine: Engine
    log: list[Judged] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)

    def rows(self, query: str, **named: object) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(query), named).all())


@dataclass(slots=True)
class Seen:
    """All that the checkers look at."""

    centre: SeenCentre
    places: list[SeenDesk]
    surprises: list[str] = field(default_factory=list)


@contextmanager
def seen(world: World) -> Iterator[Seen]:
    """The world's databases.  Its desks have ended; its PostgreSQL runs."""
    with ExitStack() as stack:
        engine = stack.enter_context(held_open(open_central(driver_url(world.server.plain_url))))
        centre = SeenCentre(engine)
        centre.log = [
            Judged(row.device_id, row.n, row.operation_id, row.verdict, row.code, bytes(row.hash))
            for row in centre.rows(_LOG)
        ]
        places = []
        for desk in world.desks:
            open_desk = stack.enter_context(opened(desk.profile))
            assert open_desk.local is not None
            centre.contradictions += desk.twice
            places.append(
                SeenDesk(
                    desk.name, desk.device_id, open_desk.engine, open_desk.local, desk.hear().saved
                )
            )
        yield Seen(centre, places)


def broken(world: World) -> list[str]:
    """All that does not hold: in the databases, and in the logs."""
    with seen(world) as everything:
        found = [
            f"{checker.__name__}: {told}"
            for checker in CHECKERS
            for told in checker(cast("Simulated", everything))
        ]
    return [*found, *c18_logs(world.folder, world.server.folder / "log")]


# -- C18 -----------------------------------------------------------------------------------------

SECRETS = (CANARY, "gul jacka", "Ring upp", WOMAN, MAN, CHILD, WOMAN[2:], MAN[2:], NUMBER)
_WRONG = re.compile(r"\b(ERROR|CRITICAL|FATAL|PANIC)\b|Traceback|^\w*(Error|Exception)\b")
# Words of error that belong to the fault itself.
EXPECTED = (
    # PostgreSQL, killed, stopped or told to end a backend
    "the database system is starting up",
    "the database system is not yet accepting connections",
    "the database system is shutting down",
    "the database system is in recovery mode",
    "terminating connection due to administrator command",
    "terminating connection because of crash of another server process",
    "canceling statement due to statement timeout",
    "canceling statement due to lock timeout",
    "terminating connection due to idle-in-transaction timeout",
    "terminating connection due to unexpected postmaster exit",
    # two desks wrote the same row at the same time: the centre does it again
    "could not serialize access due to",
)


def logs(folder: Path) -> list[Path]:
    """Every file below the folder in which a process says what it does."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (path.suffix == ".err" or path.parent.name == "logs")
    ]


def c18_logs(folder: Path, *more: Path, expected: tuple[str, ...] = EXPECTED) -> Iterator[str]:
    """No unexpected word of error in any log, and nobody's name or number."""
    for path in (*logs(folder), *more):
        told = path.read_text(errors="replace")
        for secret in SECRETS:
            if secret in told:
                line = next(line for line in told.splitlines() if secret in line)
                yield f"C18: {path.name} has {secret!r}: {line[:160]}"
        wrong = [
            line
            for line in told.splitlines()
            if _WRONG.search(line) and not any(each in line for each in expected)
        ]
        for line in wrong[:5]:
            yield f"C18: {path.name}: {line[:300]}"
