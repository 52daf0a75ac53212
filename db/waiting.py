"""Entries that wait for a signature, and those that were found to need none.

`waiting_entries` follows from the versions: an entry is there while its latest version is neither
signed nor waived.  It is kept because every save leaves an unsigned version behind, and a list of
what waits must not read them all.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Integer, bindparam, delete, func, select, text

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.journal import WaiverReason
from kundcenter.domain.waiting import Waiting, Waiver

waiting_entries = table(
    "waiting_entries",
    Column("entry_id", Id, ForeignKey("entries.id"), primary_key=True),
    Column("author_id", Id, nullable=False, index=True),
    Column("since", Time, nullable=False, index=True),
)

waivers = table(
    "waivers",
    Column("id", Id, primary_key=True),
    Column("entry_id", Id, ForeignKey("entries.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("reason", Code(WaiverReason), nullable=False),
    Column("noted_at", Time, nullable=False),
    Column("noted_by", Id, nullable=False),
)

rows = Rows(waiting_entries, Waiting)
waiver_rows = Rows(waivers, Waiver)

_IS_WAITING = rows.select().where(waiting_entries.c.entry_id == bindparam("entry_id"))
_NO_MORE = delete(waiting_entries).where(waiting_entries.c.entry_id == bindparam("entry_id"))
_HOW_MANY = select(func.count()).where(waiting_entries.c.author_id == bindparam("author_id"))
_OF = (
    rows.select()
    .where(waiting_entries.c.author_id == bindparam("author_id"))
    .order_by(waiting_entries.c.since)
)
_BEFORE = (
    rows.select()
    .where(waiting_entries.c.since < bindparam("before"))
    .order_by(waiting_entries.c.since)
    .limit(bindparam("limit"))
)
_WAIVERS = (
    waiver_rows.select()
    .where(waivers.c.entry_id == bindparam("entry_id"))
    .order_by(waivers.c.noted_at)
)


# What the verbs would have written, for rows that were written in bulk beneath them.
FILL = text(
    "INSERT INTO waiting_entries (entry_id, author_id, since) "
    "SELECT v.entry_id, v.written_by, min(v.written_at) FROM entry_versions v "
    "WHERE v.signed_at IS NULL AND NOT EXISTS (SELECT 1 FROM entry_versions s "
    "WHERE s.entry_id = v.entry_id AND s.number > v.number AND s.signed_at IS NOT NULL) "
    "GROUP BY v.entry_id, v.written_by"
)


class SqlWaiting:
    """What waits for whom, since when."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def begin(self, waiting: Waiting, *, new: bool = False) -> None:
        """The entry waits from now on, unless it does already; a `new` one cannot."""
        if new or rows.one(self._on, _IS_WAITING, entry_id=waiting.entry_id) is None:
            rows.add(self._on, waiting)

    def end(self, entry_id: UUID) -> None:
        self._on.execute(_NO_MORE, {"entry_id": entry_id})

    def count(self, author_id: UUID) -> int:
        return self._on.execute(_HOW_MANY, {"author_id": author_id}).scalar_one()

    def of(self, author_id: UUID) -> tuple[Waiting, ...]:
        """The author's, the oldest first."""
        return rows.all(self._on, _OF, author_id=author_id)

    def before(self, before: datetime, limit: int) -> tuple[Waiting, ...]:
        """Everybody's that began to wait before an instant, the oldest first."""
        return rows.all(self._on, _BEFORE, before=before, limit=limit)

    def add_waiver(self, waiver: Waiver) -> None:
        waiver_rows.add(self._on, waiver)
        self._unit.note_wrote("entry", waiver.entry_id)

    def waivers_of(self, entry_id: UUID) -> tuple[Waiver, ...]:
        return waiver_rows.all(self._on, _WAIVERS, entry_id=entry_id)
