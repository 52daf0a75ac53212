"""Whatever is booked, moved, cancelled, missed and brought in, in whatever order: who has a time
has its seat, and who has a seat has the time.

A state machine over the services on a desk's own store.  What it expects of a verb it knows by
itself: how many stand in each time.  In the end all is carried out again in an empty store.
"""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from db.bookings import rows as bookings
from db.connect import open_local
from db.tables import metadata
from kundcenter.domain.bookings import Booking, BookingState
from kundcenter.domain.cancellations import CancelFacts
from kundcenter.errors import Refused
from tests.ground import (
    KEY,
    MAN,
    PASSWORD,
    WOMAN,
    Clock,
    Ground,
    desk_on,
    identity,
    opened,
    replay_into,
    rows,
)
from tests.services.booking_ground import BY_UNIT, DAY, HALF_HOUR, SUITS, VISIT, Clinic, clinic

STARTS = (VISIT, VISIT + HALF_HOUR / 2, VISIT + HALF_HOUR, VISIT + DAY)  # the second meets two
SEATS = (1, 2, 2, 1)
GONE = {BookingState.CANCELLED, BookingState.REBOOKED}
at_time = st.integers(0, len(STARTS) - 1)
at_person = st.integers(0, 2)
at_any = st.integers(0, 30)


class Desk(RuleBasedStateMachine):
    """One store at which anna books; eva brings in what the unit has booked."""

    folder: ClassVar[Path]
    there: ClassVar[Clinic]
    times: ClassVar[list[UUID]]
    made = 0
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        type(self).made += 1
        path = self.folder / f"{type(self).made}.db"
        shutil.copy(self.folder / "template.db", path)
        self.engine = open_local(path, KEY)
        self.clock = Clock(self.there.ground.clock.at)
        self.desk = desk_on(self.engine, self.clock)
        self.desk.sessions.sign_in("eva", PASSWORD)  # she may all that anna may, and bring in
        self.people = self.there.woman, self.there.man, self.there.child

    def teardown(self) -> None:
        again = self.folder / f"{type(self).made}-again.db"
        shutil.copy(self.folder / "empty.db", again)
        with opened(self.engine), opened(open_local(again, KEY)) as other:
            replay_into(other, self.engine)
            assert rows(other) == rows(self.engine)

    # -- what the machine looks at -----------------------------------------------------------

    def rows(self, table: str) -> list[dict[str, Any]]:
        found = metadata.tables[table]
        with self.engine.connect() as connection:
            order = select(found).order_by(*found.primary_key.columns)
            return [dict(row) for row in connection.execute(order).mappings()]

    @property
    def all(self) -> list[Booking]:
        with self.engine.connect() as connection:
            return sorted(bookings.all(connection, bookings.select()), key=lambda each: each.id)

    def one(self, which: int) -> Booking | None:
        found = self.all
        return found[which % len(found)] if found else None

    def full(self, at: int) -> bool:
        having = [each for each in self.all if each.standing and each.timeslot_id == self.times[at]]
        return len(having) >= SEATS[at]

    def does(self, name: str, verb: Any, *args: Any, **kwargs: Any) -> bool:
        """Whether it was done; refused, it has changed nothing."""
        before = rows(self.engine)
        try:
            verb(*args, **kwargs)
        except Refused:
            assert rows(self.engine) == before
            self.done[f"{name} refused"] += 1
            return False
        self.done[name] += 1
        return True

    # -- what operators do -------------------------------------------------------------------

    @rule(at=at_time, person=at_person)
    def book(self, at: int, person: int) -> None:
        whose, full = self.people[person], self.full(at)
        busy = any(
            each.standing and each.person_id == whose and self._meets(each, at) for each in self.all
        )
        could = not full and not busy and self.clock.at < STARTS[at] - HALF_HOUR
        done = self.does("book", self.desk.bookings.book, self.times[at], whose)
        assert done or not could
        assert not (done and (full or busy))

    def _meets(self, booking: Booking, at: int) -> bool:
        if booking.starts_at is None or booking.ends_at is None:
            return False
        return booking.starts_at < STARTS[at] + HALF_HOUR and STARTS[at] < booking.ends_at

    @rule(which=at_any, facts=st.sampled_from((SUITS, BY_UNIT)))
    def cancel(self, which: int, facts: CancelFacts) -> None:
        if booking := self.one(which):
            done = self.does("cancel", self.desk.bookings.cancel, booking.id, facts)
            assert not (done and not booking.standing)

    @rule(which=at_any, at=at_time)
    def rebook(self, which: int, at: int) -> None:
        booking = self.one(which)
        if booking is None:
            return
        full, before = self.full(at), len(self.all)
        done = self.does("rebook", self.desk.bookings.rebook, booking.id, self.times[at], SUITS)
        assert not (done and (full or not booking.standing))
        assert len(self.all) == before + done
        if not done:
            assert self.all[[b.id for b in self.all].index(booking.id)] == booking

    @rule(which=at_any)
    def missed(self, which: int) -> None:
        if booking := self.one(which):
            self.does("missed", self.desk.bookings.missed, booking.id)

    @rule(number=st.integers(0, 2), person=st.sampled_from((WOMAN, MAN)), at=at_time)
    def bring_in(self, number: int, person: str, at: int) -> None:
        row = self.there.row(f"B-{number}", identity=identity(person))
        row = replace(row, starts_at=STARTS[at], ends_at=STARTS[at] + HALF_HOUR)
        if self.does("bring in", self.desk.bookings.import_, (row,)):
            plan = self.desk.bookings.plan((row,))
            assert plan.new == plan.changed == ()  # read twice it is read once

    @rule(hours=st.sampled_from((1, 60, 125)))
    def time_passes(self, hours: int) -> None:
        if self.clock.at < VISIT:
            self.clock.at += timedelta(hours=hours)

    # -- what holds always -------------------------------------------------------------------

    @invariant()
    def who_has_a_time_has_its_seat_and_nobody_else(self) -> None:
        held = {
            (seat["timeslot_id"], seat["number"]): seat["held_by"]
            for seat in self.rows("timeslot_seats")
            if seat["held_by"]
        }
        having = [each for each in self.all if each.state not in GONE and each.seat]
        assert {(each.timeslot_id, each.seat): each.id for each in having} == held
        assert len(having) == len(held)

    @invariant()
    def nobody_whom_we_booked_has_two_times_at_once(self) -> None:
        ours = [each for each in self.all if not each.source]
        for one, other in combinations(ours, 2):
            assert one.person_id != other.person_id or not one.meets(other)

    @invariant()
    def a_chain_goes_both_ways_and_ends(self) -> None:
        by_id = {each.id: each for each in self.all}
        for each in by_id.values():
            assert (each.state is BookingState.REBOOKED) is (each.replaced_by is not None)
            if each.replaced_by is not None:
                assert by_id[each.replaced_by].replaces == each.id
            seen = {each.id}
            while each.replaces is not None:
                each = by_id[each.replaces]  # noqa: PLW2901 - one back in the chain
                assert each.id not in seen
                seen.add(each.id)

    @invariant()
    def of_each_that_is_gone_it_is_known_why_once(self) -> None:
        told = Counter(row["booking_id"] for row in self.rows("cancellations") if not row["again"])
        gone = {each.id for each in self.all if not each.standing}
        assert told == Counter(gone)

    @invariant()
    def a_seat_is_worked_on_in_its_last_generation_only(self) -> None:
        seats = {row["id"]: row for row in self.rows("timeslot_seats")}
        of_seat = {(s["timeslot_id"], s["number"]): s for s in seats.values()}
        for freed in self.rows("freed_times"):
            seat = of_seat[freed["timeslot_id"], freed["seat"]]
            assert freed["generation"] <= seat["generation"]
            if freed["state"] == "LEDIG":
                assert (freed["generation"], seat["held_by"]) == (seat["generation"], None)


def test_a_time_and_its_seat_are_never_parted(tmp_path: Path, empty_file: Path) -> None:
    for name in ("empty.db", "template.db"):
        shutil.copy(empty_file, tmp_path / name)
    clock = Clock()
    with opened(open_local(tmp_path / "template.db", KEY)) as engine:
        Desk.there = clinic(Ground(desk_on(engine, clock), clock, engine))
        Desk.there.publish()
        Desk.times = [
            Desk.there.time(at, capacity=seats) for at, seats in zip(STARTS, SEATS, strict=True)
        ]
    Desk.folder = tmp_path
    Desk.done.clear()
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=15,
            stateful_step_count=30,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
        ),
    )
    verbs = {"book", "cancel", "rebook", "missed", "bring in"}
    assert set(Desk.done) >= verbs | {"book refused", "rebook refused"}, Desk.done
