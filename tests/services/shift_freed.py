"""A shift's work on times: let them be booked, fill what is let go, and who waits."""

from __future__ import annotations

from datetime import time, timedelta
from uuid import UUID

from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.freed_times import FreedItem, WaitDraft
from kundcenter.domain.visit_times import NewTime
from tests.ground import NUMBER, Ground
from tests.services.shift_record import Records

TYPE = "NYBESOK \u2028å😀"
SUITS = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)


def freed_times(ground: Ground, written: Records, call: UUID, unit: UUID) -> None:
    """Every verb of times, freed times and waiting lists; whoever sits there leads."""
    desk = ground.desk
    begins = ground.clock.at + timedelta(days=30, microseconds=7)
    half = timedelta(minutes=30)
    times = tuple(
        NewTime(
            unit,
            TYPE,
            begins + n * half,
            begins + (n + 1) * half,
            performer="Test Läkare \u2028å😀",
            within_guarantee=(None, True, False)[n],
            source=f"unit#{n}",
        )
        for n in range(3)
    )
    first, second, third = desk.timeslots.add(times).of("timeslot")
    desk.timeslots.resize(second, 2)
    desk.timeslots.close(third)
    desk.timeslots.reopen(third)
    old = desk.bookings.book(third, written.woman).the("booking")
    said = WaitDraft(
        written.woman,
        unit,
        TYPE,
        NUMBER,
        notice=timedelta(hours=4),
        from_clock=time(0, 30),
        weekdays=frozenset(range(1, 8)),
        other_units=True,
        booking_id=old,
        guaranteed_by=begins + timedelta(days=9),
        comment="Ring först \u2028å😀",
    )
    stranger = desk.people.register_unidentified("Man i bil").the("person")
    ended = desk.wait_list.add(WaitDraft(stranger, unit, "ATERBESOK", NUMBER)).the("wait")
    desk.wait_list.end(ended, "Ville inte längre")
    wait = desk.wait_list.add(said).the("wait")
    plain = WaitDraft(written.woman, unit, TYPE, NUMBER, notice=timedelta(0), booking_id=old)
    desk.wait_list.change(wait, plain)
    desk.wait_list.set_priority(wait, 2)
    _let_go(ground, second, stranger)
    _let_go(ground, first, stranger)
    two, one = (item.freed.id for item in reversed(_on(ground, {first, second})))
    freed = desk.freed_times
    freed.take(one)
    freed.release(one)
    freed.drop(two)
    for unreached in (True, False):
        freed.offer(one, wait)
        (offer,) = [item.offer for item in freed.open() if item.offer is not None]
        freed.decline(offer.id, wait, unreached=unreached)
    freed.offer(one, wait)
    (offer,) = [item.offer for item in freed.open() if item.offer is not None]
    freed.accept(offer.id, wait, call_id=call)


def _let_go(ground: Ground, timeslot: UUID, person: UUID) -> None:
    booked = ground.desk.bookings.book(timeslot, person).the("booking")
    ground.desk.bookings.cancel(booked, SUITS)


def _on(ground: Ground, timeslots: set[UUID]) -> list[FreedItem]:
    return [item for item in ground.desk.freed_times.open() if item.timeslot.id in timeslots]
