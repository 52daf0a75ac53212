"""A centre whose database was put back to an earlier moment: its epochs, and its desks' side.

The centre says another epoch from then on, and which were before it, so that no desk takes what it
is given for what follows on what it has.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, text

from db.base import Rows
from db.exchange_tables import (
    answers,
    buckets,
    cursors,
    kept_tickets,
    told_before,
    touched,
)
from db.faults import NotFounded
from db.local import CENTRE_EPOCH, DESK_EPOCH, mark, marked
from db.operations import operations
from db.sync import touches
from kundcenter.domain.feed import Mark, Result, Verdict
from kundcenter.domain.tickets import Ticket
from kundcenter.errors import Refused
from kundcenter.operations import Operation

log = logging.getLogger(__name__)

EARLIER = "centre_earlier"  # the mark of a centre that was put back: its epochs so far
ALONE = "sync_alone"  # the mark of a desk: its last operation from before it heard of a centre

_BATCH = 500


class CentreInUse(Refused):
    """Somebody is connected to the database: a service that serves desks.  Facts: count."""

    code = "centre.in_use"


# -- at the centre ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Refounded:
    """The epoch from now on, and those that were before it, the first one first."""

    epoch: UUID
    earlier: tuple[UUID, ...]


def lineage(connection: Connection) -> tuple[UUID, tuple[UUID, ...]]:
    """The epoch, and those that were before it.  Raises NotFounded."""
    epoch = marked(connection, CENTRE_EPOCH)
    if epoch is None:
        raise NotFounded
    earlier = marked(connection, EARLIER) or ""
    return UUID(epoch), tuple(map(UUID, earlier.split()))


def refound(connection: Connection, also: Sequence[UUID] = ()) -> Refounded:
    """Another epoch from now on.

    `also` are epochs that desks may be of and the copy does not know, because it is from before
    them.  Raises CentreInUse, NotFounded.
    """
    others = connection.execute(_OTHERS).scalar_one()
    if others:
        raise CentreInUse(count=others)
    epoch, known = lineage(connection)
    new = uuid4()
    earlier = tuple(dict.fromkeys((*known, *also, epoch)))
    mark(connection, EARLIER, " ".join(map(str, earlier)))
    mark(connection, CENTRE_EPOCH, str(new))
    return Refounded(new, earlier)


_OTHERS = text(  # what db.connect says of itself
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND application_name = 'kundcenter'"
)


def stands(connection: Connection, ids: Sequence[str]) -> dict[str, Mark]:
    """How the buckets stand; one that is not there has nothing."""
    query = select(buckets).where(buckets.c.id.in_(ids))
    found = {row.id: Mark(row.seq, row.size, int(row.total)) for row in connection.execute(query)}
    return {id: found.get(id, Mark()) for id in ids}


# -- at a desk -------------------------------------------------------------------------------------


def found(connection: Connection, epoch: UUID, device_id: UUID) -> None:
    """The desk has heard of its centre for the first time."""
    mine = operations.c.device_id == device_id
    head = connection.execute(select(func.coalesce(func.max(operations.c.n), 0)).where(mine))
    mark(connection, ALONE, str(head.scalar_one()))
    mark(connection, DESK_EPOCH, str(epoch))


def alone(connection: Connection) -> int | None:
    """The last operation from before the desk heard of a centre, if that is known."""
    kept = marked(connection, ALONE)
    return None if kept is None else int(kept)


def forget(connection: Connection, epoch: UUID, head: int, device_id: UUID) -> int:
    """The centre knows the desk's operations up to `head`: forget what it said of later ones.

    So too of all that follow on one whose rows have not come, for its numbers in the feed are
    those of another time.  They are unanswered again, and run again when rows come that they had
    to do with.  Returns how many.
    """
    loose = select(func.min(answers.c.n)).where(
        answers.c.settled_at.is_(None), answers.c.verdict == Verdict.APPLIED
    )
    first = connection.execute(loose).scalar()
    base = head if first is None else min(head, first - 1)
    query = (
        select(answers.c.n, answers.c.verdict, answers.c.code, operations.c.id)
        .join(
            operations,
            (operations.c.device_id == device_id) & (operations.c.n == answers.c.n),
        )
        .where(answers.c.n > base)
    )
    forgotten = connection.execute(query).all()
    if forgotten:
        connection.execute(delete(told_before).where(told_before.c.n > base))
        connection.execute(
            insert(told_before),
            [
                {"n": row.n, "operation_id": row.id, "verdict": row.verdict, "code": row.code}
                for row in forgotten
            ],
        )
        known = set(connection.execute(select(touched.c.n).distinct()).scalars())
        for row in forgotten:  # a claim that was rejected is undone, and stays so
            if row.n not in known and row.verdict is not Verdict.REJECTED:
                touches.loosen(connection, row.n, row.id)
    connection.execute(delete(answers).where(answers.c.n > base))
    mark(connection, DESK_EPOCH, str(epoch))
    log.warning("the centre was put back in time: %d operations are told it again", len(forgotten))
    return len(forgotten)


def otherwise(connection: Connection, now: Mapping[str, Mark]) -> list[str]:
    """The buckets here that do not stand as they do at the centre now."""
    return [
        row.bucket
        for row in connection.execute(select(cursors).order_by(cursors.c.bucket))
        if row.filling or Mark(row.seq, row.size, int(row.total)) != now.get(row.bucket, Mark())
    ]


def resending(connection: Connection) -> bool:
    """Whether something that the centre has forgotten is not told it again yet."""
    return connection.execute(select(told_before.c.n).limit(1)).first() is not None


def said(connection: Connection, numbers: Sequence[int]) -> tuple[Result, ...]:
    """What the centre had said of the operations before it forgot them."""
    query = select(told_before).where(told_before.c.n.in_(numbers)).order_by(told_before.c.n)
    return tuple(
        Result(row.n, row.operation_id, row.verdict, row.code) for row in connection.execute(query)
    )


def answered(connection: Connection, numbers: Sequence[int]) -> None:
    """It has said something of them again."""
    for start in range(0, len(numbers), _BATCH):
        some = numbers[start : start + _BATCH]
        connection.execute(delete(told_before).where(told_before.c.n.in_(some)))


# -- tickets ---------------------------------------------------------------------------------------

_ticket_rows = Rows(kept_tickets, Ticket)


@dataclass(frozen=True, slots=True)
class _ByTicket:
    ticket_id: UUID


@dataclass(frozen=True, slots=True)
class _Opening:
    """What is read of the arguments of sessions.open."""

    leave: _ByTicket | None = None


def keep(connection: Connection, ticket: Ticket) -> None:
    """Keep the ticket for as long as work that was done by it may have to be told again."""
    if _ticket_rows.get(connection, ticket.id) is None:
        _ticket_rows.add(connection, ticket)


def tickets_for(connection: Connection, opened: Sequence[Operation]) -> tuple[Ticket, ...]:
    """The tickets by which these sessions were opened, as far as they are kept."""
    ids = set()
    for operation in opened:
        try:
            opening = msgspec.json.decode(operation.arguments, type=_Opening)
        except msgspec.DecodeError:
            continue  # the centre judges it
        if opening.leave is not None:
            ids.add(opening.leave.ticket_id)
    if not ids:
        return ()
    query = _ticket_rows.select().where(kept_tickets.c.id.in_(ids)).order_by(kept_tickets.c.id)
    return _ticket_rows.all(connection, query)
