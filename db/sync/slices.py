"""The centre's side of a comparison: its sums of a bucket's slices, and the rows that differ."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select, text

from db.exchange_tables import buckets, current
from db.sync import feed
from kundcenter.domain.feed import MODULO, SLICES, BucketRows, FeedRow, Mark, Mended

log = logging.getLogger(__name__)

# As kundcenter.domain.feed.slice_of says it.
_SLICE = (
    "get_byte(sha256(convert_to(c.entity, 'UTF8') || '\\x00'::bytea || "
    "convert_to(c.key, 'UTF8')), 0)"
)
_IN_FORCE = "c.bucket = :bucket" + (" AND c.past_at IS NULL" if "past_at" in current.c else "")
_SUMS = text(
    f"SELECT {_SLICE} AS slice, count(*) AS rows, sum(c.sum::numeric) AS sum "  # noqa: S608
    f"FROM centre_current c WHERE {_IN_FORCE} GROUP BY 1"
)
_ROWS = text(
    "SELECT c.seq, c.entity, c.key, f.body FROM centre_current c "  # noqa: S608  our own words
    "JOIN centre_feed f ON f.bucket = c.bucket AND f.seq = c.seq "
    f"WHERE {_IN_FORCE} AND {_SLICE} = ANY(:slices) ORDER BY c.seq LIMIT :most"
)


def compare(
    connection: Connection,
    sums: Mapping[str, Sequence[int]],
    cursors: Mapping[str, int],
    most: int,
) -> tuple[tuple[Mended, ...], tuple[BucketRows, ...]] | None:
    """The slices that differ in each bucket, and what follows on the cursors of the others.

    All at one moment.  None when that is more than `most` rows: then it is better filled anew.
    """
    mended: list[Mended] = []
    for bucket in sorted(sums):
        found = _differing(connection, bucket, sums[bucket], most)
        if found is None:
            return None
        mended.append(found)
        most -= len(found.rows)
    others: list[BucketRows] = []
    for bucket in sorted(cursors):
        part = feed.following(connection, bucket, cursors[bucket], None, most + 1, whole=False)
        most -= len(part.rows)
        if part.mark is None or most < 0:
            return None
        others.append(part)
    return tuple(mended), tuple(others)


def _differing(
    connection: Connection, bucket: str, sums: Sequence[int], most: int
) -> Mended | None:
    row = connection.execute(select(buckets).where(buckets.c.id == bucket)).first()
    mark = Mark(row.seq, row.size, int(row.total)) if row else Mark()
    mine = [0] * SLICES
    count = 0
    for each in connection.execute(_SUMS, {"bucket": bucket}):
        mine[each.slice] = int(each.sum) % MODULO
        count += each.rows
    if (count, sum(mine) % MODULO) != (mark.count, mark.total):
        log.error("a bucket's counter does not add up: %d rows, %d counted", count, mark.count)
    differ = [number for number in range(SLICES) if mine[number] != sums[number]]
    named = {"bucket": bucket, "slices": differ, "most": most + 1}
    rows = tuple(
        FeedRow(each.seq, each.entity, each.key, msgspec.json.decode(each.body))
        for each in connection.execute(_ROWS, named)
    )
    log.warning(
        "a desk's bucket differs in %d slices: %d rows there, sums %d and %d",
        len(differ),
        len(rows),
        sum(sums) % MODULO,
        mark.total,
    )
    if len(rows) > most:
        return None
    return Mended(bucket, mark, tuple(differ), rows)
