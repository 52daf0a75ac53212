"""Whatever is booked, let go, offered and answered in whatever order: a time has one taker, and one
who is asked; and a time that nobody has can be had.

A state machine over the services, on a desk's own store.  What it may expect it knows by itself:
who holds which seat, and whom it has asked.  In the end all is carried out again in an empty store.
"""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from kundcenter.domain.bookings import BookingState
from kundcenter.domain.capacity import seat_id
from kundcenter.domain.freed_times import (
    LEASE,
    FreedState,
    OfferState,
    WaitDraft,
    WaitState,
    freed_id,
)
from tests.ground import MORNING, NUMBER
from tests.services.freed_desk import MARGIN, PEOPLE, TIMES, Asked, FreedDesk, planted
from tests.services.freed_ground import AT, SUITS, TYPE

at_time = st.integers(0, TIMES - 1)
at_person = st.integers(0, PEOPLE - 1)
at_any = st.integers(0, 20)


class Desk(FreedDesk):
    """What operators do, in any order."""

    # -- what operators do -----------------------------------------------------------------

    @rule(who=at_any, at=at_time, person=at_person)
    def book(self, who: int, at: int, person: int) -> None:
        self.sit(who)
        slot, whose = self.times[at], self.people[person]
        free = self.free_numbers(slot) if self.bookable(slot) else set()
        must = bool(free) and not self.busy(whose, slot)
        kept = {each.freed for each in self.asking(slot)}
        made = self.does("book", self.desk.bookings.book, slot, whose)
        assert made or not must, "a free time could not be had"
        if made:
            (booking,) = made.of("booking")
            self.took(booking, whose, slot)
            number = self.of_booking[booking][1]
            mine = freed_id(seat_id(slot, number), self.generations[slot, number])
            assert mine not in kept, "a time that was kept for another was given away"

    @precondition(lambda self: self.of_booking)
    @rule(who=at_any, which=at_any)
    def cancel(self, who: int, which: int) -> None:
        self.sit(who)
        booking = sorted(self.of_booking)[which % len(self.of_booking)]
        slot, number, _ = self.of_booking[booking]
        cancelled = self.does("cancel", self.desk.bookings.cancel, booking, SUITS)
        assert bool(cancelled) is (self.now < self.slots[slot].starts_at)
        if cancelled:
            self.let_go(booking)
            if number <= self.slots[slot].capacity:
                assert cancelled.of("freed_time") == (
                    freed_id(seat_id(slot, number), self.generations[slot, number]),
                )

    @rule(person=at_person, unit=st.booleans(), elsewhere=st.booleans(), has=st.booleans())
    def waits_for_one(self, person: int, unit: bool, elsewhere: bool, has: bool) -> None:
        self.sit(0)
        whose = self.people[person]
        theirs = [b for b, (_, _, of) in self.of_booking.items() if of == whose] if has else []
        draft = WaitDraft(
            whose,
            self.plan.unit if unit else self.plan.other,
            TYPE,
            NUMBER,
            notice=timedelta(),
            other_units=elsewhere,
            booking_id=theirs[0] if theirs else None,
        )
        added = self.does("wait", self.desk.wait_list.add, draft)
        if added:
            self.waits[added.the("wait")] = whose

    @rule(verb=st.sampled_from(("take", "take", "release", "drop")), who=at_any, which=at_any)
    def works_on(self, verb: str, who: int, which: int) -> None:
        getattr(self, verb)(who, which)

    def take(self, who: int, which: int) -> None:
        there = self.open_freed()
        if not there:
            return
        operator = self.sit(who).operator_id
        freed, slot, _ = there[which % len(there)]
        if not self.is_item(freed):
            return
        other = self.leased(freed, operator)
        taken = self.does("take", self.desk.freed_times.take, freed)
        may = not other and freed not in self.dropped and self.now < self.slots[slot].starts_at
        assert bool(taken) is may
        if taken:
            self.leases[freed] = (operator, self.now + LEASE)

    def release(self, who: int, which: int) -> None:
        there = [each for each, _, _ in self.open_freed() if self.is_item(each)]
        if not there:
            return
        operator = self.sit(who)
        freed = there[which % len(there)]
        leads = who % len(self.seats) == 2
        other = self.leased(freed, operator.operator_id)
        released = self.does("release", self.desk.freed_times.release, freed)
        assert (released is not None) is (leads or not other)
        if self.leases.get(freed, (None,))[0] == operator.operator_id or leads:
            self.leases.pop(freed, None)

    @rule(who=at_any, which=at_any, first=st.booleans())
    def offer(self, who: int, which: int, first: bool) -> None:
        """Ask the first of those who match, or anybody who is on any list."""
        there = [each for each in self.open_freed() if self.is_item(each[0])]
        if not (there and self.waits):
            return
        operator = self.sit(who).operator_id
        freed, slot, _ = there[which % len(there)]
        wait = sorted(self.waits)[which % len(self.waits)]
        may_look = (
            freed not in self.dropped
            and self.now < self.slots[slot].starts_at
            and not self.leased(freed, operator)
        )
        if first and may_look:
            found = self.desk.freed_times.matches(freed)
            asked = {each.wait for each in self.offers if each.freed == freed}
            assert not asked & {match.wait.id for match in found}
            if found:
                wait = found[0].wait.id
        kept = [each for each in self.asking(slot) if each.freed == freed]
        made = self.does("offer", self.desk.freed_times.offer, freed, wait)
        if made:
            assert not kept, "a time was offered to two"
            assert may_look
            (row,) = [
                r
                for r in self.rows("offers")
                if r["freed_id"] == freed and r["state"] is OfferState.OPEN
            ]
            self.leases[freed] = (operator, self.now + LEASE)
            self.offers.append(Asked(row["id"], freed, wait, row["until"]))

    @precondition(lambda self: self.offers)
    @rule(said=st.sampled_from(("yes", "yes", "no", "nothing")), who=at_any, which=at_any)
    def answer(self, said: str, who: int, which: int) -> None:
        """Mostly of the latest offer; now and then of one that is long over."""
        which = 0 if which % 4 else which // 4
        if said == "yes":
            self.accept(who, which)
        else:
            self.decline(who, which, unreached=said == "nothing")

    def accept(self, who: int, which: int) -> None:
        self.sit(who)
        told = self.offers[-1 - which % len(self.offers)]
        (item,) = [r for r in self.rows("freed_times") if r["id"] == told.freed]
        (wait,) = [r for r in self.rows("wait_list") if r["id"] == told.wait]
        slot, whose = item["timeslot_id"], self.waits[told.wait]
        seat = (slot, item["seat"])
        old = wait["booking_id"]
        later = (
            old
            if old in self.of_booking
            and self.slots[self.of_booking[old][0]].starts_at > self.slots[slot].starts_at
            else None
        )
        keeps = not told.over and self.now < told.until
        stands = self.holders[seat] is None and self.generations[seat] == item["generation"]
        room = (
            len(self.held(slot)) < self.slots[slot].capacity
            and item["seat"] <= self.slots[slot].capacity
        )
        must = keeps and stands and room and self.bookable(slot)
        must = must and wait["state"] is WaitState.WAITING
        must = must and not self.busy(whose, slot, but=later)
        had = self.times_of(whose)
        made = self.does("accept", self.desk.freed_times.accept, told.id, told.wait)
        assert made or not must, "who was asked could not have the time"
        if made:
            assert stands and wait["state"] is WaitState.WAITING
            (new,) = [
                r["id"]
                for r in self.rows("bookings")
                if r["id"] in made.of("booking") and r["id"] != later
            ]
            if later is not None:
                self.let_go(later)
            self.took(new, whose, slot)
            for each in self.offers:
                each.over = each.over or each.freed == told.freed
            assert self.times_of(whose) == had + (later is None), "somebody lost a time"

    def decline(self, who: int, which: int, *, unreached: bool) -> None:
        operator = self.sit(who).operator_id
        told = self.offers[-1 - which % len(self.offers)]
        other = self.leased(told.freed, operator)
        said = self.does(
            "decline", self.desk.freed_times.decline, told.id, told.wait, unreached=unreached
        )
        assert said or told.over or self.now >= told.until, "an answer was not taken in"
        if said:
            told.over = True
            if not other:
                self.leases[told.freed] = (operator, self.now + LEASE)

    def drop(self, who: int, which: int) -> None:
        there = [each for each in self.open_freed() if self.is_item(each[0])]
        if not there:
            return
        operator = self.sit(who).operator_id
        freed, slot, _ = there[which % len(there)]
        kept = [each for each in self.asking(slot) if each.freed == freed]
        other = self.leased(freed, operator)
        dropped = self.does("drop", self.desk.freed_times.drop, freed)
        assert bool(dropped) is not (other or bool(kept) or freed in self.dropped)
        if dropped:
            self.dropped.add(freed)
            self.leases.pop(freed, None)

    @rule(minutes=st.sampled_from((1, 4, 9, 11, 16, 60)))
    def time_passes(self, minutes: int) -> None:
        """Offers and leases run out by themselves."""
        self.clock.pass_time(minutes=minutes)

    @rule(at=at_time, to=st.sampled_from(("close", "reopen", "reopen", 1, 2, 3)))
    def manage(self, at: int, to: str | int) -> None:
        self.sit(2)
        timeslots = self.desk.timeslots
        if isinstance(to, int):
            timeslots.resize(self.times[at], to)
        elif to == "close":
            timeslots.close(self.times[at])
        else:
            timeslots.reopen(self.times[at])

    # -- what is always so -----------------------------------------------------------------

    @invariant()
    def a_seat_has_one_holder_and_a_booking_one_seat(self) -> None:
        bookings, seats = self.rows("bookings"), self.rows("timeslot_seats")
        standing = {row["id"]: row for row in bookings if row["state"] is BookingState.STANDING}
        places = Counter((r["timeslot_id"], r["seat"]) for r in standing.values())
        assert all(count == 1 for count in places.values())
        held = {row["held_by"]: row for row in seats if row["held_by"] is not None}
        assert held.keys() == standing.keys() == self.of_booking.keys()
        for id, seat in held.items():
            assert (seat["timeslot_id"], seat["number"]) == self.of_booking[id][:2]

    @invariant()
    def a_time_is_offered_to_one_at_a_time_and_taken_once(self) -> None:
        offers = self.rows("offers")
        for state in (OfferState.OPEN, OfferState.ACCEPTED):
            by_time = Counter(row["freed_id"] for row in offers if row["state"] is state)
            assert all(count == 1 for count in by_time.values()), state
        numbers = Counter((row["freed_id"], row["number"]) for row in offers)
        assert all(count == 1 for count in numbers.values())
        counted = Counter(row["freed_id"] for row in offers)
        for row in self.rows("freed_times"):
            assert row["offers"] == counted[row["id"]]

    @invariant()
    def a_time_that_was_let_go_is_work_until_somebody_has_it(self) -> None:
        there = {row["id"]: row for row in self.rows("freed_times")}
        should = {freed: (slot, n) for freed, slot, n in self.open_freed() if freed in there}
        for id, row in there.items():
            if row["state"] is FreedState.FILLED:
                assert id not in should
            else:
                assert id in should, "an item stands of a time that somebody has"
        listed = {item.freed.id for item in self.looked()}
        for id, (slot, number) in should.items():
            worked_on = (
                there[id]["state"] is FreedState.OPEN
                and not self.slots[slot].closed
                and number <= self.slots[slot].capacity
                and len(self.held(slot)) < self.slots[slot].capacity
                and self.now + MARGIN < self.slots[slot].starts_at
            )
            assert not worked_on or id in listed, "a freed time was lost"

    @invariant()
    def what_is_shown_as_free_is_free(self) -> None:
        self.sit(0)
        found = self.desk.timeslots.free(start=MORNING, end=AT + timedelta(days=1))
        free = {room.timeslot.id: room.free for room in found}
        for slot, told in self.slots.items():
            if self.bookable(slot):
                left = told.capacity - len(self.held(slot)) - len(self.asking(slot))
                assert free.get(slot, 0) == max(0, left)

    @invariant()
    def who_waits_no_more_has_a_time(self) -> None:
        offers = self.rows("offers")
        accepted = Counter(row["wait_id"] for row in offers if row["state"] is OfferState.ACCEPTED)
        for row in self.rows("wait_list"):
            assert accepted[row["id"]] == (row["state"] is WaitState.BOOKED)


def test_no_time_is_offered_to_two_or_lost(tmp_path: Path, empty_file: Path) -> None:
    for name in ("empty.db", "template.db"):
        shutil.copy(empty_file, tmp_path / name)
    Desk.folder, Desk.plan = tmp_path, planted(tmp_path / "template.db")
    Desk.done.clear()
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=15,
            stateful_step_count=40,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
        ),
    )
    assert {"book", "cancel", "offer"} <= set(Desk.done), Desk.done
