"""Figures counted from the rows themselves: what cells are made of, and what no cell tells.

Every query finds its rows by the time of an index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    not_,
    null,
    or_,
    select,
    type_coerce,
    union,
    union_all,
)

from db.alarms import alarms
from db.base import spelt
from db.bookings import cancellations
from db.callbacks import callback_steps, callbacks
from db.calls import calls
from db.cases import cases
from db.freed_times import freed_times
from db.journal import entries, entry_versions
from db.parts import parts
from db.people import people
from db.referrals import referrals
from db.service_desk.questions import questions
from db.supervision.cell_at_once import Query, rows_at
from db.supervision.cell_tables import Source
from db.supervision.queue_calls import queue_calls
from db.types import Id, Time
from kundcenter.domain.callbacks import StepKind
from kundcenter.domain.calls import Channel
from kundcenter.domain.supervision.call_legs import Left, Leg, Rang, legs
from kundcenter.domain.supervision.dimensions import (
    AGAIN,
    BY_HAND,
    CONNECTED,
    FAILED,
    FIRST,
    IN_TIME,
    LATE,
    UNQUEUED,
    Dimension,
    callback_key,
)

Gap = tuple[datetime, datetime]
Rows = Iterable[Sequence[Any]]

_MS = timedelta(milliseconds=1)
_START: BindParameter[datetime] = bindparam("start")
_END: BindParameter[datetime] = bindparam("end")


class Counted(NamedTuple):
    """One thing that counts under one key of a dimension, once."""

    at: datetime
    dimension: Dimension
    key: str
    ms: int = 0
    call_id: UUID | None = None


def _within(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(column >= _START, column < _END)


# -- calls -------------------------------------------------------------------------------------

_C, _Q = calls.c, queue_calls.c
_NEXT = calls.alias("n")
_RANG = select(
    _C.queue,
    _C.line_call,
    _C.queued_at,
    _C.state,
    _C.answered_at,
    _C.ended_at,
    _C.wrap_up_until,
    _C.held_ms,
    select(func.min(_NEXT.c.answered_at))
    .where(
        _NEXT.c.operator_id == _C.operator_id,
        _NEXT.c.answered_at >= _C.ended_at,
        _NEXT.c.answered_at < _C.wrap_up_until,
        _NEXT.c.id != _C.id,
    )
    .correlate(calls)
    .scalar_subquery(),
)
_LEFT = select(_Q.queue, _Q.line_call, _Q.joined_at, _Q.left_at, _Q.reached)
_SAME = union(
    select(_C.line_call).where(_within(_C.queued_at), _C.line_call.is_not(None)),
    select(_Q.line_call).where(_within(_Q.joined_at)),
)
_QUEUED = and_(_C.channel.in_(spelt([Channel.LINE])), _C.queue.is_not(None))
_RANG_THEN = _RANG.where(_within(_C.queued_at), _QUEUED)
_RANG_BESIDE = _RANG.where(_C.line_call.in_(_SAME), not_(_within(_C.queued_at)), _QUEUED)
_LEFT_THEN = _LEFT.where(_within(_Q.joined_at))
_LEFT_BESIDE = _LEFT.where(_Q.line_call.in_(_SAME), not_(_within(_Q.joined_at)))


def call_legs(connection: Connection, start: datetime, end: datetime) -> list[Leg]:
    """The callers who joined a queue in the time."""
    (found,) = call_legs_at(connection, [(start, end)])
    return found


def call_legs_at(
    connection: Connection, times: Sequence[Gap], now: datetime | None = None
) -> list[list[Leg]]:
    """Those of each of the times; `now` None: nobody of them waits any more."""
    spans = _named(times)
    rang = [[Rang(*row) for row in some] for some in rows_at(connection, _RANG_THEN, spans)]
    left = [[Left(*row) for row in some] for some in rows_at(connection, _LEFT_THEN, spans)]
    if any(left) or any(row.line_call is not None for some in rang for row in some):
        for mine, some in zip(rang, rows_at(connection, _RANG_BESIDE, spans), strict=True):
            mine += [Rang(*row) for row in some]
        for gone, some in zip(left, rows_at(connection, _LEFT_BESIDE, spans), strict=True):
            gone += [Left(*row) for row in some]
    return [
        [leg for leg in legs(mine, gone, now) if start <= leg.joined_at < end]
        for (start, end), mine, gone in zip(times, rang, left, strict=True)
    ]


def _named(times: Iterable[Gap]) -> list[dict[str, object]]:
    return [{"start": start, "end": end} for start, end in times]


# Beside every queue: each registered one, and of one that rang at several desks the first.
_BEFORE = calls.alias("b")
_OUTSIDE = select(_C.queued_at, _C.channel, _C.id).where(
    _within(_C.queued_at),
    or_(
        _C.channel.in_(spelt([Channel.MANUAL])),
        and_(
            _C.queue.is_(None),
            not_(
                exists().where(
                    _BEFORE.c.line_call == _C.line_call,
                    _BEFORE.c.queue.is_(None),
                    _BEFORE.c.channel == _C.channel,
                    or_(
                        _BEFORE.c.queued_at < _C.queued_at,
                        and_(_BEFORE.c.queued_at == _C.queued_at, _BEFORE.c.id < _C.id),
                    ),
                )
            ),
        ),
    ),
)

# -- what else is counted ----------------------------------------------------------------------


_E, _V = entries.c, entry_versions.c


def _day_before(dialect: str, column: str) -> ColumnElement[Any]:
    """The same second the day before."""
    if dialect == "sqlite":
        return literal_column(f"datetime({column}, '-1 day')")
    return literal_column(f"date_trunc('second', {column}) - interval '24 hours'")


@cache
def _repeats(dialect: str) -> Select[Any]:
    """Notes, and whether the patient had another contact lately: not a note of the same call.

    Registrations that have been merged are one patient.
    """
    earlier, patient, merged = entries.alias("earlier"), people.alias("me"), people.alias("merged")
    kept = func.coalesce(patient.c.merged_into, patient.c.id)  # who is merged points to nobody else
    others = select(merged.c.id).where(merged.c.merged_into == kept).correlate(patient)
    again = exists().where(
        or_(earlier.c.person_id == kept, earlier.c.person_id.in_(others)),
        earlier.c.contact_at >= _day_before(dialect, "entries.contact_at"),
        earlier.c.contact_at < _E.contact_at,
        or_(
            earlier.c.call_id.is_(None),
            _E.call_id.is_(None),
            earlier.c.call_id != _E.call_id,
        ),
    )
    return (
        select(_E.contact_at, again.label("again"), _E.call_id)
        .join(patient, patient.c.id == _E.person_id)
        .where(_within(_E.contact_at))
    )


_LATER = entry_versions.alias("later")
_NOTES = (
    select(
        _E.contact_at,
        _E.call_id,
        _V.outcome,
        _V.urgency,
        _V.reason,
        _V.unit_id,
        _V.deviation,
        _V.interpreter_kind,
    )
    .join(entry_versions, _V.entry_id == _E.id)
    .where(
        _within(_E.contact_at),
        not_(exists().where(_LATER.c.entry_id == _E.id, _LATER.c.number > _V.number)),
    )
)
_S, _B, _R, _P = callback_steps.c, callbacks.c, referrals.c, parts.c
_X, _F, _A, _K, _U = cancellations.c, freed_times.c, alarms.c, cases.c, questions.c
# Each is placed, and closed, once; what lies between is no figure.
_STEPS = (
    StepKind.PLACED,
    StepKind.DONE,
    StepKind.NOT_REACHED,
    StepKind.CANCELLED,
    StepKind.EXPIRED,
)


def _told(
    dimension: Dimension,
    at: ColumnElement[Any],
    key: ColumnElement[Any],
    *,
    more: ColumnElement[Any] | None = None,
    since: ColumnElement[Any] | None = None,
    until: ColumnElement[Any] | None = None,
    call_id: ColumnElement[Any] | None = None,
) -> Select[Any]:
    """One thing of the time; all of them have the same columns, so that one query finds them."""
    nothing = null()
    columns: tuple[ColumnElement[Any], ...] = (
        literal_column(f"'{dimension}'", Text).label("dimension"),
        type_coerce(at, Time).label("at"),
        type_coerce(key, Text).label("key"),
        type_coerce(nothing if more is None else more, Text).label("more"),
        type_coerce(nothing if since is None else since, Time).label("since"),
        type_coerce(nothing if until is None else until, Time).label("until"),
        type_coerce(nothing if call_id is None else call_id, Id).label("call_id"),
    )
    return select(*columns).where(_within(at))


def _either(condition: ColumnElement[bool], yes: str, no: str) -> ColumnElement[Any]:
    words = literal_column(f"'{yes}'", Text), literal_column(f"'{no}'", Text)
    return case((condition, words[0]), else_=words[1])


_LATE = _either(_X.late, LATE, IN_TIME)
_CONNECTED = _either(_A.connected_at.is_not(None), CONNECTED, FAILED)
_REST = union_all(
    # The first has all columns in earnest: PostgreSQL takes their types from it.
    _told(
        Dimension.CALLBACK,
        _S.at,
        _S.kind,
        more=_B.kind,
        since=_B.made_at,
        until=_B.promised_to,
        call_id=_B.call_id,
    )
    .join(callbacks, _B.id == _S.callback_id)
    .where(_S.kind.in_(spelt(_STEPS))),
    _told(Dimension.PART_KIND, _P.opened_at, _P.kind, call_id=_P.call_id),
    _told(Dimension.FOLLOW_UP, _R.made_at, _R.state, call_id=_R.call_id),
    _told(Dimension.CANCELLATION, _X.at, _X.reason, more=_LATE, call_id=_X.call_id).where(
        not_(or_(_X.again, _X.missed))  # told twice, or nobody came: no cancellation
    ),
    _told(Dimension.FREED, _F.released_at, _F.state),
    _told(Dimension.ALARM, _A.raised_at, _CONNECTED, call_id=_A.call_id),
    _told(Dimension.CASE, _K.received_at, _K.kind, call_id=_K.call_id),
    _told(Dimension.CASE_CONFIRMED, _K.confirmed_at, _K.kind, call_id=_K.call_id),
    _told(Dimension.QUESTION, _U.at, _U.handler, call_id=_U.call_id),
)


_TIMES = (
    _C.queued_at,
    _Q.joined_at,
    _E.contact_at,
    _S.at,
    _P.opened_at,
    _R.made_at,
    _X.at,
    _F.released_at,
    _A.raised_at,
    _K.received_at,
    _K.confirmed_at,
    _U.at,
)
_FIRSTS = union_all(*(select(func.min(time).label("at")) for time in _TIMES))


def earliest(connection: Connection) -> datetime | None:
    """The time of the first of all rows that count; None of none."""
    found = connection.execute(_FIRSTS).scalars()
    return min((at for at in found if at is not None), default=None)


def scans_at(connection: Connection, source: Source, times: Sequence[Gap]) -> list[list[Counted]]:
    """What a source has in each of the times."""
    query, told = _SCANS[source]
    found = rows_at(connection, query(connection.dialect.name), _named(times))
    return [list(told(rows)) for rows in found]


def scan(connection: Connection, source: Source, start: datetime, end: datetime) -> list[Counted]:
    """What a source has in the time."""
    (found,) = scans_at(connection, source, [(start, end)])
    return found


def _of_calls(rows: Rows) -> Iterator[Counted]:
    for at, channel, call_id in rows:
        sort = BY_HAND if channel is Channel.MANUAL else UNQUEUED
        yield Counted(at, Dimension.CALL_SORT, sort, 0, call_id)


def _of_repeats(rows: Rows) -> Iterator[Counted]:
    for at, again, call_id in rows:
        yield Counted(at, Dimension.REPEAT, AGAIN if again else FIRST, 0, call_id)


def _of_notes(rows: Rows) -> Iterator[Counted]:
    for at, call, outcome, urgency, reason, unit_id, deviation, interpreter in rows:
        yield Counted(at, Dimension.OUTCOME, outcome, 0, call)
        yield Counted(at, Dimension.URGENCY, urgency, 0, call)
        yield Counted(at, Dimension.REASON, reason, 0, call)
        if unit_id is not None:
            yield Counted(at, Dimension.UNIT, str(unit_id), 0, call)
        if deviation:
            yield Counted(at, Dimension.DEVIATION, deviation, 0, call)
        if interpreter:
            yield Counted(at, Dimension.INTERPRETER, interpreter, 0, call)


def _of_rest(rows: Rows) -> Iterator[Counted]:
    for named, at, key, more, since, until, call_id in rows:
        dimension = Dimension(named)
        if dimension is Dimension.CALLBACK:
            done = key == StepKind.DONE
            waited = max((at - since) // _MS, 0) if done else 0
            told = callback_key(more, key, done and at > until)
            yield Counted(at, dimension, told, waited, call_id)
            continue
        yield Counted(at, dimension, key, 0, call_id)
        if dimension is Dimension.CANCELLATION:
            yield Counted(at, Dimension.CANCEL_TIME, more, 0, call_id)


_SCANS: dict[Source, tuple[Callable[[str], Query], Callable[[Rows], Iterator[Counted]]]] = {
    Source.CALLS: (lambda _: _OUTSIDE, _of_calls),
    Source.REPEATS: (_repeats, _of_repeats),
    Source.NOTES: (lambda _: _NOTES, _of_notes),
    Source.REST: (lambda _: _REST, _of_rest),
}
