"""The tickets and credentials of the centre, as others ask for them too."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select, update

from db.exchange_tables import credentials, tickets
from db.operations import operations, rows
from kundcenter.domain.devices import Device
from kundcenter.domain.operators import LONGEST_SESSION
from kundcenter.domain.tickets import Issued, Ticket


def issued(connection: Connection, id: UUID) -> Issued | None:
    """The ticket as the centre keeps it; its signature is not kept."""
    row = connection.execute(select(tickets).where(tickets.c.id == id)).first()
    if row is None:
        return None
    ticket = Ticket(
        row.id,
        row.operator_id,
        row.device_id,
        row.roles,
        row.care_unit,
        row.issued_at,
        row.until,
    )
    return Issued(ticket, row.revoked_at, row.session_id)


def used(connection: Connection, ticket_id: UUID, session_id: UUID) -> None:
    """The session that the ticket was issued for has been opened."""
    connection.execute(
        update(tickets).where(tickets.c.id == ticket_id).values(session_id=session_id)
    )


def revoke(
    connection: Connection, operator_id: UUID, at: datetime, *, but: UUID | None = None
) -> None:
    """End all leave that the operator has, but for one ticket."""
    where = [tickets.c.operator_id == operator_id, tickets.c.revoked_at.is_(None)]
    if but is not None:
        where.append(tickets.c.id != but)
    connection.execute(update(tickets).where(*where).values(revoked_at=at))


def ended(connection: Connection, device_id: UUID, at: datetime) -> tuple[UUID, ...]:
    """The operators whose newest leave at the desk was revoked, while it still matters there."""
    newest = (
        select(tickets.c.operator_id, func.max(tickets.c.issued_at).label("issued_at"))
        .where(tickets.c.device_id == device_id)
        .group_by(tickets.c.operator_id)
        .subquery()
    )
    query = (
        select(tickets.c.operator_id)
        .join(
            newest,
            (newest.c.operator_id == tickets.c.operator_id)
            & (newest.c.issued_at == tickets.c.issued_at),
        )
        .where(
            tickets.c.device_id == device_id,
            tickets.c.revoked_at.is_not(None),
            tickets.c.until > at - LONGEST_SESSION,
        )
        .distinct()
    )
    return tuple(sorted(connection.execute(query).scalars()))


def admits(connection: Connection) -> bool:
    """Whether anybody can sign in by the centre: from then on every session needs its leave."""
    return connection.execute(select(credentials.c.operator_id).limit(1)).first() is not None


_ADDING = ("operators.add_first", "operators.add")


def brought(connection: Connection, device: Device, operator_id: UUID) -> bool:
    """Whether the desk added the operator while it was alone."""
    query = rows.select().where(
        operations.c.device_id == device.id,
        operations.c.n <= device.alone_until,
        operations.c.kind.in_(_ADDING),
    )
    return any(operator_id in each.given.ids for each in rows.all(connection, query))
