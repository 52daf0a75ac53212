"""A unit with times, those who have them and those who wait, for the tests of freed times."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.freed_times import FreedItem, WaitDraft
from kundcenter.domain.visit_times import NewTime
from resources.demo import person_numbers
from tests.ground import MORNING, NUMBER, Ground, identity

AT = MORNING + timedelta(days=2, hours=5)  # when the first of the times begins
SUITS = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)
TYPE = "NYBESOK"


@dataclass
class Waiting:
    """A clinic on a ground: anna and bo at the desk, eva leads, the administrator adds."""

    ground: Ground
    unit: UUID
    other: UUID
    people: list[UUID] = field(default_factory=list)

    def person(self) -> UUID:
        """One person more, with the next of the official test numbers."""
        number = person_numbers()[len(self.people)]
        added = self.ground.desk.people.register(identity(number), "Test", f"Nr {len(self.people)}")
        self.people.append(added.the("person"))
        return self.people[-1]

    def time(self, *, after: timedelta = timedelta(), **change: Any) -> UUID:
        """A time of half an hour; eva lets it be booked, and anna has the seat again."""
        told = {"unit_id": self.unit, "time_type": TYPE, "starts_at": AT + after, **change}
        told = {"ends_at": told["starts_at"] + timedelta(minutes=30), **told}
        self.ground.sign_in("eva")
        made = self.ground.desk.timeslots.add((NewTime(**told),)).the("timeslot")
        self.ground.sign_in("anna")
        return made

    def draft(self, person: UUID, **change: Any) -> WaitDraft:
        """An entry of the unit's list, on no notice at all."""
        told = {"person_id": person, "unit_id": self.unit, "time_type": TYPE, "number": NUMBER}
        return WaitDraft(**{**told, "notice": timedelta(), **change})

    def wait(self, person: UUID | None = None, **change: Any) -> UUID:
        """Somebody waits, by default somebody new."""
        draft = self.draft(person or self.person(), **change)
        return self.ground.desk.wait_list.add(draft).the("wait")

    def booked(self, timeslot: UUID, person: UUID | None = None) -> UUID:
        return self.ground.desk.bookings.book(timeslot, person or self.person()).the("booking")

    def freed(self, timeslot: UUID | None = None) -> FreedItem:
        """A time that was booked and let go."""
        desk, slot = self.ground.desk, timeslot or self.time()
        desk.bookings.cancel(self.booked(slot), SUITS)
        return next(item for item in desk.freed_times.open() if item.timeslot.id == slot)

    def offered(self, freed: UUID, wait: UUID) -> UUID:
        """The time is offered; the id of the offer."""
        self.ground.desk.freed_times.offer(freed, wait)
        (item,) = [each for each in self.ground.desk.freed_times.open() if each.freed.id == freed]
        assert item.offer is not None
        return item.offer.id

    def item(self, freed: UUID) -> FreedItem | None:
        """How it stands on the list, if it does."""
        found = [e for e in self.ground.desk.freed_times.open() if e.freed.id == freed]
        return found[0] if found else None


def clinic(ground: Ground) -> Waiting:
    """Two units and a staff; anna is seated."""
    ground.begin()
    unit, other = ground.unit(), ground.unit("Vårdcentralen Två", "SE0000000001-VC2")
    ground.operator("anna", Role.NURSE)
    ground.operator("bo", Role.SERVICE_DESK)
    ground.operator("eva", Role.SUPERVISOR_NURSE)
    ground.sign_in("anna")
    return Waiting(ground, unit, other)
