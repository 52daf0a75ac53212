"""Freed times and waiting lists at two desks that do not hear of each other: facts are all kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from kundcenter.domain.freed_times import WaitDraft
from kundcenter.domain.visit_times import NewTime
from tests.ground import ASKED, NUMBER
from tests.sync.capacity_ground import SUITS, TYPE, VISIT, Floor, floor
from tests.sync.damage import beneath
from tests.sync.ground import Side
from tests.sync.test_two_at_once import Three

HOUR = timedelta(hours=1)


def offered(side: Side, freed: UUID, wait: UUID) -> UUID:
    side.desk.freed_times.offer(freed, wait)
    (item,) = [each for each in side.desk.freed_times.open() if each.freed.id == freed]
    assert item.offer is not None
    return item.offer.id


def item(here: Floor) -> Any:
    (row,) = here.rows("SELECT state, offers, leased_by FROM freed_times")
    return row


def me(side: Side) -> UUID:
    return side.desk.seat.actor.operator_id


def draft(here: Floor, who: int, **change: Any) -> WaitDraft:
    return WaitDraft(here.people[who], here.unit, TYPE, NUMBER, **change)


def test_of_two_who_take_a_freed_time_one_has_it(three: Three) -> None:
    here = floor(three)
    freed = here.freed()
    for side in (here.one, here.other):
        side.desk.freed_times.take(freed)
    here.agree()
    assert here.rejected() == {"freed_times.take": "freed_time.of_another"}
    assert item(here).leased_by == me(here.one)


def test_what_is_let_go_late_stays_with_who_has_taken_it_since(three: Three) -> None:
    """Bo has it, and lets it go at a desk that has not heard that anna took it meanwhile."""
    here = floor(three)
    freed = here.freed()
    here.other.desk.freed_times.take(freed)
    here.agree()
    here.centre.clock.pass_time(minutes=16)
    here.one.desk.freed_times.take(freed)
    here.one.talk(here.centre)
    here.other.desk.freed_times.drop(freed)
    here.agree()
    here.all_was_taken()
    assert (item(here).state, item(here).leased_by) == ("LEDIG", me(here.one))


def test_what_is_dropped_while_another_asks_somebody_is_not_dropped(three: Three) -> None:
    here = floor(three)
    freed, wait = here.freed(), here.waits(1)
    here.agree()
    here.other.desk.freed_times.drop(freed)
    offer = offered(here.one, freed, wait)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    here.one.desk.freed_times.accept(offer, wait)
    here.agree()
    here.all_was_taken()
    assert item(here).state == "FYLLD"


def test_a_time_that_is_kept_for_one_is_not_booked_by_another(three: Three) -> None:
    here = floor(three)
    freed, wait = here.freed(), here.waits(1)
    here.agree()
    slot = here.one.desk.freed_times.open()[0].timeslot.id
    offer = offered(here.one, freed, wait)
    here.other.desk.bookings.book(slot, here.people[2])
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected() == {"bookings.book": "timeslot.full"}
    here.one.desk.freed_times.accept(offer, wait)
    here.agree()
    (standing,) = here.rows("SELECT person_id FROM bookings WHERE state = 'STAENDE'")
    assert standing.person_id == here.people[1]


def test_a_time_that_is_booked_first_is_offered_to_nobody(three: Three) -> None:
    """And what the patient who was asked has said is no fault of anybody's."""
    here = floor(three)
    freed, wait = here.freed(), here.waits(1)
    here.agree()
    slot = here.one.desk.freed_times.open()[0].timeslot.id
    here.other.desk.bookings.book(slot, here.people[2])
    here.other.talk(here.centre)
    offer = offered(here.one, freed, wait)
    here.one.desk.freed_times.decline(offer, wait)
    here.one.desk.freed_times.release(freed)
    here.agree()
    assert here.rejected() == {"freed_times.offer": "freed_time.gone"}
    assert here.rows("SELECT id FROM offers") == []
    assert item(here).state == "FYLLD"


def test_a_no_that_was_said_at_two_desks_is_one(three: Three) -> None:
    here = floor(three)
    freed, wait = here.freed(), here.waits(1)
    offer = offered(here.one, freed, wait)
    here.agree()
    here.one.desk.freed_times.decline(offer, wait)
    here.other.desk.freed_times.decline(offer, wait, unreached=True)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    (row,) = here.rows("SELECT state FROM offers")
    assert row.state == "TACKAT_NEJ"


def test_who_is_asked_about_two_times_at_two_desks_has_one(three: Three) -> None:
    here = floor(three)
    wait, slots = here.waits(1), (here.time(), here.time(starts_at=VISIT + 3 * HOUR))
    for slot in slots:
        booked = here.one.desk.bookings.book(slot, here.people[0]).the("booking")
        here.one.desk.bookings.cancel(booked, SUITS)
    here.agree()
    for side, slot in zip((here.one, here.other), slots, strict=True):
        (freed,) = [e.freed.id for e in side.desk.freed_times.open() if e.timeslot.id == slot]
        side.desk.freed_times.accept(offered(side, freed, wait), wait)
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected()["freed_times.accept"] in {"wait.ended", "offer.not_found"}
    (standing,) = here.rows("SELECT timeslot_id FROM bookings WHERE state = 'STAENDE'")
    assert standing.timeslot_id == slots[0]
    assert [e.timeslot.id for e in here.other.desk.freed_times.open()] == [slots[1]]


def test_one_who_is_put_on_the_list_at_two_desks_waits_once(three: Three) -> None:
    here = floor(three)
    for side in (here.one, here.other):
        side.desk.wait_list.add(draft(here, 1))
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    found = here.other.desk.wait_list.of_person(here.people[1], ASKED)
    assert sorted(each.state for each in found) == ["AVSLUTAD", "VANTAR"]
    assert len(here.one.desk.wait_list.of_unit(here.unit)) == 1


def test_what_is_said_of_one_who_waits_no_more_changes_nothing(three: Three) -> None:
    here = floor(three)
    wait = here.waits(1)
    here.agree()
    here.one.desk.wait_list.end(wait, "Fick tid")
    here.one.talk(here.centre)
    waits = here.other.desk.wait_list
    waits.set_priority(wait, 9)
    waits.change(wait, draft(here, 1, comment="Ring kvällstid"))
    waits.end(wait, "Svarar inte")
    here.agree()
    here.all_was_taken()
    (row,) = here.rows("SELECT state, priority, comment, outcome FROM wait_list")
    assert tuple(row) == ("AVSLUTAD", 0, "", "Fick tid")


def test_who_waits_for_an_earlier_time_than_one_they_never_got_waits_all_the_same(
    three: Three,
) -> None:
    here = floor(three)
    slot = here.time()
    here.one.desk.bookings.book(slot, here.people[0])
    lost = here.other.desk.bookings.book(slot, here.people[1]).the("booking")
    here.other.desk.wait_list.add(draft(here, 1, booking_id=lost))
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected() == {"bookings.book": "timeslot.full"}
    (row,) = here.rows("SELECT state, booking_id FROM wait_list")
    assert tuple(row) == ("VANTAR", None)


def test_a_file_that_two_desks_read_lets_its_times_be_booked_once(three: Three) -> None:
    here = floor(three)
    time = NewTime(here.unit, TYPE, VISIT, VISIT + HOUR, source="vc1#1")
    for side in (here.one, here.other):
        side.desk.timeslots.add((time,))
    here.agree()
    here.all_was_taken()
    assert len(here.rows("SELECT id FROM timeslots")) == 1


def test_what_a_leader_lets_go_late_stays_with_who_has_taken_it_since(three: Three) -> None:
    """Bo leads, and lets go what anna had; she has taken it anew, of which he has not heard."""
    here = floor(three)
    freed = here.freed()
    here.one.desk.freed_times.take(freed)
    here.agree()
    here.one.clock.pass_time(minutes=5)
    here.one.desk.freed_times.take(freed)
    here.one.talk(here.centre)
    here.other.desk.freed_times.release(freed)
    here.agree()
    here.all_was_taken()
    assert item(here).leased_by == me(here.one)


def test_who_had_a_time_that_this_desk_has_no_more_can_be_asked(three: Three) -> None:
    """What is too old leaves a desk, and the list still tells of it."""
    here = floor(three)
    freed = here.freed()
    had = here.one.desk.bookings.book(here.time(starts_at=VISIT + HOUR), here.people[1])
    wait = here.one.desk.wait_list.add(
        draft(here, 1, notice=timedelta(), booking_id=had.the("booking"))
    ).the("wait")
    here.agree()
    with beneath(here.other.engine) as connection:
        connection.execute(text("DELETE FROM bookings"))
    times = here.other.desk.freed_times
    assert [match.wait.id for match in times.matches(freed)] == [wait]
    times.accept(offered(here.other, freed, wait), wait)
    here.other.talk(here.centre)
    here.all_was_taken()
    rows = here.rows("SELECT state FROM bookings WHERE replaced_by IS NOT NULL")
    assert [row.state for row in rows] == ["OMBOKAD"]  # the centre has it
