"""A desk with times that were let go, and what a state machine knows of it by itself."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import select

from db.connect import open_local
from db.tables import metadata
from kundcenter.domain.access import Actor
from kundcenter.domain.capacity import Timeslot, seat_id
from kundcenter.domain.freed_times import freed_id
from kundcenter.errors import Refused
from tests.ground import KEY, MORNING, PASSWORD, Clock, Ground, desk_on, opened, replay_into, rows
from tests.services.freed_ground import SUITS, clinic

MARGIN = timedelta(minutes=1)  # the clock goes on while a verb is carried out
HOUR = timedelta(hours=1)
TIMES = 3  # the first two begin at the same time, at two units
PEOPLE = 5
TABLES = ("timeslots", "timeslot_seats", "bookings", "freed_times", "offers", "wait_list")


@dataclass
class Plan:
    """What each desk begins with: the ids in the template."""

    unit: UUID
    other: UUID
    people: list[UUID]
    times: list[UUID]


@dataclass
class Asked:
    """An offer as the machine remembers it."""

    id: UUID
    freed: UUID
    wait: UUID
    until: datetime
    over: bool = False


class FreedDesk(RuleBasedStateMachine):
    """One store at which several operators sit, and what the machine knows of it by itself."""

    folder: ClassVar[Path]
    plan: ClassVar[Plan]
    made = 0
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        type(self).made += 1
        path = self.folder / f"{type(self).made}.db"
        shutil.copy(self.folder / "template.db", path)
        self.clock = Clock(at=MORNING + timedelta(minutes=5))
        self.engine = open_local(path, KEY)
        self.desk = desk_on(self.engine, self.clock)
        self.seats = []
        for name in ("anna", "bo", "eva"):
            self.desk.sessions.sign_in(name, PASSWORD)
            self.seats.append(self.desk.seat.actor)
        self.people, self.times = self.plan.people, self.plan.times
        self.holders: dict[tuple[UUID, int], UUID | None] = {}  # a seat's booking
        self.generations: Counter[tuple[UUID, int]] = Counter()
        self.of_booking: dict[UUID, tuple[UUID, int, UUID]] = {}  # time, seat and person
        self.offers: list[Asked] = []
        self.leases: dict[UUID, tuple[UUID, datetime]] = {}
        self.dropped: set[UUID] = set()
        for slot in self.times:  # each was booked and let go once
            self.holders[slot, 1] = None
            self.generations[slot, 1] = 1
        self.waits = {row["id"]: row["person_id"] for row in self.rows("wait_list")}

    def teardown(self) -> None:
        again = self.folder / f"{type(self).made}-again.db"
        shutil.copy(self.folder / "empty.db", again)
        with opened(self.engine), opened(open_local(again, KEY)) as other:
            replay_into(other, self.engine)
            assert rows(other) == rows(self.engine)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """What the store has in the table."""
        found = metadata.tables[table]
        with self.engine.connect() as connection:
            order = select(found).order_by(*found.primary_key.columns)
            return [dict(row) for row in connection.execute(order).mappings()]

    @property
    def slots(self) -> dict[UUID, Timeslot]:
        return {row["id"]: Timeslot(**row) for row in self.rows("timeslots")}

    # -- what the machine knows ------------------------------------------------------------

    @property
    def now(self) -> datetime:
        return self.clock.at

    def asking(self, slot: UUID) -> list[Asked]:
        """Who is being asked about a seat of the time that nobody has."""
        free = {
            freed_id(seat_id(slot, n), self.generations[slot, n])
            for (of, n), holder in self.holders.items()
            if of == slot and holder is None
        }
        return [a for a in self.offers if a.freed in free and not a.over and self.now < a.until]

    def held(self, slot: UUID) -> set[int]:
        return {n for (of, n), holder in self.holders.items() if of == slot and holder}

    def bookable(self, slot: UUID) -> bool:
        return not self.slots[slot].closed and self.now < self.slots[slot].starts_at - MARGIN

    def busy(self, person: UUID, slot: UUID, but: UUID | None = None) -> bool:
        """Whether the person has a time that meets this one."""
        return any(
            whose == person and booking != but and self.meets(of, slot)
            for booking, (of, _, whose) in self.of_booking.items()
        )

    def meets(self, one: UUID, other: UUID) -> bool:
        a, b = self.slots[one], self.slots[other]
        return a.starts_at < b.ends_at and b.starts_at < a.ends_at

    def free_numbers(self, slot: UUID) -> set[int]:
        """Seats that an ordinary booking must be able to have."""
        asked = {
            n
            for n in range(1, self.slots[slot].capacity + 1)
            for each in self.asking(slot)
            if each.freed == freed_id(seat_id(slot, n), self.generations[slot, n])
        }
        if len(self.held(slot)) + len(asked) >= self.slots[slot].capacity:
            return set()
        return set(range(1, self.slots[slot].capacity + 1)) - self.held(slot) - asked

    def open_freed(self) -> list[tuple[UUID, UUID, int]]:
        """What ought to stand as freed in the store: id, time and seat."""
        return [
            (freed_id(seat_id(slot, n), self.generations[slot, n]), slot, n)
            for (slot, n), holder in sorted(self.holders.items(), key=str)
            if holder is None and self.generations[slot, n]
        ]

    def leased(self, freed: UUID, operator: UUID) -> bool:
        """Whether somebody else has it in hand."""
        who, until = self.leases.get(freed, (operator, self.now))
        return who != operator and self.now < until

    def sit(self, who: int) -> Actor:
        actor = self.seats[who % len(self.seats)]
        self.desk.seat.take(actor)
        return actor

    def does(self, name: str, verb: Any, *args: Any, **kwargs: Any) -> Any:
        """What the verb returns; None when it was refused, and then it has changed nothing."""
        before = {table: self.rows(table) for table in TABLES}
        try:
            changes = verb(*args, **kwargs)
        except Refused:
            assert {table: self.rows(table) for table in TABLES} == before
            self.done[f"{name} refused"] += 1
            return None
        self.done[name] += 1
        return changes

    def took(self, booking: UUID, person: UUID, slot: UUID) -> None:
        (row,) = [r for r in self.rows("bookings") if r["id"] == booking]
        seat = (slot, row["seat"])
        assert row["timeslot_id"] == slot
        assert self.holders.get(seat) is None, "a seat was given to two"
        self.holders[seat] = booking
        self.of_booking[booking] = (slot, row["seat"], person)

    def let_go(self, booking: UUID) -> None:
        slot, number, _ = self.of_booking.pop(booking)
        self.holders[slot, number] = None
        self.generations[slot, number] += 1

    def is_item(self, freed: UUID) -> bool:
        """Whether it was let go in time to be filled."""
        return any(row["id"] == freed for row in self.rows("freed_times"))

    def times_of(self, person: UUID) -> int:
        return sum(whose == person for _, _, whose in self.of_booking.values())

    def looked(self) -> tuple[Any, ...]:
        self.sit(1)
        found: tuple[Any, ...] = self.desk.freed_times.open()
        return found


def planted(path: Path) -> Plan:
    """Two units with three times that were let go, and four who wait."""
    clock = Clock()
    with opened(open_local(path, KEY)) as engine:
        there = clinic(Ground(desk_on(engine, clock), clock, engine))
        people = [there.person() for _ in range(PEOPLE)]
        first, second = -50 * HOUR, -48 * HOUR  # in three hours and in five
        times = [
            there.time(after=first),
            there.time(after=first, unit_id=there.other, capacity=2),
            there.time(after=second),
        ]
        for time in times:
            there.ground.desk.bookings.cancel(there.booked(time, people[0]), SUITS)
        for person in people[1:]:
            there.wait(person, other_units=True)
        return Plan(there.unit, there.other, people, times)
