"""The unit of work: one connection, one transaction, one operation, one set of changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection
from uuid6 import uuid7

from db import access_log, operations
from db.base import Unit
from db.calls import SqlCalls
from db.choices import SqlChoices
from db.commits import Commit, Heads, heads
from db.journal import SqlJournal
from db.local import SqlSlots
from db.operators import SqlOperators, SqlSessions
from db.people import SqlPeople
from db.units import SqlUnits
from kundcenter.changes import Changes
from kundcenter.domain.access import Actor
from kundcenter.domain.access_log import AccessRecord, Activity, Head, Purpose
from kundcenter.domain.triage import CodeSet, CodeSetNotFound
from kundcenter.operations import Account, Operation, Source, encode


class SqlReading:
    """The stores of every noun on one connection."""

    def __init__(
        self, connection: Connection, source: Source, codes: Mapping[str, CodeSet]
    ) -> None:
        self._unit = unit = Unit(connection)
        self._source = source
        self._codes = codes
        self.calls = SqlCalls(unit)
        self.people = SqlPeople(unit)
        self.journal = SqlJournal(unit)
        self.operators = SqlOperators(unit)
        self.sessions = SqlSessions(unit)
        self.units = SqlUnits(unit)
        self.choices = SqlChoices(unit)
        self.slots = SqlSlots(unit)

    @property
    def actor(self) -> Actor:
        return self._source.actor

    @property
    def now(self) -> datetime:
        return self._source.now

    @property
    def codes(self) -> CodeSet:
        """The code set in force; in replay the one that the verb read the first time."""
        current = max(self._codes)
        return self.codes_of(self._source.version("codes", current))

    def codes_of(self, version: str) -> CodeSet:
        """A code set by its version.  Raises CodeSetNotFound."""
        if version not in self._codes:
            raise CodeSetNotFound(version=version)
        return self._codes[version]

    def accesses(self, person_id: UUID, limit: int) -> tuple[AccessRecord, ...]:
        return access_log.of_person(self._unit.connection, person_id, limit)


class SqlViewing(SqlReading):
    """A reading that leaves access records behind, in the same transaction."""

    def __init__(
        self,
        connection: Connection,
        source: Source,
        codes: Mapping[str, CodeSet],
        *,
        device_id: UUID,
    ) -> None:
        super().__init__(connection, source, codes)
        self._device_id = device_id
        self._heads: Heads | None = None
        self._accesses: list[AccessRecord] = []
        self.witnessed = 0

    def witness(
        self,
        activity: Activity,
        person_id: UUID | None = None,
        *,
        level: str = "Journal",
        purpose: Purpose = Purpose.CARE,
        subject: tuple[str, UUID] | None = None,
        reason: str = "",
    ) -> None:
        self.witnessed += 1
        if self._source.replayed:
            return  # the records travel by themselves, as they were written at the desk
        actor = self.actor
        object_kind, object_id = subject or ("", None)
        head = self._ends().access
        record = AccessRecord(
            id=uuid7(),
            device_id=self._device_id,
            n=head.n + 1,
            at=self.now,
            operator_id=actor.operator_id,
            session_id=actor.session_id,
            roles=" ".join(sorted(actor.roles)),
            care_unit=actor.care_unit,
            activity=activity,
            level=level,
            purpose=purpose,
            person_id=person_id,
            object_kind=object_kind,
            object_id=object_id,
            reason=reason,
        ).chained(head.hash)
        access_log.add(self._unit.connection, record)
        self._accesses.append(record)
        self._heads = replace(self._ends(), access=Head(record.n, record.hash))

    def commit(self, operation: Operation | None = None) -> Commit:
        """What this unit of work leaves behind when it is committed."""
        unit = self._unit
        return Commit(operation, tuple(self._accesses), tuple(unit.slots), tuple(unit.attempts))

    def _ends(self) -> Heads:
        """How far both chains have come; asked when first needed."""
        if self._heads is None:
            self._heads = heads(self._unit.connection, self._device_id)
        return self._heads


class SqlWork(SqlViewing):
    """A verb in the making.  `finish` writes its operation, last of all."""

    def __init__(
        self,
        connection: Connection,
        source: Source,
        codes: Mapping[str, CodeSet],
        *,
        device_id: UUID,
        final: bool,
    ) -> None:
        super().__init__(connection, source, codes, device_id=device_id)
        self._final = final

    @property
    def final(self) -> bool:
        return self._final

    def new_id(self) -> UUID:
        return self._source.new_id()

    def changes(self) -> Changes:
        return Changes(self._unit.wrote)

    def finish(self, kind: str, arguments: Mapping[str, object]) -> Operation:
        """Write the operation and return it."""
        unit = self._unit
        ends = self._ends()
        account = Account(kind, encode(arguments), unit.read, unit.wrote, ends.access)
        operation = self._source.operation(account, ends.operation)
        operations.add(unit.connection, operation)
        return operation
