"""How far a seat sees, and which calls hold what a block or a protected identity keeps from it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, or_, select

from db.blocks import SqlBlocks, blocks
from db.journal import entries, entry_rows
from db.people import people
from kundcenter.domain.blocks import Reach, Seat
from kundcenter.domain.journal import Entry
from kundcenter.domain.people import Protection

# A block may have been set on any registration of a person who was merged.
_writing, _blocked = people.alias("writing"), people.alias("blocked")
_kept = func.coalesce(_writing.c.merged_into, _writing.c.id)
_of_the_kept = select(blocks.c.id).where(blocks.c.person_id == _kept).exists()
_of_a_merged = (
    select(blocks.c.id)
    .join(_blocked, _blocked.c.id == blocks.c.person_id)
    .where(_blocked.c.merged_into == _kept)
    .exists()
)
_OF_THE_BLOCKED = (
    entry_rows.select()
    .join(_writing, _writing.c.id == entries.c.person_id)
    .where(or_(_of_the_kept, _of_a_merged))
)
_GUARDED = _OF_THE_BLOCKED.where(entries.c.call_id.in_(bindparam("call_ids", expanding=True)))
_GUARDED_ENTRIES = _OF_THE_BLOCKED.where(entries.c.id.in_(bindparam("entry_ids", expanding=True)))
_PROTECTED = (
    select(entries.c.call_id)
    .join(_writing, _writing.c.id == entries.c.person_id)
    .where(
        entries.c.call_id.in_(bindparam("call_ids", expanding=True)),
        _writing.c.protection != Protection.NONE,
    )
    .distinct()
)


def reach(blocked: SqlBlocks, same: Collection[UUID], seat: Seat, *, replayed: bool) -> Reach:
    """How far the seat sees into the record of the person whose registrations `same` are."""
    found = blocked.of_people(same)
    lifts = blocked.lifts_of(same, seat.at) if found else ()
    if lifts and not replayed:  # there the log may have come before its verbs
        over = blocked.outlived(same, seat.at)
        lifts = tuple(lift for lift in lifts if lift.id not in over)
    return Reach(seat, found, lifts)


def guarded(connection: Connection, call_ids: Collection[UUID]) -> tuple[Entry, ...]:
    """The entries of the calls that are about somebody who has, or has had, a block."""
    return entry_rows.all(connection, _GUARDED, call_ids=list(call_ids))


def guarded_entries(connection: Connection, entry_ids: Collection[UUID]) -> tuple[Entry, ...]:
    """Those of the entries that are about somebody who has, or has had, a block."""
    return entry_rows.all(connection, _GUARDED_ENTRIES, entry_ids=list(entry_ids))


def about_protected(connection: Connection, call_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of the calls that have an entry about somebody with protected identity."""
    if not call_ids:
        return frozenset()
    return frozenset(connection.execute(_PROTECTED, {"call_ids": list(call_ids)}).scalars())
