"""The calls behind a count: from the rows, for no cell knows of a single one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from db.calls import calls
from db.supervision import cell_rows
from db.supervision.cell_tables import SOURCE_OF
from kundcenter.domain.supervision.dimensions import Dimension

_C = calls.c
_OFFERED = (
    select(_C.queued_at, _C.id)
    .where(
        _C.queued_at >= bindparam("start"), _C.queued_at < bindparam("end"), _C.queue.is_not(None)
    )
    .order_by(_C.queued_at, _C.id)
)
_OFFERED_TO = _OFFERED.where(_C.queue.in_(bindparam("queues", expanding=True)))


def calls_behind(
    connection: Connection,
    start: datetime,
    end: datetime,
    dimension: Dimension,
    keys: Collection[str] | None,
) -> tuple[tuple[datetime, UUID], ...]:
    """By when they count, then by id; each once, at its first time.

    Of QUEUE those that desks know of.  `keys` None: of every one.
    """
    if dimension is Dimension.QUEUE:
        named = {"start": start, "end": end}
        if keys is None:
            return tuple((at, id) for at, id in connection.execute(_OFFERED, named))
        found = connection.execute(_OFFERED_TO, {**named, "queues": list(keys)})
        return tuple((at, id) for at, id in found)
    first: dict[UUID, datetime] = {}
    for each in cell_rows.scan(connection, SOURCE_OF[dimension], start, end):
        wanted = each.dimension is dimension and (keys is None or each.key in keys)
        if wanted and each.call_id is not None:
            first[each.call_id] = min(each.at, first.get(each.call_id, each.at))
    return tuple(sorted((at, id) for id, at in first.items()))
