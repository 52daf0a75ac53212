"""A contest for seats on one PostgreSQL: sets it up, lets it run, looks at what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import Engine, text

import resources.demo
from db.connect import open_central
from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.visit_times import NewTime
from kundcenter.start.desk import new_id
from tests.ground import Clock, Ground, desk_on, fill_central, opened
from tests.postgres import PostgresServer
from tests.rig.contest import TIME_TYPE, Plan, Said
from tests.rig.processes import LONG, Running, until

INTERVALS, PLACES = 8, 25  # of the contested queue: 200 seats
TIMES = 40  # of one patient each
_MONDAY = 1

# What must not be, as SQL that counts it (RELIABILITY C-checkers of capacity).
NEVER = {
    "a seat beyond the capacity": (
        "SELECT count(*) FROM timeslot_seats s JOIN timeslots t ON t.id = s.timeslot_id "
        "WHERE s.held_by IS NOT NULL AND s.number > t.capacity"
    ),
    "two open call-backs on one seat": (
        "SELECT count(*) FROM (SELECT 1 FROM callbacks WHERE seat > 0 AND state IN "
        "('UTLAMNAD_TID', 'RINGS', 'EJ_SVAR') GROUP BY timeslot_id, seat HAVING count(*) > 1) x"
    ),
    "two open call-backs of one patient": (
        "SELECT count(*) FROM (SELECT 1 FROM callbacks WHERE state IN "
        "('UTLAMNAD_TID', 'RINGS', 'EJ_SVAR') GROUP BY unit_id, category, person_id "
        "HAVING count(*) > 1) x"
    ),
    "an open call-back without its seat": (
        "SELECT count(*) FROM callbacks c WHERE c.seat > 0 AND c.state IN "
        "('UTLAMNAD_TID', 'RINGS', 'EJ_SVAR') AND NOT EXISTS (SELECT 1 FROM timeslot_seats s "
        "WHERE s.timeslot_id = c.timeslot_id AND s.number = c.seat AND s.held_by = c.id)"
    ),
    "two bookings of one time": (
        "SELECT count(*) FROM (SELECT 1 FROM bookings WHERE state = 'STAENDE' AND seat > 0 "
        "GROUP BY timeslot_id, seat HAVING count(*) > 1) x"
    ),
    "a booking without its seat": (
        "SELECT count(*) FROM bookings b WHERE b.state = 'STAENDE' AND b.seat > 0 AND NOT EXISTS "
        "(SELECT 1 FROM timeslot_seats s WHERE s.timeslot_id = b.timeslot_id "
        "AND s.number = b.seat AND s.held_by = b.id)"
    ),
    "a seat that nobody holds who is said to": (
        "SELECT count(*) FROM timeslot_seats s WHERE s.held_by IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = s.held_by AND b.state = 'STAENDE') "
        "AND NOT EXISTS (SELECT 1 FROM callbacks c WHERE c.id = s.held_by)"
    ),
    "two open offers of one time": (
        "SELECT count(*) FROM (SELECT 1 FROM offers WHERE state = 'ERBJUDEN' "
        "GROUP BY freed_id HAVING count(*) > 1) x"
    ),
    "two who said yes to one time": (
        "SELECT count(*) FROM (SELECT 1 FROM offers WHERE state = 'TACKAT_JA' "
        "GROUP BY freed_id HAVING count(*) > 1) x"
    ),
    "one offer made twice": (
        "SELECT count(*) FROM (SELECT 1 FROM offers GROUP BY freed_id, number "
        "HAVING count(*) > 1) x"
    ),
    "a booking that was cancelled twice": (
        "SELECT count(*) FROM (SELECT 1 FROM cancellations WHERE NOT again "
        "GROUP BY booking_id HAVING count(*) > 1) x"
    ),
}


@dataclass(slots=True)
class Contest:
    """A database where there is something to contend for, and its contestants."""

    url: str
    engine: Engine
    folder: Path
    plan: Plan

    def run(self) -> list[Said]:
        """Let all of them loose at the same moment; what each of them says in the end."""
        file = self.folder / "plan.json"
        file.write_bytes(msgspec.json.encode(self.plan))
        found = [
            Running(f"c{n}", self.folder, ["tests.rig.contest", self.url, str(file), str(n)])
            for n in range(self.plan.many)
        ]
        for each in found:
            each.begin()
        try:
            until(
                lambda: not any(each.alive for each in found),
                within=20 * LONG,
                what="the contest is over",
            )
            codes = [each.wait() for each in found]
            assert codes == [0] * len(found), [each.err.read_text()[-400:] for each in found]
        finally:
            for each in found:
                each.kill()
        return [msgspec.json.decode(each.out.read_bytes(), type=Said) for each in found]

    def count(self, query: str) -> int:
        with self.engine.connect() as connection:
            return int(connection.execute(text(query)).scalar_one())

    def wrong(self) -> dict[str, int]:
        """What must not be, and is."""
        found = {what: self.count(query) for what, query in NEVER.items()}
        return {what: count for what, count in found.items() if count}


@contextmanager
def a_contest(
    server: PostgresServer, folder: Path, kind: str, *, many: int, acts: int, persons: int
) -> Iterator[Contest]:
    """A contest of `many` processes with `acts` each, for 200 places or for TIMES times."""
    with server.clone("empty", fill_central) as url, opened(open_central(url)) as engine:
        clock = Clock()
        ground = Ground(desk_on(engine, clock), clock, engine)
        ground.begin()
        unit = ground.unit()
        for n in range(many):
            ground.operator(f"d{n}", Role.NURSE, Role.SUPERVISOR_NURSE)
        ground.sign_in("d0")
        plan = Plan(
            kind=kind,
            many=many,
            acts=acts,
            persons=tuple(_person(ground, value) for value in _numbers(persons)),
            at=clock.at,
            devices=tuple(new_id() for _ in range(many)),
            unit=unit,
        )
        plan = _places(ground, plan) if kind == "placements" else _times(ground, plan)
        ground.desk.sessions.sign_out()
        yield Contest(url, engine, folder, plan)


def _numbers(count: int) -> list[str]:
    """Official test numbers."""
    return list(resources.demo.person_numbers()[:count])


def _person(ground: Ground, value: str) -> UUID:
    kind = IdKind.SAM if value[6] >= "6" else IdKind.PNR
    return ground.desk.people.register(PersonId(kind, value), "Test", "Person").the("person")


def _places(ground: Ground, plan: Plan) -> Plan:
    """A queue with INTERVALS intervals on each day; those of the next Monday are contested."""
    assert plan.unit is not None
    spans = (QueueSpan(_MONDAY, 8 * 60, 8 * 60 + 15 * INTERVALS, 15, PLACES),)
    draft = QueueDraft(plan.unit, MenuCategory.BOOK, spans, days_ahead=7)
    queue = ground.desk.callback_queues.put(None, draft).the("callback_queue")
    day = local(plan.at).date()
    while day.isoweekday() != _MONDAY:
        day += timedelta(days=1)
    rooms = ground.desk.callback_queues.rooms(queue, day, 1)
    starts = tuple(room.timeslot.starts_at for room in rooms)
    assert len(starts) == INTERVALS
    return msgspec.structs.replace(plan, queue=queue, starts=starts)


def _times(ground: Ground, plan: Plan) -> Plan:
    """Times of one patient each, so far apart that nobody's overlap by chance alone."""
    assert plan.unit is not None
    first = plan.at + timedelta(days=3)
    times = tuple(
        NewTime(
            unit_id=plan.unit,
            time_type=TIME_TYPE,
            starts_at=first + timedelta(minutes=20 * n),
            ends_at=first + timedelta(minutes=20 * n + 20),
            capacity=1,
        )
        for n in range(TIMES)
    )
    made = ground.desk.timeslots.add(times).of("timeslot")
    return msgspec.structs.replace(plan, timeslots=made)


def told(said: list[Said]) -> Counter[str]:
    """What came of all their claims together."""
    return sum((Counter(each.counts) for each in said), Counter())
