"""Which rows of the centre's a desk holds, bucket by bucket, and what each adds to its sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from db.exchange_tables import cursors, held, shapes
from kundcenter.domain.feed import MODULO, SLICES, row_sum, slice_of

Key = tuple[str, str]  # the table and the key of a row
BATCH = 300  # of one statement: SQLite reads no expression that is deeper than 1 000


@dataclass(frozen=True, slots=True)
class Share:
    """What a row adds to the sum of a bucket, and of which columns that was said."""

    sum: int
    shape: int | None = None


@dataclass(slots=True)
class Shapes:
    """Sets of columns, each known by a number of this file's."""

    on: Connection
    _ids: dict[str, int] = field(default_factory=dict)

    def share(self, entity: str, key: str, body: Mapping[str, Any]) -> Share:
        """What the row adds where the centre tells of it so."""
        return Share(row_sum(entity, key, body), self._id(" ".join(sorted(body))))

    def _id(self, columns: str) -> int:
        known = self._ids.get(columns)
        if known is None:
            query = select(shapes.c.id).where(shapes.c.columns == columns)
            known = self.on.execute(query).scalar()
            if known is None:
                last = self.on.execute(select(func.max(shapes.c.id))).scalar() or 0
                known = last + 1
                self.on.execute(insert(shapes), {"id": known, "columns": columns})
            self._ids[columns] = known
        return known


def of_bucket(connection: Connection, bucket: str) -> set[Key]:
    """The rows that are held for the bucket."""
    query = select(held.c.entity, held.c.key).where(held.c.bucket == bucket)
    return {(row.entity, row.key) for row in connection.execute(query)}


def count(connection: Connection, bucket: str) -> int:
    """How many rows the bucket holds here, with those that wait for it to be filled anew."""
    names = (bucket, stale(bucket))
    query = select(func.count()).select_from(
        select(held.c.entity, held.c.key).where(held.c.bucket.in_(names)).distinct().subquery()
    )
    return connection.execute(query).scalar_one()


def let_go(connection: Connection, bucket: str) -> set[Key]:
    """Hold the bucket no more; returns the rows that it had."""
    lost: set[Key] = set()
    for name in (bucket, stale(bucket)):
        lost |= of_bucket(connection, name)
        connection.execute(delete(held).where(held.c.bucket == name))
    connection.execute(delete(cursors).where(cursors.c.bucket == bucket))
    return lost


def sums_of(connection: Connection, bucket: str, rows: Iterable[Key]) -> dict[Key, int]:
    """What each of the rows has added to the bucket's sum so far, of those that are in it."""
    found: dict[Key, int] = {}
    for entity, keys in by_table(rows):
        query = select(held.c.key, held.c.sum).where(
            held.c.bucket == bucket, held.c.entity == entity, held.c.key.in_(keys)
        )
        found.update({(entity, each.key): int(each.sum) for each in connection.execute(query)})
    return found


def by_table(rows: Iterable[Key]) -> Iterator[tuple[str, list[str]]]:
    """The rows' keys, table by table, no more at a time than a statement takes."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for entity, key in rows:
        wanted[entity].append(key)
    for entity, keys in wanted.items():
        for start in range(0, len(keys), BATCH):
            yield entity, keys[start : start + BATCH]


def keep(connection: Connection, bucket: str, rows: Mapping[Key, Share | None]) -> None:
    """Write what each row adds to the bucket's sum now; None when it is not in it any more."""
    if not rows:
        return
    connection.exec_driver_sql(
        "DELETE FROM sync_held WHERE bucket = ? AND entity = ? AND key = ?",
        [(bucket, entity, key) for entity, key in rows],
    )
    stand = [
        {"bucket": bucket, "entity": e, "key": k, "sum": str(each.sum), "shape": each.shape}
        for (e, k), each in rows.items()
        if each is not None
    ]
    if stand:
        connection.execute(insert(held), stand)


def slices(connection: Connection, bucket: str) -> tuple[int, ...]:
    """The sums of the bucket's slices, as this desk holds it."""
    sums = [0] * SLICES
    query = select(held.c.entity, held.c.key, held.c.sum).where(held.c.bucket == bucket)
    for entity, key, its in connection.execute(query):
        at = slice_of(entity, key)
        sums[at] = (sums[at] + int(its)) % MODULO
    return tuple(sums)


def is_held(connection: Connection, key: Key) -> bool:
    """Whether the row is in any bucket."""
    entity, its = key
    query = select(held.c.bucket).where(held.c.entity == entity, held.c.key == its)
    return connection.execute(query).first() is not None


def begin(connection: Connection, bucket: str) -> None:
    """Hold the bucket from now on; it has to be filled."""
    connection.execute(
        insert(cursors), {"bucket": bucket, "seq": 0, "size": 0, "total": "0", "filling": True}
    )


def move(connection: Connection, bucket: str, **values: object) -> None:
    """Write how far the desk has come in the bucket, and what it holds there."""
    connection.execute(_MOVE, {"b_bucket": bucket, **values})


def begin_anew(connection: Connection, bucket: str) -> None:
    """Fill the bucket anew; its rows stay until all of it has come.

    What an earlier refill has not come to is still to be taken away, if it is not given again.
    """
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_held (bucket, entity, key, sum, shape) "
        "SELECT ?, entity, key, sum, shape FROM sync_held WHERE bucket = ?",
        (stale(bucket), bucket),
    )
    connection.execute(delete(held).where(held.c.bucket == bucket))
    connection.execute(delete(cursors).where(cursors.c.bucket == bucket))
    begin(connection, bucket)


def forgotten(connection: Connection, bucket: str) -> set[Key]:
    """The rows that were in the bucket before it was filled anew; they are forgotten now."""
    found = of_bucket(connection, stale(bucket))
    connection.execute(delete(held).where(held.c.bucket == stale(bucket)))
    return found


def stale(bucket: str) -> str:
    """The name under which the rows of a bucket are held that is being filled anew."""
    return f"stale {bucket}"


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
