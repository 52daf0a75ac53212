"""What each verb about times, freed times and waiting lists wants, for the tests of all verbs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.freed_times import FreedTime, WaitDraft
from tests.ground import ASKED, MORNING, NUMBER, Ground


def let_go(ground: Ground, timeslot: UUID, person: UUID) -> FreedTime:
    """The time was the person's, who has cancelled."""
    bookings = ground.desk.bookings
    facts = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)
    bookings.cancel(bookings.book(timeslot, person).the("booking"), facts)
    found = ground.desk.freed_times.open()
    return next(item.freed for item in found if item.timeslot.id == timeslot)


def waiting(freed: FreedTime, person: UUID, time_type: str = "NYBESOK") -> WaitDraft:
    """The person waits for a time at the unit, on no notice."""
    return WaitDraft(person, freed.unit_id, time_type, NUMBER, notice=timedelta())


def freed_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each method with arguments that would do, but of things that do not exist."""
    desk, none = ground.desk, UUID(int=7)
    draft = WaitDraft(none, none, "NYBESOK", NUMBER)
    later = MORNING + timedelta(days=1)
    return {
        "timeslots.add": lambda: desk.timeslots.add(()),
        "timeslots.resize": lambda: desk.timeslots.resize(none, 1),
        "timeslots.free": lambda: desk.timeslots.free(start=MORNING, end=later),
        "timeslots.of_unit": lambda: desk.timeslots.of_unit(none, start=MORNING, end=later),
        "timeslots.known": lambda: desk.timeslots.known(()),
        "wait_list.add": lambda: desk.wait_list.add(draft),
        "wait_list.change": lambda: desk.wait_list.change(none, draft),
        "wait_list.set_priority": lambda: desk.wait_list.set_priority(none, 1),
        "wait_list.of_person": lambda: desk.wait_list.of_person(none, ASKED),
    }
