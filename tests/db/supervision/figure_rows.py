"""Rows that figures are counted from: all sorts of them, also the odd ones, by a seed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Connection, Integer, Table, insert

from db.alarms import alarms
from db.bookings import bookings, cancellations
from db.callbacks import callback_steps, callbacks
from db.calls import calls
from db.cases import cases
from db.freed_times import freed_times
from db.journal import entries, entry_versions
from db.parts import parts
from db.people import people
from db.referrals import referrals
from db.service_desk.questions import questions
from db.supervision.queue_calls import queue_calls
from db.timeslots import timeslots
from db.types import Bytes, Code, Codes, Day, Id, Time
from db.units import units
from kundcenter.domain.calls import CallState, Channel
from kundcenter.domain.parts import PartKind
from kundcenter.domain.referrals import ReferralState

QUEUES = ("1177", "vaxel", "service")
OUTCOMES = ("EGENVARD", "VC", "AKUT", "INFO", "AVBRUTET", "NARAKUT", "")
NUMBERS = tuple(f"+4670174060{n}" for n in range(8))  # fictional; few, so that some ring again
_AT = datetime(2026, 1, 1, tzinfo=UTC)

Row = tuple[Table, dict[str, Any]]


def row(table: Table, **given: object) -> dict[str, Any]:
    """A row with what is given; the rest says nothing."""
    found: dict[str, Any] = dict(given)
    for column in table.columns:
        if column.name in found or column.nullable or column.server_default is not None:
            continue
        found[column.name] = _nothing(column.type)
    return found


def _nothing(kind: Any) -> object:
    if isinstance(kind, Id):
        return UUID(int=0)
    if isinstance(kind, Code):
        first: StrEnum = next(iter(kind.codes))
        return first
    for sort, value in (
        (Codes, frozenset()),
        (Day, date(2026, 1, 1)),
        (Time, _AT),
        (Boolean, False),
        (Integer, 0),
        (Bytes, b""),
    ):
        if isinstance(kind, sort):
            return value
    return ""


class Rows:
    """Rows of one time, by a seed; the same seed gives the same rows."""

    def __init__(self, seed: int, start: datetime, end: datetime, operators: int = 4) -> None:
        self._chance = Random(seed)
        self._start, self._end = start, end
        self._calls = 0
        self.operators = tuple(self.id() for _ in range(operators))
        self.people = tuple(self.id() for _ in range(40))
        self.person, self.unit, self.slot, self.booking, self.call = (self.id() for _ in range(5))

    def id(self) -> UUID:
        return UUID(int=self._chance.getrandbits(128))

    def at(self) -> datetime:
        """Some instant of the time; now and then the very beginning of an hour, or its end."""
        whole = int((self._end - self._start).total_seconds() * 1_000_000)
        found = self._start + timedelta(microseconds=self._chance.randrange(whole))
        edge = self._chance.random()
        if edge < 0.03:
            return found.replace(minute=0, second=0, microsecond=0)
        return found.replace(minute=59, second=59, microsecond=999_999) if edge < 0.06 else found

    def some(self, seconds: int) -> timedelta:
        return timedelta(microseconds=self._chance.randrange(seconds * 1_000_000))

    def parents(self) -> Iterator[Row]:
        """What the others point to."""
        for number, id in enumerate((self.person, *self.people)):
            yield people, row(people, id=id, id_value=f"{number}")
        yield calls, row(calls, id=self.call, channel=Channel.MANUAL)
        yield units, row(units, id=self.unit)
        yield timeslots, row(timeslots, id=self.slot, unit_id=self.unit)
        yield (
            bookings,
            row(bookings, id=self.booking, person_id=self.person, unit_id=self.unit),
        )

    def of_calls(self, count: int) -> Iterator[Row]:
        for _ in range(count):
            yield from self._a_call()

    def _a_call(self) -> Iterator[Row]:
        """One caller: at one telephone or at several, told by the exchange or not at all."""
        self._calls += 1
        pick = self._chance.random()
        joined = self.at()
        if pick < 0.05:
            yield calls, self._manual(joined)
            return
        queue = None if pick < 0.1 else self._chance.choice(QUEUES)
        line_call = None if pick < 0.12 else f"x-{self._calls}"
        number = self._chance.choice((None, *NUMBERS))
        waited = self.some(self._chance.choice((6, 120, 900, 4_000)))
        fate = self._chance.random()
        desks = self._chance.choice((1, 1, 1, 2, 3))
        if queue and line_call and fate < 0.1:  # nobody's telephone rang
            yield queue_calls, self._left(line_call, queue, joined, waited)
            return
        for desk in range(desks if line_call else 1):
            own = joined + timedelta(milliseconds=self._chance.randrange(-400, 400))
            wins = desk == 0 or fate > 0.93  # passed on to a colleague: two have talked
            yield calls, self._rang(queue, line_call, number, own, own + waited, fate, wins)
        if queue and line_call and 0.1 < fate < 0.25:
            yield queue_calls, self._left(line_call, queue, joined, waited)
        if queue and line_call and fate > 0.97:  # and into another queue, perhaps much later
            again = joined + waited + self.some(7_200)
            other = self._chance.choice(QUEUES)
            yield calls, self._rang(other, line_call, number, again, again + waited, 0.8, True)

    def _left(
        self, line_call: str, queue: str, joined: datetime, waited: timedelta
    ) -> dict[str, Any]:
        return row(
            queue_calls,
            id=self.id(),
            line_call=line_call,
            queue=queue,
            joined_at=joined,
            left_at=joined + waited,
            reached=self._chance.random() < 0.2,
        )

    def _manual(self, at: datetime) -> dict[str, Any]:
        return row(
            calls,
            id=self.id(),
            channel=Channel.MANUAL,
            rang_at=at,
            queued_at=at,
            state=CallState.TALKING,
            operator_id=self._chance.choice(self.operators),
            answered_at=at,
        )

    def _rang(
        self,
        queue: str | None,
        line_call: str | None,
        number: str | None,
        queued: datetime,
        end: datetime,
        fate: float,
        wins: bool,
    ) -> dict[str, Any]:
        told: dict[str, Any] = {
            "id": self.id(),
            "channel": Channel.LINE,
            "queue": queue,
            "line_call": line_call,
            "number": number,
            "queued_at": queued,
            "rang_at": max(queued, end - timedelta(seconds=5)),
        }
        if fate < 0.2:
            told |= {"state": CallState.ABANDONED, "ended_at": end, "closed_at": end}
        elif fate < 0.25 or not wins:
            told |= {"state": CallState.PASSED_ON, "ended_at": end, "closed_at": end}
        elif fate < 0.28:
            told |= {"state": CallState.RINGING}
        else:
            told |= self._talk(end, fate)
        return row(calls, **told)

    def _talk(self, answered: datetime, fate: float) -> dict[str, Any]:
        operator = self._chance.choice(self.operators)
        told: dict[str, Any] = {"operator_id": operator, "answered_at": answered}
        if fate < 0.31:
            return {**told, "state": CallState.TALKING}
        over = answered + self.some(1_500)
        if fate < 0.33:  # the clock was set back
            over = answered - timedelta(seconds=3)
        wrap = over + self.some(600) if fate > 0.5 else None
        held = self._chance.choice((0, 0, 4_000, 700_000))
        return {
            **told,
            "state": CallState.DONE,
            "ended_at": over,
            "closed_at": over,
            "wrap_up_until": wrap,
            "held_ms": held,
        }

    def notes(self, count: int) -> Iterator[Row]:
        pick = self._chance.choice
        for _ in range(count):
            entry, at = self.id(), self.at()
            told = {"person_id": pick(self.people), "call_id": pick((None, None, self.call))}
            yield entries, row(entries, id=entry, **told, contact_at=at, created_at=at)
            for number in range(1, self._chance.randrange(1, 4)):
                yield entry_versions, row(
                    entry_versions,
                    id=self.id(),
                    entry_id=entry,
                    number=number,
                    outcome=pick(OUTCOMES),
                    urgency=pick(("U1", "U3", "U6", "")),
                    reason=pick(("FEBER", "HOSTA")),
                    unit_id=pick((None, self.unit)),
                    deviation=pick(("", "", "PATIENT")),
                    interpreter_kind=pick(("", "", "TELEFONTOLK")),
                    written_at=at,
                )  # fmt: skip
            if self._chance.random() < 0.3:
                made = row(
                    referrals,
                    id=self.id(),
                    entry_id=entry,
                    person_id=self.person,
                    made_at=at + self.some(600),
                    state=pick(list(ReferralState)),
                )
                yield referrals, made

    def others(self, count: int) -> Iterator[Row]:
        """Of everything else so many each."""
        pick = self._chance.choice
        for _ in range(count):
            at = self.at()
            yield from self._callback(at)
            yield alarms, row(
                alarms, id=self.id(), raised_at=self.at(), connected_at=pick((None, at))
            )  # fmt: skip
            yield cases, row(
                cases, id=self.id(), received_at=self.at(), confirmed_at=pick((None, self.at()))
            )  # fmt: skip
            yield questions, row(questions, id=self.id(), at=self.at())
            yield cancellations, row(
                cancellations,
                id=self.id(),
                booking_id=self.booking,
                at=self.at(),
                late=pick((True, False)),
                again=self._chance.random() < 0.1,
                missed=self._chance.random() < 0.1,
            )  # fmt: skip
            yield (
                freed_times,
                row(
                    freed_times,
                    id=self.id(),
                    timeslot_id=self.slot,
                    unit_id=self.unit,
                    released_at=self.at(),
                ),
            )
            call = row(calls, id=self.id(), channel=Channel.MANUAL, queued_at=at, rang_at=at)
            yield calls, call
            yield parts, row(
                parts,
                id=self.id(),
                call_id=call["id"],
                kind=pick(list(PartKind)),
                opened_at=self.at(),
            )  # fmt: skip

    def _callback(self, made: datetime) -> Iterator[Row]:
        found = row(
            callbacks,
            id=self.id(),
            kind=self._chance.choice(("KO", "EGEN")),
            made_at=made,
            promised_from=made + timedelta(hours=1),
            promised_to=made + timedelta(hours=2),
        )
        yield callbacks, found
        steps = (
            ("PLACERAD", made),
            ("TAGEN", made + self.some(9_000)),
            (self._chance.choice(("KLAR", "KLAR", "AVSLUTAD_EJ_NADD")), made + self.some(12_000)),
        )
        for kind, at in steps:
            yield (
                callback_steps,
                row(callback_steps, id=self.id(), callback_id=found["id"], kind=kind, at=at),
            )


def write(connection: Connection, rows: Iterator[Row]) -> None:
    """In the order given, so that parents are there before children."""
    for table, values in rows:
        connection.execute(insert(table), values)
