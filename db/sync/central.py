"""What the centre keeps of its desks: devices, verdicts, quarantine, and pages of the feed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, func, select, text, update

from db import access_log
from db.exchange_tables import device_operators, devices, quarantine, results
from db.faults import NotFounded, translated
from db.local import CENTRE_EPOCH, mark, marked
from db.store import StoreTerms
from db.sync import admission_rows, capture, feed, grants, refounding, slices
from db.sync.batch import SqlBatch
from db.sync.device_rows import DEVICE, device_rows
from db.sync.own_work import own_work
from db.sync.quarantine import again as quarantined_again
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.devices import Device, DeviceUnknown
from kundcenter.domain.feed import (
    BucketRows,
    DeviceHeads,
    Mark,
    Mended,
    Page,
    Verdict,
)
from kundcenter.domain.triage import CodeSet

EPOCH = CENTRE_EPOCH

_LOCK = text(  # a little at a time: who waits for it has one of few threads
    "SELECT set_config('lock_timeout', '1s', true), pg_advisory_lock(hashtextextended(:key, 0))"
)


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

    def lineage(self) -> tuple[UUID, tuple[UUID, ...]]:
        """The epoch, and those that were before it.  Raises NotFounded."""
        with translated(), self._engine.connect() as connection:
            return refounding.lineage(connection)

    def stands(self, buckets: Sequence[str]) -> dict[str, Mark]:
        """How the buckets stand."""
        with translated(), self._engine.connect() as connection:
            return refounding.stands(connection, buckets)

    def again(self) -> tuple[tuple[UUID, int], ...]:
        """What an earlier epoch had carried out and this one could not yet: desk and number."""
        with translated(), self._engine.connect() as connection:
            return quarantined_again(connection)

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
    def batch(self, device_id: UUID, *, careful: bool = True) -> Iterator[SqlBatch]:
        """One push of a desk.  Pushes on behalf of the same care unit wait for each other.

        When `careful`, each attempt in it can be undone by itself.

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
                    terms = StoreTerms(device_id, self._codes, final=True)
                    yield SqlBatch(connection, row, terms, careful=careful)
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
                wanted = through.get(bucket, stand.get(bucket, 0))
                more = more or (rows.through < wanted and not rows.anew)
        return Page(UUID(epoch), tuple(given), stand, more)

    def compared(
        self,
        sums: Mapping[str, Sequence[int]],
        cursors: Mapping[str, int],
        most: int,
        *,
        device_id: UUID,
    ) -> tuple[tuple[Mended, ...], tuple[BucketRows, ...]] | None:
        """Where a desk's sums differ from these (db.sync.slices)."""
        with translated(), self._engine.begin() as connection:
            grants.name_device(connection, device_id)
            return slices.compare(connection, sums, cursors, most)

    def heads(self, buckets: Sequence[str]) -> dict[str, int]:
        """How far the buckets have come."""
        with translated(), self._engine.connect() as connection:
            return feed.heads(connection, buckets)

    def operators_of(self, device_id: UUID) -> dict[UUID, str]:
        """Who has worked at the desk, and on behalf of which care unit."""
        query = select(device_operators).where(device_operators.c.device_id == device_id)
        with translated(), self._engine.connect() as connection:
            return {row.operator_id: row.care_unit for row in connection.execute(query)}

    def ended(self, device_id: UUID, at: datetime) -> dict[UUID, datetime]:
        """The operators whose leave at the desk has been taken back, while it still matters.

        With when each was given the newest of it; always in the same order.
        """
        with translated(), self._engine.connect() as connection:
            found = admission_rows.ended(connection, [device_id], at).get(device_id, {})
        return dict(sorted(found.items()))

    def ended_at(self, device_ids: Collection[UUID], at: datetime) -> dict[UUID, frozenset[UUID]]:
        """The same for many desks, in one question; desks without any are left out."""
        with translated(), self._engine.connect() as connection:
            found = admission_rows.ended(connection, device_ids, at)
        return {device_id: frozenset(its) for device_id, its in found.items()}

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
