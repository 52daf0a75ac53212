"""What the centre has set aside, and what becomes of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Select, bindparam, select, update

from db.exchange_tables import devices, quarantine, results
from db.faults import translated
from db.operators import operators
from db.work_items import rows as item_rows
from db.work_items import work_items
from kundcenter.domain.feed import Verdict
from kundcenter.domain.operators import OperatorNotFound
from kundcenter.domain.quarantine import Aside, QuarantineNotFound, Waiting
from kundcenter.domain.work_items import WorkItem

_JUDGED = (results.c.device_id == quarantine.c.device_id) & (results.c.n == quarantine.c.n)
_OPEN = quarantine.c.driven_at.is_(None) & (results.c.verdict == Verdict.QUARANTINED)
_KEPT = (
    select(quarantine, results.c.hash, results.c.verdict)
    .join(results, _JUDGED)
    .where(
        quarantine.c.device_id == bindparam("device_id"),
        quarantine.c.n == bindparam("n"),
    )
)
_DRIVEN = (
    update(quarantine)
    .where(quarantine.c.device_id == bindparam("of_device"), quarantine.c.n == bindparam("of_n"))
    .values(driven_at=bindparam("at"))
)
_AGAIN = (
    update(quarantine)
    .where(quarantine.c.device_id == bindparam("of_device"), quarantine.c.n == bindparam("of_n"))
    .values(again=True)
)


class SqlAside:
    """What is set aside of one desk, in a transaction of the centre's."""

    def __init__(self, connection: Connection, device_id: UUID) -> None:
        self._on = connection
        self._device_id = device_id

    def kept(self, n: int) -> Aside | None:
        """The desk's operation `n` as it came, if it was set aside."""
        row = self._on.execute(_KEPT, {"device_id": self._device_id, "n": n}).first()
        if row is None:
            return None
        return Aside(
            row.operation_id,
            row.device_id,
            row.n,
            bytes(row.body),
            bytes(row.hash),
            row.verdict,
            row.since,
            row.driven_at,
            row.again,
        )

    def item(self, id: UUID) -> WorkItem | None:
        """Its work item."""
        return item_rows.get(self._on, id)

    def driven(self, n: int, at: datetime) -> None:
        """It has been carried out after all."""
        key = {"of_device": self._device_id, "of_n": n}
        self._on.execute(_DRIVEN, {**key, "at": at})

    def again(self, n: int) -> None:
        """An earlier epoch had carried it out: it is to be tried again when more has come."""
        self._on.execute(_AGAIN, {"of_device": self._device_id, "of_n": n})


def again(connection: Connection) -> tuple[tuple[UUID, int], ...]:
    """What an earlier epoch had carried out and this one could not yet: desk and number."""
    query = (
        select(quarantine.c.device_id, quarantine.c.n)
        .join(results, _JUDGED)
        .join(work_items, work_items.c.id == quarantine.c.operation_id)
        .where(_OPEN, quarantine.c.again, work_items.c.resolved_at.is_(None))
        .order_by(quarantine.c.device_id, quarantine.c.n)
    )
    return tuple((row.device_id, row.n) for row in connection.execute(query))


class SqlQuarantine:
    """The centre's quarantine for those who see to it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def waiting(self) -> tuple[Waiting, ...]:
        """All that waits, by desk and in the desk's own order."""
        with translated(), self._engine.connect() as connection:
            return tuple(map(_told, connection.execute(_WAITING)))

    def one(self, id: UUID) -> Waiting:
        """One of them.  Raises QuarantineNotFound."""
        query = _WAITING.where(quarantine.c.operation_id == id)
        with translated(), self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise QuarantineNotFound(id=id)
        return _told(row)

    def contents(self, id: UUID) -> bytes:
        """The operation in the bytes that came.  Raises QuarantineNotFound."""
        query = select(quarantine.c.body).where(quarantine.c.operation_id == id)
        with translated(), self._engine.connect() as connection:
            body = connection.execute(query).scalar()
        if body is None:
            raise QuarantineNotFound(id=id)
        return bytes(body)

    def own(self, id: UUID, user_name: str) -> None:
        """Somebody sees to it from now on; with an empty name nobody does.

        Raises QuarantineNotFound, OperatorNotFound.
        """
        with translated(), self._engine.begin() as connection:
            owner: UUID | None = None
            if user_name:
                named = select(operators.c.id).where(operators.c.user_name == user_name)
                owner = connection.execute(named).scalar()
                if owner is None:
                    raise OperatorNotFound
            changed = connection.execute(
                update(quarantine)
                .where(quarantine.c.operation_id == id, quarantine.c.driven_at.is_(None))
                .values(owner_id=owner)
            )
            if changed.rowcount != 1:
                raise QuarantineNotFound(id=id)


_WAITING: Select[Any] = (
    select(
        quarantine.c.operation_id,
        quarantine.c.device_id,
        quarantine.c.n,
        quarantine.c.since,
        quarantine.c.due_at,
        quarantine.c.again,
        results.c.code,
        devices.c.name,
        work_items.c.verb,
        work_items.c.resolved_at,
        operators.c.user_name,
    )
    .join(results, _JUDGED)
    .join(devices, devices.c.id == quarantine.c.device_id)
    .outerjoin(work_items, work_items.c.id == quarantine.c.operation_id)
    .outerjoin(operators, operators.c.id == quarantine.c.owner_id)
    .where(_OPEN)
    .order_by(devices.c.name, quarantine.c.device_id, quarantine.c.n)
)


def _told(row: Any) -> Waiting:
    return Waiting(
        row.operation_id,
        row.device_id,
        row.name,
        row.n,
        row.verb or "",
        row.code,
        row.since,
        row.due_at,
        row.user_name or "",
        row.again,
        row.resolved_at is not None,
    )
