"""Who is shown to whoever has a freed time in hand, and what looking leaves behind."""

from __future__ import annotations

from datetime import timedelta

from kundcenter.domain.access_log import Activity
from kundcenter.domain.matching import MatchReason
from kundcenter.domain.people import Protection
from kundcenter.services.freed_times import MOST_MATCHES
from tests.ground import MORNING, NUMBER, Ground
from tests.services.freed_ground import clinic

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_those_who_match_come_in_order_with_the_reason(ground: Ground) -> None:
    there = clinic(ground)
    freed = there.freed().freed.id
    last = there.wait()
    guaranteed = there.wait(guaranteed_by=MORNING + DAY)
    urgent = there.wait()
    ground.desk.wait_list.set_priority(urgent, 3)
    found = ground.desk.freed_times.matches(freed)
    assert [(m.wait.id, m.place, m.because) for m in found] == [
        (urgent, 1, MatchReason.PRIORITY),
        (guaranteed, 2, MatchReason.GUARANTEE),
        (last, 3, MatchReason.WAITED),
    ]
    assert all(m.person is not None and m.person.id == m.wait.person_id for m in found)


def test_who_is_asked_about_another_time_or_has_an_earlier_one_is_left_out(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    earlier = there.booked(there.time(after=-HOUR), person)
    one, two = there.freed().freed.id, there.freed(there.time(after=HOUR)).freed.id
    asked, free = there.wait(), there.wait()
    there.wait(person, booking_id=earlier)
    offer = there.offered(one, asked)
    times = ground.desk.freed_times
    assert [match.wait.id for match in times.matches(two)] == [free]
    times.decline(offer, asked)
    assert [match.wait.id for match in times.matches(two)] == [asked, free]


def test_each_of_those_who_match_leaves_an_access_record(ground: Ground) -> None:
    there = clinic(ground)
    freed = there.freed().freed.id
    people = {there.person() for _ in range(3)}
    for person in people:
        there.wait(person)
    known = len(ground.accesses())
    ground.desk.freed_times.matches(freed)
    found = ground.accesses(known)
    assert {record.person_id for record in found} == people
    assert {(r.activity, r.level) for r in found} == {(Activity.READ, "Översikt")}
    for wait in ground.desk.wait_list.of_unit(there.unit):
        ground.desk.wait_list.end(wait.id)
    known = len(ground.accesses())
    assert ground.desk.freed_times.matches(freed) == ()
    (record,) = ground.accesses(known)
    assert (record.activity, record.person_id) == (Activity.SEARCH, None)


def test_of_a_protected_person_the_list_tells_nothing_and_the_entry_does(ground: Ground) -> None:
    there = clinic(ground)
    freed, person = there.freed().freed.id, there.person()
    wait = there.wait(person)
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    (match,) = ground.desk.freed_times.matches(freed)
    assert match.person is not None
    assert (match.wait.number, match.person.name) == ("", "")
    there.offered(freed, wait)  # whoever asks them has to ring them
    known = len(ground.accesses())
    told = ground.desk.wait_list.get(wait)
    assert (told.wait.number, told.person.id) == (NUMBER, person)
    (record,) = ground.accesses(known)
    assert (record.person_id, record.object_id, record.reason) == (person, wait, "EGEN_UPPGIFT")


def test_a_long_list_shows_its_beginning(ground: Ground) -> None:
    there = clinic(ground)
    freed = there.freed().freed.id
    waits = [there.wait() for _ in range(MOST_MATCHES + 2)]
    found = ground.desk.freed_times.matches(freed)
    assert [match.wait.id for match in found] == waits[:MOST_MATCHES]


def test_a_person_waits_at_two_units_and_is_rung_once(ground: Ground) -> None:
    there = clinic(ground)
    freed, person = there.freed().freed.id, there.person()
    there.wait(person, unit_id=there.other, other_units=True)
    there.wait(person)
    assert len(ground.desk.freed_times.matches(freed)) == 1
