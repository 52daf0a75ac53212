"""One desk's push at the centre: one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, text

from db import access_log, operations
from db.base import Unit
from db.bound import BoundStore
from db.exchange_tables import quarantine, results
from db.faults import translated
from db.operators import SqlOperators, SqlSessions
from db.store import StoreTerms
from db.sync import admission_rows, capture, feed, past
from db.sync.device_rows import device_rows
from db.sync.quarantine import SqlAside
from db.work_items import SqlWorkItems
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.devices import Device
from kundcenter.domain.feed import (
    Result,
    asked_for,
)
from kundcenter.domain.identity import PersonId
from kundcenter.domain.operators import Session
from kundcenter.domain.tickets import Issued, Ticket
from kundcenter.domain.work_items import WorkItem
from kundcenter.errors import Spoilt, Unavailable
from kundcenter.operations import Operation, Source

_TAKEN = text(  # in the feed, or a session, which is in no feed
    "SELECT key FROM centre_current WHERE key = ANY(:keys) "
    "UNION SELECT replace(id::text, '-', '') FROM sessions WHERE id = ANY(:ids)"
)
_RESULT = select(results).where(
    results.c.device_id == bindparam("device_id"), results.c.n == bindparam("n")
)


class SqlBatch:
    """One desk's push: one transaction at the centre.  The device's row is held throughout."""

    def __init__(
        self, connection: Connection, device: Device, terms: StoreTerms, *, careful: bool
    ) -> None:
        self._connection = connection
        self._terms = terms
        self._careful = careful
        self.device = device
        unit = Unit(connection)
        self._sessions = SqlSessions(unit)
        self._items = SqlWorkItems(unit)
        self._opened: dict[UUID, Session] = {}
        self._known: set[UUID] = set()
        self._taken: set[UUID] = set()
        self._carried: list[Operation] = []
        self.aside = SqlAside(connection, device.id)

    def store(self, source: Callable[[], Source]) -> BoundStore:
        """Where verbs are carried out again, each in an `attempt`."""
        return BoundStore(self._connection, source, self._terms, record=self._carry)

    def _carry(self, _: Connection, operation: Operation) -> None:
        """All of them are written at once, by `record`."""
        self._carried.append(operation)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undone as a whole when it fails.  Raises Spoilt where only the whole push can be.

        A savepoint for each operation is half of what the simplest ones cost.
        """
        carried = len(self._carried)
        try:
            with translated(), self._connection.begin_nested() if self._careful else nullcontext():
                yield
        except Unavailable:
            raise
        except Exception:
            if not self._careful:
                raise Spoilt from None
            del self._carried[carried:]
            raise
        self._taken.update(id for each in self._carried[carried:] for id in each.given.ids)

    def result(self, n: int) -> tuple[bytes, Result] | None:
        """The verdict on the device's operation `n`, and the hash of what was judged."""
        found = self._connection.execute(_RESULT, {"device_id": self.device.id, "n": n}).first()
        return None if found is None else (found.hash, _told(found))

    def expect(self, operation_ids: Sequence[UUID], given: Collection[UUID]) -> None:
        """These are about to be judged, and were given these ids: one question for all of them."""
        query = select(results.c.operation_id).where(results.c.operation_id.in_(operation_ids))
        self._known = set(self._connection.execute(query).scalars())
        if given:
            named = {"keys": [id.hex for id in given], "ids": list(given)}
            found = self._connection.execute(_TAKEN, named).scalars()
            self._taken = {UUID(key) for key in found}

    def known(self, operation_id: UUID) -> bool:
        """Whether an operation of the id has been judged, of whatever device."""
        known = operation_id in self._known
        self._known.add(operation_id)
        return known

    def taken(self, ids: Collection[UUID]) -> bool:
        """Whether one of the ids, which were expected, was given out before."""
        return not self._taken.isdisjoint(ids)

    def session(self, id: UUID) -> Session | None:
        """The session as it was opened, if the centre knows of it."""
        if id not in self._opened:
            found = self._sessions.find(id)
            if found is None:
                return None
            self._opened[id] = found
        return self._opened[id]

    def admits(self) -> bool:
        """Whether anybody can sign in by the centre."""
        return admission_rows.admits(self._connection)

    def any_operator(self) -> bool:
        return SqlOperators(Unit(self._connection)).count() > 0

    def brought(self, operator_id: UUID) -> bool:
        """Whether the desk itself has added the operator, while it was alone."""
        self._write_carried()  # that is where it is looked for
        return admission_rows.brought(self._connection, self.device, operator_id)

    def ticket(self, id: UUID) -> Issued | None:
        """The ticket, if the centre has issued it."""
        return admission_rows.issued(self._connection, id)

    def ticket_used(self, id: UUID, session_id: UUID) -> None:
        """The session that the ticket was issued for has been opened."""
        admission_rows.used(self._connection, id, session_id)

    def revoke(
        self, operator_id: UUID, at: datetime, *, beyond: Collection[Role] | None = None
    ) -> None:
        """End all leave that the operator has, or only that which goes beyond these roles."""
        admission_rows.revoke(self._connection, operator_id, at, beyond=beyond)

    def add_accesses(self, records: Sequence[AccessRecord], at: datetime) -> None:
        """The next links of the device's access log, and when they came."""
        if records:
            access_log.add_all(self._connection, records)
            past.note_arrival(self._connection, self.device.id, records, at)

    def recall(self, n: int, about: UUID | PersonId, teams: Collection[str], at: datetime) -> bool:
        """Give the desk what is past of a person in the teams, if its access log says why."""
        return past.recall(self._connection, self.device.id, n, about, teams=teams, at=at)

    def set_aside(
        self, n: int, operation_id: UUID, body: bytes, at: datetime, due: timedelta
    ) -> None:
        """Keep what was not carried out, as it came."""
        self._connection.execute(
            insert(quarantine),
            {
                "device_id": self.device.id,
                "n": n,
                "operation_id": operation_id,
                "body": body,
                "since": at,
                "due_at": at + due,
            },
        )

    def add_work_item(self, item: WorkItem) -> None:
        """Work for somebody; it comes to the desks as any row does."""
        self._items.put(item)

    def reissue(self, ticket: Ticket) -> None:
        """Keep a ticket that was issued here, before the centre was put back in time."""
        admission_rows.issue(self._connection, ticket)

    def publish(self, care_unit: str, at: datetime) -> dict[str, int]:
        """Put what was written since the last time into the feed."""
        touched = capture.taken(self._connection)
        effect = feed.publish(self._connection, touched, care_unit, at) if touched else {}
        others = [each for each in effect if each.startswith("device:")]
        mine = asked_for(self.device.id)
        return {id: seq for id, seq in effect.items() if id not in others or id == mine}

    def record(self, judged: Sequence[tuple[Result, bytes]], at: datetime) -> None:
        """Keep the verdicts, each with the hash of what was judged, and what was carried out."""
        self._write_carried()
        if not judged:
            return
        self._connection.execute(
            insert(results),
            [
                {
                    "device_id": self.device.id,
                    "n": result.n,
                    "operation_id": result.operation_id,
                    "hash": hash,
                    "verdict": result.verdict,
                    "code": result.code,
                    "facts": msgspec.json.encode(result.facts, order="sorted").decode(),
                    "effect": msgspec.json.encode(result.effect, order="sorted").decode(),
                    "received_at": at,
                }
                for result, hash in judged
            ],
        )

    def _write_carried(self) -> None:
        if self._carried:
            operations.rows.add_all(self._connection, self._carried)
            self._carried = []

    def note_operators(self, seen: Mapping[UUID, str], at: datetime) -> None:
        """These have worked at the desk, each on behalf of a care unit."""
        for operator_id, care_unit in sorted(seen.items()):
            key = {"device_id": self.device.id, "operator_id": operator_id}
            self._connection.execute(
                text(
                    "INSERT INTO centre_device_operators VALUES "
                    "(:device_id, :operator_id, :care_unit, :at) "
                    "ON CONFLICT (device_id, operator_id) "
                    "DO UPDATE SET care_unit = excluded.care_unit, last_at = excluded.last_at"
                ),
                {**key, "care_unit": care_unit, "at": at},
            )

    def put_device(self, device: Device) -> None:
        """How the desk stands now."""
        device_rows.put(self._connection, device, before=self.device)
        self.device = device


def _told(row: Any) -> Result:
    return Result(
        row.n,
        row.operation_id,
        row.verdict,
        row.code,
        msgspec.json.decode(row.facts),
        msgspec.json.decode(row.effect),
    )
