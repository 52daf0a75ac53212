"""One of several processes that claim the same few seats on one PostgreSQL, as fast as they can.

    python -m tests.rig.contest URL PLAN NUMBER

PLAN is a file (`Plan`); NUMBER says which of the contestants this is.  What came of its claims is
written to stdout as one line of JSON.  Nothing but the database keeps the contestants apart: each
runs the verbs themselves, without the centre's lock.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from uuid import UUID

import msgspec

from db.connect import open_central
from kundcenter.domain.bookings import BookingRefused
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.capacity import SeatLost, TimeslotFull
from kundcenter.domain.freed_times import (
    FreedGone,
    FreedOfAnother,
    OfferAnswered,
    OfferOpen,
    WaitDraft,
    WaitEnded,
    WaitStands,
)
from kundcenter.errors import Conflict, KundcenterError, NotFound, Unavailable
from kundcenter.start.desk import Desk, DeskTerms, new_id
from tests.ground import ASKED, CHEAP, KEY, NUMBER, PASSWORD

TIME_TYPE = "LAKARE"
FASTER = 60  # the contestants' clocks, so that what one has leased comes free for the others
MOST_TRIES = 500  # of one claim: each time another has written the same row first
FACTS = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)
# Two of one patient's bookings may not stand at the same time either: BookingRefused.
_LOST = (
    BookingRefused, FreedGone, FreedOfAnother, NotFound, OfferAnswered, OfferOpen, SeatLost,
    TimeslotFull, WaitEnded, WaitStands,
)  # fmt: skip


class Plan(msgspec.Struct, frozen=True):
    """What is contested, and by whom.  `acts` is of each contestant, of whom there are `many`."""

    kind: str  # "placements" or "times"
    many: int
    acts: int
    persons: tuple[UUID, ...]
    at: datetime
    devices: tuple[UUID, ...]
    queue: UUID | None = None
    starts: tuple[datetime, ...] = ()
    unit: UUID | None = None
    timeslots: tuple[UUID, ...] = ()


class Said(msgspec.Struct):
    """What came of it: how often, how often it was tried anew, and in how many seconds."""

    counts: dict[str, int]
    again: int
    seconds: float


class Contestant:
    """One desk on the shared database, claiming by chance."""

    def __init__(self, desk: Desk, plan: Plan, number: int) -> None:
        self._desk, self._plan = desk, plan
        self._chance = Random(number)
        self.counts: Counter[str] = Counter()
        self.again = 0
        often = (self._cancel,) * 3 + (self._offer,) * 5
        self._acts = (self._book, self._book, self._rebook, self._wait, *often)

    def act(self) -> None:
        """One claim, or what follows from one."""
        if self._plan.kind == "placements":
            self._place()
        else:
            self._chance.choice(self._acts)()

    def _place(self) -> None:
        """A fifth of them place somebody once more whom they have placed just before."""
        plan, chance = self._plan, self._chance
        assert plan.queue is not None
        queue, starts = plan.queue, chance.choice(plan.starts)
        placing = Placing(chance.choice(plan.persons), NUMBER)
        self._try("placed", lambda: self._desk.callbacks.place(queue, starts, placing))
        if chance.random() < 0.2:
            self._try("placed again", lambda: self._desk.callbacks.place(queue, starts, placing))

    def _book(self) -> None:
        slot, person = self._slot(), self._person()
        self._try("booked", lambda: self._desk.bookings.book(slot, person))

    def _cancel(self) -> None:
        """Whoever holds a time by chance; told twice now and then."""
        held = self._standing()
        if held is None:
            return
        self._try("cancelled", lambda: self._desk.bookings.cancel(held, FACTS))
        if self._chance.random() < 0.2:
            self._try("cancelled again", lambda: self._desk.bookings.cancel(held, FACTS))

    def _rebook(self) -> None:
        held, slot = self._standing(), self._slot()
        if held is not None:
            self._try("rebooked", lambda: self._desk.bookings.rebook(held, slot, FACTS))

    def _offer(self) -> None:
        """Take one of the freed times, offer it to the first who fits, who answers at once."""
        freed = self._desk.freed_times
        items = freed.open()
        if not items:
            return
        id = self._chance.choice(items).freed.id
        if not self._try("taken", lambda: freed.take(id)):
            return
        found: list[UUID] = []
        self._try("matched", lambda: found.extend(each.wait.id for each in freed.matches(id)))
        if not found:
            return
        wait = found[0]
        if not self._try("offered", lambda: freed.offer(id, wait)):
            return
        offer = self._offered(id)
        if offer is None:
            return
        if self._chance.random() < 0.6:
            self._try("accepted", lambda: freed.accept(offer, wait))
            if self._chance.random() < 0.2:
                self._try("accepted again", lambda: freed.accept(offer, wait))
        else:
            self._try("declined", lambda: freed.decline(offer, wait))

    def _wait(self) -> None:
        """Somebody begins to wait, for whoever has got a time waits no longer."""
        assert self._plan.unit is not None
        draft = WaitDraft(
            self._person(), self._plan.unit, TIME_TYPE, NUMBER, notice=timedelta(), other_units=True
        )
        self._try("waits", lambda: self._desk.wait_list.add(draft))

    def _offered(self, freed_id: UUID) -> UUID | None:
        for item in self._desk.freed_times.open():
            if item.freed.id == freed_id and item.offer is not None:
                return item.offer.id
        return None

    def _slot(self) -> UUID:
        return self._chance.choice(self._plan.timeslots)

    def _person(self) -> UUID:
        return self._chance.choice(self._plan.persons)

    def _standing(self) -> UUID | None:
        found = self._desk.bookings.of_person(self._person(), ASKED)
        standing = [booking.id for booking in found if booking.standing]
        return self._chance.choice(standing) if standing else None

    def _try(self, what: str, verb: Callable[[], object]) -> bool:
        """Whether it was carried out; another's writing in between is nobody's refusal."""
        for _ in range(MOST_TRIES):
            try:
                verb()
            except (Conflict, Unavailable):
                self.again += 1
                sleep(self._chance.random() * 0.01)
                continue
            except _LOST as refused:
                self.counts[f"{what}: {refused.code}"] += 1
                return False
            except KundcenterError as unforeseen:
                raise AssertionError(f"{what}: {unforeseen.code}") from unforeseen
            self.counts[what] += 1
            return True
        raise AssertionError(f"{what}: tried {MOST_TRIES} times")


def main(url: str, plan_file: str, number: int) -> None:
    plan = msgspec.json.decode(Path(plan_file).read_bytes(), type=Plan)
    engine = open_central(url)
    try:
        started = perf_counter()

        def now() -> datetime:
            return plan.at + timedelta(seconds=FASTER * (perf_counter() - started))

        terms = DeskTerms(plan.devices[number], KEY, now=now, new_id=new_id, cost=CHEAP)
        desk = Desk(engine, terms)
        desk.sessions.sign_in(f"d{number}", PASSWORD)
        contestant = Contestant(desk, plan, number)
        sys.stdin.readline()  # all begin at once
        begun = perf_counter()
        for _ in range(plan.acts):
            contestant.act()
        said = Said(dict(contestant.counts), contestant.again, perf_counter() - begun)
        sys.stdout.write(msgspec.json.encode(said).decode() + "\n")
    finally:
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
