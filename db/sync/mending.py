"""Make a desk's rows those of the centre again, where its sums say that they are not.

The centre has answered the sums of a bucket's slices with every row of those that differed
(RELIABILITY 2.14).  What is kept there and was not given leaves the bucket.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from db.exchange_tables import held
from db.sync import holding, restoring, touches
from db.sync.holding import Key, Shapes, Share
from db.sync.images import TABLES
from kundcenter.domain.feed import MODULO, Mended, slice_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mending:
    """What came of it: rows that were given, rows that leave, and how the bucket is held now."""

    given: dict[Key, dict[str, Any]] = field(repr=False)
    gone: set[Key] = field(repr=False)
    size: int
    total: int


def mend(connection: Connection, mended: Mended) -> Mending:
    """Hold in the slices what was given, and count all of the bucket anew."""
    bucket, wanted = mended.bucket, frozenset(mended.slices)
    mine = {key for key in holding.of_bucket(connection, bucket) if slice_of(*key) in wanted}
    shapes = Shapes(connection)
    given: dict[Key, dict[str, Any]] = {}
    shares: dict[Key, Share | None] = dict.fromkeys(mine)
    for row in mended.rows:
        if row.body is not None and slice_of(row.entity, row.key) in wanted:
            given[row.entity, row.key] = row.body
            shares[row.entity, row.key] = shapes.share(row.entity, row.key, row.body)
    holding.keep(connection, bucket, shares)
    _clear_unreadable(connection, given)
    gone = mine - given.keys()
    sums = [int(x) for x in connection.scalars(select(held.c.sum).where(held.c.bucket == bucket))]
    log.warning(
        "mended %d slices of a bucket: %d rows were given, %d leave it",
        len(wanted),
        len(given),
        len(gone),
    )
    return Mending(given, gone, len(sums), sum(sums) % MODULO)


def _clear_unreadable(connection: Connection, keys: Iterable[Key]) -> None:
    """Take away rows that nothing can be compared with; they have been given anew."""
    known = [key for key in keys if key[0] in TABLES]
    try:
        restoring.as_they_are(connection, known)
    except (ValueError, TypeError):
        with touches.unwatched(connection):
            restoring.remove(connection, filter(lambda key: not _readable(connection, key), known))


def _readable(connection: Connection, key: Key) -> bool:
    try:
        restoring.as_they_are(connection, [key])
    except (ValueError, TypeError):
        return False
    return True
