"""Where worlds are, one after the other: databases and machines that are used again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from db.connect import open_central
from db.local import mark
from db.sync import capture
from db.sync.central import EPOCH, SqlCentral
from db.tables import metadata
from kundcenter.start.desk import published_codes
from tests.ground import Clock, fill_central, opened
from tests.postgres import PostgresServer
from tests.sync.simulator.first_morning import FirstMorning, first_morning
from tests.sync.simulator.oracle import again
from tests.sync.simulator.places import Fuse, Machine, Seat, fused

FOUNDED = "01890000-0000-7000-8000-00000000ce11"
SWEPT = 10  # worlds, after which the rows that they have left behind are swept away


QUIET = {
    "db.sync.desk": logging.CRITICAL,
    "db.sync.refounding": logging.CRITICAL,
    "psycopg": logging.ERROR,  # it warns of rows that were on their way when the centre died
    "db.sync.look_over": logging.CRITICAL,
    "db.sync.mending": logging.CRITICAL,
    "db.sync.removal": logging.CRITICAL,
    "db.sync.slices": logging.CRITICAL,
}


@dataclass(slots=True)
class Hall:
    """A centre's database, one for the oracle, and machines."""

    centre: Engine
    central: SqlCentral
    fuse: Fuse
    oracle: Engine  # it has done what was done on the first morning, and nothing else
    empty: Path
    folder: Path
    morning: FirstMorning
    machines: list[Machine] = field(default_factory=list)
    worlds: int = 0

    def machine(self, number: int) -> Machine:
        while len(self.machines) <= number:
            self.machines.append(Machine(self.folder / f"machine-{len(self.machines)}.db"))
        return self.machines[number]

    def begin(self, clock: Clock) -> Seat:
        """The centre as it was when the first morning was over."""
        self.fuse.left = 0
        self.worlds += 1
        seat = Seat(self.centre, self.central, clock, self.fuse)
        self.morning.remember(seat)
        with self.centre.begin() as connection:  # beneath the guards, as nobody else could
            connection.exec_driver_sql(_BEGIN)
        if self.worlds % SWEPT == 0:
            with self.centre.connect().execution_options(isolation_level="AUTOCOMMIT") as swept:
                swept.exec_driver_sql(f"VACUUM {', '.join(NAMES)}")
        return seat


NAMES = tuple(table.name for table in metadata.sorted_tables)
_BEGIN = "\n".join((
    "SET LOCAL session_replication_role = replica;",
    *(f"DELETE FROM {name};" for name in NAMES),
    *(f"INSERT INTO {name} SELECT * FROM begun.{name};" for name in NAMES),
))  # fmt: skip
_KEEP = "\n".join((
    "CREATE SCHEMA begun;",
    *(f"CREATE TABLE begun.{name} AS TABLE {name};" for name in NAMES),
))  # fmt: skip


@contextmanager
def a_hall(server: PostgresServer, empty: Path, folder: Path) -> Iterator[Hall]:
    """A founded centre on its first morning, and room for desks."""
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("founded", found_central))
        beside = stack.enter_context(server.clone("empty", fill_central))
        engine = stack.enter_context(opened(open_central(url)))
        oracle = stack.enter_context(opened(open_central(beside)))
        fuse = Fuse()
        for name, level in QUIET.items():
            stack.enter_context(_quiet(name, level))
        engine.pool._pre_ping = False  # nobody ends a connection behind the pool's back here
        central = SqlCentral(engine, published_codes())
        seat = Seat(engine, central, Clock(), fuse)
        first = Machine(folder / "machine-0.db")
        morning = first_morning(seat, first, empty)
        with engine.begin() as connection:
            connection.exec_driver_sql(_KEEP)
        with oracle.begin() as connection:
            again(connection, seat, ())
        fused(engine, fuse)
        hall = Hall(engine, central, fuse, oracle, empty, folder, morning, [first])
        try:
            yield hall
        finally:
            for machine in hall.machines:
                machine.off()


@contextmanager
def _quiet(name: str, level: int) -> Iterator[None]:
    """What is said below the level is what the world is about."""
    logger = logging.getLogger(name)
    heard = logger.level
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.setLevel(heard)


def found_central(url: str) -> None:
    """A founded centre without a desk."""
    fill_central(url)
    with opened(open_central(url)) as engine, engine.begin() as connection:
        capture.install(connection)
        mark(connection, EPOCH, FOUNDED)
