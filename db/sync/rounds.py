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
from sqlalchemy import Connection, bindparam, delete, select, update

from db import operations
from db.bound import BoundStore
from db.exchange_tables import answers, before, cursors, touched
from db.local import mark, marked
from db.store import StoreTerms
from db.supervision.cell_keeping import SqlFigureKeeping
from db.sync import aside, holding, mending, removal, restoring, touches
from db.sync.groups import connected
from db.sync.holding import Key, Shapes, Share
from db.sync.news import change_of
from db.sync.seen_to import seen_to
from kundcenter.changes import Change, Changes
from kundcenter.domain.feed import (
    MODULO,
    BucketRows,
    Diverged,
    FeedHole,
    Mark,
    MassRemoval,
    Mended,
    Verdict,
)
from kundcenter.errors import Unavailable
from kundcenter.operations import Operation
from kundcenter.ports import Store

log = logging.getLogger(__name__)

LAPSED = "sync_lapsed"  # the mark of a bucket that is filled anew after a long absence
Rerun = Callable[[Callable[..., Store]], Callable[[Operation], None]]


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
        # By bucket: a row may leave one at the very moment at which it comes into another.
        self._told: dict[Key, dict[str, dict[str, Any]]] = defaultdict(dict)
        self._shapes = Shapes(connection)
        self._changes: dict[Change, None] = {}

    def take_in(
        self,
        parts: Sequence[BucketRows],
        at: datetime,
        *,
        every: bool,
        mended: Sequence[Mended] = (),
    ) -> Changes:
        """Make the desk's rows those of the moment that the parts, and what is mended, lead to.

        Raises FeedHole, Diverged, MassRemoval, RowConflict (then with `every`).
        """
        self._on.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        settled = _settled(self._on, self._count(parts, mended))
        self._given = aside.sorted_out(self._on, self._given)
        settled |= seen_to(self._on, self._given, self._terms.device_id)
        done = self._operations()
        things = _things(self._on, done)
        seeds: list[Hashable] = [*settled, *self._given]
        seeds += [change_of(entity, key, body) for (entity, key), body in self._given.items()]
        dirty = frozenset(things) if every else connected(things, seeds)
        with touches.unwatched(self._on):
            self._put(dirty, at)
        self._run_again([done[n] for n in sorted(dirty - settled)])
        if settled:
            self._on.execute(
                update(answers).where(answers.c.n.in_(sorted(settled))).values(settled_at=at)
            )
        return Changes(tuple(self._changes))

    def _count(self, parts: Sequence[BucketRows], mended: Sequence[Mended]) -> dict[str, int]:
        """Move the cursors, and see that nothing is missing and that the sums agree.

        What the parts give is gathered; a row that has left one bucket but is in another stays.
        """
        now = {
            row.bucket: [row.seq, row.size, int(row.total), row.filling]
            for row in self._on.execute(select(cursors))
        }
        left: set[Key] = set()
        large = {bucket: state[1] for bucket, state in now.items()}
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
                    forgotten = holding.forgotten(self._on, part.bucket)
                    large[part.bucket] = len(forgotten)
                    fewer[part.bucket].gone = forgotten - holding.of_bucket(self._on, part.bucket)
                    fewer[part.bucket].lapsed = self._lapsed(part)
                    left |= forgotten
                    state[3] = False
        told = {key: [*bodies.values()] for key, bodies in self._told.items() if bodies}
        self._given |= {key: bodies[-1] for key, bodies in told.items()}  # the same in all of them
        for each in mended:
            now[each.bucket] = self._mend(each, left, fewer[each.bucket])
        for bucket, size in large.items():
            self._must_be_meant(bucket, size, fewer[bucket].count)
        for bucket, (seq, count, total, filling) in now.items():
            holding.move(self._on, bucket, seq=seq, size=count, total=str(total), filling=filling)
        for key in left:
            if not holding.is_held(self._on, key):
                self._given[key] = None
        return {bucket: state[0] for bucket, state in now.items()}

    def _must_be_meant(self, bucket: str, size: int, gone: int) -> None:
        """Raise MassRemoval when most of a large bucket goes, unless somebody has said it may."""
        if not removal.may_go(self._on, bucket, size, gone):
            raise MassRemoval(bucket=bucket, count=gone)

    def _mend(self, each: Mended, left: set[Key], fewer: _Fewer) -> list[Any]:
        """Hold what the centre gave where the two differed; returns the bucket's new state."""
        found = mending.mend(self._on, each)
        self._given.update(found.given)
        left |= found.gone
        left -= found.given.keys()
        fewer.gone |= found.gone
        mine = Mark(each.mark.seq, found.size, found.total)
        if mine != each.mark:
            raise Diverged(bucket=each.bucket, mine=str(mine), its=str(each.mark))
        return [mine.seq, mine.count, mine.total, False]

    def _lapsed(self, part: BucketRows) -> int:
        """How many rows may be gone because they have become old while the desk was away."""
        name = f"{LAPSED} {part.bucket}"
        if not marked(self._on, name):
            return 0
        mark(self._on, name, "")
        return part.past

    def _gather(self, part: BucketRows, state: list[Any], left: set[Key], fewer: _Fewer) -> None:
        """Note the rows of one part, and what they add to the size and the sum in `state`."""
        keys = [(row.entity, row.key) for row in part.rows]
        sums: dict[Key, int | None] = {**holding.sums_of(self._on, part.bucket, keys)}
        shares: dict[Key, Share | None] = {}
        for key, row in zip(keys, part.rows, strict=True):
            old = sums.get(key)
            share = None if row.body is None else self._shapes.share(*key, row.body)
            new = None if share is None else share.sum
            state[1] += (new is not None) - (old is not None)
            state[2] = (state[2] + (new or 0) - (old or 0)) % MODULO
            sums[key], shares[key] = new, share
            fewer.note(key, old is not None, new is not None)
            (fewer.aged.add if row.past else fewer.aged.discard)(key)
            if row.body is None:
                left.add(key)
                self._told[key].pop(part.bucket, None)
            else:
                left.discard(key)
                self._told[key][part.bucket] = row.body
        holding.keep(self._on, part.bucket, shares)

    def _operations(self) -> dict[int, Operation]:
        """The operations that have touched rows and are not settled."""
        table = operations.operations
        query = operations.rows.select().where(
            table.c.device_id == self._terms.device_id,
            table.c.n.in_(select(touched.c.n).distinct()),
        )
        return {each.n: each for each in operations.rows.all(self._on, query)}

    def _put(self, dirty: frozenset[int], at: datetime) -> None:
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
        targets.update(self._given)
        if None in self._given.values():
            SqlFigureKeeping(self._on, lambda: at).before_leaving()
        for (entity, key), row in restoring.make_so(self._on, targets).items():
            self._changes[change_of(entity, key, row)] = None

    def _run_again(self, remaining: Sequence[Operation]) -> None:
        if not remaining:
            return

        def bound(source: Callable[[], Any]) -> Store:
            store: Store = BoundStore(self._on, source, self._terms, record=None)
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
                touches.loosen(self._on, operation.n, operation.id)  # it may fit other rows
            touches.claim(self._on, operation.n)


@dataclass(slots=True)
class _Fewer:
    """The rows of a bucket that were there before the round and are not after it."""

    gone: set[Key] = field(default_factory=set)
    come: set[Key] = field(default_factory=set)
    aged: set[Key] = field(default_factory=set)  # they left because they are old
    lapsed: int = 0

    @property
    def count(self) -> int:
        """How many are gone that nobody would expect to go."""
        return max(0, len(self.gone - self.aged) - self.lapsed)

    def note(self, key: Key, before: bool, after: bool) -> None:
        """A row was there or not, and is or is not."""
        if before and not after:
            (self.come.discard if key in self.come else self.gone.add)(key)
        elif after and not before:
            (self.gone.discard if key in self.gone else self.come.add)(key)


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
