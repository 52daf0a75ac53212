"""What the tests of seats at several desks stand on: a queue, a clinic's times, and who waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from kundcenter.domain.access import Role
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.feed import Verdict
from kundcenter.domain.freed_times import WaitDraft
from kundcenter.domain.visit_times import NewTime
from kundcenter.domain.work_items import WorkItem
from resources.demo import person_numbers
from tests.ground import MORNING, NUMBER, identity
from tests.services.callback_ground import SATURDAY, SUNDAY, draft
from tests.sync.ground import Centre, Side
from tests.sync.test_two_at_once import Three, agree

VISIT = MORNING + timedelta(days=2, hours=5)
SUITS = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)
TYPE = "NYBESOK"
HALF = timedelta(minutes=30)


@dataclass
class Floor:
    """Two desks of one team at one centre: anna at one, bo at the other; both may lead."""

    centre: Centre
    one: Side
    other: Side
    unit: UUID
    queue: UUID
    people: list[UUID]

    @property
    def three(self) -> Three:
        return self.centre, self.one, self.other

    def agree(self) -> None:
        agree(self.three)

    def place(self, side: Side, who: int, at: Any = SUNDAY) -> UUID:
        placing = Placing(self.people[who], NUMBER)
        return side.desk.callbacks.place(self.queue, at, placing).the("callback")

    def time(self, **said: Any) -> UUID:
        """A time of a visit that both desks know, of one seat."""
        told = {"unit_id": self.unit, "time_type": TYPE, "starts_at": VISIT, **said}
        told = {"ends_at": told["starts_at"] + HALF, **told}
        made = self.one.desk.timeslots.add((NewTime(**told),)).the("timeslot")
        self.agree()
        return made

    def waits(self, who: int) -> UUID:
        wait = WaitDraft(
            person_id=self.people[who],
            unit_id=self.unit,
            time_type=TYPE,
            number=NUMBER,
            notice=timedelta(),
        )
        return self.one.desk.wait_list.add(wait).the("wait")

    def freed(self) -> UUID:
        """A time that was booked and let go, which both desks know."""
        booking = self.one.desk.bookings.book(self.time(), self.people[0]).the("booking")
        self.one.desk.bookings.cancel(booking, SUITS)
        self.agree()
        (item,) = self.one.desk.freed_times.open()
        return item.freed.id

    def rows(self, query: str) -> list[Any]:
        """What the centre has."""
        with self.centre.engine.connect() as connection:
            return list(connection.execute(text(query)))

    def rejected(self) -> dict[str, str]:
        """What the centre has turned away: by verb, why."""
        query = "SELECT verb, code FROM work_items WHERE kind = 'AVVISAD' ORDER BY verb"
        return {row.verb: row.code for row in self.rows(query)}

    def all_was_taken(self) -> None:
        assert set(self.centre.central.counts()) == {Verdict.APPLIED}

    def work(self, side: Side) -> WorkItem:
        (item,) = side.desk.work_items.waiting()
        return item


def register(side: Side, count: int, start: int = 0) -> list[UUID]:
    """Persons with the first of the official test numbers."""
    return [
        side.desk.people.register(identity(number), "Test", f"Nr {at}").the("person")
        for at, number in enumerate(person_numbers()[start : start + count])
    ]


def floor(three: Three) -> Floor:
    """A queue that on Saturday has two seats an hour, and on Sunday one; both desks know it."""
    centre, one, other = three
    one.begin()
    for name in ("anna", "bo"):
        one.operator(name, Role.NURSE, Role.SUPERVISOR_NURSE)
    unit = one.unit()
    one.sign_in("anna")
    queue = one.desk.callback_queues.put(None, draft(unit)).the("callback_queue")
    people = register(one, 4)
    for side in (one, other):
        side.talk(centre)
    other.takes("bo")
    other.talk(centre)
    return Floor(centre, one, other, unit, queue, people)


__all__ = ["SATURDAY", "SUITS", "SUNDAY", "VISIT", "Floor", "floor", "register"]
