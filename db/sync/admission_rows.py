"""The tickets and credentials of the centre, as others ask for them too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select, text, update

from db.exchange_tables import credentials, tickets
from db.operations import operations, rows
from kundcenter.domain.access import Role
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


def issue(connection: Connection, ticket: Ticket) -> None:
    """Keep that the ticket was given; from now on the desk holds what is the operator's."""
    connection.execute(
        insert(tickets),
        {
            "id": ticket.id,
            "operator_id": ticket.operator_id,
            "device_id": ticket.device_id,
            "roles": ticket.roles,
            "care_unit": ticket.care_unit,
            "issued_at": ticket.issued_at,
            "until": ticket.until,
        },
    )
    connection.execute(
        text(
            "INSERT INTO centre_device_operators VALUES (:device, :operator, :unit, :at) "
            "ON CONFLICT (device_id, operator_id) "
            "DO UPDATE SET care_unit = excluded.care_unit, last_at = excluded.last_at"
        ),
        {
            "device": ticket.device_id,
            "operator": ticket.operator_id,
            "unit": ticket.care_unit,
            "at": ticket.issued_at,
        },
    )


def used(connection: Connection, ticket_id: UUID, session_id: UUID) -> None:
    """The session that the ticket was issued for has been opened."""
    connection.execute(
        update(tickets).where(tickets.c.id == ticket_id).values(session_id=session_id)
    )


def revoke(
    connection: Connection,
    operator_id: UUID,
    at: datetime,
    *,
    but: UUID | None = None,
    beyond: Collection[Role] | None = None,
) -> None:
    """End all leave that the operator has, but for one ticket.

    With `beyond` only that which has a role that is not among these.
    """
    where = [tickets.c.operator_id == operator_id, tickets.c.revoked_at.is_(None)]
    if but is not None:
        where.append(tickets.c.id != but)
    if beyond is not None:
        query = select(tickets.c.id, tickets.c.roles).where(*where)
        wide = [row.id for row in connection.execute(query) if not row.roles <= set(beyond)]
        where.append(tickets.c.id.in_(wide))
    connection.execute(update(tickets).where(*where).values(revoked_at=at))


def ended(
    connection: Connection, device_ids: Collection[UUID], at: datetime
) -> dict[UUID, dict[UUID, datetime]]:
    """By desk, the operators whose newest leave there was revoked, while it still matters.

    With when that was given.
    """
    newer = tickets.alias()
    query = (
        select(tickets.c.device_id, tickets.c.operator_id, tickets.c.issued_at)
        .where(
            tickets.c.device_id.in_(list(device_ids)),
            tickets.c.revoked_at.is_not(None),
            tickets.c.until > at - LONGEST_SESSION,
            ~select(newer.c.id)
            .where(
                newer.c.operator_id == tickets.c.operator_id,
                newer.c.device_id == tickets.c.device_id,
                newer.c.issued_at > tickets.c.issued_at,
            )
            .exists(),
        )
        .distinct()
    )
    found: dict[UUID, dict[UUID, datetime]] = defaultdict(dict)
    for row in connection.execute(query):
        found[row.device_id][row.operator_id] = row.issued_at
    return found


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
