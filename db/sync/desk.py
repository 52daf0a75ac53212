"""A desk's side of the exchange: what waits, what was answered, and what the centre gives.

The desk's rows are the centre's, with the effects of its own unanswered operations on top.  When
rows come down, the operations that have to do with them are undone, and those that are still
unanswered are run again (RELIABILITY 0.4).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from db import access_log, operations
from db.bound import BoundStore
from db.commits import heads
from db.connect import IMMEDIATE
from db.exchange_tables import answers, before, cursors, held, touched
from db.faults import RowConflict, translated
from db.local import mark, marked
from db.store import StoreTerms
from db.sync import restoring, touches
from db.sync.groups import connected
from db.sync.images import TABLES, row_of
from db.sync.news import change_of
from kundcenter.changes import Change, Changes
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.feed import (
    MODULO,
    BucketRows,
    DeviceHeads,
    FeedRow,
    Mark,
    Page,
    Result,
    Verdict,
    Waiting,
    row_sum,
)
from kundcenter.errors import Conflict, KundcenterError, Unavailable
from kundcenter.operations import Operation, decode_operation
from kundcenter.ports import Store

log = logging.getLogger(__name__)

EPOCH = "sync_epoch"
Key = tuple[str, str]
Rerun = Callable[[Callable[..., Store]], Callable[[Operation], None]]


class FeedHole(Conflict):
    """Numbers are missing in what the centre gave.  Facts: bucket."""

    code = "sync.hole"


class Diverged(Conflict):
    """The rows here do not add up to what the centre says.  Facts: bucket, mine, its."""

    code = "sync.diverged"


@dataclass(slots=True)
class _Round:
    """What one application of pages has to do."""

    given: dict[Key, dict[str, Any] | None] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    changes: dict[Change, None] = field(default_factory=dict)


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
            found = marked(connection, EPOCH)
        return None if found is None else UUID(found)

    def found(self, epoch: UUID) -> None:
        """Remember which centre it is."""
        with translated(), self._writers.begin() as connection:
            mark(connection, EPOCH, str(epoch))

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

    def cursors(self) -> dict[str, int]:
        """How far this desk has come in each bucket that it holds."""
        with translated(), self._engine.connect() as connection:
            return {row.bucket: row.seq for row in connection.execute(select(cursors))}

    def filling(self) -> frozenset[str]:
        """The buckets that are still being filled for the first time."""
        query = select(cursors.c.bucket).where(cursors.c.filling)
        with translated(), self._engine.connect() as connection:
            return frozenset(connection.execute(query).scalars())

    def apply(self, pages: Sequence[Page]) -> Changes:
        """Take in what the centre gave: all of it at one moment, or nothing.

        Raises FeedHole and Diverged; then the bucket has to be filled anew (`refill`).
        """
        parts = [part for page in pages for part in page.buckets]
        try:
            return self._apply(parts, every=False)
        except RowConflict:  # a row of an operation that seemed to have nothing to do with it
            return self._apply(parts, every=True)

    def refill(self, bucket: str) -> None:
        """Begin anew with a bucket: what is here stays until all of it has come."""
        with translated(), self._writers.begin() as connection:
            stale = f"stale {bucket}"
            connection.execute(delete(held).where(held.c.bucket == stale))
            connection.execute(update(held).where(held.c.bucket == bucket).values(bucket=stale))
            connection.execute(delete(cursors).where(cursors.c.bucket == bucket))
            _begin(connection, bucket)

    def hold(self, buckets: Collection[str]) -> Changes:
        """Hold these buckets and no others.  What is in no bucket any more is taken away."""
        with translated(), self._writers.begin() as connection:
            known = set(connection.execute(select(cursors.c.bucket)).scalars())
            for bucket in sorted(set(buckets) - known):
                _begin(connection, bucket)
            gone = sorted(known - set(buckets))
            found: set[Key] = set()
            for bucket in gone:
                found |= _of_bucket(connection, bucket)
                connection.execute(delete(held).where(held.c.bucket == bucket))
                connection.execute(delete(cursors).where(cursors.c.bucket == bucket))
        lost = [BucketRows("", 0, 0, tuple(FeedRow(0, *key, None) for key in sorted(found)))]
        return self._apply(lost, every=False) if found else Changes()

    # -- one round ---------------------------------------------------------------------------------

    def _apply(self, parts: Sequence[BucketRows], *, every: bool) -> Changes:
        with translated(), self._writers.begin() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            work = _Round()
            reached = self._count(connection, parts, work)
            work.settled = _settled(connection, reached)
            done = self._operations(connection)
            things = _things(connection, done)
            seeds: list[Hashable] = [*work.settled, *work.given]
            seeds += [change_of(entity, key, body) for (entity, key), body in work.given.items()]
            dirty = frozenset(things) if every else connected(things, seeds)
            with touches.unwatched(connection):
                self._put(connection, work, dirty)
            self._run_again(connection, [done[n] for n in sorted(dirty - work.settled)])
            if work.settled:
                connection.execute(
                    update(answers)
                    .where(answers.c.n.in_(sorted(work.settled)))
                    .values(settled_at=self._now())
                )
        return Changes(tuple(work.changes))

    def _count(
        self, connection: Connection, parts: Sequence[BucketRows], work: _Round
    ) -> dict[str, int]:
        """Move the cursors, and see that nothing is missing and that the sums agree.

        What the parts give is gathered in `work.given`; a row that has left one bucket but is in
        another stays.
        """
        now = {
            row.bucket: [row.seq, row.size, int(row.total), row.filling]
            for row in connection.execute(select(cursors))
        }
        left: set[Key] = set()
        for part in parts:
            if not part.bucket:  # taken from us, bucket and all
                left.update((row.entity, row.key) for row in part.rows)
                continue
            state = now[part.bucket]
            if part.after != state[0] or not (part.whole or _dense(part)):
                raise FeedHole(bucket=part.bucket)
            sums = _sums(connection, part)
            for row in part.rows:
                key = (row.entity, row.key)
                if row.entity not in TABLES:
                    continue  # of a later program: it asks for them when it has come here
                old = sums.get(key)
                new = None if row.body is None else row_sum(row.entity, row.key, row.body)
                state[1] += (new is not None) - (old is not None)
                state[2] = (state[2] + (new or 0) - (old or 0)) % MODULO
                sums[key] = new
                if row.body is None:
                    left.add(key)
                    work.given.pop(key, None)
                else:
                    left.discard(key)
                    work.given[key] = row.body
            _keep_sums(connection, part.bucket, sums)
            state[0] = part.through
            if part.mark is not None:
                mine = Mark(state[0], state[1], state[2])
                if mine != part.mark:
                    raise Diverged(bucket=part.bucket, mine=str(mine), its=str(part.mark))
                if state[3]:
                    left |= _stale(connection, part.bucket)
                    state[3] = False
        for bucket, (seq, count, total, filling) in now.items():
            connection.execute(
                _MOVE,
                {
                    "b_bucket": bucket,
                    "seq": seq,
                    "size": count,
                    "total": str(total),
                    "filling": filling,
                },
            )
        for key in left:
            if not _is_held(connection, key):
                work.given[key] = None
        return {bucket: state[0] for bucket, state in now.items()}

    def _operations(self, connection: Connection) -> dict[int, Operation]:
        """The operations that have touched rows and are not settled."""
        table = operations.operations
        query = operations.rows.select().where(
            table.c.device_id == self.device_id,
            table.c.n.in_(select(touched.c.n).distinct()),
        )
        return {each.n: each for each in operations.rows.all(connection, query)}

    def _put(self, connection: Connection, work: _Round, dirty: frozenset[int]) -> None:
        """Make the rows what the centre says, under what is still unanswered."""
        targets: dict[Key, dict[str, Any] | None] = {}
        if dirty:
            query = (
                select(before)
                .join(
                    touched,
                    (touched.c.entity == before.c.entity) & (touched.c.key == before.c.key),
                )
                .where(touched.c.n.in_(sorted(dirty)))
            )
            for each in connection.execute(query).all():
                kept = each.row and restoring.as_kept(connection, each.entity, each.row)
                targets[each.entity, each.key] = kept
                connection.execute(_FORGET, {"b_entity": each.entity, "b_key": each.key})
            connection.execute(delete(touched).where(touched.c.n.in_(sorted(dirty))))
        for (entity, key), body in work.given.items():
            targets[entity, key] = None if body is None else row_of(entity, body)
        differ: dict[Key, dict[str, Any] | None] = {}
        there: set[Key] = set()
        for (entity, key), wanted in targets.items():
            mine = restoring.row_at(connection, entity, key)
            if mine != wanted:
                differ[entity, key] = wanted
                if mine is not None:
                    there.add((entity, key))
                work.changes[change_of(entity, key, work.given.get((entity, key)))] = None
        with restoring.guards_down(connection, {entity for entity, _ in there}):
            for (entity, key), wanted in differ.items():
                if wanted is None:
                    restoring.remove(connection, entity, key)
            for (entity, key), wanted in differ.items():
                if wanted is not None:
                    restoring.put(connection, entity, key, wanted)

    def _run_again(self, connection: Connection, remaining: Sequence[Operation]) -> None:
        if not remaining:
            return

        def bound(source: Callable[[], Any]) -> Store:
            store: Store = BoundStore(connection, source, self._terms, record=False)
            return store

        again = self._rerun(bound)
        for operation in remaining:
            try:
                with connection.begin_nested():
                    again(operation)
            except Unavailable:
                raise
            except (KundcenterError, ValueError):  # the centre will say the same
                log.info("an unanswered operation does not fit any more: %s", operation.kind)
            touches.claim(connection, operation.n)


_MOVE = (
    update(cursors)
    .where(cursors.c.bucket == bindparam("b_bucket"))
    .values(
        seq=bindparam("seq"),
        size=bindparam("size"),
        total=bindparam("total"),
        filling=bindparam("filling"),
    )
)
_FORGET = delete(before).where(
    before.c.entity == bindparam("b_entity"), before.c.key == bindparam("b_key")
)


def _begin(connection: Connection, bucket: str) -> None:
    connection.execute(
        insert(cursors), {"bucket": bucket, "seq": 0, "size": 0, "total": "0", "filling": True}
    )


def _dense(part: BucketRows) -> bool:
    return [row.seq for row in part.rows] == list(range(part.after + 1, part.through + 1))


def _settled(connection: Connection, reached: Mapping[str, int]) -> set[int]:
    """The operations whose verdict is the last word, and whose rows have come."""
    query = select(answers.c.n, answers.c.verdict, answers.c.effect).where(
        answers.c.settled_at.is_(None)
    )
    found = set()
    for row in connection.execute(query):
        effect: dict[str, int] = msgspec.json.decode(row.effect)
        come = all(reached.get(bucket, -1) >= seq for bucket, seq in effect.items())
        if row.verdict is Verdict.REJECTED or (row.verdict is Verdict.APPLIED and come):
            found.add(row.n)
    return found


def _things(connection: Connection, done: Mapping[int, Operation]) -> dict[int, set[Hashable]]:
    """What each of the operations read and wrote: records, and rows."""
    things: dict[int, set[Hashable]] = {n: {*each.read, *each.wrote} for n, each in done.items()}
    for row in connection.execute(select(touched)):
        if row.n in things:
            things[row.n].add((row.entity, row.key))
    return things


def _sums(connection: Connection, part: BucketRows) -> dict[Key, int | None]:
    """What the rows that the part tells of have added to the bucket's sum so far."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for row in part.rows:
        wanted[row.entity].append(row.key)
    found: dict[Key, int | None] = {}
    for entity, keys in wanted.items():
        for start in range(0, len(keys), 500):
            query = select(held.c.key, held.c.sum).where(
                held.c.bucket == part.bucket,
                held.c.entity == entity,
                held.c.key.in_(keys[start : start + 500]),
            )
            found.update({(entity, each.key): int(each.sum) for each in connection.execute(query)})
    return found


def _keep_sums(connection: Connection, bucket: str, sums: Mapping[Key, int | None]) -> None:
    """Write what each row adds now."""
    if not sums:
        return
    rows = [
        {"bucket": bucket, "entity": entity, "key": key, "sum": None if x is None else str(x)}
        for (entity, key), x in sums.items()
    ]
    connection.exec_driver_sql(
        "DELETE FROM sync_held WHERE bucket = ? AND entity = ? AND key = ?",
        [(row["bucket"], row["entity"], row["key"]) for row in rows],
    )
    stand = [row for row in rows if row["sum"] is not None]
    if stand:
        connection.execute(insert(held), stand)


def _of_bucket(connection: Connection, bucket: str) -> set[Key]:
    query = select(held.c.entity, held.c.key).where(held.c.bucket == bucket)
    return {(row.entity, row.key) for row in connection.execute(query)}


def _stale(connection: Connection, bucket: str) -> set[Key]:
    """The rows that were in the bucket before it was filled anew; they are forgotten now."""
    stale = f"stale {bucket}"
    found = _of_bucket(connection, stale)
    connection.execute(delete(held).where(held.c.bucket == stale))
    return found


def _is_held(connection: Connection, key: Key) -> bool:
    entity, its = key
    query = select(held.c.bucket).where(held.c.entity == entity, held.c.key == its)
    return connection.execute(query).first() is not None
