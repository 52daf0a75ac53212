"""What the centre keeps of its desks: devices, verdicts, quarantine, and pages of the feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import Connection, Engine, bindparam, func, insert, select, text, update

from db import access_log
from db.base import Unit
from db.bound import BoundStore
from db.exchange_tables import device_operators, devices, quarantine, results
from db.faults import NotFounded, translated
from db.local import mark, marked
from db.operators import SqlOperators, SqlSessions
from db.store import StoreTerms
from db.sync import admission_rows, capture, feed, grants
from db.sync.device_rows import DEVICE, device_rows
from db.sync.own_work import own_work
from db.work_items import SqlWorkItems
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.devices import Device, DeviceUnknown
from kundcenter.domain.feed import BucketRows, DeviceHeads, Page, Result, Verdict
from kundcenter.domain.operators import Session
from kundcenter.domain.tickets import Issued
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.work_items import WorkItem
from kundcenter.operations import Source

EPOCH = "centre_epoch"

_LOCK = text(  # a little at a time: who waits for it has one of few threads
    "SELECT set_config('lock_timeout', '1s', true), pg_advisory_lock(hashtextextended(:key, 0))"
)
_TAKEN = text(  # in the feed, written in this very push, or a session, which is in no feed
    "SELECT 1 FROM centre_current WHERE key = ANY(:keys) "
    "UNION ALL SELECT 1 FROM pg_temp.touched WHERE key = ANY(:keys) "
    "UNION ALL SELECT 1 FROM sessions WHERE id = ANY(:ids) LIMIT 1"
)
_RESULT = select(results).where(
    results.c.device_id == bindparam("device_id"), results.c.n == bindparam("n")
)


class SqlBatch:
    """One desk's push: one transaction at the centre.  The device's row is held throughout."""

    def __init__(self, connection: Connection, device: Device, terms: StoreTerms) -> None:
        self._connection = connection
        self._terms = terms
        self.device = device
        unit = Unit(connection)
        self._sessions = SqlSessions(unit)
        self._items = SqlWorkItems(unit)
        self._opened: dict[UUID, Session] = {}
        self._known: set[UUID] = set()

    def store(self, source: Callable[[], Source]) -> BoundStore:
        """Where verbs are carried out again, each in a savepoint."""
        return BoundStore(self._connection, source, self._terms, record=True)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undone as a whole when it fails."""
        with translated(), self._connection.begin_nested():
            yield

    def result(self, n: int) -> tuple[bytes, Result] | None:
        """The verdict on the device's operation `n`, and the hash of what was judged."""
        found = self._connection.execute(_RESULT, {"device_id": self.device.id, "n": n}).first()
        return None if found is None else (found.hash, _told(found))

    def expect(self, operation_ids: Sequence[UUID]) -> None:
        """These are about to be judged: one question for all of them."""
        query = select(results.c.operation_id).where(results.c.operation_id.in_(operation_ids))
        self._known = set(self._connection.execute(query).scalars())

    def known(self, operation_id: UUID) -> bool:
        """Whether an operation of the id has been judged, of whatever device."""
        known = operation_id in self._known
        self._known.add(operation_id)
        return known

    def taken(self, ids: Sequence[UUID]) -> bool:
        """Whether a row of any table has one of the ids: then it was given out before."""
        if not ids:
            return False
        named = {"keys": [id.hex for id in ids], "ids": list(ids)}
        return self._connection.execute(_TAKEN, named).first() is not None

    def session(self, id: UUID) -> Session | None:
        """The session as it was opened, if the centre knows of it."""
        if id not in self._opened:
            found = self._sessions.find(id)
            if found is None:
                return None
            self._opened[id] = found
        return self._opened[id]

    def admits(self) -> bool:
        """Whether anybody can sign in by the centre."""
        return admission_rows.admits(self._connection)

    def any_operator(self) -> bool:
        return SqlOperators(Unit(self._connection)).count() > 0

    def brought(self, operator_id: UUID) -> bool:
        """Whether the desk itself has added the operator, while it was alone."""
        return admission_rows.brought(self._connection, self.device, operator_id)

    def ticket(self, id: UUID) -> Issued | None:
        """The ticket, if the centre has issued it."""
        return admission_rows.issued(self._connection, id)

    def ticket_used(self, id: UUID, session_id: UUID) -> None:
        """The session that the ticket was issued for has been opened."""
        admission_rows.used(self._connection, id, session_id)

    def revoke(self, operator_id: UUID, at: datetime) -> None:
        """End all leave that the operator has."""
        admission_rows.revoke(self._connection, operator_id, at)

    def add_accesses(self, records: Sequence[AccessRecord]) -> None:
        """The next links of the device's access log."""
        if records:
            access_log.add_all(self._connection, records)

    def set_aside(
        self, n: int, operation_id: UUID, body: bytes, at: datetime, due: timedelta
    ) -> None:
        """Keep what was not carried out, as it came."""
        self._connection.execute(
            insert(quarantine),
            {
                "device_id": self.device.id,
                "n": n,
                "operation_id": operation_id,
                "body": body,
                "since": at,
                "due_at": at + due,
            },
        )

    def add_work_item(self, item: WorkItem) -> None:
        """Work for somebody; it comes to the desks as any row does."""
        self._items.put(item)

    def publish(self, care_unit: str, at: datetime) -> dict[str, int]:
        """Put what was written since the last time into the feed."""
        touched = capture.taken(self._connection)
        return feed.publish(self._connection, touched, care_unit, at) if touched else {}

    def record(self, judged: Sequence[tuple[Result, bytes]], at: datetime) -> None:
        """Keep the verdicts, each with the hash of what was judged."""
        if not judged:
            return
        self._connection.execute(
            insert(results),
            [
                {
                    "device_id": self.device.id,
                    "n": result.n,
                    "operation_id": result.operation_id,
                    "hash": hash,
                    "verdict": result.verdict,
                    "code": result.code,
                    "facts": msgspec.json.encode(result.facts, order="sorted").decode(),
                    "effect": msgspec.json.encode(result.effect, order="sorted").decode(),
                    "received_at": at,
                }
                for result, hash in judged
            ],
        )

    def note_operators(self, seen: Mapping[UUID, str], at: datetime) -> None:
        """These have worked at the desk, each on behalf of a care unit."""
        for operator_id, care_unit in sorted(seen.items()):
            key = {"device_id": self.device.id, "operator_id": operator_id}
            self._connection.execute(
                text(
                    "INSERT INTO centre_device_operators VALUES "
                    "(:device_id, :operator_id, :care_unit, :at) "
                    "ON CONFLICT (device_id, operator_id) "
                    "DO UPDATE SET care_unit = excluded.care_unit, last_at = excluded.last_at"
                ),
                {**key, "care_unit": care_unit, "at": at},
            )

    def put_device(self, device: Device) -> None:
        """How the desk stands now."""
        device_rows.put(self._connection, device, before=self.device)
        self.device = device


class SqlCentral:
    """The centre's side of the exchange on its PostgreSQL."""

    def __init__(self, engine: Engine, codes: Mapping[str, CodeSet]) -> None:
        capture.listen(engine)
        self._engine = engine
        self._codes = codes

    def epoch(self) -> UUID:
        """Which founding of the centre this is; another one after it was restored.

        Raises NotFounded.
        """
        with translated(), self._engine.connect() as connection:
            found = marked(connection, EPOCH)
        if found is None:
            raise NotFounded
        return UUID(found)

    def device(self, id: UUID) -> Device:
        """The desk.  Raises DeviceUnknown."""
        with translated(), self._engine.connect() as connection:
            return self._device(connection, id)

    def devices(self) -> tuple[Device, ...]:
        """Every desk that was ever enrolled, by name."""
        with translated(), self._engine.connect() as connection:
            return device_rows.all(connection, device_rows.select().order_by(devices.c.name))

    def add_device(self, device: Device) -> None:
        """Enrol a desk.  Raises RowConflict when it is there already."""
        with translated(), self._engine.begin() as connection:
            device_rows.add(connection, device)

    def saw(self, id: UUID, at: datetime) -> None:
        """The desk has said something."""
        with translated(), self._engine.begin() as connection:
            connection.execute(update(devices).where(devices.c.id == id).values(seen_at=at))

    def was_alone(self, id: UUID, until: int) -> None:
        """The desk says for the first time how much it did before it came."""
        with translated(), self._engine.begin() as connection:
            connection.execute(update(devices).where(devices.c.id == id).values(alone_until=until))

    def operation_hash(self, device_id: UUID, n: int) -> bytes | None:
        """The hash of the desk's operation `n`, if it has been judged."""
        query = select(results.c.hash).where(results.c.device_id == device_id, results.c.n == n)
        with translated(), self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def access_hash(self, device_id: UUID, n: int) -> bytes | None:
        """The hash of the desk's access record `n`, if the centre has it."""
        log = access_log.access_log
        query = select(log.c.hash).where(log.c.device_id == device_id, log.c.n == n)
        with translated(), self._engine.connect() as connection:
            return connection.execute(query).scalar()

    @contextmanager
    def batch(self, device_id: UUID) -> Iterator[SqlBatch]:
        """One push of a desk.  Pushes on behalf of the same care unit wait for each other.

        The lock is taken before the transaction begins, so that its one moment is after the one
        of whoever was before.  Raises DeviceUnknown, StoreBusy (try again), StoreAway.
        """
        with translated(), self._engine.connect() as connection:
            care_unit = self._device(connection, device_id).care_unit
            connection.rollback()
            connection.execute(_LOCK, lock := {"key": f"push {care_unit}"})
            connection.commit()
            try:
                with connection.begin():
                    grants.name_device(connection, device_id)
                    row = device_rows.one(connection, DEVICE.with_for_update(), id=device_id)
                    if row is None:
                        raise DeviceUnknown(id=device_id)
                    yield SqlBatch(connection, row, StoreTerms(device_id, self._codes, final=True))
            finally:
                if not connection.invalidated:
                    connection.execute(
                        text("SELECT pg_advisory_unlock(hashtextextended(:key, 0))"), lock
                    )
                    connection.commit()

    def page(
        self,
        cursors: Mapping[str, int],
        through: Mapping[str, int],
        whole: frozenset[str],
        limit: int,
        *,
        device_id: UUID,
    ) -> Page:
        """What follows on the cursors: one moment, `limit` rows at most, for the desk."""
        given: list[BucketRows] = []
        more = False
        with translated(), self._engine.begin() as connection:
            grants.name_device(connection, device_id)
            epoch = marked(connection, EPOCH)
            stand = feed.heads(connection, list(cursors))
            for bucket in sorted(cursors):
                if limit <= 0:
                    more = True
                    break
                rows = feed.following(
                    connection,
                    bucket,
                    cursors[bucket],
                    through.get(bucket),
                    limit,
                    whole=bucket in whole,
                )
                given.append(rows)
                limit -= len(rows.rows)
                more = more or rows.through < through.get(bucket, stand.get(bucket, 0))
        return Page(UUID(epoch), tuple(given), stand, more)

    def heads(self, buckets: Sequence[str]) -> dict[str, int]:
        """How far the buckets have come."""
        with translated(), self._engine.connect() as connection:
            return feed.heads(connection, buckets)

    def operators_of(self, device_id: UUID) -> dict[UUID, str]:
        """Who has worked at the desk, and on behalf of which care unit."""
        query = select(device_operators).where(device_operators.c.device_id == device_id)
        with translated(), self._engine.connect() as connection:
            return {row.operator_id: row.care_unit for row in connection.execute(query)}

    def ended(self, device_id: UUID, at: datetime) -> tuple[UUID, ...]:
        """The operators whose leave at the desk has been taken back, while it still matters."""
        with translated(), self._engine.connect() as connection:
            return admission_rows.ended(connection, device_id, at)

    def found(self, connection: Connection) -> None:
        """Make what only the centre needs: triggers, and its epoch."""
        capture.install(connection)
        if marked(connection, EPOCH) is None:
            mark(connection, EPOCH, str(uuid4()))

    def quarantined(self) -> list[tuple[UUID, int]]:
        """The operations that wait for somebody to look at them: device and number."""
        query = (
            select(quarantine.c.device_id, quarantine.c.n)
            .join(
                results,
                (results.c.device_id == quarantine.c.device_id) & (results.c.n == quarantine.c.n),
            )
            .where(quarantine.c.driven_at.is_(None), results.c.verdict == Verdict.QUARANTINED)
            .order_by(quarantine.c.due_at)
        )
        with translated(), self._engine.connect() as connection:
            return [(row.device_id, row.n) for row in connection.execute(query)]

    def counts(self) -> dict[Verdict, int]:
        """How many operations have met which verdict."""
        query = select(results.c.verdict, func.count()).group_by(results.c.verdict)
        with translated(), self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def own_work(
        self, device_id: UUID, after: DeviceHeads, most: int
    ) -> tuple[tuple[str, ...], tuple[AccessRecord, ...]]:
        """What follows of a desk's own work."""
        with translated(), self._engine.connect() as connection:
            return own_work(connection, device_id, after, most)

    def _device(self, connection: Connection, id: UUID) -> Device:
        found = device_rows.one(connection, DEVICE, id=id)
        if found is None:
            raise DeviceUnknown(id=id)
        return found


def _told(row: Any) -> Result:
    return Result(
        row.n,
        row.operation_id,
        row.verdict,
        row.code,
        msgspec.json.decode(row.facts),
        msgspec.json.decode(row.effect),
    )
