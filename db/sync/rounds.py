"""Take in what the centre gave: one moment, under the desk's own unanswered operations.

The operations that have to do with a row that came are undone, the rows are made what the centre
says, and those operations that are still unanswered are run again (RELIABILITY 0.4).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from db import operations
from db.bound import BoundStore
from db.exchange_tables import answers, before, cursors, held, touched
from db.local import mark, marked
from db.store import StoreTerms
from db.sync import restoring, touches
from db.sync.groups import connected
from db.sync.images import TABLES, row_of
from db.sync.news import change_of
from kundcenter.changes import Change, Changes
from kundcenter.domain.feed import MODULO, BucketRows, Mark, Verdict, row_sum
from kundcenter.errors import Conflict, Unavailable
from kundcenter.operations import Operation
from kundcenter.ports import Store

log = logging.getLogger(__name__)

Key = tuple[str, str]
LARGE = 100  # rows of a bucket: of fewer, any part may go
REMOVAL = "sync_removal"  # the mark that names the bucket of which most may go, once
Rerun = Callable[[Callable[..., Store]], Callable[[Operation], None]]


class FeedHole(Conflict):
    """Numbers are missing in what the centre gave.  Facts: bucket."""

    code = "sync.hole"


class Diverged(Conflict):
    """The rows here do not add up to what the centre says.  Facts: bucket, mine, its."""

    code = "sync.diverged"


class MassRemoval(Conflict):
    """More than half of a large bucket would go at once.  Facts: bucket, count (how many rows).

    Nothing has been changed.  An administrator says that it is meant (`SqlLocal.allow_removal`).
    """

    code = "sync.mass_removal"


class Round:
    """One application of what was given, in a transaction of the desk's file.

    `every` undoes and runs again all that is unanswered, also what seems to have nothing to do
    with the rows: two rows may stand in each other's way without one naming the other.
    """

    def __init__(self, connection: Connection, terms: StoreTerms, rerun: Rerun) -> None:
        self._on = connection
        self._terms = terms
        self._rerun = rerun
        self._given: dict[Key, dict[str, Any] | None] = {}
        self._changes: dict[Change, None] = {}

    def take_in(self, parts: Sequence[BucketRows], at: datetime, *, every: bool) -> Changes:
        """Make the desk's rows those of the moment that the parts lead to.

        Raises FeedHole, Diverged, RowConflict (then with `every`).
        """
        self._on.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        settled = _settled(self._on, self._count(parts))
        done = self._operations()
        things = _things(self._on, done)
        seeds: list[Hashable] = [*settled, *self._given]
        seeds += [change_of(entity, key, body) for (entity, key), body in self._given.items()]
        dirty = frozenset(things) if every else connected(things, seeds)
        with touches.unwatched(self._on):
            self._put(dirty)
        self._run_again([done[n] for n in sorted(dirty - settled)])
        if settled:
            self._on.execute(
                update(answers).where(answers.c.n.in_(sorted(settled))).values(settled_at=at)
            )
        return Changes(tuple(self._changes))

    def _count(self, parts: Sequence[BucketRows]) -> dict[str, int]:
        """Move the cursors, and see that nothing is missing and that the sums agree.

        What the parts give is gathered; a row that has left one bucket but is in another stays.
        """
        now = {
            row.bucket: [row.seq, row.size, int(row.total), row.filling]
            for row in self._on.execute(select(cursors))
        }
        left: set[Key] = set()
        large = {bucket: state[1] for bucket, state in now.items() if state[1] > LARGE}
        fewer: dict[str, _Fewer] = defaultdict(_Fewer)
        for part in parts:
            if not part.bucket:  # taken from us, bucket and all
                left.update((row.entity, row.key) for row in part.rows)
                continue
            state = now[part.bucket]
            if part.after != state[0] or not (part.whole or _dense(part)):
                raise FeedHole(bucket=part.bucket)
            self._gather(part, state, left, fewer[part.bucket])
            state[0] = part.through
            if part.mark is not None:
                mine = Mark(state[0], state[1], state[2])
                if mine != part.mark:
                    raise Diverged(bucket=part.bucket, mine=str(mine), its=str(part.mark))
                if state[3]:
                    forgotten = _forgotten(self._on, part.bucket)
                    if len(forgotten) > LARGE:
                        large[part.bucket] = len(forgotten)
                    fewer[part.bucket].gone = forgotten - of_bucket(self._on, part.bucket)
                    left |= forgotten
                    state[3] = False
        for bucket, size in large.items():
            self._must_be_meant(bucket, size, len(fewer[bucket].gone))
        for bucket, (seq, count, total, filling) in now.items():
            moved = {"seq": seq, "size": count, "total": str(total), "filling": filling}
            self._on.execute(_MOVE, {"b_bucket": bucket, **moved})
        for key in left:
            if not _is_held(self._on, key):
                self._given[key] = None
        return {bucket: state[0] for bucket, state in now.items()}

    def _must_be_meant(self, bucket: str, size: int, gone: int) -> None:
        """Raise MassRemoval when most of a large bucket goes, unless somebody has said it may."""
        if gone * 2 <= size:
            return
        if marked(self._on, REMOVAL) != bucket:
            raise MassRemoval(bucket=bucket, count=gone)
        mark(self._on, REMOVAL, "")  # once
        log.warning("most of a bucket goes, as was allowed: %d rows", gone)

    def _gather(self, part: BucketRows, state: list[Any], left: set[Key], fewer: _Fewer) -> None:
        """Note the rows of one part, and what they add to the size and the sum in `state`."""
        sums = _sums(self._on, part)
        for row in part.rows:
            key = (row.entity, row.key)
            if row.entity not in TABLES:
                continue  # of a later program: it asks for them when it has come here
            old = sums.get(key)
            new = None if row.body is None else row_sum(row.entity, row.key, row.body)
            state[1] += (new is not None) - (old is not None)
            state[2] = (state[2] + (new or 0) - (old or 0)) % MODULO
            sums[key] = new
            fewer.note(key, old is not None, new is not None)
            if row.body is None:
                left.add(key)
                self._given.pop(key, None)
            else:
                left.discard(key)
                self._given[key] = row.body
        _keep_sums(self._on, part.bucket, sums)

    def _operations(self) -> dict[int, Operation]:
        """The operations that have touched rows and are not settled."""
        table = operations.operations
        query = operations.rows.select().where(
            table.c.device_id == self._terms.device_id,
            table.c.n.in_(select(touched.c.n).distinct()),
        )
        return {each.n: each for each in operations.rows.all(self._on, query)}

    def _put(self, dirty: frozenset[int]) -> None:
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
            for each in self._on.execute(query).all():
                kept = each.row and restoring.as_kept(self._on, each.entity, each.row)
                targets[each.entity, each.key] = kept
                self._on.execute(_FORGET, {"b_entity": each.entity, "b_key": each.key})
            self._on.execute(delete(touched).where(touched.c.n.in_(sorted(dirty))))
        for (entity, key), body in self._given.items():
            targets[entity, key] = None if body is None else row_of(entity, body)
        for (entity, key), row in restoring.make_so(self._on, targets).items():
            self._changes[change_of(entity, key, row)] = None

    def _run_again(self, remaining: Sequence[Operation]) -> None:
        if not remaining:
            return

        def bound(source: Callable[[], Any]) -> Store:
            store: Store = BoundStore(self._on, source, self._terms, record=False)
            return store

        again = self._rerun(bound)
        for operation in remaining:
            try:
                with self._on.begin_nested():
                    again(operation)
            except Unavailable:
                raise
            except Exception as error:  # the centre judges it; here it may not keep out all others
                log.info(
                    "an unanswered operation does not fit any more: %s %s",
                    operation.kind,
                    type(error).__name__,
                )
            touches.claim(self._on, operation.n)


@dataclass(slots=True)
class _Fewer:
    """The rows of a bucket that were there before the round and are not after it."""

    gone: set[Key] = field(default_factory=set)
    come: set[Key] = field(default_factory=set)

    def note(self, key: Key, before: bool, after: bool) -> None:
        """A row was there or not, and is or is not."""
        if before and not after:
            (self.come.discard if key in self.come else self.gone.add)(key)
        elif after and not before:
            (self.gone.discard if key in self.gone else self.come.add)(key)


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
        # What came of it in the buckets of others never comes here.
        come = all(reached.get(bucket, seq) >= seq for bucket, seq in effect.items())
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


def of_bucket(connection: Connection, bucket: str) -> set[Key]:
    """The rows that are held for the bucket."""
    query = select(held.c.entity, held.c.key).where(held.c.bucket == bucket)
    return {(row.entity, row.key) for row in connection.execute(query)}


def _forgotten(connection: Connection, bucket: str) -> set[Key]:
    """The rows that were in the bucket before it was filled anew; they are forgotten now."""
    found = of_bucket(connection, stale(bucket))
    connection.execute(delete(held).where(held.c.bucket == stale(bucket)))
    return found


def stale(bucket: str) -> str:
    """The name under which the rows of a bucket are held that is being filled anew."""
    return f"stale {bucket}"


def _is_held(connection: Connection, key: Key) -> bool:
    entity, its = key
    query = select(held.c.bucket).where(held.c.entity == entity, held.c.key == its)
    return connection.execute(query).first() is not None
