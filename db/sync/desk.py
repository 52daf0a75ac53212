"""A desk's side of the exchange: what waits, what was answered, and what the centre gives.

The desk's rows are the centre's, with the effects of its own unanswered operations on top.  When
rows come down, the operations that have to do with them are undone, and those that are still
unanswered are run again (RELIABILITY 0.4).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Engine, func, insert, select

from db import access_log, operations
from db.commits import heads
from db.connect import IMMEDIATE
from db.exchange_tables import answers, cursors, touched
from db.faults import RowConflict, translated
from db.local import DESK_EPOCH, mark, marked
from db.store import StoreTerms
from db.sync import holding, refounding, removal, restoring
from db.sync.holding import Key
from db.sync.look_over import LookOver
from db.sync.rounds import LAPSED, Rerun, Round
from kundcenter.changes import Changes
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.feed import (
    BucketRows,
    DeviceHeads,
    Diverged,
    FeedHole,
    FeedRow,
    Mark,
    MassRemoval,
    Mended,
    Page,
    Result,
    Waiting,
)
from kundcenter.domain.link import Removal, Unsettled
from kundcenter.domain.tickets import Ticket
from kundcenter.operations import Operation, decode_operation

log = logging.getLogger(__name__)

__all__ = ["Diverged", "FeedHole", "MassRemoval", "SqlLocal"]

Given = Callable[[Connection], Sequence[BucketRows]]


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
        self._looking = LookOver(engine, terms.device_id, now)

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
            refounding.found(connection, epoch, self.device_id)

    def alone(self) -> int | None:
        """The last operation from before this desk heard of a centre, if that is known."""
        with translated(), self._engine.connect() as connection:
            return refounding.alone(connection)

    def go_over(self, epoch: UUID, head: int, stands: Mapping[str, Mark] | None) -> None:
        """The centre was put back in time and knows this desk's work up to number `head`.

        What it said of later work is forgotten, all at one moment, and buckets that do not stand
        as in `stands` are filled anew beside what is here.  Without `stands` that shows later.
        """
        with translated(), self._writers.begin() as connection:
            refounding.forget(connection, epoch, head, self.device_id)
            if stands is not None:
                for bucket in refounding.otherwise(connection, stands):
                    holding.begin_anew(connection, bucket)

    def resending(self) -> bool:
        """Whether the centre is still to be told again what it has forgotten."""
        with translated(), self._engine.connect() as connection:
            return refounding.resending(connection)

    def told_before(self, numbers: Sequence[int]) -> tuple[Result, ...]:
        """What the centre had said of these operations before it forgot them."""
        with translated(), self._engine.connect() as connection:
            return refounding.said(connection, numbers)

    def tickets_for(self, opened: Sequence[Operation]) -> tuple[Ticket, ...]:
        """The tickets by which these sessions were opened."""
        with translated(), self._engine.connect() as connection:
            return refounding.tickets_for(connection, opened)

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

    def unsettled(self) -> tuple[Unsettled, ...]:
        """This desk's operations whose rows have not come, and what the centre said of them."""
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
        with translated(), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        told = ((decode_operation(row.body), row.verdict) for row in rows)
        return tuple(Unsettled(each.kind, each.wrote, verdict) for each, verdict in told)

    def facts_of(self, n: int) -> dict[str, str]:
        """What the centre said beside its verdict on an operation of this desk."""
        query = select(answers.c.facts).where(answers.c.n == n)
        with translated(), self._engine.connect() as connection:
            found = connection.execute(query).scalar()
        return {} if found is None else msgspec.json.decode(found, type=dict[str, str])

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
                refounding.answered(connection, [each.n for each in results])

    def take_back(self, done: Sequence[Operation], accesses: Sequence[AccessRecord]) -> None:
        """Write this desk's own work that its file had lost, all of it at one moment.

        What it made comes in the centre's rows.  Raises RowConflict when somebody has gone on
        here meanwhile.
        """
        with translated(), self._writers.begin() as connection:
            if accesses:
                access_log.add_all(connection, accesses)
            if done:
                operations.take_back(connection, self.device_id, done)
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

    def refill(self, bucket: str, *, lapsed: bool = False) -> None:
        """Begin anew with a bucket: what is here stays until all of it has come.

        What an earlier refill has not come to is still to be taken away, if it is not given again.
        `lapsed`: the desk was away for longer than the feed reaches back, so that much of what is
        here may be past by now.
        """
        with translated(), self._writers.begin() as connection:
            holding.begin_anew(connection, bucket)
            if lapsed:
                mark(connection, f"{LAPSED} {bucket}", "1")

    def slices(self, bucket: str) -> tuple[int, ...]:
        """The sums of the bucket's slices, as it is held here."""
        with translated(), self._engine.connect() as connection:
            return holding.slices(connection, bucket)

    def mend(self, mended: Sequence[Mended], others: Sequence[BucketRows]) -> Changes:
        """Take in what differed, and what follows in other buckets; one moment, or nothing.

        Raises as `apply`, and RowConflict when the rows do not fit one another.
        """
        return self._round(lambda _connection: others, mended)

    def look_over(self) -> bool:
        """Look at a few rows, whether they are what was given; returns whether there are more."""
        return self._looking.bite()

    def look_over_all(self) -> int:
        """Look at all rows; returns how many are not what was given."""
        return self._looking.all()

    def removals(self) -> tuple[Removal, ...]:
        """What would go, and waits for an administrator's word."""
        with translated(), self._engine.connect() as connection:
            return removal.asked(connection)

    def allow_removal(self, bucket: str, most: int | None = None) -> None:
        """An administrator has said that the bucket may lose so many rows, or any number, once."""
        with translated(), self._writers.begin() as connection:
            removal.allow(connection, bucket, most)

    def hold(self, buckets: Collection[str], care_unit: str = "") -> Changes:
        """Hold these buckets and no others.  What is in no bucket any more is taken away.

        `care_unit` is the desk's own, as the centre tells it.  A large bucket that every desk of
        the unit has stays until an administrator has said that it may go.
        """
        known = self.cursors().keys()
        gone = known - set(buckets)
        new = sorted(set(buckets) - known)

        def changed(connection: Connection) -> Sequence[BucketRows]:
            for bucket in new:
                holding.begin(connection, bucket)
            lost: set[Key] = set()
            rows = {bucket: holding.count(connection, bucket) for bucket in gone}
            for bucket in gone - removal.kept_back(connection, rows, buckets, care_unit):
                lost |= holding.let_go(connection, bucket)
            return [BucketRows("", 0, 0, tuple(FeedRow(0, *key, None) for key in sorted(lost)))]

        with translated(), self._engine.connect() as connection:
            same = removal.is_settled(connection, care_unit)
        return Changes() if same and not gone and not new else self._round(changed)

    def _round(self, given: Given, mended: Sequence[Mended] = ()) -> Changes:
        """One round in one transaction; if two rows collide, with every operation undone."""
        try:
            try:
                return self._turn(given, mended, every=False)
            except RowConflict:  # a row of an operation that seemed to have nothing to do with it
                return self._turn(given, mended, every=True)
        except MassRemoval as error:
            self._ask(error)
            raise
        except (RowConflict, ValueError):  # what is here is perhaps not what was given
            self._looking.again()
            raise

    def _turn(self, given: Given, mended: Sequence[Mended], *, every: bool) -> Changes:
        with translated(), self._writers.begin() as connection:
            parts = given(connection)
            removal.settle(connection, {part.bucket for part in parts}, whole=False)
            changes = Round(connection, self._terms, self._rerun).take_in(
                parts, self._now(), every=every, mended=mended
            )
            if every:
                restoring.count_anew(connection)
        return changes

    def _ask(self, error: MassRemoval) -> None:
        """Remember what waits for an administrator."""
        bucket, count = str(error.facts["bucket"]), error.facts["count"]
        with translated(), self._writers.begin() as connection:
            size = holding.count(connection, bucket)
            removal.ask(connection, Removal(bucket, int(str(count)), size))
