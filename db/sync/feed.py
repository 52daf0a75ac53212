"""The centre's feed: every row that changed, numbered without a hole in each bucket.

A counter row per bucket gives the numbers, as the last thing of a transaction (RELIABILITY 2.6).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from db.exchange_tables import buckets, current, feed
from db.sync.buckets import beside, bucket_of, parents
from db.sync.images import TABLES, body_of, key_columns, key_of, key_values
from db.sync.kin import KIN
from kundcenter.domain.feed import MODULO, BucketRows, FeedRow, Mark, body_text, row_sum

Key = tuple[str, str]  # the table and the key of a row

# What is known of a person goes where the person goes.
_FAMILY = {"people": (("identities", "person_id"), ("name_words", "person_id"))}
_BATCH = 500


@dataclass(slots=True)
class Places:
    """In which buckets some rows are, what each adds to the sum there, and where each is past."""

    here: dict[Key, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    past: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class _Bucket:
    """A bucket whose counter this transaction holds."""

    seq: int
    count: int
    total: int
    rows: list[dict[str, Any]] = field(default_factory=list)


def publish(
    connection: Connection, touched: Iterable[Key], care_unit: str, at: datetime
) -> dict[str, int]:
    """Put the touched rows, as they are now, into the feed of every bucket that has them.

    Returns how far each such bucket has come.  The last thing that a transaction does.
    """
    keys = list(touched)
    bodies = bodies_of(connection, keys)
    there = where(connection, keys)
    wanted: dict[str, dict[Key, dict[str, Any] | None]] = defaultdict(dict)
    for entity, key in keys:
        body = bodies.get((entity, key))
        for bucket in there.here.get((entity, key), {}):
            wanted[bucket][entity, key] = body
        home = bucket_of(entity, body, care_unit) if body is not None else None
        if home is not None:
            wanted[home][entity, key] = body
    for entity, key in keys:  # a row whose place is beside another one
        body = bodies.get((entity, key))
        other = beside(entity, body) if body is not None else None
        if other is not None:
            homes = {b for b, rows in wanted.items() if other in rows} | set(
                where(connection, [other]).here.get(other, {})
            )
            for bucket in homes:
                wanted[bucket][entity, key] = body
    _call_back(connection, wanted, bodies, there)
    forgotten = [key for key in there.past if key not in bodies]  # nobody has it any more
    if forgotten:
        connection.execute(_FORGET, [{"b_entity": x, "b_key": key} for x, key in forgotten])
    for bucket, rows in wanted.items():
        _complete(connection, bucket, rows, there)
    return _write(connection, wanted, at)


def _call_back(
    connection: Connection,
    wanted: dict[str, dict[Key, dict[str, Any] | None]],
    bodies: Mapping[Key, dict[str, Any]],
    there: Places,
) -> None:
    """Add what is past in a bucket, and from now on belongs to a row that the bucket has.

    A person who is merged into another by a team is past at a team that still has the other.
    """
    belongs = {
        key: [
            parent
            for parent in parents(key[0], bodies[key])
            if any(table == key[0] for table, _ in KIN.get(parent[0], ()))
        ]
        for key in bodies
        if there.past.get(key)
    }
    kept = where(connection, sorted({each for found in belongs.values() for each in found})).here
    for key, found in belongs.items():
        homes = {bucket for parent in found for bucket in kept.get(parent, {})}
        for bucket in homes.intersection(there.past[key]):
            wanted[bucket][key] = bodies[key]


def give(connection: Connection, bucket: str, keys: Iterable[Key], at: datetime) -> dict[str, int]:
    """Put these rows, as they are now, into the feed of one bucket, with all they point to."""
    bodies = bodies_of(connection, keys)
    wanted: dict[Key, dict[str, Any] | None] = dict(bodies)
    if not wanted:
        return {}
    _complete(connection, bucket, wanted, where(connection, list(wanted), bucket))
    return _write(connection, {bucket: wanted}, at)


def _complete(
    connection: Connection,
    bucket: str,
    wanted: dict[Key, dict[str, Any] | None],
    there: Places,
) -> None:
    """Add what the wanted rows point to, where the bucket does not have it yet.

    A row that comes back brings its kin back, as far as the bucket had them.
    """
    asked = wanted
    back = [key for key in wanted if bucket in there.past.get(key, ())]
    come = [key for key in wanted if key[0] in _FAMILY and bucket not in there.here.get(key, ())]
    while True:
        pointed = {
            parent
            for (entity, _), body in asked.items()
            if body is not None
            for parent in parents(entity, body)
        }
        missing = [key for key in sorted(pointed) if key not in wanted]
        known = where(connection, missing, bucket)
        new = [key for key in missing if key not in known.here]
        back += [key for key in new if key in known.past]
        if not new and not back and not come:
            return
        found = bodies_of(connection, new)
        found.update(kin_of(connection, [*new, *back, *come], _FAMILY))
        come = []
        kin = {k: body for k, body in kin_of(connection, back, KIN).items() if k not in wanted}
        past = where(connection, list(kin), bucket).past
        found.update({key: body for key, body in kin.items() if key in past})
        asked = {key: body for key, body in found.items() if key not in wanted}
        wanted.update(asked)
        back = [key for key in asked if key in past]


def kin_of(
    connection: Connection, keys: Iterable[Key], kinds: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[Key, dict[str, Any]]:
    """The rows that belong to these ones: of each table, by the column that points here."""
    found: dict[Key, dict[str, Any]] = {}
    by_table: dict[str, list[Any]] = defaultdict(list)
    for entity, key in keys:
        if entity in kinds:
            by_table[entity].extend(key_values(entity, key).values())
    for entity, values in by_table.items():
        for table, column in kinds[entity]:
            its = TABLES[table]
            for start in range(0, len(values), _BATCH):
                query = select(its).where(its.c[column].in_(values[start : start + _BATCH]))
                for row in connection.execute(query).mappings():
                    found[table, key_of(table, dict(row))] = body_of(table, dict(row))
    return found


def _write(
    connection: Connection,
    wanted: Mapping[str, Mapping[Key, dict[str, Any] | None]],
    at: datetime,
) -> dict[str, int]:
    if not wanted:
        return {}
    there = where(connection, sorted({key for rows in wanted.values() for key in rows}))
    counters = _counters(connection, sorted(wanted))
    gone: list[dict[str, str]] = []
    stand: list[dict[str, Any]] = []
    for bucket, rows in wanted.items():
        counter = counters[bucket]
        for (entity, key), body in rows.items():
            old = there.here.get((entity, key), {}).get(bucket)
            was = bucket in there.past.get((entity, key), ())
            new = row_sum(entity, key, body) if body is not None else None
            if old == new:
                continue
            counter.seq += 1
            counter.count += (new is not None) - (old is not None)
            counter.total = (counter.total + (new or 0) - (old or 0)) % MODULO
            at_key = {"bucket": bucket, "entity": entity, "key": key}
            text = None if body is None else body_text(body).decode()
            counter.rows.append({**at_key, "seq": counter.seq, "body": text, "at": at})
            if old is not None or was:
                gone.append({f"b_{name}": value for name, value in at_key.items()})
            if new is not None:
                stand.append({**at_key, "seq": counter.seq, "sum": str(new)})
    written = [row for counter in counters.values() for row in counter.rows]
    if gone:
        connection.execute(_GONE, gone)
    if stand:
        connection.execute(insert(current), stand)
    if written:
        connection.execute(insert(feed), written)
        connection.execute(
            _COUNT,
            [
                {"b_id": id, "seq": each.seq, "size": each.count, "total": str(each.total)}
                for id, each in counters.items()
                if each.rows
            ],
        )
    return {id: counter.seq for id, counter in counters.items()}


_GONE = delete(current).where(
    current.c.bucket == bindparam("b_bucket"),
    current.c.entity == bindparam("b_entity"),
    current.c.key == bindparam("b_key"),
)
_FORGET = delete(current).where(
    current.c.entity == bindparam("b_entity"),
    current.c.key == bindparam("b_key"),
    current.c.past_at.is_not(None),
)
_COUNT = (
    update(buckets)
    .where(buckets.c.id == bindparam("b_id"))
    .values(seq=bindparam("seq"), size=bindparam("size"), total=bindparam("total"))
)


def _counters(connection: Connection, ids: Sequence[str]) -> dict[str, _Bucket]:
    """The counters of the buckets, held until the transaction ends, in the order of their ids.

    Raises RowConflict when another transaction makes the same new one: then it is tried again.
    """
    query = select(buckets).where(buckets.c.id.in_(ids)).order_by(buckets.c.id).with_for_update()
    rows = connection.execute(query).all()
    if len(rows) < len(ids):
        new = sorted(set(ids) - {row.id for row in rows})
        empty = {"seq": 0, "size": 0, "total": "0", "oldest": 0}
        connection.execute(insert(buckets), [{"id": id, **empty} for id in new])
        rows = connection.execute(query).all()
    return {row.id: _Bucket(row.seq, row.size, int(row.total)) for row in rows}


def where(connection: Connection, keys: Sequence[Key], bucket: str | None = None) -> Places:
    """Where the rows are, and where they have been; with `bucket`, in that one alone."""
    found = Places()
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        query = select(current).where(tuple_(current.c.entity, current.c.key).in_(some))
        if bucket is not None:
            query = query.where(current.c.bucket == bucket)
        for row in connection.execute(query):
            if row.past_at is None:
                found.here[row.entity, row.key][row.bucket] = int(row.sum)
            else:
                found.past[row.entity, row.key].add(row.bucket)
    return found


def bodies_of(connection: Connection, keys: Iterable[Key]) -> dict[Key, dict[str, Any]]:
    """The rows as they are now, in plain values; those that are gone are left out."""
    by_table: dict[str, list[str]] = defaultdict(list)
    for entity, key in keys:
        by_table[entity].append(key)
    found: dict[Key, dict[str, Any]] = {}
    for entity, wanted in by_table.items():
        for start in range(0, len(wanted), _BATCH):
            for row in connection.execute(_rows(entity, wanted[start : start + _BATCH])).mappings():
                found[entity, key_of(entity, dict(row))] = body_of(entity, dict(row))
    return found


def _rows(entity: str, keys: Sequence[str]) -> Select[Any]:
    table, names = TABLES[entity], key_columns(entity)
    values = [key_values(entity, key) for key in keys]
    if len(names) == 1:
        (name,) = names
        return select(table).where(table.c[name].in_([value[name] for value in values]))
    same = [and_(*(table.c[name] == value[name] for name in names)) for value in values]
    return select(table).where(or_(*same))


def following(
    connection: Connection, bucket: str, after: int, through: int | None, limit: int, *, whole: bool
) -> BucketRows:
    """What follows on number `after` in a bucket, `limit` rows at most, up to `through`.

    With `whole` only rows that are still in force, and those that have left: a row that changes
    between two pages comes again in a later one.  A cursor that the feed does not reach back to
    any more is answered by one that is not the desk's, which older desks know as a hole.
    """
    row = connection.execute(select(buckets).where(buckets.c.id == bucket)).first()
    seq, oldest = (row.seq, row.oldest) if row else (0, 0)
    if after < oldest and not whole:
        return BucketRows(bucket, oldest, oldest, (), anew=True)
    end = seq if through is None else min(through, seq)
    query = (
        select(feed.c.seq, feed.c.entity, feed.c.key, feed.c.body, feed.c.past)
        .where(feed.c.bucket == bucket, feed.c.seq > after, feed.c.seq <= end)
        .order_by(feed.c.seq)
        .limit(limit)
    )
    if whole:
        in_force = select(current.c.seq).where(
            current.c.bucket == feed.c.bucket,
            current.c.seq == feed.c.seq,
            current.c.past_at.is_(None),
        )
        query = query.where(or_(feed.c.body.is_(None), in_force.exists()))
    rows = tuple(
        FeedRow(
            each.seq,
            each.entity,
            each.key,
            None if each.body is None else msgspec.json.decode(each.body),
            each.past,
        )
        for each in connection.execute(query)
    )
    reached = rows[-1].seq if len(rows) == limit else end
    mark = Mark(row.seq, row.size, int(row.total)) if row and reached == seq else None
    if row is None and reached == 0:
        mark = Mark()
    past = _past(connection, bucket) if whole and mark is not None else 0
    return BucketRows(bucket, after, reached, rows, mark, whole, past=past)


def _past(connection: Connection, bucket: str) -> int:
    """How many rows have left the bucket because they are old."""
    query = select(func.count()).where(current.c.bucket == bucket, current.c.past_at.is_not(None))
    return connection.execute(query).scalar_one()


def heads(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """How far the buckets have come."""
    query = select(buckets.c.id, buckets.c.seq).where(buckets.c.id.in_(list(ids)))
    return {row.id: row.seq for row in connection.execute(query)}
