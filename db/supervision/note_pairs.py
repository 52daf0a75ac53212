"""Notes counted by two things at once, from their rows: no cell tells both.

The rows are found by the time of an index; a month of a region is some ten thousand of them.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, func, not_, select

from db.journal import entries, entry_versions
from kundcenter.domain.supervision.dimensions import Dimension, PairCount

_E, _V = entries.c, entry_versions.c
_LATER = entry_versions.alias("later")
_COLUMNS = {
    Dimension.REASON: _V.reason,
    Dimension.UNIT: _V.unit_id,
    Dimension.OUTCOME: _V.outcome,
    Dimension.URGENCY: _V.urgency,
}


def note_pairs(
    connection: Connection, start: datetime, end: datetime, first: Dimension, second: Dimension
) -> tuple[PairCount, ...]:
    """How many notes of the time have each two keys, as their latest versions say.

    In the order of the keys.  Notes that guide to no unit are none of UNIT's.
    """
    found = connection.execute(_query(first, second), {"start": start, "end": end})
    counts = (PairCount(str(key), str(other), count) for key, other, count in found)
    return tuple(sorted(counts, key=lambda each: (each.key, each.other)))


@cache
def _query(first: Dimension, second: Dimension) -> Select[Any]:
    one, other = _COLUMNS[first], _COLUMNS[second]
    return (
        select(one, other, func.count())
        .select_from(entries.join(entry_versions, _V.entry_id == _E.id))
        .where(
            _E.contact_at >= bindparam("start"),
            _E.contact_at < bindparam("end"),
            one.is_not(None),
            other.is_not(None),
            not_(exists().where(_LATER.c.entry_id == _E.id, _LATER.c.number > _V.number)),
        )
        .group_by(one, other)
    )
