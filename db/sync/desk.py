"""A desk's side of the exchange: what waits, what was answered, and what the centre gives.

The desk's rows are the centre's, with the effects of its own unanswered operations on top.  When
rows come down, the operations that have to do with them are undone, and those that are still
unanswered are run again (RELIABILITY 0.4).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select

from db import access_log, operations
from db.commits import heads
from db.connect import IMMEDIATE
from db.exchange_tables import answers, cursors, held, touched
from db.faults import RowConflict, translated
from db.local import DESK_EPOCH, mark, marked
from db.store import StoreTerms
from db.sync.rounds import (
    REMOVAL,
    Diverged,
    FeedHole,
    Key,
    MassRemoval,
    Rerun,
    Round,
    of_bucket,
    stale,
)
from kundcenter.changes import Change, Changes
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.feed import (
    BucketRows,
    DeviceHeads,
    FeedRow,
    Page,
    Result,
    Verdict,
    Waiting,
)
from kundcenter.operations import Operation, decode_operation

log = logging.getLogger(__name__)

__all__ = ["Diverged", "FeedHole", "MassRemoval", "SqlLocal"]


class SqlLocal:
    """The exchange's view of a desk's file.

    `rerun` makes, from a way to open a bound store, a function that runs an operation again in
    it.  It may raise whatever a verb raises.
    """

    def __init__(
        self, engine: Engine, terms: StoreTerms, rerun: Rerun, now: Callable[[], datetime]
    ) -> None:
        self._engine = engine
        self._writers = engine.execution_options(**IMMEDIATE)
        self._terms = terms
        self._rerun = rerun
        self._now = now

    @property
    def device_id(self) -> UUID:
        return self._terms.device_id

    # -- what there is to send ---------------------------------------------------------------------

    def epoch(self) -> UUID | None:
        """The centre that this desk has spoken with, if any."""
        with translated(), self._engine.connect() as connection:
            found = marked(connection, DESK_EPOCH)
        return None if found is None else UUID(found)

    def found(self, epoch: UUID) -> None:
        """Remember which centre it is."""
        with translated(), self._writers.begin() as connection:
            mark(connection, DESK_EPOCH, str(epoch))

    def heads(self) -> DeviceHeads:
        """How far this desk's own chains have come."""
        with translated(), self._engine.connect() as connection:
            found = heads(connection, self.device_id)
        return DeviceHeads(found.operation, found.access)

    def operations(self, after: int, limit: int) -> tuple[Operation, ...]:
        """The desk's next operations after number `after`."""
        table = operations.operations
        query = (
            operations.rows.select()
            .where(table.c.device_id == self.device_id, table.c.n > after)
            .order_by(table.c.n)
            .limit(limit)
        )
        with translated(), self._engine.connect() as connection:
            return operations.rows.all(connection, query)

    def accesses(self, after: int, limit: int) -> tuple[AccessRecord, ...]:
        """The desk's next access records after number `after`."""
        table = access_log.access_log
        query = (
            access_log.rows.select()
            .where(table.c.device_id == self.device_id, table.c.n > after)
            .order_by(table.c.n)
            .limit(limit)
        )
        with translated(), self._engine.connect() as connection:
            return access_log.rows.all(connection, query)

    def waiting(self) -> Waiting:
        """How many operations have had no answer, and since when."""
        table = operations.operations
        query = select(func.count(), func.min(table.c.at)).where(
            table.c.device_id == self.device_id,
            table.c.n > select(func.coalesce(func.max(answers.c.n), 0)).scalar_subquery(),
        )
        with translated(), self._engine.connect() as connection:
            count, since = connection.execute(query).one()
        return Waiting(count, since)

    def unsettled(self) -> dict[Change, Verdict | None]:
        """The records that this desk's unsettled operations wrote, and what the centre said."""
        table = operations.operations
        query = (
            select(table.c.body, answers.c.verdict)
            .join_from(table, answers, answers.c.n == table.c.n, isouter=True)
            .where(
                table.c.device_id == self.device_id,
                answers.c.settled_at.is_(None),
                table.c.n >= select(func.coalesce(func.min(touched.c.n), 0)).scalar_subquery(),
            )
            .order_by(table.c.n)
        )
        found: dict[Change, Verdict | None] = {}
        with translated(), self._engine.connect() as connection:
            for row in connection.execute(query):
                for change in decode_operation(row.body).wrote:
                    found[change] = row.verdict
        return found

    def kept_operation(self, id: UUID) -> Operation | None:
        """An operation of this desk; None when it was made at another."""
        table = operations.operations
        query = operations.rows.select().where(
            table.c.device_id == self.device_id, table.c.id == id
        )
        with translated(), self._engine.connect() as connection:
            return next(iter(operations.rows.all(connection, query)), None)

    # -- what the centre says ----------------------------------------------------------------------

    def answered(self, results: Sequence[Result]) -> None:
        """Keep the verdicts.  What they settle is settled when the rows have come."""
        if not results:
            return
        with translated(), self._writers.begin() as connection:
            known = set(
                connection.execute(
                    select(answers.c.n).where(answers.c.n.in_([each.n for each in results]))
                ).scalars()
            )
            new = [
                {
                    "n": each.n,
                    "verdict": each.verdict,
                    "code": each.code,
                    "facts": msgspec.json.encode(each.facts, order="sorted").decode(),
                    "effect": msgspec.json.encode(each.effect, order="sorted").decode(),
                }
                for each in results
                if each.n not in known
            ]
            if new:
                connection.execute(insert(answers), new)

    def take_back(self, done: Sequence[Operation], accesses: Sequence[AccessRecord]) -> None:
        """Write this desk's own work that its file had lost, all of it at one moment.

        What it made comes in the centre's rows.  Raises RowConflict when somebody has gone on
        here meanwhile.
        """
        with translated(), self._writers.begin() as connection:
            if accesses:
                access_log.add_all(connection, accesses)
            if done:
                operations.rows.add_all(connection, done)
        log.warning(
            "brought back from the centre: %d operations, %d access records",
            len(done),
            len(accesses),
        )

    def cursors(self) -> dict[str, int]:
        """How far this desk has come in each bucket that it holds."""
        with translated(), self._engine.connect() as connection:
            return {row.bucket: row.seq for row in connection.execute(select(cursors))}

    def answered_through(self) -> int:
        """The number of the last operation whose verdict is known here."""
        with translated(), self._engine.connect() as connection:
            found: int = connection.execute(
                select(func.coalesce(func.max(answers.c.n), 0))
            ).scalar_one()
        return found

    def filling(self) -> frozenset[str]:
        """The buckets that are still being filled for the first time."""
        query = select(cursors.c.bucket).where(cursors.c.filling)
        with translated(), self._engine.connect() as connection:
            return frozenset(connection.execute(query).scalars())

    def apply(self, pages: Sequence[Page]) -> Changes:
        """Take in what the centre gave: all of it at one moment, or nothing.

        Raises FeedHole and Diverged; then the bucket has to be filled anew (`refill`).  Raises
        MassRemoval, and then a person has to look at it.
        """
        parts = [part for page in pages for part in page.buckets]
        return self._round(lambda _connection: parts)

    def refill(self, bucket: str) -> None:
        """Begin anew with a bucket: what is here stays until all of it has come.

        What an earlier refill has not come to is still to be taken away, if it is not given again.
        """
        with translated(), self._writers.begin() as connection:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO sync_held SELECT ?, entity, key, sum FROM sync_held "
                "WHERE bucket = ?",
                (stale(bucket), bucket),
            )
            connection.execute(delete(held).where(held.c.bucket == bucket))
            connection.execute(delete(cursors).where(cursors.c.bucket == bucket))
            _begin(connection, bucket)

    def allow_removal(self, bucket: str) -> None:
        """An administrator has said that most of the bucket may go, once."""
        with translated(), self._writers.begin() as connection:
            mark(connection, REMOVAL, bucket)

    def hold(self, buckets: Collection[str]) -> Changes:
        """Hold these buckets and no others.  What is in no bucket any more is taken away."""
        known = self.cursors().keys()
        gone = sorted(known - set(buckets))
        new = sorted(set(buckets) - known)
        if not gone and not new:
            return Changes()

        def changed(connection: Connection) -> Sequence[BucketRows]:
            for bucket in new:
                _begin(connection, bucket)
            lost: set[Key] = set()
            for bucket in gone:
                for name in (bucket, stale(bucket)):
                    lost |= of_bucket(connection, name)
                    connection.execute(delete(held).where(held.c.bucket == name))
                connection.execute(delete(cursors).where(cursors.c.bucket == bucket))
            return [BucketRows("", 0, 0, tuple(FeedRow(0, *key, None) for key in sorted(lost)))]

        return self._round(changed)

    def _round(self, given: Callable[[Connection], Sequence[BucketRows]]) -> Changes:
        """One round in one transaction; if two rows collide, with every operation undone."""
        try:
            return self._turn(given, every=False)
        except RowConflict:  # a row of an operation that seemed to have nothing to do with it
            return self._turn(given, every=True)

    def _turn(self, given: Callable[[Connection], Sequence[BucketRows]], *, every: bool) -> Changes:
        with translated(), self._writers.begin() as connection:
            parts = given(connection)
            return Round(connection, self._terms, self._rerun).take_in(
                parts, self._now(), every=every
            )


def _begin(connection: Connection, bucket: str) -> None:
    connection.execute(
        insert(cursors), {"bucket": bucket, "seq": 0, "size": 0, "total": "0", "filling": True}
    )
