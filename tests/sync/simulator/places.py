"""The desks and the centre of the simulator: real databases, time that the seed gives."""

from __future__ import annotations

import logging
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event, text

from db.base import Unit
from db.commits import Commit
from db.connect import open_central, open_local
from db.local import mark
from db.operators import SqlSessions
from db.store import StoreTerms
from db.sync import capture, touches
from db.sync.central import EPOCH, SqlCentral
from db.sync.desk import SqlLocal
from db.tables import metadata
from kundcenter.operations import Operation
from kundcenter.start.desk import Desk, DeskTerms, published_codes
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.judge import Judge
from kundcenter.sync.regained import own_work
from kundcenter.sync.replay import rerun
from kundcenter.sync.wire import Hello, Own, Pull, Push, Pushed, Wait, Woken, pack, unpack
from tests.ground import CHEAP, KEY, Clock, fill_central, opened
from tests.postgres import PostgresServer

FOUNDED = "01890000-0000-7000-8000-00000000ce11"


class Crash(BaseException):
    """The process dies here; nothing that it says after this is heard."""


class Ids:
    """UUIDs of version 7 that follow from the seed."""

    def __init__(self, rng: random.Random, clock: Clock) -> None:
        self._rng, self._clock, self._last = rng, clock, 0

    def __call__(self) -> UUID:
        self._last = max(self._last + 1, int(self._clock.at.timestamp() * 1000))
        low = self._rng.getrandbits(74)
        high = (self._last << 16) | 0x7000 | (low >> 62)
        return UUID(int=(high << 64) | (0b10 << 62) | (low & (2**62 - 1)))


@dataclass(slots=True)
class Fuse:
    """Kills a process at one of its next statements."""

    left: int = 0

    def light(self, statements: int) -> None:
        self.left = statements

    def burn(self) -> None:
        if self.left:
            self.left -= 1
            if not self.left:
                raise Crash


def _fused(engine: Engine, fuse: Fuse) -> None:
    @event.listens_for(engine, "before_cursor_execute")
    def _statement(*_: object) -> None:
        fuse.burn()


@dataclass(slots=True)
class Machine:
    """What a desk runs on: a file that is another one for each seed, and the way to it.

    The engine is kept from seed to seed, for it remembers its statements.
    """

    path: Path
    engine: Engine = field(init=False)
    fuse: Fuse = field(default_factory=Fuse)

    def __post_init__(self) -> None:
        self.engine = open_local(self.path, KEY)
        touches.watch(self.engine)
        event.listen(self.engine, "connect", _in_a_hurry)
        _fused(self.engine, self.fuse)

    def put(self, file: Path) -> None:
        """This file lies here from now on."""
        self.off()
        for ending in ("-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)
        shutil.copy(file, self.path)

    def off(self) -> None:
        """The program dies; what was in memory is gone."""
        self.fuse.left = 0
        self.engine.dispose()


@dataclass(slots=True)
class Place:
    """A desk: its file, the program on it, and what a witness beside it has seen."""

    name: str
    machine: Machine
    device_id: UUID
    care_unit: str
    clock: Clock
    ids: Ids
    desk: Desk = field(init=False)
    local: SqlLocal = field(init=False)
    exchange: Exchange = field(init=False)
    saved: dict[int, Operation] = field(default_factory=dict)  # what the screen said was saved
    lost: set[UUID] = field(default_factory=set)  # what an older file took with it, unsent
    cursors: dict[str, int] = field(default_factory=dict)
    shown: dict[tuple[str, str], str] = field(default_factory=dict)  # rows that never change
    stopped: str = ""  # why it may not exchange any more
    away_until: int = 0  # partitioned until this step
    applied: int = 0

    def open(self) -> None:
        """Start the program on the file."""
        terms = DeskTerms(
            self.device_id,
            KEY,
            now=self.clock,
            new_id=self.ids,
            cost=CHEAP,
            committed=self._committed,
            watched=True,
        )
        self.desk = Desk(self.engine, terms)
        store = StoreTerms(self.device_id, published_codes(), final=False, claim=touches.claim)
        self.local = SqlLocal(self.engine, store, rerun, self.clock)
        self.exchange = Exchange(self.local)

    @property
    def engine(self) -> Engine:
        return self.machine.engine

    @property
    def fuse(self) -> Fuse:
        return self.machine.fuse

    def restart(self) -> None:
        """What was in memory is gone; nobody sits here."""
        self.machine.off()
        self.open()

    def copy_file(self, to: Path) -> None:
        """A copy of the file as it is, with all that has been committed."""
        with self.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        shutil.copy(self.machine.path, to)

    def take_seat(self, operator_id: UUID) -> None:
        """The operator signs in; the password is not what is tried here."""
        self.leave_seat()
        session = self.desk.sessions.open(operator_id).the("session")
        with self.engine.connect() as connection:
            found = SqlSessions(Unit(connection)).get(session)
        self.desk.seat.take(found.actor)

    def leave_seat(self) -> None:
        self.desk.sessions.sign_out()

    def rows(self, query: str) -> list[Any]:
        """What the desk's file says."""
        with self.engine.connect() as connection:
            return list(connection.execute(text(query)).all())

    def ids_of(self, table: str, where: str = "1 = 1") -> list[UUID]:
        """The ids of a table's rows, in their order."""
        found = self.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id")
        return [UUID(bytes=row.id) for row in found]

    def _committed(self, commit: Commit) -> None:
        if commit.operation is not None:
            self.saved[commit.operation.n] = commit.operation


def _in_a_hurry(raw: Any, _record: object) -> None:
    raw.execute("PRAGMA synchronous = OFF")


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict as the centre has committed it."""

    device_id: UUID
    n: int
    operation_id: UUID
    verdict: str
    code: str
    hash: bytes


@dataclass(slots=True)
class Seat:
    """The centre, which may be started anew, and what a witness beside it has seen."""

    engine: Engine
    central: SqlCentral
    clock: Clock
    fuse: Fuse
    judge: Judge = field(init=False)
    log: list[Judged] = field(default_factory=list)  # in the order of the commits
    said: dict[tuple[UUID, int], bytes] = field(default_factory=dict)
    contradictions: list[str] = field(default_factory=list)
    moments: list[dict[str, int]] = field(default_factory=lambda: [{}])  # heads after each commit
    away_until: int = 0
    page: int = 1000

    def __post_init__(self) -> None:
        self.judge = Judge(self.central, self.clock)

    def restart(self) -> None:
        """Every connection is gone, and what the judge had in memory (SqlCentral has nothing)."""
        self.fuse.left = 0
        self.engine.dispose()
        self.judge = Judge(self.central, self.clock)

    def answer(self, device_id: UUID, path: Where, body: bytes) -> bytes:
        """What the centre says to a message.  Raises what the judge raises, and Crash."""
        match path:
            case Where.HELLO:
                return pack(self.judge.hello(unpack(body, Hello)))
            case Where.PUSH:
                try:
                    pushed = self.judge.push(device_id, unpack(body, Push))
                finally:
                    self.fuse.left = 0
                    self._note_commits(device_id)
                self._hear(device_id, pushed)
                return pack(pushed)
            case Where.PULL:
                pull = unpack(body, Pull)
                asked = Pull(pull.cursors, pull.through, pull.whole, min(pull.limit, self.page))
                return pack(self.judge.pull(device_id, asked))
            case Where.OWN:
                return pack(own_work(self.central, device_id, unpack(body, Own)))
            case _:
                cursors = unpack(body, Wait).cursors
                heads = self.central.heads(list(cursors))
                return pack(Woken(any(heads.get(b, 0) > seq for b, seq in cursors.items())))

    def rows(self, query: str, **named: object) -> list[Any]:
        """What the centre's database says."""
        with self.engine.connect() as connection:
            return list(connection.execute(text(query), named).all())

    def _hear(self, device_id: UUID, pushed: Pushed) -> None:
        for result in pushed.results:
            told, key = pack(result), (device_id, result.n)
            if self.said.setdefault(key, told) != told:
                self.contradictions.append(f"operation {result.n} of {device_id}")

    def _note_commits(self, device_id: UUID) -> None:
        """What the push has committed, whether anybody heard of it or not."""
        known = max((each.n for each in self.log if each.device_id == device_id), default=0)
        found = self.rows(
            "SELECT device_id, n, operation_id, verdict, code, hash FROM centre_results "
            "WHERE device_id = :device AND n > :known ORDER BY n",
            device=device_id,
            known=known,
        )
        self.log += [
            Judged(row.device_id, row.n, row.operation_id, row.verdict, row.code, bytes(row.hash))
            for row in found
        ]
        heads = {row.id: row.seq for row in self.rows("SELECT id, seq FROM centre_buckets")}
        if heads != self.moments[-1]:
            self.moments.append(heads)


@dataclass(slots=True)
class Hall:
    """Where worlds are, one after the other: a centre's database, an empty one, and machines."""

    centre: Engine
    central: SqlCentral
    fuse: Fuse
    blank: Engine
    empty: Path
    folder: Path
    machines: list[Machine] = field(default_factory=list)

    def machine(self, number: int) -> Machine:
        while len(self.machines) <= number:
            self.machines.append(Machine(self.folder / f"machine-{len(self.machines)}.db"))
        return self.machines[number]

    def clear(self) -> None:
        """An empty centre; beneath the guards, as nobody but its owner could."""
        self.fuse.left = 0
        with self.centre.begin() as connection:
            raw: Any = connection.connection.dbapi_connection
            names = ", ".join(f"'{table.name}'" for table in metadata.sorted_tables)
            raw.execute(_CLEAR.format(names=names))


_CLEAR = """DO $$ DECLARE it text; BEGIN
SET LOCAL session_replication_role = replica;
FOR it IN SELECT unnest(ARRAY[{names}]) LOOP
    IF it <> 'marks' THEN EXECUTE 'DELETE FROM ' || quote_ident(it); END IF;
END LOOP; END $$"""


@contextmanager
def a_hall(server: PostgresServer, empty: Path, folder: Path) -> Iterator[Hall]:
    """A founded centre and room for desks."""
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("founded", found_central))
        blank = stack.enter_context(server.clone("empty", fill_central))
        engine = stack.enter_context(opened(open_central(url)))
        oracle = stack.enter_context(opened(open_central(blank)))
        fuse = Fuse()
        _fused(engine, fuse)
        stack.enter_context(_quiet_driver())
        hall = Hall(engine, SqlCentral(engine, published_codes()), fuse, oracle, empty, folder)
        try:
            yield hall
        finally:
            for machine in hall.machines:
                machine.off()


@contextmanager
def _quiet_driver() -> Iterator[None]:
    """It warns of rows that were on their way when the centre died."""
    driver = logging.getLogger("psycopg")
    heard = driver.level
    driver.setLevel(logging.ERROR)
    try:
        yield
    finally:
        driver.setLevel(heard)


def found_central(url: str) -> None:
    """A founded centre without a desk."""
    fill_central(url)
    with opened(open_central(url)) as engine, engine.begin() as connection:
        capture.install(connection)
        mark(connection, EPOCH, FOUNDED)
