"""Nothing of a booking is read out before one answer is right, and three may be wrong."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.bookings import BookingInvalid, BookingUnverified, Control
from kundcenter.domain.calls import CallNotFound, CallOfAnother, CallStateWrong
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.people import PersonNotFound, Protection
from kundcenter.domain.text import TextInvalid
from tests.ground import MORNING, NUMBER, Ground
from tests.services.booking_ground import DAY, HALF_HOUR, OPEN, SUITS, VISIT, Clinic, clinic

RIGHT, WRONG = "2026-11-26", "2026-11-27"


def refused(there: Clinic, person: UUID, call: UUID, answer: str = WRONG) -> dict[str, object]:
    """The facts of the refusal, which leaves a record that nothing was seen, and no operation."""
    ground, before = there.ground, len(there.ground.accesses())
    operations = ground.operations()
    with pytest.raises(BookingUnverified) as caught:
        ground.desk.bookings.verify(person, Control.DATE, answer, call_id=call)
    *searched, record = ground.accesses(before)
    told = record.activity, record.level, record.person_id
    assert told == (Activity.READ, Level.DENIED, person)
    assert {(r.object_kind, r.object_id) for r in (record, *searched)} == {("call", call)}
    assert len(searched) <= 1  # the call had not let the person in before
    assert ground.operations() == operations
    return caught.value.facts


def test_the_right_answer_opens_what_is_to_come_and_leaves_a_record(ground: Ground) -> None:
    there = clinic(ground)
    first, second = there.booked(), there.booked(there.time(VISIT + DAY))
    gone = there.booked(there.time(VISIT + 2 * DAY))
    ground.desk.bookings.cancel(gone, SUITS)
    past = there.booked(there.time(MORNING + HALF_HOUR))
    invited = there.imported(there.row("K-1", **OPEN))[-1]
    ground.clock.at = MORNING + DAY
    call, before = there.call(), len(ground.accesses())
    verify = ground.desk.bookings.verify
    found = verify(there.woman, Control.DATE, "26 november", call_id=call)
    assert [each.id for each in found] == [first, second, invited.id]
    assert past not in {each.id for each in found}
    (record,) = ground.accesses(before)
    assert (record.level, record.person_id, record.object_id) == (Level.OVERVIEW, there.woman, call)
    assert verify(there.woman, Control.UNIT, str(there.unit), call_id=call) == found
    assert verify(there.woman, Control.UNIT, "vårdcentralen TEST", call_id=call) == found


def test_what_is_earlier_today_may_still_be_spoken_of(ground: Ground) -> None:
    there = clinic(ground)
    booking = there.booked(there.time(MORNING + HALF_HOUR))
    ground.clock.at = MORNING + 3 * HALF_HOUR
    found = ground.desk.bookings.verify(
        there.woman, Control.DATE, "2026-11-21", call_id=there.call()
    )
    assert [each.id for each in found] == [booking]


def test_three_answers_may_be_wrong_and_then_none_is_right(ground: Ground) -> None:
    there = clinic(ground)
    there.booked()
    call = there.call()
    for left in (2, 1, 0):
        assert refused(there, there.woman, call) == {"left": left}
    assert refused(there, there.woman, call, RIGHT) == {"left": 0}
    found = ground.desk.bookings.verify(there.woman, Control.DATE, RIGHT, call_id=there.call())
    assert len(found) == 1


def test_the_tries_are_of_one_call_and_one_person(ground: Ground) -> None:
    there = clinic(ground)
    there.booked()
    there.booked(there.time(), there.man)
    call = there.call()
    assert refused(there, there.woman, call) == {"left": 2}
    assert refused(there, there.man, call) == {"left": 2}
    assert refused(there, there.woman, there.call()) == {"left": 2}
    assert refused(there, there.woman, call) == {"left": 1}


def test_a_right_answer_takes_no_try(ground: Ground) -> None:
    there = clinic(ground)
    there.booked()
    call = there.call()
    assert refused(there, there.woman, call) == {"left": 2}
    for _ in range(3):
        ground.desk.bookings.verify(there.woman, Control.DATE, RIGHT, call_id=call)
    assert refused(there, there.woman, call) == {"left": 1}


def test_two_registrations_of_one_person_have_three_tries_together(ground: Ground) -> None:
    there = clinic(ground)
    there.booked(person=there.man)
    ground.desk.people.merge(there.woman, there.man, "Samma person")
    call = there.call()
    for person, left in ((there.woman, 2), (there.man, 1), (there.woman, 0)):
        with pytest.raises(BookingUnverified) as caught:
            ground.desk.bookings.verify(person, Control.DATE, WRONG, call_id=call)
        assert caught.value.facts == {"left": left}
    found = ground.desk.bookings.verify(there.man, Control.DATE, RIGHT, call_id=there.call())
    assert [each.person_id for each in found] == [there.man]


@pytest.mark.parametrize("control", Control)
def test_who_has_no_booking_is_refused_as_who_answers_wrong(
    ground: Ground, control: Control
) -> None:
    there = clinic(ground)
    there.booked()
    call = there.call()
    answer = {Control.DATE: WRONG, Control.UNIT: "Vårdcentralen Rosenlund"}[control]
    told = []
    for person in (there.woman, there.man):
        with pytest.raises(BookingUnverified) as caught:
            ground.desk.bookings.verify(person, control, answer, call_id=call)
        record = there.last_access()
        told.append((caught.value.facts, str(caught.value.args[0]), record.level, record.reason))
    assert told[0] == told[1]


def test_what_is_cancelled_is_no_answer(ground: Ground) -> None:
    there = clinic(ground)
    ground.desk.bookings.cancel(there.booked(), SUITS)
    assert refused(there, there.woman, there.call(), RIGHT) == {"left": 2}


def test_what_nobody_could_read_is_no_answer_and_takes_no_try(ground: Ground) -> None:
    there = clinic(ground)
    there.booked()
    call, verify = there.call(), ground.desk.bookings.verify
    for answer in ("", "nästa vecka", "31 februari"):
        ground.refuses(BookingInvalid, verify, there.woman, Control.DATE, answer, call_id=call)
    ground.refuses(TextInvalid, verify, there.woman, Control.UNIT, "\0", call_id=call)
    assert refused(there, there.woman, call) == {"left": 2}


def test_only_in_a_call_of_one_s_own_that_is_open(ground: Ground) -> None:
    there = clinic(ground)
    there.booked()
    verify, mine = ground.desk.bookings.verify, there.call()
    asked = there.woman, Control.DATE, RIGHT
    ground.refuses(CallNotFound, verify, *asked, call_id=uuid4())
    ground.sign_in("bo")
    theirs = ground.desk.calls.register(NUMBER).the("call")
    ground.refuses(CallOfAnother, verify, *asked, call_id=mine)
    ground.sign_in("anna")
    ground.refuses(CallOfAnother, verify, *asked, call_id=theirs)
    ground.desk.calls.close(mine, "INFO")
    ground.refuses(CallStateWrong, verify, *asked, call_id=mine)
    ground.refuses(PersonNotFound, verify, uuid4(), *asked[1:], call_id=there.call())
    ground.sign_in("lo")
    ground.refuses(NotPermitted, verify, *asked, call_id=theirs)


def test_no_call_lets_one_try_the_whole_region(ground: Ground) -> None:
    there = clinic(ground)
    there.booked()
    call = there.call()
    people = ground.desk.people
    more = [people.register_unidentified(f"Okänd {n}").the("person") for n in range(3)]
    for person in more:
        refused(there, person, call)
    with pytest.raises(GroundNeeded):
        for person in (there.woman, there.man, there.child):
            ground.desk.bookings.verify(person, Control.DATE, RIGHT, call_id=call)


def test_a_protected_person_is_asked_as_everybody_is(ground: Ground) -> None:
    there = clinic(ground)
    booking = there.booked()
    ground.desk.people.protect(there.woman, Protection.CONFIDENTIAL)
    call = there.call()
    assert refused(there, there.woman, call) == {"left": 2}
    found = ground.desk.bookings.verify(there.woman, Control.DATE, RIGHT, call_id=call)
    assert [each.id for each in found] == [booking]
