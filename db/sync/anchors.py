"""Anchors in the centre's database: made one after the other, and only ever added to.

With each anchor lie the heads that had changed since the one before, so that every root can be
computed again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, func, insert, select, text

from db.base import ONE, Rows
from db.commits import heads
from db.exchange_tables import anchor_doubts, anchor_heads, anchors
from db.faults import translated
from db.sync.device_rows import device_rows
from db.sync.refounding import lineage
from kundcenter.domain.access_log import Head
from kundcenter.domain.anchors import Anchor, DeviceHead, Seen, changed, next_anchor

log = logging.getLogger(__name__)

_rows = Rows(anchors, Anchor)
_NEWEST = _rows.select().order_by(anchors.c.n.desc()).limit(ONE)
# From one desk to the next by the index: the heads of years are not read for those of today.
_LATEST = text(
    "WITH RECURSIVE ids AS ("
    "(SELECT device_id FROM centre_anchor_heads ORDER BY device_id LIMIT 1) "
    "UNION ALL SELECT (SELECT device_id FROM centre_anchor_heads "
    "WHERE device_id > ids.device_id ORDER BY device_id LIMIT 1) "
    "FROM ids WHERE ids.device_id IS NOT NULL) "
    "SELECT latest.* FROM ids CROSS JOIN LATERAL ("
    "SELECT * FROM centre_anchor_heads WHERE device_id = ids.device_id AND n <= :n "
    "ORDER BY n DESC LIMIT 1) latest"
)


def head_of(row: Any) -> DeviceHead:
    """The value of a row of `centre_anchor_heads`."""
    return DeviceHead(
        row.device_id,
        Head(row.operation_n, bytes(row.operation_hash)),
        Head(row.access_n, bytes(row.access_hash)),
    )


class SqlAnchors:
    """The centre's anchors on its PostgreSQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def epoch(self) -> UUID:
        """Which founding of the centre this is.  Raises NotFounded."""
        with translated(), self._engine.connect() as connection:
            return lineage(connection)[0]

    def newest(self) -> Anchor | None:
        """The last anchor, if there is one."""
        with translated(), self._engine.connect() as connection:
            return _rows.one(connection, _NEWEST)

    def anchor(self, n: int) -> Anchor | None:
        """The anchor with the number."""
        with translated(), self._engine.connect() as connection:
            return _rows.one(connection, _rows.select().where(anchors.c.n == n))

    def after(self, n: int, most: int) -> tuple[Anchor, ...]:
        """The next anchors, oldest first."""
        query = _rows.select().where(anchors.c.n > n).order_by(anchors.c.n).limit(most)
        with translated(), self._engine.connect() as connection:
            return _rows.all(connection, query)

    def heads(self, n: int) -> tuple[DeviceHead, ...]:
        """Every desk's heads as they were anchored at the number."""
        with translated(), self._engine.connect() as connection:
            return _heads(connection, n)

    def make(self, sign: Callable[[Anchor], Anchor], at: datetime) -> Anchor | None:
        """Anchor how all desks' chains stand at this moment; None when nothing has changed.

        Of two that try at once one gets RowConflict.  Raises HeadsWentBack, NotFounded.
        """
        with translated(), self._engine.begin() as connection:
            before = _rows.one(connection, _NEWEST)
            epoch, earlier = lineage(connection)
            now = (*_of_desks(connection), *own_chains(connection, (epoch, *earlier)))
            new = changed(_heads(connection, before.n) if before else (), now)
            if not new and (before is None or before.epoch == epoch):
                return None
            anchor = sign(next_anchor(before, now, at, epoch))
            _rows.add(connection, anchor)
            if new:
                connection.execute(insert(anchor_heads), [_flat(anchor.n, each) for each in new])
        return anchor

    def doubt(self, device_id: UUID, seen: Seen, at: datetime) -> None:
        """A desk holds an anchor that this centre has never made: a security event, kept once."""
        key = {"device_id": device_id, "n": seen.n, "hash": seen.hash}
        with translated(), self._engine.begin() as connection:
            new = connection.execute(
                text(
                    "INSERT INTO centre_anchor_doubts VALUES (:device_id, :n, :hash, :at) "
                    "ON CONFLICT DO NOTHING"
                ),
                {**key, "at": at},
            ).rowcount
        if new:
            log.error("security: desk %s holds an anchor, n %d, of none here", device_id, seen.n)

    def doubts(self) -> tuple[tuple[UUID, int, datetime], ...]:
        """What desks have held that is none of the centre's: device, number, since when."""
        query = select(anchor_doubts.c.device_id, anchor_doubts.c.n, anchor_doubts.c.at).order_by(
            anchor_doubts.c.at
        )
        with translated(), self._engine.connect() as connection:
            return tuple((row.device_id, row.n, row.at) for row in connection.execute(query))

    def count(self) -> int:
        """How many anchors there are."""
        with translated(), self._engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(anchors)).scalar_one()


def walked(connection: Connection) -> Iterator[tuple[Anchor, tuple[DeviceHead, ...]]]:
    """Every anchor in order, with the heads that were written with it."""
    after = 0
    while True:
        query = _rows.select().where(anchors.c.n > after).order_by(anchors.c.n).limit(500)
        page = _rows.all(connection, query)
        if not page:
            return
        written: dict[int, list[DeviceHead]] = {}
        found = select(anchor_heads).where(anchor_heads.c.n > after, anchor_heads.c.n <= page[-1].n)
        for row in connection.execute(found):
            written.setdefault(row.n, []).append(head_of(row))
        for anchor in page:
            yield anchor, tuple(written.get(anchor.n, ()))
        after = page[-1].n


def anchored(connection: Connection, device_id: UUID) -> tuple[DeviceHead, ...]:
    """All that was ever anchored of one desk, oldest first."""
    query = select(anchor_heads).where(anchor_heads.c.device_id == device_id)
    return tuple(map(head_of, connection.execute(query.order_by(anchor_heads.c.n))))


def own_chains(connection: Connection, epochs: Iterable[UUID]) -> Iterator[DeviceHead]:
    """The centre's own: what was done at it by whoever commands it, under the id of its epoch."""
    for epoch in epochs:
        found = heads(connection, epoch)
        if found.operation.n or found.access.n:
            yield DeviceHead(epoch, found.operation, found.access)


def _of_desks(connection: Connection) -> Iterator[DeviceHead]:
    for each in device_rows.all(connection, device_rows.select()):
        yield DeviceHead(each.id, each.heads.operation, each.heads.access)


def _heads(connection: Connection, n: int) -> tuple[DeviceHead, ...]:
    return tuple(head_of(row) for row in connection.execute(_LATEST, {"n": n}))


def _flat(n: int, head: DeviceHead) -> dict[str, Any]:
    return {
        "device_id": head.device_id,
        "n": n,
        "operation_n": head.operation.n,
        "operation_hash": head.operation.hash,
        "access_n": head.access.n,
        "access_hash": head.access.hash,
    }
