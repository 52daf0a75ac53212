"""Which of a desk's own operations in quarantine somebody has seen to at the centre.

The desk was told that an operation is kept aside, and shows its effect on top of the centre's rows
for as long as it is.  That it is over it hears by the rows: the work item is resolved, because it
was carried out after all, or because a person has written it anew.  Its effect gives way to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from db.exchange_tables import answers, touched
from db.sync.images import key_of
from db.work_items import work_items
from kundcenter.domain.feed import Verdict

_LOOSE = select(answers.c.n).where(
    answers.c.settled_at.is_(None), answers.c.verdict == Verdict.QUARANTINED
)


def seen_to(
    connection: Connection,
    given: Mapping[tuple[str, str], Mapping[str, Any] | None],
    device_id: UUID,
) -> set[int]:
    """Their numbers.  `given` are the rows that come now, as they are to be written."""
    loose = set(connection.execute(_LOOSE).scalars())
    if not loose:
        return set()
    items = {key: row for (entity, key), row in given.items() if entity == work_items.name}
    query = select(work_items).where(
        work_items.c.device_id == device_id, work_items.c.resolved_at.is_not(None)
    )
    here = {key_of(work_items.name, dict(row)): row for row in connection.execute(query).mappings()}
    own = select(touched.c.key).where(touched.c.entity == work_items.name)
    for key in connection.execute(own).scalars() if here else ():
        here.pop(key, None)  # what is done to it at this desk may yet be refused
    return {
        row["n"]
        for row in {**here, **items}.values()
        if row is not None
        and row["device_id"] == device_id
        and row["resolved_at"] is not None
        and row["n"] in loose
    }
