"""What the centre keeps of a desk's own work, for a desk that has lost it."""

from __future__ import annotations

from itertools import islice
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from db import access_log
from db.exchange_tables import quarantine, results
from db.operations import operations
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.feed import DeviceHeads

ROOM = 4 * 1024 * 1024  # bytes of operations in one answer, unless one alone is more
_JUDGED = (  # carried out, or kept aside: whatever became of them
    select(operations.c.body.label("done"), quarantine.c.body.label("aside"))
    .select_from(results)
    .outerjoin(
        operations,
        (operations.c.device_id == results.c.device_id) & (operations.c.n == results.c.n),
    )
    .outerjoin(
        quarantine,
        (quarantine.c.device_id == results.c.device_id) & (quarantine.c.n == results.c.n),
    )
    .where(results.c.device_id == bindparam("device_id"), results.c.n > bindparam("after"))
    .order_by(results.c.n)
)


def own_work(
    connection: Connection, device_id: UUID, after: DeviceHeads, most: int
) -> tuple[tuple[str, ...], tuple[AccessRecord, ...]]:
    """The next `most` operations, in the bytes that came, and the next `most` access records."""
    key = {"device_id": device_id, "after": after.operation.n}
    bodies: list[str] = []
    room = ROOM
    for row in connection.execute(_JUDGED.limit(most), key):
        body: bytes = row.done or row.aside
        room -= len(body)
        if room < 0 and bodies:
            break
        bodies.append(body.decode())
    accesses = access_log.chain(connection, device_id, after=after.access.n)
    return tuple(bodies), tuple(islice(accesses, most))
