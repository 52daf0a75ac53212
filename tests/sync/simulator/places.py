"""The desks and the centre of the simulator: real databases, time that the seed gives."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event, text

from db.base import Unit
from db.commits import Commit
from db.connect import open_local
from db.operators import SqlSessions
from db.store import StoreTerms
from db.sync import touches
from db.sync.central import SqlCentral
from db.sync.desk import SqlLocal
from kundcenter.domain.feed import Verdict
from kundcenter.operations import Operation
from kundcenter.start.desk import Desk, DeskTerms, published_codes
from kundcenter.sync.comparing import compare
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.history import Recall, Wishes, recall
from kundcenter.sync.judge import Judge
from kundcenter.sync.redriving import Redriving
from kundcenter.sync.regained import own_work
from kundcenter.sync.replay import rerun
from kundcenter.sync.wire import (
    Compare,
    Hello,
    Own,
    Pull,
    Push,
    Pushed,
    Wait,
    Woken,
    pack,
    unpack,
)
from tests.ground import CHEAP, KEY, Clock


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


def fused(engine: Engine, fuse: Fuse) -> None:
    """The process that has the engine dies when the fuse has burnt down."""

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
        fused(self.engine, self.fuse)

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
    epoch: UUID | None = None  # of the centre that it last heard of
    stopped: str = ""  # why it may not exchange any more
    away_until: int = 0  # partitioned until this step
    applied: int = 0
    damaged: bool = False  # somebody has been at its rows, and it has not found out yet
    wishes: Wishes = field(default_factory=Wishes)

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
        self.wishes = Wishes()
        self.converse()

    def converse(self) -> None:
        """Begin the conversation anew."""
        self.exchange = Exchange(self.local, wishes=self.wishes)

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
        self.wishes.looked(commit.accesses)


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
    arrived: datetime | None = None  # when the centre was asked; None of what it had carried out


_DRIVEN = (  # each in a transaction of its own, one after the other
    "SELECT device_id, n FROM centre_quarantine q JOIN operations o USING (device_id, n) "
    "WHERE driven_at IS NOT NULL ORDER BY o.xmin::text::bigint"
)


@dataclass(slots=True)
class Seat:
    """The centre, which may be started anew, and what a witness beside it has seen."""

    engine: Engine
    central: SqlCentral
    clock: Clock
    fuse: Fuse
    judge: Judge = field(init=False)
    redriving: Redriving = field(init=False)
    # Of quarantine, in its order: desk, number, and how many verdicts there were by then.
    driven: list[tuple[UUID, int, int]] = field(default_factory=list)
    log: list[Judged] = field(default_factory=list)  # in the order of the commits
    said: dict[tuple[UUID, int], bytes] = field(default_factory=dict)
    contradictions: list[str] = field(default_factory=list)
    moments: list[dict[str, int]] = field(default_factory=lambda: [{}])  # heads after each commit
    feed: dict[str, list[Any]] = field(default_factory=dict)  # of each bucket, all that ever was
    away_until: int = 0
    page: int = 1000

    def __post_init__(self) -> None:
        self.judge = Judge(self.central, self.clock)
        self.redriving = Redriving(self.central, self.clock)

    def restart(self) -> None:
        """Every connection is gone, and what the judge had in memory (SqlCentral has nothing)."""
        self.fuse.left = 0
        self.engine.dispose()
        self.judge = Judge(self.central, self.clock)
        self.redriving = Redriving(self.central, self.clock)

    def answer(self, device_id: UUID, path: Where, body: bytes) -> bytes:
        """What the centre says to a message.  Raises what the judge raises, and Crash."""
        match path:
            case Where.HELLO:
                return pack(self.judge.hello(unpack(body, Hello)))
            case Where.PUSH:
                push = unpack(body, Push)
                try:
                    pushed = self.judge.push(device_id, push)
                    self.redriving.after(push, pushed)
                finally:
                    self.fuse.left = 0
                    self._note_commits(device_id, push)
                self._hear(device_id, pushed)
                return pack(pushed)
            case Where.PULL:
                pull = unpack(body, Pull)
                asked = Pull(pull.cursors, pull.through, pull.whole, min(pull.limit, self.page))
                return pack(self.judge.pull(device_id, asked))
            case Where.COMPARE:
                return pack(compare(self.central, device_id, unpack(body, Compare)))
            case Where.HISTORY:
                try:
                    wish = unpack(body, Recall)
                    return pack(recall(self.central, self.clock, device_id, wish))
                finally:
                    self.fuse.left = 0
                    self.note()
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

    def _note_commits(self, device_id: UUID, push: Push) -> None:
        """What the push has committed, whether anybody heard of it or not."""
        known = max((each.n for each in self.log if each.device_id == device_id), default=0)
        facts = {each.n for each in push.before if each.verdict is Verdict.APPLIED}
        found = self.rows(
            "SELECT device_id, n, operation_id, verdict, code, hash, received_at "
            "FROM centre_results "
            "WHERE device_id = :device AND n > :known ORDER BY n",
            device=device_id,
            known=known,
        )
        self.log += [
            Judged(
                row.device_id,
                row.n,
                row.operation_id,
                row.verdict,
                row.code,
                bytes(row.hash),
                None if row.n in facts else row.received_at,
            )
            for row in found
        ]
        known_too = {(device, n) for device, n, _ in self.driven}
        self.driven += [
            (row.device_id, row.n, len(self.log))
            for row in self.rows(_DRIVEN)
            if (row.device_id, row.n) not in known_too
        ]
        self.note()

    def note(self) -> None:
        """How far the buckets have come, and the rows of the feed before they are deleted."""
        heads = {row.id: row.seq for row in self.rows("SELECT id, seq FROM centre_buckets")}
        if heads != self.moments[-1]:
            self.moments.append(heads)
        for bucket, seq in heads.items():
            known = self.feed.setdefault(bucket, [])
            last = known[-1].seq if known else 0
            if last < seq:
                known += self.rows(
                    "SELECT bucket, seq, entity, key, body, past FROM centre_feed "
                    "WHERE bucket = :bucket AND seq > :last ORDER BY seq",
                    bucket=bucket,
                    last=last,
                )
