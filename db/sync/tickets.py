"""A desk's tickets, in its own file: in no operation, no mirror and no copy of it elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, Engine, bindparam, delete, select

from db.access_log import access_log
from db.base import Rows
from db.connect import IMMEDIATE
from db.exchange_tables import noted_tickets
from db.faults import translated
from db.local import mark, marked, slots
from db.sync import refounding
from kundcenter.domain.tickets import Ticket

HIGHEST = "clock_highest"  # the mark: the latest time that this machine has shown

_rows = Rows(noted_tickets, Ticket)
_LAST = (
    select(access_log.c.at)
    .where(access_log.c.device_id == bindparam("device_id"))
    .order_by(access_log.c.n.desc())
    .limit(1)
)


class SqlTickets:
    """The tickets of those who may sign in here while the centre is away."""

    def __init__(self, engine: Engine, device_id: UUID) -> None:
        self._readers = engine
        self._writers = engine.execution_options(**IMMEDIATE)
        self.device_id = device_id

    def of(self, operator_id: UUID) -> Ticket | None:
        """The operator's newest ticket, if there is one."""
        query = _rows.select().where(noted_tickets.c.operator_id == operator_id)
        with translated(), self._readers.connect() as connection:
            return _rows.one(connection, query)

    def put(self, ticket: Ticket) -> None:
        """Keep the ticket.  The time in it is the centre's, and corrects a clock gone wrong."""
        with translated(), self._writers.begin() as connection:
            connection.execute(
                delete(noted_tickets).where(noted_tickets.c.operator_id == ticket.operator_id)
            )
            _rows.add(connection, ticket)
            refounding.keep(connection, ticket)
            mark(connection, HIGHEST, ticket.issued_at.astimezone(UTC).isoformat())

    def drop(self, operator_id: UUID) -> None:
        """Destroy the operator's ticket, and the slot that their password opens."""
        with translated(), self._writers.begin() as connection:
            connection.execute(
                delete(noted_tickets).where(noted_tickets.c.operator_id == operator_id)
            )
            connection.execute(delete(slots).where(slots.c.operator_id == operator_id))

    def saw(self, now: datetime) -> None:
        """Keep the time when it is later than any that was seen."""
        with translated(), self._writers.begin() as connection:
            known = _highest(connection)
            if known is None or known < now:
                mark(connection, HIGHEST, now.astimezone(UTC).isoformat())

    def highest(self) -> datetime | None:
        """The latest time that was ever seen here; the last access record bears witness too."""
        with translated(), self._readers.connect() as connection:
            known, written = (
                _highest(connection),
                connection.execute(_LAST, {"device_id": self.device_id}).scalar(),
            )
        return max(filter(None, (known, written)), default=None)


def _highest(connection: Connection) -> datetime | None:
    found = marked(connection, HIGHEST)
    return None if found is None else datetime.fromisoformat(found)
