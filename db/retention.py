"""When the last entry and the last access of a person were, from which retention is counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from db.access_log import access_log
from db.journal import entries, entry_versions

_LAST_ENTRY = (
    select(func.max(entry_versions.c.written_at))
    .join(entries, entries.c.id == entry_versions.c.entry_id)
    .where(entries.c.person_id.in_(bindparam("person_ids", expanding=True)))
)
_LAST_ACCESS = select(func.max(access_log.c.at)).where(
    access_log.c.person_id.in_(bindparam("person_ids", expanding=True))
)


def last(
    connection: Connection, person_ids: Collection[UUID]
) -> tuple[datetime | None, datetime | None]:
    """The last entry and the last access; None where there is none."""
    named = {"person_ids": list(person_ids)}
    entry: datetime | None = connection.execute(_LAST_ENTRY, named).scalar()
    access: datetime | None = connection.execute(_LAST_ACCESS, named).scalar()
    return entry, access
