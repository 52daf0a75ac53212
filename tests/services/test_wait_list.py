"""Waiting lists: who waits for what, since when, and who comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity
from kundcenter.domain.bookings import BookingNotFound
from kundcenter.domain.freed_times import (
    Wait,
    WaitDraft,
    WaitEnded,
    WaitInvalid,
    WaitNotFound,
    WaitStands,
    WaitState,
)
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.people import PersonNotFound
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from tests.ground import ASKED, MORNING, NUMBER, Ground
from tests.services.freed_ground import SUITS, TYPE, Waiting, clinic

DAY = timedelta(days=1)


def draft(there: Waiting, person: UUID, **change: Any) -> WaitDraft:
    return replace(WaitDraft(person, there.unit, TYPE, NUMBER), **change)


def only(ground: Ground, person: UUID) -> Wait:
    (wait,) = ground.desk.wait_list.of_person(person, ASKED)
    return wait


def test_an_entry_is_kept_as_it_was_said(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    said = draft(
        there,
        person,
        number="070-174 06 05",
        earliest=MORNING + DAY,
        latest=MORNING + 9 * DAY,
        notice=timedelta(hours=4, microseconds=7),
        from_clock=time(8, 30),
        to_clock=time(16, 0, 0, 7),
        weekdays=frozenset({1, 5}),
        other_units=True,
        guaranteed_by=MORNING + 30 * DAY,
        comment="  Ring   först ",
    )
    id = ground.desk.wait_list.add(said).the("wait")
    found = only(ground, person)
    assert found == replace(
        said.checked().wait(id, found.added_at, ground.desk.seat.actor.operator_id)
    )
    assert (found.number, found.comment) == (NUMBER, "Ring först")
    assert (found.notice, found.to_clock) == (timedelta(hours=4), time(16))
    assert (found.state, found.state_at) == (WaitState.WAITING, found.added_at)


def test_a_person_waits_once_for_the_same(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    id, wait_list = there.wait(person), ground.desk.wait_list
    assert ground.refuses(WaitStands, wait_list.add, draft(there, person)) == {"id": id}
    there.wait(person, time_type="ATERBESOK")
    there.wait(person, unit_id=there.other)
    twin = there.person()
    ground.desk.people.merge(person, twin, "Samma person")
    assert ground.refuses(WaitStands, wait_list.add, draft(there, twin)) == {"id": id}
    wait_list.end(id)
    there.wait(person)


def test_what_cannot_be_is_refused_by_field(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    wait_list = ground.desk.wait_list
    id = there.wait(person)
    no_zone = datetime(2026, 11, 24)  # noqa: DTZ001
    for field, change in (
        ("number", {"number": ""}),
        ("number", {"number": "hemligt"}),
        ("time_type", {"time_type": " "}),
        ("earliest", {"earliest": no_zone}),
        ("latest", {"latest": no_zone}),
        ("guaranteed_by", {"guaranteed_by": no_zone}),
        ("latest", {"earliest": MORNING + DAY, "latest": MORNING}),
        ("from_clock", {"from_clock": time(8, tzinfo=MORNING.tzinfo)}),
        ("to_clock", {"from_clock": time(9), "to_clock": time(9)}),
        ("notice", {"notice": timedelta(seconds=-1)}),
        ("notice", {"notice": timedelta(days=367)}),
        ("weekdays", {"weekdays": frozenset({0})}),
        ("weekdays", {"weekdays": frozenset({8})}),
    ):
        wrong = draft(there, person, **change)
        assert ground.refuses(WaitInvalid, wait_list.add, wrong) == {"field": field}
        assert ground.refuses(WaitInvalid, wait_list.change, id, wrong) == {"field": field}
    ground.refuses(TextInvalid, wait_list.add, draft(there, person, comment="x" * 301))
    ground.refuses(PersonNotFound, wait_list.add, draft(there, uuid4()))
    ground.refuses(UnitNotFound, wait_list.add, draft(there, person, unit_id=uuid4()))


def test_the_later_time_is_the_persons_own_and_may_be_changed(ground: Ground) -> None:
    there = clinic(ground)
    person, other = there.person(), there.person()
    add = ground.desk.wait_list.add
    theirs = there.booked(there.time(), other)
    wrong = {"field": "booking_id"}
    assert ground.refuses(WaitInvalid, add, draft(there, person, booking_id=theirs)) == wrong
    ground.refuses(BookingNotFound, add, draft(there, person, booking_id=uuid4()))
    ground.desk.bookings.cancel(theirs, SUITS)
    assert ground.refuses(WaitInvalid, add, draft(there, other, booking_id=theirs)) == wrong


def test_other_wishes_leave_the_place_in_the_line(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    id, wait_list = there.wait(person), ground.desk.wait_list
    before = only(ground, person)
    wait_list.set_priority(id, 2)
    wait_list.change(id, draft(there, person, notice=DAY, other_units=True))
    after = only(ground, person)
    assert (after.added_at, after.priority) == (before.added_at, 2)
    assert (after.notice, after.other_units) == (DAY, True)
    for field, change in (
        ("person_id", {"person_id": there.person()}),
        ("unit_id", {"unit_id": there.other}),
        ("time_type", {"time_type": "ATERBESOK"}),
    ):
        wrong = replace(draft(there, person), **change)
        assert ground.refuses(WaitInvalid, wait_list.change, id, wrong) == {"field": field}


def test_what_has_ended_stays_as_it_ended(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    id, wait_list = there.wait(person), ground.desk.wait_list
    wait_list.end(id, " Fick tid  på annat håll ")
    ended = only(ground, person)
    assert (ended.state, ended.outcome) == (WaitState.ENDED, "Fick tid på annat håll")
    ground.refuses(WaitEnded, wait_list.end, id)
    ground.refuses(WaitEnded, wait_list.change, id, draft(there, person))
    ground.refuses(WaitEnded, wait_list.set_priority, id, 1)
    ground.refuses(WaitNotFound, wait_list.end, uuid4())


def test_priority_is_medical(ground: Ground) -> None:
    there = clinic(ground)
    id, wait_list = there.wait(), ground.desk.wait_list
    for wrong in (-1, 10):
        refused = ground.refuses(WaitInvalid, wait_list.set_priority, id, wrong)
        assert refused == {"field": "priority"}
    wait_list.set_priority(id, 9)
    ground.sign_in("bo")  # of the service desk: they put on the list, and give no priority
    ground.refuses(NotPermitted, wait_list.set_priority, id, 1)
    there.wait(there.people[0], time_type="ATERBESOK")


def test_the_list_of_a_unit_names_nobody_and_who_opens_leaves_a_record(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    first = there.wait(person, comment="Rullstol")
    second = there.wait()
    there.wait(unit_id=there.other)
    ended = there.wait()
    wait_list = ground.desk.wait_list
    wait_list.end(ended, "Ville inte")
    known = len(ground.accesses())
    listed = wait_list.of_unit(there.unit)
    assert [each.id for each in listed] == [first, second]
    assert {(each.number, each.comment, each.outcome) for each in listed} == {("", "", "")}
    assert len(ground.accesses()) == known
    told = wait_list.get(first, ASKED)
    assert (told.wait.comment, told.wait.number, told.person.id) == ("Rullstol", NUMBER, person)
    ((activity, whose),) = [(r.activity, r.person_id) for r in ground.accesses(known)][-1:]
    assert (activity, whose) == (Activity.READ, person)


def test_an_entry_is_opened_on_a_ground(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    id = there.wait(person)
    for look in (
        lambda: ground.desk.wait_list.get(id),
        lambda: ground.desk.wait_list.of_person(person),
    ):
        known = len(ground.accesses())
        try:
            look()
        except GroundNeeded as needed:
            assert needed.person_id == person
        else:
            raise AssertionError
        assert [r.level for r in ground.accesses(known)] == ["Nekad"]


def test_who_asks_about_a_freed_time_has_a_ground_for_that_one_only(ground: Ground) -> None:
    there = clinic(ground)
    freed, asked, other = there.freed().freed.id, there.wait(), there.wait()
    there.offered(freed, asked)
    assert ground.desk.wait_list.get(asked).wait.id == asked
    ground.sign_in("bo")
    there.ground.clock.pass_time(minutes=1)
    for operator, wait in (("bo", asked), ("anna", other)):
        ground.sign_in(operator)
        try:
            ground.desk.wait_list.get(wait)
        except GroundNeeded:
            continue
        raise AssertionError(operator)


def test_of_a_merged_person_every_entry_is_told_the_latest_first(ground: Ground) -> None:
    there = clinic(ground)
    one, two = there.person(), there.person()
    first, second = there.wait(one), there.wait(two, time_type="ATERBESOK")
    ground.desk.people.merge(one, two, "Samma person")
    found = ground.desk.wait_list.of_person(two, ASKED)
    assert [each.id for each in found] == [second, first]
