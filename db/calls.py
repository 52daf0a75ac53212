"""Calls in the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Text,
    bindparam,
    false,
    or_,
    select,
    text,
    union,
)

from db.base import ONE, Rows, Unit, spelt, table
from db.journal import entries
from db.parts import parts
from db.types import Code, Id, Time
from kundcenter.domain.calls import MISSED, Call, CallNotFound, CallState, Channel
from kundcenter.domain.people import Person

calls = table(
    "calls",
    Column("id", Id, primary_key=True),
    Column("channel", Code(Channel), nullable=False),
    Column("rang_at", Time, nullable=False),
    Column("queued_at", Time, nullable=False),
    Column("number", Text),
    Column("called", Text),
    Column("queue", Text),
    Column("line_call", Text),
    Column("keyed_id", Text),
    Column("state", Code(CallState), nullable=False),
    Column("operator_id", Id),
    Column("answered_at", Time),
    Column("ended_at", Time),
    Column("closed_at", Time),
    Column("outcome", Text),
    Column("wrap_up_until", Time),
    Column("number_hidden", Boolean, nullable=False, server_default=false()),
    Column("reference", Text, nullable=False, server_default=text("''")),
    Column("handled_at", Time),
    Column("handled_by", Id),
    Column("held_ms", BigInteger, nullable=False, server_default=text("0")),
    Column("held_since", Time),
    Index(None, "rang_at"),
    Index(None, "number", "rang_at"),
    Index(None, "queued_at"),
    Index(None, "line_call"),
    Index(None, "operator_id", "answered_at"),
)

OPEN = (CallState.TALKING, CallState.HELD, CallState.WRAP_UP)
ON_LINE = (CallState.RINGING, CallState.TALKING, CallState.HELD)

_is_open = calls.c.state.in_(spelt(OPEN))
_is_on_line = calls.c.state.in_(spelt(ON_LINE))

# Of the few calls that are not done: small for ever, and a call that is done costs them nothing.
Index(None, calls.c.operator_id, calls.c.rang_at, sqlite_where=_is_open)
Index(None, calls.c.line_call, calls.c.rang_at, sqlite_where=_is_on_line)

rows = Rows(calls, Call)

_LATEST = rows.select().order_by(calls.c.rang_at.desc()).limit(bindparam("limit"))
_OPEN = (
    rows.select()
    .where(calls.c.operator_id == bindparam("operator_id"), _is_open)
    .order_by(calls.c.rang_at)
)
_OF_NUMBER = (
    rows.select()
    .where(calls.c.number == bindparam("number"))
    .order_by(calls.c.rang_at.desc())
    .limit(bindparam("limit"))
)
_ON_LINE = (
    rows.select()
    .where(calls.c.line_call == bindparam("line_call"), _is_on_line)
    .order_by(calls.c.rang_at.desc())
    .limit(ONE)
)
_OF_PERSON = union(
    select(entries.c.call_id).where(
        entries.c.person_id == bindparam("person_id"), entries.c.call_id.is_not(None)
    ),
    select(parts.c.call_id).where(parts.c.person_id == bindparam("person_id")),
)
_ANSWERED = select(calls.c.line_call).where(
    calls.c.rang_at >= bindparam("start"),
    calls.c.answered_at.is_not(None),
    calls.c.line_call.is_not(None),
)
_MISSED = (
    rows.select()
    .where(
        calls.c.rang_at >= bindparam("start"),
        calls.c.state.in_(spelt(MISSED)),
        calls.c.handled_at.is_(None),
        or_(calls.c.line_call.is_(None), calls.c.line_call.not_in(_ANSWERED)),
    )
    .order_by(calls.c.rang_at.desc())
    .limit(bindparam("limit"))
)
_WHEN = select(calls.c.id, calls.c.answered_at).where(
    calls.c.id.in_(bindparam("ids", expanding=True)), calls.c.answered_at.is_not(None)
)
_ANSWERED_BETWEEN = (
    select(calls.c.id, calls.c.operator_id)
    .where(
        calls.c.rang_at >= bindparam("start"),
        calls.c.rang_at < bindparam("end"),
        calls.c.answered_at.is_not(None),
        calls.c.ended_at.is_not(None),
    )
    .order_by(calls.c.rang_at, calls.c.id)
)
_ANSWERED_IN_QUEUE = _ANSWERED_BETWEEN.where(calls.c.queue == bindparam("queue"))
_ANSWERED_BY_ALL = (
    rows.select()
    .where(
        calls.c.rang_at >= bindparam("start"),
        calls.c.rang_at < bindparam("end"),
        calls.c.answered_at.is_not(None),
    )
    .order_by(calls.c.rang_at, calls.c.id)
)
_ANSWERED_BY = _ANSWERED_BY_ALL.where(calls.c.operator_id == bindparam("operator_id"))
_SINCE = rows.select().where(calls.c.rang_at >= bindparam("start")).order_by(calls.c.rang_at)


class SqlCalls:
    """Calls by id, by state and by time."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection
        self._held: dict[UUID, Call] = {}

    def get(self, id: UUID) -> Call:
        """The call.  Raises CallNotFound."""
        self._unit.note_read("call", id)
        call = rows.get(self._on, id)
        if call is None:
            raise CallNotFound(id=id)
        self._held[id] = call
        return call

    def put(self, call: Call) -> None:
        """Add the call or replace it; of one that was got in this work, only what differs."""
        rows.put(self._on, call, before=self._held.get(call.id))
        self._held[call.id] = call
        self._unit.note_wrote("call", call.id)

    def latest(self, limit: int) -> tuple[Call, ...]:
        """The newest calls first."""
        return rows.all(self._on, _LATEST, limit=limit)

    def open_of(self, operator_id: UUID) -> tuple[Call, ...]:
        """The calls that the operator still has work with, the oldest first."""
        return rows.all(self._on, _OPEN, operator_id=operator_id)

    def on_line(self, line_call: str) -> Call | None:
        """The call that the exchange knows by this id, while it rings or is talked in."""
        return rows.one(self._on, _ON_LINE, line_call=line_call)

    def of_number(self, number: str, limit: int) -> tuple[Call, ...]:
        """Calls from one number, the newest first."""
        return rows.all(self._on, _OF_NUMBER, number=number, limit=limit)

    def missed(self, start: datetime, limit: int) -> tuple[Call, ...]:
        """Calls since `start` that nobody answered nor has seen to, the newest first.

        Not those that rang on and were answered at another telephone of the team.
        """
        return rows.all(self._on, _MISSED, start=start, limit=limit)

    def since(self, start: datetime) -> tuple[Call, ...]:
        """Calls that rang at `start` or later, the oldest first."""
        return rows.all(self._on, _SINCE, start=start)

    def answered_between(
        self, start: datetime, end: datetime, queue: str = ""
    ) -> tuple[tuple[UUID, UUID], ...]:
        """Calls that rang then, were answered and are over: their ids and who had them.

        Those of one queue or of all, by when they rang.
        """
        query = _ANSWERED_IN_QUEUE if queue else _ANSWERED_BETWEEN
        named = {"start": start, "end": end} | ({"queue": queue} if queue else {})
        return tuple((row.id, row.operator_id) for row in self._on.execute(query, named))

    def answered_by(
        self, operator_id: UUID | None, start: datetime, end: datetime
    ) -> tuple[Call, ...]:
        """The answered calls that rang then, of one operator or of all, by when they rang."""
        query = _ANSWERED_BY_ALL if operator_id is None else _ANSWERED_BY
        named = {"start": start, "end": end}
        return rows.all(
            self._on, query, **named, **({"operator_id": operator_id} if operator_id else {})
        )

    def answered_at(self, ids: Collection[UUID]) -> dict[UUID, datetime]:
        """When these were answered, of those that are kept here and were."""
        found = self._on.execute(_WHEN, {"ids": list(ids)}) if ids else ()
        return {row.id: row.answered_at for row in found}

    def guard_number(self, call_id: UUID, about: Person) -> None:
        """The number goes if the person is protected."""
        if about.protected:
            self._hide_numbers((call_id,))

    def guard_numbers(self, about: Person) -> None:
        """The numbers of all the person's calls go if the person is protected."""
        if about.protected:
            found = self._on.execute(_OF_PERSON, {"person_id": about.id})
            self._hide_numbers(sorted(id for (id,) in found))

    def _hide_numbers(self, call_ids: Iterable[UUID]) -> None:
        for id in call_ids:
            call = self.get(id)
            if not call.number_hidden:
                self.put(call.hiding_number())
