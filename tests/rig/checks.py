"""What must hold when a world of real processes has been healed and drained (RELIABILITY §6).

The checkers are those of the simulator (tests/sync/checkers.py).  They are shown the same things
here, as the files, the database and the desks' own words have them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Engine, text

from db import access_log
from db.connect import open_central
from db.sync.desk import SqlLocal
from kundcenter.centre.config import driver_url
from kundcenter.domain.access_log import Activity, Head, faults
from tests.ground import opened as held_open
from tests.profiles import opened
from tests.rig.processes import Opened, Saved
from tests.rig.words import (
    EXPECTED,
    KILLED_SERVICE,
    c14_nothing_readable,
    c18_logs,
    secrets_of,
)
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


# What the centre has done itself when it was founded.
_FEED = "SELECT bucket, seq, entity, key, body, past FROM centre_feed ORDER BY bucket, seq"
_FIRST = """
    SELECT id FROM operations WHERE kind = 'operators.add_first'
    AND device_id NOT IN (SELECT id FROM centre_devices)"""


@dataclass(slots=True)
class SeenDesk:
    """A desk's file, when nobody works at it, and what its operator was told."""

    name: str
    device_id: UUID
    engine: Engine
    local: SqlLocal
    saved: dict[int, Saved]
    lost: set[UUID] = field(default_factory=set)
    shown: list[Opened] = field(default_factory=list)
    lives: int = 0  # how often it was begun
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
    feed: dict[str, list[Any]] = field(default_factory=dict)

    def rows(self, query: str, **named: object) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(query), named).all())

    def note(self) -> None:
        """The feed of each bucket: here nothing of it is ever deleted."""
        self.feed = {row.id: [] for row in self.rows("SELECT id FROM centre_buckets")}
        for row in self.rows(_FEED):
            self.feed[row.bucket].append(row)


@dataclass(slots=True)
class Seen:
    """All that the checkers look at."""

    centre: SeenCentre
    places: list[SeenDesk]
    surprises: list[str] = field(default_factory=list)
    elsewhere: set[UUID] = field(default_factory=set)  # done by desks that are not here
    put_back: bool = False  # whether the centre is an older copy of itself


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
                    desk.name,
                    desk.device_id,
                    open_desk.engine,
                    open_desk.local,
                    desk.hear().saved,
                    shown=desk.shown,
                    lives=desk.opened,
                )
            )
        yield Seen(centre, places, elsewhere={row.id for row in centre.rows(_FIRST)})


def broken(world: World) -> list[str]:
    """All that does not hold: in the databases, and in the logs."""
    with seen(world) as everything:
        found = [
            f"{checker.__name__}: {told}"
            for checker in CHECKERS
            for told in checker(cast("Simulated", everything))
        ]
        found += c16_each_look_is_logged_once(everything)
    log = world.server.folder / "log"
    found += c14_nothing_readable(world.folder, log)
    killed = (KILLED_SERVICE,) if any(service.killed for service in world.services) else ()
    secrets = secrets_of(world.folder / "centre")
    found += c18_logs(world.folder, log, expected=(*EXPECTED, *killed), secrets=secrets)
    return found


# -- C16 -----------------------------------------------------------------------------------------

MOST_AT_ONCE = 8  # records of one look, of which its operator was not told: it was killed before


def c16_each_look_is_logged_once(everything: Seen) -> Iterator[str]:
    """Whoever was shown is in the centre's access log, once; its chains are whole."""
    with everything.centre.engine.connect() as connection:
        for place in everything.places:
            noted = [
                Head(row.access_n, bytes(row.access_hash))
                for row in place.rows("SELECT access_n, access_hash FROM operations ORDER BY n")
                if row.access_n
            ]
            chain = tuple(access_log.chain(connection, place.device_id))
            for fault in faults(chain, noted):
                yield f"C16: record {fault.n} of {place.name} is {fault.fault}"
            with place.engine.connect() as here:
                own = {each.n: each.hash for each in access_log.chain(here, place.device_id)}
            if own != {each.n: each.hash for each in chain}:
                yield f"C16: {place.name} and the centre have other records"
            logged = {each.n: each for each in chain}
            for look in place.shown:
                record = logged.get(look.n)
                if record is None or (record.person_id, record.hash) != (look.person_id, look.hash):
                    yield f"C16: {place.name} showed somebody without record {look.n}"
            if len({look.n for look in place.shown}) != len(place.shown):
                yield f"C16: {place.name} told one record of two looks"
            of_persons = sum(
                each.activity is Activity.READ and each.person_id is not None for each in chain
            )
            if of_persons > len(place.shown) + place.lives * MOST_AT_ONCE:
                yield f"C16: {place.name} has records of looks that nobody had"
